"""Date expressions that count from the date last told: "two decades later", "that month", "the Saturday"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from detente.resolve.intervals import (
    OWN_GRANULARITY,
    Fields,
    Found,
    day_of,
    half_more,
    month_of,
    part_of,
    part_of_month,
    part_of_year,
    season_of,
    shifted,
    unit_and_count,
)
from detente.schema.date_words import WEEKDAYS
from detente.schema.period import PERIOD_KINDS, Period

_FINENESS = (*PERIOD_KINDS, "years", "decade", "century")
_OWN = OWN_GRANULARITY | dict.fromkeys(("morning", "evening", "afternoon", "date"), "day")
_STORY = timedelta(days=62)  # a told date this near to publication is no story of another time


def _coarser(first: str, second: str) -> str:
    first, second = (g if g in PERIOD_KINDS else "year" for g in (first, second))
    return max(first, second, key=_FINENESS.index)


def _found(period: Period, granularity: str) -> Found:
    return Found(period, granularity, "relative_text")


def _ago(fields: Fields, told: Found, published: date | None) -> Found | None:
    if fields.get("way") in ("ago", "hence"):
        return None
    unit, count = unit_and_count(fields)
    back = fields.get("way", "later") in ("earlier", "before", "previously", "prior", "beforehand")
    sign = -1 if back and "another" not in fields else 1  # "another two decades before" it came: later
    granularity = _coarser(_OWN.get(unit, unit), told.granularity)
    anchor = (
        told.period.end - timedelta(days=1)
        if sign > 0 and unit in ("day", "week", "night") and told.granularity == "day"
        else told.period.start
    )
    return _found(shifted(anchor, unit, sign * count, granularity), granularity)


def _told(fields: Fields, told: Found, published: date | None) -> Found | None:
    which, unit = fields["which"].lower(), fields["unit"]
    unit = _OWN.get(unit, unit) if unit not in ("decade", "century") else unit
    if unit == "weekend":
        saturday = told.period.start + timedelta(days=(5 - told.period.start.weekday()) % 7)
        return _found(Period(saturday, saturday + timedelta(days=2)), "day")
    after = any(word in which for word in ("following", "next", "ensuing"))
    before = any(word in which for word in ("prev", "prec"))
    if unit in ("decade", "century"):
        size = 10 if unit == "decade" else 100
        first = told.period.start.year - told.period.start.year % size + size * (after - before)
        return _found(Period(date(first, 1, 1), date(first + size, 1, 1)), unit)
    if _FINENESS.index(unit) < _FINENESS.index(_coarser("day", told.granularity)):
        if "same" in which or which.startswith("that"):
            return _found(told.period, told.granularity) if unit == "day" and told.granularity == "day" else None
        return None
    here = Period.containing(told.period.start, unit)
    if after or which == "that followed":
        last = told.period.end - timedelta(days=1)
        here = Period.containing(last, unit).next(unit)
    elif before:
        here = Period.containing(here.start - timedelta(days=1), unit)
    return _found(here, unit)


def _weekday(fields: Fields, told: Found, published: date | None) -> Found | None:
    which = fields.get("which", "").lower()
    if told.granularity not in ("day", "week") or (
        published is not None and which not in ("that", "the", "the following", "the next", "the previous")
    ):
        return None
    if published is not None and which == "the" and abs(published - told.period.start) < timedelta(days=20):
        return None
    target = WEEKDAYS.index(fields["weekday"].lower())
    if which in ("the previous", "last"):
        back = (told.period.start.weekday() - target) % 7 or 7
        return _found(Period.containing(told.period.start - timedelta(days=back), "day"), "day")
    forward = (target - told.period.start.weekday()) % 7
    if which in ("the following", "the next", "next"):
        forward = forward or 7
    return _found(Period.containing(told.period.start + timedelta(days=forward), "day"), "day")


def _elsewhere(told: Found, published: date | None) -> bool:
    """Whether the text tells of another time than that of its publication."""
    if told.granularity in ("decade", "century", "years"):
        return False
    if published is None:
        return True
    another = told.basis != "relative_publication" and told.period.start.year != published.year
    return another and published - told.period.end > _STORY


def _month_of_year(fields: Fields, told: Found, published: date | None) -> Found | None:
    which = fields.get("which", "").lower()
    if (which and not which.startswith(("that", "the"))) or not (which or _elsewhere(told, published)):
        return None
    year, month = told.period.start.year, month_of(fields)
    if (
        told.granularity in ("day", "week", "month")
        and (month < told.period.start.month or (which == "the following" and month == told.period.start.month))
    ) or (told.granularity == "year" and which == "the following"):
        year += 1
    if which in ("the previous", "the preceding"):
        year -= 1 if month >= told.period.start.month or told.granularity == "year" else 0
        year -= year > told.period.start.year
    return _found(part_of_month(year, month, part_of(fields)), "month")


def _day_of_year(fields: Fields, told: Found, published: date | None) -> Found | None:
    if not _elsewhere(told, published):
        return None
    year, month, day = told.period.start.year, month_of(fields), day_of(fields)
    if told.granularity in ("day", "week", "month") and (month, day) < (
        told.period.start.month,
        told.period.start.day if told.granularity == "day" else 1,
    ):
        year += 1
    found = Period.containing(date(year, month, day), "day")
    return _found(found, "day") if published is None or found.start <= published else None


def _month_ref(fields: Fields, told: Found, published: date | None) -> Found | None:
    shift = {"that": 0, "the same": 0, "the following": 1, "the previous": -1}.get(fields["ref"])
    if shift is None:
        return None
    return _found(part_of_month(told.period.start.year + shift, month_of(fields), part_of(fields)), "month")


def _season_ref(fields: Fields, told: Found, published: date | None) -> Found | None:
    which = fields["which"].lower()
    if not which.startswith(("that", "the")):
        return None
    years = (told.period.start.year - 1, told.period.start.year, told.period.start.year + 1, told.period.start.year + 2)
    seasons = [season_of(fields["season"], year) for year in years]
    if which in ("the following", "the next"):
        day = told.period.start
        end = told.period.end if told.granularity != "year" else date(day.year + 1, 1, 1)
        fine = told.granularity in ("day", "month", "week")
        return _found(next(s for s in seasons if s.start >= end or (fine and s.start > day)), "quarter")
    if which == "the previous":
        return _found([s for s in seasons if s.end <= told.period.start][-1], "quarter")
    if told.granularity == "year":
        return _found(seasons[1], "quarter")
    return _found(next(s for s in seasons if s.end > told.period.start), "quarter")


def _third_ref(fields: Fields, told: Found, published: date | None) -> Found | None:
    ref = fields["ref"].lower()
    shift = {"that": 0, "the same": 0, "the following": 1, "the next": 1, "the previous": -1}.get(ref)
    if (ref == "next" and published is None) or (ref == "the" and _elsewhere(told, published)):
        shift = int(ref == "next")
    if shift is None or fields["unit"] == "week":
        return None
    if fields["unit"] == "year":
        return _found(part_of_year(told.period.start.year + shift, part_of(fields)), "quarter")
    if told.granularity not in ("day", "week", "month"):
        return None
    months = told.period.start.year * 12 + told.period.start.month - 1 + shift
    return _found(part_of_month(months // 12, months % 12 + 1, part_of(fields)), "month")


def _within(fields: Fields, told: Found, published: date | None) -> Found | None:
    """'within a week', 'the two years that followed': from the date told on."""
    unit, count = unit_and_count(fields)
    if told.granularity not in ("day", "week", "month", "year"):
        return None
    return _found(Period(told.period.start, shifted(told.period.start, unit, count, "day").end), _OWN.get(unit, unit))


def _followed(fields: Fields, told: Found, published: date | None) -> Found | None:
    unit, count = unit_and_count(fields)
    fine = _coarser(_OWN.get(unit, unit), told.granularity)
    last = shifted(told.period.end, unit, count, "day").start
    return _found(Period(told.period.end, last), fine)


def _later_day(fields: Fields, told: Found, published: date | None) -> Found | None:
    unit, count = unit_and_count(fields)
    return _found(shifted(told.period.start, unit, count, "day"), "day") if told.granularity == "day" else None


def _half_ago(fields: Fields, told: Found, published: date | None) -> Found | None:
    if fields["way"] == "ago":
        return None
    fine = _coarser("month" if fields["unit"] == "year" else "year", told.granularity)
    months = half_more(fields) * (1 if fields["way"] == "later" else -1)
    return _found(shifted(told.period.start, "month", months, fine), fine)


def _week_told(fields: Fields, told: Found, published: date | None) -> Found | None:
    unit = fields["unit"]
    if fields["which"] == "this" or (fields["which"] == "the" and not _elsewhere(told, published)):
        return None
    if _FINENESS.index(unit) < _FINENESS.index(_coarser("day", told.granularity)):
        return None
    return _found(Period.containing(told.period.start, unit), unit)


def _near(fields: Fields, told: Found, published: date | None) -> Found | None:
    if fields["near"].lower() != "on the morrow" or told.granularity != "day":
        return None
    return _found(Period.containing(told.period.end, "day"), "day")


TEXT_RELATIVE: dict[str, Callable[[Fields, Found, date | None], Found | None]] = {
    "ago": _ago,
    "told": _told,
    "weekday": _weekday,
    "month_of_year": _month_of_year,
    "month_which": _month_of_year,
    "day_of_year": _day_of_year,
    "month_ref": _month_ref,
    "season_ref": _season_ref,
    "third_ref": _third_ref,
    "within": _within,
    "followed": _followed,
    "later_day": _later_day,
    "half_ago": _half_ago,
    "week_told": _week_told,
    "near": _near,
}
