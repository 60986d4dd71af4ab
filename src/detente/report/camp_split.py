"""What the page needs to know of a two-camp split, whoever computed it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol


class AgainstTie(Protocol):
    """A tie that runs against the split; `share` is its part of all such weight, in (0, 1]."""

    @property
    def a(self) -> str:
        """Code of one end; a < b."""
        ...

    @property
    def b(self) -> str:
        """Code of the other end."""
        ...

    @property
    def sign(self) -> int:
        """-1 inside a camp, +1 between the camps."""
        ...

    @property
    def share(self) -> float:
        """Part of all weight against the split, in (0, 1]."""
        ...


class CampPart(Protocol):
    """One connected part of the network with its two sides; `members_b` may be empty."""

    @property
    def members_a(self) -> Sequence[str]:
        """Codes of one side."""
        ...

    @property
    def members_b(self) -> Sequence[str]:
        """Codes of the other side."""
        ...

    @property
    def n_negative_between(self) -> int:
        """Hostile ties between the two sides."""
        ...


class CampSplit(Protocol):
    """A two-camp split of states and how firm it is; weights are those of the ties, in [0, 1] each."""

    @property
    def members_a(self) -> Sequence[str]:
        """Codes of one side of the largest part."""
        ...

    @property
    def members_b(self) -> Sequence[str]:
        """Codes of the other side."""
        ...

    @property
    def n_frustrated(self) -> int:
        """Ties against the split."""
        ...

    @property
    def n_ties(self) -> int:
        """Ties with a sign."""
        ...

    @property
    def n_negative(self) -> int:
        """Hostile ties."""
        ...

    @property
    def n_negative_between(self) -> int:
        """Hostile ties between the two sides of the largest part."""
        ...

    @property
    def gap(self) -> float:
        """Distance from the proven bound, in weight; 0.0: proven best."""
        ...

    @property
    def unique(self) -> bool | None:
        """Whether no other split is as good; None when not known."""
        ...

    @property
    def margin(self) -> float | None:
        """Weight by which the next best split is worse; None without ties."""
        ...

    @property
    def divided(self) -> bool:
        """Whether hostile ties run between the sides."""
        ...

    @property
    def second_best_moves(self) -> Sequence[str]:
        """Codes that change sides in the next best split."""
        ...

    @property
    def frustrated(self) -> Sequence[AgainstTie]:
        """Ties against the split, the largest share first."""
        ...

    @property
    def components(self) -> Sequence[CampPart]:
        """Connected parts, the largest first."""
        ...

    @property
    def unplaced(self) -> Sequence[str]:
        """Codes in no camp."""
        ...

    @property
    def excluded(self) -> Sequence[str]:
        """Codes left out because they lump different bodies."""
        ...

    @property
    def camp_of(self) -> Mapping[str, str]:
        """Code -> `A`, `B`, `A2` …"""
        ...
