"""Balance of the networks of a file, of a project, or of what a Python user holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from detente.errors import SchemaError, SettingsError

if TYPE_CHECKING:
    from detente.align.balance import Balance, BalanceOptions
    from detente.align.signed_graph import SignedGraph


def balance_of(ties: Any, options: BalanceOptions) -> Balance:
    """Balance of one network: a networkx graph, a table with columns a, b, sign[, weight], or rows of these.

    Raises:
        SchemaError: if it is none of those, or a tie is bad.
    """
    from detente.align.balance import measure_balance

    return measure_balance(graph_of(ties), options)


def balance_files(
    path: Path | None, project: Path | None, options: BalanceOptions, *, unweighted: bool
) -> Iterator[Balance]:
    """Balance of each frame of a file, or of the ties of a project, one after the other.

    Args:
        path: a file as for `load_signed`, or None.
        project: a project folder, or None; exactly one of the two.
        options: what to work out.
        unweighted: whether every tie counts 1, whatever its weight.

    Raises:
        SettingsError: if both or neither are given.
        ReadError: if the file cannot be read.
        ProjectError: if there is no finished project.
    """
    from detente.align.balance import measure_balance
    from detente.align.signed_graph import signed_graph
    from detente.exchange.load_signed import load_signed

    if (path is None) == (project is None):
        raise SettingsError("Balance needs one network: give a FILE, or a project folder with --project, not both.")
    if path is None:
        folder = Path(project or ".")
        graphs = [(_project_graph(folder), folder.resolve().name)]
    else:
        graphs = [(signed_graph(frame.ties, frame.nodes), frame.name) for frame in load_signed(path)]
    return (measure_balance(_counted(graph, unweighted), options, name) for graph, name in graphs)


def graph_of(ties: Any) -> SignedGraph:
    """Arrays of what a Python user gives; forms and errors as for `balance_of`."""
    import networkx as nx

    from detente.align.signed_graph import from_networkx, signed_graph

    if isinstance(ties, nx.Graph):
        return from_networkx(ties)
    if hasattr(ties, "columns") or hasattr(ties, "column_names"):
        return signed_graph(*_table_rows(ties))
    if isinstance(ties, str) or not isinstance(ties, Iterable):
        raise SchemaError(
            f"Ties of type {type(ties).__name__} cannot be used; give a networkx graph, a table with the columns a, b, "
            "sign, or rows of (a, b, sign) or (a, b, sign, weight)."
        )
    rows = [tuple(row) for row in ties]
    bad = next((row for row in rows if len(row) not in (3, 4)), None)
    if bad is not None:
        raise SchemaError(f"Tie {bad!r} has {len(bad)} fields; give (a, b, sign) or (a, b, sign, weight).")
    return signed_graph((a, b, sign, abs(more[0]) if more else 1.0) for a, b, sign, *more in rows)


def _table_rows(table: Any) -> tuple[list[tuple[Any, Any, int, float]], list[Any]]:
    """Ties with a sign, and all nodes, of any table that narwhals reads."""
    import narwhals as nw

    frame = nw.from_native(table, eager_only=True)
    missing = [name for name in ("a", "b", "sign") if name not in frame.columns]
    if missing:
        raise SchemaError(f"Ties lack the columns {', '.join(missing)}; give a, b, sign and, if wanted, weight.")
    weights = frame["weight"].to_list() if "weight" in frame.columns else [1.0] * len(frame)
    rows = list(zip(*(frame[name].to_list() for name in ("a", "b", "sign")), weights, strict=True))
    nodes = [end for a, b, _, _ in rows for end in (a, b)]
    return [(a, b, sign, abs(weight)) for a, b, sign, weight in rows if sign], nodes


def _project_graph(project: Path) -> SignedGraph:
    """Ties of a project as its camps have them: codes that lump different bodies left out."""
    from detente.align.camps import lumps
    from detente.align.signed_graph import signed_graph
    from detente.store.project import ProjectStore

    ties = ProjectStore.open(project).table("ties").select(["a", "b", "sign", "weight"]).to_pylist()
    rows = [row for row in ties if row["sign"] and not lumps(row["a"]) and not lumps(row["b"])]
    return signed_graph((row["a"], row["b"], row["sign"], abs(row["weight"])) for row in rows)


def _counted(graph: SignedGraph, unweighted: bool) -> SignedGraph:
    from dataclasses import replace

    import numpy as np

    return replace(graph, weights=np.ones(graph.n_edges)) if unweighted else graph
