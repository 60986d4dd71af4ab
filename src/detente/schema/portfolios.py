"""What states hold with each partner: the levels that measures of similarity compare."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.errors import SchemaError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Portfolios:
    """Levels of ties of some states with the same partners.

    Attributes:
        states: labels of the states compared, all different.
        partners: labels of the partners.
        levels: (n_partners, n_states); level of the tie of each state with each partner, ordered and equally spaced.
        weights: (n_partners,); ≥ 0, in sum > 0; what each partner counts. None: equally.
        low, high: ends of the scale of levels, low < high.
        notes: what a reader of the result must know, one sentence each.

    Raises:
        SchemaError: if a shape is wrong, a level is no number or off the scale, or the weights are bad.
    """

    states: tuple[str, ...]
    partners: tuple[str, ...]
    levels: NDArray[np.float64]
    weights: NDArray[np.float64] | None
    low: float
    high: float
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        import numpy as np

        levels = np.array(self.levels, dtype=np.float64)
        shape = (len(self.partners), len(self.states))
        if levels.shape != shape or min(shape) < 1 or len(set(self.states)) < len(self.states):
            raise SchemaError(
                f"Levels of shape {levels.shape} do not fit {shape[0]} partners and {shape[1]} states; give one level "
                "for each partner and state, each state once."
            )
        if not self.low < self.high:
            raise SchemaError(
                f"All levels are {self.low:g}, so that nothing can be compared; give the ends of the scale, as 0-3."
            )
        for partner, state in np.argwhere(~((levels >= self.low) & (levels <= self.high))).tolist():
            raise SchemaError(
                f"Level {levels[partner, state]:g} of {self.states[state]} with {self.partners[partner]} is not on the "
                f"scale {self.low:g} to {self.high:g}; correct the level or the scale."
            )
        object.__setattr__(self, "levels", levels)
        if self.weights is not None:
            weights = np.array(self.weights, dtype=np.float64)
            if weights.shape != shape[:1] or not np.isfinite(weights).all() or (weights < 0).any() or not weights.any():
                raise SchemaError(
                    "Weights of partners must be numbers of at least 0, one for each, not all 0; correct them."
                )
            object.__setattr__(self, "weights", weights)

    def index(self, state: str) -> int:
        """Position of a state; its label in any case of letters.

        Raises:
            SchemaError: if there is none of that label; the message lists them.
        """
        known = [name.casefold() for name in self.states]
        if state.casefold() not in known:
            raise SchemaError(f"No state {state!r}; choose among {', '.join(self.states)}.")
        return known.index(state.casefold())
