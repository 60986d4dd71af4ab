"""Who takes part in an act, as ordered pairs."""

from __future__ import annotations

from itertools import permutations

from detente.extract.act import Act
from detente.extract.arguments import Argument
from detente.schema.codebook import codebook
from detente.schema.mention import Actor, Mention

# Types that may stand without a recipient when the text names none.
ALONE = frozenset({"MOBILIZE", "PROTEST", "COERCE", "ASSAULT", "RETREAT"})


_MAX_PARTIES = 5


# Sectors in which the state itself may act, and those of which one cannot say.
_OF_STATE = frozenset(("", *"GOV MIL COP SPY LEG JUD PRE ELI PTY UNK".split()))

Party = tuple[Mention, Actor, tuple[int, int] | None]


def pairs_of(act: Act) -> list[tuple[Party, Party | None]]:
    """Ordered pairs (actor, recipient or None) of an act."""
    actors = parties_of(act.actor, doer=True)
    recipients = parties_of(act.recipient, doer=False)
    if not actors:
        return []
    symmetric = act.trigger.symmetric and act.event_type in ("CONSULT", "SUPPORT", "COOPERATE", "AGREE", "ASSAULT", "REJECT",
                                                             "CONCEDE", "RETREAT", "THREATEN", "ACCUSE")  # fmt: skip
    if symmetric and actors and recipients and _is_approach(act) and len({_key(one) for one in actors}) == 1:
        symmetric = False  # "Yoon works to improve relations with Japan": one side does it
    if act.event_type in ("THREATEN", "REJECT", "ACCUSE") and act.event_type != act.trigger.event_type:
        symmetric = False  # "A and B warned that it would be met with force": they do not threaten each other
    if symmetric:
        everyone = _distinct([*actors, *recipients])
        if not 2 <= len(everyone) <= _MAX_PARTIES:
            return []
        sides = {_key(one) for one in actors}, {_key(two) for two in recipients}
        together = not sides[0] - sides[1] or not sides[1]  # "the three held talks", against "A works with B and C"
        return [
            (one, two)
            for one, two in permutations(everyone, 2)
            if together or (_key(one) in sides[0]) != (_key(two) in sides[0])
        ]
    pairs: list[tuple[Party, Party | None]] = [
        (one, two) for one in actors for two in recipients if _key(one) != _key(two) and not within(one, two)
    ]
    if pairs or recipients:
        return pairs
    alone = act.trigger.optional and act.event_type in ALONE and not act.trigger.weak
    return [(one, None) for one in actors] if alone and act.actor and act.actor.confidence >= 0.6 else []


def _is_approach(act: Act) -> bool:
    """Mending relations is done by whoever is said to do it; treaties and talks take two."""
    words = set(act.trigger.text.replace("/", " ").split())
    return (
        act.trigger.pos == "v"
        and act.event_type in ("SUPPORT", "AGREE")
        and bool(words & _RELATIONS)
        and not words & {"sign", "conclude", "reach", "ratify", "agree"}
        and act.recipient is not act.actor
    )


_RELATIONS = frozenset({"relation", "relations", "tie", "ties", "relationship"})


def parties_of(argument: Argument | None, doer: bool) -> list[Party]:
    """Resolved actors of an argument, each once; a doer is never a mere place."""
    if argument is None:
        return []
    found: list[Party] = []
    for mention in argument.mentions:
        if mention.usage == "attribute" or (doer and mention.usage == "place"):
            continue
        for number, actor in enumerate(mention.actors):
            if actor.code:
                found.append((mention, actor, mention.antecedents[number] if mention.antecedents else None))
    return _distinct(found)


def _distinct(parties: list[Party]) -> list[Party]:
    seen: dict[tuple[str, str, str], Party] = {}
    for party in parties:
        seen.setdefault(_key(party), party)
    return list(seen.values())


def _key(party: Party) -> tuple[str, str, str]:
    actor = party[1]
    return (actor.code, actor.organisation, "") if actor.code not in codebook().nonstate_codes else \
        (actor.code, actor.organisation, actor.name)  # fmt: skip


def within(one: Party, two: Party) -> bool:
    """One state with itself, unless the sectors tell two sides of it apart; a state and its people are two."""
    a, b = one[1], two[1]
    if a.code != b.code or a.organisation != b.organisation:
        return False
    if a.sector and b.sector:
        return a.sector == b.sector
    return (a.sector or b.sector) in _OF_STATE
