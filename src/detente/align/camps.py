"""The two camps of a signed network: the split that leaves the least weight of ties against it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa

from detente.align.camps_record import Camps, Component, FrustratedTie
from detente.align.frustration import TIME_LIMIT_S, Split, frustrated, minimum_frustration
from detente.errors import SchemaError
from detente.schema.codebook import codebook
from detente.schema.ties import TIES

STATE_LIKE = ("EUR",)  # a non-state code that stands for one actor; the others lump many bodies
TOLERANCE = 1e-6  # weights carry six decimals: a smaller difference of frustration is none


def split_camps(ties: pa.Table, time_limit_s: float = TIME_LIMIT_S) -> Camps:
    """Two camps that leave the least summed |weight| of ties frustrated: friends apart or foes together.

    Exact, each connected component by itself. A best split always exists, also of a network without opposition:
    read it with `divided`, `margin`, `unique` and the number of negative ties. The second-best split is the best
    one that differs from the optimum in the placing of at least one actor. Even ties (sign 0) have no say;
    neither have codes that lump different bodies (IGO, UNO, NGO, ISM, IMG, MNC), which are left out.

    Args:
        ties: (n_ties, ≥ 5), columns a, b, sign, weight, n of TIES.
        time_limit_s: seconds for one solver call; past it the best split found is given with its gap.

    Returns:
        The split; empty camps when no tie has a sign.

    Raises:
        SchemaError: if a column is missing, a tie occurs twice, or a signed tie has weight 0.
        SolverError: if the solver found no split of a component within the time.

    Source:
        Cartwright and Harary (1956), Psychological Review 63(5); Aref, Mason and Wilson (2020), Networks 75(1).
    """
    rows = _checked_rows(ties)
    codes = {row[end] for row in rows for end in ("a", "b")}
    excluded = {code for code in codes if lumps(code)}
    signed = [row for row in rows if row["sign"] and not excluded & {row["a"], row["b"]}]
    parts = sorted((_solve(part, time_limit_s) for part in _connected(signed)), key=_by_size)
    components = tuple(component for component, _ in parts)
    against = sorted(
        (row for _, found in parts for row in found), key=lambda row: (-abs(row["weight"]), row["a"], row["b"])
    )
    total = sum(abs(row["weight"]) for row in against)
    nearest = min(components, key=lambda part: part.second_best - part.frustration, default=None)
    placed = {row[end] for row in signed for end in ("a", "b")}
    main = components[0] if components else None
    return Camps(
        members_a=main.members_a if main else (),
        members_b=main.members_b if main else (),
        frustration=total,
        n_frustrated=len(against),
        n_ties=len(signed),
        n_negative=sum(row["sign"] < 0 for row in signed),
        n_negative_between=main.n_negative_between if main else 0,
        gap=sum(part.gap for part in components),
        unique=_all_unique(components),
        second_best=None if nearest is None else total + nearest.second_best - nearest.frustration,
        second_best_moves=nearest.second_best_moves if nearest else (),
        frustrated=tuple(
            FrustratedTie(row["a"], row["b"], row["sign"], row["weight"], row["n"], abs(row["weight"]) / total)
            for row in against
        ),
        components=components,
        unplaced=tuple(sorted(codes - excluded - placed)),
        excluded=tuple(sorted(excluded)),
    )


def _checked_rows(ties: pa.Table) -> list[dict[str, Any]]:
    missing = [name for name in ("a", "b", "sign", "weight", "n") if name not in ties.column_names]
    if missing:
        raise SchemaError(f"Ties lack the columns {', '.join(missing)}; give a table of {', '.join(TIES.names)}.")
    rows = ties.select(["a", "b", "sign", "weight", "n"]).to_pylist()
    seen: set[tuple[str, str]] = set()
    for row in rows:
        pair = (row["a"], row["b"])
        if not pair[0] < pair[1] or pair in seen or (row["sign"] and not row["weight"]):
            raise SchemaError(
                f"Tie {pair[0]}–{pair[1]} breaks the table: give each pair once, a < b, signs with weights."
            )
        seen.add(pair)
    return rows


def lumps(code: str) -> bool:
    """Whether a code stands for many bodies at once (IGO, NGO …), so that its ties are no one's."""
    return code in codebook().nonstate_codes and code not in STATE_LIKE


def _connected(rows: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """The ties of each connected component."""
    import networkx as nx

    graph = nx.Graph([(row["a"], row["b"]) for row in rows])
    number = {code: i for i, codes in enumerate(nx.connected_components(graph)) for code in codes}
    parts: dict[int, list[dict[str, Any]]] = {}
    for row in rows:
        parts.setdefault(number[row["a"]], []).append(row)
    return list(parts.values())


def _solve(rows: list[dict[str, Any]], time_limit_s: float) -> tuple[Component, list[dict[str, Any]]]:
    """The split of one component, and its frustrated ties."""
    rows = sorted(rows, key=lambda row: (row["a"], row["b"]))
    codes = sorted({row[end] for row in rows for end in ("a", "b")})
    index = {code: i for i, code in enumerate(codes)}
    pairs = np.array([(index[row["a"]], index[row["b"]]) for row in rows], dtype=np.int64)
    signs = np.array([row["sign"] for row in rows], dtype=np.int8)
    weights = np.abs(np.array([row["weight"] for row in rows], dtype=np.float64))
    best = minimum_frustration(len(codes), pairs, signs, weights, None, time_limit_s)
    second = minimum_frustration(len(codes), pairs, signs, weights, best.sides, time_limit_s)
    moved = best.sides != second.sides
    fewer = moved if 2 * moved.sum() <= len(codes) else ~moved
    sides = best.sides if 2 * best.sides.sum() <= len(codes) else 1 - best.sides
    across = sides[pairs[:, 0]] != sides[pairs[:, 1]]
    component = Component(
        members_a=tuple(code for code, side in zip(codes, sides, strict=True) if side == 0),
        members_b=tuple(code for code, side in zip(codes, sides, strict=True) if side == 1),
        frustration=best.frustration,
        second_best=max(second.frustration, best.frustration),
        second_best_moves=tuple(code for code, moves in zip(codes, fewer, strict=True) if moves),
        n_ties=len(rows),
        n_negative=int((signs < 0).sum()),
        n_negative_between=int((across & (signs < 0)).sum()),
        gap=best.gap,
        unique=_is_unique(best, second),
    )
    against = frustrated(best.sides, pairs, signs)
    return component, [row for row, is_against in zip(rows, against, strict=True) if is_against]


def _is_unique(best: Split, second: Split) -> bool | None:
    if second.frustration <= best.frustration + TOLERANCE:
        return False
    if second.frustration - second.gap > best.frustration + TOLERANCE:
        return True
    return None


def _all_unique(components: tuple[Component, ...]) -> bool | None:
    found = [part.unique for part in components]
    return False if False in found else None if None in found else True


def _by_size(part: tuple[Component, Any]) -> tuple[int, int, str]:
    component = part[0]
    members = (*component.members_a, *component.members_b)
    return (-len(members), -component.n_ties, min(members))
