"""Rows as a dataset gives them, in one set of columns: names unresolved, countries and codes as the source writes them."""

# pyright: reportAttributeAccessIssue=false
# pyarrow makes the functions of its compute module at run time
from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

RAW = pa.schema(
    [
        ("source_key", pa.string()),  # the record's key in its source; "" where it has none
        ("date_start", pa.date32()),
        ("date_end", pa.date32()),  # half-open
        ("actor_name", pa.string()),
        ("actor_country", pa.string()),  # in the code list of the format, "" where the source gives none
        ("actor_group", pa.string()),  # code of an organisation, "" for none
        ("actor_sector", pa.string()),  # terms of the source, joined by the format's separator
        ("recipient_name", pa.string()),
        ("recipient_country", pa.string()),
        ("recipient_group", pa.string()),
        ("recipient_sector", pa.string()),
        ("cameo", pa.string()),
        ("event_type", pa.string()),  # PLOVER, where the source has it; else "" and `cameo` decides
        ("mode", pa.string()),
        ("scale", pa.float64()),
        ("n_reports", pa.int64()),
        ("confidence", pa.float64()),
        ("text", pa.string()),
        ("reference", pa.string()),
        ("publisher", pa.string()),
    ]
)
"""(n_rows, 20), one row a record."""

EXCERPT_CHARS = 200
MISSING = ("None", "NA", "NULL", "null", "nan", "NaN", "---", "--")
DEFAULTS: Mapping[str, Any] = MappingProxyType({"n_reports": 1, "confidence": 1.0, "scale": None})


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A record that gives no row.

    Attributes:
        place: the file, with `#n` where the number of the record in it is known (a header counts, blank lines do not).
        reason: what is wrong, in one clause.
        excerpt: at most 200 characters of it.
    """

    place: str
    reason: str
    excerpt: str


@dataclass(frozen=True, slots=True)
class RawChunk:
    """Some records of a file, in its order: those that give a row (columns of RAW), and those refused."""

    rows: pa.Table
    refused: tuple[RefusedRow, ...] = ()


Load = Callable[..., Iterator[RawChunk]]


def raw_table(n_rows: int, columns: Mapping[str, Any]) -> pa.Table:
    """A table of RAW; columns that are not given are "", or what stands in DEFAULTS.

    Args:
        n_rows: length of every column.
        columns: Arrow arrays by name; a null in a string column becomes "".
    """
    arrays = []
    for field in RAW:
        column = columns.get(field.name)
        if column is None:
            column = pa.repeat(pa.scalar(DEFAULTS.get(field.name, ""), field.type), n_rows)
        elif pa.types.is_string(field.type):
            column = pc.fill_null(column.cast(pa.string()), "")
        arrays.append(column.cast(field.type))
    return pa.table(arrays, schema=RAW)


def cleaned(column: Any) -> Any:
    """A string column with blanks cut off, and "" for null and for the words that datasets write for it."""
    trimmed = pc.utf8_trim_whitespace(pc.fill_null(column, ""))
    return pc.if_else(pc.is_in(trimmed, value_set=pa.array(MISSING)), "", trimmed)


def numbers(column: Any) -> Any:
    """Floats of a string column; null where it holds no number."""
    text = cleaned(column)
    sound = pc.match_substring_regex(text, r"^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$")
    return pc.if_else(sound, text, pa.scalar(None, pa.string())).cast(pa.float64())


def days(column: Any, form: str = "%Y-%m-%d") -> Any:
    """Days of a string column that begins with a date of this form; null where it does not.

    Args:
        column: strings.
        form: `%Y-%m-%d` or `%Y%m%d`.
    """
    text = cleaned(column)
    if form == "%Y%m%d":
        sound = pc.match_substring_regex(text, r"^\d{8}")
        pieces = [pc.utf8_slice_codeunits(text, *bounds) for bounds in ((0, 4), (4, 6), (6, 8))]
        text = pc.binary_join_element_wise(*pieces, "-")
    else:
        sound = pc.match_substring_regex(text, r"^\d{4}-\d{2}-\d{2}")
        text = pc.utf8_slice_codeunits(text, 0, 10)
    return _checked_days(pc.if_else(sound, text, pa.scalar(None, pa.string())))


def day_after(column: Any) -> Any:
    """The day after each day."""
    return pc.add(column.cast(pa.int32()), pa.scalar(1, pa.int32())).cast(pa.date32())


def dated_chunk(
    place: str, n_rows: int, columns: Mapping[str, Any], stated: Any, refused: tuple[RefusedRow, ...]
) -> RawChunk:
    """The rows whose `date_start` is known; the others join those refused.

    Args:
        place: the file, for what is refused.
        n_rows: rows of every column.
        columns: as for `raw_table`; where `date_end` is absent it is the day after `date_start`.
        stated: the date as the source writes it.
        refused: records refused before.
    """
    if "date_end" not in columns:
        columns = {**columns, "date_end": day_after(columns["date_start"])}
    rows = raw_table(n_rows, columns)
    undated = pc.is_null(rows["date_start"])
    if not pc.any(undated).as_py():
        return RawChunk(rows, refused)
    dates = pc.filter(stated, undated).to_pylist()
    lost = tuple(
        RefusedRow(place, f"{value!r} is no date", _excerpt(row))
        for value, row in zip(dates, rows.filter(undated).to_pylist(), strict=True)
    )
    return RawChunk(rows.filter(pc.invert(undated)), (*refused, *lost))


def refuse_rows(chunk: RawChunk, bad: Any, place: str, reason: Callable[[Mapping[str, Any]], str]) -> RawChunk:
    """The chunk without its bad rows, which join those refused.

    Args:
        chunk: some rows.
        bad: truth values, one a row.
        place: the file.
        reason: says of a row what is wrong with it.
    """
    if not pc.any(bad).as_py():
        return chunk
    lost = tuple(RefusedRow(place, reason(row), _excerpt(row)) for row in chunk.rows.filter(bad).to_pylist())
    return RawChunk(chunk.rows.filter(pc.invert(bad)), (*chunk.refused, *lost))


def _excerpt(row: Mapping[str, Any]) -> str:
    told = ("source_key", "actor_name", "recipient_name", "cameo", "event_type", "text")
    return "; ".join(str(row[name]) for name in told if row[name])[:EXCERPT_CHARS]


def _checked_days(text: Any) -> Any:
    """Dates of ISO strings; days that no calendar has (31 June) become null."""
    try:
        return text.cast(pa.date32())
    except pa.ArrowInvalid:
        return by_value(text, _day_or_none, pa.date32())


def by_value(column: Any, make: Callable[[str], Any], to: pa.DataType) -> Any:
    """A column of what `make` gives for each distinct value of a string column; null stays null."""
    whole = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
    codes = whole.dictionary_encode()
    made = [None if value is None else make(value) for value in codes.dictionary.to_pylist()]
    return pa.array(made, to).take(codes.indices)


def _day_or_none(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
