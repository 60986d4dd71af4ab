"""What a two-camp split says: the sides, what speaks against them, and how firm they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class FrustratedTie:
    """A tie against the split; `share` is its part of all frustrated weight, in (0, 1]."""

    a: str
    b: str
    sign: int
    weight: float
    n: int
    share: float


@dataclass(frozen=True, slots=True)
class Component:
    """One connected part of the network; nothing relates its two sides to those of another part.

    Attributes:
        members_a, members_b: codes, sorted; `members_a` is the larger side, of equal ones that of the first code.
        frustration: summed |weight| of its frustrated ties.
        second_best: that of its next best split.
        second_best_moves: codes that change sides in it, the fewer of the two ways to say it.
        n_ties, n_negative, n_negative_between: ties; negative ones; negative ones between the sides.
        gap: distance of `frustration` from its proven bound, in weight; 0.0: proven.
        unique: whether no other split is as good; None when the solver's time ended before that was known.
    """

    members_a: tuple[str, ...]
    members_b: tuple[str, ...]
    frustration: float
    second_best: float
    second_best_moves: tuple[str, ...]
    n_ties: int
    n_negative: int
    n_negative_between: int
    gap: float
    unique: bool | None


@dataclass(frozen=True, slots=True)
class Camps:
    """A two-camp split of states and how firm it is.

    Attributes:
        members_a, members_b: codes of the two sides of the largest component, sorted.
        frustration: summed |weight| of frustrated ties, all components.
        n_frustrated, n_ties, n_negative: frustrated, signed and negative ties, all components.
        n_negative_between: negative ties between `members_a` and `members_b`.
        gap: summed gaps of the components, in weight; 0.0: proven minimal.
        unique: whether no other split of any component is as good; None when not known.
        second_best: frustration of the next best split, None without ties.
        second_best_moves: codes that change sides in it.
        frustrated: frustrated ties, the largest share first.
        components: all connected parts, the largest first; how the sides of two parts relate is unknown.
        unplaced: codes without a tie that has a say: all even, or to excluded codes.
        excluded: codes left out because they lump different bodies (IGO, NGO …).
    """

    members_a: tuple[str, ...]
    members_b: tuple[str, ...]
    frustration: float
    n_frustrated: int
    n_ties: int
    n_negative: int
    n_negative_between: int
    gap: float
    unique: bool | None
    second_best: float | None
    second_best_moves: tuple[str, ...]
    frustrated: tuple[FrustratedTie, ...]
    components: tuple[Component, ...]
    unplaced: tuple[str, ...]
    excluded: tuple[str, ...]

    @property
    def most_frustrated(self) -> FrustratedTie | None:
        """The tie that speaks most against the split, or None."""
        return self.frustrated[0] if self.frustrated else None

    @property
    def divided(self) -> bool:
        """Whether the two camps oppose each other: at least one negative tie runs between them."""
        return self.n_negative_between > 0

    @property
    def margin(self) -> float | None:
        """second_best - frustration: by how much weights must change, in all, to flip the split; None without ties."""
        return None if self.second_best is None else self.second_best - self.frustration

    @property
    def camp_of(self) -> Mapping[str, str]:
        """Code -> camp: `A` or `B` in the largest component, `A2`, `B2`, `A3` … in the others, unrelated to A and B."""
        return MappingProxyType(
            {
                code: f"{side}{number if number > 1 else ''}"
                for number, part in enumerate(self.components, start=1)
                for side, members in (("A", part.members_a), ("B", part.members_b))
                for code in members
            }
        )
