"""Lines of plain text to paragraphs: blank lines part them, hard-wrapped lines are joined."""

from __future__ import annotations

import re

from detente.read.clean import clean_lines
from detente.read.draft import Paragraph

_ENDS = re.compile(r"[.!?:;…][\"'”’»)\]]*(?:\[\d+\]|\d{1,3})?$")
_BULLET = re.compile(r"(?:[-*•–—▪‣]|\(?\d{1,3}[.)]|\[\d{1,3}\])\s")
_WIDEST_WRAP = 130  # characters; longer lines are paragraphs of their own
_NARROWEST_WRAP = 35


def line_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Paragraphs of plain text.

    Lines of one block are joined when the text is hard-wrapped: no line is longer than 130 characters, and most
    lines that another line follows stop in mid-sentence. Otherwise each line is a paragraph.
    """
    blocks = [block.split("\n") for block in re.split(r"\n(?:[ \t]*\n)+", clean_lines(text).strip("\n"))]
    width = _wrap_width(blocks)
    paragraphs: list[Paragraph] = []
    for block in blocks:
        for index, line in enumerate(_joined(block, width)):
            if line:
                paragraphs.append(Paragraph(line, tight=index > 0, item=bool(_BULLET.match(line))))
    return tuple(paragraphs)


def _wrap_width(blocks: list[list[str]]) -> int:
    """Width of the lines of a hard-wrapped text, 0 for a text that is not wrapped."""
    followed = [line for block in blocks for line in block[:-1]]
    widest = max((len(line) for block in blocks for line in block), default=0)
    if not followed or not _NARROWEST_WRAP <= widest <= _WIDEST_WRAP:
        return 0
    open_ended = [line for line in followed if not _ENDS.search(line) and len(line) >= 0.6 * widest]
    return widest if len(open_ended) >= 0.5 * len(followed) else 0


def _joined(block: list[str], width: int) -> list[str]:
    lines: list[str] = []
    last = ""
    for line in block:
        # a line well short of the width was ended by the writer, unless the sentence plainly goes on
        goes_on = len(last) >= 0.7 * width or (bool(last) and not _ENDS.search(last) and line[:1].islower())
        if width and lines and goes_on and not _BULLET.match(line):
            lines[-1] = _join(lines[-1], line)
        else:
            lines.append(line)
        last = line
    return lines


def _join(left: str, right: str) -> str:
    if re.search(r"[a-z]{2}-$", left) and right[:1].islower():
        return left + right  # a compound stays whole; plain text is rarely hyphenated by machine
    return f"{left} {right}"
