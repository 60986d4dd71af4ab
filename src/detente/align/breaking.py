"""What holds some actors together: the cheapest split that parts them, and the single ties that would."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from detente.align.configuration import numbered_sides
from detente.align.energies import energies, members_side
from detente.align.tipping_point import SAME_LEVEL
from detente.errors import SchemaError
from detente.schema.propensities import Propensities

Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class BreakingTie:
    """One tie, and the value at which the group parts when it alone changes.

    Attributes:
        a, b: its ends, in the order of the actors.
        value: as it is, in the unit of propensities.
        breaks_at: the nearest value at which a configuration that parts the group is as low as any that keeps it.
            None: no value does.
        leaves: members of the group that part from the rest of it, the fewer.
        moves: everybody who changes camp then, those of `leaves` included.
        possible: whether `breaks_at` lies within the bounds of propensities.
    """

    a: str
    b: str
    value: float
    breaks_at: float | None
    leaves: tuple[str, ...]
    moves: tuple[str, ...]
    possible: bool

    @property
    def change(self) -> float:
        """breaks_at - value; infinite where nothing breaks it."""
        return np.inf if self.breaks_at is None else self.breaks_at - self.value


@dataclass(frozen=True, slots=True)
class Breaking:
    """What it takes to part a group.

    Attributes:
        margin: energy of the lowest configuration that parts it, less that of the lowest that keeps it, halved: the
            tie weight that stands in the way. Not above 0 where it is parted as it is, or might as well be.
        leaves, moves: of that configuration, as for a single tie.
        costs: (a, b, weight) of the ties that it sets against the split (> 0) or relieves (< 0), the greatest first;
            they sum to `margin`.
        ties: the single ties, what is possible first, then the smallest change.
    """

    margin: float
    leaves: tuple[str, ...]
    moves: tuple[str, ...]
    costs: tuple[tuple[str, str, float], ...]
    ties: tuple[BreakingTie, ...]


def breaking(given: Propensities, group: Iterable[str]) -> Breaking:
    """The cheapest way to part a group of actors, and the smallest change of each single tie that does it.

    Energies are linear in one propensity. With k = 2 s_i s_j, and S_d, O_d the lowest energies of the configurations
    that keep the group in one camp and of the others, i and j together (d = 0) or apart (d = 1), the group parts at a
    change of (O_0 - S_1) / k upward where O_0 < S_0, and of (O_1 - S_0) / k downward where O_1 < S_1.

    Args:
        given: propensities of at most 22 actors.
        group: two members or more; they need not be in one camp of the best configuration.

    Raises:
        SchemaError: if a member is unknown, there are fewer than two, or there are too many actors.

    Source:
        Own derivation, on the landscape of Axelrod and Bennett (1993), British Journal of Political Science 23(2).
    """
    members = sorted({given.index(actor) for actor in group})
    if len(members) < 2:
        raise SchemaError(f"A group of {len(members)} cannot part; name two actors or more.")
    heights = energies(given.weights)
    kept = keeps(len(heights), members)
    numbers = np.arange(len(heights), dtype=np.int32)
    halves = ((numbers[kept], heights[kept]), (numbers[~kept], heights[~kept]))
    lowest = [int(own[np.argmin(values)]) for own, values in halves]
    leaves, moves = _moved(given, members, *lowest)
    apart = [_apart(numbered_sides(number, len(given.actors))) for number in lowest]
    costs = [
        (given.actors[i], given.actors[j], float(given.weights[i, j] * (apart[1][i, j] - apart[0][i, j])))
        for i, j in np.argwhere(np.triu(given.weights)).tolist()
        if apart[0][i, j] != apart[1][i, j]
    ]
    ties = [_tie(given, members, halves, i, j) for i, j in np.argwhere(np.triu(given.weights)).tolist()]
    return Breaking(
        float(heights[lowest[1]] - heights[lowest[0]]) / 2,
        leaves,
        moves,
        tuple(sorted(costs, key=lambda row: (-row[2], row[:2]))),
        tuple(sorted(ties, key=lambda tie: (not tie.possible, round(abs(tie.change), 9), tie.a, tie.b))),
    )


def keeps(n_configurations: int, members: Iterable[int]) -> NDArray[np.bool_]:
    """(n_configurations,) whether each configuration has all members in one camp."""
    numbers = np.arange(n_configurations, dtype=np.int32)
    first, *others = members
    kept = np.ones(n_configurations, dtype=bool)
    for other in others:
        kept &= members_side(numbers, first) == members_side(numbers, other)
    return kept


def _tie(given: Propensities, members: list[int], halves: tuple[tuple[NDArray[np.int32], Values], ...], i: int, j: int):
    force = 2.0 * float(given.sizes[i] * given.sizes[j])
    (kept_0, kept_1), (other_0, other_1) = (_by_kind(*half, i, j) for half in halves)
    value = float(given.matrix[i, j])
    low, high = given.bounds or (-np.inf, np.inf)
    slack = SAME_LEVEL * float(np.abs(given.weights).sum())
    found: list[tuple[bool, float, float, int, int]] = []
    for (level, number), across, start, sign in ((other_0, kept_1, kept_0, 1.0), (other_1, kept_0, kept_1, -1.0)):
        if force and level < start[0] - slack and np.isfinite(across[0]):
            change = sign * max(0.0, level - across[0]) / force
            outside = not low - SAME_LEVEL <= value + change <= high + SAME_LEVEL
            found.append((outside, abs(change), value + change, number, across[1]))
    if not found:
        return BreakingTie(given.actors[i], given.actors[j], value, None, (), (), False)
    outside, _, at, number, before = min(found)
    return BreakingTie(
        given.actors[i], given.actors[j], value, at, *_moved(given, members, before, number), not outside
    )


def _by_kind(numbers: NDArray[np.int32], values: Values, i: int, j: int) -> list[tuple[float, int]]:
    """Lowest energy and its configuration, with i and j together and apart; infinite where there is none."""
    apart = members_side(numbers, i) ^ members_side(numbers, j)
    found = []
    for kind in (~apart, apart):
        where = np.flatnonzero(kind)
        at = where[np.argmin(values[where])] if len(where) else None
        found.append((np.inf, 0) if at is None else (float(values[at]), int(numbers[at])))
    return found


def _moved(given: Propensities, members: list[int], before: int, after: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who of the group parts from the most of it, and everybody who changes camp."""
    n = len(given.actors)
    differs = numbered_sides(before, n) ^ numbered_sides(after, n)
    turned = int(differs[members].sum())
    if 2 * turned > len(members) or (2 * turned == len(members) and 2 * int(differs.sum()) > n):
        differs = 1 - differs
    moves = tuple(actor for actor, moved in zip(given.actors, differs, strict=True) if moved)
    own = {given.actors[member] for member in members}
    return tuple(actor for actor in moves if actor in own), moves


def _apart(sides: NDArray[np.int8]) -> NDArray[np.int8]:
    return sides[:, None] ^ sides[None, :]
