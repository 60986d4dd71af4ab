"""People: those that the document itself introduces, office holders by other spellings, leaders by surname alone."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, timedelta

from detente.lexicon.gazetteer import Gazetteer
from detente.lexicon.names import NameRow
from detente.lexicon.spellings import people_by_sound, sound_keys
from detente.lexicon.surnames import ROYAL_TITLES, SURNAME_FIRST, plain_name, regnal_names, surnames, titled_surnames
from detente.schema.mention import Actor

# States whose people may be called by the last word of their name or by the first.
_GIVEN_LAST = SURNAME_FIRST | {"HUN", "JPN"}
_NO_SURNAME = frozenset("al bin ibn de del van von da dos el the jr sr junior senior iii ii".split())
_CROWNS = frozenset("king queen emperor empress prince princess".split())
_NEAR = timedelta(days=400)  # before or after a term of office
_RECENT = date(2000, 1, 1)  # without a day, holders since then are meant
_LONG_BEFORE = timedelta(days=366 * 25)  # before the first office, when a namesake is likelier


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
    title: str = "",
) -> Sequence[NameRow]:
    """Terms of the office holder of that name, however it is spelled; () when none or more than one could be meant.

    Args:
        text: one or more capitalised words.
        told: state codes that the context tells; another state's holder is then not meant.
        alone: whether a bare surname may stand for the leader of the day.
        title: the title before it, if any: then for a later leader too; a royal one stands before a given name.
    """
    plain = plain_name(text)
    royal = title.lower().split()[-1:] or [text.split()[0].lower()]
    if royal[0] in ROYAL_TITLES and " " not in plain and plain in regnal_names():
        return _by_given_name(plain, royal[0], on, told)
    for form in dict.fromkeys((text, plain)):
        rows = [row for row in names.rows(form) if row.kind == "person"]
        if rows:
            return rows
    if len(plain.replace("-", " ").split()) > 1:
        return _by_sound(plain, on, told) or _of_one(surnames().get(plain, ()))
    return _by_surname(plain, on, told, bool(title)) if alone else ()


def _by_given_name(given: str, title: str, on: date | None, told: Collection[str]) -> Sequence[NameRow]:
    """Terms of the monarch or prince of that name in office on the day, or near it, where one state alone has one."""
    known = [row for row in regnal_names()[given] if _is_near(row, on)]
    near = [row for row in known if title in row.role.lower() or (title in _CROWNS and "Monarch" in row.role)] or (
        known if title not in _CROWNS else []
    )
    rows = [row for row in near if row.code in told] or [row for row in near if row.holds(on)] or near
    return rows if len({row.code for row in rows}) == 1 else ()


def _by_sound(plain: str, on: date | None, told: Collection[str]) -> Sequence[NameRow]:
    """Terms of the only office holder whose full name sounds so."""
    for key in sound_keys(plain):
        spelled = (table.row(number) for table, number in people_by_sound().get(key, ()))
        rows = list({(row.name, row.valid_from, row.role): row for row in spelled}.values())
        if told:
            rows = [row for row in rows if row.code in told] or rows
        if _of_one(rows) and _is_plausible(rows, on):
            return rows
    return ()


def _by_surname(plain: str, on: date | None, told: Collection[str], titled: bool) -> Sequence[NameRow]:
    """Terms of the leader or minister whom a surname means: the only one of the states told, or of the day."""
    index = titled_surnames() if titled else surnames()
    rows = _of_one([row for row in index.get(plain, ()) if not told or row.code in told])
    if told and rows:
        return rows
    row = _surname_row(plain, on, titled)
    if row is None:
        return rows if titled and _is_plausible(rows, on) else ()
    return (row,) if not told or row.code in told else ()


def _of_one(rows: Sequence[NameRow]) -> Sequence[NameRow]:
    """The rows when all are of one person, else ()."""
    return rows if len({row.name for row in rows}) == 1 else ()


def _is_plausible(rows: Sequence[NameRow], on: date | None) -> bool:
    """Whether the day is not long before the first office: a namesake is then likelier."""
    if on is None:
        return True
    first = min((row.valid_from for row in rows if row.valid_from is not None), default=None)
    return first is None or first - on <= _LONG_BEFORE


def _surname_row(text: str, on: date | None, titled: bool) -> NameRow | None:
    """The office holder whom a bare surname can only mean at that date, or None.

    In office on the day, or within 400 days of it; failing that the only one of that surname who has left office,
    marked ELI.
    """
    rows = (titled_surnames() if titled else surnames()).get(text, ())
    if on is None:
        return _latest([row for row in rows if (row.valid_to or date.max) >= _RECENT], None)
    near = [row for row in rows if _is_near(row, on)]
    if near:
        return _latest(near, on)
    left = _latest([row for row in rows if row.valid_to is not None and row.valid_to <= on], None)
    return replace(left, sector="ELI", role=f"former {left.role}") if left is not None else None


def _is_near(row: NameRow, on: date | None) -> bool:
    """Whether a term holds within 400 days of the day; without a day, whether it ended after 2000."""
    if on is None:
        return (row.valid_to or date.max) >= _RECENT
    return (row.valid_from is None or row.valid_from - _NEAR <= on) and (
        row.valid_to is None or on <= row.valid_to + _NEAR
    )


def _latest(rows: Sequence[NameRow], on: date | None) -> NameRow | None:
    """The term in force, or the last one, when all are of one person."""
    return max(_of_one(rows), key=lambda row: (row.holds(on), row.valid_from or date.min), default=None)
