"""Records with several actors or recipients in one cell: one row for each pair."""

# pyright: reportAttributeAccessIssue=false
# pyarrow makes the functions of its compute module at run time
from __future__ import annotations

from itertools import product
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from detente.exchange.raw_rows import RAW, RawChunk

SEPARATOR = "; "
_PARTS = ("name", "country", "group", "sector")


def one_row_a_pair(chunk: RawChunk) -> RawChunk:
    """The chunk with every record that names several actors or recipients ("A; B") made one row for each pair.

    Countries, groups and sectors follow the names where a cell holds as many; the keys of the second and further
    rows get `~2`, `~3` …
    """
    rows = chunk.rows
    several = pc.or_(*(pc.match_substring(rows[f"{side}_name"], SEPARATOR) for side in ("actor", "recipient")))
    if not pc.any(several).as_py():
        return chunk
    made = [pair for row in rows.filter(several).to_pylist() for pair in _pairs(row)]
    single = rows.filter(pc.invert(several))
    return RawChunk(pa.concat_tables([single, pa.Table.from_pylist(made, schema=RAW)]), chunk.refused)


def _pairs(row: dict[str, Any]) -> list[dict[str, Any]]:
    pairs = product(_members(row, "actor"), _members(row, "recipient"))
    return [
        {**row, **actor, **recipient, "source_key": row["source_key"] + (f"~{number}" if number > 1 else "")}
        for number, (actor, recipient) in enumerate(pairs, start=1)
    ]


def _members(row: dict[str, Any], side: str) -> list[dict[str, str]]:
    names = row[f"{side}_name"].split(SEPARATOR)
    cells = {part: row[f"{side}_{part}"].split(SEPARATOR) for part in _PARTS}
    return [
        {
            f"{side}_{part}": values[number].strip() if len(values) == len(names) else row[f"{side}_{part}"]
            for part, values in cells.items()
        }
        for number in range(len(names))
    ]
