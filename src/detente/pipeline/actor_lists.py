"""Actors of the lexicon, of a user's file and of a project, searched and added to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from detente.errors import SettingsError
from detente.lexicon.gazetteer import without_diacritics
from detente.pipeline.coders import ACTORS_FILE, make_names
from detente.settings import Settings, load_settings
from detente.store.project import ProjectStore
from detente.store.toml import SETTINGS_FILE


@dataclass(frozen=True, slots=True)
class KnownActor:
    """One name that the lexicon or a user's file knows.

    Attributes:
        text: the surface form.
        valid_from, valid_to: half-open, None for unbounded.
    """

    text: str
    code: str
    kind: str
    sector: str
    name: str
    office: str
    valid_from: date | None
    valid_to: date | None


def known_actors(search: str, project: Path | None = None, on: date | None = None) -> list[KnownActor]:
    """Names in which every word of `search` stands, case and diacritics aside; shortest first, then by date.

    Args:
        search: words, or a code such as KOR.
        project: a project folder; its `actors.csv` is searched too, and its rows stand for ours of the same text.
        on: leaves out what is not in force on the day.
    """
    settings = load_settings(project / SETTINGS_FILE) if project is not None else Settings()
    wanted = _plain(search).split()
    found = {
        KnownActor(row.text, row.code, row.kind, row.sector, row.name, row.role, row.valid_from, row.valid_to)
        for row in make_names(settings, project).names()
        if row.kind != "neutral" and row.holds(on) and _matches(wanted, row.text, row.name, row.code)
    }
    return sorted(found, key=lambda a: (len(a.text), a.text, a.code, a.valid_from or date.min))


def project_actors(project: Path, search: str = "") -> list[dict[str, Any]]:
    """Actors that a project mentions, most mentioned first: code, name, sector, organisation, n_mentions, n_documents."""
    return _rows(project, "actors", search, ("code", "name", "organisation"))


def project_unresolved(project: Path, search: str = "") -> list[dict[str, Any]]:
    """Names that a project could not resolve, most frequent first, each with the reason and an example."""
    return _rows(project, "unresolved", search, ("text",))


def add_actor(project: Path, text: str, code: str, *, kind: str, sector: str, valid_from: str, valid_to: str) -> Path:
    """Writes a name to the `actors.csv` of a project; the next run codes with it.

    Raises:
        LexiconError: if the code, the kind, the sector or a date is bad; nothing is written then.
        SettingsError: if the folder does not exist.
    """
    from detente.lexicon.user_actors import append_user_actor

    if not project.is_dir():
        raise SettingsError(f"{project}: no such folder. Give the project with --project, or make it by a run first.")
    settings = load_settings(project / SETTINGS_FILE)
    path = Path(settings.actors) if settings.actors else project / ACTORS_FILE
    append_user_actor(path, (code, text, kind, sector, valid_from, valid_to, date.today().isoformat()))
    return path


def _rows(project: Path, table: str, search: str, columns: tuple[str, ...]) -> list[dict[str, Any]]:
    store = ProjectStore.open(project)
    wanted = _plain(search).split()
    rows = store.table(table).to_pylist()
    kept = [row for row in rows if _matches(wanted, *(row[column] or "" for column in columns))]
    return sorted(kept, key=lambda row: (-row["n_mentions"], str(row[columns[0]])))


def _matches(wanted: list[str], *texts: str) -> bool:
    plain = _plain(" ".join(texts))
    return all(word in plain for word in wanted)


def _plain(text: str) -> str:
    return without_diacritics(text).lower()
