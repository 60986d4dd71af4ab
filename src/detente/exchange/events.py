"""The events as exported: joined with their documents, in the published column order."""

from __future__ import annotations

import pyarrow as pa

from detente.errors import SchemaError
from detente.schema.event import EVENTS

DOCUMENT_COLUMNS = ("source", "title", "published")
FIRST_COLUMNS = (
    *("event_id", "document_id", "source", "title", "published", "sentence_index", "sentence"),
    *("actor", "actor_text", "actor_sector", "recipient", "recipient_text", "recipient_sector"),
    *("event_type", "mode", "quad", "scale", "modality", "trigger", "char_start", "char_end"),
    *("date_start", "date_end", "date_basis", "attribution", "confidence", "coder"),
)
NEXT_COLUMNS = (
    *("kind", "negated", "hypothetical", "future", "historical", "event_group"),
    *("actor_start", "actor_end", "actor_antecedent_start", "actor_antecedent_end"),
    *("recipient_start", "recipient_end", "recipient_antecedent_start", "recipient_antecedent_end"),
    *("speaker_code", "speaker_sector", "document_cluster", "incident_id"),
)


def events_with_documents(events: pa.Table, documents: pa.Table) -> pa.Table:
    """Events with source, title and publication date of their document.

    Args:
        events: (n_events, ≥ 49), columns of EVENTS and any others.
        documents: (n_documents, ≥ 4), at least document_id, source, title and published of DOCUMENTS.

    Returns:
        (n_events, ≥ 52), rows in the order of `events`; columns FIRST_COLUMNS, NEXT_COLUMNS, the rest of EVENTS,
        then any others in the order of `events`.

    Raises:
        SchemaError: if a column is missing or an event's document is.
    """
    missing = [name for name in EVENTS.names if name not in events.column_names]
    missing += [name for name in ("document_id", *DOCUMENT_COLUMNS) if name not in documents.column_names]
    if missing:
        raise SchemaError(f"Events or documents lack the columns {', '.join(missing)}; give the tables of a project.")
    row_of = {document_id: row for row, document_id in enumerate(documents["document_id"].to_pylist())}
    lost = [one for one in events["document_id"].to_pylist() if one not in row_of]
    if lost:
        raise SchemaError(f"Document {lost[0]} of {len(lost)} events is not in the documents; give both of one run.")
    rows = pa.array([row_of[one] for one in events["document_id"].to_pylist()], pa.int64())
    for name in DOCUMENT_COLUMNS:
        if name not in events.column_names:
            events = events.append_column(documents.schema.field(name), documents[name].take(rows))
    ordered = [*FIRST_COLUMNS, *NEXT_COLUMNS]
    return events.select([*ordered, *(name for name in events.column_names if name not in ordered)])
