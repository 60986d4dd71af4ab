"""Exports and report of a committed state."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pyarrow as pa

from detente.errors import InputError
from detente.pipeline.counting import camps_of
from detente.pipeline.showing import network_of, render_page
from detente.schema.review import REVIEWABLE
from detente.schema.tables import TABLES
from detente.store.atomic import write_atomic
from detente.store.project import ProjectStore

REPORT_FILE = "report.html"
EXPORT_FOLDER = "exports"
MARK_FILE = ".state"  # in the export folder: the state that exports and report show
# Tables that exports and report need; mentions stay in the store.
SHOWN = (
    *("documents", "sentences", "actors", "events", "evidence", "panel", "dyads", "ties", "tie_evidence"),
    *("rejected", "unresolved", "reviews"),
)


def is_published(store: ProjectStore) -> bool:
    """Whether exports and report show the committed state."""
    mark = store.path / EXPORT_FOLDER / MARK_FILE
    state = "" if store.manifest is None else store.manifest.state
    return (store.path / REPORT_FILE).is_file() and mark.is_file() and mark.read_text("utf-8") == state


def publish(store: ProjectStore) -> None:
    """Write every export and the report; the mark that says so comes last.

    Raises:
        OSError: if the project folder cannot be written.
    """
    from detente.exchange.exports import write_exports

    tables = load_tables(store)
    camps = camps_of(tables["ties"])
    beside = {**tables, "events": events_beside_coded(tables)}
    write_exports(beside, network_of(tables, camps), store.path / EXPORT_FOLDER)
    write_atomic(store.path / REPORT_FILE, render_page(store, tables, camps).encode("utf-8"))
    if store.manifest is not None:
        write_atomic(store.path / EXPORT_FOLDER / MARK_FILE, store.manifest.state.encode())


def load_tables(store: ProjectStore) -> dict[str, pa.Table]:
    """The tables that exports and report show, by name; the texts of the documents are left in the store."""
    tables = {name: store.table(name) for name in SHOWN if name != "documents"}
    columns = [name for name in TABLES["documents"].names if name != "text"]
    return {"documents": store.table("documents", columns), **tables}


def events_beside_coded(tables: Mapping[str, pa.Table]) -> pa.Table:
    """Events with a column `<field>_coded` for every field that a review can correct.

    It holds, as text, the value as coded where a correction is applied, and is null everywhere else.
    """
    events = tables["events"]
    before: dict[str, dict[str, str]] = {field: {} for field in REVIEWABLE if field != "is_event"}
    for review in tables["reviews"].to_pylist():
        if review["status"] == "applied" and review["field"] in before:
            before[review["field"]][review["event_id"]] = review["value_before"]
    ids = events.column("event_id").to_pylist()
    for field, values in before.items():
        column = pa.array([values.get(event_id) for event_id in ids], pa.string())
        events = events.append_column(pa.field(f"{field}_coded", pa.string()), column)
    return events


def export_project(project: Path, out: Path | None, formats: tuple[str, ...]) -> list[Path]:
    """Write exports of a project, all or those named.

    Raises:
        InputError: if there is no format of that name.
        ProjectError: if there is no finished project.
    """
    unknown = [name for name in formats if name not in FORMATS]
    if unknown:
        raise InputError(f"No export format {unknown[0]!r}; choose from {', '.join(FORMATS)}.")
    store = ProjectStore.open(project)
    tables = load_tables(store)
    tables["events"] = events_beside_coded(tables)
    folder = out or store.path / EXPORT_FOLDER
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if not formats:
            from detente.exchange.exports import write_exports

            return write_exports(tables, network_of(tables, camps_of(tables["ties"])), folder)
        return [path for name in dict.fromkeys(formats) for path in FORMATS[name](tables, folder)]
    except OSError as error:
        raise InputError(f"{folder}: cannot be written ({error.strerror}). Choose another folder with -o.") from error


def _csv(tables: Mapping[str, pa.Table], folder: Path) -> list[Path]:
    from detente.exchange.csv import write_csv
    from detente.exchange.exports import CSV_TABLES

    others = [write_csv(tables[name], folder / f"{name}.csv") for name in CSV_TABLES]
    return [write_csv(_joined(tables), folder / "events.csv"), *others]


def _parquet(tables: Mapping[str, pa.Table], folder: Path) -> list[Path]:
    from detente.exchange.parquet import write_parquet

    return [write_parquet(_joined(tables), folder / "events.parquet")]


def _jsonl(tables: Mapping[str, pa.Table], folder: Path) -> list[Path]:
    from detente.exchange.plover import write_plover

    return [write_plover(_joined(tables), tables["documents"], folder / "events.jsonl", tables["sentences"])]


def _gexf(tables: Mapping[str, pa.Table], folder: Path) -> list[Path]:
    from detente.exchange.gexf import write_gexf

    return [write_gexf(network_of(tables, camps_of(tables["ties"])), folder / "network.gexf")]


def _graphml(tables: Mapping[str, pa.Table], folder: Path) -> list[Path]:
    from detente.exchange.graphml import write_graphml

    return [write_graphml(network_of(tables, camps_of(tables["ties"])), folder / "network.graphml")]


def _csl(tables: Mapping[str, pa.Table], folder: Path) -> list[Path]:
    from detente.exchange.csl import write_csl

    return [write_csl(tables["documents"], folder / "sources.csl.json")]


def _joined(tables: Mapping[str, pa.Table]) -> Any:
    from detente.exchange.events import events_with_documents

    return events_with_documents(tables["events"], tables["documents"])


FORMATS: Mapping[str, Callable[[Mapping[str, pa.Table], Path], list[Path]]] = MappingProxyType(
    {"csv": _csv, "parquet": _parquet, "jsonl": _jsonl, "gexf": _gexf, "graphml": _graphml, "csl": _csl}
)
