"""Decompression that stops at a size and at a ratio."""

from __future__ import annotations

import tempfile
import zlib
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING

from detente.errors import ReadError, UnsafeInput

if TYPE_CHECKING:
    from detente.settings import ReadSettings

_CHUNK = 64 * 1024
_RATIO_FLOOR = 1_000_000  # bytes; below this a high ratio harms no one
_IN_MEMORY = 16_000_000  # bytes kept in memory before a temporary file is used


def expand_gzip(source: str, packed: IO[bytes], settings: ReadSettings) -> IO[bytes]:
    """The decompressed content of a gzip stream (several members are joined), as a seekable binary file.

    The file has no name that an archive chose; it goes away when closed.

    Raises:
        UnsafeInput: if it exceeds `max_expanded_bytes` or `max_ratio`.
        ReadError: if the stream is damaged or cut off.
    """
    plain: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - the caller closes it
    try:
        for chunk in _inflate(source, packed, 31, settings):
            plain.write(chunk)
    except BaseException:
        plain.close()
        raise
    plain.seek(0)
    return plain


def expand_body(source: str, body: bytes, encoding: str, settings: ReadSettings) -> bytes:
    """A response body with its content encoding (`gzip`, `deflate` or none) undone.

    Raises:
        UnsafeInput: if it exceeds a limit.
        ReadError: if it is damaged or in another encoding.
    """
    import io

    name = encoding.strip().lower()
    if name in ("", "identity"):
        return body
    if name not in ("gzip", "x-gzip", "deflate"):
        raise ReadError(source, f"compressed as {name!r}, which is not read", "Save the page and give the file")
    window = 31 if name != "deflate" else (15 if body[:1] == b"\x78" else -15)
    return b"".join(_inflate(source, io.BytesIO(body), window, settings))


def _inflate(source: str, packed: IO[bytes], window: int, settings: ReadSettings) -> Iterator[bytes]:
    read, made = 0, 0
    engine = zlib.decompressobj(window)
    pending = b""
    while True:
        chunk = pending or packed.read(_CHUNK)
        if not pending:
            read += len(chunk)
        if not chunk:
            break
        try:
            plain = engine.decompress(chunk, _CHUNK)
        except zlib.error as error:
            raise ReadError(source, f"damaged compressed data ({error})", "Fetch or copy the file again") from error
        made += len(plain)
        if made > settings.max_expanded_bytes:
            reason = f"expands to more than {settings.max_expanded_bytes:,} bytes"
            raise UnsafeInput(source, reason, "Split it, or raise read.max_expanded_bytes")
        if made > _RATIO_FLOOR and made > settings.max_ratio * read:
            reason = f"expands more than {settings.max_ratio:g} times (a decompression bomb?)"
            raise UnsafeInput(source, reason, "Raise read.max_ratio if you trust it")
        if plain:
            yield plain
        pending = engine.unconsumed_tail
        if engine.eof:
            rest = engine.unused_data.lstrip(b"\0")  # padding after the last member is allowed
            engine = zlib.decompressobj(window)
            while not rest:
                more = packed.read(_CHUNK)
                if not more:
                    return
                read += len(more)
                rest = more.lstrip(b"\0")
            pending = rest
    raise ReadError(source, "compressed data that is cut off before its end", "Fetch or copy the file again")
