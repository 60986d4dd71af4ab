"""The analyst's corrections, with what they changed and what became of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from detente.report.clean import clean
from detente.report.reading import Reading

STATUS = {
    "applied": "applied",
    "superseded": "replaced by a later correction",
    "orphan": "its event is no longer found: look again",
}


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction; `anchor` is "" when its event is not on the page."""

    field: str
    before: str
    after: str
    reason: str
    reviewer: str
    entered: str
    status: str
    quote: str
    anchor: str


def corrections(reading: Reading, shown: Mapping[str, str]) -> list[Correction]:
    """Corrections, the latest first.

    Args:
        reading: holds the review log.
        shown: event_id -> fragment of the item that shows it.
    """
    rows = sorted(reading.tables["reviews"], key=lambda row: -row["review_id"])
    return [
        Correction(
            field=row["field"],
            before=clean(row["value_before"] or "") or "–",
            after=clean(row["value"] or "") or "(empty)",
            reason=clean(row["reason"] or ""),
            reviewer=clean(row["reviewer"] or ""),
            entered=clean(row["entered"] or "")[:16].replace("T", " "),
            status=STATUS.get(row["status"], row["status"] or ""),
            quote=clean(row["quote"] or ""),
            anchor=shown.get(row["event_id"], ""),
        )
        for row in rows
    ]
