"""How balanced a signed graph is: the frustration index, proven, and the cheaper measures beside it."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import numpy as np

from detente.align.exact_split import ExactSplit, exact_split, require_solver
from detente.align.frustration import TIME_LIMIT_S
from detente.align.null_balance import NullBalance, null_balance
from detente.align.optimal_splits import OptimalSplits, is_unique, optimal_splits
from detente.align.second_best import second_best
from detente.align.signed_graph import SignedGraph
from detente.align.triads import Triads, count_triads
from detente.align.walk_balance import walk_balance
from detente.align.weak_balance import WeakBalance, weak_balance
from detente.errors import SettingsError

COLUMNS = ("frame", "n", "m", "m_negative", "L", "F", "optimal", "unique", "seconds")


@dataclass(frozen=True, slots=True)
class BalanceOptions:
    """What to work out, and how.

    Attributes:
        solver: `highs` or `rc2`.
        time_limit_s: seconds for each exact optimisation, > 0.
        n_nulls: graphs drawn from each null model; 0: no null models.
        seed: of all that is random.
        details: also the edges that all best splits agree on, the second best, and weak balance.
        max_camps: with `details`, camps up to which weak balance is asked for, ≥ 2.
    """

    solver: str = "highs"
    time_limit_s: float = TIME_LIMIT_S
    n_nulls: int = 0
    seed: int = 0
    details: bool = False
    max_camps: int = 5

    def __post_init__(self) -> None:
        """Raises SettingsError for what cannot be."""
        require_solver(self.solver, self.time_limit_s)
        if self.n_nulls < 0 or self.max_camps < 2:
            raise SettingsError(
                f"Null graphs {self.n_nulls} and camps {self.max_camps} must be at least 0 and 2; give more."
            )


@dataclass(frozen=True, slots=True)
class BalanceDetails:
    """What a closer look gives.

    Attributes:
        edge_status: (a, b) -> `never`, `sometimes`, `always` or `unknown`: how often best splits frustrate the tie.
        n_optimal: number of best splits; None where it was not cheap to count.
        splits: best splits, up to 64, each the names on the side of the lesser number.
        second_best: frustration of the best split that is not that given, in weight; NaN where not known or without ties.
        weak: weak balance for 2, 3 … camps at most, up to where more camps no longer help.
    """

    edge_status: Mapping[tuple[Any, Any], str]
    n_optimal: int | None
    splits: tuple[tuple[Any, ...], ...]
    second_best: float
    weak: tuple[WeakBalance, ...]


@dataclass(frozen=True, slots=True)
class Balance:
    """Balance of one signed graph.

    Attributes:
        frame: its name (a year, a period); "" for none.
        n, m, m_negative: nodes; ties; negative ties.
        L: frustration index, the summed weight (without weights: the number) of ties that the best split leaves
            against it.
        F: 1 - 2 L / summed weight of all ties; 1: balanced, 0: as frustrated as a graph can be; NaN without ties.
        optimal: whether L is proven.
        unique: whether no other split is as good; None: not known.
        seconds: wall time of L, its proof and the question whether it is unique.
        bound: proven lower bound of L.
        heuristic: what local search alone found; NaN with `rc2`.
        share_of_negative: L / summed weight of negative ties: 1 where calling all friends does no worse; NaN without.
        sides: name -> +1 or -1; the first name of each component is on +1.
        frustrated: ties against the split, (a, b), sorted.
        triads: closed triads by kind.
        kappa: walk balance, in (0, 1].
        kappa_local: name -> walk balance of the walks through it.
        details: what a closer look gives, where asked for and L is proven, else None.
        nulls: comparison with each null model; () where not asked for.
    """

    frame: str
    n: int
    m: int
    m_negative: int
    L: float
    F: float
    optimal: bool
    unique: bool | None
    seconds: float
    bound: float
    heuristic: float
    share_of_negative: float
    sides: Mapping[Any, int] = field(repr=False)
    frustrated: tuple[tuple[Any, Any], ...] = field(repr=False)
    triads: Triads
    kappa: float
    kappa_local: Mapping[Any, float] = field(repr=False)
    details: BalanceDetails | None = None
    nulls: tuple[NullBalance, ...] = ()

    @property
    def gap(self) -> float:
        """L - bound, in weight; 0.0 when optimal."""
        return self.L - self.bound


def measure_balance(graph: SignedGraph, options: BalanceOptions | None = None, frame: str = "") -> Balance:
    """Every measure of balance of one graph.

    F = 1 - 2 L / W, W the summed weight of all ties, L that of the ties against the best split (`exact_split`).

    Args:
        graph: nodes and ties.
        options: what to work out; None: the defaults.
        frame: name to carry.

    Raises:
        SettingsError: if an option is bad.

    Source:
        Aref and Wilson (2018), Journal of Complex Networks 6(2), for F; see the parts for theirs.
    """
    chosen = options or BalanceOptions()
    started = time.perf_counter()
    best = exact_split(graph, chosen.solver, chosen.time_limit_s, chosen.seed)
    unique = is_unique(graph, best, chosen.time_limit_s, chosen.seed) if best.optimal else None
    seconds = time.perf_counter() - started
    i, j = graph.pairs.T
    against = graph.signs * best.sides[i] * best.sides[j] < 0
    negative = float(graph.weights[graph.signs < 0].sum())
    walks = walk_balance(graph)
    kinds = count_triads(graph)
    return Balance(
        frame=frame,
        n=graph.n_nodes,
        m=graph.n_edges,
        m_negative=int((graph.signs < 0).sum()),
        L=best.frustration,
        F=normalised(best.frustration, graph),
        optimal=best.optimal,
        unique=unique,
        seconds=seconds,
        bound=best.bound,
        heuristic=best.heuristic,
        share_of_negative=best.frustration / negative if negative else float("nan"),
        sides=MappingProxyType(dict(zip(graph.names, best.sides.tolist(), strict=True))),
        frustrated=_named(graph, against.nonzero()[0].tolist()),
        triads=kinds,
        kappa=walks.kappa,
        kappa_local=MappingProxyType(dict(zip(graph.names, walks.local.tolist(), strict=True))),
        details=_details(graph, best, chosen) if chosen.details and best.optimal else None,
        nulls=null_balance(
            graph, best.frustration, kinds, walks.kappa, chosen.n_nulls, chosen.seed, chosen.time_limit_s
        )
        if chosen.n_nulls
        else (),
    )


def normalised(frustration: float, graph: SignedGraph) -> float:
    """F = 1 - 2 L / summed weight of all ties; NaN without ties."""
    total = float(graph.weights.sum())
    return 1 - 2 * frustration / total if total else float("nan")


def _details(graph: SignedGraph, best: ExactSplit, options: BalanceOptions) -> BalanceDetails:
    found = optimal_splits(graph, best, options.time_limit_s, options.seed)
    return BalanceDetails(
        edge_status=MappingProxyType(dict(zip(_named(graph, range(graph.n_edges)), found.edges, strict=True))),
        n_optimal=found.n_optimal,
        splits=tuple(_lesser_side(graph, found, number) for number in range(len(found.splits))),
        second_best=second_best(graph, best, found.unique, options.time_limit_s),
        weak=weak_balance(graph, max(2, options.max_camps), best, options.time_limit_s, options.seed),
    )


def _named(graph: SignedGraph, edges: Any) -> tuple[tuple[Any, Any], ...]:
    return tuple((graph.names[i], graph.names[j]) for i, j in graph.pairs[np.array(list(edges), dtype=int)].tolist())


def _lesser_side(graph: SignedGraph, found: OptimalSplits, number: int) -> tuple[Any, ...]:
    sides = found.splits[number]
    side = 1 if 2 * int((sides > 0).sum()) < len(sides) else -1
    return tuple(name for name, at in zip(graph.names, sides.tolist(), strict=True) if at == side)
