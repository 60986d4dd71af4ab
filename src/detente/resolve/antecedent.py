"""The best candidate as the antecedent of an anaphor: its actors in the capacity that the anaphor names."""

from __future__ import annotations

from dataclasses import replace

from detente.resolve.candidate import Candidate
from detente.schema.mention import Actor, Mention

# Least confidence at which an antecedent is taken; nouns and pairs err least (see docs/methods/resolution.md).
MIN_CONFIDENCE = 0.4
_SUREST = 0.99  # no reference is certain
_LEAST = {"noun": 0.3, "body": 0.3, "pair": 0.3, "trio": 0.3, "several": 0.3, "parties": 0.3}
_LEADERS = ("leader", "minister", "president", "government", "premier", "chancellor")


def with_antecedent(mention: Mention, best: Candidate, confidence: float, why: str) -> Mention:
    """The mention with the actors of a candidate, each once; without them when the confidence is below the least."""
    confidence = min(round(confidence, 3), _SUREST)
    if confidence < _LEAST.get(mention.kind, MIN_CONFIDENCE):
        return replace(mention, why=f"antecedent too uncertain ({confidence:.2f})", confidence=confidence)
    members = best.members
    if mention.kind == "former":
        members = (_only(members[0], 0),)
    elif mention.kind == "latter":
        members = (_only(members[-1], -1),)
    actors: list[Actor] = []
    spans: list[tuple[int, int]] = []
    for member in members:
        for number, actor in enumerate(member.actors):
            if any(actor.code == other.code and actor.organisation == other.organisation for other in actors):
                continue
            actors.append(_in_role(mention, actor))
            spans.append(
                member.antecedents[min(number, len(member.antecedents) - 1)]
                if member.antecedents
                else (member.char_start, member.char_end)
            )
    return replace(mention, actors=tuple(actors), antecedents=tuple(spans), confidence=confidence, why=why)


def _in_role(mention: Mention, actor: Actor) -> Actor:
    """The actor in the role that the anaphor names ("its army"); a group of states without any."""
    role = next((part for part in mention.parts if part.kind == "role"), None)
    if role is not None:
        return replace(actor, sector=role.sector)
    if mention.kind in ("pair", "trio", "several", "parties"):
        leaders = any(word in mention.text.lower() for word in _LEADERS)
        return replace(actor, sector="GOV" if leaders else actor.sector if actor.code == "" else "")
    return actor


def _only(mention: Mention, which: int) -> Mention:
    """One actor of a mention that stands for several ("Both countries")."""
    if len(mention.actors) < 2:
        return mention
    spans = (mention.antecedents[which],) if mention.antecedents else ()
    return replace(mention, actors=(mention.actors[which],), antecedents=spans)
