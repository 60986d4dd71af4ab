"""One member of a noun phrase as read by its head, and the words of the phrase that it is read from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from detente.lexicon.gazetteer import Gazetteer
from detente.resolve.segment import Segment
from detente.schema.mention import Actor

# Codes of actors that are no state: their people have no sector of a state.
NONSTATE_CODES = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG"})


@dataclass(slots=True)
class Nominal:
    """One member of a phrase as read by its head.

    Attributes:
        actors: who it names.
        bare: a name without any role.
        adjective: a bare name that stands as an adjective may ("Russian", "US").
        person: whether a person is named.
        place: whether it is a bare city or province.
        generic: whether its role takes the sector of what stands beside it.
        code_before, code_after: whether the state was told before its role, or after "of" and "in".
    """

    actors: list[Actor]
    bare: bool = False
    adjective: bool = False
    person: bool = False
    place: bool = False
    generic: bool = False
    code_before: bool = False
    code_after: bool = False

    def with_role(self, other: Nominal) -> Nominal:
        """The same states in the capacity of `other`."""
        sector = other.actors[0].sector if other.actors else ""
        actors = [replace(a, sector=sector, why=f"{a.why}; shares {sector or 'the noun'}") for a in self.actors]
        return Nominal(actors, code_before=True, code_after=other.code_after, generic=other.generic)


@dataclass(slots=True)
class PhraseWords:
    """The words of one phrase with what is known about them.

    Attributes:
        lower: the words in lower case.
        on: day at which names are read, None for no particular day.
        why: the reason of the last failure to read a member.
        context: codes of the states that the whole phrase names; they decide between two readings of a name.
    """

    words: Sequence[str]
    lower: Sequence[str]
    names: Gazetteer
    on: date | None
    why: str = ""
    context: set[str] = field(default_factory=set)

    def text(self, part: Segment) -> str:
        """Text of a segment; roles and plain words in lower case."""
        words = self.words[part.start : part.end]
        text = " ".join(words).replace(" - ", "-") if len(words) > 1 else words[0]
        return text.lower() if part.kind in ("role", "low") else text


# Reads segments as one member of the phrase; None, with the reason in `PhraseWords.why`, when it names no actor.
ReadMember = Callable[[Sequence[Segment]], Nominal | None]
