"""Rulings of the codebook that need the whole act: own refusals and threats, joint exercises, carried recipients."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from detente.extract.act import Act
from detente.extract.arguments import Argument
from detente.extract.attribution import Speaker
from detente.extract.parties import Party, parties_of
from detente.schema.event import Event
from detente.schema.mention import Actor, Mention

_EXERCISES = frozenset({"exercise", "drill", "wargame", "manoeuvre", "maneuver", "patrol"})


def carried_recipient(act: Act, events: list[Event]) -> Act:
    """'While A opposes B's move, it would not take action': the recipient of the clause before, same actor."""
    if (
        act.recipient is not None
        or act.actor is None
        or act.event_type not in ("SANCTION", "COERCE", "THREATEN", "ACCUSE")
    ):
        return act
    codes = {actor.code for mention in act.actor.mentions for actor in mention.actors}
    against = [
        event
        for event in events
        if event.actor in codes and event.quad >= 3 and event.recipient and event.event_type != "REQUEST"
    ]
    if (act.trigger.pos == "n" and not act.performed) or not against:
        return act
    last = against[-1]
    mention = Mention(last.document_id, last.sentence_index, last.recipient_start or 0, last.recipient_end or 0,
                      last.recipient_text, "name", actors=(Actor(last.recipient, last.recipient_sector, last.recipient_name,
                                                                 last.recipient_organisation),))  # fmt: skip
    return replace(act, recipient=Argument((mention,), 0.65, "carried from the clause before"))


def plain_enough(act: Act, recipient: Party | None) -> bool:
    """A weak verb needs its recipient as a noun phrase: 'called Putin', not 'called China's claim a joke'."""
    if act.trigger.text in _PERSONAL and not any(_is_person(party) for party in parties_of(act.recipient, doer=False)):
        return False
    if not act.trigger.weak or act.trigger.pos != "v" or recipient is None or "obj" not in act.trigger.to:
        return True
    found_as_object = act.recipient is not None and act.recipient.how.startswith("object")
    return recipient[0].usage == "phrase" or not found_as_object


# "Biden called Putin", "Xi hosted Modi" against "Japan calls the islets Takeshima", "Djibouti hosts bases".
_PERSONAL = frozenset({"call", "phone", "ring/telephone", "host", "receive"})


def _is_person(party: Party) -> bool:
    mention, actor, _ = party
    if mention.usage == "possessive":
        return False  # "called Putin's plan a joke"
    return actor.sector in ("GOV", "ELI", "LEG", "MIL") or mention.kind in ("person", "he") or any(
        part.kind == "person" for part in mention.parts)  # fmt: skip


def is_crowd(act: Act) -> bool:
    """PROTEST is done by people: a state, its government or its army protests otherwise."""
    if act.event_type != "PROTEST" or act.actor is None:
        return True
    return not any(
        mention.kind in ("name", "capital", "seat", "abbreviation", "official")
        or any(actor.sector in ("GOV", "MIL", "JUD", "SPY", "COP") for actor in mention.actors)
        for mention in act.actor.mentions
    )


def condemned_doer(act: Act, noun_types: frozenset[str], earlier: Sequence[Event]) -> Act:
    """'Paris condemned the invasion': its recipient is the one who did it, told before in the document.

    Args:
        noun_types: event types that the object of the verb can stand for, empty where it is no act.
        earlier: events of the document before this sentence.
    """
    if act.recipient is not None or act.event_type != "ACCUSE" or act.trigger.pos != "v" or not noun_types:
        return act
    told = [
        event
        for event in earlier[-40:]
        if event.event_type in noun_types and event.modality in ("asserted", "historical")
    ]
    doers = {event.actor for event in told if event.event_group == told[-1].event_group} if told else set()
    if len(doers) != 1 or act.actor is None:
        return act
    last = told[-1]
    if last.actor in {actor.code for mention in act.actor.mentions for actor in mention.actors}:
        return act
    actor = Actor(last.actor, last.actor_sector, last.actor_name, last.actor_organisation)
    mention = Mention(last.document_id, last.sentence_index, last.actor_start, last.actor_end, last.actor_text, "name",
                      actors=(actor,))  # fmt: skip
    return replace(act, recipient=Argument((mention,), 0.75, "the doer of the act condemned"),
                   rule=f"{act.rule}; recipient is the doer of what is condemned")  # fmt: skip


def refusal_of_own(act: Act, speaker: Speaker) -> Act:
    """'Pyongyang said it would not give up its weapons': a refusal to yield is REJECT, asserted."""
    if not (act.flags.negated and act.flags.will) or act.event_type not in ("CONCEDE", "RETREAT") or act.actor is None:
        return act
    if speaker.code not in {actor.code for mention in act.actor.mentions for actor in mention.actors}:
        return act
    return replace(act, event_type="REJECT", mode="yield", flags=replace(act.flags, negated=False, hypothetical=False),
                   rule=f"{act.rule}; refused by its own actor is REJECT")  # fmt: skip


def joint_exercise(act: Act) -> Act:
    """An exercise or patrol that two states hold together, with no one named against whom, is COOPERATE."""
    if act.event_type != "MOBILIZE" or not _EXERCISES & set(act.trigger.text.replace("/", " ").split()):
        return act
    holders = {party[1].code for party in parties_of(act.actor, doer=True)}
    if len(holders) < 2 or {party[1].code for party in parties_of(act.recipient, doer=False)} - holders:
        return act
    trigger = replace(act.trigger, symmetric=True)
    return replace(act, trigger=trigger, event_type="COOPERATE", mode="", recipient=act.actor,
                   rule=f"{act.rule}; held together it is COOPERATE")  # fmt: skip


def threat_of_own(act: Act, speaker: Speaker) -> Act:
    """'Moscow said it would strike': a planned conflict told by its own actor is THREATEN."""
    if not act.flags.future or act.event_type not in ("SANCTION", "COERCE", "ASSAULT", "MOBILIZE") or act.actor is None:
        return act
    codes = {actor.code for mention in act.actor.mentions for actor in mention.actors}
    if speaker.code and speaker.code in codes:
        mode = "violence" if act.event_type in ("ASSAULT", "MOBILIZE") else "restrict"
        return replace(act, event_type="THREATEN", mode=mode, flags=replace(act.flags, future=False),
                       rule=f"{act.rule}; announced by its own actor is THREATEN")  # fmt: skip
    return act
