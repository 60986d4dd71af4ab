"""The manifest: what a project holds and what it was made with; the same input gives the same bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from detente.errors import ProjectError
from detente.store.atomic import write_atomic
from detente.store.imported_file import ImportedFile, imported_file_from
from detente.store.parts import Part

FORMAT = 1
MANIFEST_FILE = "manifest.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """The committed state of a project; readers see the parts named here and no others.

    Attributes:
        state: hash of everything that the tables depend on: inputs, versions, settings, reviews.
        versions: `detente`, `code`, `python`, and one entry a library.
        lexicon: checksum by file of the lexicon in use.
        settings: the settings of the run, nested as in `detente.toml`.
        inputs: source and sha256 of every input; "" for what has no file (URLs, standard input).
        batches: keys of the finished batches, in input order.
        counts: rows by table and what else the summary needs.
        tables: parts by table, in order.
        imports: files of event data, in the order in which they came; their parts of `imported` and `rejected` are in
            `tables` too.
    """

    state: str
    versions: Mapping[str, str] = field(default_factory=dict)
    lexicon: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)
    inputs: tuple[tuple[str, str], ...] = ()
    batches: tuple[str, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    tables: Mapping[str, tuple[Part, ...]] = field(default_factory=dict)
    imports: tuple[ImportedFile, ...] = ()

    def part_names(self) -> set[str]:
        """Names of all parts."""
        held = [*self.tables.values(), *(parts for file in self.imports for parts in file.parts.values())]
        return {part.name for parts in held for part in parts}


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Commit: from this rename on, readers see the new state."""
    content = {"format": FORMAT, **asdict(manifest)}
    text = json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False)
    write_atomic(folder / MANIFEST_FILE, f"{text}\n".encode())


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of a project folder, or None when nothing was committed yet.

    Raises:
        ProjectError: if the manifest is damaged or of another format.
    """
    path = folder / MANIFEST_FILE
    try:
        content = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise ProjectError(f"{path}: cannot be read ({error}). Delete it and run `detente run` again.") from error
    if not isinstance(content, dict) or content.pop("format", None) != FORMAT:
        raise ProjectError(
            f"{path}: not a manifest of format {FORMAT}. Use the detente that wrote it, or a new folder."
        )
    try:
        return Manifest(
            **{
                **content,
                "inputs": tuple((source, digest) for source, digest in content["inputs"]),
                "batches": tuple(content["batches"]),
                "tables": {name: tuple(Part(**part) for part in parts) for name, parts in content["tables"].items()},
                "imports": tuple(imported_file_from(file) for file in content.get("imports", ())),
            }
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ProjectError(f"{path}: damaged ({error}). Delete it and run `detente run` again.") from error
