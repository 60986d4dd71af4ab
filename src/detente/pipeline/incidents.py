"""Incidents: reports of one act in several documents.

Asserted acts are one incident when actor, recipient, event type and day are the same in two or more
documents that are no near-duplicates of each other. Only dates that are a single day and that the text or
the publication date itself gives take part: with a date carried over from an earlier sentence, a longer
interval or no date, `incident_id` and `n_reports` are null. Talks, agreements and cooperation are acts of
both sides, so for them the direction does not tell two acts apart. An act that could be an incident and is reported
by one document alone has no `incident_id` and `n_reports` 1.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

import pyarrow as pa

JOINT_TYPES = ("AGREE", "CONSULT", "COOPERATE")
DAY_BASES = ("explicit", "relative_publication", "relative_text", "publication")
COLUMNS = [
    "event_id",
    "document_id",
    "actor",
    "recipient",
    "event_type",
    "kind",
    "modality",
    "date_start",
    "date_end",
    "date_basis",
]


def incident_of(row: dict[str, Any]) -> str | None:
    """16 hex digits that every report of the same act gives, or None where the event can be no incident.

    Args:
        row: the COLUMNS of one event.
    """
    start, end = row["date_start"], row["date_end"]
    if row["kind"] != "act" or row["modality"] != "asserted" or row["date_basis"] not in DAY_BASES:
        return None
    if start is None or end is None or end - start != timedelta(days=1):
        return None
    sides = [row["actor"], row["recipient"]]
    if row["event_type"] in JOINT_TYPES:
        sides.sort()
    key = "|".join((*sides, row["event_type"], start.isoformat()))
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def count_reports(tables: Iterable[pa.Table], clusters: dict[str, str]) -> dict[str, int]:
    """Documents that report each incident, near-duplicates once.

    Args:
        tables: of events, with at least COLUMNS.
        clusters: cluster of each document.

    Returns:
        {incident_id: number of distinct clusters}.
    """
    reports: dict[str, set[str]] = {}
    for table in tables:
        for row in table.select(COLUMNS).to_pylist():
            incident = incident_of(row)
            if incident is not None:
                reports.setdefault(incident, set()).add(clusters[row["document_id"]])
    return {incident: len(found) for incident, found in reports.items()}


def mark_events(events: pa.Table, clusters: dict[str, str], reports: dict[str, int]) -> pa.Table:
    """Events with `document_cluster`, `incident_id` and `n_reports` filled in."""
    incidents = [incident_of(row) for row in events.select(COLUMNS).to_pylist()]
    columns = {
        "document_cluster": [clusters[document_id] for document_id in events.column("document_id").to_pylist()],
        "incident_id": [incident if incident and reports[incident] > 1 else None for incident in incidents],
        "n_reports": [reports[incident] if incident else None for incident in incidents],
    }
    return fill(events, columns)


def fill(table: pa.Table, columns: dict[str, list[Any]]) -> pa.Table:
    """The table with the values of some columns replaced, schema unchanged."""
    for name, values in columns.items():
        position = table.schema.get_field_index(name)
        field = table.schema.field(position)
        table = table.set_column(position, field, pa.array(values, type=field.type))
    return table
