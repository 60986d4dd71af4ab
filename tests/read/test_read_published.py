"""Dates in the notations that sources use, and in addresses; ambiguous ones are not guessed."""

from datetime import date

import pytest

from detente.read.published import address_date, believable, parse_date


@pytest.mark.parametrize(
    "text",
    [
        "2023-05-07", "2023-05-07T23:59:59+02:00", "2023/5/7", "20230507", "20230507T101500Z",
        "D:20230507101500+02'00'",
        "Sun, 07 May 2023 10:00:00 GMT", "7 May 2023", "7th May 2023", "May 7, 2023", "Sunday, May 7, 2023 5:30pm",
        "07.05.2023", "1683453600", "1683453600000",
    ],
)  # fmt: skip
def test_notations_of_one_day(text):
    assert parse_date(text) == date(2023, 5, 7)


@pytest.mark.parametrize(
    "text", ["", "03/04/2023", "May 2023", "2023", "2023-13-40", "yesterday", "31 February 2023", "x" * 500]
)
def test_what_states_no_day_or_two_is_none(text):
    assert parse_date(text) is None


def test_a_day_above_twelve_settles_the_order():
    assert parse_date("25/12/2023") == parse_date("12/25/2023") == date(2023, 12, 25)


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://example.org/2023/05/07/title", date(2023, 5, 7)),
        ("https://example.org/world/2023/may/07/title", date(2023, 5, 7)),
        ("https://example.org/2023-05-07-title.html", date(2023, 5, 7)),
        ("news/title_20230507.txt", date(2023, 5, 7)),
        (r"C:\news\2023\05\07\title.txt", date(2023, 5, 7)),
        ("https://example.org/2023/05/title", None),
        ("https://example.org/id/120230507123", None),
        ("backup-2023-05-07/title.txt", None),
        ("2023-05-07-to-2023-05-14.txt", None),
        ("https://example.org/page?date=2023-05-07", None),
        ("99999999.txt", None),
    ],
)
def test_days_in_addresses(address, day):
    assert address_date(address) == day


def test_the_future_and_the_distant_past_are_not_believed():
    today = date(2023, 5, 7)
    assert believable(date(2023, 5, 8), today) == date(2023, 5, 8)
    assert believable(date(2023, 5, 9), today) is None
    assert believable(date(1066, 10, 14), today) is None
