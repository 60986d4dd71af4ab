"""Characters of stored text: composed, printable, one kind of space."""

from __future__ import annotations

import re
import unicodedata

# controls, invisible joiners, direction overrides, byte order marks, private use and surrogates
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ufffe\uffff\ue000-\uf8ff\ud800-\udfff\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
)
_SPACES = re.compile(r"[ \t\v\f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_LINE_ENDS = re.compile(r"\r\n?|[\u0085\u2028\u2029]")


def clean_lines(text: str) -> str:
    """Text in NFC with `\\n` line ends, single spaces, and no control or invisible characters."""
    text = _UNSEEN.sub("", _LINE_ENDS.sub("\n", text))
    text = "\n".join(_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return unicodedata.normalize("NFC", text)


def clean_line(text: str) -> str:
    """Text as `clean_lines` gives it, on one line."""
    return " ".join(clean_lines(text).split())
