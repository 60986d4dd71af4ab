"""What a project holds of one imported file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from detente.store.parts import Part


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """One file of event data in a project.

    Attributes:
        file: path as given.
        sha256: of its bytes, hex.
        format: as `--format` takes it.
        columns: for tables, name in the file by our name.
        made_with: hash of the code, the lexicon and the user's names that read it.
        counts: `rows` of the file = `kept` + `duplicates` + `refused`; of those kept, `both_sides` have a code for actor
            and recipient, of which `states` a state's on both.
        refused: records refused, by reason.
        parts: by table: `imported`, `rejected`, `unresolved`.
    """

    file: str
    sha256: str
    format: str
    columns: Mapping[str, str]
    made_with: str
    counts: Mapping[str, int]
    refused: Mapping[str, int]
    parts: Mapping[str, tuple[Part, ...]]

    def identity(self) -> tuple[str, str, tuple[tuple[str, str], ...]]:
        """The same bytes read the same way are the same import, whatever the file is called."""
        return self.sha256, self.format, tuple(sorted(self.columns.items()))


def imported_file_from(content: Mapping[str, Any]) -> ImportedFile:
    """The record that `dataclasses.asdict` gave, after JSON.

    Raises:
        KeyError, TypeError: if it is damaged.
    """
    parts = {name: tuple(Part(**part) for part in parts) for name, parts in content["parts"].items()}
    return ImportedFile(**{**content, "parts": parts})
