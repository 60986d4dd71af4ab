"""The four flags of an act from the words around its trigger: negated, hypothetical, future; historical from dates."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from detente.extract.view import SentenceView
from detente.lexicon.words import SUBORDINATORS

_NEGATIVE = frozenset("not n't never no neither nor without hardly cannot".split())
_CONDITIONAL = frozenset({"if", "unless", "whether", "should", "lest"})
_UNCERTAIN_MODALS = frozenset({"could", "may", "might", "can"})
_UNCERTAIN_WORDS = frozenset(
    "possible possibly potential potentially perhaps hypothetical likely unlikely alleged allegedly eventual feared".split()
)


@dataclass(frozen=True, slots=True)
class Flags:
    """Flags of an act; `will` marks a plain future that may turn a promise into AGREE."""

    negated: bool = False
    hypothetical: bool = False
    future: bool = False
    will: bool = False


def verb_flags(view: SentenceView, verb: int) -> Flags:
    """Flags of the verb at token `verb` from its verb group and its clause."""
    start = view.group_start(verb)
    group = view.words[start:verb]
    negated = (
        bool(set(group) & _NEGATIVE)
        or view.word(start - 1) in ("without", "nor", "neither", "never")
        or _negative_subject(view, start)
    )
    conditional = _in_conditional(view, start)
    would = "would" in group
    hypothetical = (
        bool(set(group) & _UNCERTAIN_MODALS)
        or conditional
        or bool(set(view.words[max(0, start - 2) : verb]) & (_UNCERTAIN_WORDS - {"likely"}))
        or (would and _conditional_sentence(view))
    )
    tail = view.words[verb + 1 :]
    if (
        "if" in tail
        and not hypothetical
        and not view.word(verb).endswith("ed")
        and not set(group) & {"was", "were", "had", "did"}
    ):
        hypothetical = True
    will = bool({"will", "shall", "'ll", "wo"} & set(group)) or (would and not hypothetical) or _is_to(group)
    return Flags(negated, hypothetical, will and not hypothetical and not negated, will)


def noun_flags(view: SentenceView, start: int) -> Flags:
    """Flags of a noun trigger from the few words before it: "possible attack", "no talks", "planned visit"."""
    before: list[str] = []
    j = start - 1
    while j >= 0 and len(before) < 4 and not view.is_verb(j) and not view.is_stop(j) and view.word(j) != ",":
        before.append(view.word(j))
        j -= 1
    negated = bool({"no", "without", "neither"} & set(before[:3]))
    hypothetical = bool(set(before) & _UNCERTAIN_WORDS) or _in_conditional(view, start)
    future = bool({"planned", "upcoming", "forthcoming", "scheduled", "next", "future", "impending"} & set(before))
    return Flags(negated, hypothetical, future, False)


def _is_to(group: list[str]) -> bool:
    return any(a in ("is", "are", "was", "were") and b == "to" for a, b in itertools.pairwise(group)) or (
        "set" in group or "due" in group
    )


def _negative_subject(view: SentenceView, start: int) -> bool:
    """'No country attacked', 'Neither side withdrew'."""
    j = start - 1
    steps = 0
    while j >= 0 and steps < 3 and view.word(j) not in (",", ";") and not view.is_verb(j):
        if view.word(j) in ("no", "neither", "nobody", "none"):
            return True
        j -= 1
        steps += 1
    return False


def _in_conditional(view: SentenceView, position: int) -> bool:
    """Whether the clause of the token is opened by 'if', 'unless' or 'whether'."""
    for j in range(position - 1, -1, -1):
        word = view.word(j)
        if word in _CONDITIONAL and not (word == "should" and j > 0 and view.word(j - 1) not in ("", ",")):
            return True
        if view.is_stop(j) or (word in SUBORDINATORS and word not in ("that", "as", "since", "so", "who", "which")):
            return False
        if word == "," and any(view.is_verb(k) for k in range(j + 1, position)):
            return False
        if word == "," and any(view.word(k) in _CONDITIONAL for k in range(j)):
            return False
    return False


def _conditional_sentence(view: SentenceView) -> bool:
    return bool({"if", "unless"} & set(view.words))


def merge_flags(one: Flags, two: Flags) -> Flags:
    """Flags of an act from those of its noun and of its verb; two negations cancel out."""
    return Flags(one.negated != two.negated,
                 one.hypothetical or two.hypothetical, one.future or two.future, one.will or two.will)  # fmt: skip
