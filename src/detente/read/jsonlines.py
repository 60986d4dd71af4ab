"""JSONL files: one JSON object a line, one document an object."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING

from detente.errors import ReadError
from detente.read.columns import record_draft, text_column
from detente.read.content import Content
from detente.read.draft import Draft, identity
from detente.read.encoding import decode_text
from detente.read.plain import BYTES_PER_CHARACTER
from detente.schema.rejected import Rejected

if TYPE_CHECKING:
    from detente.settings import ReadSettings

NAME = "jsonl/1"
_EXCERPT = 200  # characters


def read_jsonlines(content: Content, settings: ReadSettings) -> Iterator[Draft | Rejected]:
    """One document a line; a line that is no object, or has no text, is rejected and the rest goes on.

    `document_id` is the sha256 of the line without its end; `#n` in the source is the line number.

    Raises:
        ReadError: if the file is one JSON value over several lines.
    """
    limit = settings.max_document_chars * BYTES_PER_CHARACTER
    stream = _as_utf8(content)
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        source = f"{content.source}#{number}"
        if len(line) > limit:
            while line and not line.endswith(b"\n"):
                line = stream.readline(1 << 20)
            reason = f"a line of more than {limit:,} bytes"
            yield Rejected(source, "record", reason, "Split it into documents, or raise read.max_document_chars")
            continue
        raw = line.rstrip(b"\r\n").removeprefix(b"\xef\xbb\xbf") if number == 1 else line.rstrip(b"\r\n")
        if not raw.strip():
            continue
        try:
            yield _draft(raw, source, settings)
        except ReadError as error:
            if number <= 2 and raw.strip() in (b"[", b"{"):
                remedy = "Write one JSON object a line, for example with: jq -c '.[]'"
                raise ReadError(content.source, "JSON over several lines, not one object a line", remedy) from error
            excerpt = raw[:_EXCERPT].decode("utf-8", errors="replace")
            yield Rejected(source, "record", error.reason, error.remedy, excerpt=excerpt)


def _draft(raw: bytes, source: str, settings: ReadSettings) -> Draft:
    try:
        record = json.loads(decode_text(source, raw))
    except json.JSONDecodeError as error:
        reason = f"not valid JSON ({error.msg} at character {error.pos + 1})"
        raise ReadError(source, reason, "Correct the line") from error
    except (RecursionError, ValueError) as error:
        raise ReadError(source, f"not valid JSON ({str(error)[:100]})", "Correct the line") from error
    if not isinstance(record, dict):
        raise ReadError(source, f"a JSON {type(record).__name__}, not an object", "Write one object a line")
    column = text_column(source, [str(name) for name in record], settings)
    return record_draft(record, column, source, identity(raw), NAME)


def _as_utf8(content: Content) -> IO[bytes]:
    """The stream; transcoded when it is UTF-16 or UTF-32, in which lines cannot be told by bytes."""
    content.stream.seek(0)
    head = content.stream.read(4)
    content.stream.seek(0)
    wide = head[:2] in (b"\xff\xfe", b"\xfe\xff") or head.count(0) >= 2 or (len(head) > 1 and 0 in head[:2])
    if not wide:
        return content.stream
    return io.BytesIO(decode_text(content.source, content.stream.read(), content.charset).encode("utf-8"))
