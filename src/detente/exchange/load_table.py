"""Any table of dated, directed events, CSV or Parquet, its columns named by the user where they are not ours."""

# pyright: reportAttributeAccessIssue=false
# pyarrow makes the functions of its compute module at run time
from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from detente.errors import InputError, ReadError
from detente.exchange.delimited import header_cells, read_delimited, require_columns, skip_line
from detente.exchange.import_file import open_streams
from detente.exchange.raw_rows import RawChunk, RefusedRow, cleaned, dated_chunk, days, numbers

ROWS_A_CHUNK = 65_536
REMEDY = "Name the columns with --column, as in --column date=event_date --column actor=source"
# Our column -> names that are looked for where the user gives none, the first that is there.
USUAL = MappingProxyType(
    {
        "date": ("date",),
        "actor": ("actor",),
        "recipient": ("recipient",),
        "cameo": ("cameo",),
        "event_type": ("event_type",),
        "mode": ("mode",),
        "scale": ("scale", "goldstein"),
        "text": ("text", "cameo_text"),
        "n_reports": ("n_reports",),
        "confidence": ("confidence",),
        "key": ("source_key", "key"),
        "actor_country": ("actor_country",),
        "recipient_country": ("recipient_country",),
        "actor_fips": ("actor_fips",),
        "recipient_fips": ("recipient_fips",),
        "actor_sector": ("actor_sector",),
        "recipient_sector": ("recipient_sector",),
        "reference": ("reference", "url"),
        "publisher": ("publisher",),
    }
)
_PLAIN = ("mode", "text", "reference", "publisher", "actor_sector", "recipient_sector")


def load_table(path: Path, columns: Mapping[str, str]) -> Iterator[RawChunk]:
    """Rows of a table with a date, an actor, a recipient, and a CAMEO code or a PLOVER type.

    A cell of `actor` or `recipient` that is an alpha-3 code stands for that state; anything else is a name.

    Args:
        path: CSV (comma, semicolon or tab; plain, gzip or zip) or Parquet.
        columns: name in the file by our name (the keys of USUAL).

    Raises:
        InputError: if `columns` names something that is not ours.
        ReadError: if a column is missing or the file cannot be read.
    """
    unknown = [name for name in columns if name not in USUAL]
    if unknown:
        raise InputError(f"No column {unknown[0]!r} to map to; choose from {', '.join(USUAL)}.")
    with path.open("rb") as stream:
        is_parquet = stream.read(4) == b"PAR1"
    yield from _parquet(path, columns) if is_parquet else _delimited(path, columns)


def _delimited(path: Path, columns: Mapping[str, str]) -> Iterator[RawChunk]:
    with open_streams(path) as streams:
        for name, stream in streams:
            line = stream.first_line()
            delimiter = max("\t,;", key=lambda mark: line.count(mark.encode()))
            header = header_cells(stream, delimiter)
            found = _found(name, header, columns)
            skip_line(stream)
            wanted = list(dict.fromkeys(found.values()))
            for cells, refused in read_delimited(stream, header, wanted, delimiter=delimiter, first_row=2):
                yield _chunk(name, {ours: cells[theirs] for ours, theirs in found.items()}, refused)


def _parquet(path: Path, columns: Mapping[str, str]) -> Iterator[RawChunk]:
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(path) as file:
            found = _found(str(path), file.schema_arrow.names, columns)
            code = found.get("cameo")
            if code is not None and not _is_text(file.schema_arrow.field(code).type):
                reason = f"column {code} holds numbers, in which CAMEO's 010 and 10 are one"
                raise ReadError(str(path), reason, "Write the codes as text")
            for batch in file.iter_batches(ROWS_A_CHUNK, columns=list(dict.fromkeys(found.values()))):
                cells = {ours: _as_text(batch.column(theirs)) for ours, theirs in found.items()}
                yield _chunk(str(path), cells, ())
    except (OSError, pa.ArrowException) as error:
        raise ReadError(str(path), f"not a Parquet file that can be read ({error})", "Write it again") from error


def _found(source: str, names: list[str], columns: Mapping[str, str]) -> dict[str, str]:
    """Name in the file by our name, of the columns that are there."""
    found = {
        ours: next((name for name in usual if name in names), "")
        for ours, usual in USUAL.items()
        if ours not in columns
    }
    found = {ours: name for ours, name in found.items() if name} | dict(columns)
    require_columns(source, names, list(columns.values()), REMEDY)
    needed = ["date", "actor", "recipient"] + ([] if "event_type" in found else ["cameo"])
    require_columns(source, [*found, *names], needed, REMEDY)
    return found


def _chunk(source: str, cells: Mapping[str, Any], refused: tuple[RefusedRow, ...]) -> RawChunk:
    made = {name: cleaned(cells[name]) for name in _PLAIN if name in cells}
    made["source_key"] = cleaned(cells["key"]) if "key" in cells else None
    made["date_start"] = _days(cells["date"])
    made["scale"] = numbers(cells["scale"]) if "scale" in cells else None
    if "cameo" in cells:
        made["cameo"] = cleaned(cells["cameo"])
    if "event_type" in cells:
        made["event_type"] = pc.utf8_upper(cleaned(cells["event_type"]))
    if "n_reports" in cells:
        made["n_reports"] = pc.max_element_wise(pc.fill_null(pc.floor(numbers(cells["n_reports"])), 1), 1)
    if "confidence" in cells:
        stated = pc.fill_null(numbers(cells["confidence"]), 1.0)
        made["confidence"] = pc.min_element_wise(pc.max_element_wise(stated, 0.0), 1.0)
    for side in ("actor", "recipient"):
        named = pc.utf8_trim_whitespace(pc.fill_null(cells[side], ""))
        made[f"{side}_name"] = pc.if_else(
            pc.is_in(named, value_set=pa.array(["None", "NULL", "nan", "NaN"])), "", named
        )
        made[f"{side}_country"] = _countries(side, cells, made[f"{side}_name"])
        made[f"{side}_group"] = made[f"{side}_country"]
    given = {name: column for name, column in made.items() if column is not None}
    return dated_chunk(source, len(cells["date"]), given, cells["date"], refused)


def _countries(side: str, cells: Mapping[str, Any], named: Any) -> Any:
    """Alpha-3 codes: of the column of countries, else of that of FIPS codes, else a name that is such a code."""
    from detente.exchange.raw_rows import by_value
    from detente.lexicon.country_codes import iso3_of

    if f"{side}_country" in cells:
        return cleaned(cells[f"{side}_country"])
    if f"{side}_fips" in cells:
        fips = pc.utf8_trim_whitespace(pc.fill_null(cells[f"{side}_fips"], ""))  # "NA" is no country there
        return by_value(fips, lambda code: iso3_of(code, "fips"), pa.string())
    return by_value(named, lambda name: name if name.isupper() and iso3_of(name, "iso3") == name else "", pa.string())


def _days(column: Any) -> Any:
    """Days written 2024-01-05 or 20240105."""
    return pc.coalesce(days(column), days(column, "%Y%m%d"))


def _is_text(kind: pa.DataType) -> bool:
    inner = kind.value_type if pa.types.is_dictionary(kind) else kind
    return pa.types.is_string(inner) or pa.types.is_large_string(inner)


def _as_text(column: Any) -> Any:
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    return column.cast(pa.string())
