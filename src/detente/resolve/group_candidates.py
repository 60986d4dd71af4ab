"""Candidates for "both countries", "the trio", "the parties", "the latter": lists and groups of the right size."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from detente.lexicon.state_traits import noun_traits, traits
from detente.resolve.candidate import Candidate, codes_of, flags
from detente.resolve.person_nouns import is_individual
from detente.resolve.plural_candidates import lists_of
from detente.resolve.single_candidates import entities_of
from detente.resolve.story import is_verb
from detente.resolve.surroundings import Surroundings
from detente.schema.mention import Mention

_TOP = 6  # actors of whom groups are made
_SIZES = {"pair": 2, "former": 2, "latter": 2, "trio": 3}
_COUNTS = {"four": 4, "five": 5, "six": 6}
# Nouns for those who act for their states, and heads that may stand for people as well as for states.
_LEADER_NOUNS = frozenset(
    "leaders presidents premiers ministers men women statesmen chancellors generals kings dictators strongmen commanders "
    "rivals republicans diplomats envoys officials negotiators brothers ambassadors secretaries monarchs".split()
)
_OPEN_HEADS = frozenset("two pair both neither former latter other another three trio allies".split())


@dataclass(frozen=True, slots=True)
class _Told:
    """What the text has told of so far.

    Attributes:
        lists: lists of actors in it.
        entities: mentions by actor.
        near: the actors named last, the last first.
    """

    lists: Sequence[tuple[Mention, ...]]
    entities: Mapping[str, list[Mention]]
    near: Sequence[str]


def group_candidates(around: Surroundings) -> list[Candidate]:
    """Lists, groups and combinations of actors, each set of actors once."""
    kind = around.mention.kind
    size = _SIZES.get(kind)
    if kind == "several":
        size = next((n for word, n in _COUNTS.items() if word in around.text), None)
    pool = [m for m in around.pool() if m.actors]
    entities = entities_of(pool)
    near = sorted(entities, key=lambda code: -entities[code][-1].char_start)[:_TOP]
    told = _Told(lists_of(pool), entities, near)
    options = _options(pool, told, size)
    if size is not None and len(around.last_told) >= size:
        options.append(_in_order(list(around.last_told.values())[:size]))
    clear = [members for members in options if codes_of(members).isdisjoint(around.beside)]
    found: dict[frozenset[str], Candidate] = {}
    for members in clear or options:  # "both countries face threats from North Korea" leaves North Korea out
        key = frozenset(codes_of(members))
        if key not in found:
            found[key] = Candidate(members, _features(around, members, told))
    return list(found.values())


def _options(pool: Sequence[Mention], told: _Told, size: int | None) -> list[tuple[Mention, ...]]:
    """Lists, groups of the text, and combinations of the last actors; of `size` actors each when it is known."""
    options = [members for members in told.lists if size is None or len(codes_of(members)) == size]
    options += [(m,) for m in pool if len(m.actors) > 1 and (size is None or len(codes_of([m])) == size)]
    if size is None or size <= 3:
        for codes in combinations(told.near, size or 2):
            options.append(_in_order(told.entities[code][-1] for code in codes))
    elif len(told.entities) == size:
        options.append(_in_order(mentions[-1] for mentions in told.entities.values()))
    return options


def _in_order(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    return tuple(sorted(mentions, key=lambda m: m.char_start))


def _features(around: Surroundings, members: tuple[Mention, ...], told: _Told) -> dict[str, float]:
    codes = codes_of(members)
    return {
        **_place_features(around, members, codes, told),
        **_function_features(around, members),
        **_people_features(around, members),
        **_entity_features(around, members, codes, told),
        **_trait_features(around, members),
        **_gap_features(around, members),
        **_text_features(around, codes),
    }


def _place_features(around: Surroundings, members: Sequence[Mention], codes: set[str], told: _Told) -> dict[str, float]:
    """Where the members stand: in a list, in one sentence, before the anaphor."""
    index = around.index
    first, last = members[0], members[-1]
    sentences = {m.sentence_index for m in members}
    return {
        **flags(
            listed=any(codes_of(other) == codes for other in told.lists),
            in_longer_list=any(codes < codes_of(other) for other in told.lists),
            group_before=len(first.actors) > 1,
            one_sentence=len(sentences) == 1,
            same_sentence=sentences == {index},
            before_1=sentences == {index - 1},
        ),
        "again_after": len(codes & around.after) / len(codes),
        **flags(
            far=min(sentences) < index - 1,
            straddles=len(members) > 1 and last.sentence_index == index and first.sentence_index < index,
        ),
    }


def _function_features(around: Surroundings, members: Sequence[Mention]) -> dict[str, float]:
    functions = [around.function_of(m) for m in members]
    n = len(members)
    return {
        "venues": functions.count("place") / n,
        "adjectives": functions.count("adjective") / n,
        "subject_first": float("subject" in functions),
        "subjects_all": float(functions.count("subject") == n),
        "possessives": functions.count("possessive") / n,
        "subject_object": float(
            n == 2 and functions[0] == "subject" and functions[1] in ("object", "with", "to", "by", "of", "from")
        ),
    }


def _people_features(around: Surroundings, members: Sequence[Mention]) -> dict[str, float]:
    """Whether the members are people, and whether the noun asks for such."""
    noun = around.text.split()[-1]
    people = sum(is_individual(m) for m in members)
    every = people == len(members) and len(members) > 1
    leaders = noun in _LEADER_NOUNS
    return flags(
        people_all=every,
        people_none=people == 0,
        mixed=0 < people < len(members),
        leaders_people=leaders and every,
        leaders_states=leaders and people == 0,
        states_people=not leaders and noun not in _OPEN_HEADS and people > 0,
    )


def _entity_features(
    around: Surroundings, members: Sequence[Mention], codes: set[str], told: _Told
) -> dict[str, float]:
    """How the members stand among the actors that the text told of."""
    near, entities = told.near, told.entities
    return {
        **flags(
            nearest=bool(near) and near[0] in codes,
            nearest_all=len(members) > 1 and set(near[: len(codes)]) == codes,
            all_there_are=set(entities) == codes,
        ),
        "often": sum(min(len(entities.get(code, ())), 3) for code in codes) / (3 * len(codes)),
        "organisations": sum(bool(a.organisation) for m in members for a in m.actors) / max(1, len(codes)),
        **flags(
            ahead=any(m.char_start > around.mention.char_start for m in members),
            first_subject=around.first_before in members,
        ),
        "preposition": sum(bool(m.preposition) for m in members) / len(members),
    }


def _text_features(around: Surroundings, codes: set[str]) -> dict[str, float]:
    """How much of the text so far is about the members, and whether it told of them as a group."""
    counts, total = around.counts, sum(around.counts.values())
    top = set(list(around.last_told)[: len(codes)])
    return {
        "share": sum(counts[code] for code in codes) / total if total else 0.0,
        "least_share": len(codes) * min((counts[code] for code in codes), default=0) / total if total else 0.0,
        **flags(
            main=top == codes,
            group_ever=any(len(m.actors) > 1 and codes_of([m]) == codes for m in around.done),
            group_last=next((codes_of([m]) == codes for m in reversed(around.done) if len(m.actors) > 1), False),
            long_main=top == codes and total > 12,
        ),
    }


def _trait_features(around: Surroundings, members: Sequence[Mention]) -> dict[str, float]:
    """Whether the members are what the noun says ("the two kingdoms"); nothing when it says nothing."""
    wanted = noun_traits(around.text)
    if not wanted:
        return {}
    have = [traits(a.code, a.organisation) for m in members for a in m.actors]
    return flags(fits=all(wanted <= t for t in have), unfit=any(wanted - t for t in have))


def _gap_features(around: Surroundings, members: Sequence[Mention]) -> dict[str, float]:
    """What stands between two members of one sentence."""
    first, last = members[0], members[-1]
    together = len(members) == 2 and first.sentence_index == last.sentence_index and first.char_end <= last.char_start
    between = around.story.words_between(first, last) if together else []
    return flags(
        clauses_apart=not {";", "while", "whereas", ","}.isdisjoint(between),
        verb_between=any(is_verb(word) for word in between),
    )
