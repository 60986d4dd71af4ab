"""Force on or near a territory: its state is the recipient."""

from __future__ import annotations

from detente.extract.arguments import Argument, after_preposition
from detente.extract.view import SentenceView
from detente.lexicon.triggers import Trigger

_ON_GROUND = ("in", "into", "around", "near", "off", "over", "inside", "on", "towards", "toward")
_LANDING = frozenset({"land", "fall", "splash", "crash", "fly", "pass", "hit", "come"})


def territory(view: SentenceView, end: int, trigger: Trigger) -> Argument | None:
    """Force on or near a territory has its state as recipient: "fighting in Ukraine", "missiles that fell near Japan"."""
    if trigger.event_type not in ("ASSAULT", "MOBILIZE", "COERCE") or "subj" in trigger.to:
        return None
    for j in range(end, min(end + 5, len(view.tokens) - 1)):
        if view.word(j) in ("that", "which") and _LANDING.intersection(view.lemmas[j + 1]):
            return after_preposition(view, j + 2, _ON_GROUND, 6)
    return after_preposition(view, end, _ON_GROUND, 6)
