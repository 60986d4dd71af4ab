"""The smallest change of each single propensity and size that tips the optimum, exact."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from detente.align.configuration import numbered_sides, sides_of
from detente.align.energies import size_slopes
from detente.align.frustration import TIME_LIMIT_S
from detente.align.landscape_record import Landscape
from detente.align.large_tipping import LARGEST_FACTOR, tip_pair, tip_size
from detente.align.tipping_point import SAME_LEVEL, pair_point, rank, size_point
from detente.align.tipping_record import Tipping


def tipping(
    found: Landscape, *, pairs: bool = True, sizes: bool = True, time_limit_s: float = TIME_LIMIT_S
) -> tuple[Tipping, ...]:
    """Tipping points of every pair and every size, the smallest change first, pairs before sizes.

    The energy of a configuration is linear in one propensity: raising p_ij by δ adds 2 s_i s_j δ where i and j are
    apart. So with E* the lowest energy and M_ij the lowest among configurations that place the pair otherwise than
    the optimum, the optimum tips at a change of (M_ij - E*) / (2 s_i s_j), downward when the pair is together in
    it and upward when it is apart; the other direction never tips it. It is linear in one size too, with slope
    L_i = 2 sum_j s_j p_ij d_ij: the optimum X tips at the nearest of the values s_i + (E(Y) - E*) / (L_i(X) - L_i(Y)).

    Up to 22 actors by enumeration, beyond by integer programmes: there only of pairs with a propensity, and of
    sizes up to LARGEST_FACTOR times what they are.

    Args:
        found: the landscape, without forced pairs.
        pairs, sizes: which of the two are wanted.
        time_limit_s: seconds for one integer programme.

    Returns:
        A tuple of Tipping. Rank: possible first, then by |change| among pairs and by |change| / size among sizes; what
        cannot tip is last.

    Raises:
        SolverError: if an integer programme was not solved within its time.
    """
    if found.energies is not None:
        of_pair, of_size = _enumerated(found)
    else:
        of_pair, of_size = _programmed(found, time_limit_s)
    n = len(found.propensities.actors)
    wanted = [of_pair(i, j) for i, j in combinations(range(n), 2) if _asked(found, i, j)] if pairs else []
    sized = [of_size(i) for i in range(n)] if sizes else []
    return (*sorted(wanted, key=rank), *sorted(sized, key=rank))


def _asked(found: Landscape, i: int, j: int) -> bool:
    return found.energies is not None or bool(found.propensities.matrix[i, j])


def _enumerated(found: Landscape) -> tuple[Callable[[int, int], Tipping], Callable[[int], Tipping]]:
    given = found.propensities
    heights = found.energies
    assert heights is not None
    n = len(given.actors)
    best = sides_of(given, found.best.camp_1)
    lowest = float(heights.min())
    tolerance = SAME_LEVEL * float(np.abs(given.weights).sum())
    numbers = np.arange(len(heights), dtype=np.int32)

    def of_pair(i: int, j: int) -> Tipping:
        other = _lowest(heights, i, j, apart=bool(best[i] == best[j]))
        rise = _positive(float(heights[other]) - lowest, tolerance)
        return pair_point(found, i, j, _change(found, i, j, rise), numbered_sides(other, n))

    def of_size(i: int) -> Tipping:
        slopes = size_slopes(given.matrix[i] * given.sizes, i, numbers)
        at = int((best[1:].astype(np.int64) << np.arange(n - 1)).sum())
        rises = np.where(heights - heights[at] > tolerance, heights - heights[at], 0.0)
        steeper = slopes[at] - slopes  # > 0: gains on the optimum as the size grows
        span = SAME_LEVEL * float(np.abs(slopes).max() or 1.0)
        with np.errstate(divide="ignore", invalid="ignore"):
            changes = np.where(np.abs(steeper) > span, rises / steeper, np.inf)
        never = given.sizes[i] + changes <= SAME_LEVEL * given.sizes[i]  # sizes end at 0, where nobody takes over
        changes[never & ((changes < 0) | (steeper < 0))] = np.inf
        other = int(np.argmin(np.abs(changes)))
        change = float(changes[other])
        return size_point(found, i, change if np.isfinite(change) else None, numbered_sides(other, n))

    return of_pair, of_size


def _programmed(
    found: Landscape, time_limit_s: float
) -> tuple[Callable[[int, int], Tipping], Callable[[int], Tipping]]:
    given = found.propensities
    best = sides_of(given, found.best.camp_1)

    def of_pair(i: int, j: int) -> Tipping:
        other, rise = tip_pair(given, best, i, j, time_limit_s)
        return pair_point(found, i, j, _change(found, i, j, rise), other)

    def of_size(i: int) -> Tipping:
        other, change = tip_size(given, best, i, LARGEST_FACTOR, time_limit_s)
        return size_point(found, i, change, other)

    return of_pair, of_size


def _lowest(heights: NDArray[np.float64], i: int, j: int, apart: bool) -> int:
    """Number of the lowest configuration with members i < j apart, or together; of equal ones any."""
    if i == 0:
        strided = heights.reshape(-1, 2, 1 << (j - 1))
        places = [(slice(None), int(apart))]
    else:
        strided = heights.reshape(-1, 2, 1 << (j - i - 1), 2, 1 << (i - 1))
        places = [(slice(None), side, slice(None), side ^ int(apart)) for side in (0, 1)]
    place = min(places, key=lambda place: float(strided[place].min()))
    numbers = np.arange(len(heights), dtype=np.int32).reshape(strided.shape)
    return int(numbers[place].flat[int(strided[place].argmin())])


def _change(found: Landscape, i: int, j: int, rise: float) -> float | None:
    """Of a propensity, when the lowest configuration that places the pair otherwise lies `rise` above the optimum."""
    given = found.propensities
    force = 2.0 * float(given.sizes[i] * given.sizes[j])
    together = (given.actors[i] in found.best.camp_1) == (given.actors[j] in found.best.camp_1)
    return (-rise if together else rise) / force if force else None


def _positive(rise: float, tolerance: float) -> float:
    return rise if rise > tolerance else 0.0
