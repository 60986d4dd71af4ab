"""Who does an act to whom: arguments of a trigger, changed by the operators over it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from detente.extract.act import Act, class_of, codes_of
from detente.extract.arguments import Argument, after_preposition, object_of, owner_of, subject
from detente.extract.compose import Composed, compose, planned
from detente.extract.flags import Flags, merge_flags, noun_flags, verb_flags
from detente.extract.match import Match
from detente.extract.nouns import governing_verb, noun_act, passive_after
from detente.extract.verbs import verb_act
from detente.extract.view import SentenceView
from detente.lexicon.triggers import Operator, Trigger
from detente.lexicon.words import PREPOSITIONS

# Told with 'will', these are promises: AGREE, or CONCEDE with the flag future.
_PROMISED = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})

_EXHORTING = frozenset({"must", "should", "ought"})


def read_act(view: SentenceView, match: Match, operators: Sequence[Match], every: Sequence[Match]) -> Act | str:
    """The act of a trigger under its operators (innermost first), or the reason why there is none.

    Args:
        every: all operators of the sentence; one may follow its noun ("the sanctions were lifted").
    """
    trigger = match.pattern
    assert isinstance(trigger, Trigger)
    if trigger.pos == "v" and _EXHORTING & set(view.auxiliaries(match.start)):
        return "an exhortation, not an act"
    act = (
        verb_act(view, match, trigger)
        if trigger.pos in ("v", "a")
        else noun_act(view, match, trigger, operators, every)
    )
    passive = passive_after(view, match.end, every) if trigger.pos == "n" else None
    if passive is not None and class_of(passive) in ("stop", "lift", "refuse", "plan", "promise", "want"):
        operators = [*operators, passive]
    return _governed(view, act, operators)


def _governed(view: SentenceView, act: Act, operators: Sequence[Match]) -> Act | str:
    for match in operators:
        operator = match.pattern
        assert isinstance(operator, Operator)
        name = operator.operator_class
        if name in ("say", "report", "permit"):
            continue
        if name == "accuse":
            accused = _operator_object(view, match) or object_of(view, match.start + 1)
            if accused is None and act.trigger.pos == "v":
                return "who is accused of it is not resolved"
            if act.trigger.pos == "v" and accused is not None:
                act = replace(act, actor=accused, claimed_by=subject(view, match.start) or act.claimed_by)
            continue
        if name in ("perform", "resume"):
            if act.trigger.pos == "v" and operator.pos == "v":
                act = replace(act, actor=subject(view, match.start) or act.actor)
            continue
        composed = compose(name, act.event_type, act.mode)
        if composed is None:
            return f"'{view.text(match.start, match.end)}' before '{act.trigger.text}' makes no event"
        act = _composed(view, act, match, operator, composed)
    if act.flags.will and act.event_type in _PROMISED and not act.flags.negated and act.trigger.kind != "condition":
        composed = planned(act.event_type, act.mode)
        act = replace(act, event_type=composed.event_type, mode=composed.mode, rule=f"{act.rule}; {composed.rule}",
                      flags=replace(act.flags, future=composed.future))  # fmt: skip
    return act


def _composed(view: SentenceView, act: Act, match: Match, operator: Operator, composed: Composed) -> Act:
    over = verb_flags(view, match.start) if operator.pos == "v" else noun_flags(view, match.start)
    passive = operator.pos == "v" and view.is_passive(match.start) and "be" not in operator.text.split()
    doer = _operator_actor(view, match, operator, passive)
    recipient = act.recipient
    if composed.recipient == "operator":
        asked = _operator_object(view, match) if not passive else subject(view, match.start)
        recipient = asked or act.recipient or (act.actor if act.trigger.pos == "n" else None)
    elif composed.recipient == "actor":
        recipient = act.actor if act.trigger.pos == "n" or act.claimed_by else None
    elif recipient is None and act.trigger.pos == "n" and act.actor is not None and doer is not None and \
            codes_of(doer) != codes_of(act.actor):  # fmt: skip
        recipient = act.actor  # "accepted China's offer", "rejected talks with"
    flags = Flags(
        over.negated or composed.negated,
        over.hypothetical or composed.hypothetical,
        composed.future or (over.future and composed.event_type not in ("AGREE", "THREATEN")),
        over.will,
    )
    if operator.operator_class in ("plan", "believe", "want", "deny", "fail"):
        flags = (
            merge_flags(flags, replace(act.flags, will=False, future=False))
            if composed.event_type == act.event_type
            else flags
        )
        doer = doer if operator.operator_class != "believe" else act.actor
    near = act.start - match.end <= 4
    if composed.event_type == "CONCEDE" and act.trigger.symmetric and act.trigger.pos == "n":
        composed = replace(composed, event_type="SUPPORT", rule="eased quarrels of both sides are SUPPORT")
    return replace(
        act, event_type=composed.event_type, mode=composed.mode, actor=doer or act.actor, recipient=recipient,
        flags=flags, start=match.start if near else act.start, rule=f"{act.rule}; {composed.rule}", performed=True,
    )  # fmt: skip


def _operator_actor(view: SentenceView, match: Match, operator: Operator, passive: bool) -> Argument | None:
    if operator.pos == "n":
        owner = owner_of(view, match.start)
        verb = governing_verb(view, match.start)
        return (
            owner
            or after_preposition(view, match.end, ("by", "from"), 6)
            or (subject(view, verb) if verb is not None else None)
        )
    if passive:
        return after_preposition(view, match.end, ("by",), 8)
    return subject(view, match.start)


def _operator_object(view: SentenceView, match: Match) -> Argument | None:
    """Object inside or after the operator: 'urged China to', 'call on Russia to', 'accused Iran of'."""
    found = object_of(view, match.start + 1, possessed=False)
    if found is not None:
        return found
    for j in range(match.start + 1, min(match.end + 1, len(view.tokens))):
        if view.word(j) in PREPOSITIONS or view.word(j) == "to":
            return after_preposition(view, j, (view.word(j),), 4)
    return None
