"""Patterns and network on the same words: which of the two is believed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from detente.extract.parties import Party
from detente.extract.trained.pairs import codes_of, pair_of
from detente.extract.trained.scoring import FLAGS, PairScores
from detente.extract.trained.told import MADE, Told
from detente.schema.codebook import codebook
from detente.schema.event import Event

# From these on the network's reading of the same words replaces a pattern's: probability of an event, of its type, of a
# flag; at most so much of a flag that does not hold.
SURE, SURE_TYPE, SURE_FLAG, NO_FLAG = 0.9, 0.97, 0.8, 0.2
# What is said: a noun for it belongs to who says it ("Peru's refusal"), while "Peru's invasion" may be done to Peru.
SAID = frozenset({"AGREE", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
# Types that actors of one list may do to each other.
TOGETHER = frozenset({"CONSULT", "COOPERATE", "AGREE", "SUPPORT"})


def reread(event: Event, scores: PairScores, offset: int, types: Sequence[str]) -> Event:
    """A pattern's event with the network's type and flags where the network is sure of others for the same words."""
    probability = 1 - scores.types[-1]
    rule = f"{event.rule}; network {probability:.2f}"
    start, end = (offset + at for at in scores.trigger)
    if not (start < event.char_end and event.char_start < end) or probability < SURE:
        return replace(event, rule=rule)
    k = int(scores.types[:-1].argmax())
    if types[k] != event.event_type and scores.types[k] >= SURE_TYPE:
        rule = f"{rule}; {types[k]} {scores.types[k]:.2f} over {event.event_type}"
        event = replace(event, event_type=types[k], mode="", quad=codebook().quad(types[k]),
                        scale=codebook().scale(types[k], ""),
                        kind="condition" if scores.condition > 0.5 else "act")  # fmt: skip
    flags = {name: getattr(event, name) for name in FLAGS}
    for name, p in zip(FLAGS, scores.flags, strict=True):
        held = flags[name]
        if not (held and p < NO_FLAG) and (held or p <= SURE_FLAG):
            continue
        if name == "historical" and event.date_basis not in ("none", "publication"):
            continue  # a date of the text's own decides
        if name == "future" and not held and event.event_type in MADE:
            continue
        flags[name] = not held
        rule = f"{rule}; {name} {p:.2f}"
    return replace(event, rule=rule, **flags)


def is_read(told: Told, one: Party, two: Party | None, offset: int, events: Sequence[Event]) -> bool:
    """Whether a pattern reads the same act of the pair: the same type, or the same words under another."""
    start, end = (offset + at for at in told.trigger)
    return any(
        pair_of(event) == codes_of(one, two)
        and (event.event_type == told.event_type or (start < event.char_end and event.char_start < end))
        for event in events
    )


def is_of_owner(told: Told, one: Party, two: Party | None, offset: int) -> bool:
    """Whether the words of an act follow its recipient as their owner: in "Chile's threat" it is Chile that threatens."""
    if two is None or two[0].usage != "possessive" or told.event_type not in SAID:
        return False
    start = offset + told.trigger[0]
    return one[0] is not two[0] and 2 <= start - two[0].char_end <= 3


def contradicts(told: Told, one: Party, two: Party | None, offset: int, events: Sequence[Event]) -> bool:
    """Whether a pattern reads the same words otherwise: the other way round, or done by another who is not listed with it."""
    start, end = (offset + at for at in told.trigger)
    actor, recipient = codes_of(one, two)
    listed = one[0].coordination > 0
    for event in events:
        if not (start < event.char_end and event.char_start < end):
            continue
        doer, there = pair_of(event)
        if (doer, there) == (recipient, actor) and told.event_type not in TOGETHER:
            return True
        if there == recipient and there and doer != actor and not listed:
            return True
    return False


def is_fuller(event: Event, other: Event) -> bool:
    """Whether an event tells to whom what another tells as done to nobody is done."""
    return (
        bool(event.recipient)
        and not other.recipient
        and (event.actor, event.event_type) == (other.actor, other.event_type)
        and event.char_start < other.char_end
        and other.char_start < event.char_end
    )
