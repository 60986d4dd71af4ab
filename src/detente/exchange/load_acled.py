"""ACLED events: comma-separated, 31 columns, its own event types, actors by name."""

# pyright: reportAttributeAccessIssue=false
# pyarrow makes the functions of its compute module at run time
from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from detente.exchange.delimited import header_cells, read_delimited, require_columns, skip_line
from detente.exchange.import_file import open_streams
from detente.exchange.raw_rows import RawChunk, by_value, cleaned, dated_chunk, days
from detente.lexicon.source_terms import acled_events

WANTED = "event_id_cnty event_date event_type sub_event_type actor1 inter1 actor2 inter2 source notes".split()
REMEDY = "Export events with all columns from ACLED, or use --format table with --column"
_YEARS = r"\s*\(\d{4}\s*-\s*(\d{4})?\s*\)"  # "Military Forces of X (2014-2019)": a government's years


def load_acled(path: Path, columns: Mapping[str, str]) -> Iterator[RawChunk]:
    """Rows of an ACLED export, its event types in PLOVER's terms; actor1 is the actor.

    Args:
        path: a file, plain, gzip or zip; comma or semicolon.
        columns: not used.

    Raises:
        ReadError: if a column is missing or the file cannot be read.
    """
    with open_streams(path) as streams:
        for name, stream in streams:
            delimiter = ";" if stream.first_line().count(b";") > stream.first_line().count(b",") else ","
            header = header_cells(stream, delimiter)
            require_columns(name, header, WANTED, REMEDY)
            skip_line(stream)
            for cells, refused in read_delimited(stream, header, WANTED, delimiter=delimiter, first_row=2):
                kinds = pc.binary_join_element_wise(
                    cleaned(cells["event_type"]), cleaned(cells["sub_event_type"]), "\t"
                )
                sources = cleaned(cells["source"])
                made = {
                    "source_key": cleaned(cells["event_id_cnty"]),
                    "date_start": _days(cells["event_date"]),
                    "event_type": by_value(kinds, lambda kind: _type(kind)[0], pa.string()),
                    "mode": by_value(kinds, lambda kind: _type(kind)[1], pa.string()),
                    "n_reports": pc.add(pc.count_substring(sources, ";"), 1),
                    "text": cleaned(cells["notes"]),
                    "reference": cleaned(cells["event_id_cnty"]),
                    "publisher": pc.replace_substring_regex(sources, ";.*", ""),
                }
                for side, number in (("actor", 1), ("recipient", 2)):
                    named = pc.replace_substring_regex(cleaned(cells[f"actor{number}"]), _YEARS, "")
                    made[f"{side}_name"] = named
                    made[f"{side}_sector"] = cleaned(cells[f"inter{number}"])
                yield dated_chunk(name, len(kinds), made, cells["event_date"], refused)


def _type(kind: str) -> tuple[str, str]:
    """(PLOVER type, mode) of "event_type<tab>sub_event_type"; what ACLED does not list is kept as a bare record."""
    event_type, _, sub_type = kind.partition("\t")
    known = acled_events()
    return known.get((event_type, sub_type)) or known.get((event_type, "")) or ("", "")


def _days(column: Any) -> Any:
    """Days written 2024-01-05, or 05 January 2024 as in older exports."""
    return pc.coalesce(days(column), by_value(cleaned(column), _spelt_day, pa.date32()))


def _spelt_day(text: str) -> Any:
    try:
        return datetime.strptime(text, "%d %B %Y").date()
    except ValueError:
        return None
