"""A trigger with its arguments, before it becomes events."""

from __future__ import annotations

from dataclasses import dataclass

from detente.extract.arguments import Argument
from detente.extract.flags import Flags
from detente.extract.match import Match
from detente.lexicon.triggers import Operator, Trigger


@dataclass(frozen=True, slots=True)
class Act:
    """A trigger with its arguments and what the operators made of it.

    Attributes:
        start, end: token span of operator and trigger together when adjacent, else of the trigger.
        claimed_by: object of an accusation ("accused Russia of attacking"): the accuser, else None.
        performed: whether a verb says that it was done (a noun without one states a condition).
    """

    trigger: Trigger
    event_type: str
    mode: str
    actor: Argument | None
    recipient: Argument | None
    flags: Flags
    start: int
    end: int
    rule: str
    performed: bool
    verb: int | None
    claimed_by: Argument | None = None


def codes_of(argument: Argument) -> set[str]:
    """Codes (with organisation ids) of everyone in an argument."""
    return {actor.code + actor.organisation for mention in argument.mentions for actor in mention.actors}


def class_of(match: Match) -> str:
    """Operator class of a match, "" for a trigger."""
    return match.pattern.operator_class if isinstance(match.pattern, Operator) else ""
