"""Events by directed or undirected dyad, calendar period, type, modality and kind."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from detente.errors import SchemaError
from detente.measure.units import by_pair, counting_units
from detente.schema.panel import EVIDENCE, PANEL
from detente.schema.period import PERIOD_KINDS

if TYPE_CHECKING:
    import narwhals as nw

# kind of period -> (narwhals truncation, days from any start that surely reach into the next period and not beyond)
STEPS = MappingProxyType(
    {"day": ("1d", 1), "week": ("1d", 7), "month": ("1mo", 32), "quarter": ("1q", 100), "year": ("1y", 370)}
)

NO_DAY = date(1, 1, 1)
DECIMALS = 6  # engines add floats in different orders


def count_panel(events: Any, period: str, directed: bool = True) -> tuple[nw.LazyFrame[Any], nw.LazyFrame[Any]]:
    """Counts of distinct acts and documents in every cell that has an event, and the events behind each cell.

    n_events = |{coalesce(incident_id, event_group)}|; n_weighted is the sum, over the same, of the highest confidence
    of their events; n_documents = |{coalesce(document_cluster, document_id)}|, over the events of one actor,
    recipient, period, type, modality and kind. An event lies in the period of its `date_start`; an undated one in
    the cell whose period is null. Near-duplicates do not count. All modalities and both kinds are kept, apart; so
    are events without recipient (recipient "") and of a state with itself. A cell without events is absent, not
    zero: what absence means depends on coverage; see `measure.series`.

    Args:
        events: anything narwhals accepts, with the columns of EVENTS or of IMPORTED; (n_events, ≥ 23).
        period: `day`, `week` (from Monday), `month`, `quarter` or `year`.
        directed: False puts both directions of a pair of different actors together: `actor` < `recipient` then, and
            an act that both do to each other counts once.

    Returns:
        Two lazy frames on the engine of `events`: the panel, (n_cells, 12), columns of PANEL, sorted by cell; and
        the evidence, (n_counted_events, 2), columns of EVIDENCE, sorted. Counts are in acts and in documents.

    Raises:
        SchemaError: if `period` is unknown or a column is missing.

    Source:
        Own definition; types and quads after PLOVER 2.0 (Open Event Data Alliance, 2024).
    """

    start, end = period_bounds(period)
    dated = counting_units(events).with_columns(start.alias("period_start"))
    placed = dated if directed else by_pair(dated)
    counts = _counted(placed).with_columns(end.alias("period_end"), _cell_key())
    evidence = placed.with_columns(_cell_key()).select(EVIDENCE.names).unique(EVIDENCE.names)
    return counts.select(PANEL.names).sort("cell"), evidence.sort(*EVIDENCE.names)


def _counted(placed: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """Cells with their three counts; two plain groupings are faster than counting distinct values in one."""
    import narwhals as nw

    names = placed.collect_schema().names()
    imported = "source_key" in names  # always asserted acts of the quad of their type
    fixed = ("quad", "modality", "kind") if imported else ()
    keys = [name for name in PANEL.names if name in names and name not in fixed]
    first = [nw.col(name).max() for name in fixed]
    units = placed.group_by(*keys, "unit").agg(nw.col("confidence").max(), nw.col("reports").sum(), *first)
    sums = units.group_by(*keys).agg(
        nw.len().alias("n_events"), nw.col("confidence").sum().alias("n_weighted"), nw.col("reports").sum(), *first
    )
    acts = sums.with_columns(nw.col("n_events").cast(nw.Int64), nw.col("n_weighted").round(DECIMALS))
    if imported:  # its source counts its own reports
        return acts.with_columns(nw.col("reports").cast(nw.Int64).alias("n_documents"))
    documents = placed.select(*keys, "document").unique([*keys, "document"])
    counts = documents.group_by(*keys).agg(nw.len().alias("n_documents"))
    told = counts.with_columns(nw.col("n_documents").cast(nw.Int64))
    # Null joins nothing: undated cells wear an impossible day meanwhile.
    dated = [frame.with_columns(nw.col("period_start").fill_null(nw.lit(NO_DAY))) for frame in (acts, told)]
    joined = dated[0].join(dated[1], on=keys, how="inner")
    day = nw.when(nw.col("period_start") != nw.lit(NO_DAY)).then(nw.col("period_start"))
    return joined.with_columns(day.alias("period_start"))


def period_bounds(period: str) -> tuple[nw.Expr, nw.Expr]:
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
    parts = [nw.col("actor"), nw.col("recipient"), day, nw.col("event_type"), nw.col("modality")]
    return nw.concat_str(*parts, nw.col("kind"), separator="|").alias("cell")
