"""Whose a role or body is: the name before it, or what stands after "of", "from", "in"."""

from __future__ import annotations

from collections.abc import Sequence

from detente.resolve.choose import STATE_KINDS, actor_of, choose_row, office_at
from detente.resolve.nominal import NONSTATE_CODES, PhraseWords, ReadMember
from detente.resolve.people import find_person
from detente.resolve.segment import Segment
from detente.schema.mention import Actor

_PLACE_PREPOSITIONS = frozenset("in at from near across outside inside around within throughout on off along (".split())
# Roles whose owner may stand after "to": "adviser to the emir".
_RELATIONS = frozenset(
    "aide aides adviser advisers advisor advisors assistant ally allies brother sister son daughter wife husband nephew "
    "niece cousin uncle father mother widow relative relatives friend secretary confidant".split()
)
# Who is in a place for somebody else: "a Western diplomat in Damascus" is nobody of Syria.
ABROAD = frozenset(
    "diplomat diplomats ambassador ambassadors envoy envoys consul consuls attaché attachés attache correspondent "
    "correspondents embassy embassies consulate consulates legation expatriate expatriates tourist tourists".split()
)
# Groups of people that belong to the state before the possessive: "Latvia's Russian minority".
_MINORITIES = frozenset({"minority", "minorities", "community", "speakers"})
# Roles that with "of" and no actor are figures of speech: "an army of volunteers".
_FIGURES = frozenset(
    "army armies court courts king queen prince soldier soldiers house church wave fleet police".split()
)


def codes_in(phrase: PhraseWords, segments: Sequence[Segment]) -> set[str]:
    """Codes of the names among segments."""
    rows = [choose_row(part.rows, phrase.on)[0] for part in segments if part.kind == "name"]
    return {row.code for row in rows if row is not None and row.code}


def tail_codes(phrase: PhraseWords, tail: Sequence[Segment]) -> set[str]:
    """Codes named after the first "of" or preposition of place."""
    for index, part in enumerate(tail):
        word = phrase.lower[part.start]
        if part.kind in ("prep", "paren") and (word == "of" or word in _PLACE_PREPOSITIONS):
            return codes_in(phrase, tail[index + 1 :])
    return set()


def owner_before(phrase: PhraseWords, before: Sequence[Segment], role: str = "") -> Actor | None:
    """The state, body or office holder whose name stands nearest before the role."""
    if role in _MINORITIES:
        before = next((before[:i] for i, s in enumerate(before) if s.kind == "possessive"), before)
    told: set[str] | None = None
    for index in range(len(before) - 1, -1, -1):
        part = before[index]
        if part.kind == "cap":
            people = find_person(phrase.text(part), phrase.on, phrase.names, (), alone=True)
            if people:
                return actor_of(office_at(people, phrase.on), phrase.on)
        if part.kind != "name":
            continue
        if told is None:
            told = codes_in(phrase, before[:index])
        places = [row for row in part.rows if row.kind == "place"] if role.startswith("governor") else []
        row, why = choose_row(places or part.rows, phrase.on, told)
        if row is not None:
            return actor_of(row, phrase.on)
        phrase.why = why
    return None


def owners_after(
    phrase: PhraseWords, tail: Sequence[Segment], role: str, generic: bool, read: ReadMember
) -> tuple[list[Actor], str] | None:
    """Actors told after the role, with how: "of", "place" or "" for none; None when the phrase is a figure of speech.

    Args:
        role: text of the role.
        generic: whether the role takes the sector of what stands beside it.
        read: reads what stands after "of".
    """
    places: dict[str, Sequence[Segment]] = {}
    index = 0
    while index < len(tail):
        part = tail[index]
        if part.kind in ("stop", "comma"):
            break
        if part.kind not in ("prep", "paren"):
            index += 1
            continue
        word = phrase.lower[part.start]
        end = index + 1
        while end < len(tail) and tail[end].kind not in ("prep", "stop", "comma", "paren"):
            end += 1
        if word == "of" or (word == "for" and generic) or (word == "to" and role in _RELATIONS):
            rest = tail[index + 1 :] if word == "of" else tail[index + 1 : end]
            inner = read(rest) if rest else None
            if inner is not None and inner.actors and (inner.actors[0].code or generic):
                return inner.actors, "of"
            if inner is None and word == "of" and role.split()[-1] in _FIGURES and not codes_in(phrase, rest):
                phrase.why = f"{role!r} is a figure of speech here"
                return None
        elif word in _PLACE_PREPOSITIONS and (word == "from" or role.split()[-1] not in ABROAD):
            places.setdefault("from" if word == "from" else "in", tail[index + 1 : end])
        index = end
    actor = _of_place(phrase, places.get("from", ()), within=False) or _of_place(
        phrase, places.get("in", ()), within=True
    )
    return ([actor], "place") if actor is not None else ([], "")


def _of_place(phrase: PhraseWords, segments: Sequence[Segment], *, within: bool) -> Actor | None:
    """The actor of the first place or body named; a body only has people "from" it, none `within` it."""
    for part in segments:
        row = choose_row(part.rows, phrase.on)[0] if part.kind == "name" else None
        if row is None or not row.code:
            continue
        actor = actor_of(row, phrase.on)
        if row.kind in STATE_KINDS:
            return actor.with_sector("PRE" if row.sector == "PRE" else "")
        if not (within and actor.code in NONSTATE_CODES):
            return actor
    return None
