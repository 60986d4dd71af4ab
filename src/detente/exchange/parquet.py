"""Any table as Parquet."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa

from detente.exchange.atomic import atomic_file


def write_parquet(table: pa.Table, path: Path) -> Path:
    """Parquet (zstd), columns, types and rows as in the table; the same table gives the same bytes.

    Args:
        table: any Arrow table; how its columns are chunked makes no difference.
        path: file to write, atomically.

    Returns:
        `path`.
    """
    import pyarrow.parquet as pq

    with atomic_file(path) as file:
        pq.write_table(table.combine_chunks(), file, compression="zstd", store_schema=False)
    return path
