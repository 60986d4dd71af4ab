"""Lists and appositions of a noun phrase to the actors that it names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from detente.resolve.heads import Heads
from detente.resolve.nominal import Nominal, PhraseWords
from detente.resolve.segment import Segment
from detente.schema.mention import Actor

_Segments = Sequence[Segment]


def phrase_actors(phrase: PhraseWords, segments: _Segments) -> list[Actor]:
    """Actors of a phrase: of a list all, else of the head with what its appositions tell; [] with `phrase.why`."""
    segments = _trimmed(segments)
    if not segments:
        return []
    heads = Heads(phrase)
    heads.survey(segments)
    members = _split(segments)
    if len(members) > 1:
        listed = any(part.kind == "and" for part in segments)
        return _list(heads, members) if listed else _apposition(heads, members)
    nominal = heads.nominal(segments)
    return nominal.actors if nominal is not None else []


def _list(heads: Heads, members: Sequence[_Segments]) -> list[Actor]:
    """Actors of "A, B and C", a shared noun given to each; [] when the members are no list of actors."""
    nominals = [heads.nominal(_trimmed(member)) for member in members]
    if nominals[-1] is None and members[-1][0].kind not in ("prep", "stop"):
        # "ethnic and religious tensions": what follows the last joint is a thing, and owns the words before it
        if not any(n is not None and n.actors and not n.bare for n in nominals):
            return []
    elif nominals[-1] is not None:
        _share_last(nominals, members)
        _share_owner(heads, nominals, members)
    return [actor for nominal in nominals if nominal is not None for actor in nominal.actors]


def _share_last(nominals: list[Nominal | None], members: Sequence[_Segments]) -> None:
    """'Chinese and Russian aircraft': adjectives take the role of the member after them."""
    shared: Nominal | None = None
    for index in range(len(nominals) - 1, -1, -1):
        nominal = nominals[index]
        if nominal is None:
            continue
        if not nominal.bare:
            shared = nominal if nominal.code_before else None
        elif shared is not None and (nominal.adjective or members[index][-1].kind == "possessive"):
            nominals[index] = nominal.with_role(shared)


def _share_owner(heads: Heads, nominals: list[Nominal | None], members: Sequence[_Segments]) -> None:
    """'the leaders of Chad and Mali': names take the role before them; "the king and the army": roles their state."""
    owner: Nominal | None = None
    for index, nominal in enumerate(nominals):
        if nominal is None:
            continue
        if not nominal.bare:
            owner = nominal if nominal.code_after else None
            if nominal.actors and not nominal.actors[0].code:
                _take_state(heads, nominal, nominals[:index], nominals[index + 1 :], members[index])
        elif owner is not None and not nominal.adjective:
            nominals[index] = nominal.with_role(owner)


def _take_state(
    heads: Heads,
    nominal: Nominal,
    before: Sequence[Nominal | None],
    after: Sequence[Nominal | None],
    member: _Segments,
) -> None:
    """Gives a role without a state that of the role before it, else of one after it; none after "a"."""
    told = [n.actors[0] for n in before if n is not None and n.actors and n.actors[0].code and n.code_before]
    told += [n.actors[0] for n in after if n is not None and n.actors and n.actors[0].code and n.code_after]
    if not told or any(s.kind == "det" and heads.phrase.lower[s.start] in ("a", "an") for s in member):
        return
    state = told[0]
    nominal.actors = [
        replace(a, code=state.code, name=state.name, why=f"{a.why}; of {state.code} as told beside it")
        for a in nominal.actors
    ]


def _apposition(heads: Heads, members: Sequence[_Segments]) -> list[Actor]:
    """Actors of "Kim Jong-un, the North Korean leader": the first member, with what the others tell of it."""
    first = heads.nominal(_trimmed(members[0]))
    read = [heads.nominal(_trimmed(m)) for m in members[1:] if m[0].kind not in ("prep", "stop", "low")]
    others = [other for other in read if other is not None and other.actors]
    if first is None or not first.actors:
        return _told_after(first, members[0][-1].kind in ("cap", "title"), others)
    if not others:
        elsewhere = first.place and any(len(m) == 1 and m[0].kind == "cap" for m in members[1:])
        return _elsewhere(heads) if elsewhere else first.actors
    if first.bare and not first.person and all(other.bare and not other.person for other in others):
        if not first.place:
            return [actor for nominal in (first, *others) for actor in nominal.actors]
        codes = {actor.code for other in others for actor in other.actors} | {first.actors[0].code}
        return _elsewhere(heads) if len(codes) > 1 else first.actors
    role = next((other for other in others if not other.bare or other.person), None)
    return first.actors if role is None else _with_role(first, role)


def _told_after(first: Nominal | None, named: bool, others: Sequence[Nominal]) -> list[Actor]:
    """Actors of an apposition whose first member names none: `named` tells whether it is a capitalised name."""
    if not others:
        return []
    told = others[0]
    body = told.person or (not told.place and not told.adjective and bool(told.actors[0].sector))
    return told.actors if body or ((named or first is not None) and not told.bare) else []


def _elsewhere(heads: Heads) -> list[Actor]:
    heads.phrase.why = "a town of that name elsewhere"
    return []


def _with_role(first: Nominal, role: Nominal) -> list[Actor]:
    """The first member's actors with the code, sector or name that a role beside it tells."""
    actor, told = first.actors[0], role.actors[0]
    if not actor.code and told.code:
        sector, name = actor.sector or told.sector, actor.name or told.name
        return [replace(actor, code=told.code, sector=sector, name=name, why=told.why)]
    same = told.code in ("", actor.code)
    if first.person and told.sector and (same or not role.person):
        code, why = told.code or actor.code, f"{actor.why}; {told.why}"
        return [replace(actor, code=code, sector=told.sector, organisation=told.organisation, why=why)]
    if role.person and same and not first.person and first.generic and told.sector:
        return [replace(actor, name=told.name)]
    return first.actors


def _trimmed(segments: _Segments) -> _Segments:
    """Without what may stand before a phrase: "from", "both", "neither", a comma."""
    low, high = 0, len(segments)
    while low < high and segments[low].kind in ("prep", "and", "comma", "paren"):
        low += 1
    while high > low and segments[high - 1].kind in ("and", "comma", "prep", "paren"):
        high -= 1
    return segments[low:high]


def _split(segments: _Segments) -> list[_Segments]:
    """Parts between commas and words such as "and"; an "and" within a relative clause joins nothing."""
    parts: list[list[Segment]] = [[]]
    clause = False
    for part in segments:
        if part.kind == "stop":
            clause = True  # "Putin, who left Moscow and …": what follows is told of the same
        if part.kind == "comma" or (part.kind == "and" and not clause):
            clause = False
            parts.append([])
        else:
            parts[-1].append(part)
    return [part for part in parts if part]
