"""A statement of the page with its evidence: pieces of text, some of them links, and how sure it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from detente.report.anchors import pair_anchor
from detente.report.reading import Reading
from detente.report.wording import joined, with_article


@dataclass(frozen=True, slots=True)
class Phrase:
    """A piece of a sentence; `anchor` is the fragment of its evidence, "" for plain text."""

    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence in phrases, further ones that explain it, and how sure it is."""

    phrases: tuple[Phrase, ...]
    more: tuple[Phrase, ...]
    sure: str


def tie_phrase(reading: Reading, a: str, b: str) -> Phrase:
    """The name of a pair as a link to its acts."""
    return Phrase(reading.pair_name(a, b), pair_anchor(a, b))


def named(reading: Reading, codes: Iterable[str], limit: int = 0) -> str:
    """Names in prose: `the United States, Japan and 3 more`."""
    return joined([with_article(reading.name(code)) for code in codes], limit)


def share_words(share: float, n_draws: int) -> str:
    """`In 87% of 200 redraws of the acts`; all and none in words."""
    of = f"{n_draws} redraws of the acts behind the ties"
    if share > 1 - 0.5 / n_draws:
        return f"In all {of}"
    if share < 0.5 / n_draws:
        return f"In none of {of}"
    return f"In {min(99, max(1, round(100 * share)))}% of {of}"
