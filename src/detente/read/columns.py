"""Records with columns (JSONL, CSV) to drafts: which column holds what."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from detente.errors import ReadError
from detente.read.draft import Draft, Paragraph
from detente.read.published import parse_date

if TYPE_CHECKING:
    from detente.settings import ReadSettings

TEXT_COLUMNS = (
    "text", "body", "content", "article", "full_text", "fulltext", "article_text", "article_body", "articlebody",
    "maintext", "main_text", "story", "document", "sentence", "abstract", "summary", "description",
)  # fmt: skip
_TITLES = ("title", "headline", "heading", "subject")
_AUTHORS = ("author", "authors", "byline", "creator", "writer")
_PUBLISHERS = (
    "publisher",
    "outlet",
    "publication",
    "newspaper",
    "source",
    "source_name",
    "site",
    "site_name",
    "domain",
)
_DATES = (
    "published", "date", "pub_date", "pubdate", "published_at", "publication_date", "date_published", "datepublished",
    "date_publish", "publish_date", "published_date", "datetime", "timestamp",
)  # fmt: skip
_LANGUAGES = ("language", "lang")
_ADDRESSES = ("url", "link", "href", "uri", "permalink")
_MARKUP = re.compile(r"<(?:p|br|div|span|a|h[1-6]|li|b|i|em|strong|blockquote|script|img)\b[^<>]*/?>", re.IGNORECASE)


def text_column(source: str, names: list[str], settings: ReadSettings) -> str:
    """The column that holds the text: the one set, or the first usual name (case and spaces aside).

    Raises:
        ReadError: if there is no such column; the message lists the columns.
    """
    shown = ", ".join(repr(name) for name in names[:12]) or "none"
    if settings.text_column:
        if settings.text_column in names:
            return settings.text_column
        reason = f"no column {settings.text_column!r}; the columns are {shown}"
        raise ReadError(source, reason, "Name the column with the text: --text-column (setting read.text_column)")
    for usual in TEXT_COLUMNS:
        for name in names:
            if _key(name) == usual:
                return name
    raise ReadError(
        source,
        f"no column with a usual name for text; the columns are {shown}",
        "Name it: --text-column (setting read.text_column)",
    )


def record_draft(record: Mapping[str, Any], column: str, source: str, document_id: str, reader: str) -> Draft:
    """The draft of one record; markup in its text is removed."""
    columns = {_key(name): value for name, value in record.items()}
    text = _text(record.get(column))
    return Draft(
        document_id=document_id,
        source=source,
        reader=reader,
        paragraphs=_paragraphs(text),
        title=_first(columns, _TITLES),
        author=_first(columns, _AUTHORS),
        publisher=_first(columns, _PUBLISHERS),
        language=_first(columns, _LANGUAGES)[:2].lower(),
        stated=next((day for name in _DATES if (day := parse_date(_text(columns.get(name)))) is not None), None),
        address=_first(columns, _ADDRESSES),
    )


def _paragraphs(text: str) -> tuple[Paragraph, ...]:
    if len(_MARKUP.findall(text[:20_000])) >= 2:
        from detente.read.markup import markup_paragraphs

        return markup_paragraphs(text)
    from detente.read.lines import line_paragraphs

    return line_paragraphs(text)


def _key(name: object) -> str:
    return re.sub(r"[\s-]+", "_", str(name).strip().lstrip("\ufeff").lower())


def _first(columns: Mapping[str, Any], names: tuple[str, ...]) -> str:
    return next((" ".join(value.split()) for name in names if (value := _text(columns.get(name)).strip())), "")


def _text(value: object) -> str:
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return ""
    if isinstance(value, list):
        joint = "\n\n" if any(len(str(part)) > 60 for part in value) else ", "
        return joint.join(_text(part) for part in value)
    if isinstance(value, dict):
        named = value.get("name") or value.get("title") or value.get("text")
        return named if isinstance(named, str) else ""
    return str(value)
