"""Candidates for "they": lists, groups, plural nouns, bodies, and two actors of one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from detente.resolve.candidate import Candidate, codes_of, flags
from detente.resolve.person_nouns import is_individual, is_plural
from detente.resolve.place_features import place_features
from detente.resolve.surroundings import Surroundings
from detente.schema.mention import Mention

# Sectors whose people or members are many.
_MANY = frozenset("COP MIL REB CVL PTY REF LEG GOV BUS SOC JRN AGR LAB OPP".split())
_MOST_IN_SENTENCE = 5  # actors of one sentence of whom pairs are made


def plural_candidates(around: Surroundings) -> list[Candidate]:
    """Whatever may be more than one, the last named first."""
    pool = [m for m in around.pool() if m.actors]
    seen = lists_of(pool)
    seen += [(m,) for m in pool if _may_be_many(m)]
    for left, right in _sentence_pairs(around, pool):
        if not any({left, right} <= set(members) for members in seen if len(members) > 1):
            seen.append((left, right))
    order = sorted(seen, key=lambda members: -members[-1].char_start)
    return [Candidate(members, _features(around, members, rank, len(order))) for rank, members in enumerate(order)]


def lists_of(pool: Sequence[Mention]) -> list[tuple[Mention, ...]]:
    """Lists of two or more actors ("A, B and C") among mentions."""
    lists: dict[tuple[int, int], list[Mention]] = {}
    for m in pool:
        if m.coordination:
            lists.setdefault((m.sentence_index, m.coordination), []).append(m)
    return [tuple(members) for members in lists.values() if len(codes_of(members)) > 1]


def _may_be_many(m: Mention) -> bool:
    first = m.actors[0]
    return (
        len(m.actors) > 1
        or is_plural(m)
        or bool(first.organisation)
        or first.sector in _MANY
        or m.kind in ("name", "capital")
        or (m.kind == "adjective" and m.usage == "phrase")  # "the French"
    )


def _sentence_pairs(around: Surroundings, pool: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    """Two actors of one sentence, neither a venue nor an adjective."""
    pairs: list[tuple[Mention, Mention]] = []
    for index in {around.index, around.index - 1}:
        free = [
            m
            for m in pool
            if m.sentence_index == index and len(m.actors) == 1 and around.function_of(m) not in ("place", "adjective")
        ]
        firsts = list({m.actors[0].code + m.actors[0].organisation: m for m in free}.values())
        pairs += combinations(firsts[:_MOST_IN_SENTENCE], 2)
    return pairs


def _features(around: Surroundings, members: tuple[Mention, ...], rank: int, n: int) -> dict[str, float]:
    last, alone = members[-1], len(members) == 1
    plural = alone and is_plural(last)
    several = len(members[0].actors) > 1
    one = alone and not plural and not several
    single_name = one and last.kind in ("name", "capital", "adjective")
    listed = not alone and last.coordination > 0
    subject = around.function_of(last) == "subject"
    return {
        **place_features(around, last),
        **flags(
            list=listed,
            pair_apart=not alone and not last.coordination,
            group=several,
            plural=plural,
            individual=alone and is_individual(last),
            single_name=single_name,
            body=one and not single_name,
            list_subject=listed and around.function_of(members[0]) == "subject",
            plural_subject=plural and subject,
            group_subject=several and subject,
            again_after=not codes_of(members).isdisjoint(around.after),
            nearest=rank == 0,
            second=rank == 1,
            only=n == 1,
            self=around.text == "themselves" and last.sentence_index == around.index,
        ),
    }
