"""Who does an act to whom: arguments of a trigger, changed by the operators over it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from detente.extract.arguments import Argument, after_preposition, coordinated, object_of, owner_of, subject
from detente.extract.compose import compose, planned
from detente.extract.flags import Flags, noun_flags, verb_flags
from detente.extract.match import Match
from detente.extract.view import SentenceView
from detente.lexicon.triggers import Operator, Trigger
from detente.lexicon.words import AUXILIARIES, BE, PREPOSITIONS, SUBORDINATORS
from detente.schema.mention import Mention

_PASSIVE_CLASSES = frozenset({"perform", "resume", "stop", "lift", "refuse", "plan", "promise", "want"})


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


def read_act(view: SentenceView, match: Match, operators: Sequence[Match], every: Sequence[Match]) -> Act | str:
    """The act of a trigger under its operators (innermost first), or the reason why there is none.

    Args:
        every: all operators of the sentence; one may follow its noun ("the sanctions were lifted").
    """
    trigger = match.pattern
    assert isinstance(trigger, Trigger)
    act = (
        _verb_act(view, match, trigger)
        if trigger.pos in ("v", "a")
        else _noun_act(view, match, trigger, operators, every)
    )
    passive = _passive_after(view, match.end, every) if trigger.pos == "n" else None
    if passive is not None and _class(passive) in ("stop", "lift", "refuse", "plan", "promise", "want"):
        operators = [*operators, passive]
    return _governed(view, act, operators)


# verbs


def _verb_act(view: SentenceView, match: Match, trigger: Trigger) -> Act:
    verb = match.start
    end = match.end
    flags = verb_flags(view, verb)
    if trigger.pos == "a":
        actor = subject(view, verb) or _copula_subject(view, verb)
        recipient = _first(view, end, trigger.to)
        return Act(trigger, trigger.event_type, trigger.mode, actor, recipient, flags, match.start, end,
                   f"'{trigger.text}' as predicate", True, verb)  # fmt: skip
    inverted = min(match.inner) < verb
    if inverted:
        noun = min(match.inner)
        actor = after_preposition(view, verb + 1, ("by",), 10)
        slots = tuple(s for s in trigger.to if s not in ("obj", "subj"))
        owner = owner_of(view, noun)
        recipient = after_preposition(view, noun, slots, 8) if slots else None
        if trigger.symmetric:
            parties = owner or after_preposition(view, noun, ("between", "among"), 8)
            actor, recipient = actor or parties, recipient or parties
        how = "passive, noun first"
    elif trigger.symmetric and view.is_passive(verb) and trigger.event_type in ("CONSULT", "COOPERATE", "AGREE"):
        actor, recipient, how = None, None, "passive of a shared act"  # "would be met with force"
    elif view.is_passive(verb) and "subj" not in trigger.to:
        actor = after_preposition(view, end, ("by",), 10)
        by_object = not trigger.to or "obj" in trigger.to
        recipient = _passive_subject(view, verb) if by_object and len(match.inner) == 1 else None
        if recipient is None:
            recipient = after_preposition(
                view, end, tuple(s for s in trigger.to if s not in ("obj", "subj")) or ("none",)
            )
        how = "passive"
    else:
        actor = subject(view, verb)
        inside = object_of(view, verb + 1) if "obj" in trigger.to[:1] and len(match.inner) > 1 else None
        recipient, how = inside or _first(view, end, trigger.to), "active"
        if "subj" in trigger.to:
            recipient = actor
            actor = _first(view, end, trigger.come_from)
        elif trigger.symmetric and recipient is None and actor is not None and len(_codes(actor)) > 1:
            recipient = actor
    recipient = recipient or _territory(view, end, trigger)
    return Act(trigger, trigger.event_type, trigger.mode, actor, recipient, flags, match.start, end,
               f"'{trigger.text}', {how}", True, verb)  # fmt: skip


def _passive_subject(view: SentenceView, verb: int) -> Argument | None:
    start = view.group_start(verb)
    if start == verb:  # reduced relative: "ships attacked by"
        owner = view.owner[verb - 1] if verb else None
        return (
            Argument((owner,), 0.8, "before the participle")
            if owner is not None and owner.usage != "attribute"
            else None
        )
    return subject(view, verb)


def _copula_subject(view: SentenceView, position: int) -> Argument | None:
    for j in range(position - 1, max(-1, position - 5), -1):
        if view.word(j) in BE or {"get", "grow", "become", "remain", "stay", "turn", "seem"} & set(view.lemmas[j]):
            return subject(view, j)
    return None


def _first(view: SentenceView, end: int, slots: Sequence[str]) -> Argument | None:
    for slot in slots:
        found = object_of(view, end) if slot == "obj" else after_preposition(view, end - 1, (slot,))
        if found is not None:
            return found
    return None


# nouns


def _noun_act(
    view: SentenceView, match: Match, trigger: Trigger, operators: Sequence[Match], all_operators: Sequence[Match]
) -> Act:
    actor, recipient = _noun_arguments(view, match, trigger)
    flags = noun_flags(view, match.start)
    verb = _governing_verb(view, match.start)
    passive = _passive_after(view, match.end, all_operators)
    relative = _bare_relative(view, match.end)
    performed = any(_class(o) in ("perform", "resume") for o in operators)
    to = tuple(slot for slot in trigger.to if slot not in ("obj", "subj"))
    if passive is not None:
        by = after_preposition(view, passive.end, ("by",), 10)
        onto = after_preposition(view, passive.end, tuple(s for s in (*to, "on", "against") if s != "by"), 8)
        actor, recipient = actor or by, recipient or (None if trigger.symmetric else onto)
        flags = _merge(flags, verb_flags(view, passive.start))
        verb, performed = passive.start, True
    elif relative is not None:  # "the exercises it holds around Taiwan"
        actor, verb, performed = (
            Argument(coordinated(view, relative[0]), 0.85, "subject of the relative"),
            relative[1],
            True,
        )
        recipient = recipient or after_preposition(view, verb + 1, to, 8)
    elif verb is not None and (
        performed or (_takes_subject(trigger, actor, recipient) and _is_object_of(view, verb, match.start))
    ):
        doer = subject(view, verb)
        if not performed and doer is not None and recipient is None and len(_codes(doer)) < 2:
            doer = None
        if doer is not None and (actor is None or (trigger.symmetric and recipient is None)):
            recipient = recipient or (actor if trigger.symmetric else None)
            actor = doer
        flags = _merge(flags, verb_flags(view, verb)) if performed or doer is not None else flags
        performed = performed or doer is not None
    if actor is None:
        actor = _owner_of_list(view, match.start)
        performed = performed or actor is not None
    if trigger.event_type == "CONSULT" and actor is None and recipient is None:
        actor = _meeting_of(view, match.start, match.end)
        performed = performed or actor is not None
    if trigger.event_type == "THREATEN" and actor is not None and recipient is None:
        recipient = _threatened(view, match.start)
    recipient = recipient or _territory(view, match.end, trigger)
    if trigger.symmetric and recipient is None and actor is not None and len(_codes(actor)) > 1:
        recipient = actor
    return Act(trigger, trigger.event_type, trigger.mode, actor, recipient, flags, match.start, match.end,
               f"noun '{trigger.text}'", performed, verb)  # fmt: skip


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
    return found if found is not None and len(_codes(found)) > 1 else None


_DURING = frozenset({"during", "at", "in", "after", "following"})


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


_CAUSES = frozenset("wake face because amid against about counter over despite under due".split())


def _territory(view: SentenceView, end: int, trigger: Trigger) -> Argument | None:
    """Force on or near a territory has its state as recipient: "fighting in Ukraine", "patrols off Taiwan"."""
    if trigger.event_type not in ("ASSAULT", "MOBILIZE", "COERCE") or "subj" in trigger.to:
        return None
    return after_preposition(
        view, end, ("in", "into", "around", "near", "off", "over", "inside", "on", "towards", "toward"), 6
    )


_LANDING = frozenset({"land", "fall", "splash", "crash", "fly", "pass", "hit", "come"})


def _takes_subject(trigger: Trigger, actor: Argument | None, recipient: Argument | None) -> bool:
    """'X outlined an alliance with Y', 'the two show signs of convergence': a shared act without an owner."""
    return trigger.symmetric and actor is None


def _is_object_of(view: SentenceView, verb: int, noun: int) -> bool:
    """Whether nothing but 'of' or 'for' stands between an active verb and its noun."""
    between = set(view.words[verb + 1 : noun])
    return not view.is_passive(verb) and not between & (PREPOSITIONS - {"of", "for"}) and "to" not in between


def _noun_arguments(view: SentenceView, match: Match, trigger: Trigger) -> tuple[Argument | None, Argument | None]:
    owner = owner_of(view, match.start)
    to = tuple(slot for slot in trigger.to if slot not in ("obj", "subj"))
    if trigger.symmetric:
        parties = after_preposition(view, match.end, ("between", "among"), 8)
        if parties is None:
            of = after_preposition(view, match.end, ("of",), 4)
            parties = of if of is not None and len(_codes(of)) > 1 else None
        partner = after_preposition(
            view, match.end, ("with", *[s for s in to if s not in ("between", "and", "of")]), 10
        )
        recipient = partner or parties
        if owner is not None and len(_codes(owner)) > 1:
            recipient = partner or owner
        return owner or parties, recipient
    recipient = after_preposition(view, match.end, to, 10) if to else None
    actor = owner or (after_preposition(view, match.end, trigger.come_from, 10) if trigger.come_from else None)
    if owner is not None and len(owner.mentions) == 2 and recipient is None and len(_codes(owner)) == 2:
        return replace(owner, mentions=owner.mentions[:1]), replace(owner, mentions=owner.mentions[1:])
    return actor, recipient


def _bare_relative(view: SentenceView, end: int) -> tuple[Mention, int] | None:
    """'exercises she carries out': subject and verb right after the noun."""
    owner = view.owner[end] if end < len(view.owner) else None
    if owner is None or owner.usage != "phrase":
        return None
    after = view.span(owner)[1]
    for j in range(after, min(after + 4, len(view.tokens))):
        if view.is_verb(j):
            return (owner, j) if "perform" in _classes_at(view, j) else None
        if view.word(j) not in AUXILIARIES and not view.word(j).endswith("ly"):
            return None
    return None


def _classes_at(view: SentenceView, j: int) -> set[str]:
    return {"perform"} if _PERFORMERS.intersection(view.lemmas[j]) else set()


_PERFORMERS = frozenset(
    "carry hold conduct launch make stage issue impose wage mount provide give send take run perform".split()
)


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


def _governing_verb(view: SentenceView, noun: int) -> int | None:
    for j in range(noun - 1, max(-1, noun - 9), -1):
        if view.is_stop(j) or view.word(j) in SUBORDINATORS - {"as", "so", "since"}:
            return None
        if view.is_verb(j):
            return j
    return None


def _passive_after(view: SentenceView, end: int, every: Sequence[Match]) -> Match | None:
    """'sanctions on Iran were imposed by': the operator of which the noun is the passive subject."""
    for j in range(end, min(end + 10, len(view.tokens))):
        if view.is_stop(j) or view.word(j) == "," or view.word(j) in SUBORDINATORS - {"as"}:
            return None
        if view.is_verb(j):
            at = [match for match in every if match.start == j and match.pattern.pos == "v"]
            named = [match for match in at if _class(match) in _PASSIVE_CLASSES]
            return named[0] if named and view.is_passive(j) else None
    return None


# operators


def _governed(view: SentenceView, act: Act, operators: Sequence[Match]) -> Act | str:
    for match in operators:
        operator = match.pattern
        assert isinstance(operator, Operator)
        name = operator.operator_class
        if name in ("say", "report", "permit"):
            continue
        if name == "accuse":
            accused = _operator_object(view, match)
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
    if (
        act.flags.will
        and act.event_type in ("CONSULT", "SUPPORT", "COOPERATE", "AID")
        and not act.flags.negated
        and act.trigger.kind != "condition"
    ):
        composed = planned(act.event_type, act.mode)
        act = replace(act, event_type=composed.event_type, mode=composed.mode, rule=f"{act.rule}; {composed.rule}",
                      flags=replace(act.flags, future=False))  # fmt: skip
    return act


def _composed(view: SentenceView, act: Act, match: Match, operator: Operator, composed) -> Act:
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
            _codes(doer) != _codes(act.actor):  # fmt: skip
        recipient = act.actor  # "accepted China's offer", "rejected talks with"
    flags = Flags(
        over.negated or composed.negated,
        over.hypothetical or composed.hypothetical,
        composed.future or (over.future and composed.event_type not in ("AGREE", "THREATEN")),
        over.will,
    )
    if operator.operator_class in ("plan", "believe", "want", "deny", "fail"):
        flags = (
            _merge(flags, replace(act.flags, will=False, future=False))
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
        verb = _governing_verb(view, match.start)
        return owner or after_preposition(view, match.end, ("by", "from"), 6) or (subject(view, verb) if verb else None)
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


def _merge(one: Flags, two: Flags) -> Flags:
    return Flags(one.negated != two.negated if one.negated and two.negated else one.negated or two.negated,
                 one.hypothetical or two.hypothetical, one.future or two.future, one.will or two.will)  # fmt: skip


def _codes(argument: Argument) -> set[str]:
    return {actor.code + actor.organisation for mention in argument.mentions for actor in mention.actors}


def _class(match: Match) -> str:
    return match.pattern.operator_class if isinstance(match.pattern, Operator) else ""
