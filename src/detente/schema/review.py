"""An analyst's correction of one field of one event."""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa

REVIEWABLE = (
    "actor",
    "recipient",
    "event_type",
    "mode",
    "kind",
    "negated",
    "hypothetical",
    "future",
    "historical",
    "date_start",
    "date_end",
    "is_event",
)


@dataclass(frozen=True, slots=True)
class Review:
    """One line of the append-only review log.

    Attributes:
        review_id: 1, 2, 3 … in the order of entry; the later of two on one field wins.
        field: one of REVIEWABLE; `is_event` = "false" withdraws the event.
        value: the new value, as text.
        quote: sentence text ± 40 characters around the trigger at the time of the review.
        entered: UTC time of entry, ISO 8601.
    """

    review_id: int
    event_id: str
    field: str
    value: str
    reason: str
    reviewer: str
    quote: str
    entered: str


REVIEWS = pa.schema(
    [
        ("review_id", pa.int64()),
        ("event_id", pa.string()),
        ("field", pa.string()),
        ("value", pa.string()),
        ("value_before", pa.string()),
        ("reason", pa.string()),
        ("reviewer", pa.string()),
        ("quote", pa.string()),
        ("entered", pa.string()),
        ("status", pa.string()),  # applied, superseded or orphan
    ]
)
