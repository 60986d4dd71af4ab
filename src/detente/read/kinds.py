"""What kind of document some bytes are: by their content first, by their name second."""

from __future__ import annotations

import codecs
import re
from pathlib import PurePosixPath
from types import MappingProxyType
from urllib.parse import urlsplit

from detente.errors import ReadError
from detente.read.columns import TEXT_COLUMNS

HEAD_BYTES = 8192
KINDS = ("txt", "md", "html", "pdf", "docx", "jsonl", "csv", "tsv", "feed", "warc")

_SUFFIXES = MappingProxyType(
    {
        "txt": "txt",
        "text": "txt",
        "md": "md",
        "markdown": "md",
        "html": "html",
        "htm": "html",
        "xhtml": "html",
        "pdf": "pdf",
        "docx": "docx",
        "jsonl": "jsonl",
        "ndjson": "jsonl",
        "csv": "csv",
        "tsv": "tsv",
        "tab": "tsv",
        "rss": "feed",
        "atom": "feed",
        "rdf": "feed",
        "warc": "warc",
    }
)
_MEDIA = MappingProxyType(
    {
        "text/html": "html",
        "application/xhtml+xml": "html",
        "text/markdown": "md",
        "text/csv": "csv",
        "text/tab-separated-values": "tsv",
        "application/x-ndjson": "jsonl",
        "application/jsonl": "jsonl",
        "application/rss+xml": "feed",
        "application/atom+xml": "feed",
    }
)
_CODE_SUFFIXES = "css js mjs map py c h java sh bat json xml yaml yml toml ini lock svg ipynb sql"
_NOT_DOCUMENTS = frozenset(_CODE_SUFFIXES.split())
_BINARY = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Excel or PowerPoint file", "Save it as .docx, PDF or text"),
    (b"{\\rtf", "an RTF file", "Save it as .docx or text"),
    (b"\x89PNG", "an image", "Recognise its text first (OCR)"),
    (b"\xff\xd8\xff", "an image", "Recognise its text first (OCR)"),
    (b"GIF8", "an image", "Recognise its text first (OCR)"),
    (b"II*\0", "an image", "Recognise its text first (OCR)"),
    (b"MM\0*", "an image", "Recognise its text first (OCR)"),
    (b"\x1f\x8b", "a gzip archive inside another", "Unpack it and give the files"),
    (b"BZh", "a bzip2 archive", "Unpack it and give the files"),
    (b"\xfd7zXZ\0", "an xz archive", "Unpack it and give the files"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive", "Unpack it and give the files"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "Unpack it and give the files"),
    (b"Rar!", "a RAR archive", "Unpack it and give the files"),
    (b"PAR1", "a Parquet table", "Write the table as JSONL or CSV"),
    (b"SQLite format 3\0", "a SQLite database", "Write the table as JSONL or CSV"),
    (b"\x7fELF", "a program", "Give documents"),
    (b"%!PS", "a PostScript file", "Convert it to PDF"),
)
_FEED = re.compile(r"<(?:\w+:)?(?:rss|feed|rdf)[\s>]", re.IGNORECASE)
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body|article|main)[\s>]", re.IGNORECASE)
_PAGE_ANYWHERE = re.compile(r"<(?:p|div|table|h[1-6])(?:\s[^<>]*)?>", re.IGNORECASE)
_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(?:[A-Za-z_][\w-]*[ \t]*:.*\r?\n)")


def kind_of(source: str, head: bytes, name: str, media: str = "") -> str:
    """One of KINDS.

    Args:
        source: path or URL as given, named in errors.
        head: the first HEAD_BYTES bytes, decompressed.
        name: path or URL whose suffix is looked at.
        media: media type declared by a server, "" when none.

    Raises:
        ReadError: if it is of no kind that detente reads.
    """
    suffix = PurePosixPath(urlsplit(name).path if "://" in name else name.replace("\\", "/")).suffix.lower()[1:]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "docx"
    if head.startswith(b"WARC/"):
        return "warc"
    for magic, what, remedy in _BINARY:
        if head.startswith(magic):
            raise ReadError(source, f"{what}, which is not read", remedy)
    text = _head_text(head)
    if text is None:
        claimed = f" although its name ends in .{suffix}" if suffix in _SUFFIXES else ""
        raise ReadError(source, f"binary data, not text{claimed}", "Give the document as text, HTML, PDF or .docx")
    return _text_kind(source, text.lstrip("\ufeff \t\r\n"), suffix, media)


def _text_kind(source: str, text: str, suffix: str, media: str) -> str:
    by_name = _SUFFIXES.get(suffix) or _MEDIA.get(media, "")
    if text.startswith("<"):
        if _FEED.search(text[:2000]) and not _PAGE.match(text):
            return "feed"
        if _PAGE.search(text):
            return "html"
        if text.startswith("<?xml"):
            remedy = "Convert it to HTML, text or JSONL"
            raise ReadError(source, "XML that is neither a feed nor a page, which is not read", remedy)
        if by_name in ("", "txt") and _PAGE_ANYWHERE.search(text):
            return "html"
    if by_name in ("pdf", "docx", "warc"):
        raise ReadError(
            source, f"not a .{suffix} file inside, but plain text", "Give it the suffix .txt or fetch it again"
        )
    if by_name in ("jsonl", "csv", "tsv", "md", "html", "feed"):
        return by_name
    if suffix in _NOT_DOCUMENTS:
        remedy = "Write one JSON object a line (.jsonl)" if suffix == "json" else "Leave it out, or save it as .txt"
        raise ReadError(source, f"a .{suffix} file, which is not a document", remedy)
    if _FRONT_MATTER.match(text):
        return "md"
    if re.match(r"\{\s*\"[^\"\n]*\"\s*:", text):
        return "jsonl"
    return _table_kind(text) or "txt"


def _table_kind(text: str) -> str:
    header = text.split("\n", 1)[0].strip().lower()
    for kind, mark in (("tsv", "\t"), ("csv", ",")):
        cells = [cell.strip(' "') for cell in header.split(mark)]
        if len(cells) > 1 and all(re.fullmatch(r"[\w .-]{1,40}", cell) for cell in cells):
            named = [cell for cell in cells if cell in TEXT_COLUMNS]
            if named and all(cell.count(" ") < 3 for cell in cells):
                return kind
    return ""


def _head_text(head: bytes) -> str | None:
    """The head as text, roughly; None when it is binary."""
    for mark, name in ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"), (b"\xef\xbb\xbf", "utf-8")):
        if head.startswith(mark):
            return head.decode(name, errors="replace")
    nulls = head.count(0)
    if nulls > len(head) // 5:
        # UTF-16 without a mark: text of our kinds has zero in every second byte
        for name, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
            if zeros.count(0) > 0.9 * nulls:
                text = head[: len(head) // 2 * 2].decode(name, errors="replace")
                return None if sum(ord(character) < 9 for character in text) > 2 else text
        return None
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\x0b\x1b\x1a" for byte in head)
    if controls > max(2, 0.01 * len(head)):
        return None
    return head.decode("utf-8", errors="replace")
