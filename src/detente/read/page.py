"""Web pages: the article, its title, author, publisher and date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from detente.read.content import Content
from detente.read.draft import Draft, Paragraph
from detente.read.encoding import decode_text
from detente.read.markup import is_footnote_mark, markup_paragraphs
from detente.read.page_dates import likely_date, stated_date
from detente.read.shape import is_body, letters

if TYPE_CHECKING:
    from detente.settings import ReadSettings

NAME = "html/1"
MAX_PAGE_BYTES = 10_000_000  # a page's tree takes some twenty times its bytes in memory
_MAX_ELEMENTS = 30_000  # beyond either limit the article search takes minutes; the plain pass takes its place
_MAX_CHILDREN = 4_000
_LEAST_LETTERS = 100  # of an article found; with fewer the plain pass is tried too
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE)


def read_page(content: Content, settings: ReadSettings) -> Iterator[Draft]:
    """One document, the article of a page.

    Raises:
        ReadError: if the page is too large or not legible.
    """
    data = content.read(MAX_PAGE_BYTES, "a page")
    yield page_draft(
        data, content.source, content.document_id(), content.address, content.charset, content.crawled, settings
    )


def page_draft(
    data: bytes,
    source: str,
    document_id: str,
    address: str,
    charset: str,
    crawled: date | None,
    settings: ReadSettings,
) -> Draft:
    """The article of a page.

    Args:
        data: the page.
        source: path or URL as given, named in errors.
        document_id: identity of the document.
        address: URL or path of the page, for its date and publisher.
        charset: character set that the server declares, "" when none.
        crawled: day of the copy where known.
        settings: limits of reading.

    Raises:
        ReadError: if the page is not legible.
    """
    declared = charset or next((match[1].decode() for match in _CHARSET.finditer(data[:4096])), "")
    markup = decode_text(source, data, declared).replace("\0", "")
    tree = _tree(markup)
    facts: dict[str, str] = {}
    paragraphs: tuple[Paragraph, ...] = ()
    stated = stamped = None
    if tree is not None:
        stated = stated_date(tree)
        facts = {"title": _plain_title(tree), "language": (tree.get("lang") or "")[:2].lower()}
        if _is_tractable(tree):
            stamped = None if stated else likely_date(tree)
            facts |= _facts(tree)
            _drop_footnote_marks(tree)
            paragraphs = _article(tree)
    if sum(letters(paragraph.text) for paragraph in paragraphs) < _LEAST_LETTERS:
        everything = markup_paragraphs(markup)
        prose = tuple(p for p in everything if p.heading or is_body(p.text))
        if any(is_body(p.text) for p in prose) or not paragraphs:
            paragraphs = prose if any(is_body(p.text) for p in prose) else everything
    is_url = "://" in address
    host = (urlsplit(address).hostname or "").removeprefix("www.") if is_url else ""
    return Draft(
        document_id,
        source,
        NAME,
        paragraphs,
        title=facts.get("title", ""),
        author=facts.get("author", ""),
        publisher=facts.get("sitename") or host,
        language=facts.get("language", ""),
        stated=stated,
        stamped=stamped,
        address=address if is_url else facts.get("url") or address,
        crawled=crawled,
    )


def _tree(markup: str) -> Any:
    import lxml.etree as etree
    import lxml.html

    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        return lxml.html.document_fromstring(markup.encode("utf-8", errors="replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _is_tractable(tree: Any) -> bool:
    return all(
        not (n_elements > _MAX_ELEMENTS or len(element) > _MAX_CHILDREN)
        for n_elements, element in enumerate(tree.iter())
    )


def _facts(tree: Any) -> dict[str, str]:
    from copy import deepcopy

    from trafilatura.metadata import extract_metadata

    try:
        found = extract_metadata(deepcopy(tree), date_config={"extensive_search": False, "original_date": True})
    except Exception:  # whatever a hostile page does to the search, it states nothing then
        return {}
    names = {"title": "title", "author": "author", "sitename": "sitename", "url": "url"}
    return {name: str(value) for name, key in names.items() if (value := getattr(found, key, None))}


def _plain_title(tree: Any) -> str:
    for tag in ("h1", "title"):
        for element in tree.iter(tag):
            if text := " ".join("".join(element.itertext()).split()):
                return text[:500]
    return ""


def _drop_footnote_marks(tree: Any) -> None:
    for raised in list(tree.iter("sup")):
        before = raised.getprevious()
        parent = raised.getparent()
        if parent is None:
            continue
        text = (before.tail if before is not None else parent.text) or ""
        if is_footnote_mark("".join(raised.itertext()), text):
            raised.drop_tree()


def _article(tree: Any) -> tuple[Paragraph, ...]:
    import trafilatura

    try:
        found = trafilatura.bare_extraction(tree, include_comments=False, include_tables=True, with_metadata=False)
    except Exception:  # the plain pass takes over
        return ()
    body = getattr(found, "body", None)
    if body is None:
        return ()
    paragraphs: list[Paragraph] = []
    for element in body:
        _collect(element, paragraphs)
    return tuple(paragraphs)


def _collect(element: Any, paragraphs: list[Paragraph]) -> None:
    inner = [child for child in element if child.tag in ("p", "item", "row", "cell", "head", "quote", "list", "table")]
    if inner:
        if element.text and element.text.strip():
            paragraphs.append(Paragraph(element.text))
        for child in inner:
            _collect(child, paragraphs)
        return
    for line in element.iter("lb"):
        line.text = "\n"
    lines = [line for line in "".join(element.itertext()).split("\n") if line.strip()]
    heading, item = element.tag == "head", element.tag == "item"
    paragraphs.extend(Paragraph(line, tight=i > 0, heading=heading, item=item) for i, line in enumerate(lines))
