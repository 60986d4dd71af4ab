"""Date expressions to half-open intervals of days, anchored to publication or to the text itself."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from detente.errors import SchemaError
from detente.schema.period import Period
from detente.schema.protocols import DateSpan

_UNIT_DAYS = {"day": 1, "week": 7}
_MONTHS: Sequence[str] = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_WEEKDAYS: Sequence[str] = "monday tuesday wednesday thursday friday saturday sunday".split()
_COUNTS = {w: i for i, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())} | {
    "a": 1, "an": 1, "fifteen": 15, "twenty": 20, "thirty": 30,
}  # fmt: skip


def anchor_dates(expressions: Iterable[Any], published: date | None) -> list[DateSpan]:
    """Anchored dates, in order; expressions that nothing anchors are left out.

    Args:
        expressions: what `parse` found, in order of position (`kind`, `fields`, `char_start`, `char_end`).
        published: publication date, or None: then days without a year take the year last named in the text.
    """
    spans: list[DateSpan] = []
    last: Period | None = None
    told_last: Period | None = None  # of any granularity, for "two decades later"
    for expression in expressions:
        anchor = told_last if expression.fields.get("unit") in ("year", "decade") else last
        found = _anchor(expression.kind, expression.fields, published, anchor)
        if found is None:
            continue
        period, granularity, basis = found
        spans.append(DateSpan(expression.char_start, expression.char_end, period.start, period.end, granularity, basis))
        told = ("day", "month") if published is not None else ("day", "month", "year")
        if basis in ("explicit", "relative_text"):
            told_last = period
        if basis in ("explicit", "relative_text") and granularity in told:
            last = period
    return spans


def _anchor(
    kind: str, fields: Mapping[str, str], published: date | None, last: Period | None
) -> tuple[Period, str, str] | None:
    try:
        if kind in ("day", "month", "year", "years", "decade", "century"):
            return _explicit(kind, fields)
        if kind in ("day_of_year", "month_of_year"):
            return _without_year(kind, fields, published, last)
        if kind == "ago":
            return _ago(fields, published, last)
        if published is not None:
            return _relative(kind, fields, published)
    except (ValueError, OverflowError, SchemaError):  # 31 February, year 0, "2023-10": written, but no period
        return None
    return None


def _explicit(kind: str, fields: Mapping[str, str]) -> tuple[Period, str, str]:
    if kind == "decade":
        first = int(fields["decade"])
        low, high = {"early": (0, 4), "mid": (3, 7), "late": (6, 10)}.get(fields.get("part", "").lower(), (0, 10))
        return Period(date(first + low, 1, 1), date(first + high, 1, 1)), "decade", "explicit"
    if kind == "century":
        first = 100 * (int(fields["century"]) - 1) + 1
        return Period(date(first, 1, 1), date(first + 100, 1, 1)), "century", "explicit"
    year = int(fields["year"])
    if kind == "years":
        second = fields["year2"]
        last = int(second) if len(second) == 4 else year - year % 100 + int(second)
        return Period(date(year, 1, 1), date(last + 1, 1, 1)), "years", "explicit"
    if kind == "year":
        low, high = {"early": (1, 5), "mid": (5, 9), "late": (9, 13)}.get(fields.get("part", "").lower(), (1, 13))
        end = date(year + 1, 1, 1) if high == 13 else date(year, high, 1)
        return Period(date(year, low, 1), end), "year", "explicit"
    month = _month(fields)
    if kind == "month":
        return Period.containing(date(year, month, 1), "month"), "month", "explicit"
    return Period.containing(date(year, month, int(fields["day"])), "day"), "day", "explicit"


def _without_year(
    kind: str, fields: Mapping[str, str], published: date | None, last: Period | None
) -> tuple[Period, str, str] | None:
    month, day = _month(fields), int(fields.get("day", "1"))
    granularity = "day" if kind == "day_of_year" else "month"

    def period(year: int) -> Period:
        return Period.containing(date(year, month, day), granularity)

    if last is not None and (published is None or last.start.year != published.year):
        # the text is telling another year: the next such day from the last date told
        year = (
            last.start.year
            if (month, day) >= (last.start.month, last.start.day if granularity == "day" else 1)
            else last.start.year + 1
        )
        if last.end - last.start > timedelta(days=31):
            year = last.start.year
        if published is None or period(year).start <= published:
            return period(year), granularity, "relative_text"
    if published is None:
        return None
    years = range(max(1, published.year - 8), min(published.year + 1, 9998) + 1)
    days = [period(year) for year in years if (month, day) != (2, 29) or isleap(year)]
    days = [found for found in days if found.start - published <= timedelta(days=120)]
    nearest = min(days, key=lambda found: abs((found.start - published).days))
    return nearest, granularity, "relative_publication"


def _relative(kind: str, fields: Mapping[str, str], published: date) -> tuple[Period, str, str] | None:
    basis = "relative_publication"
    if kind == "near":
        shift = {"yesterday": -1, "tomorrow": 1}.get(fields["near"].lower(), 0)
        return Period.containing(published + timedelta(days=shift), "day"), "day", basis
    which = fields.get("which", "").lower().split()[:1]
    if kind == "weekday":
        target = _WEEKDAYS.index(fields["weekday"].lower())
        back = (published.weekday() - target) % 7
        if which == ["next"]:
            return Period.containing(published + timedelta(days=7 - back), "day"), "day", basis
        if which == ["last"] and back == 0:
            back = 7
        return Period.containing(published - timedelta(days=back), "day"), "day", basis
    unit = fields["unit"]
    if unit == "weekend":
        monday = Period.containing(published, "week").start + timedelta(days=7 if which == ["next"] else 0)
        saturday = monday + timedelta(days=5 if which == ["next"] or published.weekday() >= 5 else -2)
        return Period(saturday, saturday + timedelta(days=2)), "day", basis
    if unit in ("decade", "century"):
        return None
    here = Period.containing(published, unit)
    if which in (["last"], ["past"]):
        here = Period.containing(here.start - timedelta(days=1), unit)
    elif which == ["next"]:
        here = here.next(unit)
    return here, unit, basis


def _ago(fields: Mapping[str, str], published: date | None, last: Period | None) -> tuple[Period, str, str] | None:
    way = fields["way"].lower()
    text_relative = way != "ago"
    if text_relative and last is None:
        return None
    anchor = last.start if text_relative and last is not None else published
    if anchor is None:
        return None
    count = fields.get("count", "1").lower()
    number = int(count) if count.isdigit() else _COUNTS[count]
    unit, sign = fields["unit"], 1 if way in ("later", "after", "another") else -1
    basis = "relative_text" if text_relative else "relative_publication"
    if unit in _UNIT_DAYS:
        day = anchor + timedelta(days=sign * number * _UNIT_DAYS[unit])
        return Period.containing(day, unit), unit, basis
    if unit == "month":
        months = anchor.year * 12 + anchor.month - 1 + sign * number
        return Period.containing(date(months // 12, months % 12 + 1, 1), "month"), "month", basis
    years = number * (10 if unit == "decade" else 1)
    return Period.containing(date(anchor.year + sign * years, 1, 1), "year"), "year", basis


def _month(fields: Mapping[str, str]) -> int:
    if "month_number" in fields:
        return int(fields["month_number"])
    return _MONTHS.index(fields["month"][:3].lower()) + 1
