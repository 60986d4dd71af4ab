"""Days, months and seasons by their names, counted from publication: "on Tuesday", "last May", "15 March"."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Callable
from datetime import date, timedelta

from detente.resolve.intervals import (
    LOOK_AHEAD,
    Fields,
    Found,
    day_of,
    month_of,
    nearest,
    part_of,
    part_of_month,
    relative,
    season_of,
    year_of,
    years_near,
)
from detente.schema.date_words import WEEKDAYS
from detente.schema.period import Period

_JUST_TOLD = timedelta(days=8)  # a day so short a time ago is meant even in a sentence that looks ahead


def _day_of_year(fields: Fields, published: date, ahead: bool) -> Found | None:
    month, day = month_of(fields), day_of(fields)
    years = range(max(1, published.year - 8), min(published.year + 2, 9998))
    days = [date(year, month, day) for year in years if (month, day) != (2, 29) or isleap(year)]
    coming = next((found for found in days if found > published), None)
    last = max((found for found in days if found <= published), default=None)
    ago = None if last is None else published - last
    if coming is not None and coming - published <= LOOK_AHEAD:
        near = ago is not None and (coming - published).days * 6 < ago.days
        just_told = ahead and ago is not None and ago < _JUST_TOLD
        if (ahead or near) and not just_told:
            last = coming
    return None if last is None else relative(Period.containing(last, "day"), "day")


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


def _weekday_from(fields: Fields, published: date, ahead: bool) -> Found:
    forward = (WEEKDAYS.index(fields["weekday"].lower()) - published.weekday()) % 7 or 7
    return relative(Period.containing(published + timedelta(days=forward + 7), "day"), "day")


def _weekend(fields: Fields, published: date, ahead: bool) -> Found:
    saturday = published - timedelta(days=(published.weekday() - 5) % 7)
    if ahead and published.weekday() < 5:
        saturday += timedelta(days=7)
    return relative(Period(saturday, saturday + timedelta(days=2)), "day")


NAMED: dict[str, Callable[[Fields, date, bool], Found | None]] = {
    "day_of_year": _day_of_year,
    "month_of_year": _month_of_year,
    "month_ref": _month_ref,
    "month_which": _month_which,
    "season_ref": _season_ref,
    "weekday": _weekday,
    "weekday_week": _weekday_week,
    "weekday_ago": _weekday_ago,
    "weekday_from": _weekday_from,
    "weekend": _weekend,
}
