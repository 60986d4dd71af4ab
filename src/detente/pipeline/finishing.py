"""The corpus steps over finished batches, ending in a committed state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pyarrow as pa

from detente.pipeline.batches import key_of
from detente.pipeline.corrections import correct_events, reviews_table
from detente.pipeline.counting import count_events, present_of
from detente.pipeline.duplicates import find_clusters
from detente.pipeline.incidents import count_reports, fill, mark_events
from detente.schema.event import EVENTS
from detente.schema.imported import IMPORTED
from detente.schema.mention import ACTORS, UNRESOLVED
from detente.schema.review import Review
from detente.settings import Settings
from detente.store.imported_file import ImportedFile
from detente.store.journal import BatchEntry
from detente.store.manifest import Manifest
from detente.store.parts import Part
from detente.store.project import ProjectStore


@dataclass(frozen=True, slots=True)
class Corpus:
    """What a committed state is made from.

    Attributes:
        entries: finished batches, in input order.
        inputs: (source, sha256) of every input, in order.
        reviews: the review log, in order of entry.
        settings: of the run.
        versions, lexicon: what coded it; see `detente.pipeline.versions`.
        imports: files of event data that the project holds beside.
    """

    entries: tuple[BatchEntry, ...]
    inputs: tuple[tuple[str, str], ...]
    reviews: tuple[Review, ...]
    settings: Settings
    versions: dict[str, str]
    lexicon: dict[str, str]
    imports: tuple[ImportedFile, ...] = ()

    def state(self) -> str:
        """Hash of everything that the tables depend on."""
        return key_of(
            [entry.key for entry in self.entries],
            self.inputs,
            [(review.event_id, review.field, review.value, review.review_id) for review in self.reviews],
            self.settings.model_dump(mode="json"),
            self.versions,
            self.lexicon,
            [(file.file, file.identity(), file.made_with) for file in self.imports],
        )


def finish_corpus(store: ProjectStore, corpus: Corpus) -> Manifest:
    """Near-duplicates, corrections, incidents, counts and ties of all batches; then commit.

    Args:
        store: locked for writing.
        corpus: the batches and what they were made with.

    Returns:
        The committed manifest.
    """
    clusters = _cluster(store, corpus)
    entries = tuple(_mark_documents(store, entry, clusters) for entry in corpus.entries)
    tables: dict[str, tuple[Part, ...]] = {
        name: tuple(entry.parts[name] for entry in entries) for name in ("documents", "sentences", "mentions")
    }
    reviews: dict[str, list[Review]] = {}
    for review in corpus.reviews:
        reviews.setdefault(review.event_id, []).append(review)
    reports = count_reports(_corrected(store, entries, reviews), clusters)
    tables["events"] = tuple(
        store.write("events", mark_events(events, clusters, reports)) for events in _corrected(store, entries, reviews)
    )
    events = pa.concat_tables([store.read(part) for part in tables["events"]]) if tables["events"] else None
    whole = {
        "actors": _summed(store, _parts(entries, "actors"), ACTORS, ("n_mentions", "n_documents")),
        "unresolved": _summed(
            store, [*_parts(entries, "unresolved"), *_imported(corpus, "unresolved")], UNRESOLVED, ("n_mentions",)
        ),
        "reviews": reviews_table(corpus.reviews, _reviewed(store, entries, reviews)),
        **_counted(store, tables, events, corpus.settings),
    }
    tables["rejected"] = (*_parts(entries, "rejected"), *_imported(corpus, "rejected"))
    tables["imported"] = _imported(corpus, "imported") or (store.write("imported", IMPORTED.empty_table()),)
    tables |= {name: (store.write(name, table),) for name, table in whole.items()}
    manifest = Manifest(
        state=corpus.state(),
        versions=corpus.versions,
        lexicon=corpus.lexicon,
        settings=corpus.settings.model_dump(mode="json"),
        inputs=corpus.inputs,
        batches=tuple(entry.key for entry in entries),
        counts=_counts(store, tables, clusters),
        tables=tables,
        imports=corpus.imports,
    )
    store.commit(manifest)
    return manifest


def _cluster(store: ProjectStore, corpus: Corpus) -> dict[str, str]:
    where: dict[str, Part] = {}
    for entry in corpus.entries:
        for document_id in entry.documents:
            where.setdefault(document_id, entry.parts["documents"])  # a repeated document is in its first batch

    def text_of(document_id: str) -> str:
        table = store.read(where[document_id], ["document_id", "text"])
        position = table.column("document_id").to_pylist().index(document_id)
        return table.column("text")[position].as_py()

    def texts() -> Iterator[tuple[str, str]]:
        for entry in corpus.entries:
            table = store.read(entry.parts["documents"], ["document_id", "text"])
            yield from zip(table.column("document_id").to_pylist(), table.column("text").to_pylist(), strict=True)

    return find_clusters(texts(), corpus.settings.duplicates_threshold, text_of)


def _mark_documents(store: ProjectStore, entry: BatchEntry, clusters: dict[str, str]) -> BatchEntry:
    """The entry with its documents marked with their clusters; nothing is written where nothing changed."""
    documents = store.read(entry.parts["documents"])
    found = [clusters[document_id] for document_id in documents.column("document_id").to_pylist()]
    if documents.column("document_cluster").to_pylist() == found:
        return entry
    part = store.write("documents", fill(documents, {"document_cluster": found}))
    return store.finish(replace(entry, parts={**entry.parts, "documents": part}))


def _corrected(
    store: ProjectStore, entries: Sequence[BatchEntry], reviews: dict[str, list[Review]]
) -> Iterator[pa.Table]:
    for entry in entries:
        yield correct_events(store.read(entry.parts["coded"]), reviews)


def _reviewed(
    store: ProjectStore, entries: Sequence[BatchEntry], reviews: dict[str, list[Review]]
) -> dict[str, dict[str, Any]]:
    """Rows of the coded events that a review speaks of, by event_id."""
    found: dict[str, dict[str, Any]] = {}
    for entry in entries if reviews else ():
        coded = store.read(entry.parts["coded"])
        if set(coded.column("event_id").to_pylist()) & reviews.keys():
            found |= {row["event_id"]: row for row in coded.to_pylist() if row["event_id"] in reviews}
    return found


def _parts(entries: Sequence[BatchEntry], name: str) -> tuple[Part, ...]:
    return tuple(entry.parts[name] for entry in entries)


def _imported(corpus: Corpus, name: str) -> tuple[Part, ...]:
    """Parts of a table that come from imported files."""
    return tuple(part for file in corpus.imports for part in file.parts.get(name, ()))


def _summed(store: ProjectStore, parts: Sequence[Part], schema: pa.Schema, sums: tuple[str, ...]) -> pa.Table:
    """Counts within parts, added up: most frequent first; other columns from the first part that has the row."""
    keys = ["text", "reason"] if schema is UNRESOLVED else [key for key in schema.names if key not in sums]
    rows: dict[tuple[Any, ...], dict[str, Any]] = {}
    for part in parts:
        for row in store.read(part).to_pylist():
            key = tuple(row[column] for column in keys)
            if key in rows:
                for column in sums:
                    rows[key][column] += row[column]
            else:
                rows[key] = row
    ordered = sorted(rows.items(), key=lambda item: (-item[1]["n_mentions"], item[0]))
    return pa.Table.from_pylist([row for _, row in ordered], schema=schema)


def _counted(
    store: ProjectStore, tables: dict[str, tuple[Part, ...]], events: pa.Table | None, settings: Settings
) -> dict[str, pa.Table]:
    """Panel, evidence, dyads, ties and tie evidence."""
    dates = [store.read(part, ["published"]) for part in tables["documents"]]
    documents = pa.concat_tables(dates) if dates else pa.table({"published": pa.array([], pa.date32())})
    events = EVENTS.empty_table() if events is None else events
    as_of = present_of(documents, events)
    return count_events(store.relation("events", tables["events"]), events, as_of, settings.measure)


def _counts(store: ProjectStore, tables: dict[str, tuple[Part, ...]], clusters: dict[str, str]) -> dict[str, int]:
    """Rows by table, and what the summary needs beside."""
    groups: set[str] = set()
    coded: set[str] = set()
    for part in tables["events"]:
        events = store.read(part, ["event_group", "document_id"])
        groups |= set(events.column("event_group").to_pylist())
        coded |= set(events.column("document_id").to_pylist())
    return {
        **{name: sum(part.rows for part in parts) for name, parts in tables.items()},
        "event_groups": len(groups),
        "documents_with_events": len(coded),
        "near_duplicates": sum(cluster != document_id for document_id, cluster in clusters.items()),
    }
