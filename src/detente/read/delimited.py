"""CSV and TSV files with a header: one document a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from detente.errors import EmptyInput, ReadError
from detente.read.columns import record_draft, text_column
from detente.read.content import Content
from detente.read.draft import Draft, identity
from detente.read.encoding import encoding_of
from detente.schema.rejected import Rejected

if TYPE_CHECKING:
    from detente.settings import ReadSettings

NAME = "csv/1"
_EXCERPT = 200  # characters
_SAMPLE = 1 << 20  # bytes


def read_delimited(content: Content, settings: ReadSettings) -> Iterator[Draft | Rejected]:
    """One document a row; a row without text, or with a field that never ends, is rejected and the rest goes on.

    A cell is text as written: "NA" is no gap. `document_id` is the sha256 of the row as written, in UTF-8 and without
    its line end; `#n` in the source is the number of the row, the header not counted.

    Raises:
        ReadError: if there is no column with text, or the character set cannot be told.
        EmptyInput: if there is no row under the header.
    """
    encoding = _encoding(content)
    csv.field_size_limit(max(csv.field_size_limit(), settings.max_document_chars))
    delimiter = _delimiter(content, encoding)
    lines = _Lines(content, encoding, settings)
    try:
        yield from _rows(content, csv.reader(lines, delimiter=delimiter), lines, settings)
    finally:
        lines.release()


def _rows(content: Content, rows: Any, lines: _Lines, settings: ReadSettings) -> Iterator[Draft | Rejected]:
    try:
        header = [name.strip().lstrip("\ufeff") for name in next(rows, [])]
    except csv.Error as error:
        raise ReadError(content.source, f"a header that cannot be read ({error})", "Correct the first line") from error
    column = text_column(content.source, header, settings)
    lines.taken()
    number = 0
    while True:
        try:
            row = next(rows, None)
        except csv.Error as error:
            number += 1
            excerpt = lines.taken()[:_EXCERPT]
            reason = f"a row that cannot be read ({error}); is a quotation mark missing?"
            yield Rejected(f"{content.source}#{number}", "record", reason, "Correct the row", excerpt=excerpt)
            continue
        raw = lines.taken()
        if row is None:
            break
        if not any(cell.strip() for cell in row):
            continue
        number += 1
        source = f"{content.source}#{number}"
        if raw.count('"') % 2 and "\n" in raw.rstrip("\r\n"):
            reason = "a quotation mark without its partner, which swallows the rows after it"
            yield Rejected(source, "record", reason, "Correct the row", excerpt=raw[:_EXCERPT])
            continue
        record = dict(zip(header, row, strict=False))
        if len(row) > len(header):
            reason = f"{len(row)} cells under {len(header)} columns"
            remedy = "Put quotation marks around cells that hold the delimiter"
            yield Rejected(source, "record", reason, remedy, excerpt=raw[:_EXCERPT])
            continue
        yield record_draft(record, column, source, identity(raw.rstrip("\r\n").encode("utf-8")), NAME)
    if not number:
        raise EmptyInput(content.source, "a table without rows", "Check the file")


class _Lines:
    """Lines of the content as text, remembering those read since the last `taken`."""

    def __init__(self, content: Content, encoding: str, settings: ReadSettings) -> None:
        content.stream.seek(0)
        stream: Any = content.stream
        self._text = io.TextIOWrapper(stream, encoding=encoding, errors="replace", newline="")
        self._limit = settings.max_document_chars
        self._since: list[str] = []

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._text.readline(self._limit)
        if not line:
            raise StopIteration
        if len(line) >= self._limit and not line.endswith("\n"):
            while line and not line.endswith("\n"):
                line = self._text.readline(1 << 20)
            raise csv.Error(f"a line of more than {self._limit:,} characters")
        line = line.replace("\0", "")
        self._since.append(line)
        return line

    def taken(self) -> str:
        """The lines since the last call, joined."""
        text = "".join(self._since)
        self._since.clear()
        return text

    def release(self) -> None:
        """Lets go of the stream, which stays open."""
        self._text.detach()


def _encoding(content: Content) -> str:
    content.stream.seek(0)
    head = content.stream.read(4)
    if head[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in head[:2]:
        content.stream.seek(0)
        name = encoding_of(content.stream.read(_SAMPLE // 4 * 4), content.charset)
    else:
        name = _byte_encoding(content)
    if not name:
        raise ReadError(content.source, "the character set cannot be told", "Save it as UTF-8")
    return name


def _byte_encoding(content: Content) -> str:
    """The codec; the first line that is not UTF-8 decides with what surrounds it."""
    import codecs

    content.stream.seek(0)
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    while chunk := content.stream.read(_SAMPLE):
        try:
            decoder.decode(chunk)
        except UnicodeDecodeError:
            content.stream.seek(0)
            sample = content.stream.read(_SAMPLE)
            name = encoding_of(sample, content.charset)
            return encoding_of(chunk, content.charset) if name == "utf-8" and sample.isascii() else name
    return "utf-8-sig"


def _delimiter(content: Content, encoding: str) -> str:
    content.stream.seek(0)
    header = content.stream.read(_SAMPLE).decode(encoding, errors="replace").split("\n", 1)[0]
    if content.kind == "tsv":
        return "\t"
    return max(",;\t|", key=lambda mark: (header.count(mark), mark == ","))
