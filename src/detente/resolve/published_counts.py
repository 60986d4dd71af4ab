"""Times counted in days, weeks, months or years from publication: "two years ago", "last week", "early this month"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from detente.resolve.intervals import (
    OWN_GRANULARITY,
    Fields,
    Found,
    half_more,
    part_of,
    part_of_month,
    part_of_year,
    relative,
    shifted,
    unit_and_count,
)
from detente.schema.date_words import WEEKDAYS, number
from detente.schema.period import Period

# Days that "recent days", "recent weeks" go back; "recently" alone the vague number.
_RECENT_DAYS = {"day": 7, "week": 30, "month": 180, "year": 1826}
_VAGUE_DAYS = 90


def _near(fields: Fields, published: date, ahead: bool) -> Found:
    word = fields["near"].lower()
    shift = {
        "yesterday": -1,
        "last night": -1,
        "tomorrow": 1,
        "the day before yesterday": -2,
        "the day after tomorrow": 2,
    }.get(word, 0)
    day = published + timedelta(days=shift)
    if word == "overnight":
        return relative(Period(day - timedelta(days=1), day + timedelta(days=1)), "day")
    return relative(Period.containing(day, "day"), "day")


def _third_ref(fields: Fields, published: date, ahead: bool) -> Found | None:
    """'early this month', 'late last year', 'the end of the year'."""
    ref, unit, part = fields["ref"].lower(), fields["unit"], part_of(fields)
    if unit == "week":
        return _which({"which": ref, "unit": unit}, published, ahead)
    if ref not in ("last", "this", "next", "the"):
        return None
    shift = {"last": -1, "next": 1}.get(ref, 0)
    if unit == "year":
        return relative(part_of_year(published.year + shift, part), "quarter")
    months = published.year * 12 + published.month - 1 + shift
    return relative(part_of_month(months // 12, months % 12 + 1, part), "month")


def _which(fields: Fields, published: date, ahead: bool) -> Found | None:
    which, unit = fields["which"].lower(), fields["unit"]
    shift = -1 if which.endswith(("last", "past")) else 1 if which.endswith(("next", "coming")) else 0
    if unit == "weekend":
        saturday = published - timedelta(days=published.weekday()) + timedelta(days=5)
        saturday += timedelta(days=7 * (shift if shift <= 0 else int(published.weekday() >= 5)))
        return relative(Period(saturday, saturday + timedelta(days=2)), "day")
    if unit in ("decade", "century"):
        size = 10 if unit == "decade" else 100
        first = published.year - (published.year - (unit == "century")) % size + size * shift
        return relative(Period(date(first, 1, 1), date(first + size, 1, 1)), unit)
    here = Period.containing(published, unit)
    if which in ("early last", "late last", "early next"):
        return _third_ref({"part": which.split()[0], "ref": which.split()[1], "unit": unit}, published, ahead)
    if shift < 0:
        here = Period.containing(here.start - timedelta(days=1), unit)
    elif shift > 0:
        here = here.next(unit)
    return relative(here, unit)


def _ago(fields: Fields, published: date, ahead: bool) -> Found | None:
    if fields.get("way") not in ("ago", "hence"):
        return None
    unit, count = unit_and_count(fields)
    granularity = OWN_GRANULARITY.get(unit, unit)
    sign = 1 if fields["way"] == "hence" else -1
    return relative(shifted(published, unit, sign * count, granularity), granularity)


def _from_now(fields: Fields, published: date, ahead: bool) -> Found:
    unit, count = unit_and_count(fields)
    return relative(shifted(published, unit, count, unit), unit)


def _past(fields: Fields, published: date, ahead: bool) -> Found:
    unit, count = unit_and_count(fields)
    start = shifted(published, unit, -count, "day").start
    return relative(Period(start, published + timedelta(days=1)), OWN_GRANULARITY.get(unit, unit))


def _coming(fields: Fields, published: date, ahead: bool) -> Found:
    unit, count = unit_and_count(fields)
    return relative(Period(published, shifted(published, unit, count, "day").end), OWN_GRANULARITY.get(unit, unit))


def _recent(fields: Fields, published: date, ahead: bool) -> Found:
    unit = fields["recent"].lower().split()[-1].rstrip("s")
    days = _RECENT_DAYS.get(unit, _VAGUE_DAYS)
    return relative(
        Period(published - timedelta(days=days), published + timedelta(days=1)),
        unit if unit in _RECENT_DAYS else "month",
    )


def _ago_unit(fields: Fields, published: date, ahead: bool) -> Found:
    """'twenty years ago this month', 'a century ago today'."""
    fine = {"today": "day", "this month": "month", "this week": "week", "this year": "year"}[fields["fine"]]
    unit, count = unit_and_count(fields)
    return relative(shifted(published, unit, -count, fine), fine)


def _half_ago(fields: Fields, published: date, ahead: bool) -> Found | None:
    if fields.get("way") != "ago":
        return None
    fine = "month" if fields["unit"] == "year" else "year"
    return relative(shifted(published, "month", -half_more(fields), fine), fine)


def _before_last(fields: Fields, published: date, ahead: bool) -> Found:
    if "weekday" in fields:
        back = (published.weekday() - WEEKDAYS.index(fields["weekday"].lower())) % 7 or 7
        return relative(Period.containing(published - timedelta(days=back + 7), "day"), "day")
    unit = fields["unit"]
    return relative(shifted(published, unit, -2, OWN_GRANULARITY.get(unit, unit)), OWN_GRANULARITY.get(unit, unit))


def _hours(fields: Fields, published: date, ahead: bool) -> Found:
    days = -(-number(fields["count"]) // 24)
    return relative(Period(published - timedelta(days=days), published + timedelta(days=1)), "day")


def _year_end(fields: Fields, published: date, ahead: bool) -> Found:
    end = fields["end"].lower()
    part = "mid" if end.startswith("mid") else "late"
    if "month" in end:
        return relative(part_of_month(published.year, published.month, part), "day")
    return relative(part_of_year(published.year, part), "quarter")


def _week_told(fields: Fields, published: date, ahead: bool) -> Found | None:
    if fields["which"] == "that":
        return None
    return relative(Period.containing(published, fields["unit"]), fields["unit"])


COUNTED: dict[str, Callable[[Fields, date, bool], Found | None]] = {
    "near": _near,
    "third_ref": _third_ref,
    "which": _which,
    "ago": _ago,
    "from_now": _from_now,
    "past": _past,
    "coming": _coming,
    "recent": _recent,
    "ago_unit": _ago_unit,
    "half_ago": _half_ago,
    "before_last": _before_last,
    "hours": _hours,
    "year_end": _year_end,
    "week_told": _week_told,
}
