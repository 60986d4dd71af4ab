"""A document: one article, page, record or dispatch, as stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pyarrow as pa


@dataclass(frozen=True, slots=True)
class SkippedPassage:
    """Text that a reader left out of a document, with the reason."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Document:
    """One article as stored; every offset of every other record points into `text`.

    Attributes:
        document_id: sha256 (hex) of the raw bytes of the file, page or record.
        source: path or URL as the user gave it; a record in a container adds `#n`.
        text: stored text, boilerplate removed, footnote marks unglued; immutable per reader version.
        language: ISO 639-1, or "" when it could not be told.
        published: publication date, or None; `published_basis` says where it comes from:
            `metadata`, `url`, `option`, `inferred` (only bounds are known, from the text's own dates) or `none`.
        published_after, published_before: bounds for a document without a publication date: the last day or period that
            the text tells as past begins at the first, the first that it tells as still to come begins at the second.
        reader: name and version of the reader, as `html/1`.
        skipped: passages left out as boilerplate, in order.
        document_cluster: document_id of the first of its near-duplicates; None until computed.
    """

    document_id: str
    source: str
    text: str
    title: str = ""
    author: str = ""
    publisher: str = ""
    language: str = ""
    published: date | None = None
    published_basis: str = "none"
    reader: str = ""
    skipped: tuple[SkippedPassage, ...] = ()
    document_cluster: str | None = None
    published_after: date | None = None
    published_before: date | None = None


DOCUMENTS = pa.schema(
    [
        ("document_id", pa.string()),
        ("source", pa.string()),
        ("title", pa.string()),
        ("author", pa.string()),
        ("publisher", pa.string()),
        ("language", pa.string()),
        ("published", pa.date32()),
        ("published_basis", pa.string()),
        ("reader", pa.string()),
        ("text", pa.string()),
        ("document_cluster", pa.string()),
        ("published_after", pa.date32()),
        ("published_before", pa.date32()),
    ]
)
