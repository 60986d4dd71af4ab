"""Counts by directed dyad and period, with the events behind every cell."""

from __future__ import annotations

import pyarrow as pa

PANEL = pa.schema(
    [
        ("cell", pa.string()),  # "actor|recipient|period_start|event_type|modality|kind"
        ("actor", pa.string()),
        ("recipient", pa.string()),
        ("period_start", pa.date32()),  # null for events without a date
        ("period_end", pa.date32()),
        ("event_type", pa.string()),
        ("quad", pa.int8()),
        ("modality", pa.string()),
        ("kind", pa.string()),
        ("n_events", pa.int64()),  # event groups, each counted once
        ("n_weighted", pa.float64()),  # the same, each weighing its highest confidence
        ("n_documents", pa.int64()),  # near-duplicates once
    ]
)

EVIDENCE = pa.schema([("cell", pa.string()), ("event_id", pa.string())])

DYADS = pa.schema(
    [
        ("actor", pa.string()),
        ("recipient", pa.string()),
        ("n_events", pa.int64()),
        ("n_acts", pa.int64()),
        ("n_conditions", pa.int64()),
        ("n_verbal_cooperation", pa.int64()),
        ("n_material_cooperation", pa.int64()),
        ("n_verbal_conflict", pa.int64()),
        ("n_material_conflict", pa.int64()),
        ("n_documents", pa.int64()),
        ("scale_mean", pa.float64()),
        ("date_first", pa.date32()),
        ("date_last", pa.date32()),
    ]
)

RELATIONS = pa.schema(
    [
        ("a", pa.string()),
        ("b", pa.string()),
        ("period_start", pa.date32()),
        ("period_end", pa.date32()),
        ("measure", pa.string()),
        ("estimate", pa.float64()),
        ("low", pa.float64()),
        ("high", pa.float64()),
        ("level", pa.float64()),
        ("n_events", pa.int64()),
    ]
)
