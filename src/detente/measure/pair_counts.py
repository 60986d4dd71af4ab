"""Acts between two states by period, as neither, cooperative or hostile: what estimates are made from."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from detente.measure.panel import period_bounds
from detente.measure.units import by_pair, counting_units

if TYPE_CHECKING:
    import narwhals as nw

PAIR_COUNTS = pa.schema(
    [
        ("a", pa.string()),  # a < b
        ("b", pa.string()),
        ("period_start", pa.date32()),
        ("side", pa.int8()),  # 0 neither, 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict
        ("n_events", pa.int64()),
    ]
)
NEITHER = ("", "REQUEST")  # statements have no type; PLOVER scores a request 0


def pair_counts(
    frames: Sequence[Any],
    period: str,
    until: date | None = None,
    pairs: Collection[tuple[str, str]] | None = None,
) -> pa.Table:
    """Distinct asserted acts of every pair of different actors, period and side, both directions together.

    n_events = |{unit}|, units as in `counting_units`: an act that both do to each other counts once. Conditions,
    and what is negated, hypothetical, future or historical, do not count. The side is the quad, but 0 for
    statements and requests: they are attention, neither warmth nor quarrel. Undated events cannot be placed.

    Args:
        frames: tables with the columns of EVENTS or of IMPORTED, each anything narwhals accepts.
        period: `day`, `week` (from Monday), `month`, `quarter` or `year`.
        until: only events before this day; None: all.
        pairs: only these, each (a, b) with a < b; None: all.

    Returns:
        (n_cells, 5), columns of PAIR_COUNTS, sorted; cells without events are absent.

    Raises:
        SchemaError: if `period` is unknown or a column is missing.

    Source:
        Own definition; quads and scores after PLOVER 2.0 (Open Event Data Alliance, 2024).
    """
    import narwhals as nw

    start, _ = period_bounds(period)
    tables = []
    for frame in frames:
        told = by_pair(counting_units(frame)).filter(
            (nw.col("modality") == "asserted") & (nw.col("kind") == "act") & ~nw.col("date_start").is_null()
        )
        if until is not None:
            told = told.filter(nw.col("date_start") < nw.lit(until))
        if pairs is not None:
            told = told.filter(_is_one_of(pairs))
        side = nw.when(nw.col("event_type").is_in(list(NEITHER))).then(nw.lit(0)).otherwise(nw.col("quad"))
        placed = told.with_columns(start.alias("period_start"), side.cast(nw.Int8).alias("side"))
        keys = ["actor", "recipient", "period_start", "side"]
        counts = placed.select(*keys, "unit").unique([*keys, "unit"]).group_by(*keys).agg(nw.len().alias("n_events"))
        found: Any = counts.collect(backend="pyarrow").to_native()
        tables.append(found.rename_columns(["a", "b", *found.column_names[2:]]).cast(PAIR_COUNTS))
    return _summed(pa.concat_tables(tables) if tables else PAIR_COUNTS.empty_table())


def _is_one_of(pairs: Collection[tuple[str, str]]) -> nw.Expr:
    import narwhals as nw

    wanted = nw.lit(False)
    for a, b in sorted(pairs):
        wanted = wanted | ((nw.col("actor") == a) & (nw.col("recipient") == b))
    return wanted


def _summed(table: pa.Table) -> pa.Table:
    keys = ["a", "b", "period_start", "side"]
    summed = table.group_by(keys).aggregate([("n_events", "sum")]).rename_columns([*keys, "n_events"])
    return summed.select(PAIR_COUNTS.names).cast(PAIR_COUNTS).sort_by([(name, "ascending") for name in keys])
