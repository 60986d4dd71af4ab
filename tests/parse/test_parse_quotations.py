"""Quoted spans, marks excluded."""

from detente.parse.quotations import find_quotations


def quoted(text: str) -> list[str]:
    """The quoted passages of a text."""
    return [text[q.char_start : q.char_end] for q in find_quotations(text)]


def test_straight_curly_and_pointed_marks():
    assert quoted('He said "never" and left.') == ["never"]
    assert quoted("“We agree,” he said. “So do we.”") == ["We agree,", "So do we."]
    assert quoted("«Нет», said the minister.") == ["Нет"]


def test_an_apostrophe_opens_no_quotation():
    assert quoted("Japan's envoys' talks with China's failed.") == []
    assert quoted("Japan’s envoys’ talks with China’s failed.") == []


def test_a_quotation_does_not_cross_a_paragraph():
    assert quoted('He said "never.\n\nJapan" replied.') == []


def test_a_quotation_within_single_marks_needs_length():
    assert quoted("He spoke of ‘a long and bitter winter’ ahead.") == ["a long and bitter winter"]
