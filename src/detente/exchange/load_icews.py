"""ICEWS coded events: tab-separated, 20 columns, English names of countries and sectors."""

# pyright: reportAttributeAccessIssue=false
# pyarrow makes the functions of its compute module at run time
from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pyarrow.compute as pc

from detente.exchange.delimited import header_cells, read_delimited, require_columns, skip_line
from detente.exchange.import_file import open_streams
from detente.exchange.raw_rows import RawChunk, cleaned, dated_chunk, days, numbers

COLUMNS = (
    "Event ID|Event Date|Source Name|Source Sectors|Source Country|Event Text|CAMEO Code|Intensity|Target Name|"
    "Target Sectors|Target Country|Story ID|Sentence Number|Publisher|City|District|Province|Country|Latitude|Longitude"
).split("|")
WANTED = (*COLUMNS[:12], "Publisher")
REMEDY = "Give a yearly file of ICEWS as published; for a table of dyads use --format table"


def load_icews(path: Path, columns: Mapping[str, str]) -> Iterator[RawChunk]:
    """Rows of an ICEWS file, chunk by chunk; the key is event id and date, for ids are used twice.

    Args:
        path: a file, plain, gzip or zip.
        columns: not used.

    Raises:
        ReadError: if a column is missing or the file cannot be read.
    """
    with open_streams(path) as streams:
        for name, stream in streams:
            header = header_cells(stream, "\t")
            require_columns(name, header, WANTED, REMEDY)
            skip_line(stream)
            for cells, refused in read_delimited(stream, header, WANTED, first_row=2):
                made = {
                    "source_key": pc.binary_join_element_wise(
                        cleaned(cells["Event ID"]), cleaned(cells["Event Date"]), " "
                    ),
                    "date_start": days(cells["Event Date"]),
                    "cameo": cleaned(cells["CAMEO Code"]),
                    "scale": numbers(cells["Intensity"]),
                    "text": cleaned(cells["Event Text"]),
                    "reference": cleaned(cells["Story ID"]),
                    "publisher": cleaned(cells["Publisher"]),
                }
                for side, theirs in (("actor", "Source"), ("recipient", "Target")):
                    made[f"{side}_name"] = cleaned(cells[f"{theirs} Name"])
                    made[f"{side}_country"] = cleaned(cells[f"{theirs} Country"])
                    made[f"{side}_sector"] = cleaned(cells[f"{theirs} Sectors"])
                yield dated_chunk(name, len(cells["Event ID"]), made, cells["Event Date"], refused)
