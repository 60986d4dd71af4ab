"""The members of a noun phrase, each read by its head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from detente.resolve.name_heads import name_nominal
from detente.resolve.nominal import Nominal, PhraseWords
from detente.resolve.owners import codes_in
from detente.resolve.person_heads import unknown_nominal
from detente.resolve.role_heads import role_nominal
from detente.resolve.segment import Segment
from detente.schema.mention import Actor

_EDGES = ("prep", "stop", "comma", "paren", "and")
# Words other than participles that begin what is told of a noun: "forces loyal to".
_AFTER_NOUN = frozenset(
    "loyal close opposed active present alike deep dug fresh high back home abroad ready eager stationed based armed "
    "trained".split()
)
# Sectors of those who are out of office when they are "former".
_OFFICIAL = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP"})
# Nouns before "of" that only count what follows.
_QUANTITIES = frozenset(
    "dozens hundreds thousands scores tens number handful majority bulk part parts rest columns column convoy convoys "
    "fleet wave waves couple pair trio half third quarter lot lots series band bands cell cells generation class".split()
)


class Heads:
    """Reads the members of one phrase."""

    def __init__(self, phrase: PhraseWords) -> None:
        self.phrase = phrase

    def survey(self, segments: Sequence[Segment]) -> None:
        """Takes note of the states that a phrase names, to decide between two readings of another name in it."""
        if sum(part.kind == "name" for part in segments) > 1:
            self.phrase.context = codes_in(self.phrase, segments)

    def nominal(self, segments: Sequence[Segment]) -> Nominal | None:
        """The member read by its head; None (and `phrase.why`) when it names no actor."""
        edge = self._edge(segments)
        core = [s for s in segments[:edge] if s.kind not in ("det", "former")]
        tail = segments[edge:]
        while core and core[-1].kind == "possessive":
            core.pop()
        if not core:
            return self._quantity(tail)
        found = self._by_head(core, tail)
        if found is not None and any(s.kind == "former" for s in segments[:3]) and (found.person or not found.bare):
            found.actors = [_out_of_office(actor) for actor in found.actors]
        return found

    def _by_head(self, core: Sequence[Segment], tail: Sequence[Segment]) -> Nominal | None:
        head = core[-1]
        if head.kind == "group":
            why = f"{self.phrase.text(head)!r} are these states"
            return Nominal([Actor(code, "", name, "", why) for code, name in head.codes], bare=True)
        if head.kind == "name":
            return name_nominal(self.phrase, core, tail, self.nominal)
        if head.kind == "role":
            return role_nominal(self.phrase, core, tail, self.nominal)
        if head.kind == "cap":
            return unknown_nominal(self.phrase, core, tail, self.nominal)
        return None if head.kind == "title" else self._thing(core, tail)

    def _edge(self, segments: Sequence[Segment]) -> int:
        """Where the head ends: at a preposition, a clause, or a verb form after a noun."""
        seen = False
        for index, part in enumerate(segments):
            if part.kind in _EDGES:
                if index:
                    return index
            elif seen:
                before = segments[index - 1]
                if part.kind == "det" and before.kind == "name" and self.phrase.words[part.start][0].isdigit():
                    return len(segments) if index + 1 < len(segments) else 0  # "Tokyo 2020"
                if part.kind == "low" and _is_noun(before):
                    word = self.phrase.lower[part.end - 1]
                    if word.endswith(("ing", "ed")) or word in _AFTER_NOUN:
                        return index
            seen = seen or part.kind in ("role", "name", "cap")
        return len(segments)

    def _thing(self, core: Sequence[Segment], tail: Sequence[Segment]) -> Nominal | None:
        """A noun that is no actor: what it counts, the role before a bracket, or the reason why there is nobody."""
        word = self.phrase.lower[core[-1].end - 1]
        if tail and word in _QUANTITIES and self.phrase.lower[tail[0].start] == "of":
            return self._quantity(tail)
        if tail and self.phrase.words[tail[0].start] == "(":
            roles = [index for index, s in enumerate(core) if s.kind == "role"]
            if roles:
                return role_nominal(self.phrase, core[: roles[-1] + 1], tail, self.nominal)
        named = next((s for s in core if s.kind == "name"), None)
        told = f"{self.phrase.text(named)!r} only tells which {word!r}" if named is not None else ""
        self.phrase.why = told or f"{word!r} is no actor we know"
        return None

    def _quantity(self, tail: Sequence[Segment]) -> Nominal | None:
        """'Dozens of Bolivian miners', 'two of the generals'."""
        if len(tail) > 1 and self.phrase.lower[tail[0].start] == "of":
            return self.nominal(tail[1:])
        self.phrase.why = self.phrase.why or "the phrase has no head"
        return None


def _is_noun(part: Segment) -> bool:
    """Whether a segment can be the head before a participle: no adjective of a state."""
    return part.kind in ("role", "cap") or (part.kind == "name" and all(row.kind != "adjective" for row in part.rows))


def _out_of_office(actor: Actor) -> Actor:
    return replace(actor, sector="ELI", why=f"{actor.why}; no longer in office") if actor.sector in _OFFICIAL else actor
