"""Finished batches: what a killed or repeated run need not do again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from detente.store.atomic import write_atomic
from detente.store.parts import Part

JOURNAL_FOLDER = "batches"


@dataclass(frozen=True, slots=True)
class BatchEntry:
    """One finished batch of documents.

    Attributes:
        key: hash of the batch's inputs and of everything else its parts depend on.
        last: no further batch of the same inputs follows.
        documents: ids of the documents read, in order, the repeated ones included.
        repeated: ids left out because an earlier batch holds the same bytes.
        parts: one part a table.
    """

    key: str
    last: bool
    documents: tuple[str, ...]
    repeated: tuple[str, ...]
    parts: Mapping[str, Part]


def write_entry(folder: Path, entry: BatchEntry) -> None:
    """Record a batch as finished; its parts are written before."""
    text = json.dumps(asdict(entry), indent=1, sort_keys=True)
    write_atomic(folder / JOURNAL_FOLDER / f"{entry.key}.json", f"{text}\n".encode())


def read_entry(folder: Path, key: str) -> BatchEntry | None:
    """The entry of that key, or None when it is absent, damaged, or a part of it is."""
    path = folder / JOURNAL_FOLDER / f"{key}.json"
    try:
        content = json.loads(path.read_text("utf-8"))
        parts = {name: Part(**part) for name, part in content["parts"].items()}
        entry = BatchEntry(key, bool(content["last"]), tuple(content["documents"]), tuple(content["repeated"]), parts)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    whole = all((folder / part.name).is_file() for part in entry.parts.values())
    return entry if whole else None


def list_entries(folder: Path) -> list[BatchEntry]:
    """All readable entries, sorted by key."""
    keys = sorted(path.stem for path in (folder / JOURNAL_FOLDER).glob("*.json"))
    return [entry for key in keys if (entry := read_entry(folder, key)) is not None]


def drop_entries(folder: Path, keep: set[str]) -> None:
    """Delete every entry whose key is not in `keep`."""
    for path in (folder / JOURNAL_FOLDER).glob("*.json"):
        if path.stem not in keep:
            path.unlink(missing_ok=True)
