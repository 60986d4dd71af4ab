"""Delimited text in chunks of Arrow columns, with every malformed line counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pyarrow as pa

from detente.errors import ReadError
from detente.exchange.import_file import PIECE, Utf8Stream
from detente.exchange.raw_rows import EXCERPT_CHARS, RefusedRow

BLOCK_BYTES = PIECE  # of text parsed at a time: 40 to 100 thousand rows


def header_cells(stream: Utf8Stream, delimiter: str) -> list[str]:
    """Cells of the first line, blanks and quotation marks off; the line stays to be read."""
    line = stream.first_line().decode("utf-8").rstrip("\r\n")
    if delimiter == "\t":
        return [cell.strip() for cell in line.split("\t")]
    import csv

    return [cell.strip() for cell in next(csv.reader([line], delimiter=delimiter), [])]


def skip_line(stream: Utf8Stream) -> None:
    """Reads past the first line."""
    stream.read(len(stream.first_line()))


def read_delimited(
    stream: Utf8Stream, names: Sequence[str], wanted: Sequence[str], *, delimiter: str = "\t", first_row: int = 1
) -> Iterator[tuple[Mapping[str, Any], tuple[RefusedRow, ...]]]:
    """(string columns by name, refused lines) of the rest of a stream, chunk by chunk.

    Text separated by tabs has no quoting; in text separated by anything else cells may be quoted and hold line breaks.

    Args:
        stream: after its header.
        names: of all columns, in order; a line with more or fewer cells is refused.
        wanted: the columns that are returned.
        first_row: number of the first record that is read, for messages.

    Raises:
        ReadError: if the text cannot be cut into cells at all.
    """
    import pyarrow.csv as csv

    refused: list[RefusedRow] = []

    def refuse(row: Any) -> str:
        place = stream.source if row.number is None else f"{stream.source}#{row.number + first_row - 1}"
        reason = f"{row.actual_columns} cells where the file has {row.expected_columns}"
        refused.append(RefusedRow(place, reason, row.text[:EXCERPT_CHARS]))
        return "skip"

    quoted = delimiter != "\t"
    options = {
        "read_options": csv.ReadOptions(column_names=list(names), block_size=BLOCK_BYTES, use_threads=False),
        "parse_options": csv.ParseOptions(
            delimiter=delimiter,
            quote_char='"' if quoted else False,
            double_quote=quoted,
            newlines_in_values=quoted,
            invalid_row_handler=refuse,
        ),
        "convert_options": csv.ConvertOptions(
            column_types={name: pa.string() for name in wanted},
            include_columns=list(wanted),
            strings_can_be_null=False,
            check_utf8=False,  # the stream sees to that
        ),
    }
    if not stream.first_line().strip():
        return
    try:
        with csv.open_csv(pa.PythonFile(stream, mode="r"), **options) as reader:
            for batch in reader:
                columns = dict(zip(wanted, batch.columns, strict=True))
                found, refused[:] = tuple(refused), []
                yield columns, found
    except pa.ArrowInvalid as error:
        if "Empty CSV" in str(error):
            return
        raise ReadError(
            stream.source, f"not a table that can be read ({error})", "Check the file and its format"
        ) from error
    if refused:
        yield {name: pa.array([], pa.string()) for name in wanted}, tuple(refused)


def require_columns(source: str, found: Sequence[str], needed: Sequence[str], remedy: str) -> None:
    """Nothing where every needed column is there.

    Raises:
        ReadError: naming those that are missing, those found, and the remedy.
    """
    missing = [name for name in needed if name not in found]
    if missing:
        seen = ", ".join(found[:12]) + (f" … ({len(found)} columns)" if len(found) > 12 else "")
        raise ReadError(source, f"has no column {', '.join(missing)}; its columns are {seen or 'none'}", remedy)
