"""Phoenix events: tab-separated, 26 columns, without header, CAMEO codes for actors and acts."""

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

COLUMNS = (
    "EventID Date Year Month Day SourceActorFull SourceActorEntity SourceActorRole SourceActorAttribute TargetActorFull "
    "TargetActorEntity TargetActorRole TargetActorAttribute EventCode EventRootCode QuadClass GoldsteinScore Issues Lat Lon "
    "LocationName StateName CountryName SentenceIDs URLs NewsSources"
).split()
_SIDE = ("Full", "Entity", "Role")
WANTED = (
    *("EventID", "Date", "EventCode", "GoldsteinScore", "URLs", "NewsSources"),
    *(f"{side}Actor{part}" for side in ("Source", "Target") for part in _SIDE),
)


def load_phoenix(path: Path, columns: Mapping[str, str]) -> Iterator[RawChunk]:
    """Rows of a Phoenix file; reports are counted by the addresses that a row lists.

    Args:
        path: a file, plain, gzip or zip.
        columns: not used.

    Raises:
        ReadError: if the file has not 26 columns or cannot be read.
    """
    with open_streams(path) as streams:
        for name, stream in streams:
            first = header_cells(stream, "\t")
            if len(first) != len(COLUMNS):
                reason = f"has {len(first)} columns in its first line, where Phoenix has {len(COLUMNS)}"
                raise ReadError(name, reason, "Give a daily file of Phoenix as published, or another --format")
            titled = first[0].lower() == "eventid"
            if titled:
                skip_line(stream)
            for cells, refused in read_delimited(stream, COLUMNS, WANTED, first_row=2 if titled else 1):
                date = cells["Date"]
                compact = pc.replace_substring(cleaned(date), "-", "")
                addresses = cleaned(cells["URLs"])
                made = {
                    "source_key": cleaned(cells["EventID"]),
                    "date_start": days(compact, "%Y%m%d"),
                    "cameo": cleaned(cells["EventCode"]),
                    "scale": numbers(cells["GoldsteinScore"]),
                    "n_reports": pc.add(pc.count_substring(addresses, ";"), 1),
                    "reference": pc.replace_substring_regex(addresses, ";.*", ""),
                    "publisher": pc.replace_substring_regex(cleaned(cells["NewsSources"]), ";.*", ""),
                }
                for side, theirs in (("actor", "Source"), ("recipient", "Target")):
                    made[f"{side}_name"] = cleaned(cells[f"{theirs}ActorFull"])
                    made[f"{side}_country"] = cleaned(cells[f"{theirs}ActorEntity"])
                    made[f"{side}_group"] = made[f"{side}_country"]
                    made[f"{side}_sector"] = cleaned(cells[f"{theirs}ActorRole"])
                yield dated_chunk(name, len(date), made, date, refused)
