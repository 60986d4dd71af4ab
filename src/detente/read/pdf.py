"""PDF files with a text layer."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from detente.errors import EmptyInput, ReadError, UnsafeInput
from detente.read.content import Content
from detente.read.draft import Draft
from detente.read.pdf_lines import PrintedLine, page_paragraphs
from detente.read.published import parse_date

if TYPE_CHECKING:
    from detente.settings import ReadSettings

NAME = "pdf/1"
MAX_PAGES = 2_000
_STREAM = re.compile(rb"stream\r?\n")
_BOMB_BYTES = 32_000_000  # a stream of text never expands to that
_PASSWORD = "password"
_BAD_TITLE = re.compile(
    r"(?:untitled|microsoft word.*|powerpoint.*|.*\.(?:docx?|indd|pdf|tex|qxd|odt)|\W*)", re.IGNORECASE
)


def read_pdf(content: Content, settings: ReadSettings) -> Iterator[Draft]:
    """One document; title, author and date from the information dictionary.

    Raises:
        ReadError: if the file is damaged or protected.
        UnsafeInput: if it has too many pages, too much text, or a stream that is a bomb.
        EmptyInput: if it has no text layer.
    """
    import pypdfium2

    data = content.read(settings.max_bytes, "a PDF")
    _check_streams(content.source, data, settings)
    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if _PASSWORD in str(error).lower():
            raise ReadError(content.source, "the PDF is protected by a password", "Save it without one") from error
        raise ReadError(content.source, f"a damaged or cut-off PDF ({error})", "Fetch or copy it again") from error
    try:
        n_pages = len(file)
        if n_pages > MAX_PAGES:
            reason = f"a PDF of {n_pages:,} pages; at most {MAX_PAGES:,} are read as one document"
            raise UnsafeInput(content.source, reason, "Split it")
        pages = _pages(content.source, file, settings)
        facts = file.get_metadata_dict()
    finally:
        file.close()
    if not any(pages):
        cut_off = "" if b"%%EOF" in data[-2048:] else ", and the file is cut off before its end"
        reason = f"no text in {n_pages} page{'s' * (n_pages != 1)} (scanned pictures?){cut_off}"
        raise EmptyInput(content.source, reason, "Recognise the text first (OCR), or fetch the file again")
    paragraphs = page_paragraphs(pages)
    title = facts.get("Title", "").strip()
    if _BAD_TITLE.fullmatch(title):
        from detente.read.plain import first_line_title

        title = first_line_title(paragraphs)
    yield Draft(
        content.document_id(),
        content.source,
        NAME,
        paragraphs,
        title=title,
        author=facts.get("Author", ""),
        stamped=parse_date(facts.get("CreationDate", "")),
        address=content.address,
    )


def _pages(source: str, file: Any, settings: ReadSettings) -> list[list[PrintedLine]]:
    import pypdfium2

    pages: list[list[PrintedLine]] = []
    n_characters = 0
    for index in range(len(file)):
        try:
            page = file[index]
            text_page = page.get_textpage()
        except pypdfium2.PdfiumError:
            pages.append([])
            continue
        try:
            n_characters += text_page.count_chars()
            if n_characters > settings.max_document_chars:
                reason = f"a text of more than {settings.max_document_chars:,} characters"
                raise UnsafeInput(source, reason, "Split it, or raise read.max_document_chars")
            pages.append(_lines(text_page))
        finally:
            text_page.close()
            page.close()
    return pages


def _lines(text_page: Any) -> list[PrintedLine]:
    """Lines in the file's order; each measured at its first and last visible character."""
    import pypdfium2.raw as raw

    lines = []
    text = text_page.get_text_range() if text_page.count_chars() else ""
    # pdfium marks a hyphen at a line's end with one of two signs, and drops the line's end after it
    for match in re.finditer(r"[^\r\n\x02\ufffe]+[\x02\ufffe]?", text):
        line = match[0].replace("\x02", "-").replace("\ufffe", "-")
        if not line.strip():
            continue
        first = match.start() + len(line) - len(line.lstrip())
        last = match.start() + len(line.rstrip()) - 1
        boxes = []
        for position in (first, last):
            index = raw.FPDFText_GetCharIndexFromTextIndex(text_page.raw, position)
            boxes.append(text_page.get_charbox(index, loose=True) if index >= 0 else (0.0, 0.0, 0.0, 0.0))
        (left, bottom, _, top), (_, _, right, _) = boxes
        lines.append(PrintedLine(line.strip(), left, right, top, top - bottom))
    return lines


def _check_streams(source: str, data: bytes, settings: ReadSettings) -> None:
    """Refuses a compressed stream that expands beyond measure, before the PDF library expands it in memory."""
    for match in _STREAM.finditer(data):
        header = data[max(0, match.start() - 300) : match.start()]
        header = header[header.rfind(b"obj") + 1 :]
        if (b"FlateDecode" not in header and b"/Fl" not in header) or b"/Image" in header:
            continue
        end = data.find(b"endstream", match.end())
        packed = data[match.end() : end if end > 0 else len(data)]
        for _ in range(4):  # a stream may be compressed more than once
            plain = _expanded(packed, _BOMB_BYTES)
            if len(plain) >= _BOMB_BYTES and len(plain) > min(settings.max_ratio, 100) * len(packed):
                reason = f"a stream that expands to more than {_BOMB_BYTES:,} bytes (a decompression bomb?)"
                raise UnsafeInput(source, reason, "Print it to a new PDF if you trust it")
            if plain[:1] != b"\x78":
                break
            packed = plain


def _expanded(packed: bytes, limit: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, limit)
    except zlib.error:
        return b""
