"""Force on or near a territory: its state is the recipient."""

from __future__ import annotations

from detente.extract.arguments import Argument, after_preposition
from detente.extract.view import SentenceView
from detente.lexicon.triggers import Trigger


def territory(view: SentenceView, end: int, trigger: Trigger) -> Argument | None:
    """Force on or near a territory has its state as recipient: "fighting in Ukraine", "patrols off Taiwan"."""
    if trigger.event_type not in ("ASSAULT", "MOBILIZE", "COERCE") or "subj" in trigger.to:
        return None
    return after_preposition(
        view, end, ("in", "into", "around", "near", "off", "over", "inside", "on", "towards", "toward"), 6
    )


_LANDING = frozenset({"land", "fall", "splash", "crash", "fly", "pass", "hit", "come"})
