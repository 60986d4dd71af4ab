"""The record of one tipping point, and the order of several."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from detente.align.configuration import configuration, sides_of
from detente.align.landscape_record import Landscape
from detente.align.tipping_record import Tipping

SAME_LEVEL = 1e-9  # of the summed |weight|: as for energies

Sides = NDArray[np.int8]


def pair_point(found: Landscape, i: int, j: int, change: float | None, other: Sides) -> Tipping:
    """The record of a pair whose propensity tips the optimum at `change`, to the configuration `other` (n,)."""
    given = found.propensities
    together = (given.actors[i] in found.best.camp_1) == (given.actors[j] in found.best.camp_1)
    value = float(given.matrix[i, j])
    if change is None:
        return Tipping(given.actors[i], given.actors[j], value, None, None, together, (), None, False)
    at = value + change
    low, high = given.bounds or (-np.inf, np.inf)
    possible = bool(low - SAME_LEVEL <= at <= high + SAME_LEVEL)
    record = configuration(given, other)
    return Tipping(
        given.actors[i], given.actors[j], value, at, change + 0.0, together, _moved(found, other), record, possible
    )


def size_point(found: Landscape, i: int, change: float | None, other: Sides) -> Tipping:
    """The record of a size that tips the optimum at `change`, to the configuration `other` (n,)."""
    given = found.propensities
    value = float(given.sizes[i])
    if change is None:
        return Tipping(given.actors[i], "", value, None, None, None, (), None, False)
    record = configuration(given, other)
    return Tipping(given.actors[i], "", value, value + change, change + 0.0, None, _moved(found, other), record, True)


def rank(tip: Tipping) -> tuple[bool, bool, float, str, str]:
    """Key to sort by: what can tip first, then the smallest |change|, of sizes relative to the size."""
    scale = tip.value if not tip.b and tip.value else 1.0
    return (tip.change is None, not tip.possible, round(abs(tip.change or 0.0) / scale, 9), tip.a, tip.b)


def _moved(found: Landscape, other: Sides) -> tuple[str, ...]:
    """Actors placed otherwise than in the best configuration, the fewer of the two ways to say it."""
    differs = sides_of(found.propensities, found.best.camp_1) ^ other ^ other[0]
    if 2 * int(differs.sum()) > len(differs):
        differs = 1 - differs
    return tuple(actor for actor, moves in zip(found.propensities.actors, differs, strict=True) if moves)
