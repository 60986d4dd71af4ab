"""The shipped network with its tokenizer: texts to tokens, packed rows to scores."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.encode.packing import Batch, Links, Span
from detente.lexicon.weights import Weights, weights

_PAIR_INPUTS = ("ids", "positions", "groups", "roles", "marks", "row")
_LINK_INPUTS = ("ids", "positions", "groups", "roles", "links")
_NO_LINKS = {"links": np.zeros((1, 4), np.int64)}
_NO_PAIRS = {"marks": np.zeros((1, 4), np.int64), "row": np.zeros(1, np.int64)}
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


class Network:
    """A session of the network on one thread: the same input gives the same scores.

    Args:
        shipped: the weights; those of the package by default.
    """

    def __init__(self, shipped: Weights | None = None) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        self.weights = shipped or weights()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        self._session: Any = onnxruntime.InferenceSession(
            str(self.weights.model), options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer: Any = Tokenizer.from_file(str(self.weights.tokenizer))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()

    def tokens(self, text: str) -> Tokens:
        """Tokens of a text."""
        encoded = self._tokenizer.encode(_SURROGATE.sub("?", text), add_special_tokens=False)
        return Tokens(encoded.ids, encoded.offsets)

    def pairs(self, batch: Batch) -> list[NDArray[np.float32]]:
        """Of each pair of a batch the logits of types, flags, condition, first and last token of the trigger."""
        inputs = {name: getattr(batch, name) for name in _PAIR_INPUTS}
        return self._session.run(None, inputs | _NO_LINKS)[:5]

    def links(self, batch: Links) -> NDArray[np.float32]:
        """(n_links,) score of each link: how much its two spans stand for the same actor."""
        inputs = {name: getattr(batch, name) for name in _LINK_INPUTS}
        return self._session.run(None, inputs | _NO_PAIRS)[5]


@cache
def network() -> Network:
    """The shipped network, loaded once."""
    return Network()
