"""Counts of pairs as arrays over consecutive periods, with what was covered: missing is not zero."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from detente.schema.period import Period

SIDES = 5  # neither, verbal and material cooperation, verbal and material conflict
DENSE = 0.5  # share of periods with events from which on a period without any is one that was not covered
STEADY_EVENTS = 20.0  # so many events a period count as much as the world's own in its volume


@dataclass(frozen=True, slots=True, eq=False)
class PairSeries:
    """Acts of pairs by period.

    Attributes:
        pairs: (a, b), a < b, sorted.
        starts: first day of each period, consecutive.
        counts: (n_pairs, n_periods, 5), in acts, by side: neither, verbal and material cooperation, verbal and
            material conflict.
        world: (n_periods,), acts of all pairs.
        covered: (n_periods,); False where the source tells nothing of anybody.
    """

    pairs: tuple[tuple[str, str], ...]
    starts: tuple[date, ...]
    counts: NDArray[np.float32]
    world: NDArray[np.float64]
    covered: NDArray[np.bool_]

    @property
    def cooperation(self) -> NDArray[np.float64]:
        """(n_pairs, n_periods), acts of verbal and material cooperation."""
        return self.counts[:, :, 1:3].sum(axis=2, dtype=np.float64)

    @property
    def conflict(self) -> NDArray[np.float64]:
        """(n_pairs, n_periods), acts of verbal and material conflict."""
        return self.counts[:, :, 3:5].sum(axis=2, dtype=np.float64)

    def exposure(self) -> NDArray[np.float64]:
        """(n_pairs, n_periods): how much of the world was told, without the pair itself, around 1.

        (w - n + s) / median(w + s), w the world's acts, n the pair's, s = 20: small corpora have no rhythm of
        their own to be read from a few acts.
        """
        own = self.counts.sum(axis=2, dtype=np.float64)
        usual = float(np.median(self.world[self.covered])) if self.covered.any() else 0.0
        return (self.world - own + STEADY_EVENTS) / (usual + STEADY_EVENTS)


def pair_series(counts: pa.Table, period: str, pairs: Sequence[tuple[str, str]] | None = None) -> PairSeries:
    """Counts laid out over every period from the first to the last with an event of anybody.

    Where at least half of the periods have events, a period without any was not covered by the source; where
    fewer have, nothing can be said of gaps and all periods count as covered.

    Args:
        counts: columns of PAIR_COUNTS, over all pairs, so that the world is known.
        period: of the counts.
        pairs: those wanted, in any order, absent ones with zeros; None: all that occur.

    Returns:
        The series; without events, no periods.
    """
    days = counts.column("period_start").to_numpy().astype("datetime64[D]")
    starts = _starts(days, period)
    index = np.searchsorted(np.array(starts, dtype="datetime64[D]"), days)
    n = counts.column("n_events").to_numpy()
    world = np.bincount(index, weights=n, minlength=len(starts)).astype(np.float64)
    ends = [counts.column(name).combine_chunks().dictionary_encode() for name in ("a", "b")]
    names = [end.dictionary.to_pylist() for end in ends]
    codes = [end.indices.to_numpy().astype(np.int64) for end in ends]
    present, row = np.unique(codes[0] * max(len(names[1]), 1) + codes[1], return_inverse=True)
    occurring = [(names[0][key // len(names[1])], names[1][key % len(names[1])]) for key in present.tolist()]
    chosen = sorted(set(occurring if pairs is None else pairs))
    place = {pair: number for number, pair in enumerate(chosen)}
    places = np.array([place.get(pair, -1) for pair in occurring], dtype=np.int64)[row]
    kept = places >= 0
    laid = np.zeros((len(chosen), len(starts), SIDES), dtype=np.float32)
    np.add.at(laid, (places[kept], index[kept], counts.column("side").to_numpy()[kept]), n[kept])
    told = world > 0
    covered = told if told.sum() >= DENSE * len(told) else np.ones(len(starts), dtype=bool)
    return PairSeries(tuple(chosen), starts, laid, world, covered)


def _starts(days: NDArray[np.datetime64], period: str) -> tuple[date, ...]:
    if not len(days):
        return ()
    first, last = days.min().item(), days.max().item()
    starts = [Period.containing(first, period)]
    while starts[-1].end <= last:
        starts.append(starts[-1].next(period))
    return tuple(one.start for one in starts)
