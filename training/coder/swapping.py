"""Actors exchanged at random, so that the coder learns what a sentence says and not what it knows of its actors."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from functools import cache

from sentences import AnnotatedSentence, Span

SHARE = 0.5  # of the sentences in which states are exchanged
SHORTENED = 0.3  # of the actors whose phrase holds the name of one state


@cache
def _tables() -> tuple[dict[str, str], dict[str, list[str]]]:
    """Kind of each plain name (state, capital, adjective), and the names of each kind."""
    from detente.lexicon.names import state_names, states

    kinds: dict[str, str] = {}
    by_kind: dict[str, list[str]] = {}
    living = {code for code, state in states().items() if state.kind == "un_member"}
    for row in state_names():
        plain = row.kind in ("name", "capital", "adjective") and row.valid_to is None and row.code in living
        if plain and row.text not in kinds and re.fullmatch(r"[A-Z][a-z]+(?: [A-Z][a-z]+)?", row.text):
            kinds[row.text] = row.kind
            by_kind.setdefault(row.kind, []).append(row.text)
    return kinds, by_kind


@cache
def _pattern() -> re.Pattern[str]:
    kinds, _ = _tables()
    return re.compile(r"(?<!\w)(?:" + "|".join(sorted(map(re.escape, kinds), key=len, reverse=True)) + r")(?!\w)")


def swapped(sentence: AnnotatedSentence, rng: random.Random, share: float = SHARE) -> AnnotatedSentence:
    """The sentence with each state, capital and adjective replaced by another, the same one throughout; or as it is."""
    if rng.random() >= share:
        return sentence
    kinds, by_kind = _tables()
    other: dict[str, str] = {}
    pieces: list[str] = []
    shifts: list[tuple[int, int]] = []  # place in the old text, change of length so far after it
    last = change = 0
    for found in _pattern().finditer(sentence.text):
        name = found.group()
        new = other.setdefault(name, rng.choice(by_kind[kinds[name]]))
        if (new[0] in "AEIOU") != (name[0] in "AEIOU") and sentence.text[: found.start()].endswith(
            (" a ", " an ", "A ", "An ")
        ):
            new = name  # "a Thai officer" becomes no "a Iraqi officer"
        pieces += [sentence.text[last : found.start()], new]
        last = found.end()
        change += len(new) - len(name)
        shifts.append((found.end(), change))
    pieces.append(sentence.text[last:])

    def place(at: int) -> int:
        total = 0
        for end, c in shifts:
            if end <= at:
                total = c
        return at + total

    def span_of(span: Span) -> Span:
        return place(span[0]), place(span[1])

    events = tuple(replace(e, trigger=span_of(e.trigger)) for e in sentence.events)
    return AnnotatedSentence("".join(pieces), tuple(map(span_of, sentence.actors)), events, sentence.file)


def shortened(sentence: AnnotatedSentence, rng: random.Random, share: float = SHORTENED) -> AnnotatedSentence:
    """The sentence with some of its actors marked by the name of their state alone: of "two tankers under the Greek flag" Greek.

    So are actors marked in running text, where only the name may be known.
    """
    actors = []
    for start, end in sentence.actors:
        names = list(_pattern().finditer(sentence.text, start, end))
        one = len({found.group() for found in names}) == 1
        if one and rng.random() < share:
            start, end = names[0].span()
        actors.append((start, end))
    if len(set(actors)) < len(actors):
        return sentence
    return replace(sentence, actors=tuple(actors))
