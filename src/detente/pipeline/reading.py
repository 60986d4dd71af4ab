"""One batch of inputs as chunks of documents, small enough for memory whatever a container holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from detente.errors import ReadError
from detente.pipeline.batches import InputBatch, name_of
from detente.schema.document import Document
from detente.schema.rejected import Rejected
from detente.settings import ReadSettings

MAX_DOCUMENTS = 64  # of one chunk
MAX_CHARS = 4_000_000  # of the texts of one chunk, unless a single one is longer
MAX_REJECTED = 5_000  # of one chunk


@dataclass(frozen=True, slots=True)
class Chunk:
    """Consecutive documents and rejects of one batch; `last` when none follow."""

    documents: tuple[Document, ...]
    rejected: tuple[Rejected, ...]
    last: bool


def read_chunks(batch: InputBatch, settings: ReadSettings) -> Iterator[Chunk]:
    """Read a batch; what cannot be read becomes a Rejected and stops nothing.

    Yields:
        At least one chunk; the last one is marked.
    """
    documents: list[Document] = []
    rejected: list[Rejected] = []
    chars = 0
    for item in _read_all(batch, settings):
        full = len(documents) >= MAX_DOCUMENTS or chars >= MAX_CHARS or len(rejected) >= MAX_REJECTED
        if full:  # found out one item late, so that the last chunk is known to be the last
            yield Chunk(tuple(documents), tuple(rejected), last=False)
            documents, rejected, chars = [], [], 0
        if isinstance(item, Rejected):
            rejected.append(item)
        else:
            documents.append(item)
            chars += len(item.text)
    yield Chunk(tuple(documents), tuple(rejected), last=True)


def _read_all(batch: InputBatch, settings: ReadSettings) -> Iterable[Document | Rejected]:
    from detente.read.documents import read_source

    for item in batch.inputs:
        if isinstance(item, Rejected):
            yield item
            continue
        try:
            yield from read_source(item, settings)
        except ReadError as error:
            yield Rejected(name_of(item), "file", error.reason, error.remedy)
        except Exception as error:  # a defect of a reader must not stop the other inputs
            yield Rejected(
                name_of(item),
                "file",
                f"the reader failed ({type(error).__name__}: {error})",
                "convert it to plain text, and report the failure",
            )
