"""How much of the hostility that two actors share towards common foes holds them together."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from detente.align.breaking import Breaking, breaking, keeps
from detente.align.energies import energies
from detente.align.tipping_point import SAME_LEVEL
from detente.schema.propensities import Propensities

Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class CommonThreat:
    """Two actors and their common foes.

    Attributes:
        a, b: the two.
        foes: actors to whom both have a hostile tie.
        total: summed |propensity| of those ties of both.
        needed: share of it, in (0, 1], at which the two part when all of it shrinks alike; 1.0: they part as it is.
            0.0: they stand together without any of it, or there is none.
        holds: what parting them takes, and the single ties that would.
        own_without: value at which their own tie would part them without the threat; None where none does, or they
            stand apart without it.
    """

    a: str
    b: str
    foes: tuple[str, ...]
    total: float
    needed: float
    holds: Breaking
    own_without: float | None


def common_threat(given: Propensities, a: str, b: str) -> CommonThreat:
    """How far the hostility of two actors towards common foes can shrink before the best configuration parts them.

    Their ties to actors f with p_af < 0 and p_bf < 0 are multiplied by one factor, from 1 down to 0; all else stays.
    Every energy is linear in the factor, the lowest of the configurations that keep the two together and the lowest
    of the others are concave and piecewise linear: where they first meet is found from their corners, exactly.

    Args:
        given: propensities of at most 22 actors.
        a, b: two of them.

    Raises:
        SchemaError: if an actor is unknown or the two are one.

    Source:
        Own derivation; the thought is that of Walt (1987), The Origins of Alliances.
    """
    holds = breaking(given, (a, b))
    foes = common_foes(given, a, b)
    eased = without(given, a, b, foes)
    i, j = given.index(a), given.index(b)
    at = [given.index(foe) for foe in foes]
    needed = needed_share(energies(eased.weights), energies(given.weights), i, j)
    alone = breaking(eased, (a, b)).ties if not needed else ()
    own = next((tie.breaks_at for tie in alone if {tie.a, tie.b} == {a, b}), None)
    return CommonThreat(a, b, foes, float(np.abs(given.matrix[[i, j]][:, at]).sum()), needed, holds, own)


def common_foes(given: Propensities, a: str, b: str) -> tuple[str, ...]:
    """Actors to whom both have a negative propensity."""
    both = (given.matrix[given.index(a)] < 0) & (given.matrix[given.index(b)] < 0)
    return tuple(actor for actor, foe in zip(given.actors, both, strict=True) if foe)


def without(given: Propensities, a: str, b: str, foes: tuple[str, ...]) -> Propensities:
    """The propensities with those of `a` and `b` to some actors set to 0."""
    matrix = given.matrix.copy()
    for one in (given.index(a), given.index(b)):
        for foe in foes:
            matrix[one, given.index(foe)] = matrix[given.index(foe), one] = 0.0
    return replace(given, matrix=matrix)


def needed_share(eased: Values, full: Values, i: int, j: int) -> float:
    """The greatest factor in [0, 1] at which some configuration that parts i and j is as low as any that does not.

    Args:
        eased, full: (n_configurations,); energies at the factors 0 and 1, linear in between.
        i, j: positions of the two.

    Returns:
        The factor; 0.0 where only at 0 or nowhere.
    """
    kept = keeps(len(full), sorted((i, j)))
    lines = [(eased[which], full[which] - eased[which]) for which in (kept, ~kept)]
    slack = SAME_LEVEL * float(np.abs(full).max() or 1.0)

    def ahead(factor: float) -> float:
        together, apart = (float((start + factor * slope).min()) for start, slope in lines)
        return apart - together

    corners = sorted({0.0, 1.0, *(x for line in lines for x in _corners(*line, 0.0, 1.0, slack))}, reverse=True)
    high, lead = 1.0, ahead(1.0)
    if lead <= slack:
        return 1.0
    for low in corners[1:]:
        margin = ahead(low)
        if margin <= slack:
            return max(0.0, low + (high - low) * max(0.0, -margin) / (lead - margin))
        high, lead = low, margin
    return 0.0


def _corners(starts: Values, slopes: Values, low: float, high: float, slack: float) -> list[float]:
    """Where the lowest of some lines changes to another, between two factors."""
    first, last = int(np.argmin(starts + low * slopes)), int(np.argmin(starts + high * slopes))
    gain_low = starts[last] + low * slopes[last] - starts[first] - low * slopes[first]
    gain_high = starts[first] + high * slopes[first] - starts[last] - high * slopes[last]
    if gain_low <= slack or gain_high <= slack:
        return []
    at = low + (high - low) * float(gain_low / (gain_low + gain_high))
    if float((starts + at * slopes).min()) >= float(starts[first] + at * slopes[first]) - slack:
        return [at]
    return [*_corners(starts, slopes, low, at, slack), *_corners(starts, slopes, at, high, slack)]
