"""Intervals of days that the parts of date expressions stand for."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from detente.schema.date_words import MONTHS, ORDINALS, ROMAN, SEASONS, number
from detente.schema.period import Period

Fields = Mapping[str, str]
_EARLY = ("early", "beginning", "start", "opening", "turn")
_LATE = ("late", "end", "close")
LOOK_AHEAD = timedelta(days=300)  # how far ahead a date without a year may lie


@dataclass(frozen=True, slots=True)
class Found:
    """An interval, how fine it was written, and what it counts from."""

    period: Period
    granularity: str
    basis: str


def month_of(fields: Fields, key: str = "month") -> int:
    """Number of the month that is named."""
    if key == "month" and "month_number" in fields:
        return int(fields["month_number"])
    if key == "month" and "month_roman" in fields:
        return ROMAN.index(fields["month_roman"])
    return next(i for i, name in enumerate(MONTHS, 1) if name.startswith(fields[key].rstrip(".").lower()[:3]))


def day_of(fields: Fields, key: str = "day") -> int:
    """Day of the month that is named, "the first" included."""
    text = fields[key].lower()
    return ORDINALS.index(text) if text in ORDINALS else int(text.rstrip("stndrh"))


def part_of(fields: Fields) -> str:
    """'early', 'mid', 'late' or ""."""
    part = fields.get("part", "").lower()
    if not part:
        return ""
    if any(word in part for word in _EARLY):
        return "early"
    return "late" if any(word in part for word in _LATE) else "mid"


def part_of_year(year: int, part: str) -> Period:
    """January–April, May–August, September–December; the year without a part."""
    low, high = {"early": (1, 5), "mid": (5, 9), "late": (9, 13)}.get(part, (1, 13))
    return Period(date(year, low, 1), date(year + 1, 1, 1) if high == 13 else date(year, high, 1))


def part_of_month(year: int, month: int, part: str) -> Period:
    """Days 1–10, 11–20, 21 to the end; the month without a part."""
    if not part:
        return Period.containing(date(year, month, 1), "month")
    low, high = {"early": (1, 10), "mid": (11, 20), "late": (21, monthrange(year, month)[1])}[part]
    return Period(date(year, month, low), date(year, month, high) + timedelta(days=1))


def season_of(name: str, year: int) -> Period:
    """Three months from March, June, September, December of the year."""
    first = SEASONS[name.lower()]
    return Period(date(year, first, 1), date(year + (first + 3 > 12), (first + 2) % 12 + 1, 1))


def written_year(fields: Fields) -> int:
    """The year, of two digits in the twentieth century."""
    return int(fields["year"]) if "year" in fields else 1900 + int(fields["yy"])


def year_of(fields: Fields, published: date | None) -> int | None:
    """The year that is written, or that of publication shifted by "last" or "next"; None when neither is told."""
    if "year" in fields:
        return int(fields["year"])
    shift = {"last": -1, "next": 1, "this": 0}.get(fields.get("ref", ""))
    return None if published is None or shift is None else published.year + shift


def explicit(period: Period, granularity: str) -> Found:
    """An interval that the expression tells by itself."""
    return Found(period, granularity, "explicit")


def relative(period: Period, granularity: str) -> Found:
    """An interval counted from publication."""
    return Found(period, granularity, "relative_publication")


def years_near(published: date) -> list[int]:
    """Two years before publication to two after it."""
    return [year for year in range(published.year - 2, published.year + 3) if 1 <= year <= 9998]


def nearest(spans: list[Period], published: date, ahead: bool) -> Period:
    """The last that has begun by publication; with a look ahead the first that has not ended, when it is near."""
    past = [span for span in spans if span.start <= published]
    coming = [span for span in spans if span.end > published]
    if ahead and coming and coming[0].start - published <= LOOK_AHEAD:
        return coming[0]
    return past[-1]


def shifted(day: date, unit: str, count: int, granularity: str) -> Period:
    """Period of `granularity` that holds the day `count` units away."""
    if unit in ("day", "night"):
        moved = day + timedelta(days=count)
    elif unit in ("week", "fortnight"):
        moved = day + timedelta(days=count * (14 if unit == "fortnight" else 7))
    else:
        size = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
        months = day.year * 12 + day.month - 1 + count * size
        year, month = months // 12, months % 12 + 1
        moved = date(year, month, min(day.day, monthrange(year, month)[1]))
    return Period.containing(moved, granularity)


# Granularity of a time counted in units that are none themselves.
OWN_GRANULARITY = {"night": "day", "fortnight": "week", "decade": "year", "century": "year"}


def unit_and_count(fields: Fields) -> tuple[str, int]:
    """Unit and number of 'two decades', 'half a century', 'a quarter of a century'."""
    unit = fields["unit"].replace("centurie", "century")
    if "fraction" in fields:
        share = {"half": 2, "a quarter of": 4, "three quarters of": 4}[fields["fraction"].lower()]
        times = 3 if fields["fraction"].lower().startswith("three") else 1
        months = {"century": 1200, "decade": 120, "year": 12}[unit] * times // share
        return ("year", months // 12) if months % 12 == 0 else ("month", months)
    count = fields.get("count", "1").lower()
    return unit, 1 if count == "the" else number(count)


def half_more(fields: Fields) -> int:
    """Months of 'a year and a half', 'two and a half decades'."""
    months = {"year": 12, "decade": 120, "century": 1200}[fields["unit"]]
    return months * number(fields.get("count", "one")) + months // 2
