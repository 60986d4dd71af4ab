"""Word files (.docx)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from detente.errors import EmptyInput, ReadError, UnsafeInput
from detente.read.content import Content
from detente.read.draft import Draft, Paragraph

if TYPE_CHECKING:
    from detente.settings import ReadSettings

NAME = "docx/1"
MAX_PART_BYTES = 20_000_000  # of one XML part; its tree takes some ten times that in memory
_MAX_MEMBERS = 5_000
_RATIO_FLOOR = 1_000_000  # bytes; below this a high ratio harms no one
_NS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SKIPPED = frozenset({f"{_NS}del", f"{_NS}moveFrom", f"{_NS}instrText", f"{_NS}delText"})
_OTHER_ZIPS = (
    ("xl/", "an Excel workbook", "Save the sheet as CSV"),
    ("ppt/", "a PowerPoint file", "Save it as PDF or text"),
    ("META-INF/container.xml", "an EPUB book", "Convert it to HTML or text"),
    ("content.xml", "an OpenDocument file", "Save it as .docx or PDF"),
)


def read_word(content: Content, settings: ReadSettings) -> Iterator[Draft]:
    """One document; title, author and date from the core properties. Inserted text is read, deleted text is not.

    Raises:
        UnsafeInput: if the archive expands beyond the limits; nothing is expanded before that is known.
        ReadError: if it is another kind of archive, or damaged.
        EmptyInput: if it holds no text.
    """
    import docx

    data = content.read(settings.max_bytes, "a Word file")
    _check_archive(content.source, data, settings)
    try:
        file = docx.Document(io.BytesIO(data))
        paragraphs = tuple(_paragraphs(file.element.body))
        facts = file.core_properties
        title, author, created = facts.title or "", facts.author or "", _created(facts)
    except (ReadError, MemoryError):
        raise
    except Exception as error:  # python-docx raises whatever its parts raise
        reason = f"a damaged Word file ({type(error).__name__}: {str(error)[:120]})"
        raise ReadError(content.source, reason, "Open it in Word and save it again") from error
    if not paragraphs:
        raise EmptyInput(content.source, "the Word file holds no text", "Check whether its text is in pictures")
    if author == "python-docx":  # the template of that library, not a writer
        author, created = "", None
    heading = next((p.text for p in paragraphs[:2] if p.heading), "")
    if not title and not heading and len(paragraphs) > 1:
        from detente.read.plain import first_line_title

        heading = first_line_title(paragraphs)
    yield Draft(
        content.document_id(),
        content.source,
        NAME,
        paragraphs,
        title=title or heading,
        author=author,
        stamped=created,
        address=content.address,
    )


def _check_archive(source: str, data: bytes, settings: ReadSettings) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
        raise ReadError(source, f"a damaged ZIP archive ({error})", "Fetch or save it again") from error
    expanded = sum(member.file_size for member in members)
    if expanded > settings.max_expanded_bytes:
        reason = f"an archive that expands to {expanded:,} bytes, more than the {settings.max_expanded_bytes:,} allowed"
        raise UnsafeInput(source, reason, "Raise read.max_expanded_bytes if you trust it")
    if expanded > _RATIO_FLOOR and expanded > settings.max_ratio * len(data):
        reason = f"an archive that expands more than {settings.max_ratio:g} times (a decompression bomb?)"
        raise UnsafeInput(source, reason, "Raise read.max_ratio if you trust it")
    if len(members) > _MAX_MEMBERS:
        raise UnsafeInput(source, f"an archive of {len(members):,} members", "Give the documents themselves")
    names = {member.filename for member in members}
    if "word/document.xml" not in names:
        for part, what, remedy in _OTHER_ZIPS:
            if any(name.startswith(part) for name in names):
                raise ReadError(source, f"{what}, which is not read", remedy)
        if not any(name.startswith("word/") for name in names):
            raise ReadError(source, "a ZIP archive, not a Word file", "Unpack it and give the folder")
    for member in members:
        if member.filename.endswith((".xml", ".rels")) and member.file_size > MAX_PART_BYTES:
            reason = f"a part of {member.file_size:,} bytes; at most {MAX_PART_BYTES:,} are read"
            raise UnsafeInput(source, reason, "Split it into documents")
        if member.flag_bits & 1:
            raise ReadError(source, "the file is protected by a password", "Save it without one")


def _paragraphs(body: Any) -> Iterator[Paragraph]:
    for element in body.iter(f"{_NS}p"):
        style = element.find(f"{_NS}pPr/{_NS}pStyle")
        name = (style.get(f"{_NS}val") or "").lower() if style is not None else ""
        heading = name.startswith(("heading", "title", "subtitle", "berschrift", "titre"))
        item = element.find(f"{_NS}pPr/{_NS}numPr") is not None or "list" in name
        for index, line in enumerate("".join(_runs(element)).split("\n")):
            if line.strip():
                yield Paragraph(line.strip(), tight=index > 0, heading=heading, item=item)


def _runs(element: Any) -> Iterator[str]:
    for child in element:
        if not isinstance(child.tag, str) or child.tag in _SKIPPED or child.tag.endswith("}Fallback"):
            continue
        if child.tag == f"{_NS}t":
            yield child.text or ""
        elif child.tag == f"{_NS}tab":
            yield " "
        elif child.tag in (f"{_NS}br", f"{_NS}cr"):
            yield "\n"
        elif child.tag == f"{_NS}noBreakHyphen":
            yield "-"
        elif child.tag != f"{_NS}p":  # the paragraphs of a text box come on their own
            yield from _runs(child)


def _created(facts: Any) -> date | None:
    created = facts.created
    return created.date() if isinstance(created, datetime) else None
