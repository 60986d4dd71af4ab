"""Where the levels of a pair turn: the share of its sampled courses that show a change, week by week."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from detente.measure.turning_rule import COOLING, TurningRule

NORMAL = 0.6  # a level so near 0 is the norm
Levels = NDArray[np.floating]  # (n_weeks, n_samples)
LEAST_MOVE, LEAST_COURSES = 0.5, 0.3  # of means, and share of courses, below which medians are not looked at
NORMAL_AFTER = 0.9  # a lasting fall from above this level to the norm is a return


@dataclass(frozen=True, slots=True, eq=False)
class Turn:
    """One turn of a pair.

    Attributes:
        kind: one of `turning_rule.KINDS`.
        weeks: (n_weeks,) probability that the turn came in each week, given that it came; sums to 1.
        probability: share of the courses that show it, in [0, 1].
    """

    kind: str
    weeks: NDArray[np.float64]
    probability: float

    @property
    def week(self) -> int:
        """Median week."""
        return int(np.searchsorted(np.cumsum(self.weeks), 0.5))

    @property
    def is_cooling(self) -> bool:
        """Whether the relation turns for the worse."""
        return self.kind in COOLING


def find_turns(
    conflict: Levels,
    tension: Levels,
    cooperation: Levels,
    acts: NDArray[np.float64],
    rule: TurningRule,
) -> list[Turn]:
    """Turns that at least `rule.probability` of the courses show, by week.

    - quarrel: the level of conflict jumps to above its norm, and tension (the share of conflict) does not fall;
    - return: it falls back from there;
    - easing, hardening: tension is lastingly lower, higher than before; an easing from a raised level to the norm is
      called a return;
    - opening: the level of cooperation rises for weeks, and tension does not.

    More told of all pairs alike is attention, which the exposure takes out, and more conflict among far more
    cooperation lowers tension: neither is a turn. Where both sides of one pair rise alike, `turning_points` asks for
    the odds of conflict.

    Args:
        conflict, tension, cooperation: (n_weeks, n_samples) levels, drawn from their posteriors.
        acts: (n_weeks,) acts of conflict.
        rule: thresholds.

    Returns:
        Turns, by median week; of one direction none nearer to each other than `rule.apart_weeks`.
    """
    jump_after, jump_before = _sides(conflict, rule.jump_weeks)
    calm_after, calm_before = _sides(tension, rule.jump_weeks)
    enough = _ahead(acts[:, None], rule.jump_weeks + 1)[:, 0] * (rule.jump_weeks + 1) >= rule.least_acts - 1e-6
    quarrel = (
        (jump_after - jump_before > rule.jump)
        & (jump_after >= rule.high)
        & (calm_after - calm_before > -rule.calmer)
        & enough[:, None]
    )
    fall_after, fall_before = _sides(conflict, rule.fall_weeks, rule.jump_weeks)
    fall = (fall_after - fall_before < -rule.fall) & (fall_before >= rule.high)
    last_after, last_before = _medians(tension, rule.shift_weeks)
    lasting = last_after - last_before
    open_after, open_before = _sides(cooperation, rule.opening_weeks, 2 * rule.opening_weeks)
    tense_after, tense_before = _sides(tension, rule.opening_weeks)
    opening = (open_after - open_before > rule.opening) & (tense_after < 0.7) & (tense_after - tense_before < 0.4)
    burst_after, burst_before = _sides(cooperation, rule.burst_weeks, 3 * rule.burst_weeks)
    near_after, near_before = _sides(tension, rule.burst_weeks)
    burst = (burst_after - burst_before > rule.burst) & (near_after < 0.7) & (near_after - near_before < 0.4)
    eased, hardened = lasting < -rule.shift, (lasting > rule.shift) & (last_after > NORMAL)
    found = [
        *_peaks("quarrel", quarrel, jump_after - jump_before, conflict, rule.near_weeks, rule.apart_weeks, rule),
        *_peaks("return", fall, fall_before - fall_after, -conflict, rule.near_weeks, rule.apart_weeks, rule),
        *_peaks("easing", eased, -lasting, -tension, 0, rule.shift_weeks, rule),
        *_peaks("hardening", hardened, lasting, tension, 0, rule.shift_weeks, rule),
        *_peaks("opening", opening, open_after - open_before, cooperation, 0, 2 * rule.opening_weeks, rule),
        *_peaks("opening", burst, burst_after - burst_before, cooperation, rule.near_weeks, rule.opening_weeks, rule),
    ]
    named = [_named(turn, last_after, last_before) for turn in found]
    return _merged(sorted(named, key=lambda turn: (turn.week, turn.kind)), rule.apart_weeks)


def _ahead(levels: Levels, weeks: int) -> Levels:
    """Mean of each week and those after it, `weeks` in all, fewer at the end."""
    total = np.zeros((len(levels) + 1, levels.shape[1]), dtype=levels.dtype)
    np.cumsum(levels, axis=0, out=total[1:])
    first = np.arange(len(levels))
    last = np.minimum(first + weeks, len(levels))
    return (total[last] - total[first]) / (last - first).astype(levels.dtype)[:, None]


def _sides(levels: Levels, after: int, before: int = 0) -> tuple[Levels, Levels]:
    """Means from each week on and up to it; before the first week the level is what it is then."""
    behind = _ahead(levels[::-1], before or after)[::-1]
    return _ahead(levels, after), np.vstack([levels[:1], behind[:-1]])


def _medians(levels: Levels, weeks: int) -> tuple[Levels, Levels]:
    """Medians from each week on and up to it: a short quarrel changes no lasting level. Past the ends, that of the end.

    Where the means of the two sides hardly differ in any course, the medians are not looked at and count as equal.
    """
    padded = np.pad(levels, ((weeks, weeks), (0, 0)), "edge")
    means = _ahead(padded, weeks)
    after, before = means[weeks : weeks + len(levels)], means[: len(levels)]
    moved = np.flatnonzero((np.abs(after - before) > LEAST_MOVE).mean(axis=1) > LEAST_COURSES)
    windows = np.lib.stride_tricks.sliding_window_view(padded, weeks, axis=0)
    medians = np.zeros((2, *levels.shape), dtype=levels.dtype)
    for side, offset in enumerate((weeks, 0)):
        medians[side, moved] = np.partition(windows[moved + offset], weeks // 2, axis=2)[:, :, weeks // 2]
    return medians[0], medians[1]


def _widened(shown: NDArray[np.bool_], weeks: int) -> NDArray[np.bool_]:
    """A course that shows the turn up to so many weeks earlier or later agrees."""
    wide = shown.copy()
    for shift in range(1, weeks + 1):
        wide[shift:] |= shown[:-shift]
        wide[:-shift] |= shown[shift:]
    return wide


def _peaks(
    kind: str,
    shown: NDArray[np.bool_],
    contrast: Levels,
    levels: Levels,
    near: int,
    apart: int,
    rule: TurningRule,
) -> list[Turn]:
    """Weeks of the largest contrast among those on which enough courses agree, none nearer to another than `apart`.

    A course agrees that shows the turn up to `near` weeks earlier or later; each dates its own largest step.
    """
    wide = _widened(shown, near)
    agreed = wide.mean(axis=1)
    agreed[:2] = 0.0
    strength = np.where(shown, contrast, 0.0).mean(axis=1)
    reach = max(near + rule.jump_weeks, apart // 3)
    turns = []
    taken = np.zeros(len(levels), dtype=bool)
    while len(agreed) and agreed.max() >= rule.probability:
        week = int(np.where(agreed >= rule.probability, strength, -1.0).argmax())
        beside = slice(max(0, week - max(near, 1)), week + max(near, 1) + 1)
        if (taken[beside] & (strength[beside] > strength[week])).any():  # the slope of a peak that is taken
            agreed[week], taken[week] = 0.0, True
            continue
        first, last = max(1, week - reach), min(len(levels) - 1, week + reach)
        courses = levels[:, wide[week]]
        steps = courses[first : last + 1] - courses[first - 1 : last]
        weeks = np.bincount(first + steps.argmax(axis=0), minlength=len(levels)) / courses.shape[1]
        turns.append(Turn(kind, weeks, float(agreed[week])))
        around = slice(max(0, week - apart), week + apart + 1)
        agreed[around], taken[around] = 0.0, True
    return turns


def _named(turn: Turn, after: Levels, before: Levels) -> Turn:
    """An easing that only ends a raised level is a return."""
    week = turn.week
    normal = abs(float(np.median(after[week]))) < NORMAL and float(np.median(before[week])) > NORMAL_AFTER
    return Turn("return", turn.weeks, turn.probability) if turn.kind == "easing" and normal else turn


def _merged(turns: list[Turn], apart: int) -> list[Turn]:
    """One turn for those of one direction that lie near: the sharper kind, then the more probable."""
    kept: list[Turn] = []
    for turn in turns:
        near = next((one for one in kept if one.is_cooling == turn.is_cooling and turn.week - one.week <= apart), None)
        if near is None:
            kept.append(turn)
            continue
        best = max(near, turn, key=lambda one: (one.kind in ("quarrel", "return"), one.probability))
        kept[kept.index(near)] = Turn(best.kind, best.weeks, max(near.probability, turn.probability))
    return sorted(kept, key=lambda turn: turn.week)
