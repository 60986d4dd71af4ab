"""People and bodies whose own words tell no state: "Interior Minister Bulovas", "a lieutenant", by what the text tells."""

from __future__ import annotations

from dataclasses import replace

from detente.lexicon.words import ANYBODY
from detente.resolve.candidate import Candidate, flags
from detente.resolve.person_nouns import is_individual, is_plural
from detente.resolve.single_candidates import single_candidates
from detente.resolve.surroundings import Surroundings
from detente.schema.mention import Actor, Mention

KIND = "belongs"  # name of their model
LEAST = 0.6  # probability from which the state is taken


def is_stateless(mention: Mention) -> bool:
    """Whether a mention is a person or role whose state is still open; "300 men" are anybody, and may be the other side's."""
    anybody = mention.text.lower().split()[-1] in ANYBODY
    return not mention.actors and not anybody and mention.kind in ("person", "role") and mention.usage != "attribute"


def candidates(around: Surroundings) -> list[Candidate]:
    """States and organisations that a person or body may be of, with how the two stand to each other."""
    found = single_candidates(around, people=True)
    own = next((part.sector for part in around.mention.parts if part.kind == "role"), "")
    for candidate in found:
        member = candidate.members[0]
        ahead = member.char_start > around.mention.char_start
        first, second = (around.mention, member) if ahead else (member, around.mention)
        same = member.sentence_index == around.index
        between = around.story.words_between(first, second) if same else ["."]
        candidate.features |= flags(
            apposed=same and between in ([","], [",", "a"], [",", "the"]),
            beside=same and not between,
            owner=same and not ahead and member.usage == "possessive" and len(between) <= 1,
            ahead_of=ahead and between in (["of"], ["of", "the"], ["from"], ["for"]),
            same_capacity=bool(own) and any(actor.sector == own for actor in member.actors),
            other_capacity=bool(own) and any(actor.sector not in ("", own) for actor in member.actors),
        )
    return found


def null_features(around: Surroundings) -> dict[str, float]:
    """Features by which a person or body may be of no state that the text tells."""
    mention = around.mention
    role = next((part for part in mention.parts if part.kind == "role"), None)
    before = around.story.before(mention)
    return {f"null_role_{role.sector if role is not None else 'none'}": 1.0} | flags(
        null_person=any(part.kind == "person" for part in mention.parts),
        null_plural=is_plural(mention),
        null_individual=is_individual(mention),
        null_a=before in ("a", "an"),
        null_the=before == "the",
        null_bare=before not in ("a", "an", "the", "its", "his", "her", "their"),
        null_place=mention.usage == "place" or mention.preposition in ("in", "at", "near", "on"),
    )


def is_other_party(mention: Mention, candidate: Candidate) -> bool:
    """Whether a candidate that follows stands beside the person and not in what is told of him: "Quux met the envoy"."""
    told_of = (
        candidate.features.get("apposed") or candidate.features.get("ahead_of") or candidate.features.get("beside")
    )
    return candidate.members[0].char_start > mention.char_start and not told_of


class KnownPeople:
    """People of one text whose state is known, by their last name."""

    def __init__(self) -> None:
        self._by_name: dict[str, Mention] = {}

    def learn(self, mention: Mention) -> None:
        """Remembers a person who is of one state."""
        name = _last_name(mention)
        if name and len(mention.actors) == 1:
            self._by_name[name] = mention

    def find(self, mention: Mention) -> Mention | None:
        """The mention as that of the person told of last by the same last name; None when there was none."""
        other = self._by_name.get(_last_name(mention))
        if other is None:
            return None
        why = f"as {other.text}"
        span = other.antecedents[0] if other.antecedents else (other.char_start, other.char_end)
        actors = (replace(other.actors[0], why=why),)
        return replace(mention, actors=actors, antecedents=(span,), confidence=other.confidence, why=why)


def _last_name(mention: Mention) -> str:
    name = next((part.text for part in mention.parts if part.kind == "person"), "")
    return name.split()[-1] if name else ""


def with_state(mention: Mention, best: Candidate, confidence: float) -> Mention:
    """The mention as one of the state or organisation of a candidate, in its own capacity."""
    member = best.members[0]
    told = member.actors[0]
    role = next((part for part in mention.parts if part.kind == "role"), None)
    person = next((part.text for part in mention.parts if part.kind == "person"), "")
    why = f"belongs to {member.text} ({confidence:.2f})"
    actor = Actor(told.code, role.sector if role is not None else "", person or told.name, told.organisation, why)
    span = member.antecedents[0] if member.antecedents else (member.char_start, member.char_end)
    return replace(mention, actors=(actor,), antecedents=(span,), confidence=round(min(confidence, 0.99), 3), why=why)
