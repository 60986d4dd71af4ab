"""Candidates for "it", "the country", "the army": one state or body, with every mention of it."""

from __future__ import annotations

from collections.abc import Sequence

from detente.lexicon.state_traits import noun_traits, traits
from detente.resolve.candidate import Candidate, codes_of, flags
from detente.resolve.person_nouns import is_individual, is_plural
from detente.resolve.place_features import place_features
from detente.resolve.surroundings import Surroundings
from detente.schema.mention import Mention

_MENTIONS = 3
_SUBORDINATORS = ("while", "although", "though", "when", "as", "after", "before", "because", "since", "if", "despite")


def single_candidates(around: Surroundings, *, people: bool) -> list[Candidate]:
    """One candidate for each actor told of, the last named first.

    Args:
        people: whether a mention of a person may stand for the state.
    """
    entities = entities_of([m for m in around.pool() if people or not is_individual(m)])
    wanted = noun_traits(around.text) if around.mention.kind == "noun" else frozenset()
    for code, told in around.last_told.items():  # "the alliance", however long ago NATO was named
        if wanted and code not in entities and wanted <= traits(told.actors[0].code, told.actors[0].organisation):
            entities[code] = [told]
    start = around.mention.char_start
    places = {
        code: max((m.char_start for m in mentions if m.char_start <= start), default=-1)
        for code, mentions in entities.items()
    }
    order = sorted(entities, key=lambda code: -places[code])
    return [
        Candidate((mention,), _features(around, entities[code], mention, rank, len(order)))
        for rank, code in enumerate(order)
        for mention in _last_of(around, entities[code])
    ]


def _last_of(around: Surroundings, mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions of one actor by any of which it may be taken up: the last ones of its own sentence and of those before."""
    past = [m for m in mentions if m.char_end <= around.mention.char_start]
    return past[-_MENTIONS:] or [around.prominent(mentions)]


def state_candidates(around: Surroundings, people: bool) -> list[Candidate]:
    """States that "she" may be, with features of their own names.

    Args:
        people: whether a person may be meant too; when none may, the state named last is marked so.
    """
    found = single_candidates(around, people=False)
    for rank, candidate in enumerate(found):
        candidate.features = {f"state_{name}": value for name, value in candidate.features.items()}
        candidate.features |= flags(state=True, state_no_person=rank == 0 and not people)
    return found


def entities_of(mentions: Sequence[Mention]) -> dict[str, list[Mention]]:
    """Mentions of one actor each, by that actor, in order of the first."""
    entities: dict[str, list[Mention]] = {}
    for m in mentions:
        if len(m.actors) == 1:
            code = m.actors[0].code + m.actors[0].organisation
            if code:
                entities.setdefault(code, []).append(m)
    return entities


def _features(around: Surroundings, mentions: Sequence[Mention], last: Mention, rank: int, n: int) -> dict[str, float]:
    """Features of one mention of an actor: of its own place, and of the actor's in the text."""
    return {
        **place_features(around, last),
        **_story_features(around, mentions, last, rank, n),
        **_sentence_features(around, mentions, last),
        **_clause_features(around, mentions, last),
        **_kind_features(around, mentions, last),
    }


def _story_features(
    around: Surroundings, mentions: Sequence[Mention], last: Mention, rank: int, n: int
) -> dict[str, float]:
    """How the actor stands in the text so far."""
    index = around.index
    functions = {(m.sentence_index, around.function_of(m)) for m in mentions}
    code = next(iter(codes_of([last])))
    opener = around.story.tokens(index)[:1]
    subject, first = (index - 1, "subject") in functions, around.first_before in mentions
    initial = bool(opener) and opener[0].lower in _SUBORDINATORS
    here = codes_of(around.actors_here)
    return {
        **flags(
            subject_before=subject,
            subject_same=(index, "subject") in functions and last.sentence_index == index,
            first_before=first,
            first_same=around.first_here in mentions,
            nearest=rank == 0,
            second=rank == 1,
            only=n == 1,
        ),
        "often": min(len(mentions), 4) / 4,
        "share": around.counts[code] / max(1, sum(around.counts.values())),
        **flags(
            again_after=code in around.after,
            initial_clause=initial and around.first_here in mentions and around.function == "subject",
            only_here=here == {code},
            opens_on_first=not here and first and around.function != "object",
            opens_on_subject=not here and subject and not first,
            opens_on_nearest=not here and rank == 0 and not first,
        ),
    }


def _sentence_features(around: Surroundings, mentions: Sequence[Mention], last: Mention) -> dict[str, float]:
    """How the actor stands in the sentence of the anaphor, and whether the text began with it."""
    named = [m for m in mentions if m.sentence_index == around.index]
    before = [around.function_of(m) for m in named if m.char_end <= around.mention.char_start]
    here = around.actors_here
    is_last, is_first = bool(here) and last is here[-1], bool(here) and here[0] in mentions
    first_text = min((m.char_start for m in around.past if m.actors), default=-1)
    return flags(
        first_text=min(m.char_start for m in mentions) == first_text,
        again=len(mentions) > 1 and bool(named),
        object_here="object" in before,
        last_here_subject=is_last and around.function_of(last) == "subject",
        last_here_other=is_last and around.function_of(last) != "subject",
        first_here_subject=is_first and around.function_of(here[0]) == "subject",
    )


def _clause_features(around: Surroundings, mentions: Sequence[Mention], last: Mention) -> dict[str, float]:
    """Whether the actor is subject of a main clause, and whether its own clause hangs on another."""
    before, here = around.main_before in mentions, around.main_here in mentions
    subordinate = around.story.is_subordinate(last)
    same = last.sentence_index == around.index
    return flags(
        main_before=before,
        main_here=here,
        main_before_open=before and around.main_here is None,
        main_before_subject=before and around.function == "subject",
        main_here_possessive=here and around.function == "possessive",
        main_here_subject=here and around.function == "subject",
        subordinate=subordinate,
        subordinate_here=same and subordinate,
        own_subordinate=same and subordinate == around.story.is_subordinate(around.mention),
    )


def _kind_features(around: Surroundings, mentions: Sequence[Mention], last: Mention) -> dict[str, float]:
    """What the actor is, and whether it fits the noun ("the kingdom", "the army")."""
    actor, kind = last.actors[0], last.kind
    f = flags(
        body=bool(actor.sector),
        organisation=bool(actor.organisation),
        demonym=kind == "demonym",
        capital=kind in ("capital", "city", "seat"),
        name=kind == "name",
        person=is_individual(last),
        plural=is_plural(last),
        listed=last.coordination > 0,
    )
    if around.mention.kind == "body":
        sector = around.mention.parts[0].sector if around.mention.parts else ""
        same = any(a.sector == sector for m in mentions for a in m.actors)
        f |= flags(same_body=same, rebels=sector in ("REB", "PRM") and not same, state_only=not actor.sector)
    if around.mention.kind == "noun":
        wanted, have = noun_traits(around.text), traits(actor.code, actor.organisation)
        f |= flags(fits=bool(wanted) and wanted <= have, unfit=bool(wanted - have))
    return f
