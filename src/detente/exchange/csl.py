"""The documents as CSL-JSON, for Zotero and other reference managers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa

from detente.exchange.atomic import atomic_file

WEB = ("http://", "https://")


def write_csl(documents: pa.Table, path: Path) -> Path:
    """One CSL item a document, in the order of the table; what is not known is left out.

    A document with a web address is a `webpage`, any other a `document` whose `source` says where it was read.
    Authors are given as they stand, undivided.

    Args:
        documents: (n_documents, 11), columns of DOCUMENTS.
        path: file to write, atomically.

    Returns:
        `path`.

    Source:
        Citation Style Language 1.0.2, schema csl-data.json.
    """
    names = ["document_id", "source", "title", "author", "publisher", "language", "published"]
    items = [_item(row) for row in documents.select(names).to_pylist()]
    with atomic_file(path) as file:
        file.write((json.dumps(items, ensure_ascii=False, indent=2) + "\n").encode("utf-8"))
    return path


def _item(row: Mapping[str, Any]) -> dict[str, Any]:
    published = row["published"]
    on_the_web = row["source"].lower().startswith(WEB)
    item = {
        "id": row["document_id"],
        "type": "webpage" if on_the_web else "document",
        "title": row["title"],
        "author": [{"literal": row["author"]}] if row["author"] else None,
        "container-title" if on_the_web else "publisher": row["publisher"],
        "issued": {"date-parts": [[published.year, published.month, published.day]]} if published else None,
        "URL" if on_the_web else "source": row["source"],
        "language": row["language"],
    }
    return {key: value for key, value in item.items() if value}
