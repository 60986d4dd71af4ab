"""Dated turns of relations: when, which way, how large, how sure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from detente.measure.courses import draw_courses
from detente.measure.series import PairSeries
from detente.measure.turning_rule import TurningRule
from detente.measure.turns import Turn, find_turns

LEAST_EVENTS = 10  # acts of either side; with fewer a pair has no course to speak of
LEAST_WEEKS = 26
BEFORE_WEEKS, AFTER_WEEKS = 26, 12  # looked at, at most, for the size of a turn
PRIOR_ACTS = 0.5  # added to either side of a ratio, so that none is infinite


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """One turn of the relation of a pair.

    Attributes:
        a, b: codes, a < b.
        date: the day in the middle of the probability; date_low, date_high: the middle 90 % of it.
        direction: `cooling` or `warming`.
        kind: `quarrel`, `return` (to normal), `easing`, `hardening` or `opening`.
        size: binary logarithm of the odds of conflict after over before: 1 doubles them, -1 halves them.
        probability: share of the sampled courses that show the turn.
        tension_before, tension_after: share of conflict in the acts of the weeks before, after; NaN without acts.
        conflict_before, conflict_after, cooperation_before, cooperation_after: acts a week.
    """

    a: str
    b: str
    date: date
    date_low: date
    date_high: date
    direction: str
    kind: str
    size: float
    probability: float
    tension_before: float
    tension_after: float
    conflict_before: float
    conflict_after: float
    cooperation_before: float
    cooperation_after: float


def turning_points(weekly: PairSeries, daily: pa.Table, rule: TurningRule | None = None) -> list[TurningPoint]:
    """Turns of every pair of the series that has enough acts, by date.

    Levels of conflict, tension and cooperation are sampled from their posteriors (`courses`), turns are what enough
    of the samples show (`turns`). Within the weeks so found, days are weighed by the likelihood of the daily counts.
    Nothing later than the last week of the series has a say: counts up to a day give the turns as of that day.

    Args:
        weekly: counts by week.
        daily: columns of PAIR_COUNTS by day, of the same events; other pairs may be there.
        rule: thresholds; None: the defaults.

    Returns:
        Turning points sorted by date, then pair. None of pairs with fewer than 10 acts of cooperation and conflict,
        nor of a series of fewer than 26 weeks.

    Source:
        Own definition; the levels are hidden Markov chains with negative binomial counts (Rabiner 1989; Carter and
        Kohn 1994).
    """
    chosen = rule or TurningRule()
    enough = (weekly.conflict + weekly.cooperation).sum(axis=1) >= LEAST_EVENTS
    if len(weekly.starts) < LEAST_WEEKS or not enough.any():
        return []
    some = PairSeries(
        tuple(pair for pair, is_enough in zip(weekly.pairs, enough, strict=True) if is_enough),
        weekly.starts,
        weekly.counts[enough],
        weekly.world,
        weekly.covered,
    )
    days = _days(daily, some.pairs)
    points = []
    hostile, kind = some.conflict, some.cooperation
    for i, (pair, courses) in enumerate(zip(some.pairs, draw_courses(some, chosen), strict=True)):
        if courses is None:
            continue
        turns = find_turns(courses.conflict, courses.tension, courses.cooperation, hostile[i], chosen)
        bounds = [0, *(turn.week for turn in turns), len(some.starts)]
        own = []
        for number, turn in enumerate(turns, start=1):
            before = slice(max(bounds[number - 1], turn.week - BEFORE_WEEKS), turn.week)
            after = slice(turn.week, min(bounds[number + 1], turn.week + AFTER_WEEKS))
            own.append(_point(pair, turn, some.starts, (hostile[i], kind[i]), before, after, days[pair]))
        points += _without_attention(own, chosen)
    return sorted(points, key=lambda point: (point.date, point.a, point.b))


def _without_attention(points: list[TurningPoint], rule: TurningRule) -> list[TurningPoint]:
    """The turns of a pair without quarrels that are attention, and without the returns from nothing but those."""
    kept: list[TurningPoint] = []
    is_attention = False
    for point in points:
        if _is_attention(point, rule):
            is_attention = True
            continue
        quarrels = bool(kept) and kept[-1].direction == "cooling"
        if not (is_attention and point.kind == "return" and not quarrels):
            kept.append(point)
        is_attention = False
    return kept


def _is_attention(point: TurningPoint, rule: TurningRule) -> bool:
    """A rise of conflict amid as large a rise of cooperation, where conflict is not the larger part."""
    return point.kind == "quarrel" and point.size < rule.least_rise and not point.tension_after >= rule.mostly


Days = dict[int, NDArray[np.float64]]  # ordinal day -> acts of cooperation and of conflict


def _days(daily: pa.Table, pairs: Sequence[tuple[str, str]]) -> dict[tuple[str, str], Days]:
    found: dict[tuple[str, str], Days] = {pair: {} for pair in pairs}
    for row in daily.to_pylist():
        pair = (row["a"], row["b"])
        if pair in found and row["side"]:
            acts = found[pair].setdefault(row["period_start"].toordinal(), np.zeros(2))
            acts[row["side"] > 2] += row["n_events"]
    return found


def _point(
    pair: tuple[str, str],
    turn: Turn,
    starts: tuple[date, ...],
    acts: tuple[NDArray[np.float64], NDArray[np.float64]],
    before: slice,
    after: slice,
    days: Days,
) -> TurningPoint:
    hostile, kind = acts
    sums = [float(one[part].sum()) for part in (before, after) for one in (hostile, kind)]
    weeks = [max(1, part.stop - part.start) for part in (before, after)]
    odds = [(sums[2 * i] + PRIOR_ACTS) / (sums[2 * i + 1] + PRIOR_ACTS) for i in (0, 1)]
    rates = [sums[0] / weeks[0], sums[1] / weeks[0], sums[2] / weeks[1], sums[3] / weeks[1]]
    low, middle, high = _dates(turn, starts, days, rates)
    return TurningPoint(
        *pair,
        date=middle,
        date_low=low,
        date_high=high,
        direction="cooling" if turn.is_cooling else "warming",
        kind=turn.kind,
        size=float(np.log2(odds[1] / odds[0])),
        probability=turn.probability,
        tension_before=_share(sums[0], sums[1]),
        tension_after=_share(sums[2], sums[3]),
        conflict_before=rates[0],
        conflict_after=rates[2],
        cooperation_before=rates[1],
        cooperation_after=rates[3],
    )


def _share(hostile: float, kind: float) -> float:
    return hostile / (hostile + kind) if hostile + kind else float("nan")


def _dates(turn: Turn, starts: tuple[date, ...], days: Days, rates: list[float]) -> tuple[date, date, date]:
    """5, 50 and 95 % of the probability by day: that of the week, shared among its days by their likelihood.

    The day of the turn is the first with the rates after it: Poisson counts at the weekly rates before and after.
    """
    ratio = np.log((np.array([rates[3], rates[2]]) + 0.1) / (np.array([rates[1], rates[0]]) + 0.1))
    change = (np.array([rates[3], rates[2]]) - np.array([rates[1], rates[0]])) / 7
    if turn.kind != "opening":
        ratio[0] = change[0] = 0.0  # what cooperation does dates no quarrel
    none = np.zeros(2)
    probability: dict[int, float] = {}
    for week in np.flatnonzero(turn.weeks):
        first = starts[week].toordinal()
        gains = [float((days.get(day, none) * ratio - change).sum()) for day in range(first, first + 7)]
        remaining = np.cumsum(gains[::-1])[::-1]  # of the days from each on, were the turn there
        likelihood = np.exp(remaining - remaining.max())
        for day, share in enumerate(likelihood / likelihood.sum()):
            probability[first + day] = probability.get(first + day, 0.0) + float(turn.weeks[week] * share)
    ordered = sorted(probability)
    total = np.cumsum([probability[day] for day in ordered])
    low, middle, high = (
        ordered[min(int(np.searchsorted(total, q * total[-1])), len(ordered) - 1)] for q in (0.05, 0.5, 0.95)
    )
    return date.fromordinal(low), date.fromordinal(middle), date.fromordinal(high)
