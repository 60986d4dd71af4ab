"""The inputs of a run in batches, each with a key that says whether it was coded before."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from detente.schema.rejected import Rejected

if TYPE_CHECKING:
    from detente.read.sources import Source

MAX_SOURCES = 64  # a batch holds at most so many inputs …
MEAN_SOURCES = 48  # … and ends, on average, after so many, where the name of an input says so
MAX_BYTES = 32_000_000  # of the inputs of one batch, unless a single one is larger


@dataclass(frozen=True, slots=True)
class InputBatch:
    """Consecutive inputs that are read and coded together.

    Attributes:
        inputs: sources, and what could not be listed, in order.
        digests: sha256 (hex) of each input's bytes; "" where it has none to hash (URLs).
        key: hash of `versions_key`, names and digests; "" where an input has no file, so that its
            content is known only after reading.
    """

    inputs: tuple[Source | Rejected, ...]
    digests: tuple[str, ...]
    key: str


def plan_batches(inputs: Iterable[Source | Rejected], versions_key: str, max_bytes: int) -> Iterator[InputBatch]:
    """Split inputs into batches.

    Boundaries depend on the names of the inputs near them, not on a count from the start: an input
    that is added or removed changes its own batch and no other.

    Args:
        inputs: in order.
        versions_key: hash of everything else that a coding depends on.
        max_bytes: largest file that is read; a larger one is refused anyway and gets no digest.
    """
    batch: list[tuple[Source | Rejected, str]] = []
    size = 0
    for item in inputs:
        digest, n_bytes = ("", 0) if isinstance(item, Rejected) else _fingerprint(item, max_bytes)
        other_kind = bool(batch) and _fileless(*batch[-1]) != _fileless(item, digest)
        if batch and (other_kind or size + n_bytes > MAX_BYTES or len(batch) == MAX_SOURCES):
            yield _batch(batch, versions_key)
            batch, size = [], 0
        batch.append((item, digest))
        size += n_bytes
        if _ends_batch(name_of(item)):
            yield _batch(batch, versions_key)
            batch, size = [], 0
    if batch:
        yield _batch(batch, versions_key)


def key_of(*values: Any) -> str:
    """32 hex digits that identify JSON-like values."""
    text = json.dumps(values, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def name_of(item: Source | Rejected) -> str:
    """The path or URL of an input, as given."""
    return item.source if isinstance(item, Rejected) else item.path_or_url


def _fileless(item: Source | Rejected, digest: str) -> bool:
    """A URL or standard input: what it holds is known only once it is read."""
    return not digest and not isinstance(item, Rejected)


def _ends_batch(name: str) -> bool:
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:4], "big") % MEAN_SOURCES == 0


def _fingerprint(source: Source, max_bytes: int) -> tuple[str, int]:
    """(sha256, bytes) of a regular file or of standard input; ("", 0) for anything else."""
    if source.content is not None:
        return hashlib.sha256(source.content).hexdigest(), len(source.content)
    path = Path(source.path_or_url)
    try:
        if source.kind != "file" or not path.is_file() or path.stat().st_size > max_bytes:
            return "", 0
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest(), path.stat().st_size
    except (OSError, ValueError):
        return "", 0


def _batch(items: list[tuple[Source | Rejected, str]], versions_key: str) -> InputBatch:
    inputs = tuple(item for item, _ in items)
    digests = tuple(digest for _, digest in items)
    known = not any(_fileless(item, digest) for item, digest in items)
    named = [(name_of(item), digest, _reason(item)) for item, digest in items]
    return InputBatch(inputs, digests, key_of(versions_key, named) if known else "")


def _reason(item: Source | Rejected) -> str:
    return item.reason if isinstance(item, Rejected) else str(item.kind)
