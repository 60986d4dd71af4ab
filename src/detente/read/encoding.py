"""Bytes to text: the character set told from a mark, the bytes, a declaration or statistics."""

from __future__ import annotations

import codecs
import re
import unicodedata

from detente.errors import ReadError

_SAMPLE = 200_000  # bytes that statistics look at
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_REPLACED_SHARE = 0.005  # share of U+FFFD above which text counts as garbage
_ODD_SHARE = 0.02  # share of control and unassigned characters above which text counts as garbage
_ODD = re.compile(r"[\x00-\x08\x0e-\x19\x1b\x1c-\x1f\x7f-\x84\x86-\x9f]")
_LAYOUT = dict.fromkeys(map(ord, "\t\n\r\f\u00a0"), " ")
_WESTERN = re.compile(
    "[\u2018\u2019\u201c\u201d\u2013\u2014\u2026àáâãäåæçèéêëìíîïñòóôõöøùúûüßÀÁÂÃÄÅÆÇÈÉÊËÍÑÓÔÖØÚÜ€£§«»°]"
)


def encoding_of(data: bytes, declared: str = "") -> str:
    """Name of the codec for some bytes, "" when none fits.

    Order: a byte order mark, UTF-16 by its zero bytes, UTF-8, the declared one, statistics.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    nulls = data.count(0)
    if nulls > len(data) // 5:  # zero bytes are legal UTF-8, but no text has that many
        return "utf-16-le" if data[1::2].count(0) > data[::2].count(0) else "utf-16-be"
    if _is_utf8(data):
        return "utf-8"
    if declared and (name := _fitting(data, declared)):
        return name
    return _guessed(data[:_SAMPLE])


def decode_text(source: str, data: bytes, declared: str = "") -> str:
    """The text of some bytes.

    Args:
        source: path or URL as given, named in errors.
        data: the bytes.
        declared: character set that the server or the page states, "" when none.

    Raises:
        ReadError: if no character set gives legible text.
    """
    name = encoding_of(data, declared)
    text = data.decode(name, errors="replace") if name else ""
    if not name or is_garbage(text):
        reason = "the text is not legible in any character set that was tried"
        raise ReadError(source, reason, "Save it as UTF-8, or fetch it again")
    return text


def is_garbage(text: str) -> bool:
    """Whether too much of a text is replacement, control or unassigned characters to be language."""
    if not text:
        return False
    sample = text if len(text) <= _SAMPLE else text[:_SAMPLE]
    if sample.count("\ufffd") > max(3, _REPLACED_SHARE * len(sample)):
        return True
    if len(_ODD.findall(sample)) > max(3, _ODD_SHARE * len(sample)):
        return True
    if sample[:5000].translate(_LAYOUT).isprintable():
        return False
    categories = [unicodedata.category(character) for character in sample[:5000]]
    unassigned = sum(category in ("Cn", "Co") for category in categories)
    return unassigned > max(3, _ODD_SHARE * len(categories))


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return True
    # a few damaged bytes in text that is otherwise UTF-8 beyond doubt
    text = data[:_SAMPLE].decode("utf-8", errors="replace")
    damaged = text.count("\ufffd")
    sound = sum(character > "\x7f" for character in text) - damaged
    return damaged <= max(2, 0.001 * len(text)) and sound >= 5 * damaged


def _fitting(data: bytes, declared: str) -> str:
    try:
        name = codecs.lookup(declared).name
        text = data.decode(name)
    except (LookupError, UnicodeDecodeError, ValueError):
        return ""
    if not isinstance(text, str) or is_garbage(text):
        return ""
    return "cp1252" if name == "iso8859-1" else name  # as browsers do


def _guessed(sample: bytes) -> str:
    western = _fitting(sample, "cp1252")
    if western:
        text = sample.decode(western)
        beyond = [character for character in text if character > "\x7f"]
        common = sum(bool(_WESTERN.match(character)) for character in beyond)
        letters = sum(character.isalpha() for character in text)
        if common >= 0.95 * len(beyond) and len(beyond) < 0.2 * max(1, letters):
            return western
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    if best is None:
        return ""
    return best.encoding
