"""Signs of ties by period, from how probable it is that a pair is tenser than a norm."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.errors import SettingsError

NORMS = ("world", "dyad")
DECIMALS = 6  # of weights


@dataclass(frozen=True, slots=True)
class TieRule:
    """When a pair has a tie, and of which sign.

    Attributes:
        norm: `world`: tenser than pairs usually are; `dyad`: tenser than the pair itself usually is.
        certain: probability from which on a sign is given, in [0.5, 1).
        reference: share of conflict, in (0, 1), that `world` compares with; None: that of the middle pair.
    """

    norm: str = "world"
    certain: float = 0.9
    reference: float | None = None

    def __post_init__(self) -> None:
        """Raises SettingsError for what cannot be."""
        if self.norm not in NORMS:
            raise SettingsError(f"There is no norm {self.norm!r}; give one of {', '.join(NORMS)}.")
        if not 0.5 <= self.certain < 1:
            raise SettingsError(f"A sign cannot be {self.certain:g} certain; give a probability from 0.5 to below 1.")
        if self.reference is not None and not 0 < self.reference < 1:
            raise SettingsError(f"The reference {self.reference:g} is no share of conflict; give one between 0 and 1.")
        if self.reference is not None and self.norm == "dyad":
            raise SettingsError("A reference is of the norm `world`; leave it out with `dyad`.")


@dataclass(frozen=True, slots=True, eq=False)
class PanelTies:
    """Ties of pairs by period.

    Attributes:
        probability: (n_pairs, n_periods), that the pair is tenser than the norm; NaN where nothing was told of it.
        sign: (n_pairs, n_periods); -1 tenser, +1 less tense, 0 neither: uncertain, or nothing told.
        weight: (n_pairs, n_periods), |2 probability - 1|, to six decimals, no unit; NaN where nothing was told.
        uncertain: (n_pairs, n_periods); true where acts are told and the sign is not certain.
    """

    probability: NDArray[np.float64]
    sign: NDArray[np.int8]
    weight: NDArray[np.float64]
    uncertain: NDArray[np.bool_]


def panel_ties(
    mean: NDArray[np.float64], variance: NDArray[np.float64], told: NDArray[np.bool_], certain: float = 0.9
) -> PanelTies:
    """Signs from the posterior of log-odds of conflict over a norm.

    P = Phi(mean / sqrt(variance)); sign -1 where P ≥ certain, +1 where 1 - P ≥ certain; weight = |2P - 1|. Uncertain
    is not zero: much may have happened between the two, and pulled both ways.

    Args:
        mean, variance: (n_pairs, n_periods), of log-odds less those of the norm; a variance of 0 tells nothing.
        told: (n_pairs, n_periods), whether there is an act.
        certain: in [0.5, 1).

    Returns:
        The ties.

    Source:
        Own definition.
    """
    from scipy.special import ndtr

    spread: Any = np.sqrt(variance)
    probability: Any = np.full(mean.shape, 0.5)
    known = spread > 0
    probability[known] = ndtr(mean[known] / spread[known])
    weight: Any = np.round(np.abs(2 * probability - 1), DECIMALS)
    sign = np.where(probability > 0.5, -1, 1).astype(np.int8)
    has_sign = told & (np.maximum(probability, 1 - probability) >= certain) & (weight > 0)
    return PanelTies(
        probability=np.where(told, probability, np.nan),
        sign=np.where(has_sign, sign, 0).astype(np.int8),
        weight=np.where(told, weight, np.nan),
        uncertain=told & ~has_sign,
    )
