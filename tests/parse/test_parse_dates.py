"""Date expressions as written: what is one, and how fine it is."""

import pytest

from detente.parse.dates import find_dates


def found(text: str) -> list[tuple[str, str]]:
    """(text, kind) of each date expression."""
    return [(text[e.char_start : e.char_end], e.kind) for e in find_dates(text)]


@pytest.mark.parametrize(
    ("text", "expression", "kind"),
    [
        ("They met on 16 March 2023.", "16 March 2023", "day"),
        ("They met on March 16, 2023.", "March 16, 2023", "day"),
        ("Dated 2023-03-16.", "2023-03-16", "day"),
        ("It began in March 2023.", "March 2023", "month"),
        ("It began in 2023.", "2023", "year"),
        ("It began in early 2023.", "early 2023", "year"),
        ("In the late 1930s it grew.", "late 1930s", "decade"),
        ("In the 19th century it grew.", "the 19th century", "century"),
        ("It lasted from 1910 to 1945.", "from 1910 to 1945", "years"),
        ("They met on Tuesday.", "Tuesday", "weekday"),
        ("They met in October.", "October", "month_of_year"),
        ("They met on 3 June.", "3 June", "day_of_year"),
        ("They met three years ago.", "three years ago", "ago"),
        ("Two decades later they met.", "Two decades later", "ago"),
        ("They met yesterday.", "yesterday", "near"),
        ("They met last month.", "last month", "which"),
    ],
)
def test_a_date_keeps_its_granularity(text, expression, kind):
    assert found(text) == [(expression, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "Troops may march on Kyiv.",
        "May they march in peace?",
        "It sent 2000 troops.",
        "It paid 1,999 dollars.",
        "In 2000 troops crossed the river.",
        "Article 9 of the treaty stands.",
        "Resolution 2758 was adopted.",
        "Sales fell in Q3.",
        "The sun rose.",
        "Second Thomas Shoal is disputed.",
    ],
)
def test_what_is_no_date(text):
    assert found(text) == []
