"""Longest-match look-up of names in a token sequence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from detente.lexicon.names import NameRow, organisation_names, people, state_names
from detente.lexicon.rows import read_rows
from detente.lexicon.tokens import Token, tokenise

_DASHES = str.maketrans({"‑": "-", "–": "-", "’": "'"})


class Gazetteer:
    """Names by their tokens; case counts ("US" is not "us", "Turkey" is not "turkey")."""

    def __init__(self, rows: Iterable[NameRow]) -> None:
        self._rows: dict[tuple[str, ...], list[NameRow]] = {}
        self._longest: dict[str, int] = {}
        for row in rows:
            key = tuple(token.text for token in tokenise(row.text.translate(_DASHES)))
            if not key:
                continue
            self._rows.setdefault(key, []).append(row)
            self._longest[key[0]] = max(self._longest.get(key[0], 0), len(key))

    def match(self, tokens: Sequence[Token], start: int) -> tuple[int, list[NameRow]] | None:
        """Longest name that begins at token `start`: (number of tokens, its rows), or None."""
        first = tokens[start].text.translate(_DASHES)
        longest = min(self._longest.get(first, 0), len(tokens) - start)
        for length in range(longest, 0, -1):
            key = (first, *(token.text.translate(_DASHES) for token in tokens[start + 1 : start + length]))
            if key in self._rows:
                return length, self._rows[key]
        return None

    def rows(self, text: str) -> list[NameRow]:
        """Rows whose surface form is exactly `text`."""
        return self._rows.get(tuple(token.text for token in tokenise(text.translate(_DASHES))), [])


@cache
def gazetteer() -> Gazetteer:
    """The shipped gazetteer: states, organisations, people, and neutral names that stand for no actor."""
    neutral = [NameRow(row["text"], "", "neutral") for row in read_rows("neutral.csv", ("text",))]
    return Gazetteer([*state_names(), *organisation_names(), *people(), *neutral])
