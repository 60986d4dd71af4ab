"""Batch after batch: reuse what is finished, code the rest, keep nothing in memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

from detente.pipeline.batches import InputBatch, key_of
from detente.pipeline.coding_step import code_chunk
from detente.pipeline.reading import Chunk, read_chunks
from detente.settings import ReadSettings
from detente.store.journal import BatchEntry
from detente.store.project import ProjectStore

if TYPE_CHECKING:
    from detente.lexicon.gazetteer import Gazetteer
    from detente.schema.protocols import EventCoder


def code_batch(
    store: ProjectStore,
    batch: InputBatch,
    settings: ReadSettings,
    coder: EventCoder,
    names: Gazetteer,
    versions_key: str,
    seen: set[str],
) -> Iterator[BatchEntry]:
    """The finished batches of documents that one batch of inputs gives, coding what is not finished.

    Args:
        store: locked for writing.
        batch: consecutive inputs.
        settings: of reading.
        coder: the event coder.
        names: names of actors.
        versions_key: hash of everything but the inputs that a coding depends on.
        seen: ids of all documents met before; those of this batch are added.
    """
    finished = _finished(store, batch, seen)
    for entry in finished:
        seen.update(entry.documents)
        yield entry
    if finished and finished[-1].last:
        return
    for number, chunk in enumerate(read_chunks(batch, settings)):
        if number < len(finished):  # read again only to get past it
            continue
        documents = tuple(document.document_id for document in chunk.documents)
        repeated = _repeated(documents, seen)
        key = _key(batch.key, number) if batch.key else _content_key(versions_key, chunk, repeated)
        entry = store.finished(key)
        if entry is None or entry.repeated != repeated or entry.last != chunk.last:
            tables = code_chunk(chunk, coder, seen, names)
            parts = {name: store.write(name, table) for name, table in tables.items()}
            entry = store.finish(BatchEntry(key, chunk.last, documents, repeated, parts))
        seen.update(documents)
        yield entry


def _finished(store: ProjectStore, batch: InputBatch, seen: set[str]) -> list[BatchEntry]:
    """Leading finished entries of a batch whose key is known before reading."""
    entries: list[BatchEntry] = []
    met = set(seen)
    while batch.key and not (entries and entries[-1].last):
        entry = store.finished(_key(batch.key, len(entries)))
        if entry is None or entry.repeated != _repeated(entry.documents, met):
            break
        met.update(entry.documents)
        entries.append(entry)
    return entries


def _repeated(documents: tuple[str, ...], seen: set[str]) -> tuple[str, ...]:
    """The ids, in order, that were met before: in earlier batches or earlier in this one."""
    met = set(seen)
    repeated = []
    for document_id in documents:
        if document_id in met:
            repeated.append(document_id)
        met.add(document_id)
    return tuple(repeated)


def _key(batch_key: str, number: int) -> str:
    return f"{batch_key}-{number}"


def _content_key(versions_key: str, chunk: Chunk, repeated: tuple[str, ...]) -> str:
    """Key of a chunk whose inputs are known only after reading (URLs)."""
    documents = [asdict(document) for document in chunk.documents]
    return f"{key_of(versions_key, documents, [asdict(item) for item in chunk.rejected], repeated)}-c"
