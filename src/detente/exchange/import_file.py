"""A data file as a stream of UTF-8, plain or compressed, member by member, within limits."""

from __future__ import annotations

import codecs
import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from detente.errors import EmptyInput, ReadError, UnsafeInput

MAX_RATIO = 200.0  # decompression ratio, as `read.max_ratio`
RATIO_FLOOR = 50_000_000  # bytes; below this a high ratio harms no one: everything is read in pieces
PIECE = 16 << 20  # bytes read at a time, which bounds the rows in memory
LINE_BYTES = 1 << 20  # longest first line
_DAMAGED = (zlib.error, zipfile.BadZipFile, gzip.BadGzipFile, EOFError, NotImplementedError, RuntimeError)


class Utf8Stream:
    """Bytes of a file as UTF-8: where they are not, they are read as Latin-1, byte by byte.

    Old files of event data are Latin-1 with some UTF-8 among them; nothing says where one ends.

    Args:
        source: path as given, named in errors.
        stream: what is read.
        limit: bytes after which reading stops with an error.
    """

    closed = False

    def __init__(self, source: str, stream: IO[bytes], limit: float) -> None:
        self.source = source
        self._stream = stream
        self._limit = limit
        self._decode = codecs.getincrementaldecoder("utf-8")("detente-latin-1")
        self._pending = memoryview(b"")
        self._made = 0
        self._begun = False
        self._ended = False

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes; b"" at the end.

        Raises:
            UnsafeInput: if more comes out of a compressed file than the limit.
            ReadError: if the compressed data is damaged.
        """
        if size < 0:
            return b"".join(iter(lambda: self.read(PIECE), b""))
        while not self._pending and not self._ended:
            self._pending = memoryview(self._next())
        piece, self._pending = self._pending[:size], self._pending[size:]
        return bytes(piece)

    def first_line(self) -> bytes:
        """The next line with its end, which stays to be read."""
        held = b""
        while b"\n" not in held and len(held) < LINE_BYTES and (more := self.read(LINE_BYTES)):
            held += more
        self.push_back(held)
        return held[: held.find(b"\n") + 1] or held

    def push_back(self, data: bytes) -> None:
        """Puts bytes in front of what is still to be read."""
        self._pending = memoryview(data + bytes(self._pending))

    def close(self) -> None:
        """Nothing is left to be read; the file behind stays open, for whoever opened it."""
        self.closed = True

    def readable(self) -> bool:
        """Always."""
        return True

    def _next(self) -> bytes:
        try:
            piece = self._stream.read(PIECE)
        except _DAMAGED as error:
            reason = f"damaged compressed data ({error or type(error).__name__})"
            raise ReadError(self.source, reason, "Fetch or copy the file again") from error
        self._ended = not piece
        self._made += len(piece)
        if self._made > self._limit:
            reason = f"expands more than {MAX_RATIO:g} times (a decompression bomb?)"
            raise UnsafeInput(self.source, reason, "Unpack it yourself if you trust it, and give the file")
        if not self._begun and piece:
            self._begun = True
            piece = piece.removeprefix(codecs.BOM_UTF8)
        if piece.isascii() and not self._decode.getstate()[0]:
            return piece
        return self._decode.decode(piece, final=self._ended).encode("utf-8")


@contextmanager
def open_streams(path: Path) -> Iterator[Iterator[tuple[str, Utf8Stream]]]:
    """(name to show, stream) of the file, or of each file inside a zip; nothing is written to disk.

    Raises:
        EmptyInput: if it holds nothing.
        ReadError: if it cannot be opened or is damaged.
    """
    try:
        raw = path.open("rb")
    except OSError as error:
        raise ReadError(
            str(path), f"cannot be opened ({error.strerror})", "Check the path and its permissions"
        ) from error
    with raw:
        size = raw.seek(0, io.SEEK_END)
        raw.seek(0)
        head = raw.read(4)
        raw.seek(0)
        if not size:
            raise EmptyInput(str(path), "the file is empty", "Remove it, or fetch it again")
        limit = max(MAX_RATIO * size, RATIO_FLOOR)
        if head[:2] == b"\x1f\x8b":
            with gzip.GzipFile(fileobj=raw) as plain:
                yield iter([(str(path), Utf8Stream(str(path), plain, limit))])  # pyright: ignore[reportArgumentType]
        elif head in (b"PK\x03\x04", b"PK\x05\x06"):
            yield _members(path, raw, limit)
        else:
            yield iter([(str(path), Utf8Stream(str(path), raw, float("inf")))])


def _members(path: Path, raw: IO[bytes], limit: float) -> Iterator[tuple[str, Utf8Stream]]:
    try:
        with zipfile.ZipFile(raw) as archive:
            members = [member for member in archive.infolist() if not member.is_dir() and member.file_size]
            if not members:
                raise EmptyInput(str(path), "the archive holds no file", "Check it, or fetch it again")
            for member in members:
                with archive.open(member) as plain:
                    name = str(path) if len(members) == 1 else f"{path}!{Path(member.filename).name}"
                    yield name, Utf8Stream(name, plain, limit)
    except _DAMAGED as error:
        raise ReadError(str(path), f"damaged archive ({error})", "Fetch or copy the file again") from error


def _as_latin_1(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error("detente-latin-1", _as_latin_1)
