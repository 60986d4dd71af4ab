"""A possible antecedent of an anaphor, with the features by which it is ranked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from detente.schema.mention import Mention


@dataclass(slots=True)
class Candidate:
    """A possible antecedent.

    Attributes:
        members: the mentions that it is made of; empty for "refers to no actor".
        features: by name; absent is 0.
    """

    members: tuple[Mention, ...]
    features: dict[str, float] = field(default_factory=dict)

    def codes(self) -> frozenset[str]:
        """What it stands for: codes with the organisation where there is one."""
        return frozenset(codes_of(self.members))


def codes_of(mentions: Sequence[Mention]) -> set[str]:
    """Actors of mentions: codes with the organisation where there is one."""
    return {actor.code + actor.organisation for mention in mentions for actor in mention.actors}


def flags(**values: bool) -> dict[str, float]:
    """Features that hold or do not: 1 or 0 by name, in the order given."""
    return {name: float(value) for name, value in values.items()}
