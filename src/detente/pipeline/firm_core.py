"""The actors and ties among which the first camp's firmness is asked: its part of the network, or the core of that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pyarrow as pa

if TYPE_CHECKING:
    from detente.align.camps_record import Camps
    from detente.schema.propensities import Propensities

LARGEST = 16  # actors: each of some hundred draws is enumerated, 2^15 configurations


@dataclass(frozen=True, slots=True, eq=False)
class FirmCore:
    """Actors, ties and the camp in question.

    Attributes:
        given: weights of the ties as propensities, all sizes 1.
        rows: (a, b), a < b -> row of TIES, of the ties among the actors.
        letter, camp: `A` or `B`; codes of the members among the actors, the most told first.
        pair: (a, b) of the camp's most told friendly tie; () without one.
        left_out: actors of the part that are not among these.
    """

    given: Propensities
    rows: Mapping[tuple[str, str], Mapping[str, Any]]
    letter: str
    camp: tuple[str, ...]
    pair: tuple[str, str] | tuple[()]
    left_out: int


def firm_core(ties: pa.Table, camps: Camps) -> FirmCore | None:
    """The first camp of the largest part with its surroundings, or None where the page shows no camp.

    Beyond LARGEST actors, the best-told one and then always the best-told one that a tie joins to those already in.

    Args:
        ties: columns of TIES.
        camps: their split.
    """
    import numpy as np

    from detente.report.reading import make_reading
    from detente.report.standing import parts_of, told_of
    from detente.schema.propensities import Propensities

    reading = make_reading({"ties": ties}, camps)
    part = parts_of(reading)[0]
    if not part.opposed or not (part.left.held or part.right.held):
        return None
    letter, camp = ("A", part.left.held) if part.left.held else ("B", part.right.held)
    members = {*camps.members_a, *camps.members_b}
    rows = {
        (row["a"], row["b"]): row
        for row in reading.tables["ties"]
        if row["sign"] and row["a"] in members and row["b"] in members
    }
    actors = sorted(_core(rows, told_of(reading)))
    rows = {pair: row for pair, row in rows.items() if {*pair} <= {*actors}}
    index = {actor: i for i, actor in enumerate(actors)}
    matrix = np.zeros((len(actors), len(actors)))
    for (a, b), row in rows.items():
        matrix[index[a], index[b]] = matrix[index[b], index[a]] = row["weight"]
    inside = tuple(code for code in camp if code in index)
    friendly = [row for pair, row in rows.items() if {*pair} <= {*inside} and row["sign"] > 0]
    best = min(friendly, key=lambda row: (-row["n"], -row["weight"], row["a"], row["b"]), default=None)
    return FirmCore(
        Propensities(tuple(actors), matrix, np.ones(len(actors)), (-1.0, 1.0)),
        rows,
        letter,
        inside,
        (best["a"], best["b"]) if best else (),
        len(members) - len(actors),
    )


def _core(rows: Mapping[tuple[str, str], Any], told: Mapping[str, int]) -> set[str]:
    near: dict[str, set[str]] = {}
    for a, b in rows:
        near.setdefault(a, set()).add(b)
        near.setdefault(b, set()).add(a)
    core: set[str] = set()
    reach = set(near)
    while reach and len(core) < LARGEST:
        core.add(min(reach, key=lambda code: (-told[code], code)))
        reach = {other for code in core for other in near[code]} - core
    return core
