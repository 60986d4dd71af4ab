"""Texts that no one would write on purpose are coded too: no failure, exact spans, no quadratic time."""

import time

import pytest

from detente.api import code

ODD = {
    "empty": "",
    "white": " \n\n\t ",
    "one word": "China",
    "punctuation": "... !!! ??? — - ' \" ,;:",
    "emoji": "🇨🇳 China 😡 condemned 🇯🇵 Japan 🎌!",
    "right to left": "قالت الصين: China condemned Japan \u202eabc\u202c.",
    "combining": "Chi\u0301na condemned Japa\u0300n.",
    "crlf": "China condemned Japan.\r\nRussia attacked Ukraine.\r\n",
    "surrogate": "China condemned \udce9 Japan. \ud800",
    "dotted capital": "İstanbul İİİ: China condemned Japan.",
    "deep list": "China, " * 300 + "Japan and Russia condemned " + "Iran, " * 300 + "and Israel.",
    "deep report": "China said that " * 300 + "Japan attacked Iran.",
    "numbers": "99/99/9999 China condemned Japan on 31 February 2023, year 10000, 1e400.",
    "starts with 'and'": "And talks with Japan.",
    "long token": "a" * 50_000 + " China condemned Japan.",
}


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("published", [None, "0001-01-01", "2023-05-10", "9999-05-05", "9999-12-31"])
def test_odd_text_is_coded_with_exact_spans(name, published):
    text = ODD[name]
    for event in code(text, published):
        assert text[event.char_start : event.char_end] == event.trigger
        assert text[event.actor_start : event.actor_end] == event.actor_text
        assert text[event.recipient_start : event.recipient_end] == event.recipient_text


def test_the_last_day_of_the_calendar_counts_as_no_publication_date():
    (event,) = code("China condemned Japan.", "9999-12-31")
    assert (event.date_start, event.date_basis) == (None, "none")


@pytest.mark.parametrize("when", ["In 2023–10", "From 2020 to 2010", "On 1999-02"])
def test_years_in_the_wrong_order_are_no_date(when):
    (event,) = code(f"{when} China attacked Japan.", "2024-03-05")
    assert event.date_basis == "publication"


@pytest.mark.parametrize(
    ("published", "day"), [("2024-03-05", "2024-02-29"), ("2023-03-05", "2020-02-29"), ("2025-03-05", "2024-02-29")]
)
def test_29_february_is_read_in_the_leap_year_that_is_near(published, day):
    (event,) = code("China attacked Japan on 29 February.", published)
    assert str(event.date_start) == day


@pytest.mark.parametrize(
    "text", ["U.S. " * 10_000, "J. " * 10_000, "China met Japan on 3 May 2023. " * 1_000, "and China " * 3_000]
)
def test_time_grows_with_length_and_not_with_its_square(text):
    code("China condemned Japan.")  # the lexicon is loaded once
    started = time.process_time()
    code(text, "2023-05-10")
    assert time.process_time() - started < 20  # seconds; minutes when some step is quadratic
