"""Which operators govern an act: the verb or noun before it, through objects, infinitives and lists."""

from __future__ import annotations

from collections.abc import Sequence

from detente.extract.match import Match
from detente.extract.view import SentenceView
from detente.lexicon.triggers import Operator
from detente.lexicon.words import COORDINATORS, DETERMINERS, PREPOSITIONS, SUBORDINATORS

_REACH = 8
# 'limit X by drawing closer to Y': what follows says how or when, it is not the complement.
_ADVERBIAL = frozenset({"by", "after", "before", "without", "since", "until", "despite", "upon"})
_THAT_REACH = 14


def governors(view: SentenceView, act: Match, operators: Sequence[Match]) -> list[Match]:
    """Operators over an act, innermost first; at most two ("refused to lift", "was asked to agree to")."""
    found: list[Match] = []
    start = act.start
    while len(found) < 2:
        operator = _governor(view, start, act, operators, found)
        if operator is None and view.is_verb(start):
            listed = _listed_before(view, start)
            operator = _governor(view, listed, act, operators, found) if listed is not None else None
        if operator is None:
            break
        found.append(operator)
        start = operator.start
    return found


def _governor(view: SentenceView, start: int, act: Match, operators: Sequence[Match], found: Sequence[Match]
              ) -> Match | None:  # fmt: skip
    best: Match | None = None
    for operator in operators:
        if operator in found or operator.end > start or (operator.start >= act.start and operator.end <= act.end):
            continue
        if _reaches(view, operator, start, noun=start == act.start and act.pattern.pos == "n") and (
            best is None or operator.start > best.start or (operator.start == best.start and operator.end > best.end)
        ):
            best = operator
    return best


def _reaches(view: SentenceView, operator: Match, start: int, noun: bool) -> bool:
    """Whether nothing but an object, a subject after 'that' or modifiers stands between operator and act."""
    assert isinstance(operator.pattern, Operator)
    gap = range(operator.end, start)
    last = view.word(operator.end - 1)
    clausal = last == "that" or operator.pattern.operator_class in ("say", "believe", "report")
    if len(gap) > (_THAT_REACH if clausal else _REACH):
        return False
    for j in gap:
        word = view.word(j)
        if view.is_stop(j) or (word in SUBORDINATORS and word not in ("that", "as", "so", "since")):
            return False
        if view.is_verb(j) and not clausal:
            return False
        if view.is_verb(j) and clausal and view.owner[j] is None and not _auxiliary_like(view, j, start):
            return False
        if word == "," and not clausal and not (noun and view.owner[j + 1] is None and j > operator.end):
            return False
        if word in COORDINATORS and view.owner[j - 1] is None and not clausal and not noun:
            return False
    if noun:
        crossed = sum(view.word(j) in PREPOSITIONS for j in gap)
        if operator.pattern.operator_class in ("perform", "resume") and any(
            view.word(j) in PREPOSITIONS - {"of", "in", "for"} for j in gap
        ):
            return False
        return clausal is False and crossed <= (1 if last not in PREPOSITIONS | {"to"} else 0)
    before = view.word(view.group_start(start) - 1) if view.group_start(start) > operator.end else last
    to = "to" in view.words[view.group_start(start) : start] or last == "to"
    governed = before in PREPOSITIONS - _ADVERBIAL or operator.end == view.group_start(start)
    gerund = view.word(start).endswith("ing") and governed
    return to or gerund or clausal or view.group_start(start) <= operator.end


def _auxiliary_like(view: SentenceView, j: int, start: int) -> bool:
    return view.word(j) in ("help", "continue", "begin", "start") and start - j <= 3


def _listed_before(view: SentenceView, verb: int) -> int | None:
    """For 'agreed to hold summits, intensify efforts and create a channel': the infinitive that heads the list."""
    if view.word(verb).endswith("ing") and view.word(verb - 1) in PREPOSITIONS and view.word(verb - 2) in COORDINATORS:
        same = view.word(verb - 1)  # "accused it of banning X and of siding with Y"
        return next((j for j in range(verb - 3, 0, -1) if view.is_verb(j) and view.word(j).endswith("ing")
                     and view.word(j - 1) == same), None)  # fmt: skip
    before = view.group_start(verb) - 1
    while before >= 0 and (view.word(before) in DETERMINERS or view.word(before).endswith("ly")):
        before -= 1
    if view.word(before) not in COORDINATORS | {","} or view.word(verb).endswith(("ed", "ing", "s")):
        return None
    for j in range(before - 1, -1, -1):
        if view.is_stop(j) or view.word(j) in SUBORDINATORS:
            return None
        if view.is_verb(j) and "to" in view.words[view.group_start(j) : j]:
            return j
    return None
