"""Events by directed dyad, calendar period, quad, modality and kind."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from detente.errors import SchemaError
from detente.measure.units import counting_units
from detente.schema.panel import EVIDENCE, PANEL
from detente.schema.period import PERIOD_KINDS

if TYPE_CHECKING:
    import narwhals as nw

# kind of period -> (narwhals truncation, days from any start that surely reach into the next period and not beyond)
STEPS = MappingProxyType(
    {"day": ("1d", 1), "week": ("1d", 7), "month": ("1mo", 32), "quarter": ("1q", 100), "year": ("1y", 370)}
)


def count_panel(events: Any, period: str) -> tuple[nw.LazyFrame[Any], nw.LazyFrame[Any]]:
    """Counts of distinct acts and documents in every cell that has an event, and the events behind each cell.

    n_events = |{coalesce(incident_id, event_group)}|; n_documents = |{coalesce(document_cluster, document_id)}|,
    over the events of one actor, recipient, period, quad, modality and kind. An event lies in the period of its
    `date_start`; an undated one in the cell whose period is null. Near-duplicates do not count. All modalities
    and both kinds are kept, apart; so are events without recipient (recipient "") and of a state with itself.
    A cell without events is absent, not zero: what absence means depends on coverage, which events cannot tell.

    Args:
        events: anything narwhals accepts, with the columns of EVENTS; (n_events, ≥ 49).
        period: `day`, `week` (from Monday), `month`, `quarter` or `year`.

    Returns:
        Two lazy frames on the engine of `events`: the panel, (n_cells, 10), columns of PANEL, sorted by cell; and
        the evidence, (n_counted_events, 2), columns of EVIDENCE, sorted. Counts are in acts and in documents.

    Raises:
        SchemaError: if `period` is unknown or a column of EVENTS is missing.

    Source:
        Own definition; quads after PLOVER 2.0 (Open Event Data Alliance, 2024).
    """
    import narwhals as nw

    start, end = _bounds(period)
    keys = [name for name in PANEL.names if name not in ("n_events", "n_documents")]
    dated = counting_units(events).with_columns(start.alias("period_start"))
    placed = dated.with_columns(end.alias("period_end"), nw.col("quad").cast(nw.Int8))
    cells = placed.with_columns(_cell_key())
    counts = cells.group_by(keys).agg(
        nw.col("unit").n_unique().alias("n_events"), nw.col("document").n_unique().alias("n_documents")
    )
    panel = counts.with_columns(nw.col("n_events", "n_documents").cast(nw.Int64))
    evidence = cells.select(EVIDENCE.names).unique(EVIDENCE.names)
    return panel.select(PANEL.names).sort("cell"), evidence.sort(*EVIDENCE.names)


def _bounds(period: str) -> tuple[nw.Expr, nw.Expr]:
    """Expressions for the first day of an event's period, and for the day after its last."""
    import narwhals as nw

    if period not in PERIOD_KINDS:
        raise SchemaError(f"Unknown period {period!r}; choose one of {', '.join(PERIOD_KINDS)}.")
    step, reach = STEPS[period]
    start = nw.col("date_start").dt.truncate(step).cast(nw.Date)
    if period == "week":
        start = _monday(nw.col("date_start"))
    end = nw.col("period_start").dt.offset_by(f"{reach}d").dt.truncate(step).cast(nw.Date)
    return start, end


def _monday(day: nw.Expr) -> nw.Expr:
    """Monday of the week of `day`; spelt out because truncation to weeks differs between engines."""
    import narwhals as nw

    monday = day.cast(nw.Date)
    for after in range(1, 7):
        back = day.dt.offset_by(f"-{after}d").cast(nw.Date)
        monday = nw.when(day.dt.weekday() == after + 1).then(back).otherwise(monday)
    return monday


def _cell_key() -> nw.Expr:
    import narwhals as nw

    day = nw.col("period_start").dt.to_string("%Y-%m-%d").fill_null(nw.lit(""))
    parts = [nw.col("actor"), nw.col("recipient"), day, nw.col("quad").cast(nw.String), nw.col("modality")]
    return nw.concat_str(*parts, nw.col("kind"), separator="|").alias("cell")
