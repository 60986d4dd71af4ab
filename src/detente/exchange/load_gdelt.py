"""GDELT events, 1.0 and 2.0: tab-separated, without header, countries in CAMEO's three letters."""

# pyright: reportAttributeAccessIssue=false
# pyarrow makes the functions of its compute module at run time
from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pyarrow.compute as pc

from detente.errors import ReadError
from detente.exchange.delimited import header_cells, read_delimited, skip_line
from detente.exchange.import_file import open_streams
from detente.exchange.raw_rows import RawChunk, cleaned, dated_chunk, days, numbers

_ACTOR = (
    "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code".split()
)
_PLACE = "Type FullName CountryCode ADM1Code Lat Long FeatureID".split()
_PLACES = ("Actor1Geo", "Actor2Geo", "ActionGeo")
_BEFORE = (
    *("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"),
    *(f"Actor1{name}" for name in _ACTOR),
    *(f"Actor2{name}" for name in _ACTOR),
    *"IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale NumMentions NumSources".split(),
    *("NumArticles", "AvgTone"),
)
GDELT1 = (*_BEFORE, *(f"{place}_{name}" for place in _PLACES for name in _PLACE), "DATEADDED", "SOURCEURL")
GDELT2 = (
    *_BEFORE,
    *(f"{place}_{name}" for place in _PLACES for name in (*_PLACE[:4], "ADM2Code", *_PLACE[4:])),
    *("DATEADDED", "SOURCEURL"),
)
_SIDE = ("Name", "Code", "CountryCode", "KnownGroupCode", "Type1Code", "Type2Code", "Type3Code")
WANTED = (
    *("GLOBALEVENTID", "SQLDATE", "EventCode", "GoldsteinScale", "NumMentions"),
    *(f"Actor{number}{name}" for number in (1, 2) for name in _SIDE),
)


def load_gdelt1(path: Path, columns: Mapping[str, str]) -> Iterator[RawChunk]:
    """Rows of a GDELT 1.0 file: 58 columns, or the 57 of files from before April 2013, which name no source.

    Args:
        path: a file, plain, gzip or zip.
        columns: not used.

    Raises:
        ReadError: if the file has other columns or cannot be read.
    """
    yield from _load(path, (GDELT1, GDELT1[:-1]), "gdelt1")


def load_gdelt2(path: Path, columns: Mapping[str, str]) -> Iterator[RawChunk]:
    """Rows of a GDELT 2.0 file of events: 61 columns; arguments and errors as for `load_gdelt1`."""
    yield from _load(path, (GDELT2,), "gdelt2")


def _load(path: Path, layouts: tuple[tuple[str, ...], ...], version: str) -> Iterator[RawChunk]:
    with open_streams(path) as streams:
        for name, stream in streams:
            first = header_cells(stream, "\t")
            layout = next((names for names in layouts if len(names) == len(first)), None)
            if layout is None:
                wanted = " or ".join(str(len(names)) for names in layouts)
                reason = f"has {len(first)} columns in its first line, where {version} has {wanted}"
                raise ReadError(name, reason, "Give events as GDELT publishes them (not mentions), or another --format")
            titled = first[0].lower() == "globaleventid"
            if titled:
                skip_line(stream)
            wanted_here = [column for column in (*WANTED, "SOURCEURL") if column in layout]
            for cells, refused in read_delimited(stream, layout, wanted_here, first_row=2 if titled else 1):
                made = {
                    "source_key": cleaned(cells["GLOBALEVENTID"]),
                    "date_start": days(cells["SQLDATE"], "%Y%m%d"),
                    "cameo": cleaned(cells["EventCode"]),
                    "scale": numbers(cells["GoldsteinScale"]),
                    "n_reports": pc.fill_null(pc.floor(numbers(cells["NumMentions"])), 1),
                    "reference": cells.get("SOURCEURL"),
                }
                for side, number in (("actor", 1), ("recipient", 2)):
                    named = cleaned(cells[f"Actor{number}Name"])
                    code = cleaned(cells[f"Actor{number}Code"])
                    made[f"{side}_name"] = pc.if_else(pc.equal(named, ""), code, named)
                    made[f"{side}_country"] = cleaned(cells[f"Actor{number}CountryCode"])
                    made[f"{side}_group"] = cleaned(cells[f"Actor{number}KnownGroupCode"])
                    roles = [cells[f"Actor{number}Type{kind}Code"] for kind in (1, 2, 3)]
                    made[f"{side}_sector"] = pc.binary_join_element_wise(*roles, ",")
                yield dated_chunk(name, len(cells["SQLDATE"]), made, cells["SQLDATE"], refused)
