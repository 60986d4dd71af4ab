"""Propensities from a user's file: a square matrix with labels, or a list of pairs."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from detente.errors import ReadError
from detente.exchange.labelled_rows import LabelledRows, read_rows
from detente.schema.propensities import Propensities
from detente.schema.scale import Scale

A_COLUMNS, B_COLUMNS = ("a", "actor_a", "state_a"), ("b", "actor_b", "state_b")
VALUE_COLUMNS = ("propensity", "weight", "sign")


def read_propensities(path: Path, scale: Scale | None = None) -> Propensities:
    """Propensities of all pairs, sizes all 1.

    A matrix has the labels in its first line and in its first column, in any order; one half of it will do, and its
    diagonal is not read. A list has the columns `a`, `b` and one of `propensity`, `weight` and `sign`, the first that
    is there. A pair without a value has propensity 0, and a note says how many there are.

    Args:
        path: CSV with a header.
        scale: levels of the values, whose middle is propensity 0; None: values are propensities.

    Returns:
        Actors in the order of the header, or of their first row; bounds of the scale.

    Raises:
        ReadError: if labels do not fit, a pair has two values, or a value is no number or not on the scale.
    """
    table = read_rows(path)
    a, b, value = table.column(A_COLUMNS), table.column(B_COLUMNS), table.column(VALUE_COLUMNS)
    listed = None if a is None or b is None or value is None else _listed(table, a, b, value)
    actors, cells = listed or _squared(table)
    matrix = _joined(table, actors, cells, scale)
    blank = len(actors) * (len(actors) - 1) // 2 - len({frozenset(pair) for pair in cells})
    notes = []
    if blank and not listed:
        notes.append(f"{blank} pairs have no value in {path.name} and count as propensity 0.")
    if scale is None and not (matrix < 0).any():
        notes.append(
            "No propensity is negative, so all in one camp is the best configuration; if the values are levels of a "
            "scale such as 1 to 5 with a neutral middle, say --scale 1-5."
        )
    if scale is not None:
        notes.append(f"Propensity = value - {scale.middle:g} (scale {scale.low:g} to {scale.high:g}).")
    bounds = None if scale is None else scale.bounds
    return Propensities(tuple(actors), matrix, np.ones(len(actors)), bounds, tuple(notes))


Cells = dict[tuple[str, str], tuple[int, str]]  # pair in the order written -> line, text


def _listed(table: LabelledRows, a: int, b: int, value: int) -> tuple[list[str], Cells]:
    cells: Cells = {}
    actors: dict[str, None] = {}
    for line, row in table.rows:
        pair = (row[a], row[b])
        if not all(pair):
            raise ReadError(table.source, f"line {line} lacks an actor", "Fill in both, or take the line out")
        if pair[0] == pair[1]:
            raise ReadError(table.source, f"line {line} pairs {pair[0]} with itself", "Take the line out")
        if pair in cells:
            raise ReadError(
                table.source, f"line {line} gives {pair[0]} and {pair[1]} again (line {cells[pair][0]})",
                "Keep one of the two; of several periods, give one",
            )  # fmt: skip
        actors |= dict.fromkeys(pair)
        if row[value]:
            cells[pair] = (line, row[value])
    return list(actors), cells


def _squared(table: LabelledRows) -> tuple[list[str], Cells]:
    actors = list(table.header[1:])
    labels = [row[0] for _, row in table.rows]
    if sorted(actors) != sorted(labels) or "" in actors or len(set(actors)) < len(actors):
        odd = sorted({*actors, *labels} - ({*actors} & {*labels})) or ["a label that is blank or comes twice"]
        raise ReadError(
            table.source,
            f"neither a square matrix (first line and first column differ: {', '.join(odd[:5])}) nor a list of pairs",
            "Give every actor a column and a row of the same label, or the columns a, b, propensity",
        )
    cells: Cells = {}
    for line, row in table.rows:
        for actor, text in zip(actors, row[1:], strict=True):
            if text and actor != row[0]:
                cells[row[0], actor] = (line, text)
    return actors, cells


def _joined(table: LabelledRows, actors: list[str], cells: Cells, scale: Scale | None) -> np.ndarray:
    index = {actor: i for i, actor in enumerate(actors)}
    matrix = np.zeros((len(actors), len(actors)))
    for (a, b), (line, text) in cells.items():
        value = table.number(line, text)
        if scale is not None and value not in scale:
            raise ReadError(
                table.source, f"{text} of {a} and {b} in line {line} is not on the scale {scale.low:g} to {scale.high:g}",
                "Correct the value or the scale",
            )  # fmt: skip
        back = cells.get((b, a))
        if back is not None and table.number(*back) != value:
            raise ReadError(
                table.source, f"{a} and {b} have {text} in line {line} and {back[1]} in line {back[0]}",
                "A propensity has no direction: give both the same value, such as their mean",
            )  # fmt: skip
        i, j = index[a], index[b]
        matrix[i, j] = matrix[j, i] = value - (scale.middle if scale else 0.0)
    return matrix
