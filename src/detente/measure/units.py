"""What is counted: one unit for each act, however many events, reports and copies carry it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from detente.errors import SchemaError
from detente.schema.event import EVENTS

if TYPE_CHECKING:
    import narwhals as nw


def counting_units(events: Any) -> nw.LazyFrame[Any]:
    """Events fit for counting, lazily, with the columns `unit` and `document` added.

    unit = coalesce(incident_id, event_group): reports of one incident are one act.
    document = coalesce(document_cluster, document_id). Events of a near-duplicate, that is of a document whose
    cluster is named after another document, are left out.

    Args:
        events: anything narwhals accepts (DuckDB relation, Polars LazyFrame, Arrow table …) with the columns
            of EVENTS; (n_events, ≥ 49).

    Returns:
        Lazy frame on the engine of `events`; at most n_events rows; empty strings for missing actors and
        recipients.

    Raises:
        SchemaError: if a column of EVENTS is missing.
    """
    import narwhals as nw

    frame = nw.from_native(events).lazy()
    missing = [name for name in EVENTS.names if name not in frame.collect_schema().names()]
    if missing:
        raise SchemaError(f"Events lack the columns {', '.join(missing)}; give a table of the schema EVENTS.")
    original = nw.col("document_cluster").is_null() | (nw.col("document_cluster") == nw.col("document_id"))
    return frame.filter(original).with_columns(
        nw.coalesce("incident_id", "event_group").alias("unit"),
        nw.coalesce("document_cluster", "document_id").alias("document"),
        nw.col("actor").fill_null(nw.lit("")),
        nw.col("recipient").fill_null(nw.lit("")),
    )
