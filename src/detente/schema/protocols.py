"""The doors through which parts enter, our own and a user's alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol, runtime_checkable

from detente.schema.claim import Claim
from detente.schema.document import Document
from detente.schema.event import Event
from detente.schema.mention import Mention
from detente.schema.rejected import Rejected
from detente.schema.sentence import Quotation, Sentence


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A dated expression of the text: span, half-open interval, granularity and basis."""

    char_start: int
    char_end: int
    date_start: date
    date_end: date
    granularity: str
    basis: str


@dataclass(frozen=True, slots=True)
class Note:
    """Something the coder saw and did not code, with the reason."""

    sentence_index: int
    char_start: int
    char_end: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Parsed:
    """What the stages before the coder found in one document."""

    document: Document
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    quotations: tuple[Quotation, ...]
    dates: tuple[DateSpan, ...]
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Coded:
    """What a coder found in one document, and what it saw but left uncoded."""

    events: tuple[Event, ...]
    notes: tuple[Note, ...] = ()


@runtime_checkable
class Reader(Protocol):
    """Reads one kind of file: yields documents, and a Rejected for every part that cannot be read."""

    name: str

    def __call__(self, source: Any, settings: Any) -> Iterator[Document | Rejected]: ...


@runtime_checkable
class EventCoder(Protocol):
    """Turns one parsed document into events.

    A class that says `is_thread_safe = True` (itself, not by inheritance) is called from several threads at once.
    """

    @property
    def name(self) -> str:
        """Name and version, as `lexical/1`; stands in every event."""
        ...

    def __call__(self, parsed: Parsed) -> Coded: ...


@runtime_checkable
class Measure(Protocol):
    """Turns a table of events into a table of numbers, each with its evidence."""

    def __call__(self, events: Any) -> Any: ...


@runtime_checkable
class Figure(Protocol):
    """Turns a tidy table into one altair chart."""

    def __call__(self, table: Any) -> Any: ...
