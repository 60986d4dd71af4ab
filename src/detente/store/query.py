"""Tables of a project as DuckDB relations: in memory, over the manifest's parts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from detente.store.parts import Part

if TYPE_CHECKING:
    import duckdb


def relation_of(folder: Path, parts: Sequence[Part], schema: pa.Schema) -> duckdb.DuckDBPyRelation:
    """A DuckDB relation over the parts of one table, in order.

    One thread and the order of insertion kept: sums of floats come out the same on every run.

    Args:
        folder: the project folder.
        parts: of one table; none gives an empty relation with the schema's columns.
        schema: the table's declared schema.
    """
    import duckdb

    connection = duckdb.connect(":memory:", config={"threads": 1, "preserve_insertion_order": True})
    if not parts:
        return connection.from_arrow(schema.empty_table())
    return connection.read_parquet([str(folder / part.name) for part in parts])
