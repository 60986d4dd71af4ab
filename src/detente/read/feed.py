"""RSS and Atom feeds: one document an entry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from detente.errors import EmptyInput, ReadError, UnsafeInput
from detente.read.content import Content
from detente.read.draft import Draft, identity
from detente.read.lines import line_paragraphs
from detente.read.markup import markup_paragraphs
from detente.read.published import parse_date
from detente.schema.rejected import Rejected

if TYPE_CHECKING:
    from detente.settings import ReadSettings

NAME = "feed/1"
MAX_FEED_BYTES = 16_000_000
_MAX_ENTRIES = 20_000
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)


def read_feed(content: Content, settings: ReadSettings) -> Iterator[Draft | Rejected]:
    """One document an entry, from its content or, without one, its summary; links are not followed.

    `document_id` is the sha256 of the entry as written in the feed.

    Raises:
        UnsafeInput: if the feed is too large or declares XML entities.
        ReadError: if it is no feed.
        EmptyInput: if it has no entries.
    """
    import feedparser

    data = content.read(MAX_FEED_BYTES, "a feed")
    if (n_tags := data.count(b"<item") + data.count(b"<entry")) > _MAX_ENTRIES:
        raise UnsafeInput(
            content.source, f"a feed of {n_tags:,} entries; at most {_MAX_ENTRIES:,} are read", "Split it"
        )
    if _ENTITY.search(data):
        raise UnsafeInput(content.source, "a feed that declares XML entities", "Remove the declarations")
    try:
        feed: Any = feedparser.parse(
            data,
            response_headers={"content-type": f"application/xml; charset={content.charset}"} if content.charset else {},
        )
    except Exception as error:  # feedparser raises whatever its parsers raise
        reason = f"a feed that cannot be parsed ({type(error).__name__})"
        raise ReadError(content.source, reason, "Fetch it again") from error
    entries = feed.get("entries", [])
    if not entries and feed.get("bozo"):
        reason = f"a damaged feed ({str(feed.get('bozo_exception', ''))[:120]})"
        raise ReadError(content.source, reason, "Fetch it again")
    if not entries:
        raise EmptyInput(content.source, "a feed without entries", "Try again when it has some")
    pieces = _pieces(data)
    feed_id = content.document_id()
    publisher = str(feed.get("feed", {}).get("title", ""))
    language = str(feed.get("feed", {}).get("language", ""))[:2].lower()
    for number, entry in enumerate(entries, 1):
        source = f"{content.source}#{number}"
        raw = pieces[number - 1] if len(pieces) == len(entries) else f"{feed_id}#{number}".encode()
        text = _text(entry)
        title = " ".join(p.text for p in markup_paragraphs(str(entry.get("title", ""))))
        if not text.strip():
            remedy = "Give the address of the page itself"
            yield Rejected(source, "record", "an entry without content or summary", remedy, excerpt=title[:200])
            continue
        paragraphs = markup_paragraphs(text) if re.search(r"<\w|&\w+;|&#", text) else line_paragraphs(text)
        yield Draft(
            identity(raw),
            source,
            NAME,
            paragraphs,
            title=title,
            author=str(entry.get("author", "")),
            publisher=publisher,
            language=language,
            stated=_date(entry),
            address=str(entry.get("link", "")),
        )


def _text(entry: Any) -> str:
    contents = [str(part.get("value", "")) for part in entry.get("content", []) if isinstance(part, dict)]
    return max(contents, key=len, default="") or str(entry.get("summary", ""))


def _date(entry: Any) -> date | None:
    for name in ("published", "created", "issued", "updated"):
        value = dict.get(entry, name)  # the mapping's own `get` stands in `updated` for `published`
        if value and (day := parse_date(str(value))):
            return day
    return None


def _pieces(data: bytes) -> list[bytes]:
    """The entries as written; found by their tags, without a parser."""
    for tag in (b"item", b"entry"):
        pieces, position = [], 0
        while (start := data.find(b"<" + tag, position)) >= 0:
            if data[start + len(tag) + 1 : start + len(tag) + 2] not in (b">", b" ", b"\n", b"\r", b"\t"):
                position = start + 1
                continue
            end = data.find(b"</" + tag + b">", start)
            if end < 0:
                break
            pieces.append(data[start : end + len(tag) + 3])
            position = end
        if pieces:
            return pieces
    return []
