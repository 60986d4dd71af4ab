"""Events of a project → panel, evidence, dyads, ties, tie evidence."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from detente.errors import SolverError
from detente.schema.tables import TABLES
from detente.settings import MeasureSettings

if TYPE_CHECKING:
    from detente.align.camps_record import Camps


def count_events(relation: Any, events: pa.Table, as_of: date | None, settings: MeasureSettings) -> dict[str, pa.Table]:
    """Every table that is counted from events.

    Args:
        relation: the events as a lazy table (DuckDB relation, Polars lazy frame …); read more than once.
        events: the same events as an Arrow table.
        as_of: the corpus's present, or None where nothing is dated.
        settings: period, age limit of ties, least number of events of a tie.

    Returns:
        Tables by name: panel, evidence, dyads, ties, tie_evidence.
    """
    from detente.align.network import mark_frustrated
    from detente.align.ties import find_ties
    from detente.measure.dyads import count_dyads
    from detente.measure.panel import count_panel

    panel, evidence = count_panel(relation, settings.period)
    ties, tie_evidence = find_ties(events, as_of, settings.present_days, settings.min_tie_events)
    camps = camps_of(ties)
    tables = {
        "panel": _collected(panel, TABLES["panel"]),
        "evidence": _collected(evidence, TABLES["evidence"]),
        "dyads": _collected(count_dyads(relation), TABLES["dyads"]),
        "ties": ties if camps is None else mark_frustrated(ties, camps),
        "tie_evidence": tie_evidence,
    }
    return {name: _sorted(table, TABLES[name]) for name, table in tables.items()}


def camps_of(ties: pa.Table) -> Camps | None:
    """The two-camp split of the ties; None where the solver found none in its time: the rest stands without it."""
    from detente.align.camps import split_camps

    try:
        return split_camps(ties)
    except SolverError:
        return None


def present_of(documents: pa.Table, events: pa.Table) -> date | None:
    """The corpus's present: the latest publication date, else the latest first day of an asserted event, else None."""
    published = [day for day in documents.column("published").to_pylist() if day is not None]
    if published:
        return max(published)
    rows = events.select(["modality", "date_start"]).to_pylist()
    dated = [row["date_start"] for row in rows if row["modality"] == "asserted" and row["date_start"] is not None]
    return max(dated, default=None)


def _collected(frame: Any, schema: pa.Schema) -> pa.Table:
    """An Arrow table of a narwhals frame, lazy or not, with the declared columns and types."""
    collected = frame.collect(backend="pyarrow") if hasattr(frame, "collect") else frame
    return collected.to_arrow().select(schema.names).cast(schema)


def _sorted(table: pa.Table, schema: pa.Schema) -> pa.Table:
    """By all columns in order: engines return groups in any order, the store wants the same bytes."""
    keys = [(name, "ascending") for name in schema.names if not pa.types.is_floating(schema.field(name).type)]
    return table.select(schema.names).cast(schema).sort_by(keys)
