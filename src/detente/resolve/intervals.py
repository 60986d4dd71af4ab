"""What a date expression of each kind means, on its own or counted from the day of publication."""

from __future__ import annotations

from calendar import isleap, monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from detente.schema.date_words import DECADES, EASTER, HOLIDAYS, MONTHS, ORDINALS, ROMAN, SEASONS, WEEKDAYS, number
from detente.schema.period import Period

Fields = Mapping[str, str]
_EARLY = ("early", "beginning", "start", "opening", "turn")
_LATE = ("late", "end", "close")
_RECENT_DAYS = {"day": 7, "week": 30, "month": 180, "year": 1826}
_VAGUE_DAYS = 90
_LOOK_AHEAD = timedelta(days=300)


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


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the rule of Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    return date(year, (h + k - 7 * m + 114) // 31, (h + k - 7 * m + 114) % 31 + 1)


def _explicit(period: Period, granularity: str) -> Found:
    return Found(period, granularity, "explicit")


def _relative(period: Period, granularity: str) -> Found:
    return Found(period, granularity, "relative_publication")


# on their own


def _day(fields: Fields, published: date | None, ahead: bool) -> Found:
    return _explicit(Period.containing(date(int(fields["year"]), month_of(fields), day_of(fields)), "day"), "day")


def _days(fields: Fields, published: date | None, ahead: bool) -> Found | None:
    month = month_of(fields)
    month2 = month_of(fields, "month2") if "month2" in fields else month
    years = [int(fields["year"])] if "year" in fields else _years_near(published)
    if not years:
        return None
    spans = [
        Period(date(year - (month2 < month), month, day_of(fields)), date(year, month2, int(fields["day2"])) + timedelta(days=1))
        for year in years
    ]
    if "year" in fields:
        return _explicit(spans[0], "day")
    return _relative(_nearest(spans, published, ahead), "day") if published else None


def _days_years(fields: Fields, published: date | None, ahead: bool) -> Found:
    last = date(int(fields["year2"]), month_of(fields, "month2"), int(fields["day2"]))
    return _explicit(Period(date(int(fields["year"]), month_of(fields), day_of(fields)), last + timedelta(days=1)), "day")


def written_year(fields: Fields) -> int:
    """The year, of two digits in the twentieth century."""
    return int(fields["year"]) if "year" in fields else 1900 + int(fields["yy"])


def _month(fields: Fields, published: date | None, ahead: bool) -> Found:
    return _explicit(part_of_month(written_year(fields), month_of(fields), part_of(fields)), "month")


def _months(fields: Fields, published: date | None, ahead: bool) -> Found | None:
    first, second = month_of(fields), month_of(fields, "month2")
    if "year" not in fields:
        if published is None:
            return None
        spans = [_month_span(year, first, second) for year in _years_near(published)]
        return _relative(_nearest(spans, published, ahead), "month")
    return _explicit(_month_span(int(fields["year"]), first, second), "month")


def _month_span(year: int, first: int, second: int) -> Period:
    start = date(year - (second < first), first, 1)
    return Period(start, Period.containing(date(year, second, 1), "month").end)


def _months_years(fields: Fields, published: date | None, ahead: bool) -> Found:
    end = Period.containing(date(int(fields["year2"]), month_of(fields, "month2"), 1), "month").end
    return _explicit(Period(date(int(fields["year"]), month_of(fields), 1), end), "month")


def _holiday(fields: Fields, published: date | None, ahead: bool) -> Found | None:
    name = fields["holiday"].lower().replace("’", "'")
    if name in EASTER:
        if "year" not in fields:
            return None
        return _explicit(Period.containing(easter(int(fields["year"])) + timedelta(days=EASTER[name]), "day"), "day")
    month, day = HOLIDAYS[name]
    if "year" in fields:
        day_named = date(int(fields["year"]), month, day) - timedelta(days="eve" in fields)
        return _explicit(Period.containing(day_named, "day"), "day")
    if published is None:
        return None
    return _relative(_nearest([Period.containing(date(y, month, day), "day") for y in _years_near(published)], published, ahead), "day")


def _week_of(fields: Fields, published: date | None, ahead: bool) -> Found | None:
    day = day_of(fields)
    year = int(fields["year"]) if "year" in fields else published.year if published else None
    if year is None:
        return None
    week = Period.containing(date(year, month_of(fields), day), "week")
    return _explicit(week, "week") if "year" in fields else _relative(week, "week")


def _season(fields: Fields, published: date | None, ahead: bool) -> Found:
    return _explicit(season_of(fields["season"], int(fields["year"])), "quarter")


def _quarter(fields: Fields, published: date | None, ahead: bool) -> Found | None:
    year = _year_of(fields, published)
    if year is None:
        return None
    names = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}
    text = fields["quarter"].lower()
    quarter = names.get(text) or int(text[0])
    period = Period.containing(date(year, 3 * quarter - 2, 1), "quarter")
    return _explicit(period, "quarter") if "year" in fields else _relative(period, "quarter")


def _half(fields: Fields, published: date | None, ahead: bool) -> Found | None:
    year = _year_of(fields, published)
    if year is None:
        return None
    first = fields["half"].lower() in ("first", "1")
    period = Period(date(year, 1, 1), date(year, 7, 1)) if first else Period(date(year, 7, 1), date(year + 1, 1, 1))
    return _explicit(period, "quarter") if "year" in fields else _relative(period, "quarter")


def _third(fields: Fields, published: date | None, ahead: bool) -> Found | None:
    """'the first three months of 2020', 'the last two weeks of March 2014'."""
    if "year" not in fields:
        return None
    whole = _month(fields, None, False).period if "month" in fields else Period.containing(date(int(fields["year"]), 1, 1), "year")
    count, unit = number(fields["count"]), fields["unit"]
    opening = fields["third"].lower() in ("first", "opening")
    if unit == "month":
        year = whole.start.year
        period = Period(date(year, 1, 1), date(year, count + 1, 1)) if opening else Period(date(year, 13 - count, 1), whole.end)
    else:
        days = timedelta(days=count * (7 if unit == "week" else 1))
        period = Period(whole.start, whole.start + days) if opening else Period(whole.end - days, whole.end)
    return _explicit(period, "month" if unit == "month" else unit)


def _year(fields: Fields, published: date | None, ahead: bool) -> Found:
    part = part_of(fields)
    return _explicit(part_of_year(written_year(fields), part), "quarter" if part else "year")


def _offset(fields: Fields, published: date | None, ahead: bool) -> Found:
    """'three days before the landing on 6 June 1944'."""
    named = date(int(fields["year"]), month_of(fields), day_of(fields))
    count = number(fields["count"]) if "count" in fields else 1
    unit = fields["unit"]
    period = shifted(named, unit, -count if fields["way"] == "before" else count, unit)
    return Found(period, unit, "relative_text")


def _parts_years(fields: Fields, published: date | None, ahead: bool) -> Found:
    start = part_of_year(int(fields["year"]), fields["part"]).start
    return _explicit(Period(start, part_of_year(int(fields["year2"]), fields["part2"]).end), "years")


def _week_of_month(fields: Fields, published: date | None, ahead: bool) -> Found | None:
    """Days 1–7, 8–14, 15–21, 22–28, or the last seven."""
    year = int(fields["year"]) if "year" in fields else published.year if published else None
    if year is None:
        return None
    month = month_of(fields)
    first = {"first": 1, "second": 8, "third": 15, "fourth": 22, "last": monthrange(year, month)[1] - 6}[fields["nth"]]
    start = date(year, month, first)
    found = Period(start, start + timedelta(days=7))
    return _explicit(found, "week") if "year" in fields else _relative(found, "week")


def _centuries(fields: Fields, published: date | None, ahead: bool) -> Found:
    ends = [_century({"century": fields[key]}, None, False).period for key in ("century", "century2")]
    return _explicit(Period(ends[0].start, ends[1].end), "century")


def _years(fields: Fields, published: date | None, ahead: bool) -> Found:
    year, second = int(fields["year"]), fields["year2"]
    last = int(second) if len(second) == 4 else year - year % 100 + int(second)
    return _explicit(Period(date(year, 1, 1), date(last + 1, 1, 1)), "years")


def _decade(fields: Fields, published: date | None, ahead: bool) -> Found:
    if "decade" in fields:
        first = int(fields["decade"])
    elif "short" in fields:
        first = 1900 + int(fields["short"])
    else:
        first = DECADES[fields["decade_word"].lower().replace("nineteen", "").strip(" -")]
    low, high = {"early": (0, 4), "mid": (3, 7), "late": (6, 10)}.get(part_of(fields), (0, 10))
    return _explicit(Period(date(first + low, 1, 1), date(first + high, 1, 1)), "decade" if high - low == 10 else "years")


def _century(fields: Fields, published: date | None, ahead: bool) -> Found:
    text = fields["century"].lower()
    first = 100 * ((ORDINALS.index(text) if text in ORDINALS else int(text[:-2])) - 1) + 1
    low, high = {"early": (0, 33), "mid": (33, 67), "late": (67, 100)}.get(part_of(fields), (0, 100))
    if "quarter_of" in fields:
        nth = {"first": 0, "second": 25, "third": 50}.get(fields["quarter_of"], 75)
        low, high = nth, nth + 25
    if "half_of" in fields:
        low, high = (0, 50) if fields["half_of"] == "first" else (50, 100)
    return _explicit(Period(date(first + low, 1, 1), date(first + high, 1, 1)), "century")


def _year_of(fields: Fields, published: date | None) -> int | None:
    if "year" in fields:
        return int(fields["year"])
    shift = {"last": -1, "next": 1, "this": 0}.get(fields.get("ref", ""))
    return None if published is None or shift is None else published.year + shift


# counted from publication


def _years_near(published: date | None) -> list[int]:
    return [] if published is None else [y for y in range(published.year - 2, published.year + 3) if 1 <= y <= 9998]


def _nearest(spans: list[Period], published: date | None, ahead: bool) -> Period:
    """The last that has begun by publication; with a look ahead the first that has not ended, when it is near."""
    assert published is not None
    past = [span for span in spans if span.start <= published]
    coming = [span for span in spans if span.end > published]
    if ahead and coming and coming[0].start - published <= _LOOK_AHEAD:
        return coming[0]
    return past[-1]


def _day_of_year(fields: Fields, published: date, ahead: bool) -> Found:
    month, day = month_of(fields), day_of(fields)
    years = [y for y in range(max(1, published.year - 8), min(published.year + 2, 9998)) if (month, day) != (2, 29) or isleap(y)]
    spans = [Period.containing(date(year, month, day), "day") for year in years]
    coming = [span for span in spans if span.start > published]
    past = [span for span in spans if span.start <= published]
    if coming and (ahead or (past and (coming[0].start - published).days * 6 < (published - past[-1].start).days)):
        if (coming[0].start - published) <= _LOOK_AHEAD and not (ahead and past and published - past[-1].start < timedelta(days=8)):
            return _relative(coming[0], "day")
    return _relative(past[-1], "day")


def _month_of_year(fields: Fields, published: date, ahead: bool) -> Found:
    part, month = part_of(fields), month_of(fields)
    spans = [part_of_month(year, month, part) for year in _years_near(published)]
    return _relative(_nearest(spans, published, ahead), "month")


def _month_ref(fields: Fields, published: date, ahead: bool) -> Found | None:
    year = _year_of(fields, published)
    return None if year is None else _relative(part_of_month(year, month_of(fields), part_of(fields)), "month")


def _month_which(fields: Fields, published: date, ahead: bool) -> Found | None:
    which, month = fields["which"].lower(), month_of(fields)
    if which.startswith(("that", "the")):
        return None
    spans = [Period.containing(date(year, month, 1), "month") for year in _years_near(published)]
    if which in ("last", "this past"):
        return _relative([span for span in spans if span.end <= published][-1], "month")
    if which in ("next", "this coming"):
        return _relative(next(span for span in spans if span.start > published), "month")
    return _relative(Period.containing(date(published.year, month, 1), "month"), "month")


def _season_ref(fields: Fields, published: date, ahead: bool) -> Found | None:
    which = fields["which"].lower()
    if which.startswith(("that", "the")):
        return None
    spans = [season_of(fields["season"], year) for year in _years_near(published)]
    if which == "last":
        return _relative([span for span in spans if span.end <= published][-1], "quarter")
    if which == "next":
        return _relative(next(span for span in spans if span.start > published), "quarter")
    here = [span for span in spans if span.start.year == published.year]
    return _relative(here[0], "quarter")


def _third_ref(fields: Fields, published: date, ahead: bool) -> Found | None:
    """'early this month', 'late last year', 'the end of the year'."""
    ref, unit, part = fields["ref"].lower(), fields["unit"], part_of(fields)
    if ref not in ("last", "this", "next", "the") or (unit == "week"):
        return None if unit != "week" else _which({"which": ref, "unit": unit}, published, ahead)
    shift = {"last": -1, "next": 1}.get(ref, 0)
    if unit == "year":
        return _relative(part_of_year(published.year + shift, part), "quarter")
    months = published.year * 12 + published.month - 1 + shift
    return _relative(part_of_month(months // 12, months % 12 + 1, part), "month")


def _near(fields: Fields, published: date, ahead: bool) -> Found:
    word = fields["near"].lower()
    shift = {"yesterday": -1, "last night": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}.get(word, 0)
    day = published + timedelta(days=shift)
    if word == "overnight":
        return _relative(Period(day - timedelta(days=1), day + timedelta(days=1)), "day")
    return _relative(Period.containing(day, "day"), "day")


def _weekday(fields: Fields, published: date, ahead: bool) -> Found | None:
    target = WEEKDAYS.index(fields["weekday"].lower())
    which = fields.get("which", "").lower()
    back = (published.weekday() - target) % 7
    if which in ("that", "the following", "the previous", "the next"):
        return None
    if which in ("next", "coming", "this coming") or (ahead and which == ""):
        return _relative(Period.containing(published + timedelta(days=7 - back), "day"), "day")
    if which == "this":
        monday = published - timedelta(days=published.weekday())
        return _relative(Period.containing(monday + timedelta(days=target), "day"), "day")
    back = back or (7 if which in ("last", "this past") else 0)
    return _relative(Period.containing(published - timedelta(days=back), "day"), "day")


def _weekday_week(fields: Fields, published: date, ahead: bool) -> Found:
    monday = published - timedelta(days=published.weekday())
    shift = {"last": -7, "next": 7, "this": 0}[fields["which"]]
    day = monday + timedelta(days=shift + WEEKDAYS.index(fields["weekday"].lower()))
    return _relative(Period.containing(day, "day"), "day")


def _weekday_ago(fields: Fields, published: date, ahead: bool) -> Found:
    back = (published.weekday() - WEEKDAYS.index(fields["weekday"].lower())) % 7 + 7
    return _relative(Period.containing(published - timedelta(days=back), "day"), "day")


def _which(fields: Fields, published: date, ahead: bool) -> Found | None:
    which, unit = fields["which"].lower(), fields["unit"]
    shift = -1 if which.endswith(("last", "past")) else 1 if which.endswith(("next", "coming")) else 0
    if unit == "weekend":
        saturday = published - timedelta(days=published.weekday()) + timedelta(days=5)
        saturday += timedelta(days=7 * (shift if shift <= 0 else int(published.weekday() >= 5)))
        return _relative(Period(saturday, saturday + timedelta(days=2)), "day")
    if unit in ("decade", "century"):
        size = 10 if unit == "decade" else 100
        first = published.year - (published.year - (unit == "century")) % size + size * shift
        return _relative(Period(date(first, 1, 1), date(first + size, 1, 1)), unit)
    here = Period.containing(published, unit)
    if which in ("early last", "late last", "early next"):
        return _third_ref({"part": which.split()[0], "ref": which.split()[1], "unit": unit}, published, ahead)
    if shift < 0:
        here = Period.containing(here.start - timedelta(days=1), unit)
    elif shift > 0:
        here = here.next(unit)
    return _relative(here, unit)


def shifted(day: date, unit: str, count: int, granularity: str) -> Period:
    """Period of `granularity` that holds the day `count` units away."""
    if unit in ("day", "night"):
        moved = day + timedelta(days=count)
    elif unit in ("week", "fortnight"):
        moved = day + timedelta(days=count * (14 if unit == "fortnight" else 7))
    else:
        months = day.year * 12 + day.month - 1 + count * {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
        year, month = months // 12, months % 12 + 1
        moved = date(year, month, min(day.day, monthrange(year, month)[1]))
    return Period.containing(moved, granularity)


_OWN_GRANULARITY = {"night": "day", "fortnight": "week", "decade": "year", "century": "year"}


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


def _ago(fields: Fields, published: date, ahead: bool) -> Found | None:
    if fields["way"] not in ("ago", "hence"):
        return None
    unit, count = unit_and_count(fields)
    granularity = _OWN_GRANULARITY.get(unit, unit)
    sign = 1 if fields["way"] == "hence" else -1
    return _relative(shifted(published, unit, sign * count, granularity), granularity)


def _from_now(fields: Fields, published: date, ahead: bool) -> Found:
    unit, count = unit_and_count(fields)
    return _relative(shifted(published, unit, count, unit), unit)


def _past(fields: Fields, published: date, ahead: bool) -> Found:
    unit, count = unit_and_count(fields)
    start = shifted(published, unit, -count, "day").start
    return _relative(Period(start, published + timedelta(days=1)), _OWN_GRANULARITY.get(unit, unit))


def _coming(fields: Fields, published: date, ahead: bool) -> Found:
    unit, count = unit_and_count(fields)
    return _relative(Period(published, shifted(published, unit, count, "day").end), _OWN_GRANULARITY.get(unit, unit))


def _recent(fields: Fields, published: date, ahead: bool) -> Found:
    unit = fields["recent"].lower().split()[-1].rstrip("s")
    days = _RECENT_DAYS.get(unit, _VAGUE_DAYS)
    return _relative(Period(published - timedelta(days=days), published + timedelta(days=1)), unit if unit in _RECENT_DAYS else "month")


def _ago_unit(fields: Fields, published: date, ahead: bool) -> Found:
    """'twenty years ago this month', 'a century ago today'."""
    fine = {"today": "day", "this month": "month", "this week": "week", "this year": "year"}[fields["fine"]]
    unit, count = unit_and_count(fields)
    return _relative(shifted(published, unit, -count, fine), fine)


def half_more(fields: Fields) -> int:
    """Months of 'a year and a half', 'two and a half decades'."""
    months = {"year": 12, "decade": 120, "century": 1200}[fields["unit"]]
    return months * number(fields.get("count", "one")) + months // 2


def _half_ago(fields: Fields, published: date, ahead: bool) -> Found | None:
    if fields["way"] != "ago":
        return None
    fine = "month" if fields["unit"] == "year" else "year"
    return _relative(shifted(published, "month", -half_more(fields), fine), fine)


def _before_last(fields: Fields, published: date, ahead: bool) -> Found:
    if "weekday" in fields:
        back = (published.weekday() - WEEKDAYS.index(fields["weekday"].lower())) % 7 or 7
        return _relative(Period.containing(published - timedelta(days=back + 7), "day"), "day")
    unit = fields["unit"]
    return _relative(shifted(published, unit, -2, _OWN_GRANULARITY.get(unit, unit)), _OWN_GRANULARITY.get(unit, unit))


def _weekday_from(fields: Fields, published: date, ahead: bool) -> Found:
    forward = (WEEKDAYS.index(fields["weekday"].lower()) - published.weekday()) % 7 or 7
    return _relative(Period.containing(published + timedelta(days=forward + 7), "day"), "day")


def _hours(fields: Fields, published: date, ahead: bool) -> Found:
    days = -(-number(fields["count"]) // 24)
    return _relative(Period(published - timedelta(days=days), published + timedelta(days=1)), "day")


def _year_end(fields: Fields, published: date, ahead: bool) -> Found:
    end = fields["end"].lower()
    part = "mid" if end.startswith("mid") else "late"
    if "month" in end:
        return _relative(part_of_month(published.year, published.month, part), "day")
    return _relative(part_of_year(published.year, part), "quarter")


def _weekend(fields: Fields, published: date, ahead: bool) -> Found:
    saturday = published - timedelta(days=(published.weekday() - 5) % 7)
    if ahead and published.weekday() < 5:
        saturday += timedelta(days=7)
    return _relative(Period(saturday, saturday + timedelta(days=2)), "day")


def _week_told(fields: Fields, published: date, ahead: bool) -> Found | None:
    if fields["which"] == "that":
        return None
    return _relative(Period.containing(published, fields["unit"]), fields["unit"])


EXPLICIT: dict[str, Callable[[Fields, date | None, bool], Found | None]] = {
    "day": _day, "days": _days, "days_years": _days_years, "month": _month, "months": _months, "months_years": _months_years, "holiday": _holiday,
    "week_of": _week_of, "season": _season, "quarter": _quarter, "half": _half, "third": _third, "year": _year, "years": _years,
    "decade": _decade, "century": _century,
    "offset": _offset, "parts_years": _parts_years, "week_of_month": _week_of_month, "centuries": _centuries,
}  # fmt: skip
ANCHORED: dict[str, Callable[[Fields, date, bool], Found | None]] = {
    "day_of_year": _day_of_year, "month_of_year": _month_of_year, "month_ref": _month_ref, "month_which": _month_which,
    "season_ref": _season_ref, "third_ref": _third_ref, "near": _near, "weekday": _weekday, "weekday_week": _weekday_week,
    "weekday_ago": _weekday_ago, "which": _which, "ago": _ago, "from_now": _from_now, "past": _past, "coming": _coming,
    "recent": _recent, "ago_unit": _ago_unit, "half_ago": _half_ago, "before_last": _before_last, "weekday_from": _weekday_from,
    "hours": _hours, "year_end": _year_end, "weekend": _weekend, "week_told": _week_told,
}  # fmt: skip
