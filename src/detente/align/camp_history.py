"""Camps period by period: who stood with whom, how firmly, who moved and when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class CampFrame:
    """The camps of one period.

    Attributes:
        frame: name of the period: 2012, 2012-Q3, 2012-07.
        empty: whether there are fewer than 3 signed ties, so that nobody is placed.
        camp_a, camp_b: members in the order of the actors; `camp_b` may be empty. Labels are carried from period to
            period: most members keep theirs.
        unplaced: actors without a tie to the largest connected part.
        n_ties, n_negative: ties with a sign.
        L: summed weight of ties against the best split; F: 1 - 2 L / summed weight, NaN without ties.
        optimal: whether L is proven.
        unique: whether no other split is as good; None: not known.
        stability: placed actor -> share of the draws that have it on its side, in [0, 1]; empty without draws.
    """

    frame: str
    empty: bool
    camp_a: tuple[str, ...]
    camp_b: tuple[str, ...]
    unplaced: tuple[str, ...]
    n_ties: int
    n_negative: int
    L: float
    F: float
    optimal: bool
    unique: bool | None
    stability: Mapping[str, float]

    @property
    def camp_of(self) -> dict[str, str]:
        """Placed actor -> `A` or `B`."""
        return {**dict.fromkeys(self.camp_a, "A"), **dict.fromkeys(self.camp_b, "B")}

    def least_sure(self, n: int = 3) -> list[tuple[str, float]]:
        """The members whose side is least sure, with their stability, the least sure first."""
        return sorted(self.stability.items(), key=lambda one: (one[1], one[0]))[:n]


@dataclass(frozen=True, slots=True)
class CampMove:
    """An actor that stands on the other side than where it was last placed.

    Attributes:
        actor: code.
        before, after: the last period in which it was placed, and the one in which it stands on the other side.
        from_camp, to_camp: `A` or `B`.
        probability: share of the draws that show the move: the one side before and the other after; NaN without draws.
    """

    actor: str
    before: str
    after: str
    from_camp: str
    to_camp: str
    probability: float


@dataclass(frozen=True, slots=True, eq=False)
class CampHistory:
    """Camps over time.

    Attributes:
        actors: (n_actors,) codes, those with most acts first.
        frames: one a period, consecutive.
        moves: by period, then in the order of the actors.
        together: (n_frames, n_actors, n_actors), share of the draws with both placed that have the two on one side;
            NaN without any.
        n_draws: of the bootstrap.
    """

    actors: tuple[str, ...]
    frames: tuple[CampFrame, ...]
    moves: tuple[CampMove, ...]
    together: NDArray[np.float64]
    n_draws: int

    def moves_in(self, frame: str) -> list[CampMove]:
        """Who moved in a period."""
        return [move for move in self.moves if move.after == frame]
