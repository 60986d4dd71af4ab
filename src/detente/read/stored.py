"""A draft to a document as stored: cleaned, boilerplate out, marks unglued, language and date settled."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from detente.errors import EmptyInput, ReadError, UnsafeInput
from detente.read.boilerplate import strip_boilerplate
from detente.read.clean import clean_line
from detente.read.draft import Draft, Paragraph
from detente.read.encoding import is_garbage
from detente.read.footnotes import unglue
from detente.read.language import language_of
from detente.read.published import address_date, believable
from detente.read.shape import is_body
from detente.schema.document import Document

if TYPE_CHECKING:
    from detente.settings import ReadSettings

_LONGEST_FIELD = 500  # characters of a title, author or publisher


def stored_document(draft: Draft, settings: ReadSettings) -> Document:
    """The document of a draft: paragraphs parted by a blank line, in NFC, without control characters.

    Raises:
        UnsafeInput: if the text is longer than `max_document_chars`.
        ReadError: if the text is not legible.
        EmptyInput: if no text is left.
    """
    size = sum(len(paragraph.text) for paragraph in draft.paragraphs)
    if size > settings.max_document_chars:
        reason = f"a text of {size:,} characters, more than the {settings.max_document_chars:,} allowed"
        raise UnsafeInput(draft.source, reason, "Split it, or raise read.max_document_chars")
    if is_garbage(" ".join(paragraph.text for paragraph in draft.paragraphs)):
        reason = "the text is not legible: too many replacement or control characters"
        raise ReadError(draft.source, reason, "Save it as UTF-8, or fetch it again")
    paragraphs = [replace(p, text=text) for p in draft.paragraphs if (text := clean_line(p.text))]
    title, author = _field(draft.title), _field(draft.author)
    kept, skipped, byline = strip_boilerplate(paragraphs, title, author)
    texts = [text for text in unglue([paragraph.text for paragraph in kept]) if text.strip()]
    if not any(character.isalpha() for text in texts for character in text):
        raise EmptyInput(draft.source, _why_empty(paragraphs), "Check the document, or leave it out")
    published, basis = _published(draft, settings)
    return Document(
        document_id=draft.document_id,
        source=draft.source,
        text="\n\n".join(texts),
        title=title,
        author=author or byline,
        publisher=_field(draft.publisher),
        language=language_of(_running_text(kept)) or draft.language[:2].lower(),
        published=published,
        published_basis=basis,
        reader=draft.reader,
        skipped=tuple(skipped),
    )


def option_date(settings: ReadSettings) -> date | None:
    """The date of `read.published`, None when it is not set.

    Raises:
        SettingsError: if it is not a day in the form YYYY-MM-DD.
    """
    if not settings.published:
        return None
    try:
        return date.fromisoformat(settings.published)
    except ValueError as error:
        from detente.errors import SettingsError

        raise SettingsError(f"read.published: {settings.published!r} is not a day. Write it as YYYY-MM-DD.") from error


def _published(draft: Draft, settings: ReadSettings) -> tuple[date | None, str]:
    today = date.today()
    if stated := believable(draft.stated, today):
        return stated, "metadata"
    stamped = believable(draft.stamped, today)
    if stamped and stamped < (draft.crawled or today):
        return stamped, "metadata"
    if found := believable(address_date(draft.address), today):
        return found, "url"
    if option := option_date(settings):
        return option, "option"
    return None, "none"


def _running_text(paragraphs: list[Paragraph]) -> str:
    bodies = [p.text for p in paragraphs if is_body(p.text) and not p.heading]
    return "\n".join(bodies or [p.text for p in paragraphs])


def _field(text: str) -> str:
    return clean_line(text)[:_LONGEST_FIELD].strip()


def _why_empty(paragraphs: list[Paragraph]) -> str:
    return "nothing but page furniture, no article" if paragraphs else "no text in it"
