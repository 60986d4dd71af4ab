"""'its eastern neighbour', "the country's neighbour": a state beside the one that the text told of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from detente.lexicon.names import states
from detente.lexicon.state_traits import neighbours
from detente.resolve.antecedent import with_antecedent
from detente.resolve.candidate import Candidate
from detente.resolve.candidates import candidates_of
from detente.resolve.ranking import probabilities
from detente.resolve.story import Story
from detente.schema.mention import Actor, Mention

_DIRECTIONS = frozenset("north south east west northern southern eastern western".split())
_NAMED_BONUS = 0.3  # of a neighbour that the text names
_HIGHEST_CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True)
class _Reading:
    """One reading: whose neighbour, the candidate that is it (None: not named in the text), its code and the score."""

    owner: Mention
    named: Candidate | None
    code: str
    score: float


def resolve_neighbour(mention: Mention, done: Sequence[Mention], coming: Sequence[Mention], story: Story) -> Mention:
    """A neighbour that the text names, else the only one in that direction; the mention with the reason for none.

    Args:
        done: mentions before it, resolved, in order.
        coming: mentions of the same sentence after it, names resolved.
    """
    owner = replace(mention, kind="noun" if mention.text.lower().startswith("the") else "it")
    candidates = [c for c in candidates_of(owner, done, coming, story) if c.members and _code(c) in states()]
    if not candidates:
        return replace(mention, why="whose neighbour is not told")
    direction = next((word for word in mention.text.lower().split() if word in _DIRECTIONS), "")
    shares = probabilities(candidates, "it")
    read = [_read(candidate, share, candidates, direction) for candidate, share in zip(candidates, shares, strict=True)]
    readings = [reading for reading in read if reading is not None]
    if not readings:
        return replace(mention, why="no single neighbour fits")
    best = max(readings, key=lambda reading: reading.score)
    confidence = min(_HIGHEST_CONFIDENCE, 0.45 + best.score / 2)
    whose = best.owner.text
    if best.named is not None:
        return with_antecedent(mention, best.named, confidence, f"the neighbour of {whose} that the text names")
    why = f"the only neighbour of {whose} there"
    return replace(
        mention,
        actors=(Actor(best.code, "", states()[best.code].name, "", why),),
        antecedents=((best.owner.char_start, best.owner.char_end),),
        confidence=round(confidence, 3),
        why=why,
    )


def _read(owner: Candidate, share: float, candidates: Sequence[Candidate], direction: str) -> _Reading | None:
    """The neighbour of one possible owner, of which the ranking gave `share`; None when it has no single one."""
    code = _code(owner)
    around = neighbours(code, direction) or (neighbours(code) if direction else [])
    beside = {*around} if direction else {*around, *neighbours(code, sea=True)}
    named = [c for c in candidates if c is not owner and _code(c) in beside]
    if len(named) > 1:
        named = [c for c in named if not c.features.get("same")]
        if len(named) != 1:
            return None
    score = share + 0.5 * (owner.features.get("same_subject", 0.0) + owner.features.get("main_here", 0.0))
    if named:
        return _Reading(owner.members[0], named[0], _code(named[0]), score + _NAMED_BONUS)
    return _Reading(owner.members[0], None, around[0], score) if len(around) == 1 else None


def _code(candidate: Candidate) -> str:
    return candidate.members[0].actors[0].code
