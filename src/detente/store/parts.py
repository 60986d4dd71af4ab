"""Immutable Parquet parts, named by the hash of their bytes."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from detente.errors import ProjectError
from detente.store.atomic import write_atomic


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """One Parquet file of a table.

    Attributes:
        name: path below the project folder, `<table>/<hash>.parquet`.
        rows: its number of rows.
    """

    name: str
    rows: int


def write_part(folder: Path, table_name: str, table: pa.Table) -> Part:
    """Write a table as one part; the same table gives the same bytes and so the same name.

    Args:
        folder: the project folder.
        table_name: name of the table, which is the name of its folder.
        table: any number of rows.

    Returns:
        The part; nothing is written when it is there already.
    """
    import pyarrow.parquet as pq

    sink = io.BytesIO()
    pq.write_table(table.combine_chunks(), sink, compression="zstd", row_group_size=65_536, store_schema=True)
    content = sink.getvalue()
    name = f"{table_name}/{hashlib.sha256(content).hexdigest()[:32]}.parquet"
    path = folder / name
    if not (path.exists() and path.stat().st_size == len(content)):
        write_atomic(path, content)
    return Part(name, table.num_rows)


def read_part(folder: Path, part: Part, schema: pa.Schema, columns: list[str] | None = None) -> pa.Table:
    """Read one part.

    Args:
        folder: the project folder.
        part: which.
        schema: the declared schema; the part must hold exactly these columns.
        columns: the columns wanted, or None for all.

    Raises:
        ProjectError: if the part is absent, damaged or of another schema.
    """
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(folder / part.name) as file:
            if not file.schema_arrow.equals(schema):
                raise ProjectError(
                    f"{folder / part.name}: written by another version of detente. Run `detente run` on it again."
                )
            return file.read(columns=columns)
    except (OSError, pa.ArrowException) as error:
        raise ProjectError(
            f"{folder / part.name}: cannot be read ({type(error).__name__}). "
            "If a run has just finished, open the project again; else run `detente run` on it again."
        ) from error
