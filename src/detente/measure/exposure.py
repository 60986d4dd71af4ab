"""What a cell of the panel is out of: the acts of its dyad, and of either side with anybody."""

from __future__ import annotations

import numpy as np
import pyarrow as pa


def with_exposure(panel: pa.Table) -> pa.Table:
    """The panel with two columns more.

    n_dyad: sum of `n_events` of the cells of the same actor, recipient and period. n_either: sum of those of the
    period in which the actor or the recipient is on either side. Where a cell has no recipient, of the actor alone.

    Args:
        panel: (n_cells, 12), columns of PANEL.

    Returns:
        (n_cells, 14): `n_dyad` and `n_either`, in acts and conditions, added; same rows, same order.
    """
    keys = ["actor", "recipient", "period_start"]
    codes = [panel.column(name).combine_chunks().dictionary_encode() for name in ("actor", "recipient")]
    names = sorted({*codes[0].dictionary.to_pylist(), *codes[1].dictionary.to_pylist()})
    number = {name: i for i, name in enumerate(names)}
    ends = [
        np.array([number[name] for name in one.dictionary.to_pylist()], dtype=np.int64)[one.indices.to_numpy()]
        for one in codes
    ]
    days = panel.column(keys[2]).combine_chunks().cast(pa.int32()).fill_null(np.iinfo(np.int32).min).to_numpy()
    periods, period = np.unique(days, return_inverse=True)
    n = panel.column("n_events").to_numpy().astype(np.float64)
    dyads, dyad = np.unique((period * len(names) + ends[0]) * len(names) + ends[1], return_inverse=True)
    own = np.bincount(dyad, weights=n, minlength=len(dyads))[dyad]
    size = len(periods) * max(len(names), 1)
    cells = [period * len(names) + end for end in ends]
    apart = ends[0] != ends[1]
    total = np.bincount(cells[0], weights=n, minlength=size)
    total += np.bincount(cells[1][apart], weights=n[apart], minlength=size)
    both = total[cells[0]] + np.where(apart & (ends[1] != number.get("", -1)), total[cells[1]], 0.0)
    shared = _between(ends, period, n, len(names))
    either = both - np.where(apart & (ends[1] != number.get("", -1)), shared, 0.0)
    return panel.append_column("n_dyad", pa.array(own.astype(np.int64))).append_column(
        "n_either", pa.array(np.rint(either).astype(np.int64))
    )


def _between(ends: list[np.ndarray], period: np.ndarray, n: np.ndarray, size: int) -> np.ndarray:
    """Acts of the two with each other, in both directions: they stand in the sums of both sides."""
    low, high = np.minimum(*ends), np.maximum(*ends)
    _, pair = np.unique((period * size + low) * size + high, return_inverse=True)
    return np.bincount(pair, weights=n)[pair]
