"""Where the actors of a signed network stand: the two camps of a part face each other, strangers wait below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

RING_WIDTH = 0.19  # half axis of the ring of one camp, in widths of the figure
MAIN_HEIGHT, PART_HEIGHT, ROW_HEIGHT = 1.0, 0.5, 0.24  # heights of the bands, in heights of the main part
ROW_LENGTH = 7  # unplaced actors in one row
STEPS = (0.0, 0.05, -0.05, 0.1, -0.1, 0.15, -0.15, 0.2, -0.2)  # sideways, in widths of the figure
CLEARANCE = 0.035  # between a tie and an actor that it passes, in widths or heights
NAME_ROOM = 0.26  # between two actors of a row, for their names, in widths; less where the row is full
SWEEPS = 6  # rounds of swapping neighbours on a ring


@dataclass(frozen=True, slots=True)
class CampLayout:
    """Places of the actors.

    Attributes:
        positions: (n_actors, 2); x and y in [0, 1], y downwards.
        height: height of all bands, in heights of the main part, ≥ 1.
    """

    positions: NDArray[np.float64]
    height: float


def camp_layout(camps: Sequence[str], pairs: NDArray[np.int64], weights: NDArray[np.float64]) -> CampLayout:
    """Places for the actors of a network, the same for the same input.

    The camps `A` and `B` stand on two rings, left and right; `A2` and `B2`, `A3` … likewise in bands below; actors
    of no camp ("") in rows at the bottom, or on one ring where there are no camps at all. Along its ring an actor
    is moved to where its ties are short.

    Args:
        camps: (n_actors,) camp of each actor: `A`, `B`, `A2`, `B2` … or "".
        pairs: (n_ties, 2) positions in `camps` of the two ends of each tie.
        weights: (n_ties,) ≥ 0; how much it matters that a tie is short.

    Returns:
        The layout; an empty one without actors.
    """
    numbers = sorted({int(camp[1:] or 1) for camp in camps if camp})
    loose = [i for i, camp in enumerate(camps) if not camp]
    rows = [loose[i : i + ROW_LENGTH] for i in range(0, len(loose), ROW_LENGTH)]
    bands = [MAIN_HEIGHT if number == 1 else PART_HEIGHT for number in numbers] + [ROW_HEIGHT] * len(rows)
    height = max(sum(bands), MAIN_HEIGHT)
    positions = np.full((len(camps), 2), 0.5)
    if not numbers and loose:
        _place_ring(positions, loose, 0.5, 0.5, 0.5, -2.0)
        rows = []
    top = 0.0
    for number, band in zip(numbers, bands, strict=False):
        centre, half = (top + band / 2) / height, band / height / 2
        suffix = "" if number == 1 else str(number)
        left, right = ([i for i, camp in enumerate(camps) if camp == side + suffix] for side in "AB")
        alone = not right
        _place_ring(positions, left, 0.5 if alone else 0.25, centre, half, -2.0 if alone else -1.0)
        _place_ring(positions, right, 0.75, centre, half, 1.0)
        top += band
    for row in rows:
        rim = 1.0 if len(row) <= 3 else 0.5  # a few stand towards the middle, off the axes of the rings
        positions[row, 0] = (np.arange(len(row)) + rim) / (len(row) - 1 + 2 * rim)
        positions[row, 1] = (top + ROW_HEIGHT / 2) / height
        top += ROW_HEIGHT
    _shorten(positions, camps, pairs, weights)
    if rows:
        _step_aside(positions, loose, pairs)
    return CampLayout(positions, height)


def _place_ring(
    positions: NDArray[np.float64], members: list[int], x: float, y: float, half: float, outward: float
) -> None:
    """Evenly on an ellipse; turned so that no two stand at one height, where their names would collide."""
    n = len(members)
    if n == 0:
        return
    reach = {1: 0.0, 2: 0.6, 3: 0.84}.get(n, 0.86)
    turn = 0.0 if n % 2 else 0.25
    angles = np.array([0.5, 1.5]) * np.pi if n == 2 else 2 * np.pi * (np.arange(n) + turn) / n
    positions[members, 0] = x + RING_WIDTH * outward * min(1.0, reach) * np.cos(angles)
    positions[members, 1] = y + half * reach * np.sin(angles)


def _shorten(
    positions: NDArray[np.float64], camps: Sequence[str], pairs: NDArray[np.int64], weights: NDArray[np.float64]
) -> None:
    """Swap actors of one camp as long as the summed length of ties gets smaller."""
    if len(pairs) == 0:
        return
    members = {camp: [i for i, other in enumerate(camps) if other == camp] for camp in sorted(set(camps))}
    length = _length(positions, pairs, weights)
    for _ in range(SWEEPS if len(camps) <= 60 else 1):
        before = length
        for ring in members.values():
            for k, i in enumerate(ring):
                for j in ring[k + 1 :]:
                    positions[[i, j]] = positions[[j, i]]
                    swapped = _length(positions, pairs, weights)
                    if swapped < length - 1e-9:
                        length = swapped
                    else:
                        positions[[i, j]] = positions[[j, i]]
        if length == before:
            return


def _step_aside(positions: NDArray[np.float64], loose: list[int], pairs: NDArray[np.int64]) -> None:
    """Shift actors of the bottom rows sideways where a tie of theirs would run through an actor that it does not join."""
    for i in loose:
        others = [int(b if a == i else a) for a, b in pairs if i in (a, b)]
        middle = positions[i, 0]
        row = [k for k in loose if k != i and positions[k, 1] == positions[i, 1]]
        room = min([NAME_ROOM, *(abs(positions[k, 0] - middle) for k in row)]) - 1e-9
        for step in STEPS:
            positions[i, 0] = min(max(middle + step, 0.0), 1.0)
            apart = all(abs(positions[k, 0] - positions[i, 0]) >= room for k in row)
            if apart and all(_clearance(positions, i, other) > CLEARANCE for other in others):
                break
        else:
            positions[i, 0] = middle


def _clearance(positions: NDArray[np.float64], i: int, j: int) -> float:
    """Distance from the tie of i and j to the nearest third actor."""
    third = np.delete(positions, [i, j], axis=0)
    along = positions[j] - positions[i]
    if not len(third) or not along.any():
        return np.inf
    share = np.clip((third - positions[i]) @ along / (along @ along), 0.0, 1.0)
    gaps = third - positions[i] - share[:, None] * along
    return float(np.hypot(gaps[:, 0], gaps[:, 1]).min())


def _length(positions: NDArray[np.float64], pairs: NDArray[np.int64], weights: NDArray[np.float64]) -> float:
    steps = positions[pairs[:, 0]] - positions[pairs[:, 1]]
    return float((weights * np.hypot(steps[:, 0], steps[:, 1])).sum())
