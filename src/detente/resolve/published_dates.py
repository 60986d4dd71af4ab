"""What a date expression means, counted from the day of publication."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Callable
from datetime import date, timedelta

from detente.resolve.intervals import (
    OWN_GRANULARITY,
    Fields,
    Found,
    day_of,
    half_more,
    month_of,
    nearest,
    part_of,
    part_of_month,
    part_of_year,
    relative,
    season_of,
    shifted,
    unit_and_count,
    year_of,
    years_near,
)
from detente.schema.date_words import WEEKDAYS, number
from detente.schema.period import Period

_RECENT_DAYS = {"day": 7, "week": 30, "month": 180, "year": 1826}
_VAGUE_DAYS = 90
_LOOK_AHEAD = timedelta(days=300)


def _day_of_year(fields: Fields, published: date, ahead: bool) -> Found:
    month, day = month_of(fields), day_of(fields)
    years = [
        y
        for y in range(max(1, published.year - 8), min(published.year + 2, 9998))
        if (month, day) != (2, 29) or isleap(y)
    ]
    spans = [Period.containing(date(year, month, day), "day") for year in years]
    coming = [span for span in spans if span.start > published]
    past = [span for span in spans if span.start <= published]
    if coming and (ahead or (past and (coming[0].start - published).days * 6 < (published - past[-1].start).days)):
        if (coming[0].start - published) <= _LOOK_AHEAD and not (
            ahead and past and published - past[-1].start < timedelta(days=8)
        ):
            return relative(coming[0], "day")
    return relative(past[-1], "day")


def _month_of_year(fields: Fields, published: date, ahead: bool) -> Found:
    part, month = part_of(fields), month_of(fields)
    spans = [part_of_month(year, month, part) for year in years_near(published)]
    return relative(nearest(spans, published, ahead), "month")


def _month_ref(fields: Fields, published: date, ahead: bool) -> Found | None:
    year = year_of(fields, published)
    return None if year is None else relative(part_of_month(year, month_of(fields), part_of(fields)), "month")


def _month_which(fields: Fields, published: date, ahead: bool) -> Found | None:
    which, month = fields["which"].lower(), month_of(fields)
    if which.startswith(("that", "the")):
        return None
    spans = [Period.containing(date(year, month, 1), "month") for year in years_near(published)]
    if which in ("last", "this past"):
        return relative([span for span in spans if span.end <= published][-1], "month")
    if which in ("next", "this coming"):
        return relative(next(span for span in spans if span.start > published), "month")
    return relative(Period.containing(date(published.year, month, 1), "month"), "month")


def _season_ref(fields: Fields, published: date, ahead: bool) -> Found | None:
    which = fields["which"].lower()
    if which.startswith(("that", "the")):
        return None
    spans = [season_of(fields["season"], year) for year in years_near(published)]
    if which == "last":
        return relative([span for span in spans if span.end <= published][-1], "quarter")
    if which == "next":
        return relative(next(span for span in spans if span.start > published), "quarter")
    here = [span for span in spans if span.start.year == published.year]
    return relative(here[0], "quarter")


def _third_ref(fields: Fields, published: date, ahead: bool) -> Found | None:
    """'early this month', 'late last year', 'the end of the year'."""
    ref, unit, part = fields["ref"].lower(), fields["unit"], part_of(fields)
    if ref not in ("last", "this", "next", "the") or (unit == "week"):
        return None if unit != "week" else _which({"which": ref, "unit": unit}, published, ahead)
    shift = {"last": -1, "next": 1}.get(ref, 0)
    if unit == "year":
        return relative(part_of_year(published.year + shift, part), "quarter")
    months = published.year * 12 + published.month - 1 + shift
    return relative(part_of_month(months // 12, months % 12 + 1, part), "month")


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


def _weekday(fields: Fields, published: date, ahead: bool) -> Found | None:
    target = WEEKDAYS.index(fields["weekday"].lower())
    which = fields.get("which", "").lower()
    back = (published.weekday() - target) % 7
    if which in ("that", "the following", "the previous", "the next"):
        return None
    if which in ("next", "coming", "this coming") or (ahead and which == ""):
        return relative(Period.containing(published + timedelta(days=7 - back), "day"), "day")
    if which == "this":
        monday = published - timedelta(days=published.weekday())
        return relative(Period.containing(monday + timedelta(days=target), "day"), "day")
    back = back or (7 if which in ("last", "this past") else 0)
    return relative(Period.containing(published - timedelta(days=back), "day"), "day")


def _weekday_week(fields: Fields, published: date, ahead: bool) -> Found:
    monday = published - timedelta(days=published.weekday())
    shift = {"last": -7, "next": 7, "this": 0}[fields["which"]]
    day = monday + timedelta(days=shift + WEEKDAYS.index(fields["weekday"].lower()))
    return relative(Period.containing(day, "day"), "day")


def _weekday_ago(fields: Fields, published: date, ahead: bool) -> Found:
    back = (published.weekday() - WEEKDAYS.index(fields["weekday"].lower())) % 7 + 7
    return relative(Period.containing(published - timedelta(days=back), "day"), "day")


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
    if fields["way"] not in ("ago", "hence"):
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
    if fields["way"] != "ago":
        return None
    fine = "month" if fields["unit"] == "year" else "year"
    return relative(shifted(published, "month", -half_more(fields), fine), fine)


def _before_last(fields: Fields, published: date, ahead: bool) -> Found:
    if "weekday" in fields:
        back = (published.weekday() - WEEKDAYS.index(fields["weekday"].lower())) % 7 or 7
        return relative(Period.containing(published - timedelta(days=back + 7), "day"), "day")
    unit = fields["unit"]
    return relative(shifted(published, unit, -2, OWN_GRANULARITY.get(unit, unit)), OWN_GRANULARITY.get(unit, unit))


def _weekday_from(fields: Fields, published: date, ahead: bool) -> Found:
    forward = (WEEKDAYS.index(fields["weekday"].lower()) - published.weekday()) % 7 or 7
    return relative(Period.containing(published + timedelta(days=forward + 7), "day"), "day")


def _hours(fields: Fields, published: date, ahead: bool) -> Found:
    days = -(-number(fields["count"]) // 24)
    return relative(Period(published - timedelta(days=days), published + timedelta(days=1)), "day")


def _year_end(fields: Fields, published: date, ahead: bool) -> Found:
    end = fields["end"].lower()
    part = "mid" if end.startswith("mid") else "late"
    if "month" in end:
        return relative(part_of_month(published.year, published.month, part), "day")
    return relative(part_of_year(published.year, part), "quarter")


def _weekend(fields: Fields, published: date, ahead: bool) -> Found:
    saturday = published - timedelta(days=(published.weekday() - 5) % 7)
    if ahead and published.weekday() < 5:
        saturday += timedelta(days=7)
    return relative(Period(saturday, saturday + timedelta(days=2)), "day")


def _week_told(fields: Fields, published: date, ahead: bool) -> Found | None:
    if fields["which"] == "that":
        return None
    return relative(Period.containing(published, fields["unit"]), fields["unit"])


ANCHORED: dict[str, Callable[[Fields, date, bool], Found | None]] = {
    "day_of_year": _day_of_year, "month_of_year": _month_of_year, "month_ref": _month_ref, "month_which": _month_which,
    "season_ref": _season_ref, "third_ref": _third_ref, "near": _near, "weekday": _weekday, "weekday_week": _weekday_week,
    "weekday_ago": _weekday_ago, "which": _which, "ago": _ago, "from_now": _from_now, "past": _past, "coming": _coming,
    "recent": _recent, "ago_unit": _ago_unit, "half_ago": _half_ago, "before_last": _before_last, "weekday_from": _weekday_from,
    "hours": _hours, "year_end": _year_end, "weekend": _weekend, "week_told": _week_told,
}  # fmt: skip
