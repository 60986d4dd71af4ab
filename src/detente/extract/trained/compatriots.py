"""People and bodies whose state nobody names, in a text about one state: "the police", "protesters"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.lexicon.names import states
from detente.schema.mention import Actor, Mention

_CONFIDENCE = 0.7
_REACH = 2  # sentences back in which the one state may be named


def with_states(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions, a role without a state as one of the only state that its sentence, or one just before, names."""
    named: defaultdict[int, dict[str, Actor]] = defaultdict(dict)
    for mention in mentions:
        for actor in mention.actors:
            if actor.code in states():
                named[mention.sentence_index].setdefault(actor.code, actor)
    for mention in mentions:
        role = next((part for part in mention.parts if part.kind == "role" and part.sector), None)
        if mention.actors or role is None or mention.kind != "role":
            yield mention
            continue
        near = next((named[mention.sentence_index - back] for back in range(_REACH + 1)
                     if named.get(mention.sentence_index - back)), {})  # fmt: skip
        if len(near) != 1:
            yield mention
            continue
        told = next(iter(near.values()))
        why = f"the only state named near is {told.code}"
        actor = Actor(told.code, role.sector, states()[told.code].name, "", why)
        yield replace(mention, actors=(actor,), confidence=_CONFIDENCE, why=why)
