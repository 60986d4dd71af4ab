"""One run: inputs → a project folder, doing only what is not done yet."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from detente.pipeline.batches import InputBatch, key_of, name_of, plan_batches
from detente.pipeline.coders import actors_path, make_coder, make_names
from detente.pipeline.coding_run import code_batch
from detente.pipeline.finishing import Corpus, finish_corpus
from detente.pipeline.publishing import is_published, publish
from detente.pipeline.versions import all_versions, coding_versions, lexicon_checksums, user_lexicon_checksum
from detente.settings import Settings, load_settings
from detente.store.journal import BatchEntry
from detente.store.project import ProjectStore
from detente.store.review_log import read_reviews
from detente.store.run_log import log_line, peak_memory_mb
from detente.store.toml import SETTINGS_FILE

if TYPE_CHECKING:
    from detente.lexicon.gazetteer import Gazetteer
    from detente.schema.protocols import EventCoder

# Told (step, done, total): step is `read`, `count` or `publish`; done and total in inputs for `read`, else 0 and 1.
Progress = Callable[[str, int, int], None]


def run_project(
    inputs: Sequence[str], out: Path, settings: Settings | None = None, progress: Progress | None = None
) -> ProjectStore:
    """Code the inputs into the project at `out`, count, export and write the report.

    The project afterwards holds these inputs and no others, and what was imported. Batches that were coded before, from the
    same bytes by the same code, lexicon and settings, are not coded again.

    Args:
        inputs: paths, folders, patterns, URLs, or `-`.
        out: the project folder; made when absent.
        settings: None takes those of the project's `detente.toml`, or the defaults.
        progress: told how far the run is.

    Returns:
        The project, committed.

    Raises:
        ProjectError: if the folder cannot be used or another process writes to it.
        SettingsError: if `detente.toml` is malformed.
        LexiconError: if the user's lexicon cannot be used; neither error leaves a trace in `out`.
    """
    started = time.monotonic()
    chosen = settings or load_settings(out / SETTINGS_FILE)
    own_actors = actors_path(chosen, out)
    lexicon = lexicon_of(chosen, own_actors)
    coder, names = make_coder(chosen), make_names(chosen, out)
    store = ProjectStore.create(out, chosen)
    tell = progress or (lambda step, done, total: None)
    with store.lock():
        store = ProjectStore(out)  # the state may have changed before the lock was ours
        store.sweep()
        versions_key = key_of(coding_versions(), lexicon, chosen.coder, chosen.read.model_dump(mode="json"))
        batches = _plan(inputs, chosen, versions_key)
        entries = tuple(_entries(store, batches, chosen, (coder, names), versions_key, tell))
        listed = tuple(
            (name_of(item), digest)
            for batch in batches
            for item, digest in zip(batch.inputs, batch.digests, strict=True)
        )
        imports = () if store.manifest is None else store.manifest.imports
        corpus = Corpus(entries, listed, tuple(read_reviews(out)), chosen, all_versions(), lexicon, imports)
        settle(store, corpus, tell)
        log_line(
            out,
            "run",
            {
                "seconds": round(time.monotonic() - started, 3),
                "peak_memory_mb": peak_memory_mb(),
                "inputs": len(listed),
                "batches": len(entries),
            },
        )
    return store


def settle(store: ProjectStore, corpus: Corpus, tell: Progress) -> None:
    """Bring tables, exports and report up to date with a corpus; nothing is done where they are."""
    manifest = store.manifest
    if manifest is None or manifest.state != corpus.state():
        tell("count", 0, 1)
        manifest = finish_corpus(store, corpus)
        tell("count", 1, 1)
    if not is_published(store):
        tell("publish", 0, 1)
        publish(store)
        tell("publish", 1, 1)


def _plan(inputs: Sequence[str], settings: Settings, versions_key: str) -> list[InputBatch]:
    from detente.read.sources import list_sources

    sources = list_sources(list(inputs), settings.read)
    return list(plan_batches(sources, versions_key, settings.read.max_bytes))


def _entries(
    store: ProjectStore,
    batches: list[InputBatch],
    settings: Settings,
    coding: tuple[EventCoder, Gazetteer],
    versions_key: str,
    tell: Progress,
) -> Iterator[BatchEntry]:
    total = sum(len(batch.inputs) for batch in batches)
    seen: set[str] = set()
    done = 0
    tell("read", 0, total)
    for batch in batches:
        yield from code_batch(store, batch, settings.read, *coding, versions_key, seen)
        done += len(batch.inputs)
        tell("read", done, total)


def lexicon_of(settings: Settings, actors: str) -> dict[str, str]:
    """sha256 by name of the shipped lexicon and of the user's files."""
    own = {"user": user_lexicon_checksum(settings.lexicon), "user actors": user_lexicon_checksum(actors)}
    return {**lexicon_checksums(), **{name: digest for name, digest in own.items() if digest}}
