"""Camps over time as plain values, for JSON."""

from __future__ import annotations

import math
from typing import Any

from detente.align.camp_history import CampHistory


def camp_history_row(history: CampHistory) -> dict[str, Any]:
    """actors, draws, frames, moves; what is not defined or not known is None.

    A frame has frame, empty, camps (A and B), unplaced, n_ties, n_negative, L, F, optimal, unique, stability by actor,
    and `together`: [a, b, share] of every pair that some draw places.
    """
    return {
        "actors": list(history.actors),
        "draws": history.n_draws,
        "frames": [
            {
                "frame": one.frame,
                "empty": one.empty,
                "camps": {"A": list(one.camp_a), "B": list(one.camp_b)},
                "unplaced": list(one.unplaced),
                "n_ties": one.n_ties,
                "n_negative": one.n_negative,
                "L": one.L,
                "F": _number(one.F),
                "optimal": one.optimal,
                "unique": one.unique,
                "stability": dict(one.stability),
                "together": _pairs(history, number),
            }
            for number, one in enumerate(history.frames)
        ],
        "moves": [
            {
                "actor": move.actor,
                "before": move.before,
                "after": move.after,
                "from": move.from_camp,
                "to": move.to_camp,
                "probability": _number(move.probability),
            }
            for move in history.moves
        ],
    }


def _pairs(history: CampHistory, number: int) -> list[list[Any]]:
    shares = history.together[number].tolist()
    return [
        [a, b, shares[i][i + 1 + j]]
        for i, a in enumerate(history.actors)
        for j, b in enumerate(history.actors[i + 1 :])
        if not math.isnan(shares[i][i + 1 + j])
    ]


def _number(value: float) -> float | None:
    return None if math.isnan(value) else value
