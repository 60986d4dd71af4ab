"""A noun phrase, outside of any document, to the actors it names at a date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from detente.lexicon.gazetteer import DASHES, Gazetteer, gazetteer
from detente.lexicon.roles import phrase_roles
from detente.lexicon.tokens import token_texts
from detente.resolve.choose import actor_of, choose_row
from detente.resolve.heads import Heads, Nominal
from detente.resolve.segments import Segment, segment
from detente.schema.mention import Actor


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who a phrase names.

    Attributes:
        actors: one for each actor named ("Russian and Belarusian soldiers": two); empty when there is none.
        why: the rows and rules that decided, or why the phrase is no actor.
    """

    actors: tuple[Actor, ...]
    why: str


def resolve_phrase(text: str, on: date | None = None, names: Gazetteer | None = None) -> Resolution:
    """Actors that a noun phrase names on a day; None stands for no particular day.

    An actor whose state the phrase does not tell ("Muslim cleric") has an empty code and its sector.
    """
    phrase = text.translate(DASHES).strip(" \t\n\"'“”‘.,;:")
    if not phrase:
        return Resolution((), "the phrase is empty")
    names = names or gazetteer()
    if phrase.endswith(")") and "(" in phrase:
        labelled = _labelled(phrase, on, names)
        if labelled is not None:
            return labelled
    words = token_texts(phrase)
    found = _resolve(words, on, names)
    if not found.actors and phrase.isupper() and len(phrase) > 4:
        found = _resolve([word.capitalize() if word.isalpha() else word for word in words], on, names)
    return found


def _labelled(phrase: str, on: date | None, names: Gazetteer) -> Resolution | None:
    """'Police (Kenya)', as the field's datasets label actors: what the brackets name is whose the rest is."""
    head, _, inner = phrase[:-1].rpartition("(")
    rows = names.get(" ".join(token_texts(inner.translate(DASHES))))
    row = choose_row(rows, on)[0] if rows else None
    if row is None or not row.code or row.kind == "person":
        return None
    state = actor_of(row, on)
    named = _resolve(token_texts(head.replace("/", " and ")), on, names)
    sector = next((actor.sector for actor in named.actors if actor.sector), "")
    why = f"{head.strip()!r} of {state.code}"
    return Resolution((Actor(state.code, sector or state.sector, state.name, state.organisation, why),), state.why)


def _resolve(words: list[str], on: date | None, names: Gazetteer) -> Resolution:
    lower = [word.lower() for word in words]
    segments = segment(words, lower, names, phrase_roles(), on)
    reading = _Reading(Heads(words, lower, names, on))
    actors = reading.actors(segments)
    if not actors:
        return Resolution((), reading.heads.why or "nothing in the phrase is in the tables")
    if len(actors) == 1:
        return Resolution((actors[0],), actors[0].why)
    distinct: list[Actor] = []
    for actor in actors:
        if all((actor.code, actor.sector, actor.organisation) != (a.code, a.sector, a.organisation) or
               (actor.name != a.name and actor.code) for a in distinct):  # fmt: skip
            distinct.append(actor)
    return Resolution(tuple(distinct), "; ".join(actor.why for actor in distinct))


class _Reading:
    """Lists and appositions of a phrase, each member read by its head."""

    def __init__(self, heads: Heads) -> None:
        self.heads = heads

    def actors(self, segments: Sequence[Segment]) -> list[Actor]:
        """Actors of a phrase: of a list all, else of the head with what its appositions tell."""
        segments = _trimmed(segments)
        if not segments:
            return []
        if all(part.kind != "and" and part.kind != "comma" for part in segments):
            if len(segments) > 1:
                self.heads.read(segments)
            nominal = self.heads.nominal(segments)
            return nominal.actors if nominal is not None else []
        self.heads.read(segments)
        members = _split(segments, ("and", "comma"))
        if len(members) > 1 and any(s.kind == "and" for s in segments):
            listed = self._list(members)
            if listed is not None:
                return listed
            members = _split(segments, ("comma",))
        if len(members) > 1:
            return self._apposition(members)
        nominal = self.heads.nominal(segments)
        return nominal.actors if nominal is not None else []

    def _list(self, members: Sequence[Sequence[Segment]]) -> list[Actor] | None:
        """Actors of "A, B and C", a shared noun given to each; None when the members are no list of actors."""
        nominals = [self.heads.nominal(_trimmed(member)) for member in members]
        last = nominals[-1]
        if last is None:
            # "ethnic and religious tensions": what follows the last joint is a thing, and owns the words before it
            return [] if not any(n and n.actors and not n.bare for n in nominals) and not _is_clause(members[-1]) else [
                actor for n in nominals if n for actor in n.actors]  # fmt: skip
        shared = None
        for index in range(len(nominals) - 1, -1, -1):
            nominal = nominals[index]
            if nominal is None:
                continue
            if nominal.bare and shared is not None and (nominal.adjective or members[index][-1].kind == "possessive"):
                nominals[index] = nominal.with_role(shared)
            elif not nominal.bare:
                shared = nominal if nominal.code_before else None
        owner = None
        for index, nominal in enumerate(nominals):
            if nominal is None:
                continue
            if nominal.bare and owner is not None and not nominal.adjective:
                nominals[index] = nominal.with_role(owner)
            elif not nominal.bare:
                owner = nominal if nominal.code_after else None
                if nominal.actors and not nominal.actors[0].code:
                    known = next(
                        (n for n in nominals[:index] if n and n.actors and n.actors[0].code and n.code_before), None
                    )
                    known = known or next(
                        (n for n in nominals[index + 1 :] if n and n.actors and n.actors[0].code and n.code_after), None
                    )
                    if known is not None and not any(
                        s.kind == "det" and self.heads.lower[s.start] in ("a", "an") for s in members[index]
                    ):
                        code = known.actors[0]
                        nominal.actors = [
                            replace(a, code=code.code, name=code.name, why=f"{a.why}; of {code.code} as told beside it")
                            for a in nominal.actors
                        ]
        return [actor for nominal in nominals if nominal for actor in nominal.actors]

    def _apposition(self, members: Sequence[Sequence[Segment]]) -> list[Actor]:
        first = self.heads.nominal(_trimmed(members[0]))
        others = [self.heads.nominal(_trimmed(m)) for m in members[1:] if (m and m[0].kind not in ("prep", "stop", "low", "former"))
                  or (m and m[0].kind == "former")]  # fmt: skip
        others = [o for o in others if o is not None and o.actors]
        if first is None or not first.actors:
            named = (members[0] and members[0][-1].kind in ("cap", "title")) or first is not None
            told = others[0] if others else None
            body = told is not None and (
                told.person or (not told.place and not told.adjective and told.actors[0].sector)
            )
            return told.actors if told is not None and (body or (named and not told.bare)) else []
        if not others:
            if first.place and any(len(m) == 1 and m[0].kind == "cap" for m in members[1:]):
                self.heads.why = "a town of that name elsewhere"
                return []
            return first.actors
        if first.bare and not first.person and all(o.bare and not o.person for o in others):
            codes = {a.code for o in others for a in o.actors} | {first.actors[0].code}
            if not first.place:
                return [a for n in (first, *others) for a in n.actors]
            if len(codes) > 1:
                self.heads.why = "a town of that name elsewhere"
                return []
            return first.actors
        role = next((o for o in others if not o.bare or o.person), None)
        if role is None:
            return first.actors
        actor, told = first.actors[0], role.actors[0]
        if not actor.code and told.code:
            return [
                replace(
                    actor,
                    code=told.code,
                    sector=actor.sector or told.sector,
                    name=actor.name or told.name,
                    why=told.why,
                )
            ]
        if first.person and told.sector and (told.code in ("", actor.code) or role.person is False):
            code = told.code or actor.code
            return [
                replace(
                    actor, code=code, sector=told.sector, organisation=told.organisation, why=f"{actor.why}; {told.why}"
                )
            ]
        if role.person and told.code in ("", actor.code) and not first.person and first.generic and told.sector:
            return [replace(actor, name=told.name)]
        return first.actors


def _is_clause(member: Sequence[Segment]) -> bool:
    return bool(member) and member[0].kind in ("prep", "stop")


def _trimmed(segments: Sequence[Segment]) -> Sequence[Segment]:
    """Without what may stand before a phrase: "from", "both", "neither", a comma."""
    low, high = 0, len(segments)
    while low < high and segments[low].kind in ("prep", "and", "comma", "paren"):
        low += 1
    while high > low and segments[high - 1].kind in ("and", "comma", "prep", "paren"):
        high -= 1
    return segments[low:high]


def _split(segments: Sequence[Segment], kinds: tuple[str, ...]) -> list[Sequence[Segment]]:
    parts: list[list[Segment]] = [[]]
    clause = False
    for part in segments:
        if part.kind == "stop":
            clause = True  # "Putin, who left Moscow and …": what follows is told of the same
        if part.kind in kinds and not clause:
            parts.append([])
        else:
            if part.kind in kinds and part.kind == "comma":
                clause = False
                parts.append([])
                continue
            parts[-1].append(part)
    return [part for part in parts if part]


__all__ = ["Nominal", "Resolution", "resolve_phrase"]
