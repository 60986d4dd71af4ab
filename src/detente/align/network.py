"""Ties and camps as a networkx graph, and as a table with the frustrated ties marked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pyarrow as pa

from detente.align.camps_record import Camps

if TYPE_CHECKING:
    import networkx as nx


def signed_network(ties: pa.Table, camps: Camps, names: Mapping[str, str]) -> nx.Graph:
    """Undirected graph of all ties, even ones and excluded codes included.

    Args:
        ties: (n_ties, ≥ 5), columns a, b, sign, weight, n of TIES.
        camps: the split of these ties.
        names: code -> name to show; a code without one shows itself.

    Returns:
        Nodes are codes in sorted order, with `code`, `name` and `camp` (as in `Camps.camp_of`, "" without one);
        edges have `sign` (-1, 0, +1), `weight` in [-1, 1], `n` and `frustrated`.
    """
    import networkx as nx

    rows = ties.select(["a", "b", "sign", "weight", "n"]).to_pylist()
    against = {(tie.a, tie.b) for tie in camps.frustrated}
    camp_of = camps.camp_of
    graph = nx.Graph()
    for code in sorted({row[end] for row in rows for end in ("a", "b")}):
        graph.add_node(code, code=code, name=names.get(code, code), camp=camp_of.get(code, ""))
    for row in rows:
        graph.add_edge(
            row["a"],
            row["b"],
            sign=row["sign"],
            weight=row["weight"],
            n=row["n"],
            frustrated=(row["a"], row["b"]) in against,
        )
    return graph


def mark_frustrated(ties: pa.Table, camps: Camps) -> pa.Table:
    """The ties with their column `frustrated` filled: null for ties without a say (even, or of an excluded code).

    Args:
        ties: (n_ties, 11), columns of TIES.
        camps: the split of these ties.

    Returns:
        (n_ties, 11), same order.
    """
    against = {(tie.a, tie.b) for tie in camps.frustrated}
    excluded = set(camps.excluded)
    marks = [
        (row["a"], row["b"]) in against if row["sign"] and not excluded & {row["a"], row["b"]} else None
        for row in ties.select(["a", "b", "sign"]).to_pylist()
    ]
    position = ties.column_names.index("frustrated")
    return ties.set_column(position, "frustrated", pa.array(marks, pa.bool_()))
