"""What a landscape holds: its optima, how large their basins are, and the way downhill."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.schema.propensities import Propensities

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

TOLERANCE = 1e-9  # of the summed |weight|: a smaller difference of energy is rounding, and none


@dataclass(frozen=True, slots=True)
class Optimum:
    """A configuration that no single actor can leave for a lower energy.

    Attributes:
        camp_1, camp_2: actors, in their order; camp 1 is that of the first actor, camp 2 may be empty.
        energy: in size² × propensity, both orders of a pair counted; 0 when all are together.
        basin: configurations that come to rest here by steepest single moves, itself included; None beyond
            enumeration.
        frustrations: (n_actors,); of each actor, in the order of the actors; they sum to `energy`.
        strict: False when some single move leaves the energy as it is.
    """

    camp_1: tuple[str, ...]
    camp_2: tuple[str, ...]
    energy: float
    basin: int | None
    frustrations: tuple[float, ...]
    strict: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One move downhill: who changes camp (more than one where a bloc moves as one), and the energy after it."""

    actors: tuple[str, ...]
    energy: float


@dataclass(frozen=True, slots=True)
class Descent:
    """The way downhill from a configuration by steepest single moves.

    Attributes:
        start: the configuration it begins with; `basin` is not counted here (None).
        steps: moves in order; none when the start is a local optimum.
        end: the local optimum that it leads to; `basin` None.
    """

    start: Optimum
    steps: tuple[Step, ...]
    end: Optimum


@dataclass(frozen=True, slots=True, eq=False)
class Landscape:
    """Energies of the two-camp configurations of some actors.

    Attributes:
        propensities: what it was computed from.
        optima: local optima, the lowest energy first, of equal ones the larger basin; at most `limit` of them.
        n_optima: how many there are; how many were found where `complete` is False.
        n_configurations: 2^(n - 1): a configuration and its mirror image are one; forced pairs halve it.
        complete: whether every configuration was looked at.
        gap: distance of the lowest energy from its proven bound, ≥ 0; 0.0: proven.
        unique: whether no other configuration has an energy as low; None when that is not known.
        descent: the way down from the configuration asked for, None when none was.
        energies: (n_configurations,) by number, or None beyond enumeration. Bit k of the number is the side of bloc
            k + 1; without forced pairs the blocs are the actors in their order, and the first is always on side 0.
        rests_at: (n_configurations,) number of the local optimum that each configuration leads to, or None.
    """

    propensities: Propensities
    optima: tuple[Optimum, ...]
    n_optima: int
    n_configurations: int
    complete: bool
    gap: float
    unique: bool | None
    descent: Descent | None
    energies: NDArray[np.float64] | None
    rests_at: NDArray[np.int32] | None

    @property
    def best(self) -> Optimum:
        """The configuration with the lowest energy; of equal ones the first of `optima`."""
        return self.optima[0]

    @property
    def margin(self) -> float | None:
        """Energy between the best and the second local optimum; None when there is one only."""
        return self.optima[1].energy - self.optima[0].energy if len(self.optima) > 1 else None
