"""People: those that the document itself introduces, and leaders known by surname alone."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from detente.lexicon.names import NameRow, people
from detente.schema.mention import Actor

_GIVEN_LAST = frozenset({"KOR", "PRK", "CHN", "TWN", "VNM", "HUN", "JPN"})
_NO_SURNAME = frozenset("al bin ibn de del van von da dos el the jr sr junior senior iii ii".split())
_TOO_COMMON = frozenset(
    "may white brown black green young king long hope major church bush park lee kim chen wang li wu ma han an yang rice "
    "ford baker day cook rich hill mark john paul george bill west north south hu song grant marshall church powell".split()
)
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
        return self._by_name.get(text)


@cache
def _surnames() -> dict[str, tuple[NameRow, ...]]:
    index: dict[str, list[NameRow]] = {}
    for row in people():
        if row.role.lower().startswith(("president", "prime minister", "premier", "chancellor", "general secretary",
                                        "supreme leader")) and row.sector == "GOV":  # fmt: skip
            words = row.name.split()
            first = row.code in ("KOR", "PRK", "CHN", "TWN", "VNM")
            surname = words[0] if first else words[-1]
            if surname.lower() not in _TOO_COMMON and len(surname) > 1:
                index.setdefault(surname, []).append(row)
    return {surname: tuple(rows) for surname, rows in index.items()}


def surname_row(text: str, on: date | None) -> NameRow | None:
    """The leader whom a bare surname can only mean at that date (in office, or within 400 days of it), or None."""
    rows = _surnames().get(text, ())
    if on is not None:
        rows = tuple(
            row for row in rows
            if (row.valid_from is None or row.valid_from - _NEAR <= on) and (row.valid_to is None or on <= row.valid_to + _NEAR)
        )  # fmt: skip
    else:
        rows = tuple(row for row in rows if (row.valid_to or date.max) >= date(2000, 1, 1))
    if len({row.name for row in rows}) != 1:
        return None
    return max(rows, key=lambda row: row.valid_from or date.min)
