"""One configuration as a record: its camps, its energy, who is how frustrated in it."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from detente.align.landscape_record import TOLERANCE, Optimum
from detente.errors import SchemaError
from detente.schema.propensities import Propensities


def configuration(propensities: Propensities, sides: NDArray[np.int8], basin: int | None = None) -> Optimum:
    """A configuration with what it costs.

    F_i = sum_j s_i s_j p_ij d_ij: what actor i loses by being apart from friends (> 0) and gains by being apart from
    foes (< 0); the energy is their sum. Without the factor s_i it is the frustration of Axelrod and Bennett.

    Args:
        propensities: of n actors.
        sides: (n,); 0 or 1; either way round.
        basin: configurations that come to rest here, where known.
    """
    sides = sides ^ sides[0]
    weights = propensities.weights
    across = sides[:, None] != sides[None, :]
    frustrations = (weights * across).sum(axis=1)
    moves = weights.sum(axis=1) - 2 * frustrations  # half of what a change of camp adds
    return Optimum(
        camp_1=tuple(actor for actor, side in zip(propensities.actors, sides, strict=True) if side == 0),
        camp_2=tuple(actor for actor, side in zip(propensities.actors, sides, strict=True) if side == 1),
        energy=float(frustrations.sum()),
        basin=basin,
        frustrations=tuple(frustrations.tolist()),
        strict=bool((moves > TOLERANCE * np.abs(weights).sum()).all()),
    )


def sides_of(propensities: Propensities, camp: Iterable[str]) -> NDArray[np.int8]:
    """(n_actors,) sides with the members of one camp on one side and everybody else on the other.

    Raises:
        SchemaError: if a member is no actor.
    """
    members = [propensities.index(actor) for actor in camp]
    if not members:
        raise SchemaError("A camp without members says nothing; name the actors of one camp.")
    sides = np.ones(len(propensities.actors), dtype=np.int8)
    sides[members] = 0
    return sides ^ sides[0]


def numbered_sides(number: int, n: int) -> NDArray[np.int8]:
    """(n,) sides of configuration `number`."""
    return np.array([0, *((number >> bit) & 1 for bit in range(n - 1))], dtype=np.int8)


def number_of(sides: NDArray[np.int8]) -> int:
    """The number of a configuration (n,); that of its mirror image is the same."""
    return sum(int(side) << bit for bit, side in enumerate((sides ^ sides[0])[1:]))
