"""With what the page was made: versions, settings and checksums, as plain rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from detente.report.clean import clean

MAIN = ("detente", "python")


@dataclass(frozen=True, slots=True)
class Methods:
    """Rows (name, value) of each kind; `period_days` is the length of the present of the ties, or 0."""

    versions: tuple[tuple[str, str], ...]
    settings: tuple[tuple[str, str], ...]
    lexicon: tuple[tuple[str, str], ...]
    counts: tuple[tuple[str, str], ...]
    inputs: tuple[tuple[str, str], ...]
    period_days: int
    min_tie_events: int


def methods(meta: Mapping[str, Any]) -> Methods:
    """Rows of `meta`, each kind sorted, the versions of detente and Python first.

    Args:
        meta: `versions`, `settings` (nested), `lexicon`, `counts` (mappings) and `inputs` (pairs of source and
            checksum), each of which may be absent.
    """
    settings = meta.get("settings") or {}
    measure = settings.get("measure") or {} if isinstance(settings, Mapping) else {}
    versions = sorted(_flat(meta.get("versions") or {}), key=lambda row: (row[0] not in MAIN, row[0]))
    return Methods(
        versions=tuple(versions),
        settings=tuple(sorted(_flat(settings))),
        lexicon=tuple(sorted(_flat(meta.get("lexicon") or {}))),
        counts=tuple(sorted(_flat(meta.get("counts") or {}))),
        inputs=tuple((clean(str(source)), str(digest)) for source, digest in map(_pair, meta.get("inputs") or ())),
        period_days=int(measure.get("present_days", 0)),
        min_tie_events=int(measure.get("min_tie_events", 1)),
    )


def _flat(values: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in values.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield clean(f"{prefix}{key}"), clean(str(value)) or "–"


def _pair(entry: Any) -> tuple[Any, Any]:
    if isinstance(entry, str) or len(entry) != 2:
        return entry, ""
    return entry[0], entry[1]
