"""An analyst's corrections: checked on entry, applied to the coded events on every run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

import pyarrow as pa

from detente.errors import ReviewError, SchemaError
from detente.schema.codebook import KINDS, codebook
from detente.schema.event import EVENTS, modality_of
from detente.schema.review import REVIEWABLE, REVIEWS, Review

FLAGS = ("negated", "hypothetical", "future", "historical")
_CODE = re.compile(r"[A-Z]{3}")
_TRUTH = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


def check_value(field: str, value: str) -> Any:
    """The value of a correction in the type of its column.

    Args:
        field: one of REVIEWABLE.
        value: as entered; "" clears recipient, mode and dates.

    Raises:
        ReviewError: if the field cannot be reviewed or the value does not fit it.
    """
    if field not in REVIEWABLE:
        raise ReviewError(f"field {field!r} cannot be corrected; choose one of {', '.join(REVIEWABLE)}")
    text = value.strip()
    if field in (*FLAGS, "is_event"):
        if text.lower() not in _TRUTH:
            raise ReviewError(f"{field}: {value!r} is neither true nor false")
        return _TRUTH[text.lower()]
    if field in ("date_start", "date_end"):
        return _checked_date(field, text)
    if field == "event_type" and text not in codebook().event_types:
        raise ReviewError(f"event_type: {value!r} is none of {', '.join(codebook().event_types)}")
    if field == "kind" and text not in KINDS:
        raise ReviewError(f"kind: {value!r} is none of {', '.join(KINDS)}")
    if field == "mode" and text and not any(text in entry.modes for entry in codebook().event_types.values()):
        raise ReviewError(f"mode: {value!r} is a mode of no event type")
    if field in ("actor", "recipient") and not _CODE.fullmatch(text) and (text or field == "actor"):
        raise ReviewError(f"{field}: {value!r} is no code of three capital letters")
    return text


def correct_events(coded: pa.Table, reviews: Mapping[str, Sequence[Review]]) -> pa.Table:
    """Events with every correction applied; those withdrawn (`is_event` false) left out.

    What a correction decides follows it: quad and scale follow type and mode, a mode that the corrected
    type does not have becomes "", modality follows the flags, name, sector and organisation of a corrected
    actor or recipient become "". A correction that the codebook forbids beside the others is left out.

    Args:
        coded: (n, 49), events as coded.
        reviews: by event_id, in order of entry.
    """
    if not reviews or not set(coded.column("event_id").to_pylist()) & set(reviews):
        return coded
    rows = []
    for row in coded.to_pylist():
        changes = final_values(reviews.get(row["event_id"], ()))
        if changes.pop("is_event", True):
            rows.append(_corrected(row, changes) if changes else row)
    return pa.Table.from_pylist(rows, schema=EVENTS)


def final_values(reviews: Iterable[Review]) -> dict[str, Any]:
    """The value of each corrected field of one event: of two reviews the later wins."""
    return {review.field: check_value(review.field, review.value) for review in reviews}


def reviews_table(reviews: Sequence[Review], coded: Mapping[str, Mapping[str, Any]]) -> pa.Table:
    """(n_reviews, 10) table of the log with the status of each review and the value as coded.

    Args:
        reviews: in order of entry.
        coded: rows of the coded events table by event_id, at least of the reviewed events that exist.
    """
    last = {(review.event_id, review.field): review.review_id for review in reviews}
    rows = []
    for review in reviews:
        event = coded.get(review.event_id)
        before = "" if event is None else _as_text(True if review.field == "is_event" else event[review.field])
        superseded = last[review.event_id, review.field] != review.review_id
        status = "orphan" if event is None else "superseded" if superseded else "applied"
        rows.append({**asdict(review), "value_before": before, "status": status})
    return pa.Table.from_pylist(rows, schema=REVIEWS)


def quote_of(sentence: str, trigger: str, width: int = 40) -> str:
    """The sentence's text from `width` characters before the trigger to as many after; the start if it is not in it."""
    found = max(sentence.find(trigger), 0)
    return sentence[max(found - width, 0) : found + len(trigger) + width]


def _corrected(row: dict[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    row = {**row, **changes}
    for side in ("actor", "recipient"):
        if side in changes:
            row |= {f"{side}_name": "", f"{side}_sector": "", f"{side}_organisation": ""}
    if changes.get("recipient") == "":
        spans = ("start", "end", "antecedent_start", "antecedent_end")
        row |= {"recipient_text": "", **{f"recipient_{name}": None for name in spans}}
    if changes.keys() & {"event_type", "mode"}:
        entry = codebook().event_type(row["event_type"])
        row["mode"] = row["mode"] if row["mode"] in entry.modes else ""
        row |= {"quad": entry.quad, "scale": codebook().scale(entry.name, row["mode"])}
    row["modality"] = modality_of(*(row[flag] for flag in FLAGS))
    start, end = row["date_start"], row["date_end"]
    if changes.keys() & {"date_start", "date_end"}:
        row["date_basis"] = "none" if start is None else "explicit"
        if start is not None and (end is None or end <= start):
            row["date_end"] = date.fromordinal(start.toordinal() + 1)
    return row


def _checked_date(field: str, text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise ReviewError(f"{field}: {text!r} is no date of the form YYYY-MM-DD") from error


def _as_text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def check_combination(row: Mapping[str, Any], changes: Mapping[str, Any]) -> None:
    """Refuse corrections that cannot stand together on one event.

    Raises:
        ReviewError: if the mode is none of the type's, or the end is not after the start.
    """
    event_type, mode = changes.get("event_type", row["event_type"]), changes.get("mode", row["mode"])
    if changes.get("mode"):
        try:
            codebook().scale(event_type, mode)
        except SchemaError as error:
            raise ReviewError(f"mode: {error}") from error
    start, end = changes.get("date_start", row["date_start"]), changes.get("date_end", row["date_end"])
    if changes.get("date_end") is not None and start is not None and end is not None and end <= start:
        raise ReviewError(f"date_end: {end} is not after date_start {start}; the interval ends before date_end")
