"""Date expressions to half-open intervals of days, anchored to publication or to the text itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from detente.errors import SchemaError
from detente.resolve.explicit_dates import EXPLICIT
from detente.resolve.intervals import Found
from detente.resolve.published_counts import COUNTED
from detente.resolve.published_names import NAMED
from detente.resolve.told import TEXT_RELATIVE
from detente.resolve.yearless_dates import YEARLESS
from detente.schema.protocols import DateSpan

_PUBLISHED = NAMED | COUNTED
_NEAR = 60  # characters to a date that is named after what counts from it


def anchor_dates(expressions: Iterable[Any], published: date | None) -> list[DateSpan]:
    """Anchored dates, in order; expressions that nothing anchors are left out.

    Args:
        expressions: what `parse` found, in order of position (`kind`, `fields`, `ahead`, `char_start`, `char_end`).
        published: publication date, or None: then days without a year take the year last named in the text.
    """
    spans: list[DateSpan] = []
    waiting: list[tuple[int, Any]] = []
    told: Found | None = None
    for expression in expressions:
        found = _anchor(expression.kind, expression.fields, expression.ahead, published, told)
        if found is None:
            waiting.append((len(spans), expression))
            continue
        if found.basis == "explicit":
            for at, earlier in waiting:
                if expression.char_start - earlier.char_end < _NEAR and earlier.kind in ("told", "weekday"):
                    late = _anchor(earlier.kind, earlier.fields, earlier.ahead, None, found)
                    if late is not None:
                        spans.insert(at, _span(earlier, late))
            waiting = []
        spans.append(_span(expression, found))
        if found.basis != "relative_publication" or told is None or told.basis == "relative_publication":
            told = found
    return spans


def _span(expression: Any, found: Found) -> DateSpan:
    period = found.period
    return DateSpan(
        expression.char_start, expression.char_end, period.start, period.end, found.granularity, found.basis
    )


def _anchor(
    kind: str, fields: Mapping[str, str], ahead: bool, published: date | None, told: Found | None
) -> Found | None:
    try:
        if kind in EXPLICIT:
            return EXPLICIT[kind](fields)
        if kind in YEARLESS:
            return YEARLESS[kind](fields, published, ahead)
        if told is not None and kind in TEXT_RELATIVE:
            found = TEXT_RELATIVE[kind](fields, told, published)
            if found is not None:
                return found
        if published is not None and kind in _PUBLISHED:
            return _PUBLISHED[kind](fields, published, ahead)
    except (ValueError, OverflowError, SchemaError):  # 31 February, year 0, "2023-10": written, but no period
        return None
    return None
