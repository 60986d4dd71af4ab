"""How small a change of one propensity or one size gives the landscape another optimum."""

from __future__ import annotations

from dataclasses import dataclass

from detente.align.landscape_record import Optimum


@dataclass(frozen=True, slots=True)
class Tipping:
    """One propensity, or one size, and where the optimum tips when it alone changes.

    Attributes:
        a, b: the pair; `b` is "" where the size of `a` changes.
        value: as it is, in the unit of propensities or sizes.
        tips_at: the nearest value at which another configuration is as low; beyond it that one is the optimum.
            None: no value does.
        change: tips_at - value; None with it. 0.0: there are two optima already.
        together: whether `a` and `b` are in one camp of today's optimum; None for sizes.
        moves: actors that change camp when it tips, the fewer of the two ways to say it.
        optimum: the configuration that takes over; None where nothing does.
        possible: whether `tips_at` lies within the bounds of propensities; sizes are at least 0.
    """

    a: str
    b: str
    value: float
    tips_at: float | None
    change: float | None
    together: bool | None
    moves: tuple[str, ...]
    optimum: Optimum | None
    possible: bool
