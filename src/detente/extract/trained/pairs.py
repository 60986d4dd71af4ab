"""Pairs of mentions to pairs of actors: who stands for whom on either side of an act."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from detente.encode.packing import Span
from detente.extract.parties import Party, within
from detente.schema.event import Event
from detente.schema.mention import Mention

Codes = tuple[str, str]  # of actor and recipient with their organisations; "" for no recipient


def parties_of(one: Mention, two: Mention | None) -> Iterator[tuple[Party, Party | None]]:
    """Ordered pairs of single actors; of a group alone its members with each other."""
    actors = _members(one)
    if two is not None:
        yield from ((a, b) for a in actors for b in _members(two) if not within(a, b))
    elif len(actors) > 1:
        yield from ((a, b) for a, b in permutations(actors, 2) if not within(a, b))
    else:
        yield actors[0], None


def pair_of(event: Event) -> Codes:
    """Who does it and to whom in an event."""
    return event.actor + event.actor_organisation, event.recipient + event.recipient_organisation


def codes_of(actor: Party, recipient: Party | None) -> Codes:
    """Who does it and to whom: codes with the organisation where there is one."""
    there = recipient[1] if recipient is not None else None
    return actor[1].code + actor[1].organisation, "" if there is None else there.code + there.organisation


def sides_of(actor: Party, recipient: Party | None) -> str:
    """Of two sides of one state their sectors, else ""."""
    if recipient is None or recipient[1].code != actor[1].code:
        return ""
    return f"{actor[1].sector}>{recipient[1].sector}"


def _members(mention: Mention) -> list[Party]:
    return [
        (mention, actor, mention.antecedents[number] if number < len(mention.antecedents) else None)
        for number, actor in enumerate(mention.actors)
        if actor.code
    ]


def are_same(one: Mention, two: Mention) -> bool:
    """Whether every actor of one mention is the other's too, in the same capacity."""
    return all(within(a, b) for a in _members(one) for b in _members(two))


def span_in(mention: Mention, offset: int) -> Span:
    """Characters of a mention in a sentence that begins at `offset`."""
    return mention.char_start - offset, mention.char_end - offset
