"""Any flat table as CSV that a spreadsheet cannot be made to execute."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from detente.errors import SchemaError
from detente.exchange.atomic import atomic_file

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
ROWS_A_BATCH = 4096


def write_csv(table: pa.Table, path: Path) -> Path:
    """UTF-8, comma, CRLF lines (RFC 4180), one header line, columns and rows in the order of the table.

    Missing is an empty cell, booleans are `true` and `false`, dates YYYY-MM-DD, numbers plain. A text that begins
    with = + - @ or a tab or line break gets a leading apostrophe, so that no spreadsheet takes it for a formula;
    take one leading apostrophe off such cells to have the text back. Numeric columns are never changed.

    Args:
        table: (n_rows, n_columns), no nested columns.
        path: file to write, atomically.

    Returns:
        `path`.

    Raises:
        SchemaError: if a column is nested.
    """
    nested = [field.name for field in table.schema if pa.types.is_nested(field.type)]
    if nested:
        raise SchemaError(f"Columns {', '.join(nested)} hold lists; CSV takes flat tables only. Leave them out.")
    cells = [_cell_of(field.type) for field in table.schema]
    with atomic_file(path) as file:
        text = io.TextIOWrapper(file, encoding="utf-8", newline="")
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow(table.column_names)
        for batch in table.to_batches(max_chunksize=ROWS_A_BATCH):
            columns = [[cell(value) for value in column.to_pylist()] for cell, column in zip(cells, batch, strict=True)]
            writer.writerows(zip(*columns, strict=True))
        text.detach()  # flushes, and leaves the file open for its own closing
    return path


def _cell_of(kind: pa.DataType) -> Callable[[Any], str]:
    """How a value of a column of that type is written."""
    if pa.types.is_boolean(kind):
        return lambda value: "" if value is None else str(value).lower()
    if pa.types.is_integer(kind) or pa.types.is_floating(kind):
        return lambda value: "" if value is None else repr(value)
    return _text_cell


def _text_cell(value: Any) -> str:
    if value is None:
        return ""
    text = value.isoformat() if isinstance(value, date) else str(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
