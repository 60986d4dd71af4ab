"""What keeps two actors together, or apart: the smallest single changes that would end it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from detente.align.configuration import number_of, numbered_sides, sides_of
from detente.align.energies import members_side, size_slopes
from detente.align.landscape_record import Landscape
from detente.align.tipping_point import SAME_LEVEL, pair_point, rank, size_point
from detente.align.tipping_record import Tipping
from detente.errors import SchemaError

Numbers = NDArray[np.int32]
Values = NDArray[np.float64]


def parting(found: Landscape, a: str, b: str) -> tuple[Tipping, ...]:
    """Tipping points of one pair's relation: at which value of which propensity or size the optimum ends it.

    For each single propensity and each single size, all else as it is, the nearest value at which some configuration
    that places `a` and `b` otherwise than the optimum does is as low as every configuration that places them alike,
    and beyond which it is lower.
    On the way the optimum may change in other respects. Energies are linear in one propensity: with k = 2 s_i s_j
    and the lowest energies S_d, O_d of those alike and otherwise, i and j together (d = 0) or apart (d = 1), it is
    (O_0 - S_1) / k upward where O_0 < S_0, and (S_0 - O_1) / k downward where O_1 < S_1. In one size the lowest energy
    of those alike is concave: its lines are followed from the size as it is until one of the others meets them.

    Args:
        found: an enumerated landscape without forced pairs.
        a, b: the pair.

    Returns:
        As `tipping`: pairs, then sizes, the smallest change first; what ends nothing last.

    Raises:
        SchemaError: if an actor is unknown, the two are one, or the landscape was not enumerated.
    """
    given, heights = found.propensities, found.energies
    first, second = given.index(a), given.index(b)
    if first == second:
        raise SchemaError(f"{a} is one actor; name two.")
    n = len(given.actors)
    if heights is None or len(heights) != 2 ** (n - 1):
        raise SchemaError("What keeps a pair together is known for enumerated landscapes only; give at most 22 actors.")
    numbers = np.arange(len(heights), dtype=np.int32)
    apart = members_side(numbers, first) ^ members_side(numbers, second)
    alike = apart == apart[number_of(sides_of(given, found.best.camp_1))]
    kinds = _Kinds(numbers[alike], heights[alike], numbers[~alike], heights[~alike])
    tolerance = SAME_LEVEL * float(np.abs(given.weights).sum())
    pairs = [_by_propensity(found, kinds, i, j) for i, j in combinations(range(n), 2)]
    sizes = []
    for i in range(n):
        slopes = size_slopes(given.matrix[i] * given.sizes, i, numbers)
        sizes.append(_by_size(found, kinds, i, slopes[alike], slopes[~alike], tolerance))
    return (*sorted(pairs, key=rank), *sorted(sizes, key=rank))


@dataclass(frozen=True, slots=True, eq=False)
class _Kinds:
    """Configurations that place the pair as the optimum does, and the others: numbers and energies."""

    alike: Numbers
    alike_energies: Values
    otherwise: Numbers
    otherwise_energies: Values


def _by_propensity(found: Landscape, kinds: _Kinds, i: int, j: int) -> Tipping:
    given = found.propensities
    force = 2.0 * float(given.sizes[i] * given.sizes[j])
    alike = [energy for energy, _ in _by_kind(kinds.alike, kinds.alike_energies, i, j)]
    otherwise = _by_kind(kinds.otherwise, kinds.otherwise_energies, i, j)
    changes: list[tuple[float, int]] = []
    if force and otherwise[0][0] < alike[0]:
        changes.append((max(0.0, otherwise[0][0] - alike[1]) / force, otherwise[0][1]))
    if force and otherwise[1][0] < alike[1]:
        changes.append((-max(0.0, otherwise[1][0] - alike[0]) / force, otherwise[1][1]))
    if not changes:
        return pair_point(found, i, j, None, numbered_sides(0, len(given.actors)))
    change, number = min(changes, key=lambda point: abs(point[0]))
    return pair_point(found, i, j, change, numbered_sides(number, len(given.actors)))


def _by_kind(numbers: Numbers, energies: Values, i: int, j: int) -> list[tuple[float, int]]:
    """Lowest energy and its configuration, with i and j together and apart; infinite where there is none."""
    apart = members_side(numbers, i) ^ members_side(numbers, j)
    found = []
    for kind in (~apart, apart):
        where = np.flatnonzero(kind)
        lowest = where[np.argmin(energies[where])] if len(where) else None
        found.append((np.inf, 0) if lowest is None else (float(energies[lowest]), int(numbers[lowest])))
    return found


def _by_size(found: Landscape, kinds: _Kinds, i: int, alike: Values, otherwise: Values, tolerance: float) -> Tipping:
    size, n = float(found.propensities.sizes[i]), len(found.propensities.actors)
    met = [
        (change, number)
        for direction in (1.0, -1.0)
        for change, number in [_follow(kinds, alike, otherwise, direction, tolerance)]
        if np.isfinite(change) and size + change > SAME_LEVEL * size
    ]
    if not met:
        return size_point(found, i, None, numbered_sides(0, n))
    change, number = min(met, key=lambda point: abs(point[0]))
    return size_point(found, i, change, numbered_sides(number, n))


def _follow(kinds: _Kinds, alike: Values, otherwise: Values, direction: float, tolerance: float) -> tuple[float, int]:
    """Change of a size, in one direction, at which one of the others is as low as the lowest alike; and that one."""
    span = SAME_LEVEL * float(max(np.abs(alike).max(initial=0.0), np.abs(otherwise).max(initial=0.0)) or 1.0)
    change = 0.0
    lowest, slope = _lowest_line(kinds.alike_energies, direction * alike, tolerance)
    while True:
        nearing = slope - direction * otherwise
        rises = np.maximum(kinds.otherwise_energies + change * otherwise - lowest, 0.0)
        with np.errstate(divide="ignore", invalid="ignore"):
            steps = np.where(nearing > span, rises / nearing, np.inf)
        step = float(steps.min(initial=np.inf))
        if not np.isfinite(step):
            return np.inf, 0
        change += direction * step
        met = lowest + slope * step
        meeting = np.flatnonzero(steps <= step + SAME_LEVEL * (1 + step))
        first = meeting[np.argmin(direction * otherwise[meeting])]  # lowest beyond
        lowest, slope = _lowest_line(kinds.alike_energies + change * alike, direction * alike, tolerance)
        if lowest >= met - 10 * tolerance * (1 + step) and direction * otherwise[first] < slope - span:
            return change, int(kinds.otherwise[first])


def _lowest_line(energies: Values, slopes: Values, tolerance: float) -> tuple[float, float]:
    """Lowest energy, and the slope of the line that is lowest from here on."""
    lowest = float(energies.min())
    return lowest, float(slopes[energies <= lowest + tolerance].min())
