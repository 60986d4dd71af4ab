"""People: those that the document itself introduces, office holders by other spellings, leaders by surname alone."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, timedelta

from detente.lexicon.gazetteer import Gazetteer
from detente.lexicon.names import NameRow
from detente.lexicon.spellings import people_by_sound, sound_keys
from detente.lexicon.surnames import plain_name, surnames, titled_surnames
from detente.schema.mention import Actor

_GIVEN_LAST = frozenset({"KOR", "PRK", "CHN", "TWN", "VNM", "HUN", "JPN"})
_NO_SURNAME = frozenset("al bin ibn de del van von da dos el the jr sr junior senior iii ii".split())
_NEAR = timedelta(days=400)
_LONG_BEFORE = timedelta(days=366 * 25)


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


def find_person(
    text: str,
    on: date | None,
    names: Gazetteer,
    told: Collection[str] = (),
    *,
    alone: bool = True,
    titled: bool = False,
) -> Sequence[NameRow]:
    """Terms of the office holder of that name, however it is spelled; () when none or more than one could be meant.

    Args:
        text: one or more capitalised words.
        told: state codes that the context tells; another state's holder is then not meant.
        alone: whether a bare surname may stand for the leader of the day.
        titled: whether a title stands before it: then for a later leader too.
    """
    plain = plain_name(text)
    for form in dict.fromkeys((text, plain)):
        rows = [row for row in names.rows(form) if row.kind == "person"]
        if rows:
            return rows
    words = plain.replace("-", " ").split()
    if len(words) > 1:
        for key in sound_keys(plain):
            rows = list(
                {
                    (row.name, row.valid_from, row.role): row
                    for row in (raw[0](raw[1], raw[2]) for raw in people_by_sound().get(key, ()))
                }.values()
            )
            if told:
                rows = [row for row in rows if row.code in told] or rows
            if rows and len({row.name for row in rows}) == 1 and _plausible(rows, on, _LONG_BEFORE):
                return rows
        rows = surnames().get(plain, ())
        return rows if len({row.name for row in rows}) == 1 else ()
    if not alone:
        return ()
    index = titled_surnames() if titled else surnames()
    rows = tuple(row for row in index.get(plain, ()) if not told or row.code in told)
    if told and rows and len({row.name for row in rows}) == 1:
        return rows
    row = surname_row(plain, on, titled)
    if row is None and titled and rows and len({row.name for row in rows}) == 1 and _plausible(rows, on, _LONG_BEFORE):
        return rows
    return (row,) if row is not None and (not told or row.code in told) else ()


def _plausible(rows: Sequence[NameRow], on: date | None, before: timedelta) -> bool:
    """Whether the day is not long before the first office: a namesake is then likelier."""
    if on is None:
        return True
    first = min((row.valid_from for row in rows if row.valid_from is not None), default=None)
    return first is None or first - on <= before


def surname_row(text: str, on: date | None, titled: bool = False) -> NameRow | None:
    """The office holder whom a bare surname can only mean at that date, or None.

    In office on the day, or within 400 days of it; failing that the only one of that surname who has left office,
    marked ELI.
    """
    rows = (titled_surnames() if titled else surnames()).get(text, ())
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
