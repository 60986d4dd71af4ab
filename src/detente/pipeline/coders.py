"""Event coders by name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from detente.errors import SettingsError
from detente.settings import Settings

if TYPE_CHECKING:
    from detente.schema.protocols import EventCoder

CODERS = ("lexical",)


def make_coder(settings: Settings) -> EventCoder:
    """The event coder that the settings name, with the user's lexicon where they give one.

    Raises:
        SettingsError: if there is no coder of that name.
        LexiconError: if the user's lexicon is malformed.
    """
    if settings.coder not in CODERS:
        raise SettingsError(f"No event coder {settings.coder!r}; choose one of {', '.join(CODERS)}.")
    from detente.extract.coder import LexicalCoder

    if not settings.lexicon:
        return LexicalCoder()
    from detente.lexicon.triggers import trigger_lexicon

    return LexicalCoder(trigger_lexicon(Path(settings.lexicon)))
