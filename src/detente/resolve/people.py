"""People: those that the document itself introduces, and leaders known by surname alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from detente.lexicon.names import NameRow
from detente.lexicon.surnames import plain_name, surnames
from detente.schema.mention import Actor

_GIVEN_LAST = frozenset({"KOR", "PRK", "CHN", "TWN", "VNM", "HUN", "JPN"})
_NO_SURNAME = frozenset("al bin ibn de del van von da dos el the jr sr junior senior iii ii".split())
_NEAR = timedelta(days=400)


class DocumentPeople:
    """People met so far in one document, found again by surname, given name or full name."""

    def __init__(self) -> None:
        self._by_name: dict[str, Actor] = {}

    def learn(self, text: str, actor: Actor) -> None:
        """Remembers a person under the full name and each part that can stand alone."""
        words = text.split()
        self._by_name[text] = actor
        if len(words) < 2:
            return
        singles = {words[-1], words[0]} if actor.code in _GIVEN_LAST else {words[-1]}
        for word in singles:
            if word.lower() not in _NO_SURNAME and len(word) > 1:
                self._by_name[word] = actor

    def find(self, text: str) -> Actor | None:
        """The person of that name, or None."""
        return self._by_name.get(text) or self._by_name.get(plain_name(text))


def surname_row(text: str, on: date | None) -> NameRow | None:
    """The office holder whom a bare surname can only mean at that date, or None.

    In office on the day, or within 400 days of it; failing that the only one of that surname who has left office,
    marked ELI.
    """
    rows = surnames().get(text, ())
    if on is None:
        recent = tuple(row for row in rows if (row.valid_to or date.max) >= date(2000, 1, 1))
        return _one(recent)
    near = tuple(
        row
        for row in rows
        if (row.valid_from is None or row.valid_from - _NEAR <= on)
        and (row.valid_to is None or on <= row.valid_to + _NEAR)
    )
    if near:
        return _one(near, on)
    left = _one(tuple(row for row in rows if row.valid_to is not None and row.valid_to <= on))
    return replace(left, sector="ELI", role=f"former {left.role}") if left is not None else None


def _one(rows: tuple[NameRow, ...], on: date | None = None) -> NameRow | None:
    if len({row.name for row in rows}) != 1:
        return None
    return max(rows, key=lambda row: (row.holds(on), row.valid_from or date.min))
