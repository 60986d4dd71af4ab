"""One chunk of documents → its tables: coded, or listed with the reason why not."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from detente.pipeline.reading import Chunk
from detente.schema.document import Document
from detente.schema.mention import ACTORS, UNRESOLVED, Mention
from detente.schema.rejected import Rejected
from detente.schema.tables import (
    documents_table,
    events_table,
    mentions_table,
    rejected_table,
    sentences_table,
)

if TYPE_CHECKING:
    from detente.coding import CodedDocument
    from detente.lexicon.gazetteer import Gazetteer
    from detente.schema.protocols import EventCoder

CODED_LANGUAGES = ("en", "")  # "" = too short to tell: coded, since the coder finds nothing in other languages
EXCERPT_CHARS = 200


@dataclass
class _Found:
    """Records of one document, or of the documents of a chunk in their order."""

    documents: list[Document] = field(default_factory=list)
    sentences: list[Any] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    events: list[Any] = field(default_factory=list)
    unresolved: list[Any] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)

    def add(self, other: _Found) -> None:
        """Puts the records of another after these."""
        for name in ("documents", "sentences", "mentions", "events", "unresolved", "rejected"):
            getattr(self, name).extend(getattr(other, name))


def code_chunk(
    chunk: Chunk, coder: EventCoder, repeated: set[str], names: Gazetteer | None = None
) -> dict[str, pa.Table]:
    """Code every document of a chunk, several at once where the coder allows it.

    Args:
        chunk: documents and what was rejected on the way to them.
        coder: the event coder; one whose class says `is_thread_safe = True` is called from several threads.
        names: names of actors; the shipped ones by default.
        repeated: ids of documents that were met before; each is listed and not coded again.

    Returns:
        Tables by name: documents, sentences, mentions, actors, coded, rejected, unresolved. Actors and
        unresolved are counts within the chunk.
    """
    found = _Found(rejected=list(chunk.rejected))
    seen = set(repeated)
    for one in _in_threads(chunk.documents, coder, seen, names):
        found.add(one)
    return {
        "documents": documents_table(found.documents),
        "sentences": sentences_table(found.sentences),
        "mentions": mentions_table(found.mentions),
        "actors": count_actors(found.mentions),
        "coded": events_table(found.events),
        "rejected": rejected_table(found.rejected),
        "unresolved": count_unresolved(found.unresolved),
    }


def count_actors(mentions: Iterable[Mention]) -> pa.Table:
    """(n_actors, 6) table of who is mentioned how often, sorted by code, name, sector, organisation."""
    n_mentions: Counter[tuple[str, str, str, str]] = Counter()
    documents: dict[tuple[str, str, str, str], set[str]] = {}
    for mention in mentions:
        for actor in mention.actors:
            key = (actor.code, actor.name, actor.sector, actor.organisation)
            n_mentions[key] += 1
            documents.setdefault(key, set()).add(mention.document_id)
    rows = [(*key, n_mentions[key], len(documents[key])) for key in sorted(n_mentions)]
    return pa.Table.from_pylist([dict(zip(ACTORS.names, row, strict=True)) for row in rows], schema=ACTORS)


def count_unresolved(unresolved: Iterable[Any]) -> pa.Table:
    """(n_texts, 6) table of names left unresolved, by text and reason, with the first example of each."""
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    for item in unresolved:
        row = rows.setdefault(
            (item.text, item.reason),
            {
                "text": item.text,
                "reason": item.reason,
                "n_mentions": 0,
                "document_id": item.document_id,
                "sentence_index": item.sentence_index,
                "example": item.example,
            },
        )
        row["n_mentions"] += 1
    return pa.Table.from_pylist([rows[key] for key in sorted(rows)], schema=UNRESOLVED)


def why_nothing(coded: CodedDocument) -> str:
    """Why a document gave no event, in one clause."""
    if not coded.parsed.sentences:
        return "no sentence was found in it"
    if not any(mention.actors for mention in coded.parsed.mentions):
        return "no state or organisation that could be told was found in it"
    reasons = Counter(note.reason for note in coded.coded.notes)
    if not reasons:
        return "actors were found, but no word that the coder takes for an act or a condition"
    reason, n = min(reasons.items(), key=lambda item: (-item[1], item[0]))
    return f"nothing was coded; most often because: {reason} ({n} of {sum(reasons.values())} places)"


def _in_threads(
    documents: Sequence[Document], coder: EventCoder, seen: set[str], names: Gazetteer | None
) -> Iterator[_Found]:
    """The records of each document, in order: the network leaves the interpreter free for the next document's words.

    Args:
        seen: ids of documents that were met before; those of these documents are added.
    """
    first = []
    for document in documents:
        first.append(document.document_id not in seen)
        seen.add(document.document_id)

    def code(document: Document, is_first: bool) -> _Found:
        if not is_first:
            reason = "the same bytes as an earlier document"
            return _Found(rejected=[_left_out(document, reason, "nothing to do")])
        return _code_one(document, coder, names)

    n_threads = usable_cores() if vars(type(coder)).get("is_thread_safe") else 1
    if n_threads == 1 or len(documents) < 3:
        yield from map(code, documents, first)
        return
    yield code(documents[0], first[0])  # loads the tables that all need
    with ThreadPoolExecutor(n_threads) as threads:
        yield from threads.map(code, documents[1:], first[1:])


def usable_cores() -> int:
    """Cores that this process may run on, at most 8: more wait for the interpreter."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, 8)


def _code_one(document: Document, coder: EventCoder, names: Gazetteer | None) -> _Found:
    """The records of one document, with bounds for a missing publication date once it is coded."""
    from detente.coding import code_document

    found = _Found([document])
    found.rejected += [
        Rejected(document.source, "passage", passage.reason, "", document.document_id, passage.text[:EXCERPT_CHARS])
        for passage in document.skipped
    ]
    if document.language not in CODED_LANGUAGES:
        reason = f"its language is {document.language!r}; this version codes English only"
        found.rejected.append(_left_out(document, reason, "give an English translation of it"))
        return found
    try:
        coded = code_document(document, coder, names)
    except Exception as error:  # a defect of a coder, ours or a user's, must not stop the other documents
        reason = f"the coder failed ({type(error).__name__}: {error})"
        found.rejected.append(_left_out(document, reason, "report the failure with the document"))
        return found
    found.documents = [coded.parsed.document]
    found.sentences += coded.parsed.sentences
    found.mentions += coded.parsed.mentions
    found.events += coded.coded.events
    found.unresolved += coded.unresolved
    if not coded.coded.events:
        found.rejected.append(_left_out(document, why_nothing(coded), "see `detente explain` on one of its sentences"))
    return found


def _left_out(document: Document, reason: str, remedy: str) -> Rejected:
    excerpt = " ".join(document.text[:EXCERPT_CHARS].split())
    return Rejected(document.source, "document", reason, remedy, document.document_id, excerpt)
