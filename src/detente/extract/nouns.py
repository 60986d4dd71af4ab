"""Noun triggers: possessors, prepositions, and the verb that does or suffers them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from detente.extract.act import Act, class_of, codes_of
from detente.extract.arguments import Argument, after_preposition, coordinated, owner_of, subject
from detente.extract.flags import merge_flags, noun_flags, verb_flags
from detente.extract.match import Match
from detente.extract.territory import territory
from detente.extract.view import SentenceView
from detente.lexicon.triggers import Trigger
from detente.lexicon.words import AUXILIARIES, BE, PREPOSITIONS, SUBORDINATORS
from detente.schema.mention import Mention

_PASSIVE_CLASSES = frozenset({"perform", "resume", "stop", "lift", "refuse", "plan", "promise", "want"})


# 'enjoys friendly ties': a verb of having states a condition.
_STATIVE = frozenset("enjoy have maintain share keep face remain be want need value retain possess boast seek".split())
_DURING = frozenset({"during", "at", "in", "after", "following"})


_CAUSES = frozenset("wake face because amid against about counter over despite under due".split())


_PERFORMERS = frozenset(
    "carry hold conduct launch make stage issue impose wage mount provide give send take run perform".split()
)


def noun_act(
    view: SentenceView, match: Match, trigger: Trigger, operators: Sequence[Match], all_operators: Sequence[Match]
) -> Act:
    """The act of a noun trigger."""
    actor, recipient = _noun_arguments(view, match, trigger)
    flags = noun_flags(view, match.start)
    verb = governing_verb(view, match.start)
    passive = passive_after(view, match.end, all_operators)
    relative = _bare_relative(view, match.end)
    performed = any(class_of(o) in ("perform", "resume") for o in operators)
    to = tuple(slot for slot in trigger.to if slot not in ("obj", "subj"))
    if passive is not None:
        by = after_preposition(view, passive.end, ("by",), 10)
        onto = after_preposition(view, passive.end, tuple(s for s in (*to, "on", "against") if s != "by"), 8)
        actor, recipient = actor or by, recipient or (None if trigger.symmetric else onto)
        flags = merge_flags(flags, verb_flags(view, passive.start))
        verb, performed = passive.start, True
    elif relative is not None:  # "the exercises it holds around Taiwan"
        actor, verb, performed = (
            Argument(coordinated(view, relative[0]), 0.85, "subject of the relative"),
            relative[1],
            True,
        )
        recipient = recipient or after_preposition(view, verb + 1, to, 8)
    elif verb is not None and (
        performed or (trigger.symmetric and actor is None and _is_object_of(view, verb, match.start))
    ):
        doer = subject(view, verb)
        if not performed and doer is not None and recipient is None and len(codes_of(doer)) < 2:
            doer = None
        if doer is not None and (actor is None or (trigger.symmetric and recipient is None)):
            recipient = recipient or (actor if trigger.symmetric else None)
            actor = doer
        flags = merge_flags(flags, verb_flags(view, verb)) if performed or doer is not None else flags
        performed = performed or (doer is not None and not _STATIVE.intersection(view.lemmas[verb]))
    if actor is None:
        actor = _owner_of_list(view, match.start)
        performed = performed or actor is not None
    if trigger.event_type == "CONSULT" and actor is None and recipient is None:
        actor = _meeting_of(view, match.start, match.end)
        performed = performed or actor is not None
    if trigger.event_type == "THREATEN" and actor is not None and recipient is None:
        recipient = _threatened(view, match.start)
    recipient = recipient or territory(view, match.end, trigger)
    if trigger.symmetric and recipient is None and actor is not None and len(codes_of(actor)) > 1:
        recipient = actor
    return Act(trigger, trigger.event_type, trigger.mode, actor, recipient, flags, match.start, match.end,
               f"noun '{trigger.text}'", performed, verb)  # fmt: skip


def _noun_arguments(view: SentenceView, match: Match, trigger: Trigger) -> tuple[Argument | None, Argument | None]:
    owner = owner_of(view, match.start)
    to = tuple(slot for slot in trigger.to if slot not in ("obj", "subj"))
    if trigger.symmetric:
        parties = after_preposition(view, match.end, ("between", "among"), 8)
        if parties is None:
            of = after_preposition(view, match.end, ("of",), 4)
            parties = of if of is not None and len(codes_of(of)) > 1 else None
        partner = after_preposition(
            view, match.end, ("with", *[s for s in to if s not in ("between", "and", "of")]), 10
        )
        recipient = partner or parties
        if owner is not None and len(codes_of(owner)) > 1:
            recipient = partner or owner
        return owner or parties, recipient
    recipient = after_preposition(view, match.end, to, 10) if to else None
    actor = owner or (after_preposition(view, match.end, trigger.come_from, 10) if trigger.come_from else None)
    if owner is not None and len(owner.mentions) == 2 and recipient is None and len(codes_of(owner)) == 2:
        return replace(owner, mentions=owner.mentions[:1]), replace(owner, mentions=owner.mentions[1:])
    return actor, recipient


def _is_object_of(view: SentenceView, verb: int, noun: int) -> bool:
    """Whether nothing but 'of' or 'for' stands between an active verb and its noun."""
    between = set(view.words[verb + 1 : noun])
    return not view.is_passive(verb) and not between & (PREPOSITIONS - {"of", "for"}) and "to" not in between


def _meeting_of(view: SentenceView, start: int, end: int) -> Argument | None:
    """'During talks at X, A and B agreed': the subjects of the main clause held the talks."""
    opened = next((k for k in range(start - 1, max(-1, start - 5), -1) if view.word(k) in _DURING), None)
    if opened is None or opened > 2:
        return None
    comma = next((k for k in range(end, min(end + 12, len(view.tokens))) if view.word(k) == ","), None)
    if comma is None:
        return None
    verb = next((k for k in range(comma + 1, min(comma + 25, len(view.tokens))) if view.is_verb(k)), None)
    found = subject(view, verb) if verb is not None else None
    return found if found is not None and len(codes_of(found)) > 1 else None


def _threatened(view: SentenceView, noun: int) -> Argument | None:
    """'They act in the wake of threats from X', 'worried about X's threats': the subject is the one threatened."""
    cause = next(
        (k for k in range(noun - 1, max(-1, noun - 9), -1) if view.word(k) in _CAUSES or view.is_verb(k)), None
    )
    if cause is None or view.is_verb(cause):
        return None
    for j in range(cause - 1, max(-1, noun - 30), -1):
        if view.is_stop(j):
            return None
        if view.is_verb(j) or (view.word(j) in BE and view.word(j) != "being"):
            found = subject(view, j)
            return replace(found, confidence=found.confidence * 0.8) if found is not None else None
    return None


def _bare_relative(view: SentenceView, end: int) -> tuple[Mention, int] | None:
    """'exercises she carries out': subject and verb right after the noun."""
    owner = view.owner[end] if end < len(view.owner) else None
    if owner is None or owner.usage != "phrase":
        return None
    after = view.span(owner)[1]
    for j in range(after, min(after + 4, len(view.tokens))):
        if view.is_verb(j):
            return (owner, j) if _PERFORMERS.intersection(view.lemmas[j]) else None
        if view.word(j) not in AUXILIARIES and not view.word(j).endswith("ly"):
            return None
    return None


def _owner_of_list(view: SentenceView, noun: int) -> Argument | None:
    """'Xi's hostile stance, including threats against X and sanctions on Y': the owner of what is listed."""
    for j in range(noun - 1, 0, -1):
        if view.is_stop(j) or (view.is_verb(j) and view.word(j) not in ("including", "hosting")):
            return None
        if view.word(j) == "including" or (view.word(j) == "as" and view.word(j - 1) == "such"):
            for k in range(j - 1, max(-1, j - 10), -1):
                owner = view.owner[k]
                if owner is not None and owner.usage == "possessive":
                    return Argument(coordinated(view, owner), 0.75, "owner of the list")
            return None
    return None


def governing_verb(view: SentenceView, noun: int) -> int | None:
    """The verb of which the noun is part of the object, or None."""
    for j in range(noun - 1, max(-1, noun - 9), -1):
        if view.is_stop(j) or view.word(j) in SUBORDINATORS - {"as", "so", "since"}:
            return None
        if view.is_verb(j):
            return j
    return None


def passive_after(view: SentenceView, end: int, every: Sequence[Match]) -> Match | None:
    """'sanctions on Iran were imposed by': the operator of which the noun is the passive subject."""
    for j in range(end, min(end + 10, len(view.tokens))):
        if view.is_stop(j) or view.word(j) == "," or view.word(j) in SUBORDINATORS - {"as"}:
            return None
        if view.is_verb(j):
            at = [match for match in every if match.start == j and match.pattern.pos == "v"]
            named = [match for match in at if class_of(match) in _PASSIVE_CLASSES]
            return named[0] if named and view.is_passive(j) else None
    return None
