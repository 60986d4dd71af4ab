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

    def with_sector(self, sector: str) -> Actor:
        """The actor in another capacity."""
        return Actor(self.code, sector, self.name, self.organisation, self.why)


@dataclass(frozen=True, slots=True)
class MentionPart:
    """One piece of a mention: a name of the gazetteer, a role noun, a personal name, an anaphor.

    Attributes:
        kind: `name` (in the gazetteer), `role`, `person` (capitalised, not in the gazetteer), `anaphor`.
        sector: PLOVER sector of a role, else "".
    """

    kind: str
    text: str
    char_start: int
    char_end: int
    sector: str = ""


USAGES = ("phrase", "possessive", "adjective", "place", "attribute")


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of the stored text that names or refers to actors.

    Attributes:
        kind: one of MENTION_KINDS.
        actors: who it stands for; more than one for groups ("both countries"), none when unresolved.
        antecedents: for anaphors and groups, one (char_start, char_end) per actor, else ().
        confidence: in [0, 1].
        usage: how the phrase stands in the sentence: `phrase` (a noun phrase of its own), `possessive`
            ("China's economy"), `adjective` ("Chinese market"), `place` ("Japanese waters"), `attribute`
            ("US-led", "anti-China": does nothing there).
        coordination: number of the list of which it is a member ("A, B and C"), 0 for none; unique in a sentence.
        preposition: the preposition right before the phrase (or before the list it belongs to), "" for none.
        opens_clause: whether it stands first in its sentence, or after a comma, a quotation mark or a word such as
            "that" or "while".
        parts: what the phrase is made of, in order.
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
    usage: str = "phrase"
    coordination: int = 0
    preposition: str = ""
    opens_clause: bool = False
    parts: tuple[MentionPart, ...] = ()


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A name or anaphor that looks like an actor and could not be resolved, with the reason."""

    text: str
    reason: str
    document_id: str
    sentence_index: int
    example: str


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
        ("usage", pa.string()),
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
