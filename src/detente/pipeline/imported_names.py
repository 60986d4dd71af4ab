"""Actors behind the names of a dataset at the dates of its events, each name resolved as often as its answer changes."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from detente.pipeline.asked_day import AskedDay

if TYPE_CHECKING:
    from detente.lexicon.gazetteer import Gazetteer
    from detente.resolve.phrase import Resolution

EPOCH = date(1970, 1, 1)
SHOUTED = 4  # a name of more letters, all capital, is written so by its source ("EUROPEAN UNION"): no abbreviation


@dataclass(frozen=True, slots=True)
class NamedActor:
    """Who a name stands for: code and sector, "" where unknown, and why there is no code."""

    code: str
    sector: str
    why: str = ""


NOBODY = NamedActor("", "", "no name is given")


@dataclass
class ImportedNames:
    """Answers of the resolver by name and day, kept for as long as they hold.

    Attributes:
        names: the gazetteer that decides, a user's own names on top.
        n_asked: how often the resolver was asked.
    """

    names: Gazetteer
    n_asked: int = 0
    _answers: dict[str, tuple[list[int], list[tuple[int, NamedActor]]]] = field(default_factory=dict)

    def actor(self, name: str, day: int) -> NamedActor:
        """Who a name stands for on a day, counted from 1970-01-01."""
        if not name:
            return NOBODY
        lows, answers = self._answers.setdefault(name, ([], []))
        place = bisect_right(lows, day) - 1
        if place >= 0 and day < answers[place][0]:
            return answers[place][1]
        low, high, found = self._ask(name, EPOCH + timedelta(days=day))
        place = bisect_right(lows, low)
        lows.insert(place, low)
        answers.insert(place, (high, found))
        return found

    def _ask(self, name: str, day: date) -> tuple[int, int, NamedActor]:
        """The answer, and the days from which and up to which it holds."""
        from detente.resolve.phrase import resolve_phrase

        asked = AskedDay.of(day)
        self.n_asked += 1
        found = _named(resolve_phrase(name, asked, self.names))
        if not found.code and name.isupper() and len(name) > SHOUTED:
            spelt = _named(resolve_phrase(name.title(), asked, self.names))
            found = spelt if spelt.code else found
        return (asked.low - EPOCH).days, (asked.high - EPOCH).days, found


def _named(found: Resolution) -> NamedActor:
    """The one actor of a phrase; a phrase that names two states stands for neither."""
    with_code = [actor for actor in found.actors if actor.code]
    codes = sorted({actor.code for actor in with_code})
    if len(codes) > 1:
        return NamedActor("", "", f"names several actors: {', '.join(codes)}")
    if with_code:
        return NamedActor(codes[0], with_code[0].sector)
    if found.actors:
        return NamedActor("", found.actors[0].sector, "nothing tells of which state")
    return NamedActor("", "", found.why)
