"""Longest-match look-up of names in a token sequence."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain

from detente.lexicon.loading import without_collecting
from detente.lexicon.names import NameRow, RawName, raw_names
from detente.lexicon.rows import read_rows
from detente.lexicon.tokens import Token, token_texts

DASHES = str.maketrans({"‑": "-", "–": "-", "’": "'"})

_Entry = NameRow | RawName


class Gazetteer:
    """Names by their tokens; case counts ("US" is not "us", "Turkey" is not "turkey")."""

    def __init__(self, rows: Iterable[NameRow]) -> None:
        self._entries: dict[str, _Entry | list[_Entry]] = {}
        self._longest: dict[str, int] = {}
        self._ready: dict[str, list[NameRow]] = {}  # rows that were asked for
        for row in rows:
            for key in _keys(row.text):
                self._enter(key, row)

    def _enter(self, key: str, row: NameRow | RawName) -> None:
        known = self._entries.get(key)
        if known is not None:
            if isinstance(known, list):
                known.append(row)
            else:
                self._entries[key] = [known, row]
            return
        self._entries[key] = row
        length = key.count(" ") + 1
        first = key if length == 1 else key[: key.index(" ")]
        if length > self._longest.get(first, 0):
            self._longest[first] = length

    def add_raw(self, names: Iterable[RawName]) -> None:
        """Adds lines of tables whose rows are made when they are asked for."""
        entries, longest, enter = self._entries, self._longest, self._enter
        for raw in names:
            text = raw[1]
            if not (text.isascii() and text.replace(" ", "").isalpha()):
                for key in _keys(text):
                    enter(key, raw)
                continue
            known = entries.get(text)
            if known is None:
                entries[text] = raw
                length = text.count(" ") + 1
                first = text if length == 1 else text[: text.index(" ")]
                if length > longest.get(first, 0):
                    longest[first] = length
            elif isinstance(known, list):
                known.append(raw)
            else:
                entries[text] = [known, raw]

    def with_rows(self, rows: Iterable[NameRow]) -> Gazetteer:
        """A gazetteer in which these rows replace all others of the same surface form."""
        over = Gazetteer(rows)
        merged = Gazetteer([])
        merged._entries = {**self._entries, **over._entries}
        merged._longest = dict(self._longest)
        for first, length in over._longest.items():
            merged._longest[first] = max(length, merged._longest.get(first, 0))
        return merged

    def get(self, key: str) -> list[NameRow] | None:
        """Rows of the name whose tokens, joined by one space, are `key`; None when there is none."""
        ready = self._ready.get(key)
        if ready is not None:
            return ready
        rows = self._entries.get(key)
        if rows is None:
            return None
        several = rows if isinstance(rows, list) else [rows]
        ready = self._ready[key] = [row[0](row[1], row[2]) if isinstance(row, tuple) else row for row in several]
        return ready

    def longest(self, first: str) -> int:
        """Number of tokens of the longest name that begins with the token `first`, 0 for none."""
        return self._longest.get(first, 0)

    def match_words(self, words: Sequence[str], start: int) -> tuple[int, list[NameRow]] | None:
        """Longest name that begins at `words[start]`: (number of words, its rows), or None."""
        first = words[start]
        longest = self._longest.get(first, 0)
        if not longest:
            return None
        for length in range(min(longest, len(words) - start), 1, -1):
            rows = self.get(" ".join(words[start : start + length]))
            if rows is not None:
                return length, rows
        rows = self.get(first)
        return None if rows is None else (1, rows)

    def match(self, tokens: Sequence[Token], start: int) -> tuple[int, list[NameRow]] | None:
        """Longest name that begins at token `start`: (number of tokens, its rows), or None."""
        longest = self._longest.get(tokens[start].text.translate(DASHES), 0)
        if not longest:
            return None
        return self.match_words([token.text.translate(DASHES) for token in tokens[start : start + longest]], 0)

    def rows(self, text: str) -> list[NameRow]:
        """Rows whose surface form is exactly `text`."""
        return self.get(" ".join(token_texts(text.translate(DASHES)))) or []

    def names(self) -> Iterator[NameRow]:
        """Every row, in no particular order."""
        return chain.from_iterable(filter(None, map(self.get, self._entries)))


def _keys(text: str) -> list[str]:
    if text.isascii():
        return [_key(text)]
    text = text.translate(DASHES)
    plain = without_diacritics(text)
    return [_key(form) for form in ((text,) if plain == text else (text, plain))]


def _key(text: str) -> str:
    """Tokens of a name with one space between; a name of letters and hyphens needs no tokeniser."""
    spaced = text.replace("-", " - ") if "-" in text else text
    words = spaced.split()
    return " ".join(words if "".join(words).replace("-", "").isalpha() else token_texts(text))


class _Plain(dict[int, str]):
    """Plain letters by code point, each looked up once."""

    def __missing__(self, point: int) -> str:
        decomposed = unicodedata.normalize("NFKD", chr(point).translate(_LETTERS))
        plain = self[point] = "".join(c for c in decomposed if not unicodedata.combining(c))
        return plain


def without_diacritics(text: str) -> str:
    """'Erdoğan' → 'Erdogan': marks off, and the few letters that are no marked ones."""
    return text.translate(_PLAIN)


_LETTERS = str.maketrans(
    {"ı": "i", "İ": "I", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "Ae",
     "œ": "oe", "ə": "a", "Ə": "A", "ħ": "h", "ŧ": "t", "þ": "th", "ð": "d", "ʻ": "'", "ʿ": "", "ʾ": ""}
)  # fmt: skip
_PLAIN = _Plain()


@cache
def gazetteer() -> Gazetteer:
    """The shipped gazetteer: states, organisations, people, and neutral names that stand for no actor."""
    neutral = (NameRow(row["text"], "", "neutral") for row in read_rows("neutral.csv", ("text",)))
    with without_collecting():
        shipped = Gazetteer(neutral)
        shipped.add_raw(raw_names())
    return shipped
