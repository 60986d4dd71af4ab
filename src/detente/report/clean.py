"""Text of others made fit to be shown: nothing that steers a terminal, a parser or the direction of reading."""

from __future__ import annotations

import re

# Control characters other than tab and newline, and the marks that turn the direction of what follows.
_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)


def clean(text: str) -> str:
    """The text without steering characters; each is replaced by nothing."""
    return _STEERING.sub("", text)


def shortened(text: str, limit: int) -> str:
    """At most `limit` characters, cut at a space, with an ellipsis where cut."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    return f"{cut.rsplit(' ', 1)[0] if ' ' in cut[limit // 2 :] else cut}…"
