"""All exports of a project, in one folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from detente.errors import SchemaError
from detente.exchange.csl import write_csl
from detente.exchange.csv import write_csv
from detente.exchange.datapackage import write_datapackage
from detente.exchange.events import events_with_documents
from detente.exchange.gexf import write_gexf
from detente.exchange.graphml import write_graphml
from detente.exchange.parquet import write_parquet
from detente.exchange.plover import write_plover

if TYPE_CHECKING:
    import networkx as nx

REQUIRED = ("documents", "events", "dyads", "ties", "rejected", "unresolved")
CSV_TABLES = ("dyads", "ties", "tie_evidence", "panel", "evidence", "rejected", "unresolved", "reviews")


def write_exports(tables: Mapping[str, pa.Table], graph: nx.Graph, folder: Path) -> list[Path]:
    """events.csv/.parquet/.jsonl, CSV of the other tables, network.gexf/.graphml, sources.csl.json, datapackage.json.

    Each file is replaced whole; `datapackage.json`, with sizes and hashes, comes last. The same tables give the same
    bytes: rows stand in the order of the tables, and nothing holds a time of writing.

    Args:
        tables: by name; REQUIRED must be there, `sentences` adds offsets to events.jsonl, and tie_evidence, panel,
            evidence and reviews are written when given.
        graph: as `signed_network` gives it.
        folder: made when it is not there.

    Returns:
        The files written, in that order.

    Raises:
        SchemaError: if a required table or column is missing, or an event's document is.
        OSError: if the folder cannot be written to.
    """
    missing = [name for name in REQUIRED if name not in tables]
    if missing:
        raise SchemaError(f"Exports need the tables {', '.join(missing)}; give them, empty where there is nothing.")
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    documents = tables["documents"]
    events = events_with_documents(tables["events"], documents)
    flat = {"events": events} | {name: tables[name] for name in CSV_TABLES if name in tables}
    files = [
        write_csv(events, folder / "events.csv"),
        write_parquet(events, folder / "events.parquet"),
        write_plover(events, documents, folder / "events.jsonl", tables.get("sentences")),
        *(write_csv(table, folder / f"{name}.csv") for name, table in flat.items() if name != "events"),
        write_gexf(graph, folder / "network.gexf"),
        write_graphml(graph, folder / "network.graphml"),
        write_csl(documents, folder / "sources.csl.json"),
    ]
    schemas = {f"{name}.csv": table.schema for name, table in flat.items()}
    return [*files, write_datapackage(files, schemas, folder / "datapackage.json")]
