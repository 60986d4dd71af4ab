"""What the coder saw in a text, what it coded, and for each thing not coded, why."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from detente.pipeline.coders import make_coder, make_names
from detente.pipeline.coding_step import why_nothing
from detente.schema.document import Document
from detente.schema.event import Event
from detente.schema.mention import Mention
from detente.schema.protocols import DateSpan, Note
from detente.schema.sentence import Sentence
from detente.settings import Settings


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything found in one text.

    Attributes:
        text: the text as given.
        published: the date at which its actors and dates were read, or None.
        sentences, mentions, dates, events: what was found, offsets into `text`.
        notes: what was seen and not coded, each with the reason.
        nothing: why no event was coded, in one clause; "" where there are events.
    """

    text: str
    published: date | None
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    dates: tuple[DateSpan, ...]
    events: tuple[Event, ...]
    notes: tuple[Note, ...]
    nothing: str


def text_document(text: str, published: date | None) -> Document:
    """A document of a text that comes from no file."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    basis = "none" if published is None else "option"
    return Document(digest, "text", text, language="en", published=published, published_basis=basis, reader="text/1")


def code_text(text: str, published: date | None, settings: Settings) -> list[Event]:
    """The events of a text, in its order."""
    from detente.coding import code_document

    return list(code_document(text_document(text, published), make_coder(settings), make_names(settings)).coded.events)


def explain_text(text: str, published: date | None, settings: Settings) -> Explanation:
    """What was found in a text, and why the rest was not coded."""
    from detente.coding import code_document

    found = code_document(text_document(text, published), make_coder(settings), make_names(settings))
    nothing = "" if found.coded.events else why_nothing(found)
    parsed = found.parsed
    return Explanation(
        text, published, parsed.sentences, parsed.mentions, parsed.dates, found.coded.events, found.coded.notes, nothing
    )
