"""Patterns of the lexicon on the tokens of a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from detente.extract.view import SentenceView
from detente.lexicon.triggers import CLOSED, Operator, Trigger, TriggerLexicon
from detente.lexicon.words import BE, COORDINATORS, DETERMINERS, MONTH_WORDS, PREPOSITIONS, SUBORDINATORS

_LINKING = frozenset("get grow become remain stay turn seem appear feel keep stand".split())
_MAX_GAP = 3
_NOT_NOUNS = PREPOSITIONS | {"to", "that", "out", "off", "up", "down", "back", "away", "responsible", "closer"}


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern found at tokens [start, end); `head` is the token of its first word; `inner` its other words."""

    pattern: Trigger | Operator
    start: int
    end: int
    inner: tuple[int, ...]

    @property
    def is_operator(self) -> bool:
        """Whether the pattern is an operator."""
        return isinstance(self.pattern, Operator)


def find_matches(view: SentenceView, lexicon: TriggerLexicon) -> tuple[list[Match], list[Match]]:
    """Trigger matches and operator matches of a sentence, each in order; longer patterns win where they overlap."""
    triggers: list[Match] = []
    operators: list[Match] = []
    for i in range(len(view.tokens)):
        if view.tokens[i].text[:1].isupper() and view.word(i) in MONTH_WORDS:
            continue
        owner = view.owner[i]
        if owner is not None and owner.usage != "attribute" and not _role_word(view, i):
            continue
        seen: set[int] = set()
        for lemma in view.lemmas[i]:
            for pattern in lexicon.by_first.get(lemma, ()):
                if id(pattern) in seen:
                    continue
                seen.add(id(pattern))
                match = _match(view, i, pattern)
                if match is not None:
                    (operators if match.is_operator else triggers).append(match)
    return _longest(triggers), _longest(operators)


def _role_word(view: SentenceView, i: int) -> bool:
    """A noun trigger inside an unresolved mention ('protesters', 'Camp David Summit') may still be one."""
    owner = view.owner[i]
    return owner is not None and not owner.actors and owner.parts[0].kind == "person"


def _match(view: SentenceView, i: int, pattern: Trigger | Operator) -> Match | None:
    is_verb, pos = view.verbs[i], pattern.pos
    if pos == "v" and not is_verb and CLOSED.isdisjoint(pattern.words[0] or ()):  # "be ready to", "not recognise"
        return None
    if pos == "n" and (is_verb or not (view.is_noun_position(i) or view.words[i].endswith("ing"))):
        return None
    if pattern.pos == "a" and not _is_predicate(view, i):
        return None
    position, inner = i + 1, [i]
    gap = False
    for place in pattern.words[1:]:
        if place is None:
            gap = True
            continue
        found = _find(view, position, place, _MAX_GAP if gap else 0, pattern.pos == "v" and not gap)
        if found is None:
            return _inverted(view, i, pattern)
        inner.append(found)
        position, gap = found + 1, False
    return Match(pattern, i, position, tuple(inner))


def _is_predicate(view: SentenceView, i: int) -> bool:
    """'is hostile', 'grew closer', 'was allied': an adjective after a linking verb."""
    for j in range(i - 1, max(-1, i - 5), -1):
        if view.word(j) in BE or _LINKING.intersection(view.lemmas[j]):
            return True
        if view.owner[j] is not None or view.word(j) in (",", "that"):
            return False
    return False


def _inverted(view: SentenceView, verb: int, pattern: Trigger | Operator) -> Match | None:
    """'relations were restored' for 'restore * relation': the noun stands before a passive verb."""
    places = [place for place in pattern.words[1:] if place is not None]
    if (
        pattern.pos != "v"
        or len(places) != 1
        or isinstance(pattern, Operator)
        or places[0] & _NOT_NOUNS
        or not view.is_passive(verb)
    ):
        return None
    for j in range(view.group_start(verb) - 1, max(-1, verb - 9), -1):
        if view.is_stop(j) or view.word(j) in SUBORDINATORS or view.is_verb(j):
            return None
        if places[0].intersection(view.lemmas[j]) and view.owner[j] is None:
            return Match(pattern, verb, verb + 1, (j, verb))
    return None


def _find(view: SentenceView, position: int, place: frozenset[str], reach: int, loose: bool) -> int | None:
    """First token from `position` on, at most `reach` later, whose lemma is in `place`; mentions count as one token."""
    steps = 0
    j = position
    words, n = view.words, len(view.tokens)
    while j < n and steps <= reach:
        if not place.isdisjoint(view.lemmas[j]) and _free(view, j):
            return j
        word = words[j]
        if loose and steps == 0 and word in DETERMINERS:
            j += 1  # "lift the sanctions": the article is no gap
            loose = False
            continue
        if (
            word in SUBORDINATORS
            or word in (";", ":", ".")
            or (word == "," and not _between_adjectives(view, j, steps))
            or (steps and view.verbs[j] and words[j - 1] not in COORDINATORS)
        ):
            return None
        owner = view.owner[j]
        whole = owner is not None and not any(part.kind == "role" for part in owner.parts)
        j = view.span(owner)[1] if owner is not None and whole else j + 1
        if view.word(j) == "-":  # "anti-submarine exercise": a compound is one step
            j += 2
        steps += 1
    return None


def _between_adjectives(view: SentenceView, comma: int, steps: int) -> bool:
    """'a long-festering, historical dispute': a comma inside one noun phrase."""
    after = comma + 1
    return (
        bool(steps)
        and after < len(view.tokens)
        and view.owner[after] is None
        and view.owner[comma - 1] is None
        and view.word(after).isalpha()
        and view.word(after) not in DETERMINERS | COORDINATORS | PREPOSITIONS
        and not view.is_verb(after)
    )


def _free(view: SentenceView, j: int) -> bool:
    """Whether a word is no part of a name: 'warships' may be, 'Chinese' in 'Chinese warships' may not."""
    owner = view.owner[j]
    if owner is None or not owner.actors:
        return True
    at = view.tokens[j].char_start
    return any(part.kind == "role" and part.char_start <= at < part.char_end for part in owner.parts)


def _longest(matches: list[Match]) -> list[Match]:
    """Drops a match whose every word lies inside another, longer one; of equals the first in the lexicon stays."""
    kept: list[Match] = []
    for match in sorted(matches, key=lambda m: (-len(m.inner), m.start, m.pattern.pos == "a")):
        words = set(match.inner)
        if match.pattern.pos == "n" and any(
            other.pattern.pos == "v"
            and (words & set(other.inner) or (other.start <= match.start and match.end <= other.end))
            for other in kept
        ):
            continue  # "severed diplomatic relations": the noun belongs to the verb
        if any(
            words <= set(other.inner)
            or (other.start <= match.start and match.end <= other.end and match.pattern.pos == other.pattern.pos)
            for other in kept
        ):
            continue
        kept.append(match)
    return sorted(kept, key=lambda m: (m.start, m.end))
