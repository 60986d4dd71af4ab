"""What an import came to, in numbers and reasons."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from detente.schema.rejected import Rejected
from detente.store.imported_file import ImportedFile
from detente.store.project import ProjectStore

MAX_WORST = 20


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What came of the files of one import.

    Attributes:
        files: formats and counts of every file that was read, now or by an earlier import of the same bytes.
        n_unchanged: how many of them the project held already.
        unread: files that were not read, with the reason.
        worst: (name, events) of names that stand for no actor, most frequent first, at most 20.
        n_project: imported events that the project holds, these among them.
    """

    files: tuple[ImportedFile, ...]
    n_unchanged: int
    unread: tuple[Rejected, ...]
    worst: tuple[tuple[str, int], ...]
    n_project: int

    def total(self, count: str) -> int:
        """Sum over the files of `rows`, `kept`, `duplicates`, `refused`, `both_sides` or `states`."""
        return sum(file.counts.get(count, 0) for file in self.files)

    @property
    def refused(self) -> tuple[tuple[str, int], ...]:
        """(reason, records) of what was refused, most frequent first."""
        reasons: Counter[str] = Counter()
        for file in self.files:
            reasons.update(file.refused)
        return tuple(sorted(reasons.items(), key=lambda item: (-item[1], item[0])))

    @property
    def all_read(self) -> bool:
        """Whether every file was read and no record refused."""
        return not self.unread and not self.total("refused")

    def as_dict(self) -> dict[str, Any]:
        """Plain values, for JSON."""
        counts = ("rows", "kept", "duplicates", "refused", "both_sides", "states")
        return {
            **{f"n_{name}": self.total(name) for name in counts},
            "n_files": len(self.files),
            "n_unchanged": self.n_unchanged,
            "n_project": self.n_project,
            "refused": dict(self.refused),
            "worst_names": [{"name": name, "n_events": count} for name, count in self.worst],
            "unread": [{"file": item.source, "reason": item.reason, "remedy": item.remedy} for item in self.unread],
            "files": [{"file": file.file, "format": file.format, **file.counts} for file in self.files],
        }


def import_result(
    store: ProjectStore, files: list[ImportedFile], n_unchanged: int, unread: list[Rejected]
) -> ImportResult:
    """The result of an import that is committed."""
    names: Counter[str] = Counter()
    for file in files:
        for part in file.parts.get("unresolved", ()):
            table = store.read(part, ["text", "n_mentions"])
            for text, count in zip(table["text"].to_pylist(), table["n_mentions"].to_pylist(), strict=True):
                names[text] += count
    worst = sorted(names.items(), key=lambda item: (-item[1], item[0]))[:MAX_WORST]
    n_project = sum(part.rows for part in store.parts("imported"))
    return ImportResult(tuple(files), n_unchanged, tuple(unread), tuple(worst), n_project)
