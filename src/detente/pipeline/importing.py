"""Files of event data into a project, beside its documents."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from detente.errors import ReadError
from detente.exchange.event_formats import EventFormat, event_format, guess_format
from detente.pipeline.batches import key_of, name_of
from detente.pipeline.coders import actors_path, make_names
from detente.pipeline.finishing import Corpus
from detente.pipeline.import_result import ImportResult, import_result
from detente.pipeline.import_step import SeenRecords, import_file
from detente.pipeline.imported_names import ImportedNames
from detente.pipeline.reviewing import entries_of
from detente.pipeline.run import Progress, lexicon_of, settle
from detente.pipeline.versions import all_versions, file_checksum, import_checksum, library_version
from detente.schema.rejected import Rejected
from detente.settings import Settings, load_settings
from detente.store.imported_file import ImportedFile
from detente.store.project import ProjectStore
from detente.store.review_log import read_reviews
from detente.store.run_log import log_line, peak_memory_mb
from detente.store.toml import SETTINGS_FILE


def import_project(
    inputs: Sequence[str],
    out: Path,
    format: str = "",
    columns: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> ImportResult:
    """Import files of event data into the project at `out`; what it holds already stays.

    A file that the project holds, read by the same code with the same names, is not read again; read by other code or
    with other names, its rows are replaced. A file that cannot be read is listed and stops no other.

    Args:
        inputs: paths, folders or patterns.
        out: the project folder; made when absent.
        format: name of the format of all files; "" guesses that of each by its first line.
        columns: for tables, name in the file by our name.
        progress: told (`import`, files done, files) and (`rows`, rows read, 0).

    Raises:
        InputError: if there is no such format, a column is mapped that is not ours, or no file can be read.
        ProjectError: if the folder cannot be used or another process writes to it.
        SettingsError, LexiconError: if `detente.toml` or the user's names are malformed.
    """
    started = time.monotonic()
    form = event_format(format) if format else None
    chosen = load_settings(out / SETTINGS_FILE)
    own_actors = actors_path(chosen, out)
    lexicon = lexicon_of(chosen, own_actors)
    made_with = key_of(import_checksum(), library_version("pyarrow"), lexicon)
    names = ImportedNames(make_names(chosen, out))
    found = list(_list_files(inputs, chosen))
    store = ProjectStore.create(out, chosen)
    tell = progress or (lambda step, done, total: None)
    with store.lock():
        store = ProjectStore(out)
        store.sweep()
        job = _Job(store, form, dict(columns or {}), names, made_with, tell)
        imports, files, unread = job.run(found)
        if not files:
            first = unread[0] if unread else Rejected("", "file", "no file was given", "Give files of event data")
            raise ReadError(first.source, first.reason, first.remedy)
        settle(store, _corpus(store, out, chosen, lexicon, imports), tell)
        values = {
            "seconds": round(time.monotonic() - started, 3),
            "peak_memory_mb": peak_memory_mb(),
            "files": len(files),
            "read": len(files) - job.n_unchanged,
            "names_asked": names.n_asked,
        }
        log_line(out, "import", values)
    return import_result(store, files, job.n_unchanged, unread)


class _Job:
    """One import, file by file."""

    def __init__(
        self,
        store: ProjectStore,
        form: EventFormat | None,
        columns: dict[str, str],
        names: ImportedNames,
        made_with: str,
        tell: Progress,
    ) -> None:
        self.store, self.form, self.columns, self.names = store, form, columns, names
        self.made_with, self.tell = made_with, tell
        self.n_unchanged = self.n_rows = 0
        self._seen: SeenRecords | None = None

    def run(
        self, found: Sequence[Path | Rejected]
    ) -> tuple[tuple[ImportedFile, ...], list[ImportedFile], list[Rejected]]:
        """All files that the project holds afterwards, those of this import, and those that were not read."""
        held = {file.identity(): file for file in self._held()}
        files: dict[tuple[object, ...], ImportedFile] = {}
        unread = [item for item in found if isinstance(item, Rejected)]
        stale = []
        for path in [item for item in found if isinstance(item, Path)]:
            try:
                wanted = self._wanted(path)
            except ReadError as error:
                unread.append(Rejected(error.source, "file", error.reason, error.remedy))
                continue
            identity = wanted.identity()
            same = held.get(identity)
            if same is not None and same.made_with == self.made_with:
                files[identity] = same
                self.n_unchanged += 1
            elif identity not in files:
                files[identity] = wanted
                stale.append((path, wanted))
        before = {wanted.identity(): held.pop(wanted.identity(), None) for _, wanted in stale}
        self.tell("import", 0, len(stale))
        for number, (path, wanted) in enumerate(stale, start=1):
            try:
                files[wanted.identity()] = held[wanted.identity()] = self._read(path, wanted, tuple(held.values()))
            except ReadError as error:
                self._seen = None  # what was read of it does not make others duplicates
                del files[wanted.identity()]
                if (old := before[wanted.identity()]) is not None:
                    held[wanted.identity()] = old
                unread.append(Rejected(error.source, "file", error.reason, error.remedy))
            self.tell("import", number, len(stale))
        return tuple(held.values()), list(files.values()), unread

    def _held(self) -> tuple[ImportedFile, ...]:
        return () if self.store.manifest is None else self.store.manifest.imports

    def _wanted(self, path: Path) -> ImportedFile:
        """The record of a file before it is read."""
        try:
            form = self.form or guess_format(path)
            digest = file_checksum(path)
        except OSError as error:
            raise ReadError(str(path), f"cannot be read ({error.strerror})", "Check the file") from error
        columns = self.columns if form.name == "table" else {}
        return ImportedFile(str(path), digest, form.name, columns, self.made_with, {}, {}, {})

    def _read(self, path: Path, wanted: ImportedFile, held: tuple[ImportedFile, ...]) -> ImportedFile:
        if self._seen is None:
            self._seen = SeenRecords()
            for file in held:
                for part in file.parts["imported"]:
                    self._seen.add_part(self.store.read(part))

        def tell_rows(count: int) -> None:
            self.n_rows += count
            self.tell("rows", self.n_rows, 0)

        form = event_format(wanted.format)
        counts, refused, parts = import_file(self.store, path, form, wanted.columns, self.names, self._seen, tell_rows)
        return replace(wanted, counts=counts, refused=refused, parts=parts)


def _corpus(
    store: ProjectStore, out: Path, settings: Settings, lexicon: dict[str, str], imports: tuple[ImportedFile, ...]
) -> Corpus:
    """The documents as they are, with other imports."""
    manifest, reviews = store.manifest, tuple(read_reviews(out))
    if manifest is None:
        return Corpus((), (), reviews, settings, all_versions(), lexicon, imports)
    versions, lexicon = dict(manifest.versions), dict(manifest.lexicon)
    return Corpus(entries_of(store), manifest.inputs, reviews, store.settings(), versions, lexicon, imports)


def _list_files(inputs: Sequence[str], settings: Settings) -> Iterator[Path | Rejected]:
    from detente.read.sources import list_sources

    for item in list_sources(list(inputs), settings.read):
        if isinstance(item, Rejected):
            yield item
        elif item.kind == "file":
            yield Path(item.path_or_url)
        else:
            yield Rejected(name_of(item), "file", "is no file", "Save it to a file and give that")
