"""The way downhill from a configuration."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from detente.align.blocs import Blocs
from detente.align.configuration import configuration
from detente.align.landscape_record import TOLERANCE, Descent, Step
from detente.schema.propensities import Propensities


def descent(propensities: Propensities, blocs: Blocs, start: NDArray[np.int8]) -> Descent:
    """Steepest single moves from a configuration until none lowers the energy.

    Each step moves the actor (or bloc of forced actors) whose change of camp lowers the energy most, of equal ones
    the first. Moving one is the same as moving all others.

    Args:
        propensities: of n actors.
        blocs: their blocs; a start that breaks them is first brought in line with the first actor of each.
        start: (n,); 0 or 1.
    """
    sides = blocs.bloc_sides(start).copy()
    tolerance = TOLERANCE * float(np.abs(propensities.weights).sum())
    first, steps = configuration(propensities, blocs.sides(sides)), []
    for moved in moves_down(blocs.weights, sides, tolerance):
        at = configuration(propensities, blocs.sides(sides))
        members = np.flatnonzero(blocs.bloc_of == moved).tolist()
        steps.append(Step(tuple(propensities.actors[i] for i in members), at.energy))
    return Descent(first, tuple(steps), configuration(propensities, blocs.sides(sides)))


def moves_down(weights: NDArray[np.float64], sides: NDArray[np.int8], tolerance: float) -> Iterator[int]:
    """Yield the member moved, with `sides` (n,) changed in place, until no move lowers the energy by more than that."""
    spins = 1.0 - 2.0 * sides
    pull = weights @ spins
    while True:
        change = 2.0 * spins * pull  # of the energy, should that member move
        moved = int(np.flatnonzero(change <= change.min() + tolerance)[0])
        if change[moved] >= -tolerance:
            return
        spins[moved] = -spins[moved]
        pull += 2.0 * spins[moved] * weights[:, moved]
        sides[moved] ^= 1
        yield moved
