"""The language of a text."""

from __future__ import annotations

import math
from functools import cache
from typing import Any

MIN_LETTERS = 40
_SAMPLE = 4000  # characters; more changes nothing


def language_of(text: str) -> str:
    """ISO 639-1 code of the language, or "" when the text has fewer than 40 letters."""
    return language_scores(text)[0][0]


def language_scores(text: str) -> list[tuple[str, float]]:
    """The likeliest languages, likeliest first, as (code, mean log probability per letter, natural logarithm).

    Returns:
        One pair ("", 0.0) when the text has fewer than 40 letters.
    """
    sample = text[:_SAMPLE]
    letters = sum(map(str.isalpha, sample))
    if letters < MIN_LETTERS:
        return [("", 0.0)]
    if sample.upper() == sample:
        sample = sample.lower()
    ranked = _identifier().rank(sample)
    return [(str(code), float(score) / letters) for code, score in ranked[:10] if math.isfinite(score)]


@cache
def _identifier() -> Any:
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import py3langid

        py3langid.rank("a")
    return py3langid
