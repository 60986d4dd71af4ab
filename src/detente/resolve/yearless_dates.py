"""What a date expression means whose year may be left out: the year nearest to publication is then meant."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from detente.resolve.intervals import (
    Fields,
    Found,
    day_of,
    explicit,
    month_of,
    nearest,
    relative,
    year_of,
    years_near,
)
from detente.schema.date_words import EASTER, HOLIDAYS
from detente.schema.period import Period


def _days(fields: Fields, published: date | None, ahead: bool) -> Found | None:
    if "year" in fields:
        return explicit(_day_span(fields, int(fields["year"])), "day")
    if published is None:
        return None
    return relative(nearest([_day_span(fields, year) for year in years_near(published)], published, ahead), "day")


def _day_span(fields: Fields, year: int) -> Period:
    """Both days named and those between; the first in the year before when its month comes later."""
    first = month_of(fields)
    second = month_of(fields, "month2") if "month2" in fields else first
    start = date(year - (second < first), first, day_of(fields))
    return Period(start, date(year, second, int(fields["day2"])) + timedelta(days=1))


def _months(fields: Fields, published: date | None, ahead: bool) -> Found | None:
    if "year" in fields:
        return explicit(_month_span(fields, int(fields["year"])), "month")
    if published is None:
        return None
    return relative(nearest([_month_span(fields, year) for year in years_near(published)], published, ahead), "month")


def _month_span(fields: Fields, year: int) -> Period:
    """Both months named and those between; the first in the year before when it comes later."""
    first, second = month_of(fields), month_of(fields, "month2")
    start = date(year - (second < first), first, 1)
    return Period(start, Period.containing(date(year, second, 1), "month").end)


def _holiday(fields: Fields, published: date | None, ahead: bool) -> Found | None:
    name = fields["holiday"].lower().replace("’", "'")
    if name in EASTER:
        if "year" not in fields:
            return None
        return explicit(Period.containing(_easter(int(fields["year"])) + timedelta(days=EASTER[name]), "day"), "day")
    month, day = HOLIDAYS[name]
    if "year" in fields:
        day_named = date(int(fields["year"]), month, day) - timedelta(days="eve" in fields)
        return explicit(Period.containing(day_named, "day"), "day")
    if published is None:
        return None
    days = [Period.containing(date(year, month, day), "day") for year in years_near(published)]
    return relative(nearest(days, published, ahead), "day")


def _week_of(fields: Fields, published: date | None, ahead: bool) -> Found | None:
    year = _year_here(fields, published)
    if year is None:
        return None
    return _found(fields, Period.containing(date(year, month_of(fields), day_of(fields)), "week"), "week")


def _week_of_month(fields: Fields, published: date | None, ahead: bool) -> Found | None:
    """Days 1–7, 8–14, 15–21, 22–28, or the last seven."""
    year = _year_here(fields, published)
    if year is None:
        return None
    month = month_of(fields)
    first = {"first": 1, "second": 8, "third": 15, "fourth": 22, "last": monthrange(year, month)[1] - 6}[fields["nth"]]
    start = date(year, month, first)
    return _found(fields, Period(start, start + timedelta(days=7)), "week")


def _quarter(fields: Fields, published: date | None, ahead: bool) -> Found | None:
    year = year_of(fields, published)
    if year is None:
        return None
    text = fields["quarter"].lower()
    quarter = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}.get(text) or int(text[0])
    return _found(fields, Period.containing(date(year, 3 * quarter - 2, 1), "quarter"), "quarter")


def _half(fields: Fields, published: date | None, ahead: bool) -> Found | None:
    year = year_of(fields, published)
    if year is None:
        return None
    first = fields["half"].lower() in ("first", "1")
    period = Period(date(year, 1, 1), date(year, 7, 1)) if first else Period(date(year, 7, 1), date(year + 1, 1, 1))
    return _found(fields, period, "quarter")


def _year_here(fields: Fields, published: date | None) -> int | None:
    """The year that is written, else that of publication."""
    if "year" in fields:
        return int(fields["year"])
    return published.year if published is not None else None


def _found(fields: Fields, period: Period, granularity: str) -> Found:
    return explicit(period, granularity) if "year" in fields else relative(period, granularity)


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the rule of Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    return date(year, (h + k - 7 * m + 114) // 31, (h + k - 7 * m + 114) % 31 + 1)


YEARLESS: dict[str, Callable[[Fields, date | None, bool], Found | None]] = {
    "days": _days,
    "months": _months,
    "holiday": _holiday,
    "week_of": _week_of,
    "quarter": _quarter,
    "half": _half,
    "week_of_month": _week_of_month,
}
