"""What the exported files are, for machines and people: a Frictionless data package."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pyarrow as pa

from detente.exchange.atomic import atomic_file
from detente.exchange.fields import DESCRIPTIONS

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
MEDIA_TYPES = MappingProxyType(
    {
        ".csv": "text/csv",
        ".parquet": "application/vnd.apache.parquet",
        ".jsonl": "application/jsonl",
        ".json": "application/json",
        ".gexf": "application/gexf+xml",
        ".graphml": "application/graphml+xml",
    }
)
ABOUT = MappingProxyType(
    {
        "events": "acts and conditions with their sentence, actors, dates and document",
        "dyads": "asserted acts and conditions of every ordered pair of actors",
        "ties": "undirected signed ties of the corpus's present",
        "tie_evidence": "the events behind every tie",
        "panel": "counts by ordered pair, period, type, modality and kind",
        "evidence": "the events behind every cell of the panel",
        "rejected": "what was not read or not coded, and why",
        "unresolved": "names that could not be resolved",
        "reviews": "corrections by analysts, with both values",
        "network": "the ties as a graph, with camps",
        "sources": "the documents as references",
    }
)
KEYS = MappingProxyType(
    {"events": ["event_id"], "dyads": ["actor", "recipient"], "ties": ["a", "b"], "panel": ["cell"]}
)


def write_datapackage(files: Sequence[Path], schemas: Mapping[str, pa.Schema], path: Path) -> Path:
    """`datapackage.json` (Data Package 2.0) beside the files it describes: size, hash, and for CSV the fields.

    Args:
        files: files to describe, all in the folder of `path`.
        schemas: file name -> Arrow schema of what the CSV files hold.
        path: file to write, atomically.

    Returns:
        `path`.

    Source:
        Data Package Standard 2.0, datapackage.org.
    """
    package = {
        "$schema": PROFILE,
        "name": "detente-exports",
        "title": "Events, dyads and ties coded by detente",
        "description": "How states treated each other, as the documents tell it; every number leads to its sentences.",
        "resources": [_resource(file, schemas.get(file.name)) for file in files],
    }
    with atomic_file(path) as file:
        file.write((json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode("utf-8"))
    return path


def _resource(file: Path, schema: pa.Schema | None) -> dict[str, Any]:
    stem = file.name.split(".")[0]
    ending = file.suffix.lstrip(".")
    with file.open("rb") as data:
        digest = hashlib.file_digest(data, "sha256").hexdigest()
    resource: dict[str, Any] = {
        "name": stem if schema is not None else f"{stem}-{ending}",
        "path": file.name,
        "description": ABOUT.get(stem, ""),
        "format": ending,
        "mediatype": MEDIA_TYPES.get(file.suffix, "application/octet-stream"),
        "bytes": file.stat().st_size,
        "hash": f"sha256:{digest}",
    }
    if schema is not None:
        resource |= {"type": "table", "encoding": "utf-8", "schema": _table_schema(stem, schema)}
    return resource


def _table_schema(stem: str, schema: pa.Schema) -> dict[str, Any]:
    described: dict[str, Any] = {
        "fields": [
            {"name": field.name, "type": _field_type(field.type), "description": DESCRIPTIONS.get(field.name, "")}
            for field in schema
        ],
        "missingValues": [""],
    }
    if stem in KEYS:
        described["primaryKey"] = KEYS[stem]
    return described


def _field_type(kind: pa.DataType) -> str:
    if pa.types.is_boolean(kind):
        return "boolean"
    if pa.types.is_integer(kind):
        return "integer"
    if pa.types.is_floating(kind):
        return "number"
    return "date" if pa.types.is_date(kind) else "string"
