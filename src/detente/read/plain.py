"""Plain text files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.errors import UnsafeInput
from detente.read.content import Content
from detente.read.draft import Draft, Paragraph
from detente.read.encoding import decode_text
from detente.read.lines import line_paragraphs
from detente.read.phrases import furniture_reason
from detente.read.shape import is_short_line

if TYPE_CHECKING:
    from detente.settings import ReadSettings

NAME = "txt/1"
BYTES_PER_CHARACTER = 4  # at most, in the encodings that text comes in
_LONGEST_TITLE = 200  # characters


def read_plain(content: Content, settings: ReadSettings) -> Iterator[Draft]:
    """One document; its title is the first line, when that is short and does not end as a sentence.

    Raises:
        ReadError: if the text is too long, not legible or all one line.
    """
    paragraphs = line_paragraphs(plain_text(content, settings))
    title = first_line_title(paragraphs)
    yield Draft(content.document_id(), content.source, NAME, paragraphs, title, address=content.address)


def plain_text(content: Content, settings: ReadSettings) -> str:
    """The text of a content that is one document.

    Raises:
        UnsafeInput: if it, or one line of it, is longer than the settings allow.
        ReadError: if it is not legible.
    """
    longest = longest_line(content, settings.max_line_chars * BYTES_PER_CHARACTER)
    if longest > settings.max_line_chars * BYTES_PER_CHARACTER:
        reason = f"a line of more than {settings.max_line_chars:,} characters, which no text has"
        raise UnsafeInput(content.source, reason, "Raise read.max_line_chars if it is text all the same")
    data = content.read(settings.max_document_chars * BYTES_PER_CHARACTER, "a text")
    text = decode_text(content.source, data, content.charset)
    if max(map(len, text.split("\n")), default=0) > settings.max_line_chars:
        reason = f"a line of more than {settings.max_line_chars:,} characters, which no text has"
        raise UnsafeInput(content.source, reason, "Raise read.max_line_chars if it is text all the same")
    return text


def longest_line(content: Content, limit: int) -> int:
    """Bytes of the longest line; the search stops at the first one beyond `limit`."""
    content.stream.seek(0)
    longest = current = 0
    while chunk := content.stream.read(1 << 20):
        pieces = chunk.replace(b"\r", b"\n").split(b"\n")
        current += len(pieces[0])
        longest = max(longest, current)
        for piece in pieces[1:]:
            current = len(piece)
            longest = max(longest, current)
        if longest > limit:
            return longest
    return longest


def first_line_title(paragraphs: tuple[Paragraph, ...]) -> str:
    """The first paragraph when it reads as a title and text follows it, else "".

    One or two words over a longer short line name a section of the site; the title is the line below.
    """
    if len(paragraphs) < 2 or paragraphs[0].item:
        return ""
    first, second = paragraphs[0].text, paragraphs[1].text
    if len(first.split()) <= 2 and len(second.split()) > 3 and is_short_line(second) and len(paragraphs) > 2:
        first = second
    if furniture_reason(first):
        return ""
    question = first.endswith("?") and len(first.split()) <= 20
    return first if (is_short_line(first) or question) and len(first) <= _LONGEST_TITLE else ""
