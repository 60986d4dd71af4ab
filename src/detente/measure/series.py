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
    import pyarrow.compute as pc

    days = counts.column("period_start").to_numpy().astype("datetime64[D]")
    starts = _starts(days, period)
    index = np.searchsorted(np.array(starts, dtype="datetime64[D]"), days)
    n = counts.column("n_events").to_numpy()
    world = np.bincount(index, weights=n, minlength=len(starts)) if starts else np.zeros(0)
    names = pc.binary_join_element_wise(counts.column("a"), counts.column("b"), "|").combine_chunks()
    chosen = (
        sorted(set(pairs)) if pairs is not None else sorted(tuple(k.split("|")) for k in names.unique().to_pylist())
    )
    keys = pa.array([f"{a}|{b}" for a, b in chosen], pa.string())
    rows = pc.index_in(names, value_set=keys)
    kept = pc.is_valid(rows).to_numpy(zero_copy_only=False)
    laid = np.zeros((len(chosen), len(starts), SIDES), dtype=np.float32)
    if kept.any():
        places = rows.drop_null().to_numpy(zero_copy_only=False)
        np.add.at(laid, (places, index[kept], counts.column("side").to_numpy()[kept]), n[kept])
    told = world > 0
    covered = told if told.sum() >= DENSE * len(told) else np.ones(len(starts), dtype=bool)
    return PairSeries(tuple((a, b) for a, b in chosen), starts, laid, world, covered)


def _starts(days: NDArray[np.datetime64], period: str) -> tuple[date, ...]:
    if not len(days):
        return ()
    first, last = days.min().item(), days.max().item()
    starts = [Period.containing(first, period)]
    while starts[-1].end <= last:
        starts.append(starts[-1].next(period))
    return tuple(one.start for one in starts)
