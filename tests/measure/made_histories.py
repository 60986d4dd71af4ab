"""Invented histories: acts a week drawn at told rates, with what is strange about them written over."""

from datetime import date, timedelta

import numpy as np
import pyarrow as pa

from detente.measure.pair_counts import PAIR_COUNTS
from detente.measure.series import pair_series
from detente.schema.period import Period

FIRST = date(2008, 1, 7)  # a Monday
PAIR = ("AAA", "BBB")
WORLD = [("CCC", "DDD"), ("EEE", "FFF")]


def made_days(weeks=260, cooperation=4.0, conflict=0.8, world=40.0, seed=1, changes=()):
    """Daily counts of one pair amid others.

    Args:
        weeks: of the history.
        cooperation, conflict, world: acts a week.
        seed: of the draws.
        changes: (first day, day after the last, factor of cooperation, factor of conflict[, of the world]).
    """
    source = np.random.default_rng(seed)
    rows = []
    for day in (FIRST + timedelta(days=i) for i in range(7 * weeks)):
        rates = np.array([cooperation, conflict, world])
        for first, last, *factors in changes:
            if first <= day < last:
                rates *= [*factors, 1.0][:3]
        kind, hostile, others = source.poisson(rates / 7).tolist()
        rows += [(*PAIR, day, 1, kind), (*PAIR, day, 3, hostile)]
        rows += [(*pair, day, 1, others) for pair in WORLD]
    told = [dict(zip(PAIR_COUNTS.names, row, strict=True)) for row in rows if row[-1]]
    return pa.Table.from_pylist(told, PAIR_COUNTS)


def until(days, last):
    """The counts before a day."""
    return pa.Table.from_pylist([row for row in days.to_pylist() if row["period_start"] < last], PAIR_COUNTS)


def series_of(days, pair=PAIR, period="week"):
    """The same counts by period, of one pair or of all."""
    rows = [row | {"period_start": Period.containing(row["period_start"], period).start} for row in days.to_pylist()]
    return pair_series(pa.Table.from_pylist(rows, PAIR_COUNTS), period, None if pair is None else [pair])
