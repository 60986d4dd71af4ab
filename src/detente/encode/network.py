"""The shipped network with its tokenizer: texts to tokens, packed rows to scores."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.encode.packing import Batch, Span, Words, of_rows
from detente.lexicon.weights import Weights, weights

_NOTHING = np.zeros((1, 4), np.int64)
# Halves of characters, which are no text; each becomes one mark, so that places stay.
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Tokens of a text without its ends.

    Attributes:
        ids: number of each token.
        offsets: (start, end) of each token in characters of the text.
    """

    ids: Sequence[int]
    offsets: Sequence[Span]


@dataclass(frozen=True, slots=True)
class PairAnswer:
    """What the network says of the pairs of a batch.

    Attributes:
        gates: (n_pairs,); probability of an event as the lower half sees it.
        read: (n_pairs,); whether the pair was read to the end.
        logits: of the pairs that were: types (n, 17), flags (n, 4), condition (n,), first and last token of the trigger
            (n, n_tokens); empty when none was.
    """

    gates: NDArray[np.float32]
    read: NDArray[np.bool_]
    logits: tuple[NDArray[np.float32], ...]


class Network:
    """The two halves of the network, each on one thread: the same input gives the same scores.

    Args:
        shipped: the weights; those of the package by default.
    """

    def __init__(self, shipped: Weights | None = None) -> None:
        from tokenizers import Tokenizer

        self.weights = shipped or weights()
        self._lower, self._upper = _session(self.weights.lower), _session(self.weights.upper)
        self._tokenizer: Any = Tokenizer.from_file(str(self.weights.tokenizer))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()

    def tokens(self, text: str) -> Tokens:
        """Tokens of a text."""
        encoded = self._tokenizer.encode(_SURROGATE.sub("?", text), add_special_tokens=False)
        return Tokens(encoded.ids, encoded.offsets)

    def pairs(self, words: Words, batch: Batch, least: float = 0.0) -> PairAnswer:
        """What the network says of each pair of a batch.

        Args:
            least: probability of an event, as the lower half sees it, that one pair of a row must reach for the row to be
                read to the end.
        """
        hidden, gates, _ = self._lower.run(
            None, {"ids": words.ids, "inside": words.inside, "marks": batch.word_marks, "links": _NOTHING}
        )
        gates = sigmoid(gates)
        rows = np.unique(batch.row[gates >= least])
        if not len(rows):
            return PairAnswer(gates, np.zeros(len(gates), bool), ())
        some = batch if len(rows) == len(batch.places) else of_rows(batch, rows)
        inputs = {name: getattr(some, name) for name in ("places", "groups", "roles", "marks", "row")}
        logits = self._upper.run(None, {"words": hidden, **inputs})
        return PairAnswer(gates, np.isin(batch.row, rows), tuple(logits))

    def links(self, words: Words, links: NDArray[np.int64]) -> NDArray[np.float32]:
        """(n_links,) score of each link: how much its two spans stand for the same actor."""
        return self._lower.run(
            None, {"ids": words.ids, "inside": words.inside, "marks": _NOTHING, "links": links}
        )[2]  # fmt: skip


@cache
def network() -> Network:
    """The shipped network, loaded once."""
    return Network()


def sigmoid(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    """Probabilities of logits."""
    return np.float32(1) / (np.float32(1) + np.exp(-logits))


def _session(path: Path) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(
        str(path),
        options,
        providers=["CPUExecutionProvider"],
        disabled_optimizers=["SkipLayerNormFusion"],  # slower than the two parts that it joins
    )
