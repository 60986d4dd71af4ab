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
EPSILON = 1e-12


class Layer(nn.Module):
    """One transformer layer, normalised after each half."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.norm_1, self.norm_2 = nn.LayerNorm(WIDTH, EPSILON), nn.LayerNorm(WIDTH, EPSILON)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, n, _ = x.shape
        q, k, v = (
            part(x).view(batch, n, HEADS, WIDTH // HEADS).transpose(1, 2) for part in (self.query, self.key, self.value)
        )
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
        self.roles = nn.Embedding(5, WIDTH, padding_idx=0)
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

    def encode(self, ids: Tensor, positions: Tensor, groups: Tensor, roles: Tensor) -> Tensor:
        """(n_rows, n_tokens, WIDTH) of tokens; see `packing.Batch`."""
        x = self.dropout(self.norm(self.words(ids) + self.positions(positions) + self.roles(roles)))
        key, asking = groups.unsqueeze(1), groups.unsqueeze(2)
        seen = (key == 0) | ((key == asking) & (key > 0))
        mask = torch.where(seen, 0.0, -1e4).unsqueeze(1)
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def forward(
        self, ids: Tensor, positions: Tensor, groups: Tensor, roles: Tensor, marks: Tensor, row: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Logits of each pair: types (n, 17), flags (n, 4), condition (n,), first and last trigger token (n, n_tokens).

        Args:
            ids, positions, groups, roles: (n_rows, n_tokens); see `packing.Batch`.
            marks: (n_pairs, 4) into the flattened tokens.
            row: (n_pairs,).
        """
        return self.pairs(self.encode(ids, positions, groups, roles), groups, marks, row)

    def link(self, ids: Tensor, positions: Tensor, groups: Tensor, roles: Tensor, links: Tensor) -> Tensor:
        """(n_links,) scores of links; see `packing.Links`."""
        return self.linked_by(self.encode(ids, positions, groups, roles), links)

    def linked_by(self, x: Tensor, links: Tensor) -> Tensor:
        """Scores of links by encoded tokens."""
        spans = x.reshape(-1, WIDTH)[links.reshape(-1)].reshape(-1, 4, WIDTH)
        joined = torch.cat([spans.reshape(-1, 4 * WIDTH), spans[:, 1] * spans[:, 3]], 1)
        return self.linked(self.links(joined)).squeeze(1)

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
        model.roles.weight[0] = 0
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
