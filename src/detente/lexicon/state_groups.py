"""Groups of states with a name of their own: "the two Koreas", "the Baltic states"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

from detente.lexicon.names import states
from detente.lexicon.rows import read_rows


@cache
def _groups() -> dict[str, tuple[str, ...]]:
    return {row["text"]: tuple(row["codes"].split()) for row in read_rows("state_groups.csv", ("text", "codes"))}


@cache
def group_starts() -> frozenset[str]:
    """First words of the names of groups."""
    return frozenset(text.split()[0] for text in _groups())


def state_group(words: Sequence[str], start: int, on: date | None) -> tuple[int, list[tuple[str, str]]] | None:
    """Group of states that begins at `words[start]`: number of words and (code, name) of those that last on the day."""
    if start >= len(words) or words[start] not in group_starts():
        return None
    for length in (3, 2, 1):
        codes = _groups().get(" ".join(words[start : start + length]))
        if codes and start + length <= len(words):
            known = states()
            return length, [(code, known[code].name) for code in codes if on is None or known[code].lasts(on)]
    return None
