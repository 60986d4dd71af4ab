"""Publication dates: as stated in many notations, and as written in an address."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

_EARLIEST_YEAR = 1500
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(?:D:)?(\d{4})(\d{2})(\d{2})(?:\d{2,6}|T\d{2,6})?(?!\d)")
_DAY_MONTH = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[ .-]+([A-Za-z]{3,9})\.?,?[ -]+(\d{4})(?!\d)")
_MONTH_DAY = re.compile(r"\b([A-Za-z]{3,9})\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})(?!\d)")
_NUMBERS = re.compile(r"(\d{1,2})([/.])(\d{1,2})\2(\d{4})(?!\d)")
_EPOCH = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}")

_PATH_DAY = re.compile(r"(?:^|/)(\d{4})/(\d{1,2}|[A-Za-z]{3,9})/(\d{1,2})(?=/|$)")
_NAME_DAY = re.compile(r"(?<!\d)(\d{4})([-_.]?)(\d{2})\2(\d{2})(?!\d)")


def parse_date(text: str) -> date | None:
    """The day that a date field states, or None when it states no day or an ambiguous one (`03/04/2023`).

    Read are ISO 8601, `20230507`, PDF dates, RFC 822, `7 May 2023`, `May 7, 2023`, `25/12/2023`, and seconds or
    milliseconds since 1970. The day is taken as written, whatever the time zone.
    """
    text = text.strip()[:120]
    if match := _ISO.match(text):
        return _day(match[1], match[2], match[3])
    if _EPOCH.fullmatch(text):
        seconds = float(text)
        return date(1970, 1, 1) + timedelta(seconds=seconds / 1000 if seconds > 1e11 else seconds)
    if match := _COMPACT.match(text):
        return _day(match[1], match[2], match[3])
    if match := _DAY_MONTH.search(text):
        return _day(match[3], _month(match[2]), match[1])
    if match := _MONTH_DAY.search(text):
        return _day(match[3], _month(match[1]), match[2])
    if match := _NUMBERS.match(text):
        first, second = int(match[1]), int(match[3])
        if match[2] == "." or first > 12 or first == second:  # a full stop is written day first only
            return _day(match[4], second, first)
        if second > 12:
            return _day(match[4], first, second)
    return None


def address_date(address: str) -> date | None:
    """The day in a URL or path: `/2023/05/07/`, `/2023/may/07/`, or `2023-05-07` or `20230507` in the last part.

    Folders named after a day (`backup-2023-05-07/`) are not looked at, nor names that hold two different days.
    """
    path = urlsplit(address).path if "://" in address else address.replace("\\", "/")
    found = {day for match in _PATH_DAY.finditer(path) if (day := _day(match[1], _month(match[2]), match[3]))}
    if not found:
        name = path.rstrip("/").rpartition("/")[2]
        found = {day for match in _NAME_DAY.finditer(name) if (day := _day(match[1], match[3], match[4]))}
    return found.pop() if len(found) == 1 else None


def believable(day: date | None, today: date) -> date | None:
    """The day, unless it lies in the future of `today` by more than a day (time zones) or before the year 1500."""
    if day is None or day > today + timedelta(days=1) or day.year < _EARLIEST_YEAR:
        return None
    return day


def _day(year: str | int, month: str | int | None, day: str | int) -> date | None:
    try:
        return datetime(int(year), int(month or 0), int(day)).date()
    except (ValueError, OverflowError):
        return None


def _month(name: str) -> int | None:
    if name.isdigit():
        return int(name)
    matches = [index for index, month in enumerate(_MONTHS, 1) if month.startswith(name.lower()[:9])]
    if name.lower() == "sept":
        return 9
    return matches[0] if len(matches) == 1 else None
