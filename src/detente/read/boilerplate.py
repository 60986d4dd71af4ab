"""Text of the page around an article out of the article; what is left out is kept with its reason.

General rules, from the way pages are built: furniture is told by its words (`phrases`), a block of other stories by
its heading and the run of short lines after it (here), notes, biographies and other languages by their place at the
end (`endings`). A rule that would leave hardly any text is not applied.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from detente.read.draft import Paragraph
from detente.read.endings import ending_reasons
from detente.read.phrases import byline_author, furniture_reason, is_image_name
from detente.read.shape import is_body, is_short_line, letters
from detente.schema.document import SkippedPassage

_OTHER_STORIES = re.compile(
    r"(more (from|by|in|on|about|stories|news|articles|posts|like this|to read|coverage)\b.{0,60}"
    r"|(similar|related|recent|recommended|popular|latest|other|trending|featured|further|top|previous|next)"
    r" (posts?|stories|articles?|news|content|reading|reads|coverage|topics|items|links|headlines|videos?|reports?)"
    r"\b.{0,40}"
    r"|(you (may|might|will|could) (also )?(like|enjoy|be interested|want).{0,40})"
    r"|(recommended|related|trending|most (read|popular|viewed|shared)|editor['’]s picks?|read (also|next|more)"
    r"|see also|up next|what (to read|you should read|we['’]re reading) next|don['’]t miss|around the web"
    r"|from (the|our) (web|partners|archives?)"
    r"|in (this|other) (series|news)|keep reading|also on .{1,40}|elsewhere on .{1,40})\s*:?)",
    re.IGNORECASE,
)
_COMMENTS = re.compile(
    r"(leave|post|add|write) (a|your) (reply|comment).{0,40}|(\d+ |reader )?comments?( \(\d+\))?:?"
    r"|\d+ (responses?|replies)( to .*)?"
    r"|(join|start) the (conversation|discussion).{0,60}|disqus.{0,40}",
    re.IGNORECASE,
)
_LEAST_KEPT = 0.2  # share of the letters that the rules must leave


def strip_boilerplate(
    paragraphs: Sequence[Paragraph], title: str = "", author: str = ""
) -> tuple[list[Paragraph], list[SkippedPassage], str]:
    """The article's own paragraphs, what was left out with reasons, and the author named by a byline ("" if none).

    Args:
        paragraphs: paragraphs in order, cleaned.
        title: title where known; its paragraph is kept.
        author: author where known; helps to tell a biography.
    """
    reasons, byline = _reasons(paragraphs, title, author, thorough=True)
    total = sum(letters(paragraph.text) for paragraph in paragraphs)
    kept = sum(letters(paragraph.text) for paragraph, reason in zip(paragraphs, reasons, strict=True) if not reason)
    bodies = any(is_body(paragraph.text) for paragraph in paragraphs)
    left = any(is_body(p.text) for p, reason in zip(paragraphs, reasons, strict=True) if not reason)
    if kept < _LEAST_KEPT * total or (bodies and not left):
        reasons, byline = _reasons(paragraphs, title, author, thorough=False)
    remaining, skipped = [], []
    for paragraph, reason in zip(paragraphs, reasons, strict=True):
        if reason:
            skipped.append(SkippedPassage(paragraph.text, reason))
        else:
            remaining.append(paragraph)
    return remaining, skipped, byline


def _reasons(paragraphs: Sequence[Paragraph], title: str, author: str, *, thorough: bool) -> tuple[list[str], str]:
    texts = [paragraph.text for paragraph in paragraphs]
    reasons = [furniture_reason(text) if text != title else "" for text in texts]
    byline = _mark_bylines(texts, reasons)
    _mark_captions(paragraphs, reasons)
    if title in texts[1:4]:
        for index in range(texts.index(title)):
            if is_short_line(texts[index]) and len(texts[index].split()) <= 3:
                reasons[index] = reasons[index] or "page label"
    if thorough:
        _mark_other_stories(paragraphs, reasons, title)
        _mark_comments(paragraphs, reasons)
        _mark_repeated_labels(paragraphs, reasons, title)
        ending_reasons(paragraphs, reasons, title, author or byline)
    return reasons, byline


def _mark_bylines(texts: list[str], reasons: list[str]) -> str:
    for index, text in enumerate(texts[:6]):
        if not reasons[index] and (name := byline_author(text)):
            reasons[index] = "byline"
            return name
    return ""


def _mark_captions(paragraphs: Sequence[Paragraph], reasons: list[str]) -> None:
    """A short line right under the name of an image, with no blank line between them, is its caption."""
    for index in range(1, len(paragraphs)):
        above = paragraphs[index - 1].text
        if (
            paragraphs[index].tight
            and not reasons[index]
            and is_image_name(above)
            and is_short_line(paragraphs[index].text)
        ):
            reasons[index] = "caption"


def _mark_other_stories(paragraphs: Sequence[Paragraph], reasons: list[str], title: str) -> None:
    """A heading such as "More from …" and the run of headlines, labels and image names after it."""
    in_second_half = _second_half(paragraphs, reasons)
    for index, paragraph in enumerate(paragraphs):
        text = paragraph.text.strip()
        if (
            reasons[index] == "other stories"
            or text == title
            or len(text) > 100
            or re.search(r"[.!]$", text)
            or not _OTHER_STORIES.fullmatch(text)
        ):
            continue
        end = index + 1
        while end < len(paragraphs) and not is_body(paragraphs[end].text):
            end += 1
        if index >= in_second_half and _only_teasers(paragraphs[end:]):
            end = len(paragraphs)
        # right over a real paragraph the line may be a heading of the article
        plain = re.match(r"(similar|related|recommended|you may|more from|most)", text, re.IGNORECASE)
        if end == index + 1 < len(paragraphs) and (paragraph.heading or not plain):
            continue
        for inside in range(index, end):
            reasons[inside] = reasons[inside] or "other stories"


def _mark_comments(paragraphs: Sequence[Paragraph], reasons: list[str]) -> None:
    """What follows the heading of a comment section in the second half, to the end."""
    for index in range(_second_half(paragraphs, reasons), len(paragraphs)):
        if _COMMENTS.fullmatch(paragraphs[index].text.strip()):
            for inside in range(index, len(paragraphs)):
                reasons[inside] = reasons[inside] or "comment form"
            return


def _mark_repeated_labels(paragraphs: Sequence[Paragraph], reasons: list[str], title: str) -> None:
    """A short line that stands alone three times, or twice without text under it, labels other things."""
    counts = Counter(paragraph.text for paragraph in paragraphs if is_short_line(paragraph.text))
    for index, paragraph in enumerate(paragraphs):
        if reasons[index] or paragraph.text == title or counts[paragraph.text] < 2 or paragraph.item:
            continue
        if counts[paragraph.text] > 2 or not (index + 1 < len(paragraphs) and is_body(paragraphs[index + 1].text)):
            reasons[index] = "repeated label"


def _second_half(paragraphs: Sequence[Paragraph], reasons: list[str]) -> int:
    """Index of the first paragraph that has more of the article's text before it than after it."""
    sizes = [0 if reason else len(p.text) for p, reason in zip(paragraphs, reasons, strict=True)]
    after, before = sum(len(paragraph.text) for paragraph in paragraphs), 0
    for index, size in enumerate(sizes):
        after -= len(paragraphs[index].text)
        if before > after:
            return index
        before += size
    return len(paragraphs)


def _only_teasers(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether long and short paragraphs alternate, as headlines with their first lines do."""
    bodies = [index for index, paragraph in enumerate(paragraphs) if is_body(paragraph.text)]
    adjacent = sum(second - first == 1 for first, second in pairwise(bodies))
    longest = max((len(paragraphs[index].text.split()) for index in bodies), default=0)
    return longest <= 60 and adjacent == 0
