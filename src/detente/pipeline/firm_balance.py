"""Balance of a project's network for the report: what is cheap always, what is not for small networks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pyarrow as pa

from detente.report.firm_facts import BalanceFacts

if TYPE_CHECKING:
    from detente.align.camps_record import Camps
    from detente.align.signed_graph import SignedGraph

LARGEST_ACTORS, LARGEST_TIES = 16, 50  # up to which chance networks and more camps take under a second
N_NULLS, SEED, MOST_CAMPS = 200, 0, 5


def firm_balance(ties: pa.Table, camps: Camps) -> BalanceFacts:
    """Frustration, walk balance, balance by chance and weak balance of the ties between states.

    Args:
        ties: columns of TIES.
        camps: their split, of at least one tie.
    """
    import numpy as np

    from detente.align.camps import lumps
    from detente.align.exact_split import exact_split
    from detente.align.null_balance import shuffle_signs
    from detente.align.signed_graph import signed_graph
    from detente.align.walk_balance import walk_balance
    from detente.align.weak_balance import weak_balance

    rows = [row for row in ties.to_pylist() if row["sign"] and not lumps(row["a"]) and not lumps(row["b"])]
    graph = signed_graph((row["a"], row["b"], row["sign"], abs(row["weight"])) for row in rows)
    facts = BalanceFacts(
        n_actors=graph.n_nodes,
        n_ties=graph.n_edges,
        n_negative=camps.n_negative,
        n_frustrated=camps.n_frustrated,
        frustration=camps.frustration,
        total=float(graph.weights.sum()),
        negative=float(graph.weights[graph.signs < 0].sum()),
        kappa=walk_balance(graph).kappa,
        omitted=_omitted(graph),
    )
    if facts.omitted:
        return facts
    rng = np.random.default_rng(SEED)
    drawn = np.array([1 - 2 * _least_frustration(shuffle_signs(graph, rng)) / facts.total for _ in range(N_NULLS)])
    observed = 1 - 2 * camps.frustration / facts.total
    spread = float(drawn.std(ddof=1))
    weak = min(weak_balance(graph, MOST_CAMPS, exact_split(graph)), key=lambda one: (round(one.frustration, 9), one.k))
    return replace(
        facts,
        null_mean=float(drawn.mean()),
        null_z=(observed - float(drawn.mean())) / spread if spread > 1e-12 else float("nan"),
        null_p=(1 + int((drawn >= observed - 1e-9).sum())) / (1 + N_NULLS),
        n_nulls=N_NULLS,
        weak=(weak.k, weak.frustration),
    )


def _least_frustration(graph: SignedGraph) -> float:
    """Frustration of the best split: an energy of the landscape, halved, and the hostile weight."""
    from detente.align.energies import energies

    return float(energies(graph.matrix(weighted=True)).min() / 2 + graph.weights[graph.signs < 0].sum())


def _omitted(graph: SignedGraph) -> str:
    if graph.n_nodes <= LARGEST_ACTORS and graph.n_edges <= LARGEST_TIES:
        return ""
    return (
        f"with {graph.n_nodes} actors and {graph.n_edges:,} ties the network is too large to ask for it in a report; "
        "detente balance --project PROJECT --full --nulls 100 does"
    )
