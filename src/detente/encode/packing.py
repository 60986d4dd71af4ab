"""Sentences with their pairs of actors as arrays for the encoder: one row for each actor, with every recipient in it.

In the row of an actor its words are marked. Each recipient has two more tokens after the words, copies of its first and
last word at the same positions; they see the words and each other, the words do not see them. One pass of the encoder
so answers for an actor with everyone else.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Span = tuple[int, int]

CLS, SEP, PAD = 101, 102, 0
MAX_TOKENS = 160  # of the words of a sentence
# Roles of tokens: plain words, those of the actor, first and last of a recipient, and of a recipient that nobody is.
PLAIN, ACTOR, FIRST, LAST, NOBODY = range(5)
WORDS = 0  # group of the words; recipients count from 1
PADDING = -1


@dataclass(frozen=True, slots=True)
class Row:
    """One actor of a sentence with its recipients, not yet padded.

    Attributes:
        ids, positions, groups, roles: (n,); token, position, WORDS or the number of the recipient from 1, role.
        actor: first and last token of the actor.
        n_words: number of tokens of the words with their two ends; they stand first.
    """

    ids: NDArray[np.int64]
    positions: NDArray[np.int64]
    groups: NDArray[np.int64]
    roles: NDArray[np.int64]
    actor: Span
    n_words: int


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows padded to one length.

    Attributes:
        ids, positions, groups, roles: (n_rows, n_tokens).
        marks: (n_pairs, 4); first and last token of actor and recipient, as indexes of the flattened tokens.
        row: (n_pairs,); the row of each pair.
    """

    ids: NDArray[np.int64]
    positions: NDArray[np.int64]
    groups: NDArray[np.int64]
    roles: NDArray[np.int64]
    marks: NDArray[np.int64]
    row: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Links:
    """Texts with spans that may stand for the same actor, padded to one length.

    Attributes:
        ids, positions, groups, roles: (n_rows, n_tokens); plain words only.
        links: (n_links, 4); first and last token of the two spans, as indexes of the flattened tokens.
    """

    ids: NDArray[np.int64]
    positions: NDArray[np.int64]
    groups: NDArray[np.int64]
    roles: NDArray[np.int64]
    links: NDArray[np.int64]


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
    words = [CLS, *ids, SEP]
    n = len(words)
    tokens, positions, groups = list(words), list(range(n)), [WORDS] * n
    roles = [ACTOR if actor[0] <= k <= actor[1] else PLAIN for k in range(n)]
    for number, recipient in enumerate(recipients, start=1):
        first, last = recipient or (0, 0)
        tokens += [words[first], words[last]]
        positions += [first, last]
        groups += [number] * 2
        roles += [FIRST, LAST] if recipient is not None else [NOBODY] * 2
    return Row(np.array(tokens), np.array(positions), np.array(groups), np.array(roles), actor, n)


def batch_of(rows: Sequence[Row]) -> Batch:
    """Rows padded to the longest; pairs in order of the rows."""
    longest = max(len(row.ids) for row in rows)
    ids, positions, roles = (np.full((len(rows), longest), PAD, np.int64) for _ in range(3))
    groups = np.full((len(rows), longest), PADDING, np.int64)
    marks: list[list[int]] = []
    of_row: list[int] = []
    for number, row in enumerate(rows):
        n = len(row.ids)
        ids[number, :n], positions[number, :n] = row.ids, row.positions
        groups[number, :n], roles[number, :n] = row.groups, row.roles
        base = number * longest
        for first in range(row.n_words, n, 2):
            marks.append([base + row.actor[0], base + row.actor[1], base + first, base + first + 1])
            of_row.append(number)
    return Batch(ids, positions, groups, roles, np.array(marks, np.int64).reshape(-1, 4), np.array(of_row, np.int64))


def links_of(texts: Sequence[tuple[Sequence[int], Sequence[tuple[Span, Span]]]]) -> Links:
    """Rows of plain words with their links, padded to the longest; links in order of the texts.

    Args:
        texts: of each its tokens without their ends, and pairs of token spans as `token_span` gives them; (0, 0) is the
            token before the first word, which stands for no actor.
    """
    longest = max(len(ids) for ids, _ in texts) + 2
    words = np.full((len(texts), longest), PAD, np.int64)
    groups = np.full((len(texts), longest), PADDING, np.int64)
    links: list[list[int]] = []
    for number, (ids, pairs) in enumerate(texts):
        n = len(ids) + 2
        words[number, :n], groups[number, :n] = [CLS, *ids, SEP], WORDS
        links += [[number * longest + token for span in pair for token in span] for pair in pairs]
    positions = np.where(groups == WORDS, np.arange(longest), 0)
    roles = np.zeros_like(words)
    return Links(words, positions, groups, roles, np.array(links, np.int64).reshape(-1, 4))
