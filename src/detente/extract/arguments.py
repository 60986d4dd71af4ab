"""Subjects, objects and prepositional arguments of verbs and nouns among the mentions of a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from detente.extract.view import SentenceView
from detente.lexicon.words import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)
from detente.schema.mention import Mention

_CLAUSE = SUBORDINATORS - {"as", "after", "before", "since", "despite", "considering", "until", "once", "so"}
_SUBJECT_STOPS = frozenset(
    "that because if when while although though unless whereas whether where how why what as after before since until once".split()
)
_CLAUSE_OPENERS = frozenset({"before", "after", "since", "until", "as", "than", "like", "despite"})
_POSSESSORS = frozenset({"of", "from", "by"})


@dataclass(frozen=True, slots=True)
class Argument:
    """Mentions that fill one place, with how sure that is and how it was found."""

    mentions: tuple[Mention, ...]
    confidence: float
    how: str


def coordinated(view: SentenceView, mention: Mention) -> tuple[Mention, ...]:
    """The list that a mention belongs to, or itself alone."""
    if not mention.coordination:
        return (mention,)
    return tuple(m for m in view.mentions if m.coordination == mention.coordination)


def subject(view: SentenceView, verb: int, depth: int = 0) -> Argument | None:
    """Subject of the verb at token `verb`, through relatives, participles, infinitives and shared subjects."""
    if depth > 4:
        return None
    start = view.group_start(verb)
    word, before = view.word(verb), view.word(start - 1)
    group = view.words[start:verb]
    if "to" in group or (word.endswith("ing") and not set(group) & AUXILIARIES):
        return _inherited(view, verb, start, depth)
    if before in COORDINATORS or (before == "," and _verb_between(view, start - 1)):
        shared = _shared(view, verb, start, depth)
        if shared is not None:
            return shared
    return _scan_left(view, start)


def _inherited(view: SentenceView, verb: int, start: int, depth: int) -> Argument | None:
    """Infinitives and participles take the subject of the verb that governs them."""
    for j in range(start - 1, -1, -1):
        if view.is_stop(j):
            return None
        owner = view.owner[j]
        if (view.is_verb(j) and not view.word(j).endswith("ing")) or view.word(j) in AUXILIARIES:
            found = subject(view, j, depth + 1) if view.is_verb(j) else _scan_left(view, view.group_start(j))
            return Argument(found.mentions, found.confidence * 0.9, f"{found.how}, shared") if found else None
        if (
            owner is not None
            and view.word(verb).endswith("ing")
            and owner.usage == "possessive"
            and view.span(owner)[1] >= start - 2
        ):
            return Argument(coordinated(view, owner), 0.8, "possessor of the act")
    return None


def _shared(view: SentenceView, verb: int, start: int, depth: int) -> Argument | None:
    for j in range(start - 2, -1, -1):
        if view.is_stop(j):
            return None
        if view.is_verb(j) and _same_form(view, j, verb):
            found = subject(view, j, depth + 1)
            return Argument(found.mentions, found.confidence * 0.95, f"{found.how}, shared") if found else None
    return None


def _same_form(view: SentenceView, first: int, second: int) -> bool:
    one, two = view.word(first), view.word(second)
    if two.endswith("ing") or one.endswith("ing"):
        return one.endswith("ing") == two.endswith("ing") or bool(set(view.auxiliaries(first)))
    return True


def _scan_left(view: SentenceView, start: int) -> Argument | None:
    j, crossed_noun, fallback = start - 1, False, None
    skipped_comma = False
    while j >= 0:
        word, owner = view.word(j), view.owner[j]
        if view.is_stop(j):
            break
        if owner is not None and word not in RELATIVES:
            begin, end = view.span(owner)
            preposition = _preposition_before(view, begin)
            if owner.usage in ("phrase", "place") or (owner.usage == "adjective" and not crossed_noun and end == start):
                listed = coordinated(view, owner)
                begin = min(view.span(m)[0] for m in listed)
                preposition = _preposition_before(view, begin)
                if preposition in _CLAUSE_OPENERS and end == start:
                    preposition = ""  # "before President Park decided": a clause, not a phrase
                if not preposition and fallback is not None and not any(m.actors for m in listed):
                    return fallback  # "commandos from X": whose they are is said after them
                if not preposition and not _is_object(view, begin):
                    return Argument(listed, 0.9 if not crossed_noun else 0.6, "subject")
                if preposition in _POSSESSORS and fallback is None and not skipped_comma:
                    fallback = Argument(listed, 0.5, f"after '{preposition}' in the subject")
            elif owner.usage in ("adjective", "possessive") and fallback is None and not skipped_comma:
                fallback = Argument(coordinated(view, owner), 0.45, f"{owner.usage} in the subject")
            j = begin - 1
            continue
        if word in RELATIVES and (word != "that" or _relative_that(view, j)):
            return _antecedent(view, j)
        if word in _SUBJECT_STOPS:
            break
        if word == ",":
            skipped_comma = True
        if view.is_verb(j) and view.word(j + 1) == "by" and view.group_start(j) == j:
            crossed_noun = False  # "troops backed by tanks invaded": the participle belongs to the noun before it
            j -= 1
            continue
        if view.is_verb(j) and not view.word(j).endswith("ing") and not _in_relative(view, j):
            if crossed_noun:
                break
        elif (
            word.isalpha()
            and word not in DETERMINERS
            and word not in ADVERBS
            and word not in PREPOSITIONS
            and word not in COORDINATORS
            and not word.endswith("ly")
        ):
            crossed_noun = True
        j -= 1
    return fallback


def _antecedent(view: SentenceView, relative: int) -> Argument | None:
    """The noun phrase right before a relative pronoun, when it is an actor."""
    j = relative - 1
    while j >= 0 and view.word(j) in (",", "-", "—"):
        j -= 1
    owner = view.owner[j] if j >= 0 else None
    if owner is None or owner.usage in ("adjective", "possessive", "attribute"):
        return None
    listed = coordinated(view, owner) if view.word(relative + 1) in ("are", "were", "have", "do") else (owner,)
    return Argument(listed, 0.85, "antecedent of the relative clause")


def _relative_that(view: SentenceView, j: int) -> bool:
    """'missiles that landed' (relative) against 'said that Japan' (not)."""
    return (
        j > 0
        and not view.is_verb(j - 1)
        and view.word(j - 1).isalpha()
        and (view.is_verb(j + 1) or view.word(j + 1) in AUXILIARIES)
    )


def _in_relative(view: SentenceView, j: int) -> bool:
    start = view.group_start(j)
    return view.word(start - 1) in RELATIVES


def _verb_between(view: SentenceView, comma: int) -> bool:
    return any(view.is_verb(k) for k in range(max(0, comma - 15), comma))


def _preposition_before(view: SentenceView, begin: int) -> str:
    j = begin - 1
    while j >= 0 and view.owner[j] is None and view.word(j) in DETERMINERS - {"that"}:
        j -= 1
    word = view.word(j)
    if word == "to" or (word in PREPOSITIONS and word not in ("as",)):
        return word
    return ""


def _is_object(view: SentenceView, begin: int) -> bool:
    j = begin - 1
    while j >= 0 and view.word(j) in DETERMINERS - {"that"}:
        j -= 1
    return view.is_verb(j) and j > 0


def object_of(view: SentenceView, verb_end: int, possessed: bool = True) -> Argument | None:
    """Direct object after token `verb_end`; owners count ("criticised China's policy") unless `possessed` is False."""
    j, steps = verb_end, 0
    noun_seen = False
    while j < len(view.tokens) and steps < 7:
        word, owner = view.word(j), view.owner[j]
        if owner is not None:
            if _only_possessor(view, owner):
                j = view.span(owner)[1]
                continue
            if owner.usage == "attribute":
                j = view.span(owner)[1]
                steps += 1
                continue
            if owner.usage in ("possessive", "adjective", "place") and not possessed:
                return None
            direct = owner.usage == "phrase" and not noun_seen
            return Argument(coordinated(view, owner), 0.9 if direct else 0.7 if not noun_seen else 0.45, "object")
        if word in PREPOSITIONS or word == "to":
            if noun_seen and word in _POSSESSORS and possessed:
                return _after(view, j, 0.55, f"after '{word}' in the object")
            return None
        if word in COORDINATORS and view.is_verb(j + 1) and not noun_seen:
            j += 2  # "supports and protects X": the object is shared
            continue
        if (
            word in _CLAUSE
            or view.is_stop(j)
            or word in (",", ".")
            or (view.is_verb(j) and not word.endswith(("ed", "ing")))
        ):
            return None
        if word in AUXILIARIES:
            return None
        if word.isalpha() and word not in DETERMINERS and word not in ADVERBS:
            noun_seen = True
        j += 1
        steps += 1
    return None


def _only_possessor(view: SentenceView, owner: Mention) -> bool:
    """'his' in 'his Angolan counterpart': the phrase is about the other name."""
    after = view.span(owner)[1]
    return (
        owner.text.lower() in ("his", "her", "its", "their")
        and after < len(view.owner)
        and view.owner[after] is not None
    )


def after_preposition(
    view: SentenceView, start: int, prepositions: tuple[str, ...], reach: int = 14
) -> Argument | None:
    """Mentions after the first of the given prepositions that follows token `start` in the same clause."""
    for wanted in prepositions:
        j, steps = start, 0
        while j < len(view.tokens) and steps < reach:
            word, owner = view.word(j), view.owner[j]
            if owner is not None:
                j = view.span(owner)[1]
                steps += 1
                continue
            if word in (wanted, f"{wanted}s") and (wanted in PREPOSITIONS or wanted == "to" or wanted == "and"):
                found = _after(view, j, 0.85 if steps < 5 else 0.7, f"after '{wanted}'")
                if found is not None:
                    return found
            if view.is_stop(j) or word in _CLAUSE or (word == "," and steps > 0 and not _list_comma(view, j)):
                break
            if view.is_verb(j) and not word.endswith(("ing", "ed")) and j > start:
                break
            j += 1
            steps += 1
    return None


def _list_comma(view: SentenceView, j: int) -> bool:
    return j > 0 and view.owner[j - 1] is not None and j + 1 < len(view.owner) and view.owner[j + 1] is not None


def _after(view: SentenceView, preposition: int, confidence: float, how: str) -> Argument | None:
    """The mention that begins the noun phrase after a preposition."""
    for j in range(preposition + 1, min(preposition + 6, len(view.tokens))):
        word, owner = view.word(j), view.owner[j]
        if owner is not None:
            if _only_possessor(view, owner):
                continue
            if owner.usage == "attribute":
                return None
            loss = {"phrase": 1.0, "place": 0.95, "possessive": 0.85, "adjective": 0.85}[owner.usage]
            return Argument(coordinated(view, owner), confidence * loss * (0.8 if j > preposition + 2 else 1.0), how)
        if word in PREPOSITIONS or word == "to" or view.is_stop(j) or word in (",", ".") or view.is_verb(j):
            return None
    return None


def owner_of(view: SentenceView, noun: int, reach: int = 3) -> Argument | None:
    """Possessor or adjective before the noun at `noun`: "China's growing threat", "Chinese threats", "US-China talks"."""
    j, steps = noun - 1, 0
    while j >= 0 and steps <= reach:
        owner, word = view.owner[j], view.word(j)
        if owner is not None:
            if owner.usage == "attribute":
                return None
            possessive = owner.usage == "possessive" or word in ("'s", "’s", "'", "’")
            listed = coordinated(view, owner)
            if possessive or owner.usage in ("adjective", "place") or (owner.usage == "phrase" and steps == 0):
                return Argument(listed, 0.85 if possessive or steps == 0 else 0.75, "before the noun")
            return None
        if word in ("'s", "’s", "'", "’"):
            j -= 1
            continue
        if word == "-" and view.word(j - 1).isalnum() and view.owner[j - 1] is None:
            j -= 1  # "his three-day visit"
            continue
        if (
            word in PREPOSITIONS
            or word in DETERMINERS
            or word in SUBORDINATORS
            or word in ("to", ",", ";", "-")
            or view.is_verb(j)
            or word in AUXILIARIES
        ):
            return None
        if word in COORDINATORS and not (j and view.owner[j - 1] is None and steps):
            return None
        j -= 1
        steps += 1
    return None
