"""Markdown files, with or without front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.read.content import Content
from detente.read.draft import Draft, Paragraph
from detente.read.lines import line_paragraphs
from detente.read.plain import plain_text
from detente.read.published import parse_date

if TYPE_CHECKING:
    from detente.settings import ReadSettings

NAME = "md/1"
_FIELD = re.compile(r"([A-Za-z_][\w -]{0,40}?)[ \t]*:[ \t]*(.*)")
_FENCE = re.compile(r"^ {0,3}(```|~~~).*?(?:^ {0,3}\1[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_UNDERLINE = re.compile(r"^(\S[^\n]{0,200})\n(?:={3,}|-{3,})[ \t]*$", re.MULTILINE)
_RULE = re.compile(r"^[ \t]{0,3}(?:[-*_][ \t]*){3,}$", re.MULTILINE)
_NOTE = re.compile(r"^\[\^[^\]\n]{1,40}\]:.*(?:\n[ \t]+.*)*$", re.MULTILINE)
_TARGET = re.compile(r"^ {0,3}\[[^\]\n]{1,100}\]:[ \t]*\S+.*$", re.MULTILINE)
_TABLE_RULE = re.compile(r"^[ \t]*\|?[ \t]*:?-{2,}[-:| \t]*$", re.MULTILINE)
_INLINE = (
    (re.compile(r"\[\^[^\]\n]{1,40}\]"), ""),  # marks of notes
    (re.compile(r"!\[[^\]\n]{0,300}\](?:\([^)\n]{0,2000}\)|\[[^\]\n]{0,100}\])"), ""),
    (re.compile(r"\[([^\]\n]{1,500})\](?:\([^)\n]{0,2000}\)|\[[^\]\n]{0,100}\])"), r"\1"),
    (re.compile(r"<(https?://[^>\s]{1,2000})>"), r"\1"),
    (re.compile(r"</?[A-Za-z][^<>\n]{0,500}>"), ""),
    (re.compile(r"(?<![\w*])(\*{1,3})(?=\S)([^*\n]{1,2000}?\S|\S)\1(?![\w*])"), r"\2"),
    (re.compile(r"(?<![\w_])(_{1,3})(?=\S)([^_\n]{1,2000}?\S|\S)\1(?![\w_])"), r"\2"),
    (re.compile(r"~~([^~\n]{1,2000})~~"), r"\1"),
    (re.compile(r"`([^`\n]{1,500})`"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>~|-])"), r"\1"),
)
_LONGEST_INLINE = 50_000  # characters; no paragraph is longer, and brackets without end cost time


def read_markdown(content: Content, settings: ReadSettings) -> Iterator[Draft]:
    """One document; front matter gives title, author, publisher, date and language, markup is removed.

    Raises:
        ReadError: if the text is too long or not legible.
    """
    fields, body = front_matter(plain_text(content, settings))
    paragraphs = markdown_paragraphs(body)
    heading = next((p.text for p in paragraphs[:3] if p.heading), "")
    dates = (parse_date(fields.get(name, "")) for name in ("published", "date", "pub_date", "publication_date"))
    yield Draft(
        content.document_id(),
        content.source,
        NAME,
        paragraphs,
        title=fields.get("title") or fields.get("headline") or heading,
        author=fields.get("author") or fields.get("authors") or fields.get("byline", ""),
        publisher=fields.get("publisher") or fields.get("source") or fields.get("publication", ""),
        language=fields.get("language") or fields.get("lang", ""),
        stated=next((day for day in dates if day), None),
        address=fields.get("url") or content.address,
    )


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """The fields between two `---` lines at the start, names in small letters, and the text after them.

    Read are `name: value` lines, quotes removed, and lists (`[a, b]` or `- a` lines), joined by commas. Other lines
    are passed over. Text without front matter comes back whole with no fields.
    """
    lines = text.lstrip("\ufeff").replace("\r\n", "\n").split("\n")
    end = next((index for index, line in enumerate(lines[1:200], 1) if line.rstrip() in ("---", "...")), 0)
    if lines[0].rstrip() != "---" or not end:
        return {}, text
    fields: dict[str, str] = {}
    name = ""
    for line in lines[1:end]:
        if match := _FIELD.fullmatch(line.rstrip()):
            name = match[1].strip().lower().replace("-", "_").replace(" ", "_")
            fields[name] = _value(match[2])
        elif name and (item := re.fullmatch(r"[ \t]*-[ \t]+(.+)", line)):
            fields[name] = ", ".join(part for part in (fields[name], _value(item[1])) if part)
    return fields, "\n".join(lines[end + 1 :])


def markdown_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Paragraphs of Markdown text with the markup removed; code blocks, pictures and notes are left out."""
    text = _COMMENT.sub("", text.replace("\r\n", "\n"))
    text = _FENCE.sub("", text)
    text = _UNDERLINE.sub(r"# \1", text)
    for pattern in (_RULE, _NOTE, _TARGET, _TABLE_RULE):
        text = pattern.sub("", text)
    paragraphs: list[Paragraph] = []
    for block in re.split(r"\n(?:[ \t]*\n)+", text):
        plain: list[str] = []
        for line in block.split("\n"):
            line = re.sub(r"^[ \t]{0,8}(?:>[ \t]?)+", "", line).strip()
            heading = re.match(r"#{1,6}[ \t]+(.*?)[ \t]*#*$", line)
            item = re.match(r"(?:[-*+•]|\d{1,3}[.)])[ \t]+(.*)", line)
            if heading or item or line.startswith("|"):
                _flush(plain, paragraphs)
                inner = heading[1] if heading else item[1] if item else line.strip("| ").replace("|", " ")
                paragraphs.append(Paragraph(_inline(inner), heading=heading is not None, item=item is not None))
            elif line:
                plain.append(line)
        _flush(plain, paragraphs)
    return tuple(paragraph for paragraph in paragraphs if paragraph.text)


def _flush(lines: list[str], paragraphs: list[Paragraph]) -> None:
    # in Markdown the lines of a block are one paragraph, except where each plainly is one of its own
    if any(len(line) > 200 for line in lines):
        paragraphs.extend(p for line in lines for p in line_paragraphs(_inline(line)))
    elif lines:
        paragraphs.append(Paragraph(_inline(" ".join(lines))))
    lines.clear()


def _inline(text: str) -> str:
    import html

    if len(text) <= _LONGEST_INLINE:
        for pattern, replacement in _INLINE:
            text = pattern.sub(replacement, text)
    return " ".join(html.unescape(text).split())


def _value(text: str) -> str:
    text = text.strip()
    if text[:1] == "[" and text[-1:] == "]":
        return ", ".join(_value(part) for part in text[1:-1].split(","))
    if len(text) > 1 and text[0] in "\"'":
        return text[1 : text.find(text[0], 1)] if text.find(text[0], 1) > 0 else text[1:]
    return re.sub(r"\s+#.*$", "", text)
