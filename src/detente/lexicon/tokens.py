"""The one tokenisation that lexicon and text share: words, numbers and single marks, with offsets."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

# Dotted abbreviations (U.S., D.P.R.K., U.N.), numbers with separators, words with inner apostrophes (Xi'an), marks.
_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}(?:[A-Z](?![A-Za-z]))?"  # U.S.  U.S.A.
    r"|[A-Z]\.(?=\s?[A-Z])"  # initials: J. K.
    r"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?"
    r"|(?:[^\W\d_]|[\u0300-\u036f])+(?:['’](?!s\b|S\b)(?:[^\W\d_])+)*\d*"  # words; not the possessive 's
    r"|['’][sS]\b"
    r"|\S"
)


class Token(NamedTuple):
    """One token: `text == stored_text[char_start:char_end]`.

    Attributes:
        lower: lower-case form, curly apostrophe straightened.
    """

    text: str
    char_start: int
    char_end: int
    lower: str


def token_texts(text: str) -> list[str]:
    """Texts of the tokens of a text."""
    if text.isascii() and text.replace(" ", "").isalpha():
        return text.split()
    return _TOKEN.findall(text)


@lru_cache(maxsize=1000)  # several stages read the same sentence
def tokenise(text: str, offset: int = 0) -> tuple[Token, ...]:
    """Tokens of a text; `offset` is added to every position.

    Hyphens are tokens of their own, so that "China-Russia" and "US-led" can be told apart from "Kim Jong-un",
    which the gazetteer holds with its hyphen.
    """
    return tuple(
        Token(word := m.group(), m.start() + offset, m.end() + offset, word.lower().replace("’", "'"))
        for m in _TOKEN.finditer(text)
    )
