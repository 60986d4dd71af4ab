"""UCDP Georeferenced Event Dataset: comma-separated, 49 columns, states by Gleditsch-Ward number; lethal violence only."""

# pyright: reportAttributeAccessIssue=false
# pyarrow makes the functions of its compute module at run time
from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from detente.exchange.delimited import header_cells, read_delimited, require_columns, skip_line
from detente.exchange.import_file import open_streams
from detente.exchange.raw_rows import RawChunk, cleaned, dated_chunk, day_after, days, numbers

WANTED = (
    "id type_of_violence conflict_name side_a side_b number_of_sources source_office source_headline country_id "
    "date_start date_end best gwnoa gwnob"
).split()
REMEDY = "Give the file of UCDP GED as published (version 17 or later, CSV)"
KINDS = {"1": "state-based violence", "2": "non-state violence", "3": "one-sided violence"}


def load_ucdp(path: Path, columns: Mapping[str, str]) -> Iterator[RawChunk]:
    """Rows of UCDP GED: side A attacks side B (ASSAULT); civilians are those of the country where it happened.

    The dataset does not say who struck first; side A is the government where there is one.

    Args:
        path: a file, plain, gzip or zip.
        columns: not used.

    Raises:
        ReadError: if a column is missing or the file cannot be read.
    """
    with open_streams(path) as streams:
        for name, stream in streams:
            header = header_cells(stream, ",")
            require_columns(name, header, WANTED, REMEDY)
            skip_line(stream)
            for cells, refused in read_delimited(stream, header, WANTED, delimiter=",", first_row=2):
                n_rows = len(cells["id"])
                kind = cleaned(cells["type_of_violence"])
                one_sided = pc.equal(kind, "3")
                said = pc.index_in(kind, value_set=pa.array(list(KINDS)))
                label = pa.array(list(KINDS.values())).take(said)
                made = {
                    "source_key": cleaned(cells["id"]),
                    "date_start": days(cells["date_start"]),
                    "date_end": day_after(days(cells["date_end"])),
                    "actor_name": cleaned(cells["side_a"]),
                    "actor_country": cleaned(cells["gwnoa"]),
                    "recipient_name": cleaned(cells["side_b"]),
                    "recipient_country": pc.if_else(one_sided, cleaned(cells["country_id"]), cleaned(cells["gwnob"])),
                    "recipient_sector": pc.if_else(one_sided, "CVL", ""),
                    "event_type": pa.repeat("ASSAULT", n_rows),
                    "n_reports": pc.max_element_wise(pc.fill_null(numbers(cells["number_of_sources"]), 1), 1),
                    "text": pc.binary_join_element_wise(
                        pc.fill_null(label, "violence"),
                        cleaned(cells["conflict_name"]),
                        pc.binary_join_element_wise("deaths (best estimate)", cleaned(cells["best"]), " "),
                        "; ",
                    ),
                    "reference": cleaned(cells["source_headline"]),
                    "publisher": cleaned(cells["source_office"]),
                }
                yield dated_chunk(name, n_rows, made, cells["date_start"], refused)
