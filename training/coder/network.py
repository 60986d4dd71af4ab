"""The network: a BERT encoder of six layers over words and marked actors, and heads for each pair. PyTorch only.

The base weights are those of sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0); names follow its checkpoint.
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn.functional import gelu

WIDTH, HEADS, LAYERS, INNER, N_WORDS, N_POSITIONS = 384, 12, 6, 1536, 30522, 512
N_TYPES = 17  # 16 types and none, which stands last
N_FLAGS = 4
LOWER = 3  # layers after which references are linked, and pairs to whom nothing is done are left
EPSILON = 1e-12


class Layer(nn.Module):
    """One transformer layer, normalised after each half."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.norm_1, self.norm_2 = nn.LayerNorm(WIDTH, EPSILON), nn.LayerNorm(WIDTH, EPSILON)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.dropout = nn.Dropout(dropout)
        self.joined: nn.Linear | None = None

    def join(self) -> None:
        """Makes one matrix of those for queries, keys and values: faster to run, not to be trained."""
        self.joined = nn.Linear(WIDTH, 3 * WIDTH)
        parts = (self.query, self.key, self.value)
        with torch.no_grad():
            self.joined.weight.copy_(torch.cat([part.weight for part in parts]))
            self.joined.bias.copy_(torch.cat([part.bias for part in parts]))

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, n, _ = x.shape
        own = (self.query, self.key, self.value)
        parts = [part(x) for part in own] if self.joined is None else self.joined(x).split(WIDTH, -1)
        q, k, v = (part.reshape(batch, n, HEADS, WIDTH // HEADS).transpose(1, 2) for part in parts)
        weights = torch.matmul(q, k.transpose(-1, -2)) / (WIDTH // HEADS) ** 0.5 + mask
        mixed = torch.matmul(torch.softmax(weights, -1), v).transpose(1, 2).reshape(batch, n, WIDTH)
        x = self.norm_1(x + self.dropout(self.out(mixed)))
        return self.norm_2(x + self.dropout(self.down(gelu(self.up(x)))))


class PairCoder(nn.Module):
    """Encoder with one set of heads for every pair.

    Args:
        n_layers: layers of the encoder that are kept, from the first.
    """

    def __init__(self, dropout: float = 0.1, n_layers: int = LAYERS) -> None:
        super().__init__()
        self.words = nn.Embedding(N_WORDS, WIDTH)
        self.positions = nn.Embedding(N_POSITIONS, WIDTH)
        self.roles = nn.Embedding(5, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, EPSILON)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(n_layers))
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Sequential(nn.Linear(5 * WIDTH, WIDTH), nn.GELU(), nn.Dropout(dropout))
        self.types = nn.Linear(WIDTH, N_TYPES)
        self.flags = nn.Linear(WIDTH, N_FLAGS)
        self.condition = nn.Linear(WIDTH, 1)
        self.first, self.last = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH)
        self.links = nn.Sequential(nn.Linear(5 * WIDTH, WIDTH // 2), nn.GELU(), nn.Dropout(dropout))
        self.linked = nn.Linear(WIDTH // 2, 1)
        self.gate = nn.Sequential(nn.Linear(4 * WIDTH, 32), nn.GELU(), nn.Linear(32, 1))

    def lower(self, ids: Tensor, inside: Tensor) -> Tensor:
        """(n_texts, n_words, WIDTH) of words after the lower layers; see `packing.Words`."""
        positions = torch.arange(ids.shape[1], device=ids.device)
        x = self.dropout(self.norm(self.words(ids) + self.positions(positions)))
        return self._through(self.layers[:LOWER], x, torch.where(inside > 0, 0.0, -1e4)[:, None, None])

    def upper(self, words: Tensor, places: Tensor, groups: Tensor, roles: Tensor) -> Tensor:
        """(n_rows, n_tokens, WIDTH) of the tokens of rows after all layers; see `packing.Batch`.

        Args:
            words: what `lower` gave.
        """
        x = words.reshape(-1, WIDTH)[places.reshape(-1)].reshape(*places.shape, WIDTH) + self.roles(roles)
        key, asking = groups.unsqueeze(1), groups.unsqueeze(2)
        seen = (key == 0) | ((key == asking) & (key > 0))
        return self._through(self.layers[LOWER:], x, torch.where(seen, 0.0, -1e4).unsqueeze(1))

    def _through(self, layers: nn.ModuleList, x: Tensor, mask: Tensor) -> Tensor:
        for layer in layers:
            x = layer(x, mask)
        return x

    def linked_by(self, x: Tensor, links: Tensor) -> Tensor:
        """(n_links,) scores of links, by words after the lower layers; see `packing.links_of`."""
        spans = x.reshape(-1, WIDTH)[links.reshape(-1)].reshape(-1, 4, WIDTH)
        joined = torch.cat([spans.reshape(-1, 4 * WIDTH), spans[:, 1] * spans[:, 3]], 1)
        return self.linked(self.links(joined)).squeeze(1)

    def gated(self, words: Tensor, marks: Tensor) -> Tensor:
        """(n_pairs,) logits that a pair has an event, by words after the lower layers; see `packing.Batch.word_marks`."""
        return self.gate(words.reshape(-1, WIDTH)[marks.reshape(-1)].reshape(-1, 4 * WIDTH)).squeeze(1)

    def forward(
        self, ids: Tensor, inside: Tensor, places: Tensor, groups: Tensor, roles: Tensor, marks: Tensor, row: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Logits of each pair: types (n, 17), flags (n, 4), condition (n,), first and last trigger token (n, n_tokens), gate.

        Args:
            ids, inside: (n_texts, n_words); see `packing.Words`.
            places, groups, roles: (n_rows, n_tokens); see `packing.Batch`.
            marks: (n_pairs, 4) into the flattened tokens.
            row: (n_pairs,).
        """
        words = self.lower(ids, inside)
        x = self.upper(words, places, groups, roles)
        gates = self.gated(words, places.reshape(-1)[marks])
        return (*self.pairs(x, groups, marks, row), gates)

    def link(self, ids: Tensor, inside: Tensor, links: Tensor) -> Tensor:
        """(n_links,) scores of links; see `packing.links_of`."""
        return self.linked_by(self.lower(ids, inside), links)

    def pairs(
        self, x: Tensor, groups: Tensor, marks: Tensor, row: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Logits of pairs by encoded tokens, as `forward`."""
        flat = x.reshape(-1, WIDTH)
        marked = flat[marks.reshape(-1)].reshape(-1, 4 * WIDTH)
        pair = self.head(torch.cat([marked, x[:, 0][row]], 1))
        words = x[row]
        away = torch.where(groups[row] == 0, 0.0, -1e4)
        first = torch.matmul(words, self.first(pair).unsqueeze(2)).squeeze(2) / WIDTH**0.5 + away
        last = torch.matmul(words, self.last(pair).unsqueeze(2)).squeeze(2) / WIDTH**0.5 + away
        return self.types(pair), self.flags(pair), self.condition(pair).squeeze(1), first, last


def load_base(model: PairCoder, checkpoint: Path) -> None:
    """Fills the encoder with the base weights; roles begin small."""
    from safetensors.torch import load_file

    base = load_file(checkpoint)
    with torch.no_grad():
        kind = base["embeddings.token_type_embeddings.weight"][0]
        model.words.weight.copy_(base["embeddings.word_embeddings.weight"])
        model.positions.weight.copy_(base["embeddings.position_embeddings.weight"] + kind)
        model.roles.weight.copy_(0.05 * torch.randn_like(model.roles.weight))
        _copy(model.norm, base, "embeddings.LayerNorm")
        for number, layer in enumerate(model.layers):
            own = f"encoder.layer.{number}."
            _copy(layer.query, base, own + "attention.self.query")
            _copy(layer.key, base, own + "attention.self.key")
            _copy(layer.value, base, own + "attention.self.value")
            _copy(layer.out, base, own + "attention.output.dense")
            _copy(layer.norm_1, base, own + "attention.output.LayerNorm")
            _copy(layer.up, base, own + "intermediate.dense")
            _copy(layer.down, base, own + "output.dense")
            _copy(layer.norm_2, base, own + "output.LayerNorm")


def _copy(module: nn.Module, base: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(base[name + ".weight"])
    module.bias.copy_(base[name + ".bias"])
