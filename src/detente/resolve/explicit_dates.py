"""What a date expression means on its own, without counting from any other day."""

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
    part_of,
    part_of_month,
    part_of_year,
    relative,
    season_of,
    shifted,
    written_year,
    year_of,
    years_near,
)
from detente.schema.date_words import DECADES, EASTER, HOLIDAYS, ORDINALS, number
from detente.schema.period import Period


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the rule of Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    return date(year, (h + k - 7 * m + 114) // 31, (h + k - 7 * m + 114) % 31 + 1)


def _day(fields: Fields, published: date | None, ahead: bool) -> Found:
    return explicit(Period.containing(date(int(fields["year"]), month_of(fields), day_of(fields)), "day"), "day")


def _days(fields: Fields, published: date | None, ahead: bool) -> Found | None:
    month = month_of(fields)
    month2 = month_of(fields, "month2") if "month2" in fields else month
    years = [int(fields["year"])] if "year" in fields else years_near(published)
    if not years:
        return None
    spans = [
        Period(
            date(year - (month2 < month), month, day_of(fields)),
            date(year, month2, int(fields["day2"])) + timedelta(days=1),
        )
        for year in years
    ]
    if "year" in fields:
        return explicit(spans[0], "day")
    return relative(nearest(spans, published, ahead), "day") if published else None


def _days_years(fields: Fields, published: date | None, ahead: bool) -> Found:
    last = date(int(fields["year2"]), month_of(fields, "month2"), int(fields["day2"]))
    return explicit(
        Period(date(int(fields["year"]), month_of(fields), day_of(fields)), last + timedelta(days=1)), "day"
    )


def _month(fields: Fields, published: date | None, ahead: bool) -> Found:
    return explicit(part_of_month(written_year(fields), month_of(fields), part_of(fields)), "month")


def _months(fields: Fields, published: date | None, ahead: bool) -> Found | None:
    first, second = month_of(fields), month_of(fields, "month2")
    if "year" not in fields:
        if published is None:
            return None
        spans = [_month_span(year, first, second) for year in years_near(published)]
        return relative(nearest(spans, published, ahead), "month")
    return explicit(_month_span(int(fields["year"]), first, second), "month")


def _month_span(year: int, first: int, second: int) -> Period:
    start = date(year - (second < first), first, 1)
    return Period(start, Period.containing(date(year, second, 1), "month").end)


def _months_years(fields: Fields, published: date | None, ahead: bool) -> Found:
    end = Period.containing(date(int(fields["year2"]), month_of(fields, "month2"), 1), "month").end
    return explicit(Period(date(int(fields["year"]), month_of(fields), 1), end), "month")


def _holiday(fields: Fields, published: date | None, ahead: bool) -> Found | None:
    name = fields["holiday"].lower().replace("’", "'")
    if name in EASTER:
        if "year" not in fields:
            return None
        return explicit(Period.containing(easter(int(fields["year"])) + timedelta(days=EASTER[name]), "day"), "day")
    month, day = HOLIDAYS[name]
    if "year" in fields:
        day_named = date(int(fields["year"]), month, day) - timedelta(days="eve" in fields)
        return explicit(Period.containing(day_named, "day"), "day")
    if published is None:
        return None
    return relative(
        nearest([Period.containing(date(y, month, day), "day") for y in years_near(published)], published, ahead), "day"
    )


def _week_of(fields: Fields, published: date | None, ahead: bool) -> Found | None:
    day = day_of(fields)
    year = int(fields["year"]) if "year" in fields else published.year if published else None
    if year is None:
        return None
    week = Period.containing(date(year, month_of(fields), day), "week")
    return explicit(week, "week") if "year" in fields else relative(week, "week")


def _season(fields: Fields, published: date | None, ahead: bool) -> Found:
    return explicit(season_of(fields["season"], int(fields["year"])), "quarter")


def _quarter(fields: Fields, published: date | None, ahead: bool) -> Found | None:
    year = year_of(fields, published)
    if year is None:
        return None
    names = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
    text = fields["quarter"].lower()
    quarter = names.get(text) or int(text[0])
    period = Period.containing(date(year, 3 * quarter - 2, 1), "quarter")
    return explicit(period, "quarter") if "year" in fields else relative(period, "quarter")


def _half(fields: Fields, published: date | None, ahead: bool) -> Found | None:
    year = year_of(fields, published)
    if year is None:
        return None
    first = fields["half"].lower() in ("first", "1")
    period = Period(date(year, 1, 1), date(year, 7, 1)) if first else Period(date(year, 7, 1), date(year + 1, 1, 1))
    return explicit(period, "quarter") if "year" in fields else relative(period, "quarter")


def _third(fields: Fields, published: date | None, ahead: bool) -> Found | None:
    """'the first three months of 2020', 'the last two weeks of March 2014'."""
    if "year" not in fields:
        return None
    whole = (
        _month(fields, None, False).period
        if "month" in fields
        else Period.containing(date(int(fields["year"]), 1, 1), "year")
    )
    count, unit = number(fields["count"]), fields["unit"]
    opening = fields["third"].lower() in ("first", "opening")
    if unit == "month":
        year = whole.start.year
        period = (
            Period(date(year, 1, 1), date(year, count + 1, 1))
            if opening
            else Period(date(year, 13 - count, 1), whole.end)
        )
    else:
        days = timedelta(days=count * (7 if unit == "week" else 1))
        period = Period(whole.start, whole.start + days) if opening else Period(whole.end - days, whole.end)
    return explicit(period, "month" if unit == "month" else unit)


def _year(fields: Fields, published: date | None, ahead: bool) -> Found:
    part = part_of(fields)
    return explicit(part_of_year(written_year(fields), part), "quarter" if part else "year")


def _offset(fields: Fields, published: date | None, ahead: bool) -> Found:
    """'three days before the landing on 6 June 1944'."""
    named = date(int(fields["year"]), month_of(fields), day_of(fields))
    count = number(fields["count"]) if "count" in fields else 1
    unit = fields["unit"]
    period = shifted(named, unit, -count if fields["way"] == "before" else count, unit)
    return Found(period, unit, "relative_text")


def _parts_years(fields: Fields, published: date | None, ahead: bool) -> Found:
    start = part_of_year(int(fields["year"]), fields["part"]).start
    return explicit(Period(start, part_of_year(int(fields["year2"]), fields["part2"]).end), "years")


def _week_of_month(fields: Fields, published: date | None, ahead: bool) -> Found | None:
    """Days 1–7, 8–14, 15–21, 22–28, or the last seven."""
    year = int(fields["year"]) if "year" in fields else published.year if published else None
    if year is None:
        return None
    month = month_of(fields)
    first = {"first": 1, "second": 8, "third": 15, "fourth": 22, "last": monthrange(year, month)[1] - 6}[fields["nth"]]
    start = date(year, month, first)
    found = Period(start, start + timedelta(days=7))
    return explicit(found, "week") if "year" in fields else relative(found, "week")


def _centuries(fields: Fields, published: date | None, ahead: bool) -> Found:
    ends = [_century({"century": fields[key]}, None, False).period for key in ("century", "century2")]
    return explicit(Period(ends[0].start, ends[1].end), "century")


def _years(fields: Fields, published: date | None, ahead: bool) -> Found:
    year, second = int(fields["year"]), fields["year2"]
    last = int(second) if len(second) == 4 else year - year % 100 + int(second)
    return explicit(Period(date(year, 1, 1), date(last + 1, 1, 1)), "years")


def _decade(fields: Fields, published: date | None, ahead: bool) -> Found:
    if "decade" in fields:
        first = int(fields["decade"])
    elif "short" in fields:
        first = 1900 + int(fields["short"])
    else:
        first = DECADES[fields["decade_word"].lower().replace("nineteen", "").strip(" -")]
    low, high = {"early": (0, 4), "mid": (3, 7), "late": (6, 10)}.get(part_of(fields), (0, 10))
    return explicit(
        Period(date(first + low, 1, 1), date(first + high, 1, 1)), "decade" if high - low == 10 else "years"
    )


def _century(fields: Fields, published: date | None, ahead: bool) -> Found:
    text = fields["century"].lower()
    first = 100 * ((ORDINALS.index(text) if text in ORDINALS else int(text[:-2])) - 1) + 1
    low, high = {"early": (0, 33), "mid": (33, 67), "late": (67, 100)}.get(part_of(fields), (0, 100))
    if "quarter_of" in fields:
        nth = {"first": 0, "second": 25, "third": 50}.get(fields["quarter_of"], 75)
        low, high = nth, nth + 25
    if "half_of" in fields:
        low, high = (0, 50) if fields["half_of"] == "first" else (50, 100)
    return explicit(Period(date(first + low, 1, 1), date(first + high, 1, 1)), "century")


EXPLICIT: dict[str, Callable[[Fields, date | None, bool], Found | None]] = {
    "day": _day, "days": _days, "days_years": _days_years, "month": _month, "months": _months, "months_years": _months_years, "holiday": _holiday,
    "week_of": _week_of, "season": _season, "quarter": _quarter, "half": _half, "third": _third, "year": _year, "years": _years,
    "decade": _decade, "century": _century,
    "offset": _offset, "parts_years": _parts_years, "week_of_month": _week_of_month, "centuries": _centuries,
}  # fmt: skip
