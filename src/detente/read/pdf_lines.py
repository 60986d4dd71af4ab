"""Lines of a printed page to paragraphs: running heads out, hyphens undone, lines joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from detente.read.draft import Paragraph
from detente.read.shape import ends_sentence

_EDGE_LINES = 3  # lines at the top and at the foot of a page that may be running heads
_NUMBER = re.compile(
    r"[\W_]*(?:page|seite|p\.|s\.)?[\W_]*(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:/|of|von|\|)\s*\d{1,4})?[\W_]*", re.IGNORECASE
)
_BULLET = re.compile(r"(?:[-•–—▪‣]|\(?\d{1,3}[.)]|\[\d{1,3}\])\s")


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of text and its box on the page, in points from the lower left corner; height is of its letters."""

    text: str
    left: float
    right: float
    top: float
    height: float


def page_paragraphs(pages: Sequence[Sequence[PrintedLine]]) -> tuple[Paragraph, ...]:
    """Paragraphs of all pages, in order; a paragraph may go on over a page break.

    Left out are page numbers at the top and foot, and lines there that come back on most pages, digits aside. A hyphen
    at a line's end goes when the word's other half is in small letters and the document does not write it otherwise.
    """
    pages = _without_running_heads(pages)
    words = Counter(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", " ".join(line.text for page in pages for line in page)))
    paragraphs: list[str] = []
    for page in pages:
        gap, right, left = _measures(page)
        for index, line in enumerate(page):
            last = page[index - 1] if index else None
            if paragraphs and not _starts(line, last, paragraphs[-1], gap, right, left):
                paragraphs[-1] = _join(paragraphs[-1], line.text, words)
            else:
                paragraphs.append(line.text)
    return tuple(Paragraph(text, item=bool(_BULLET.match(text))) for text in paragraphs)


def _without_running_heads(pages: Sequence[Sequence[PrintedLine]]) -> list[list[PrintedLine]]:
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({_key(line.text) for line in [*page[:_EDGE_LINES], *page[-_EDGE_LINES:]]})
    needed = max(2, 0.5 * len(pages)) if len(pages) < 4 else max(3, 0.4 * len(pages))
    cleaned = []
    for page in pages:
        kept = list(page)
        for edge in (0, -1):
            for _ in range(min(_EDGE_LINES, len(kept))):
                text = kept[edge].text
                if not _NUMBER.fullmatch(text) and (counts[_key(text)] < needed or len(text) > 200):
                    break
                kept.pop(edge)
        cleaned.append(kept)
    return cleaned


def _key(text: str) -> str:
    return re.sub(r"\d+", "0", text.strip().lower())


def _measures(page: Sequence[PrintedLine]) -> tuple[float, float, float]:
    """Median distance of lines, and the right and left edge of the type area, in points."""
    gaps = [first.top - second.top for first, second in pairwise(page) if first.top > second.top]
    rights = sorted(line.right for line in page)
    lefts = sorted(line.left for line in page)
    return (
        median(gaps) if gaps else 0.0,
        rights[int(0.8 * (len(rights) - 1))] if rights else 0.0,
        lefts[int(0.3 * (len(lefts) - 1))] if lefts else 0.0,
    )


def _starts(line: PrintedLine, last: PrintedLine | None, before: str, gap: float, right: float, left: float) -> bool:
    """Whether a line begins a paragraph."""
    if _BULLET.match(line.text):
        return True
    if last is None:  # the first of a page: the paragraph goes on when its sentence does
        return ends_sentence(before) or not line.text[:1].islower()
    distance = last.top - line.top
    if last.text.endswith(("-", "\u00ad")) and line.text[:1].isalpha():
        return False
    if gap and distance > 1.45 * gap:
        return True
    if distance < -2 * gap:  # the next column
        return ends_sentence(before) and not line.text[:1].islower()
    if last.height and abs(line.height - last.height) > 0.2 * max(line.height, last.height):
        return not line.text[:1].islower()
    width = max(1.0, right - left)
    if last.right < right - 0.15 * width:  # the line before stops short
        return ends_sentence(before) or not line.text[:1].islower()
    indented = line.left > last.left + 0.015 * width and line.left < left + 0.25 * width
    return indented and ends_sentence(before)


def _join(left: str, right: str, words: Counter[str]) -> str:
    match = re.search(r"([^\W\d_]+)[-\u00ad]$", left)
    rest = re.match(r"[^\W\d_]+", right)
    if match is None or rest is None:
        return f"{left} {right}"
    half, other = match[1], rest[0]
    if left.endswith("\u00ad"):
        return left[:-1] + right
    if not other[0].islower():
        return left + right  # "US-" "Japan"
    whole, compound = words[half + other], words[f"{half}-{other}"]
    if whole or compound:
        return (left[:-1] if whole >= compound else left) + right
    separate = words[half] > 1 and words[other] > 1 and len(half) > 2 and len(other) > 2
    return (left if separate or half.isupper() else left[:-1]) + right
