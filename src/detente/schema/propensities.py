"""Who is drawn to whom, and how much each weighs: what a landscape is made of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from detente.errors import SchemaError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Propensities:
    """Propensities of pairs and sizes of actors.

    Attributes:
        actors: n labels, all different; the first one's camp is camp 1.
        matrix: (n, n); propensity p_ij to be together, > 0 drawn together, < 0 driven apart; symmetric, diagonal 0;
            unit of the source.
        sizes: (n,); s_i ≥ 0, unit of the source.
        bounds: least and greatest value that a propensity can have, None where nothing limits it.
        notes: what a reader of the result must know of how these were had, one sentence each.

    Raises:
        SchemaError: if a shape is wrong, a label comes twice, a number is not finite, a size is negative or the
            matrix is not symmetric.
    """

    actors: tuple[str, ...]
    matrix: NDArray[np.float64]
    sizes: NDArray[np.float64]
    bounds: tuple[float, float] | None = None
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        import numpy as np

        n = len(self.actors)
        matrix, sizes = np.array(self.matrix, dtype=np.float64), np.array(self.sizes, dtype=np.float64)
        if n < 2 or matrix.shape != (n, n) or sizes.shape != (n,):
            raise SchemaError(
                f"{n} actors, propensities of shape {matrix.shape} and sizes of shape {sizes.shape} do not go "
                "together; give at least two actors, a square matrix and one size for each."
            )
        twice = sorted({actor for actor in self.actors if self.actors.count(actor) > 1})
        if twice:
            raise SchemaError(f"Actor {twice[0]!r} comes twice; give every actor one label.")
        _check_numbers(self.actors, matrix, sizes)
        np.fill_diagonal(matrix, 0.0)
        object.__setattr__(self, "matrix", matrix)
        object.__setattr__(self, "sizes", sizes)

    @property
    def weights(self) -> NDArray[np.float64]:
        """(n, n); s_i s_j p_ij, what separating i and j adds to the energy in each order of the pair."""
        return self.sizes[:, None] * self.sizes[None, :] * self.matrix

    def index(self, actor: str) -> int:
        """Position of an actor.

        Raises:
            SchemaError: if there is none of that label; the message lists them.
        """
        if actor not in self.actors:
            raise SchemaError(f"No actor {actor!r}; choose among {', '.join(self.actors)}.")
        return self.actors.index(actor)

    def noting(self, *notes: str) -> Propensities:
        """The same with notes added."""
        return replace(self, notes=(*self.notes, *notes))


def _check_numbers(actors: tuple[str, ...], matrix: NDArray[np.float64], sizes: NDArray[np.float64]) -> None:
    import numpy as np

    for actor, size in zip(actors, sizes.tolist(), strict=True):
        if not np.isfinite(size) or size < 0:
            raise SchemaError(f"Size {size:g} of {actor} is no size; give a number of at least 0.")
    for i, j in np.argwhere(~np.isfinite(matrix)).tolist():
        raise SchemaError(f"Propensity {matrix[i, j]} of {actors[i]} and {actors[j]} is no number; give one.")
    for i, j in np.argwhere(matrix != matrix.T).tolist():
        raise SchemaError(
            f"Propensity of {actors[i]} to {actors[j]} is {matrix[i, j]:g}, the other way {matrix[j, i]:g}; "
            "give both the same value, such as their mean."
        )
