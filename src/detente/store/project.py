"""The project folder as one object: open, lock, write parts, commit, read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from detente.errors import ProjectError, SchemaError
from detente.schema.tables import TABLES
from detente.settings import Settings, load_settings
from detente.store.atomic import TEMPORARY, remove_leftovers, write_atomic
from detente.store.journal import BatchEntry, drop_entries, list_entries, read_entry, write_entry
from detente.store.lock import WriteLock
from detente.store.manifest import MANIFEST_FILE, Manifest, read_manifest, write_manifest
from detente.store.parts import Part, read_part, write_part
from detente.store.query import relation_of
from detente.store.toml import SETTINGS_FILE, settings_toml

if TYPE_CHECKING:
    import duckdb

CODED = "coded"  # events as coded, before corrections and corpus steps; kept so that nothing is coded twice


class ProjectStore:
    """A project folder.

    Readers see one committed state: the manifest as it was when they opened the store. Writers hold
    `lock()` throughout. A part is deleted only when neither the committed manifest, nor the one
    before, nor a finished batch names it, so a reader keeps its files while one run commits.

    Args:
        path: the folder.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.manifest = read_manifest(path)

    @classmethod
    def open(cls, path: Path | str) -> ProjectStore:
        """The project at `path`, for reading.

        Raises:
            ProjectError: if there is no finished project.
        """
        folder = Path(path)
        if not (folder / MANIFEST_FILE).is_file():
            raise ProjectError(f"{folder}: no detente project (no {MANIFEST_FILE}). Make one with `detente run`.")
        return cls(folder)

    @classmethod
    def create(cls, path: Path | str, settings: Settings) -> ProjectStore:
        """The project at `path`, made when absent, with a commented `detente.toml` unless there is one.

        Raises:
            ProjectError: if `path` is a file, a folder of something else, or cannot be written.
        """
        folder = Path(path)
        try:
            strange = folder.is_dir() and any(folder.iterdir()) and not _looks_like_project(folder)
            if strange:
                raise ProjectError(f"{folder}: holds other files and is no detente project. Give -o a new folder.")
            folder.mkdir(parents=True, exist_ok=True)
            if not (folder / SETTINGS_FILE).exists():
                write_atomic(folder / SETTINGS_FILE, settings_toml(settings).encode())
        except OSError as error:
            raise ProjectError(
                f"{folder}: cannot be written ({error.strerror}). Choose another folder with -o."
            ) from error
        return cls(folder)

    def lock(self) -> WriteLock:
        """The right to write, as a context manager."""
        return WriteLock(self.path)

    def settings(self) -> Settings:
        """The settings that the committed state was made with; before the first, those of `detente.toml`.

        Raises:
            SettingsError: if `detente.toml` is malformed.
        """
        if self.manifest is not None:
            return Settings.model_validate(dict(self.manifest.settings))
        return load_settings(self.path / SETTINGS_FILE)

    def table(self, name: str, columns: list[str] | None = None) -> pa.Table:
        """A whole table of the committed state, in order; empty before the first commit.

        Raises:
            SchemaError: if there is no table of that name.
        """
        schema = schema_of(name)
        tables = list(self.stream(name, columns))
        if not tables:
            return schema.empty_table() if columns is None else schema.empty_table().select(columns)
        return pa.concat_tables(tables)

    def stream(self, name: str, columns: list[str] | None = None) -> Iterator[pa.Table]:
        """The parts of a table of the committed state, one by one."""
        schema = schema_of(name)
        for part in self.parts(name):
            yield read_part(self.path, part, schema, columns)

    def parts(self, name: str) -> tuple[Part, ...]:
        """The parts of a table of the committed state, in order."""
        schema_of(name)
        return () if self.manifest is None else tuple(self.manifest.tables.get(name, ()))

    def relation(self, name: str, parts: tuple[Part, ...] | None = None) -> duckdb.DuckDBPyRelation:
        """A DuckDB relation over a table: of the committed state, or of the parts given."""
        return relation_of(self.path, self.parts(name) if parts is None else parts, schema_of(name))

    def write(self, name: str, table: pa.Table) -> Part:
        """Write a part; nobody sees it before `commit`.

        Raises:
            SchemaError: if the table breaks its declared schema.
        """
        if not table.schema.equals(schema_of(name)):
            raise SchemaError(
                f"Table {name!r} does not have its declared columns and types; see docs/reference/tables.md."
            )
        return write_part(self.path, name, table)

    def read(self, part: Part, columns: list[str] | None = None) -> pa.Table:
        """Read one part, committed or not."""
        return read_part(self.path, part, schema_of(part.name.split("/")[0]), columns)

    def finished(self, key: str) -> BatchEntry | None:
        """The finished batch of that key, or None."""
        return read_entry(self.path, key)

    def finish(self, entry: BatchEntry) -> BatchEntry:
        """Record a batch as finished, so that no later run codes it again; its parts are written."""
        write_entry(self.path, entry)
        return entry

    def commit(self, manifest: Manifest) -> None:
        """Make a new state the committed one, then delete what neither it nor the one before needs.

        Args:
            manifest: the new state; all its parts and batches are written.
        """
        before = self.manifest
        write_manifest(self.path, manifest)
        self.manifest = manifest
        drop_entries(self.path, set(manifest.batches))
        self._sweep(manifest.part_names() | (before.part_names() if before else set()))

    def sweep(self) -> None:
        """Delete what killed runs left behind; only for the holder of the lock."""
        remove_leftovers(self.path)
        self._sweep(self.manifest.part_names() if self.manifest else set())

    def _sweep(self, keep: set[str]) -> None:
        keep = keep | {part.name for entry in list_entries(self.path) for part in entry.parts.values()}
        for path in (self.path / "exports").glob(".*.part"):
            path.unlink(missing_ok=True)
        for name in (*TABLES, CODED):
            for path in (self.path / name).glob("*.parquet"):
                if f"{name}/{path.name}" not in keep:
                    path.unlink(missing_ok=True)


def schema_of(name: str) -> pa.Schema:
    """The declared schema of a table.

    Raises:
        SchemaError: if there is none of that name.
    """
    if name == CODED:
        return TABLES["events"]
    if name not in TABLES:
        raise SchemaError(f"No table {name!r}; choose one of {', '.join(TABLES)}.")
    return TABLES[name]


def _looks_like_project(folder: Path) -> bool:
    """Ours, or what a run killed in its first instant left."""
    return (
        (folder / SETTINGS_FILE).exists()
        or (folder / MANIFEST_FILE).exists()
        or all(path.name.endswith(TEMPORARY) for path in folder.iterdir())
    )
