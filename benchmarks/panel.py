"""Ten million events counted by month, beside pandas, and relations of 40,000 pairs estimated.

python benchmarks/panel.py [N_EVENTS [N_PAIRS]]    by default ten million and forty thousand; two threads
"""

from __future__ import annotations

import os

os.environ.setdefault("POLARS_MAX_THREADS", "2")  # read when polars is loaded

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from detente.schema.imported import IMPORTED

THREADS = 2
STATES, YEARS_OF_DAYS, BATCH = 200, 3650, 1_000_000
TYPES = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE"
    " COERCE ASSAULT"
).split()
QUADS = np.array([1, 1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4], dtype=np.int8)
KEYS = ["actor", "recipient", "period_start", "event_type"]
MOST_PANEL_SECONDS, MOST_RELATION_SECONDS = 10.0, 60.0


def write_events(path: Path, n_events: int, seed: int) -> None:
    """Made events in the schema IMPORTED: few pairs have most of them, one in five shares its act with another."""
    rng = np.random.default_rng(seed)
    codes = [f"{a}{b}{c}" for a in "ABCDEF" for b in "ABCDEF" for c in "ABCDEF"][:STATES]
    with pq.ParquetWriter(path, IMPORTED) as writer:
        for start in range(0, n_events, BATCH):
            n = min(BATCH, n_events - start)
            pair = rng.zipf(1.3, n) % STATES**2
            kind = rng.integers(0, len(TYPES), n)
            days = pa.array(np.datetime64("2005-01-01") + rng.integers(0, YEARS_OF_DAYS, n))
            values = {
                "event_id": pa.array(np.arange(start, start + n)).cast(pa.string()),
                "event_group": pa.array(rng.integers(0, int(n_events * 0.8), n)).cast(pa.string()),
                "date_start": days,
                "date_end": days,
                "actor": _named(pair // STATES, codes),
                "recipient": _named(pair % STATES, codes),
                "event_type": _named(kind, TYPES),
                "quad": pa.array(QUADS[kind]),
                "n_reports": pa.array(rng.integers(1, 9, n)),
                "confidence": pa.array(np.ones(n)),
            }
            columns = [values.get(field.name, _constant(field, n)) for field in IMPORTED]
            writer.write_table(pa.table(columns, schema=IMPORTED))


def _named(index: np.ndarray, names: list[str]) -> pa.Array:
    return pa.DictionaryArray.from_arrays(pa.array(index.astype(np.int32)), pa.array(names)).cast(pa.string())


def _constant(field: pa.Field, n: int) -> pa.Array:
    return pa.array([""] * n, pa.string()) if field.type == pa.string() else pa.nulls(n, field.type)


def on_duckdb(path: Path) -> int:
    """Cells of the panel by `count_panel` on DuckDB."""
    import duckdb

    from detente.measure.panel import count_panel

    connection = duckdb.connect(config={"threads": THREADS})
    return count_panel(connection.read_parquet(str(path)), "month")[0].collect(backend="pyarrow").to_native().num_rows


def on_polars(path: Path) -> int:
    """Cells of the panel by `count_panel` on Polars."""
    import polars as pl

    from detente.measure.panel import count_panel

    return count_panel(pl.scan_parquet(path), "month")[0].collect(backend="pyarrow").to_native().num_rows


def on_pandas(path: Path) -> int:
    """The same counts as an analyst would write them in pandas."""
    import pandas as pd

    columns = ["actor", "recipient", "date_start", "event_type", "event_group", "confidence", "n_reports"]
    frame = pd.read_parquet(path, columns=columns)
    frame["period_start"] = pd.to_datetime(frame["date_start"]).dt.to_period("M").dt.start_time
    units = frame.groupby([*KEYS, "event_group"]).agg({"confidence": "max", "n_reports": "sum"}).reset_index()
    cells = units.groupby(KEYS).agg(
        n_events=("event_group", "size"), n_weighted=("confidence", "sum"), n_documents=("n_reports", "sum")
    )
    return len(cells)


def relations(n_pairs: int, n_months: int = 120) -> dict[str, float]:
    """Seconds of each measure and in all, for pairs of which most have next to no acts."""
    from detente.measure import relation
    from detente.measure.series import PairSeries

    rng = np.random.default_rng(1)
    rates = rng.permutation(np.geomspace(0.01, 20, n_pairs))[:, None, None] * np.array([0.3, 0.5, 0.1, 0.3, 0.1])
    counts = rng.poisson(np.broadcast_to(rates, (n_pairs, n_months, 5))).astype(np.float32)
    starts = tuple(date(2005 + month // 12, month % 12 + 1, 1) for month in range(n_months))
    pairs = tuple((f"A{i:06d}", f"B{i:06d}") for i in range(n_pairs))
    world = counts.sum(axis=(0, 2), dtype=np.float64)
    series = PairSeries(pairs, starts, counts, world, np.ones(n_months, dtype=bool))
    exposure, total = series.exposure(), series.conflict + series.cooperation
    parts: dict[str, Callable[[], Any]] = {
        "tension": lambda: relation.estimate_share(series.conflict, total, series.covered),
        "material tension": lambda: relation.estimate_share(counts[:, :, 4].astype(float), total, series.covered),
        "cooperation": lambda: relation.estimate_rate(series.cooperation, exposure, series.covered),
        "attention": lambda: relation.estimate_rate(counts.sum(axis=2, dtype=float), exposure, series.covered),
    }
    found = {name: _seconds(part)[0] for name, part in parts.items()}
    return found | {"all four": _seconds(lambda: relation.estimate_relations(series))[0]}


def _seconds(part: Callable[[], Any]) -> tuple[float, Any]:
    started = time.perf_counter()
    result = part()
    return time.perf_counter() - started, result


def main(n_events: int = 10_000_000, n_pairs: int = 40_000) -> int:
    """Print seconds and ratios; 1 where a limit is broken or the engines disagree on the number of cells."""
    engines = {"duckdb": on_duckdb, "polars": on_polars, "pandas": on_pandas}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "events.parquet"
        write_events(path, n_events, seed=0)
        found = {name: _seconds(lambda count=count: count(path)) for name, count in engines.items()}
    for name, (seconds, cells) in found.items():
        ratio = found["pandas"][0] / seconds
        print(f"panel, {name:7} {seconds:8.1f} s  {ratio:5.1f} x pandas   ({n_events:,} events, {cells:,} cells)")
    took = relations(n_pairs)
    for name, seconds in took.items():
        print(f"{name:16} {seconds:6.1f} s   ({n_pairs:,} pairs, 120 months)")
    failed = [
        found["duckdb"][0] > MOST_PANEL_SECONDS,
        len({cells for _, cells in found.values()}) > 1,
        took["all four"] > MOST_RELATION_SECONDS,
    ]
    return int(any(failed))


if __name__ == "__main__":
    sys.exit(main(*(int(one) for one in sys.argv[1:3])))
