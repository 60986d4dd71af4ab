"""Corrections from a CSV file into the review log, applied at once."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from detente.errors import ProjectError, ReviewError
from detente.pipeline.corrections import check_combination, check_value, final_values, quote_of
from detente.pipeline.finishing import Corpus
from detente.pipeline.run import settle
from detente.schema.review import Review
from detente.store.journal import BatchEntry
from detente.store.project import ProjectStore
from detente.store.review_log import append_reviews, read_reviews

COLUMNS = ("event_id", "field", "value", "reason", "reviewer")


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row of the file that was not entered: its line, 2 for the first below the header, and why."""

    line: int
    event_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class ReviewResult:
    """What became of a file of corrections: those entered, those refused, and orphans of the whole log."""

    entered: tuple[Review, ...]
    refused: tuple[RefusedRow, ...]
    n_orphans: int


def review_project(path: Path, csv_path: Path) -> ReviewResult:
    """Append the corrections of a CSV file to the log and apply the log to the project.

    Columns: event_id, field, value, reason, reviewer. A row that cannot be entered is refused with its
    reason and stops no other. Nothing is coded again.

    Raises:
        ReviewError: if the file cannot be read or lacks a column.
        ProjectError: if the project is absent, in use, or must be run again first.
    """
    rows = list(_read_rows(csv_path))
    store = ProjectStore.open(path)
    with store.lock():
        store = ProjectStore.open(path)
        entries = entries_of(store)
        wanted = {row["event_id"] for _, row in rows}
        coded = _coded_rows(store, entries, wanted)
        log = read_reviews(path)
        entered: list[Review] = []
        refused: list[RefusedRow] = []
        for line, row in rows:
            earlier = [review for review in (*log, *entered) if review.event_id == row["event_id"]]
            try:
                entered.append(_checked(row, coded.get(row["event_id"]), earlier))
            except ReviewError as error:
                refused.append(RefusedRow(line, row["event_id"], str(error)))
        entered = append_reviews(path, entered)
        manifest = store.manifest
        if manifest is None:
            raise ProjectError(f"{path}: nothing is committed. Run `detente run` first.")
        corpus = Corpus(
            entries,
            manifest.inputs,
            tuple(read_reviews(path)),
            store.settings(),
            dict(manifest.versions),
            dict(manifest.lexicon),
            manifest.imports,
        )
        settle(store, corpus, lambda step, done, total: None)
    n_orphans = store.table("reviews", ["status"]).column("status").to_pylist().count("orphan")
    return ReviewResult(tuple(entered), tuple(refused), n_orphans)


def _read_rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ReviewError(f"{path}: cannot be read ({error}). Give a CSV file in UTF-8.") from error
    reader = csv.DictReader(io.StringIO(text, newline=""))
    missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
    if missing:
        raise ReviewError(f"{path}: has no column {', '.join(missing)}. The columns are {', '.join(COLUMNS)}.")
    for row in reader:
        yield reader.line_num, {name: (row[name] or "").strip() for name in COLUMNS}


def entries_of(store: ProjectStore) -> tuple[BatchEntry, ...]:
    """Finished batches of the committed state, in input order.

    Raises:
        ProjectError: if they are gone.
    """
    keys = () if store.manifest is None else store.manifest.batches
    found = [store.finished(key) for key in keys]
    if any(entry is None for entry in found):
        raise ProjectError(f"{store.path}: its finished batches are gone. Run `detente run` on it again.")
    return tuple(entry for entry in found if entry is not None)


def _coded_rows(store: ProjectStore, entries: tuple[BatchEntry, ...], wanted: set[str]) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for entry in entries:
        ids = store.read(entry.parts["coded"], ["event_id"]).column("event_id").to_pylist()
        if wanted & set(ids):
            rows = store.read(entry.parts["coded"]).to_pylist()
            found |= {row["event_id"]: row for row in rows if row["event_id"] in wanted}
    return found


def _checked(row: dict[str, str], event: dict[str, Any] | None, earlier: list[Review]) -> Review:
    if event is None:
        raise ReviewError(f"no event {row['event_id']!r} in this project; take the id from exports/events.csv")
    for name in ("reason", "reviewer"):
        if not row[name]:
            raise ReviewError(f"{name} is empty; say {'why' if name == 'reason' else 'who decided'}")
    changes = {**final_values(earlier), row["field"]: check_value(row["field"], row["value"])}
    check_combination(event, changes)
    quote = quote_of(event["sentence"], event["trigger"])
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return Review(0, row["event_id"], row["field"], row["value"], row["reason"], row["reviewer"], quote, now)
