"""A sentence cut into pieces, with actor, trigger and recipient marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from detente.report.reading import Reading, Row

ROLES = ("trigger", "actor", "recipient", "party")  # the first wins where spans overlap


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a sentence; `role` is one of ROLES, `phrase`, or "" for plain text."""

    text: str
    role: str = ""


def event_pieces(reading: Reading, rows: Sequence[Row]) -> tuple[Piece, ...]:
    """The sentence of the first of some events on one trigger, with the words of all of them marked.

    A mention that is actor of one event and recipient of another is a `party`.

    Args:
        reading: holds the sentences, whose offsets place the spans.
        rows: events of one sentence, at least one.
    """
    first = rows[0]
    text = first["sentence"]
    stored = reading.sentences.get((first["document_id"], first["sentence_index"]))
    base = stored["char_start"] if stored and stored["text"] == text else None
    spans: dict[tuple[int, int], set[str]] = {}
    for row in rows:
        wanted = [("trigger", "char_start", "char_end", row["trigger"])]
        for end in ("actor", "recipient"):
            wanted += [(end, f"{end}_start", f"{end}_end", row[f"{end}_text"])]
            wanted += [(end, f"{end}_antecedent_start", f"{end}_antecedent_end", "")]
        for role, start, stop, words in wanted:
            span = _span(text, base, row[start], row[stop], words or "")
            if span:
                spans.setdefault(span, set()).add(role)
    return cut(text, [(*span, _one(roles)) for span, roles in spans.items()])


def cut(text: str, spans: Iterable[tuple[int, int, str]]) -> tuple[Piece, ...]:
    """Pieces of a text; of overlapping spans the one whose role comes first in ROLES is kept, then the longer.

    Args:
        text: any text.
        spans: (start, end, role), offsets into `text`.

    Returns:
        Pieces that give back the text when joined.
    """
    order = {role: i for i, role in enumerate(ROLES)}
    kept: list[tuple[int, int, str]] = []
    for start, end, role in sorted(spans, key=lambda span: (order.get(span[2], 0), span[0] - span[1], span[0])):
        if all(end <= other[0] or start >= other[1] for other in kept):
            kept.append((start, end, role))
    pieces: list[Piece] = []
    at = 0
    for start, end, role in sorted(kept):
        pieces += [Piece(text[at:start]), Piece(text[start:end], role)]
        at = end
    return tuple(piece for piece in (*pieces, Piece(text[at:])) if piece.text)


def _one(roles: set[str]) -> str:
    if {"actor", "recipient"} <= roles:
        return "party"
    return next(role for role in ROLES if role in roles)


def _span(text: str, base: int | None, start: int | None, end: int | None, words: str) -> tuple[int, int] | None:
    """Where a span of the stored text lies in the sentence; None outside of it."""
    if base is not None and start is not None and end is not None:
        if 0 <= start - base < end - base <= len(text):
            return start - base, end - base
        return None
    found = text.find(words) if words else -1
    return (found, found + len(words)) if found >= 0 else None
