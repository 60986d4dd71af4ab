"""Mentions of actors in text, and the actors they stand for at a date."""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa

MENTION_KINDS = (
    "name",
    "adjective",
    "demonym",
    "capital",
    "seat",
    "place",
    "institution",
    "organisation",
    "person",
    "role",
    "anaphor",
    "group",
)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who a mention stands for at the date of the text.

    Attributes:
        code: ISO 3166-1 alpha-3, a former alpha-3 (SUN), a PLOVER non-state code (IGO, UNO, EUR …), or "".
        sector: PLOVER sector, or "" for a bare country.
        name: canonical name of the state, organisation or person.
        organisation: id of the organisation (NATO, ASEAN), or "".
        why: the row or rule that decided, in words.
    """

    code: str
    sector: str = ""
    name: str = ""
    organisation: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of the stored text that names or refers to actors.

    Attributes:
        kind: one of MENTION_KINDS.
        actors: who it stands for; more than one for groups ("both countries"), none when unresolved.
        antecedents: for anaphors and groups, one (char_start, char_end) per actor, else ().
        confidence: in [0, 1].
    """

    document_id: str
    sentence_index: int
    char_start: int
    char_end: int
    text: str
    kind: str
    actors: tuple[Actor, ...] = ()
    antecedents: tuple[tuple[int, int], ...] = ()
    confidence: float = 1.0
    why: str = ""


MENTIONS = pa.schema(
    [
        ("document_id", pa.string()),
        ("sentence_index", pa.int32()),
        ("char_start", pa.int32()),
        ("char_end", pa.int32()),
        ("text", pa.string()),
        ("kind", pa.string()),
        ("codes", pa.list_(pa.string())),
        ("sectors", pa.list_(pa.string())),
        ("names", pa.list_(pa.string())),
        ("antecedent_starts", pa.list_(pa.int32())),
        ("antecedent_ends", pa.list_(pa.int32())),
        ("confidence", pa.float64()),
        ("why", pa.string()),
    ]
)

ACTORS = pa.schema(
    [
        ("code", pa.string()),
        ("name", pa.string()),
        ("sector", pa.string()),
        ("organisation", pa.string()),
        ("n_mentions", pa.int64()),
        ("n_documents", pa.int64()),
    ]
)

UNRESOLVED = pa.schema(
    [
        ("text", pa.string()),
        ("reason", pa.string()),
        ("n_mentions", pa.int64()),
        ("document_id", pa.string()),
        ("sentence_index", pa.int32()),
        ("example", pa.string()),
    ]
)
