"""What a date expression means on its own, without counting from any other day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from detente.resolve.intervals import (
    Fields,
    Found,
    day_of,
    explicit,
    month_of,
    part_of,
    part_of_month,
    part_of_year,
    season_of,
    shifted,
    written_year,
)
from detente.schema.date_words import DECADES, ORDINALS, number
from detente.schema.period import Period


def _day(fields: Fields) -> Found:
    return explicit(Period.containing(date(int(fields["year"]), month_of(fields), day_of(fields)), "day"), "day")


def _days_years(fields: Fields) -> Found:
    last = date(int(fields["year2"]), month_of(fields, "month2"), int(fields["day2"]))
    return explicit(
        Period(date(int(fields["year"]), month_of(fields), day_of(fields)), last + timedelta(days=1)), "day"
    )


def _month(fields: Fields) -> Found:
    return explicit(part_of_month(written_year(fields), month_of(fields), part_of(fields)), "month")


def _months_years(fields: Fields) -> Found:
    end = Period.containing(date(int(fields["year2"]), month_of(fields, "month2"), 1), "month").end
    return explicit(Period(date(int(fields["year"]), month_of(fields), 1), end), "month")


def _season(fields: Fields) -> Found:
    return explicit(season_of(fields["season"], int(fields["year"])), "quarter")


def _third(fields: Fields) -> Found:
    """'the first three months of 2020', 'the last two weeks of March 2014'."""
    whole = _month(fields).period if "month" in fields else Period.containing(date(int(fields["year"]), 1, 1), "year")
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
    return explicit(period, unit)


def _year(fields: Fields) -> Found:
    part = part_of(fields)
    return explicit(part_of_year(written_year(fields), part), "quarter" if part else "year")


def _offset(fields: Fields) -> Found:
    """'three days before the landing on 6 June 1944'."""
    named = date(int(fields["year"]), month_of(fields), day_of(fields))
    count = number(fields["count"]) if "count" in fields else 1
    unit = fields["unit"]
    period = shifted(named, unit, -count if fields["way"] == "before" else count, unit)
    return Found(period, unit, "relative_text")


def _parts_years(fields: Fields) -> Found:
    start = part_of_year(int(fields["year"]), fields["part"]).start
    return explicit(Period(start, part_of_year(int(fields["year2"]), fields["part2"]).end), "years")


def _centuries(fields: Fields) -> Found:
    ends = [_century({"century": fields[key]}).period for key in ("century", "century2")]
    return explicit(Period(ends[0].start, ends[1].end), "century")


def _years(fields: Fields) -> Found:
    year, second = int(fields["year"]), fields["year2"]
    last = int(second) if len(second) == 4 else year - year % 100 + int(second)
    return explicit(Period(date(year, 1, 1), date(last + 1, 1, 1)), "years")


def _decade(fields: Fields) -> Found:
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


def _century(fields: Fields) -> Found:
    text = fields["century"].lower()
    first = 100 * ((ORDINALS.index(text) if text in ORDINALS else int(text[:-2])) - 1) + 1
    low, high = {"early": (0, 33), "mid": (33, 67), "late": (67, 100)}.get(part_of(fields), (0, 100))
    if "quarter_of" in fields:
        nth = {"first": 0, "second": 25, "third": 50}.get(fields["quarter_of"], 75)
        low, high = nth, nth + 25
    if "half_of" in fields:
        low, high = (0, 50) if fields["half_of"] == "first" else (50, 100)
    return explicit(Period(date(first + low, 1, 1), date(first + high, 1, 1)), "century")


EXPLICIT: dict[str, Callable[[Fields], Found]] = {
    "day": _day,
    "days_years": _days_years,
    "month": _month,
    "months_years": _months_years,
    "season": _season,
    "third": _third,
    "year": _year,
    "offset": _offset,
    "parts_years": _parts_years,
    "centuries": _centuries,
    "years": _years,
    "decade": _decade,
    "century": _century,
}
