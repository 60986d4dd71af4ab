"""Longest-match look-up of names in a token sequence."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from functools import cache
from itertools import accumulate, chain

from detente.lexicon.loading import without_collecting
from detente.lexicon.names import NameRow, NameTable, name_tables
from detente.lexicon.rows import read_rows
from detente.lexicon.tokens import Token, token_texts

DASHES = str.maketrans({"‑": "-", "–": "-", "’": "'"})


class Gazetteer:
    """Names by their tokens; case counts ("US" is not "us", "Turkey" is not "turkey")."""

    def __init__(self, rows: Iterable[NameRow] = (), tables: Iterable[NameTable] = ()) -> None:
        """Rows, and tables whose rows are made when they are asked for; rows of one name stand in this order."""
        self._rows: dict[str, list[NameRow]] = {}  # given, or made because somebody asked
        for row in rows:
            for key in _keys(row.text):
                self._rows.setdefault(key, []).append(row)
        self._tables = tuple(tables)
        self._starts = tuple(accumulate((len(table.texts) for table in self._tables), initial=0))
        keys, places = _table_keys(self._tables)
        self._last = dict(zip(keys, places, strict=True))  # where the name stands last; most stand once
        self._several: dict[str, list[int]] = {}
        if len(self._last) < len(keys):
            last = self._last
            repeated = {key for key, place in zip(keys, places, strict=True) if last[key] != place}
            for key, place in zip(keys, places, strict=True):
                if key in repeated:
                    self._several.setdefault(key, []).append(place)
            for several in self._several.values():
                several.sort()
        self._longest = _longest(chain(self._rows, self._last))
        for key in self._rows.keys() & self._last.keys():
            self._rows[key] += self._made(key)

    def with_rows(self, rows: Iterable[NameRow]) -> Gazetteer:
        """A gazetteer in which these rows replace all others of the same surface form."""
        over = Gazetteer(rows)
        merged = copy(self)
        merged._rows = {**self._rows, **over._rows}
        merged._longest = dict(self._longest)
        for first, length in over._longest.items():
            merged._longest[first] = max(length, merged._longest.get(first, 0))
        return merged

    def get(self, key: str) -> list[NameRow] | None:
        """Rows of the name whose tokens, joined by one space, are `key`; None when there is none."""
        rows = self._rows.get(key)
        if rows is None and key in self._last:
            rows = self._rows[key] = self._made(key)
        return rows

    def _made(self, key: str) -> list[NameRow]:
        return [self._row(place) for place in self._several.get(key) or (self._last[key],)]

    def _row(self, place: int) -> NameRow:
        table = bisect_right(self._starts, place) - 1
        return self._tables[table].row(place - self._starts[table])

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
        return chain.from_iterable(filter(None, map(self.get, list(self._rows.keys() | self._last.keys()))))


def _table_keys(tables: Sequence[NameTable]) -> tuple[list[str], list[int]]:
    """Keys of the forms of all tables, and the place of each form, counted through the tables."""
    keys = [text for table in tables for text in table.texts]
    places = list(range(len(keys)))
    odd = [place for place, text in enumerate(keys) if not (text.isascii() and text.replace(" ", "").isalpha())]
    second: dict[int, str] = {}  # the key without diacritics of what has two
    for place in odd:
        keys[place], *more = _keys(keys[place])
        if more:
            second[place] = more[0]
    keys += second.values()
    places += second
    return keys, places


def _longest(keys: Iterable[str]) -> dict[str, int]:
    """Number of tokens of the longest key by its first token."""
    longest: dict[str, int] = {}
    for key in keys:
        first, _, rest = key.partition(" ")
        length = rest.count(" ") + 2 if rest else 1
        if length > longest.get(first, 0):
            longest[first] = length
    return longest


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
        return Gazetteer(neutral, name_tables())
