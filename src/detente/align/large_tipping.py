"""Tipping points of a landscape too large to enumerate, by integer programmes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from detente.align.blocs import form_blocs
from detente.align.landscape_record import TOLERANCE
from detente.align.large_landscape import energy_of, lowest_sides
from detente.errors import SolverError
from detente.schema.propensities import Propensities

LARGEST_FACTOR = 100.0  # up to which growth of a size is looked at; ours: beyond it nobody is one actor
MAX_ROUNDS = 60  # of the search for one size; each ends at a configuration not seen before

Sides = NDArray[np.int8]


def tip_pair(given: Propensities, best: Sides, i: int, j: int, time_limit_s: float) -> tuple[Sides, float]:
    """The lowest configuration that places a pair otherwise than the optimum, and how far above it lies.

    Args:
        given: of n actors.
        best: (n,); sides in the optimum.
        i, j: positions of the pair.
        time_limit_s: seconds for the integer programme.

    Raises:
        SolverError: if it was not solved within the time.
    """
    blocs = form_blocs(given.weights, [(i, j, bool(best[i] != best[j]))])
    sides, gap = lowest_sides(blocs.weights, time_limit_s)
    if gap > TOLERANCE * np.abs(given.weights).sum():
        raise _unproven(f"{given.actors[i]} and {given.actors[j]}", time_limit_s)
    other = blocs.sides(sides)
    rise = energy_of(given.weights, other) - energy_of(given.weights, best)
    return other, rise if rise > TOLERANCE * np.abs(given.weights).sum() else 0.0


def tip_size(
    given: Propensities, best: Sides, i: int, factor: float, time_limit_s: float
) -> tuple[Sides, float | None]:
    """The nearest size of one actor at which another configuration is as low, and the change to it.

    The lowest energy is concave and piecewise linear in the size. From the far end of either direction: the
    configuration that is lowest there meets the optimum's line nearer by; from that meeting point again, until
    nothing is lower than the optimum.

    Args:
        given: of n actors.
        best: (n,); sides in the optimum.
        i: position of the actor.
        factor: times its size, the largest size looked at; a size of 0 counts as the mean of the others here.
        time_limit_s: seconds for each integer programme.

    Returns:
        The configuration and the change, None where nothing tips between 0 and `factor` times the size.

    Raises:
        SolverError: if a programme was not solved within the time.
    """
    size = float(given.sizes[i])
    far = factor * (size or float(given.sizes.mean()))
    found = [(_search(given, best, i, end, time_limit_s)) for end in (0.0, far)]
    tips = [(abs(at - size), at, other) for other, at in found if at is not None]
    if not tips:
        return best, None
    _, at, other = min(tips, key=lambda tip: tip[0])
    return other, at - size


def _search(given: Propensities, best: Sides, i: int, end: float, time_limit_s: float) -> tuple[Sides, float | None]:
    other, at = best, None
    size = end
    for _ in range(MAX_ROUNDS):
        weights = _resized(given, i, size)
        sides, gap = lowest_sides(weights, time_limit_s)
        tolerance = TOLERANCE * float(np.abs(weights).sum())
        if gap > tolerance:
            raise _unproven(f"the size of {given.actors[i]}", time_limit_s)
        if energy_of(weights, best) - energy_of(weights, sides) <= 10 * tolerance:
            return other, at
        zero, one = _resized(given, i, 0.0), _resized(given, i, 1.0)
        rest = energy_of(zero, sides) - energy_of(zero, best)
        slope = energy_of(one, sides) - energy_of(one, best) - rest
        other, at = sides, -rest / slope
        size = at
    return other, at


def _resized(given: Propensities, i: int, size: float) -> NDArray[np.float64]:
    sizes = given.sizes.copy()
    sizes[i] = size
    return sizes[:, None] * sizes[None, :] * given.matrix


def _unproven(what: str, time_limit_s: float) -> SolverError:
    return SolverError(f"No proven optimum for {what} within {time_limit_s:g} s. Allow more time, or leave actors out.")
