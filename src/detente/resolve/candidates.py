"""Whom an anaphor may refer to, each candidate with the features by which it is ranked."""

from __future__ import annotations

from collections.abc import Sequence

from detente.resolve import belonging
from detente.resolve.candidate import Candidate
from detente.resolve.group_candidates import group_candidates
from detente.resolve.null_candidate import null_candidate
from detente.resolve.person_candidates import office_candidates, person_candidates
from detente.resolve.plural_candidates import plural_candidates
from detente.resolve.single_candidates import single_candidates, state_candidates
from detente.resolve.story import Story
from detente.resolve.surroundings import Surroundings
from detente.schema.mention import Mention

_MODELS = {
    "he": "person",
    "she": "person",
    "body": "noun",
    "pair": "group",
    "trio": "group",
    "several": "group",
    "parties": "group",
    "former": "group",
    "latter": "group",
}


def model_of(mention: Mention) -> str:
    """Name of the model that ranks the antecedents of an anaphor."""
    return _MODELS.get(mention.kind, mention.kind)


def candidates_of(
    mention: Mention, done: Sequence[Mention], coming: Sequence[Mention], story: Story
) -> list[Candidate]:
    """Candidates for an anaphor, the empty one included, which stands last.

    Args:
        done: mentions before it, resolved, in order.
        coming: mentions of the same sentence after it, names resolved.
    """
    around = Surroundings(mention, done, coming, story, looks_ahead=mention.kind == belonging.KIND)
    found = _found(mention.kind, around)
    return [*found, null_candidate(around, len(found))]


def _found(kind: str, around: Surroundings) -> list[Candidate]:
    if kind == "office":
        return office_candidates(around)
    if kind == belonging.KIND:
        return belonging.candidates(around)
    if kind == "he":
        return person_candidates(around)
    if kind == "she":
        people = person_candidates(around)
        return [*people, *state_candidates(around, bool(people))]
    if kind == "they":
        return plural_candidates(around)
    if kind in ("pair", "trio", "several", "parties", "former", "latter"):
        return group_candidates(around)
    return single_candidates(around, people=kind != "it")
