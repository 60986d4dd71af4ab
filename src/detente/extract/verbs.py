"""Verb and adjective triggers: who does it to whom, active and passive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from detente.extract.act import Act, codes_of
from detente.extract.arguments import Argument, after_preposition, object_of, owner_of, subject
from detente.extract.flags import verb_flags
from detente.extract.match import Match
from detente.extract.territory import territory
from detente.extract.view import SentenceView
from detente.lexicon.triggers import Trigger
from detente.lexicon.words import BE


def verb_act(view: SentenceView, match: Match, trigger: Trigger) -> Act:
    """The act of a verb or predicate adjective."""
    verb = match.start
    end = match.end
    flags = verb_flags(view, verb)
    if "no" in view.words[verb:end]:  # "imposed no sanctions"
        flags = replace(flags, negated=not flags.negated)
    if trigger.pos == "a" and "subj" in trigger.to:
        actor, recipient = _first(view, end, trigger.come_from), subject(view, verb) or _copula_subject(view, verb)
        return Act(trigger, trigger.event_type, trigger.mode, actor, recipient, flags, match.start, end,
                   f"'{trigger.text}' as predicate", True, verb)  # fmt: skip
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
        elif trigger.symmetric and recipient is None and actor is not None and len(codes_of(actor)) > 1:
            recipient = actor
    if recipient is None or not any(mention.actors for mention in recipient.mentions):
        recipient = _owner_of_object(view, match, trigger) or territory(view, end, trigger) or recipient
    return Act(trigger, trigger.event_type, trigger.mode, actor, recipient, flags, match.start, end,
               f"'{trigger.text}', {how}", True, verb)  # fmt: skip


def _owner_of_object(view: SentenceView, match: Match, trigger: Trigger) -> Argument | None:
    """'handed over four Djiboutian prisoners', 'lifted tariffs on'/'Australian tariffs': whose the object is."""
    if len(match.inner) < 2 or trigger.symmetric or not {"obj", "of", "from"} & set(trigger.to):
        return None
    noun = match.inner[-1]
    if noun < len(view.owner) and view.owner[noun] is not None:
        owner = view.owner[noun]
        return Argument((owner,), 0.75, "owner of the object") if owner is not None and owner.actors else None
    found = owner_of(view, noun)
    return Argument(found.mentions, 0.75, "owner of the object") if found is not None else None


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
    """The first place that holds a resolved actor, else the first that holds anyone."""
    anyone: Argument | None = None
    for slot in slots:
        found = object_of(view, end) if slot == "obj" else after_preposition(view, end - 1, (slot,))
        if found is not None and any(mention.actors for mention in found.mentions):
            return found
        anyone = anyone or found
    return anyone
