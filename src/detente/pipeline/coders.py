"""Event coders by name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from detente.errors import SettingsError
from detente.settings import Settings

if TYPE_CHECKING:
    from detente.lexicon.gazetteer import Gazetteer
    from detente.schema.protocols import EventCoder

CODERS = ("trained", "lexical")


def make_coder(settings: Settings) -> EventCoder:
    """The event coder that the settings name, with the user's lexicon where they give one.

    Raises:
        SettingsError: if there is no coder of that name.
        LexiconError: if the user's lexicon is malformed.
    """
    if settings.coder not in CODERS:
        raise SettingsError(f"No event coder {settings.coder!r}; choose one of {', '.join(CODERS)}.")
    from detente.lexicon.triggers import trigger_lexicon

    lexicon = trigger_lexicon(Path(settings.lexicon)) if settings.lexicon else trigger_lexicon()
    if settings.coder == "trained":
        from detente.extract.trained.coder import TrainedCoder

        return TrainedCoder(lexicon)
    from detente.extract.coder import LexicalCoder

    return LexicalCoder(lexicon)


ACTORS_FILE = "actors.csv"


def actors_path(settings: Settings, project: Path | None = None) -> str:
    """The user's file of actors: that of the settings, else `actors.csv` in the project folder; "" for none."""
    if settings.actors:
        return settings.actors
    beside = project / ACTORS_FILE if project is not None else None
    return str(beside) if beside is not None and beside.is_file() else ""


def make_names(settings: Settings, project: Path | None = None) -> Gazetteer:
    """The names of actors, with the user's own on top.

    Raises:
        LexiconError: if the user's file is absent or malformed.
    """
    from detente.lexicon.user_actors import names_with

    return names_with(actors_path(settings, project))
