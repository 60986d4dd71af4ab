"""Date expressions to days: anchored to what is written, to publication, or to the date last told."""

from datetime import date

import pytest

from detente.parse.dates import find_dates
from detente.resolve.dates import anchor_dates

PUBLISHED = date(2023, 5, 10)  # a Wednesday


def anchored(text: str, published: date | None = PUBLISHED) -> list[tuple[str, str, str]]:
    """(first day, day after the last, basis) of every date in a text."""
    return [(str(s.date_start), str(s.date_end), s.basis) for s in anchor_dates(find_dates(text), published)]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("on 16 March 2023", "2023-03-16", "2023-03-17"),
        ("in March 2023", "2023-03-01", "2023-04-01"),
        ("in 2023", "2023-01-01", "2024-01-01"),
        ("in the late 1930s", "1936-01-01", "1940-01-01"),
        ("in the early 1930s", "1930-01-01", "1934-01-01"),
        ("in the 1930s", "1930-01-01", "1940-01-01"),
        ("in the 19th century", "1801-01-01", "1901-01-01"),
        ("from 1910 to 1945", "1910-01-01", "1946-01-01"),
        ("the 2018–19 talks", "2018-01-01", "2020-01-01"),
    ],
)
def test_explicit_dates_need_no_anchor(text, start, end):
    assert anchored(text, None) == [(start, end, "explicit")]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("on Tuesday", "2023-05-09", "2023-05-10"),
        ("on Wednesday", "2023-05-10", "2023-05-11"),
        ("last Wednesday", "2023-05-03", "2023-05-04"),
        ("next Friday", "2023-05-12", "2023-05-13"),
        ("yesterday", "2023-05-09", "2023-05-10"),
        ("last month", "2023-04-01", "2023-05-01"),
        ("next week", "2023-05-15", "2023-05-22"),
        ("in March", "2023-03-01", "2023-04-01"),
        ("in October", "2022-10-01", "2022-11-01"),
        ("on 3 June", "2023-06-03", "2023-06-04"),
        ("three years ago", "2020-01-01", "2021-01-01"),
        ("two months ago", "2023-03-01", "2023-04-01"),
    ],
)
def test_relative_dates_are_anchored_to_publication(text, start, end):
    assert anchored(text) == [(start, end, "relative_publication")]
    assert anchored(text, None) == []


def test_two_decades_later_counts_from_the_date_last_told():
    text = "In August 1910 Japan annexed Korea. Two decades later it grew."
    assert anchored(text) == [("1910-08-01", "1910-09-01", "explicit"), ("1930-01-01", "1931-01-01", "relative_text")]


def test_a_day_without_a_year_takes_the_year_that_the_text_tells():
    text = "On 22 June 1965 they signed. On 18 December the treaty took force."
    assert anchored(text)[1] == ("1965-12-18", "1965-12-19", "relative_text")
    assert anchored(text, None)[1] == ("1965-12-18", "1965-12-19", "relative_text")


def test_a_day_that_never_was_is_left_out():
    assert anchored("on 31 February 2020") == []


def test_a_span_points_into_the_text():
    text = "They met on March 16, 2023."
    (span,) = anchor_dates(find_dates(text), None)
    assert (text[span.char_start : span.char_end], span.granularity) == ("March 16, 2023", "day")


def test_another_two_decades_before_it_came_are_later_than_what_was_told():
    text = "Rule ended in 1945. It would take another two decades before President Park decided to make peace."
    assert anchored(text, None)[-1] == ("1965-01-01", "1966-01-01", "relative_text")
