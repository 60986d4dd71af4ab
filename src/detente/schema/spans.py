"""A day, month, quarter or year, as written."""

from __future__ import annotations

import re
from datetime import date

from detente.errors import SchemaError, SettingsError
from detente.schema.period import Period

_WRITTEN = re.compile(r"(\d{4})(?:-(?:[Qq]([1-4])|(\d{2})(?:-(\d{2}))?))?")


def span_of(text: str) -> Period:
    """The days that `2010`, `2010-Q3`, `2010-09` or `2010-09-07` stands for.

    Raises:
        SchemaError: if the text is none of these.
    """
    found = _WRITTEN.fullmatch(text.strip())
    if found is None:
        raise SchemaError(f"{text!r} is no time; write YYYY, YYYY-Qn, YYYY-MM or YYYY-MM-DD.")
    year, quarter, month, day = found.groups()
    try:
        first = date(int(year), int(month or (3 * int(quarter) - 2 if quarter else 1)), int(day or 1))
    except ValueError as error:
        raise SchemaError(f"{text!r} is no time; write YYYY, YYYY-Qn, YYYY-MM or YYYY-MM-DD.") from error
    return Period.containing(first, "day" if day else "month" if month else "quarter" if quarter else "year")


def day_of(text: date | str | None) -> date | None:
    """A day given as such or as YYYY-MM-DD; None for None or "".

    Raises:
        SettingsError: if the text is no date.
    """
    if not text or isinstance(text, date):
        return text or None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise SettingsError(f"{text!r} is no date; write YYYY-MM-DD.") from error
