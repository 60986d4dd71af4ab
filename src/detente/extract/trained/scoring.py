"""Scores of every pair of actors of a sentence by the shipped network. A sentence is scored alone: so the same always."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from detente.encode.network import Network, network, sigmoid
from detente.encode.packing import MAX_TOKENS, Span, batch_of, pack, token_span, words_of

FLAGS = ("negated", "hypothetical", "future", "historical")
_LONGEST_TRIGGER = 8  # tokens


@dataclass(frozen=True, slots=True)
class PairScores:
    """What the network says of one pair.

    Attributes:
        types: (17,) probabilities, in the order of `Weights.types`, none last.
        flags: (4,) probabilities of FLAGS.
        condition: probability that it is a standing condition.
        trigger: characters of the sentence that tell the act, wherever the network would put it; (0, 0) for a pair that
            was not read to the end.
    """

    types: NDArray[np.float32]
    flags: NDArray[np.float32]
    condition: float
    trigger: Span


class Scorer:
    """Scores pairs of actors by the network.

    Args:
        reader: the network; the shipped one by default.
    """

    def __init__(self, reader: Network | None = None) -> None:
        self._network = reader or network()
        self.weights = self._network.weights

    def score(
        self, sentence: str, pairs: Sequence[tuple[Span, Span | None]], least: float = 0.0
    ) -> list[PairScores | None]:
        """Scores of each pair of character spans, None where a span lies past the first 160 tokens.

        Args:
            pairs: actor and recipient, None for no recipient.
            least: probability of an event that the lower half of the network must see in a pair of an actor; pairs of
                others get that probability, spread evenly over the types.
        """
        tokens = self._network.tokens(sentence)
        ids, offsets = tokens.ids[:MAX_TOKENS], tokens.offsets[:MAX_TOKENS]
        by_actor: dict[Span, list[tuple[int, Span | None]]] = {}
        for number, (actor, recipient) in enumerate(pairs):
            a, r = token_span(offsets, actor), None if recipient is None else token_span(offsets, recipient)
            if a is not None and (recipient is None or r is not None):
                by_actor.setdefault(a, []).append((number, r))
        found: list[PairScores | None] = [None] * len(pairs)
        if not by_actor:
            return found
        rows = [pack(ids, actor, [r for _, r in told]) for actor, told in by_actor.items()]
        words = words_of([rows[0].ids])
        answer = self._network.pairs(words, batch_of(rows, [0] * len(rows), words.ids.shape[1]), least)
        numbers = [number for told in by_actor.values() for number, _ in told]
        for number, gate, read in zip(numbers, answer.gates, answer.read, strict=True):
            if not read:
                found[number] = self._closed(float(gate))
        if answer.logits:
            types, flags, condition, first, last = answer.logits
            shares = _softmax(types / self.weights.temperature)
            flags, condition = sigmoid(flags), sigmoid(condition)
            for k, number in enumerate(n for n, read in zip(numbers, answer.read, strict=True) if read):
                trigger = _trigger(first[k], last[k], offsets)
                found[number] = PairScores(shares[k], flags[k], float(condition[k]), trigger)
        return found

    def _closed(self, gate: float) -> PairScores:
        """Scores of a pair that was not read to the end."""
        n = len(self.weights.types)
        types = np.full(n + 1, gate / n, np.float32)
        types[-1] = 1 - gate
        return PairScores(types, np.zeros(len(FLAGS), np.float32), 0.0, (0, 0))


@cache
def scorer() -> Scorer:
    """The shipped network, loaded once."""
    return Scorer()


def _trigger(first: NDArray[np.float32], last: NDArray[np.float32], offsets: Sequence[Span]) -> Span:
    """The most likely span of characters of at most eight tokens."""
    n = len(offsets)
    begins, ends = first[1 : n + 1], last[1 : n + 1]
    best, span = -np.inf, (0, 0)
    for start in range(n):
        stop = min(n, start + _LONGEST_TRIGGER)
        end = start + int(ends[start:stop].argmax())
        if begins[start] + ends[end] > best:
            best, span = begins[start] + ends[end], (start, end)
    return (offsets[span[0]][0], offsets[span[1]][1]) if n else (0, 0)


def _softmax(x: NDArray[np.float32]) -> NDArray[np.float32]:
    odds = np.exp(x - x.max(1, keepdims=True), dtype=np.float32)
    return odds / odds.sum(1, keepdims=True)
