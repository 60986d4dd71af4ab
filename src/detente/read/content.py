"""The raw bytes of one source, opened within limits, with its kind."""

from __future__ import annotations

import io
import os
import stat
from dataclasses import dataclass
from datetime import date
from typing import IO, TYPE_CHECKING

from detente.errors import EmptyInput, ReadError, UnsafeInput
from detente.read.draft import identity
from detente.read.kinds import HEAD_BYTES, kind_of

if TYPE_CHECKING:
    from detente.read.sources import Source
    from detente.settings import ReadSettings


@dataclass(frozen=True, slots=True)
class Content:
    """An opened source; close it with `close()`.

    Attributes:
        source: path or URL as given.
        kind: what it holds, one of `detente.read.kinds.KINDS`.
        stream: seekable binary file of the content, decompressed.
        size: bytes in `stream`.
        packed: the bytes before decompression, for identity; None when `stream` holds the raw bytes.
        address: URL after redirects, or path.
        charset: character set declared by the server, "" when none.
        crawled: day of the copy, for URLs.
    """

    source: str
    kind: str
    stream: IO[bytes]
    size: int
    packed: IO[bytes] | None = None
    address: str = ""
    charset: str = ""
    crawled: date | None = None

    def read(self, limit: int, what: str) -> bytes:
        """All bytes of the content.

        Raises:
            UnsafeInput: if there are more than `limit`; `what` names the kind of document.
        """
        if self.size > limit:
            reason = f"{what} of {self.size:,} bytes; at most {limit:,} are read as one document"
            raise UnsafeInput(self.source, reason, "Split it into documents")
        self.stream.seek(0)
        return self.stream.read()

    def document_id(self) -> str:
        """sha256 of the raw bytes, as they were before decompression."""
        raw = self.packed or self.stream
        raw.seek(0)
        return identity(raw.read())

    def close(self) -> None:
        """Closes the files behind the content."""
        self.stream.close()
        if self.packed is not None:
            self.packed.close()


def open_content(source: Source, settings: ReadSettings) -> Content:
    """Opens a source, fetches it when it is a URL, undoes gzip, tells its kind.

    Raises:
        ReadError: if it cannot be opened, is of no kind that is read, is too large or is empty.
    """
    address, declared, crawled = source.path_or_url, "", None
    if source.kind == "url":
        from detente.read.fetch import fetch

        response = fetch(source.path_or_url, settings)
        stream: IO[bytes] = io.BytesIO(response.body)
        address, declared, crawled = response.url, response.content_type, date.today()
    elif source.kind == "stdin":
        stream = io.BytesIO(source.content or b"")
    else:
        stream = _open_file(source.path_or_url)
    try:
        return _identified(source.path_or_url, stream, address, declared, crawled, settings)
    except BaseException:
        stream.close()
        raise


def _open_file(path: str) -> IO[bytes]:
    try:
        # without O_NONBLOCK a named pipe would wait for a writer for ever
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError as error:
        raise ReadError(path, "no such file", "Check the path") from error
    except (OSError, ValueError) as error:
        raise ReadError(path, f"cannot be opened ({error})", "Check the path and its permissions") from error
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise UnsafeInput(path, "not a regular file (a device, pipe or folder)", "Give a file with documents")
    return os.fdopen(descriptor, "rb")


def _identified(
    source: str, stream: IO[bytes], address: str, declared: str, crawled: date | None, settings: ReadSettings
) -> Content:
    size = _size(stream)
    if not size:
        raise EmptyInput(source, "the file is empty", "Remove it, or fetch it again")
    if size > settings.max_bytes:
        reason = f"{size:,} bytes, more than the {settings.max_bytes:,} allowed"
        raise UnsafeInput(source, reason, "Split it, or raise read.max_bytes")
    head = stream.read(HEAD_BYTES)
    stream.seek(0)
    media, _, parameters = declared.partition(";")
    charset = parameters.lower().partition("charset=")[2].split(";")[0].strip("\"' ")
    packed = None
    name = address
    if head[:2] == b"\x1f\x8b":
        from detente.read.expand import expand_gzip

        packed, stream = stream, expand_gzip(source, stream, settings)
        size = _size(stream)
        head = stream.read(HEAD_BYTES)
        stream.seek(0)
        name = name[:-3] if name.lower().endswith(".gz") else name
    try:
        if not size:
            raise EmptyInput(source, "the compressed file holds nothing", "Remove it, or fetch it again")
        kind = kind_of(source, head, name, media.strip().lower())
    except ReadError:
        stream.close()
        raise
    return Content(source, kind, stream, size, packed, name, charset, crawled)


def _size(stream: IO[bytes]) -> int:
    size = stream.seek(0, os.SEEK_END)
    stream.seek(0)
    return size
