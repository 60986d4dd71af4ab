"""What a reader hands on: paragraphs and what the source says about itself, before cleaning."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as read.

    Attributes:
        text: its text; line ends inside it mean nothing.
        tight: no blank line stood between it and the paragraph before.
        heading: the source marks it as a heading.
        item: the source marks it as an item of a list.
    """

    text: str
    tight: bool = False
    heading: bool = False
    item: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """One document before boilerplate, footnote marks, language and date are settled.

    Attributes:
        document_id: sha256 (hex) of the raw bytes.
        source: path or URL as given, with `#n` for a record.
        reader: name and version of the reader.
        stated: publication date stated by the source itself, or None.
        stamped: date that a tool may have stamped rather than an editor stated (PDF, docx), or None.
        address: URL or path in which a publication date may be looked for.
        crawled: day on which a copy was made, where known: a stamped date of that day is not believed.
    """

    document_id: str
    source: str
    reader: str
    paragraphs: tuple[Paragraph, ...]
    title: str = ""
    author: str = ""
    publisher: str = ""
    language: str = ""
    stated: date | None = None
    stamped: date | None = None
    address: str = ""
    crawled: date | None = None


def identity(raw: bytes) -> str:
    """sha256 of raw bytes, 64 hex digits: the `document_id`."""
    return hashlib.sha256(raw).hexdigest()
