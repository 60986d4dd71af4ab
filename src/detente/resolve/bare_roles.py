"""Roles without a state: "the ministry", "the president", by what the text told of such a body or office."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from detente.lexicon.names import states
from detente.resolve.candidate import codes_of
from detente.resolve.surroundings import recent_mentions
from detente.schema.mention import Mention

_REACH = 2  # sentences back
_SECTORS = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "OPP", "PTY"})
# Nouns of the military that belong to a state; "warships", "troops" do not say whose they are.
_MILITARY = frozenset({"army", "military", "navy", "force", "guard", "spokesman", "chiefs"})
# First words of bodies that speak for the state whose act was told last.
_SPEAKING = frozenset({"ministry", "foreign", "defence", "defense", "embassy"})


def bare_role(mention: Mention, before: Sequence[Mention]) -> Mention:
    """'the government', 'the ministry': the state whose like body was named last, or the only state near."""
    role = mention.parts[0]
    owner = before[-1] if before else None
    if (
        owner is not None
        and owner.usage == "possessive"
        and owner.actors
        and 2 <= mention.char_start - owner.char_end <= 3
    ):
        return _same_state(mention, owner, 0.9, f"of {owner.text}")  # "Merkel's government"
    words = role.text.lower().split()
    if role.sector not in _SECTORS or (role.sector == "MIL" and words[-1] not in _MILITARY):
        return mention
    near = [m for m in recent_mentions(before, mention, _REACH) if m.actors and m.usage != "attribute"]
    like = [m for m in near if _is_state(m) and m.actors[0].sector == role.sector]
    if len({m.actors[0].code for m in like}) == 1:
        return _same_state(mention, like[-1], 0.7, "the last such body named")
    if len(codes_of(near)) == 1:
        return _same_state(mention, near[-1], 0.6, "the only state named near")
    if words[0] in _SPEAKING or role.sector == "MIL":
        told = [
            m
            for m in near
            if m.sentence_index == mention.sentence_index - 1
            and m.usage == "phrase"
            and not m.preposition
            and _is_state(m)
        ]
        if told:
            return _same_state(mention, told[0], 0.6, "the subject of the sentence before")
    return mention


def _is_state(mention: Mention) -> bool:
    """Whether a mention stands for one state or one of its bodies."""
    return len(mention.actors) == 1 and mention.actors[0].code in states()


def _same_state(mention: Mention, antecedent: Mention, confidence: float, why: str) -> Mention:
    actor = replace(antecedent.actors[0], sector=mention.parts[0].sector, why=why)
    span = antecedent.antecedents[0] if antecedent.antecedents else (antecedent.char_start, antecedent.char_end)
    return replace(mention, actors=(actor,), antecedents=(span,), confidence=confidence, why=why)
