"""What the section on the camps' firmness is made of, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

Cost = tuple[str, str, float]  # a, b, weight set against the split


@dataclass(frozen=True, slots=True)
class PivotTie:
    """A tie and the weight at which the camp parts when it alone changes.

    Attributes:
        a, b: codes, a < b.
        value, breaks_at: weights in [-1, 1]; None: no weight parts it.
        n: acts and conditions behind it.
        leaves, moves: codes that part from the camp; all that change sides.
        possible: whether `breaks_at` is a weight that a tie can have.
    """

    a: str
    b: str
    value: float
    breaks_at: float | None
    n: int
    leaves: tuple[str, ...]
    moves: tuple[str, ...]
    possible: bool

    @property
    def sours(self) -> bool:
        """Whether it is a friendly tie that would have to cool."""
        return self.value > 0 and self.breaks_at is not None and self.breaks_at < self.value


@dataclass(frozen=True, slots=True)
class CampFacts:
    """What it takes to break a camp.

    Attributes:
        letter: of the camp; members: codes, the most told first.
        ties: the single ties that could, the smallest change first, impossible ones last.
        margin, leaves, costs: the cheapest breach: the tie weight it sets against the split, who leaves, which ties.
        rest: members that no single tie parts, where some can be parted; empty where all or none can.
        n_draws: other draws of the acts; 0: none were made.
        stands, rest_stands: share of them in which no better or equal split parts the camp, or `rest`.
        agrees: share in which the first sentence stays true.
        with_first: code -> share in which it stands on the side of the first member, of every other actor looked at.
    """

    letter: str
    members: tuple[str, ...]
    ties: tuple[PivotTie, ...]
    margin: float
    leaves: tuple[str, ...]
    costs: tuple[Cost, ...]
    rest: tuple[str, ...] = ()
    n_draws: int = 0
    stands: float = 0.0
    rest_stands: float = 0.0
    agrees: float = 0.0
    with_first: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class ThreatFacts:
    """What holds the best-told pair of the camp together.

    Attributes:
        a, b: codes; value, n: of their own tie.
        foes: codes to which both are hostile; total: summed |weight| of these ties; n_acts: acts behind them.
        needed: share of the threat at which the two part, 0.0: never; 1.0: as it is.
        own_without: weight at which their own tie would part them without the threat; None: none.
        margin, costs: the tie weight that parting them sets against the split, and of which ties.
        tie: the single tie that parts them soonest, or None.
        agrees: share of the draws in which the second sentence stays true.
        low, high: 5 and 95 per cent quantile of `needed` over the draws.
    """

    a: str
    b: str
    value: float
    n: int
    foes: tuple[str, ...]
    total: float
    n_acts: int
    needed: float
    own_without: float | None
    margin: float
    costs: tuple[Cost, ...]
    tie: PivotTie | None
    agrees: float = 0.0
    low: float = 0.0
    high: float = 0.0


@dataclass(frozen=True, slots=True)
class BalanceFacts:
    """Balance of the whole network; weights and numbers of ties apart.

    Attributes:
        n_actors, n_ties, n_negative, n_frustrated: counts.
        frustration, total, negative: summed weights: against the split; of all ties; of the hostile ones.
        kappa: walk balance, in (0, 1].
        null_mean, null_z, null_p, n_nulls: F with the signs dealt at random; NaN and 0 where not known.
        weak: (k, frustration) of the least number of camps that does best; (0, NaN) where not known.
        omitted: why the last two are not known, or "".
    """

    n_actors: int
    n_ties: int
    n_negative: int
    n_frustrated: int
    frustration: float
    total: float
    negative: float
    kappa: float
    null_mean: float = float("nan")
    null_z: float = float("nan")
    null_p: float = float("nan")
    n_nulls: int = 0
    weak: tuple[int, float] = (0, float("nan"))
    omitted: str = ""


@dataclass(frozen=True, slots=True)
class FirmFacts:
    """All of it; what could not be had is None.

    Attributes:
        camp, threat, balance: the parts.
        reason: why there is no `camp`, or "".
        left_out: actors of the camps' part of the network that were not looked at, the network being too large.
        looked_at: actors that were.
    """

    camp: CampFacts | None = None
    threat: ThreatFacts | None = None
    balance: BalanceFacts | None = None
    reason: str = ""
    left_out: int = 0
    looked_at: int = 0
