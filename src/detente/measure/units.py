"""What is counted: one unit for each act, however many events, reports and copies carry it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from detente.errors import SchemaError
from detente.schema.event import EVENTS
from detente.schema.imported import IMPORTED

if TYPE_CHECKING:
    import narwhals as nw


def counting_units(events: Any) -> nw.LazyFrame[Any]:
    """Events fit for counting, lazily, with the columns `unit`, `document` and `reports` added.

    Of coded events, unit = coalesce(incident_id, event_group): reports of one incident are one act; document =
    coalesce(document_cluster, document_id); reports is null. Events of a near-duplicate, that is of a document whose
    cluster is named after another document, are left out. Of imported ones, unit = event_group and reports =
    n_reports, as their source counts them; document is null, they count as asserted acts.

    Args:
        events: anything narwhals accepts (DuckDB relation, Polars LazyFrame, Arrow table …) with the columns
            of EVENTS or of IMPORTED; (n_events, ≥ 23).

    Returns:
        Lazy frame on the engine of `events`; at most n_events rows; empty strings for missing actors and
        recipients; `quad` of 8 bits.

    Raises:
        SchemaError: if a column is missing.
    """
    import narwhals as nw

    frame = nw.from_native(events).lazy()
    columns = frame.collect_schema().names()
    imported = "source_key" in columns
    missing = [name for name in (IMPORTED if imported else EVENTS).names if name not in columns]
    if missing:
        raise SchemaError(
            f"Events lack the columns {', '.join(missing)}; give a table of the schema EVENTS or IMPORTED."
        )
    frame = frame.with_columns(
        nw.col("actor").fill_null(nw.lit("")), nw.col("recipient").fill_null(nw.lit("")), nw.col("quad").cast(nw.Int8)
    )
    if imported:
        return frame.with_columns(
            nw.col("event_group").alias("unit"),
            nw.lit(None, nw.String).alias("document"),
            nw.col("n_reports").cast(nw.Int64).alias("reports"),
            nw.lit("asserted").alias("modality"),
            nw.lit("act").alias("kind"),
        )
    original = nw.col("document_cluster").is_null() | (nw.col("document_cluster") == nw.col("document_id"))
    return frame.filter(original).with_columns(
        nw.coalesce("incident_id", "event_group").alias("unit"),
        nw.coalesce("document_cluster", "document_id").alias("document"),
        nw.lit(None, nw.Int64).alias("reports"),
    )


def by_pair(units: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """Events between two different actors, each pair in one order: `actor` < `recipient`."""
    import narwhals as nw

    between = (nw.col("actor") != "") & (nw.col("recipient") != "") & (nw.col("actor") != nw.col("recipient"))
    inner = nw.col("actor") < nw.col("recipient")
    first = nw.when(inner).then(nw.col("actor")).otherwise(nw.col("recipient"))
    second = nw.when(inner).then(nw.col("recipient")).otherwise(nw.col("actor"))
    return units.filter(between).with_columns(first.alias("actor"), second.alias("recipient"))
