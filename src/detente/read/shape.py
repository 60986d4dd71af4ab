"""The shape of a paragraph: running text or a line that stands for itself."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?…][\"'”’»)\]]{0,3}(?:\[\d{1,3}\]|\d{1,3}|[¹²³⁴-⁹])*$")
_MANY_WORDS = 25
_SHORT_WORDS = 16


def letters(text: str) -> int:
    """Number of letters in a text."""
    return sum(map(str.isalpha, text))


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does, quotation and footnote marks aside."""
    return bool(_END.search(text.rstrip()[-12:]))


def is_body(text: str) -> bool:
    """Whether a paragraph is running text: a sentence of eight words or more that ends as one, or very long."""
    n_words = len(text.split())
    if n_words >= 60 or (n_words >= _MANY_WORDS and re.search(r"[a-z][.!?][\"”]?\s+[A-Z“\"]", text)):
        return True
    if letters(text) > 60 and n_words < 8 and re.search(r"[。！？।؟]", text):
        return True  # scripts that write no spaces
    return n_words >= 8 and ends_sentence(text)


def is_short_line(text: str) -> bool:
    """Whether a paragraph is a line without a sentence's end: a heading, a label, a headline, a caption."""
    return len(text.split()) <= _SHORT_WORDS and len(text) <= 140 and not re.search(r"[.!?…:;,][\"'”’»)\]]{0,3}$", text)
