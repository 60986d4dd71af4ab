"""Sentences with their pairs of actors as arrays for the encoder: the words once, then one row for each actor.

The lower half of the network reads the words of a sentence once, whoever is asked for. In the row of an actor, which the
upper half reads, its words are marked, and each recipient has two more tokens after the words, copies of its first and
last word; they see the words and each other, the words do not see them. One row so answers for an actor with everyone else.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Span = tuple[int, int]

CLS, SEP = 101, 102
MAX_TOKENS = 160  # of the words of a sentence
# Roles of tokens: plain words, those of the actor, first and last of a recipient, and of a recipient that nobody is.
PLAIN, ACTOR, FIRST, LAST, NOBODY = range(5)
WORDS = 0  # group of the words; recipients count from 1
PADDING = -1


@dataclass(frozen=True, slots=True)
class Row:
    """One actor of a sentence with its recipients, not yet padded.

    Attributes:
        ids: (n_words,); tokens of the words with their two ends.
        places, groups, roles: (n,); the word that each token of the row is or copies, WORDS or the number of the recipient
            from 1, role. The words stand first.
        actor: first and last token of the actor.
    """

    ids: NDArray[np.int64]
    places: NDArray[np.int64]
    groups: NDArray[np.int64]
    roles: NDArray[np.int64]
    actor: Span


@dataclass(frozen=True, slots=True)
class Words:
    """Texts padded to one length.

    Attributes:
        ids: (n_texts, n_words).
        inside: (n_texts, n_words); 1 for a word, 0 for padding.
    """

    ids: NDArray[np.int64]
    inside: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows padded to one length.

    Attributes:
        places: (n_rows, n_tokens); the word of each token, as an index of the flattened words.
        groups, roles: (n_rows, n_tokens).
        marks: (n_pairs, 4); first and last token of actor and recipient, as indexes of the flattened tokens.
        row: (n_pairs,); the row of each pair.
    """

    places: NDArray[np.int64]
    groups: NDArray[np.int64]
    roles: NDArray[np.int64]
    marks: NDArray[np.int64]
    row: NDArray[np.int64]

    @property
    def word_marks(self) -> NDArray[np.int64]:
        """(n_pairs, 4); as `marks`, the words that the tokens are or copy."""
        return self.places.reshape(-1)[self.marks]


def token_span(offsets: Sequence[Span], span: Span) -> Span | None:
    """First and last token (with [CLS] as 0) that a span of characters covers; None when it covers none."""
    first = bisect_right(offsets, span[0], key=lambda offset: offset[1])
    last = bisect_left(offsets, span[1], key=lambda offset: offset[0]) - 1
    return (first + 1, last + 1) if first <= last else None


def pack(ids: Sequence[int], actor: Span, recipients: Sequence[Span | None]) -> Row:
    """The row of one actor; spans of tokens as `token_span` gives them, None for no recipient.

    Args:
        ids: tokens of the words, without their ends.
    """
    n = len(ids) + 2
    places, groups = list(range(n)), [WORDS] * n
    roles = [ACTOR if actor[0] <= k <= actor[1] else PLAIN for k in range(n)]
    for number, recipient in enumerate(recipients, start=1):
        places += recipient or (0, 0)
        groups += [number] * 2
        roles += [FIRST, LAST] if recipient is not None else [NOBODY] * 2
    return Row(np.array([CLS, *ids, SEP]), np.array(places), np.array(groups), np.array(roles), actor)


def words_of(texts: Sequence[Sequence[int] | NDArray[np.int64]]) -> Words:
    """Texts padded to the longest.

    Args:
        texts: of each its tokens with their two ends.
    """
    longest = max(map(len, texts))
    ids, inside = (np.zeros((len(texts), longest), np.int64) for _ in range(2))
    for number, text in enumerate(texts):
        ids[number, : len(text)] = text
        inside[number, : len(text)] = 1
    return Words(ids, inside)


def batch_of(rows: Sequence[Row], texts: Sequence[int], n_words: int) -> Batch:
    """Rows padded to the longest; pairs in order of the rows.

    Args:
        texts: of each row the number of its text among the words.
        n_words: length of the padded words.
    """
    longest = max(len(row.places) for row in rows)
    places, roles = (np.zeros((len(rows), longest), np.int64) for _ in range(2))
    groups = np.full((len(rows), longest), PADDING, np.int64)
    marks: list[list[int]] = []
    of_row: list[int] = []
    for number, (row, text) in enumerate(zip(rows, texts, strict=True)):
        n = len(row.places)
        places[number, :n] = row.places + text * n_words
        groups[number, :n], roles[number, :n] = row.groups, row.roles
        base = number * longest
        for first in range(len(row.ids), n, 2):
            marks.append([base + row.actor[0], base + row.actor[1], base + first, base + first + 1])
            of_row.append(number)
    return Batch(places, groups, roles, np.array(marks, np.int64).reshape(-1, 4), np.array(of_row, np.int64))


def of_rows(batch: Batch, rows: NDArray[np.int64]) -> Batch:
    """Some rows of a batch, by number in rising order, with their pairs."""
    n_tokens = batch.places.shape[1]
    at = np.searchsorted(rows, batch.row)
    kept = np.isin(batch.row, rows)
    marks = batch.marks[kept] + (n_tokens * (at - batch.row)[kept])[:, None]
    return Batch(batch.places[rows], batch.groups[rows], batch.roles[rows], marks, at[kept])


def links_of(texts: Sequence[Sequence[tuple[Span, Span]]], n_words: int) -> NDArray[np.int64]:
    """(n_links, 4); first and last word of the two spans of each link, as indexes of the flattened words, in order.

    Args:
        texts: of each text pairs of token spans as `token_span` gives them; (0, 0) is the token before the first word, which
            stands for no actor.
        n_words: length of the padded words.
    """
    links = [
        [number * n_words + token for span in pair for token in span]
        for number, pairs in enumerate(texts)
        for pair in pairs
    ]
    return np.array(links, np.int64).reshape(-1, 4)
