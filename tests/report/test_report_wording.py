"""Dates, lists and names in words."""

from datetime import date

import pytest

from detente.report.clean import clean, shortened
from detente.report.marks import cut
from detente.report.names import display_names
from detente.report.wording import counted, interval_words, joined, signed_number, with_article


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2023, 3, 16), date(2023, 3, 17), "16 Mar 2023"),
        (date(2023, 3, 16), None, "16 Mar 2023"),
        (date(2023, 2, 1), date(2023, 3, 1), "Feb 2023"),
        (date(2023, 12, 1), date(2024, 1, 1), "Dec 2023"),
        (date(1910, 1, 1), date(1911, 1, 1), "1910"),
        (date(601, 1, 1), date(701, 1, 1), "601 – 700"),
        (date(2023, 1, 1), date(2023, 4, 1), "Jan 2023 – Mar 2023"),
        (date(2023, 3, 13), date(2023, 3, 24), "13 Mar 2023 – 23 Mar 2023"),
        (None, None, "undated"),
    ],
)
def test_an_interval_is_told_as_short_as_it_can_be(start, end, words):
    assert interval_words(start, end) == words


def test_lists_and_counts_read_like_prose():
    assert joined(["Japan"]) == "Japan"
    assert joined(["Japan", "China", "Russia"]) == "Japan, China and Russia"
    assert joined(["A", "B", "C", "D", "E"], 3) == "A, B, C and 2 more"
    assert joined(["A", "B", "C", "D"], 3) == "A, B, C and D"
    assert counted(1, "tie") == "1 tie"
    assert counted(12000, "tie") == "12,000 ties"
    assert with_article("United States") == "the United States"
    assert with_article("Japan") == "Japan"


def test_a_weight_has_a_true_minus_and_zero_no_sign():
    assert [signed_number(value) for value in (0.857, -0.61, -0.0, -0.001)] == ["+0.86", "−0.61", "0.00", "0.00"]


def test_steering_characters_are_taken_out_and_long_texts_cut_at_a_space():
    assert clean("a\u202eb\x00c\nd") == "abc\nd"
    assert shortened("one two three four", 12) == "one two…"
    assert shortened("short", 12) == "short"


def test_marked_pieces_give_back_the_sentence_and_the_trigger_wins():
    pieces = cut("China's threats against Japan", [(0, 15, "actor"), (8, 15, "trigger"), (24, 29, "recipient")])
    assert "".join(piece.text for piece in pieces) == "China's threats against Japan"
    assert [(piece.text, piece.role) for piece in pieces if piece.role] == [
        ("threats", "trigger"),
        ("Japan", "recipient"),
    ]


def row(actor, name, sector="", organisation=""):
    """The naming half of an event without recipient."""
    own = {"actor": actor, "actor_name": name, "actor_sector": sector, "actor_organisation": organisation}
    return {**own, "recipient": "", "recipient_name": "", "recipient_sector": "", "recipient_organisation": ""}


def test_a_state_is_named_as_its_events_name_it_and_never_after_a_person():
    names = display_names(
        [row("KOR", "South Korea"), *[row("KOR", "Yoon Suk Yeol", "GOV")] * 3, row("NZL", "Jacinda Ardern", "GOV")]
    )
    assert names == {"KOR": "South Korea", "NZL": "NZL"}


def test_a_code_of_many_bodies_is_named_after_one_only_when_alone():
    one = [row("IGO", "NATO", organisation="NATO")]
    assert display_names(one) == {"IGO": "NATO"}
    assert display_names([*one, row("IGO", "ASEAN", organisation="ASEAN")]) == {"IGO": "International organisations"}
