"""Every table by name, and records to Arrow and back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from types import MappingProxyType
from typing import Any

import pyarrow as pa

from detente.schema.document import DOCUMENTS, Document
from detente.schema.event import EVENTS, Event
from detente.schema.imported import IMPORTED
from detente.schema.mention import ACTORS, MENTIONS, UNRESOLVED, Mention
from detente.schema.panel import DYADS, EVIDENCE, PANEL, RELATIONS
from detente.schema.rejected import REJECTED, Rejected
from detente.schema.review import REVIEWS
from detente.schema.sentence import SENTENCES, Sentence
from detente.schema.ties import TIE_EVIDENCE, TIES

TABLES = MappingProxyType(
    {
        "documents": DOCUMENTS,
        "sentences": SENTENCES,
        "mentions": MENTIONS,
        "actors": ACTORS,
        "events": EVENTS,
        "imported": IMPORTED,
        "evidence": EVIDENCE,
        "panel": PANEL,
        "dyads": DYADS,
        "relations": RELATIONS,
        "ties": TIES,
        "tie_evidence": TIE_EVIDENCE,
        "rejected": REJECTED,
        "unresolved": UNRESOLVED,
        "reviews": REVIEWS,
    }
)


def documents_table(documents: Iterable[Document]) -> pa.Table:
    """(n_documents, 13) table of documents."""
    return _table(documents, DOCUMENTS)


def sentences_table(sentences: Iterable[Sentence]) -> pa.Table:
    """(n_sentences, 7) table of sentences."""
    return _table(sentences, SENTENCES)


def events_table(events: Iterable[Event]) -> pa.Table:
    """(n_events, 49) table of events, `modality` derived."""
    return _table(events, EVENTS)


def rejected_table(rejected: Iterable[Rejected]) -> pa.Table:
    """(n_rejected, 6) table of what was left out."""
    return _table(rejected, REJECTED)


def mentions_table(mentions: Iterable[Mention]) -> pa.Table:
    """(n_mentions, 14) table of mentions; actors and antecedents become parallel lists."""
    rows = [
        {
            "document_id": mention.document_id,
            "sentence_index": mention.sentence_index,
            "char_start": mention.char_start,
            "char_end": mention.char_end,
            "text": mention.text,
            "kind": mention.kind,
            "codes": [actor.code for actor in mention.actors],
            "sectors": [actor.sector for actor in mention.actors],
            "names": [actor.name for actor in mention.actors],
            "antecedent_starts": [span[0] for span in mention.antecedents],
            "antecedent_ends": [span[1] for span in mention.antecedents],
            "confidence": mention.confidence,
            "usage": mention.usage,
            "why": mention.why,
        }
        for mention in mentions
    ]
    return pa.Table.from_pylist(rows, schema=MENTIONS)


def events_from(table: pa.Table) -> list[Event]:
    """Events of an events table, in its order."""
    names = {field.name for field in fields(Event)}
    return [Event(**{key: value for key, value in row.items() if key in names}) for row in table.to_pylist()]


def _table(records: Iterable[Any], schema: pa.Schema) -> pa.Table:
    columns = {
        name: [getattr(record, name) for record in records] for records in [list(records)] for name in schema.names
    }
    return pa.table([pa.array(columns[name], type=schema.field(name).type) for name in schema.names], schema=schema)
