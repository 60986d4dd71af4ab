"""Sizes of actors from a user's file."""

from __future__ import annotations

from pathlib import Path

from detente.errors import ReadError
from detente.exchange.labelled_rows import read_rows

ACTOR_COLUMNS = ("actor", "state", "code", "stateabb", "name", "country")
SIZE_COLUMNS = ("size", "strength", "capability", "cinc", "power", "weight")


def read_sizes(path: Path) -> dict[str, float]:
    """Size by actor, in the order of the file.

    Args:
        path: CSV with a header; the actor stands in the first of ACTOR_COLUMNS that is there, the size in the first of
            SIZE_COLUMNS. A table of two columns needs no such names.

    Raises:
        ReadError: if there are no such columns, an actor comes twice, or a size is no number or negative.
    """
    table = read_rows(path)
    actor, size = table.column(ACTOR_COLUMNS), table.column(SIZE_COLUMNS)
    if len(table.header) == 2:
        actor, size = (0 if actor is None else actor), (1 if size is None else size)
    if actor is None or size is None or actor == size:
        raise ReadError(
            table.source, f"the columns {', '.join(table.header)} name no actors and sizes",
            f"Call them {ACTOR_COLUMNS[0]} and {SIZE_COLUMNS[0]}",
        )  # fmt: skip
    sizes: dict[str, float] = {}
    for line, row in table.rows:
        if row[actor] in sizes:
            raise ReadError(table.source, f"line {line} gives {row[actor]} again", "Keep one size for each actor")
        value = table.number(line, row[size])
        if value < 0:
            raise ReadError(table.source, f"size {row[size]} in line {line} is negative", "Give sizes of at least 0")
        sizes[row[actor]] = value
    return sizes
