"""What an analyst supposes: other propensities and sizes, actors that leave or come, pairs forced together or apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from detente.errors import SchemaError
from detente.schema.propensities import Propensities

Pair = tuple[str, str]
BLANK_SIZE = 1.0  # of an actor that comes without one


@dataclass(frozen=True, slots=True)
class Changes:
    """Suppositions, all at once.

    Attributes:
        propensities: new p_ij of pairs; in the unit of the propensities, after their mapping.
        sizes: new s_i of actors; in their unit, ≥ 0.
        drop: actors that leave.
        add: actors that come, with their sizes; their propensities are 0 unless in `propensities`.
        together: pairs forced into one camp.
        apart: pairs forced into different camps.
    """

    propensities: Mapping[Pair, float] = field(default_factory=dict)
    sizes: Mapping[str, float] = field(default_factory=dict)
    drop: tuple[str, ...] = ()
    add: Mapping[str, float] = field(default_factory=dict)
    together: tuple[Pair, ...] = ()
    apart: tuple[Pair, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.propensities or self.sizes or self.drop or self.add or self.together or self.apart)

    @property
    def forced(self) -> tuple[tuple[str, str, bool], ...]:
        """(a, b, together) of every forced pair."""
        return (*((a, b, True) for a, b in self.together), *((a, b, False) for a, b in self.apart))


def change(given: Propensities, changes: Changes) -> Propensities:
    """The propensities with the changes made; forced pairs are left to the landscape.

    Args:
        given: as they are.
        changes: what is supposed; actors that come stand after the others.

    Raises:
        SchemaError: if an actor is unknown, comes twice or pairs with itself, fewer than two are left, or a value is
            no number or out of its bounds.
    """
    for actor in changes.add:
        if actor in given.actors:
            raise SchemaError(f"{actor} is among the actors already; change its size rather than add it.")
    dropped = {given.index(actor) for actor in changes.drop}
    kept = [i for i in range(len(given.actors)) if i not in dropped]
    if len(kept) + len(changes.add) < 2:
        raise SchemaError("Fewer than two actors would be left; drop fewer.")
    n_kept, n_all = len(kept), len(kept) + len(changes.add)
    matrix = np.zeros((n_all, n_all))
    matrix[:n_kept, :n_kept] = given.matrix[np.ix_(kept, kept)]
    sizes = np.array([*given.sizes[kept], *changes.add.values()])
    actors = (*(given.actors[i] for i in kept), *changes.add)
    bare = replace(given, actors=actors, matrix=matrix, sizes=sizes)
    for (a, b), value in changes.propensities.items():
        i, j = bare.index(a), bare.index(b)
        if i == j:
            raise SchemaError(f"{a} has no propensity to itself; name two actors.")
        low, high = given.bounds or (-np.inf, np.inf)
        if not low <= value <= high:
            raise SchemaError(
                f"Propensity {value:g} of {a} and {b} is outside the range {low:g} to {high:g} of these data; "
                "give one within it."
            )
        matrix[i, j] = matrix[j, i] = value
    for actor, size in changes.sizes.items():
        sizes[bare.index(actor)] = size
    for a, b, _ in changes.forced:
        if bare.index(a) == bare.index(b):
            raise SchemaError(f"{a} cannot be forced together with or apart from itself; name two actors.")
    return replace(given, actors=actors, matrix=matrix, sizes=sizes)
