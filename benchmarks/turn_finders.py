"""The three ways to find turns that are compared: ours, alarms of conflict, breaks of the net Goldstein score."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from detente.measure.series import PairSeries
from detente.measure.turning_points import turning_points
from detente.schema.period import Period
from detente.score.conflict_alarms import conflict_alarms
from detente.score.goldstein_breaks import goldstein_breaks
from detente.score.turns import Turn


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """What the finders are given.

    Attributes:
        weekly: counts of some pairs.
        daily: columns of PAIR_COUNTS, by day, of the same events.
        months: first day of each month of the series.
        scores: (n_pairs, n_months), summed Goldstein scores.
    """

    weekly: PairSeries
    daily: pa.Table
    months: list[date]
    scores: NDArray[np.float64]


def our_turns(told: Told) -> list[Turn]:
    """Turning points at the default thresholds."""
    found = turning_points(told.weekly, told.daily)
    return [Turn(one.a, one.b, one.date, one.direction, one.kind == "return") for one in found]


def alarms(told: Told) -> list[Turn]:
    """Weekly conflict, z > 4 and at least 5 events."""
    pairs = zip(told.weekly.pairs, told.weekly.conflict, strict=True)
    return [Turn(*pair, *one) for pair, acts in pairs for one in conflict_alarms(acts, told.weekly.starts)]


def breaks(told: Told) -> list[Turn]:
    """PELT on the monthly net Goldstein score."""
    pairs = zip(told.weekly.pairs, told.scores, strict=True)
    return [Turn(*pair, *one) for pair, sums in pairs for one in goldstein_breaks(sums, told.months)]


FINDERS: dict[str, Callable[[Told], list[Turn]]] = {"detente": our_turns, "z > 4": alarms, "PELT": breaks}


def months_between(first: date, last: date) -> list[date]:
    """First days of the months from that of `first` to that of `last`."""
    found = [Period.containing(first, "month")]
    while found[-1].end <= last:
        found.append(found[-1].next("month"))
    return [one.start for one in found]
