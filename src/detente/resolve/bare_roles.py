"""Roles without a state: "the ministry", "the president", by what the text told of such a body or office."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from detente.lexicon.names import states
from detente.resolve.story import Story
from detente.schema.mention import Mention

_REACH = 2  # sentences back


def bare_role(mention: Mention, before: Sequence[Mention], story: Story) -> Mention:
    """'the government', 'the ministry': the state whose like body was named last, or the only state near."""
    role = mention.parts[0]
    if role.sector not in ("GOV", "MIL", "LEG", "JUD", "COP", "SPY", "OPP", "PTY"):
        return mention
    last = role.text.split()[-1].lower()
    if role.sector == "MIL" and last not in ("army", "military", "navy", "force", "guard", "spokesman", "chiefs"):
        return mention  # "warships", "troops": whose is not said
    near = _within(before, mention)
    like = [
        m for m in near if len(m.actors) == 1 and m.actors[0].sector == role.sector and m.actors[0].code in states()
    ]
    codes = {m.actors[0].code for m in like}
    if len(codes) == 1:
        return _same_state(mention, like[-1], role.sector, 0.7, "the last such body named")
    codes = _codes(near)
    if len(codes) == 1 and near:
        return _same_state(mention, near[-1], role.sector, 0.6, "the only state named near")
    if role.text.lower().split()[0] in ("ministry", "foreign", "defence", "defense", "embassy") or role.sector == "MIL":
        told = [m for m in near if m.usage == "phrase" and not m.preposition and len(m.actors) == 1
                and m.actors[0].code in states() and m.sentence_index == mention.sentence_index - 1]  # fmt: skip
        if told:
            return _same_state(mention, told[0], role.sector, 0.6, "the subject of the sentence before")
    return mention


def _same_state(mention: Mention, antecedent: Mention, sector: str, confidence: float, why: str) -> Mention:
    actor = replace(antecedent.actors[0], sector=sector, why=why)
    span = antecedent.antecedents[0] if antecedent.antecedents else (antecedent.char_start, antecedent.char_end)
    return replace(mention, actors=(actor,), antecedents=(span,), confidence=confidence, why=why)


def _within(before: Sequence[Mention], mention: Mention) -> list[Mention]:
    """Resolved mentions of the last sentences, in order."""
    first = len(before)
    while first and mention.sentence_index - before[first - 1].sentence_index <= _REACH:
        first -= 1
    return [m for m in before[first:] if m.actors and m.usage != "attribute"]


def _codes(mentions: Sequence[Mention]) -> set[str]:
    return {actor.code + actor.organisation for mention in mentions for actor in mention.actors}
