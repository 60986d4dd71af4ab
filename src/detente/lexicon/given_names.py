"""Given names of women, for "she"."""

from __future__ import annotations

from functools import cache

from detente.lexicon.gazetteer import without_diacritics
from detente.lexicon.rows import read_rows


@cache
def _female() -> frozenset[str]:
    return frozenset(without_diacritics(row["text"]).lower() for row in read_rows("female_names.csv", ("text",)))


def is_female_name(word: str) -> bool:
    """Whether the word is a common given name of women."""
    return without_diacritics(word).lower() in _female()
