"""The split of a signed network into two sides that frustrates the least weight of ties, proven."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.errors import SolverError

TIME_LIMIT_S = 30.0
SCALE = 1000.0  # of costs, so that the solver's absolute tolerance of 1e-6 is 1e-9 of a weight


@dataclass(frozen=True, slots=True, eq=False)
class Split:
    """Two sides of a network and what they cost.

    Attributes:
        sides: (n_members,); 0 or 1; the first member is on side 0.
        frustration: summed weight of the frustrated ties.
        gap: frustration less the proven lower bound, in weight, ≥ 0; 0.0: proven minimal.
    """

    sides: NDArray[np.int8]
    frustration: float
    gap: float


def minimum_frustration(
    n_members: int,
    pairs: NDArray[np.int64],
    signs: NDArray[np.int8],
    weights: NDArray[np.float64],
    other_than: NDArray[np.int8] | None = None,
    time_limit_s: float = TIME_LIMIT_S,
) -> Split:
    """Least-frustrated split, exact, by integer programming (HiGHS).

    minimise sum_e w_e f_e with x in {0, 1}, x_0 = 0, f in [0, 1]; f_e ≥ |x_i - x_j| for positive ties,
    f_e ≥ |x_i + x_j - 1| for negative ones; every triangle with an odd number of negative ties has f summing to
    at least 1, a cut that strengthens the relaxation and removes no split.

    Args:
        n_members: ≥ 1, all in one connected network.
        pairs: (n_ties, 2); indices of the members of each tie, different.
        signs: (n_ties,); -1 or +1.
        weights: (n_ties,); > 0.
        other_than: (n_members,) sides that may not be the answer (nor their mirror image); None: any may.
        time_limit_s: seconds after which the best split found is returned with its gap.

    Returns:
        The split. Among equally good ones the solver's, the same for the same input and solver version.

    Raises:
        SolverError: if no split was found within the time.

    Source:
        Aref, Mason and Wilson (2020), Networks 75(1), for the programme and its cuts.
    """
    from scipy.optimize import Bounds, LinearConstraint, milp

    matrix, lower = _constraints(n_members, pairs, signs, other_than)
    lowest: Any = np.zeros(n_members + len(signs))
    highest: Any = np.ones(n_members + len(signs))
    highest[0] = 0  # a split and its mirror image are one
    found: Any = milp(
        np.concatenate([np.zeros(n_members), SCALE * weights]),
        integrality=np.concatenate([np.ones(n_members), np.zeros(len(signs))]),
        bounds=Bounds(lowest, highest),
        constraints=LinearConstraint(matrix, lower, np.inf),
        options={"mip_rel_gap": 0.0, "time_limit": time_limit_s},
    )
    if found.x is None:
        raise SolverError(
            f"No split of {n_members} actors with {len(signs)} ties was found in {time_limit_s:g} s "
            f"({found.message}). Raise the number of events a tie needs, or allow more time."
        )
    sides = np.round(found.x[:n_members]).astype(np.int8)
    frustration = float(weights[frustrated(sides, pairs, signs)].sum())
    proven = found.status == 0
    return Split(sides, frustration, 0.0 if proven else max(0.0, frustration - found.mip_dual_bound / SCALE))


def frustrated(sides: NDArray[np.int8], pairs: NDArray[np.int64], signs: NDArray[np.int8]) -> NDArray[np.bool_]:
    """Which ties a split frustrates: positive ones across, negative ones within.

    Args:
        sides: (n_members,); 0 or 1.
        pairs: (n_ties, 2).
        signs: (n_ties,); -1 or +1.

    Returns:
        (n_ties,) true where frustrated.
    """
    across = sides[pairs[:, 0]] != sides[pairs[:, 1]]
    return across == (signs > 0)


def _constraints(
    n_members: int, pairs: NDArray[np.int64], signs: NDArray[np.int8], other_than: NDArray[np.int8] | None
) -> tuple[Any, Any]:
    """Sparse (n_rows, n_members + n_ties) matrix and (n_rows,) lower bounds."""
    from scipy.sparse import csr_array

    rows: list[tuple[Sequence[int], Sequence[float], float]] = []  # columns, coefficients, lower bound
    for tie, ((i, j), sign) in enumerate(zip(pairs.tolist(), signs.tolist(), strict=True)):
        columns = [n_members + tie, i, j]
        if sign > 0:
            rows += [(columns, [1, -1, 1], 0), (columns, [1, 1, -1], 0)]
        else:
            rows += [(columns, [1, -1, -1], -1), (columns, [1, 1, 1], 1)]
    rows += [([n_members + tie for tie in triangle], [1, 1, 1], 1) for triangle in _odd_triangles(pairs, signs)]
    if other_than is not None:
        relative = other_than ^ other_than[0]
        rows.append((list(range(n_members)), [1.0 - 2.0 * side for side in relative], 1.0 - relative.sum()))
    starts = np.cumsum([0, *(len(columns) for columns, _, _ in rows)])
    columns = np.concatenate([columns for columns, _, _ in rows])
    values = np.concatenate([values for _, values, _ in rows]).astype(float)
    matrix = csr_array((values, columns, starts), shape=(len(rows), n_members + len(signs)))
    return matrix, np.array([bound for _, _, bound in rows], dtype=float)


def _odd_triangles(pairs: NDArray[np.int64], signs: NDArray[np.int8]) -> list[tuple[int, int, int]]:
    """Triangles with one or three negative ties, each as its three tie numbers."""
    tie_of = {tuple(sorted(pair)): tie for tie, pair in enumerate(pairs.tolist())}
    neighbours: dict[int, set[int]] = {}
    for i, j in tie_of:
        neighbours.setdefault(i, set()).add(j)
        neighbours.setdefault(j, set()).add(i)
    triangles = [
        (first, tie_of[i, k], tie_of[j, k])
        for (i, j), first in tie_of.items()
        for k in sorted(neighbours[i] & neighbours[j])
        if k > j
    ]
    return [triangle for triangle in triangles if signs[list(triangle)].prod() < 0]
