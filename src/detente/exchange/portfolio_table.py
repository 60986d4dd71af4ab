"""Portfolios from a user's file: one row a partner, one column a state."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from detente.errors import ReadError
from detente.exchange.actor_sizes import ACTOR_COLUMNS
from detente.exchange.labelled_rows import read_rows
from detente.schema.portfolios import Portfolios
from detente.schema.scale import Scale

PARTNER_COLUMNS = ("partner", *ACTOR_COLUMNS)
NOT_STATES = ("capability", "cinc", "size", "weight", "year", "id")  # columns that hold no levels


def read_portfolios(path: Path, weights: str = "", scale: Scale | None = None) -> Portfolios:
    """Levels of every state with every partner.

    Args:
        path: CSV with a header; partners in the first of PARTNER_COLUMNS that is there, else in the first column;
            every other column is a state, except `weights` and those of NOT_STATES.
        weights: column that weighs the partners; "": equally.
        scale: ends of the levels; None: the least and the greatest of the file.

    Returns:
        The portfolios; a blank cell of a state with itself is the highest level.

    Raises:
        ReadError: if there is no column `weights`, a cell is no number or a partner comes twice.
        SchemaError: if a level is off the scale, or all levels are the same and no scale is given.
    """
    table = read_rows(path)
    partner = table.column(PARTNER_COLUMNS) or 0
    weigher = table.column((weights.casefold(),)) if weights else None
    if weights and weigher is None:
        raise ReadError(table.source, f"there is no column {weights!r}", f"Choose one of {', '.join(table.header)}")
    states = [
        i
        for i, name in enumerate(table.header)
        if i not in (partner, weigher) and name and name.casefold() not in NOT_STATES
    ]
    if not states:
        raise ReadError(table.source, "no column holds the levels of a state", "Give one column for each state")
    partners = [row[partner] for _, row in table.rows]
    twice = sorted({name for name in partners if partners.count(name) > 1})
    if twice:
        raise ReadError(table.source, f"partner {twice[0]!r} comes twice", "Give every partner one row")
    own = [
        (row, column)
        for row, (_, cells) in enumerate(table.rows)
        for column, i in enumerate(states)
        if not cells[i] and cells[partner] == table.header[i]
    ]
    levels = np.array(
        [
            [np.nan if (row, column) in own else table.number(line, cells[i]) for column, i in enumerate(states)]
            for row, (line, cells) in enumerate(table.rows)
        ]
    )
    shares = None if weigher is None else np.array([table.number(line, row[weigher]) for line, row in table.rows])
    low, high = (scale.low, scale.high) if scale else (float(np.nanmin(levels)), float(np.nanmax(levels)))
    levels[tuple(np.array(own, dtype=np.int64).reshape(-1, 2).T)] = high
    note = f"Levels from {low:g} to {high:g}" + ("" if scale else ", the least and the greatest there are") + "."
    notes = (note, "Blank cells of states with themselves count as the highest level.") if own else (note,)
    names = tuple(table.header[i] for i in states)
    return Portfolios(names, tuple(partners), levels, shares, low, high, notes)
