"""Any HTML to paragraphs, in one pass without a tree: depth and size of the markup do not matter."""

from __future__ import annotations

import re
from collections import deque

from detente.read.draft import Paragraph

_SILENT_TAGS = (
    "script style noscript template svg math head title nav footer aside form button select option textarea iframe "
    "object embed audio video canvas map figcaption dialog"
)
_SILENT = frozenset(_SILENT_TAGS.split())
_BREAKS_TAGS = (
    "p div br h1 h2 h3 h4 h5 h6 li ul ol dl dt dd tr td th table thead tbody section article main header blockquote "
    "pre hr figure center address details summary caption"
)
_BREAKS = frozenset(_BREAKS_TAGS.split())
_VOID_TAGS = "br hr img input meta link area base col embed source track wbr"
_VOID = frozenset(_VOID_TAGS.split())
_FOOTNOTE_MARK = re.compile(r"\s*\[?\(?(?:\d{1,3}|[a-z*†‡])\)?\]?(?:[,–-]\s*\d{1,3})*\s*")
_UNIT = re.compile(r"(?:\d|\b[kcm]?m|\bCO)$")


def markup_paragraphs(markup: str) -> tuple[Paragraph, ...]:
    """Paragraphs of a page or a fragment; scripts, forms, menus and footnote marks left out, entities resolved."""
    import lxml.etree as etree

    collector = _Collector()
    parser = etree.HTMLParser(target=collector, huge_tree=True, recover=True, encoding="utf-8")
    data = ("<div>" + markup + "</div>").encode("utf-8", errors="replace").replace(b"\0", b"")
    try:
        for start in range(0, len(data), 1 << 16):
            parser.feed(data[start : start + (1 << 16)])
        return tuple(parser.close())
    except etree.LxmlError:
        return tuple(collector.close())


def is_footnote_mark(text: str, before: str) -> bool:
    """Whether superscript `text` that follows `before` is the mark of a note, not an exponent or a unit."""
    return bool(_FOOTNOTE_MARK.fullmatch(text)) and not _UNIT.search(before[-4:])


class _Collector:
    """Receives tags and text from the parser; `close` gives the paragraphs."""

    def __init__(self) -> None:
        self._done: list[Paragraph] = []
        self._pieces: deque[str] = deque()
        self._silent: list[str] = []
        self._sup: list[str] | None = None
        self._heading = self._item = False

    def start(self, tag: str, attributes: object) -> None:
        if self._silent:
            if tag in _SILENT and tag not in _VOID:
                self._silent.append(tag)
        elif tag in _SILENT and tag not in _VOID:
            self._break()
            self._silent.append(tag)
        elif tag == "sup":
            self._sup = []
        elif tag in _BREAKS:
            self._break()
            self._heading = tag in ("h1", "h2", "h3", "h4", "h5", "h6")
            self._item = tag == "li"

    def end(self, tag: str) -> None:
        if self._silent:
            if tag in self._silent:
                while self._silent.pop() != tag:
                    pass
        elif tag == "sup" and self._sup is not None:
            raised, self._sup = "".join(self._sup), None
            if not is_footnote_mark(raised, self._pieces[-1] if self._pieces else ""):
                self._pieces.append(raised)
        elif tag in _BREAKS and tag not in _VOID:
            self._break()
            self._heading = self._item = False

    def data(self, text: str) -> None:
        if not self._silent:
            (self._pieces if self._sup is None else self._sup).append(text)

    def comment(self, text: str) -> None:
        pass

    def close(self) -> list[Paragraph]:
        self._break()
        return self._done

    def _break(self) -> None:
        if self._sup:
            self._pieces.extend(self._sup)
        self._sup = None
        text = " ".join("".join(self._pieces).split())
        self._pieces.clear()
        if text:
            self._done.append(Paragraph(text, heading=self._heading, item=self._item))
