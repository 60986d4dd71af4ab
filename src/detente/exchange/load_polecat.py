"""POLECAT weekly files: tab-separated, 40 columns, PLOVER types, alpha-3 countries, the word None for what is missing."""

# pyright: reportAttributeAccessIssue=false
# pyarrow makes the functions of its compute module at run time
from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pyarrow.compute as pc

from detente.exchange.delimited import header_cells, read_delimited, require_columns, skip_line
from detente.exchange.import_file import Utf8Stream, open_streams
from detente.exchange.raw_rows import RawChunk, cleaned, dated_chunk, days, numbers
from detente.exchange.several_parties import one_row_a_pair

COLUMNS = (
    "Event ID|Event Date|Event Type|Event Mode|Intensity|Quad Code|Contexts|Actor Name|Actor Country|Actor COW|"
    "Primary Actor Sector|Actor Sectors|Actor Title|Actor Name Raw|Wikipedia Actor ID|Recipient Name|Recipient Country|"
    "Recipient COW|Primary Recipient Sector|Recipient Sectors|Recipient Title|Recipient Name Raw|Wikipedia Recipient ID|"
    "Placename|City|District|Province|Country|Latitude|Longitude|GeoNames ID|Raw Placename|Feature Type|Source|"
    "Publication Date|Story People|Story Organizations|Story Locations|Language|Version"
).split("|")
_SIDE = ("{0} Name", "{0} Country", "Primary {0} Sector", "{0} Name Raw")
WANTED = (
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Contexts", "Source"),
    *(name.format(side) for side in ("Actor", "Recipient") for name in _SIDE),
)
REMEDY = "Give a weekly file of POLECAT as published (ngecEvents….txt), or another --format"


def load_polecat(path: Path, columns: Mapping[str, str]) -> Iterator[RawChunk]:
    """Rows of a POLECAT file, one for each pair where a cell holds several actors ("A; B").

    Headers are damaged in some weeks: where one names too few of the columns and its lines have 40 cells, the
    published order counts. Cells beyond the header that are empty in the first line are a stray tab.

    Args:
        path: a file, plain, gzip or zip; UTF-8 or Latin-1.
        columns: not used.

    Raises:
        ReadError: if a column is missing or the file cannot be read.
    """
    with open_streams(path) as streams:
        for name, stream in streams:
            names = _names(name, stream)
            for cells, refused in read_delimited(stream, names, WANTED, first_row=2):
                made = {
                    "source_key": cleaned(cells["Event ID"]),
                    "date_start": days(cells["Event Date"]),
                    "event_type": pc.utf8_upper(cleaned(cells["Event Type"])),
                    "mode": pc.utf8_lower(cleaned(cells["Event Mode"])),
                    "scale": numbers(cells["Intensity"]),
                    "text": cleaned(cells["Contexts"]),
                    "reference": pc.replace_substring_regex(cleaned(cells["Event ID"]), "_[^_]*$", ""),
                    "publisher": cleaned(cells["Source"]),
                }
                for side, theirs in (("actor", "Actor"), ("recipient", "Recipient")):
                    named, raw = cleaned(cells[f"{theirs} Name"]), cleaned(cells[f"{theirs} Name Raw"])
                    made[f"{side}_name"] = pc.if_else(pc.equal(named, ""), raw, named)
                    made[f"{side}_country"] = cleaned(cells[f"{theirs} Country"])
                    made[f"{side}_group"] = made[f"{side}_country"]
                    made[f"{side}_sector"] = cleaned(cells[f"Primary {theirs} Sector"])
                yield one_row_a_pair(dated_chunk(name, len(cells["Event ID"]), made, cells["Event Date"], refused))


def _names(source: str, stream: Utf8Stream) -> list[str]:
    """Names of the columns; the stream stands after the header then."""
    header = [cell for cell in header_cells(stream, "\t") if cell]
    skip_line(stream)
    first = header_cells(stream, "\t")
    while first and not first[-1] and len(first) > len(COLUMNS):
        first.pop()
    if any(name not in header for name in WANTED):
        if len(first) != len(COLUMNS):
            require_columns(source, header, WANTED, REMEDY)
        header = list(COLUMNS)
    width = len(header_cells(stream, "\t"))
    return header + [f"beyond {number}" for number in range(len(header), width)]
