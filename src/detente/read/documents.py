"""Anything that can be read to documents; whatever cannot is reported and the rest goes on."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Sequence
from types import MappingProxyType

from detente.errors import ReadError, SettingsError
from detente.read.content import Content
from detente.read.draft import Draft
from detente.read.sources import Source, list_sources
from detente.read.stored import option_date, stored_document
from detente.schema.document import Document
from detente.schema.rejected import Rejected
from detente.settings import ReadSettings

# kind -> module of this room and its reader; imported when first needed
_READERS = MappingProxyType(
    {
        "txt": ("plain", "read_plain"),
        "md": ("markdown", "read_markdown"),
        "html": ("page", "read_page"),
        "pdf": ("pdf", "read_pdf"),
        "docx": ("word", "read_word"),
        "jsonl": ("jsonlines", "read_jsonlines"),
        "csv": ("delimited", "read_delimited"),
        "tsv": ("delimited", "read_delimited"),
        "feed": ("feed", "read_feed"),
        "warc": ("archive", "read_archive"),
    }
)
_MAX_LISTED = 1000  # rejected records of one source that are listed one by one


def read_documents(inputs: Sequence[str], settings: ReadSettings) -> Iterator[Document | Rejected]:
    """Documents of files, folders, patterns, URLs and `-`, in order, with a `Rejected` for all that cannot be read.

    Args:
        inputs: see `detente.read.sources.list_sources`.
        settings: limits and choices of reading.

    Raises:
        SettingsError: if `settings.published` is no day.
    """
    option_date(settings)
    for source in list_sources(inputs, settings):
        if isinstance(source, Rejected):
            yield source
        else:
            yield from read_source(source, settings)


def read_source(source: Source, settings: ReadSettings) -> Iterator[Document | Rejected]:
    """Documents of one source; never raises on what the source holds.

    Args:
        source: from `detente.read.sources.list_sources`.
        settings: limits and choices of reading.

    Raises:
        SettingsError: if `settings.published` is no day.
    """
    n_rejected = 0
    for found in _guarded(source, settings):
        if isinstance(found, Rejected) and found.scope == "record":
            n_rejected += 1
            if n_rejected > _MAX_LISTED:
                continue
        yield found
    if n_rejected > _MAX_LISTED:
        reason = f"{n_rejected - _MAX_LISTED:,} more records that cannot be read"
        yield Rejected(source.path_or_url, "record", reason, "See the records listed before")


def _guarded(source: Source, settings: ReadSettings) -> Iterator[Document | Rejected]:
    name = source.path_or_url
    try:
        content = source.open(settings)
        try:
            yield from _documents(content, settings)
        finally:
            content.close()
    except SettingsError:
        raise
    except ReadError as error:
        yield Rejected(name, "file", error.reason, error.remedy)
    except (MemoryError, RecursionError) as error:
        yield Rejected(name, "file", f"too large or too deep to be read ({type(error).__name__})", "Split it")
    except Exception as error:  # a reader's library failed on hostile input: the batch goes on
        reason = f"could not be read ({type(error).__name__}: {str(error)[:160]})"
        yield Rejected(name, "file", reason, "Save it as text, and report the file if it is sound")


def _documents(content: Content, settings: ReadSettings) -> Iterator[Document | Rejected]:
    module, function = _READERS[content.kind]
    reader = getattr(importlib.import_module(f"detente.read.{module}"), function)
    for found in reader(content, settings):
        if isinstance(found, Draft) and found.source != content.source:
            try:
                yield stored_document(found, settings)
            except ReadError as error:
                excerpt = " ".join(paragraph.text for paragraph in found.paragraphs[:3])[:200]
                yield Rejected(error.source, "record", error.reason, error.remedy, found.document_id, excerpt)
        else:
            yield stored_document(found, settings) if isinstance(found, Draft) else found
