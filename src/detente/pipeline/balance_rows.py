"""Balance as rows of plain values, for JSON."""

from __future__ import annotations

import math
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from detente.align.balance import Balance, BalanceDetails


def balance_row(balance: Balance, *, full: bool = False) -> dict[str, Any]:
    """frame, n, m, m_negative, L, F, optimal, unique, seconds; numbers that are not defined or not known are None.

    Args:
        balance: of one network.
        full: further fields after these: bound, gap, heuristic, share_of_negative, camps, frustrated, triads,
            balanced_share, kappa, kappa_local; with details n_optimal, splits, edge_status, second_best, weak; nulls.
    """
    row: dict[str, Any] = {
        "frame": balance.frame,
        "n": balance.n,
        "m": balance.m,
        "m_negative": balance.m_negative,
        "L": _number(balance.L),
        "F": _number(balance.F),
        "optimal": balance.optimal,
        "unique": balance.unique,
        "seconds": round(balance.seconds, 4),
    }
    if full:
        row |= {
            "bound": _number(balance.bound),
            "gap": _number(balance.gap),
            "heuristic": _number(balance.heuristic),
            "share_of_negative": _number(balance.share_of_negative),
            "camps": [[str(name) for name, at in balance.sides.items() if at == side] for side in (1, -1)],
            "frustrated": [[str(a), str(b)] for a, b in balance.frustrated],
            "triads": asdict(balance.triads),
            "balanced_share": _number(balance.triads.balanced_share),
            "kappa": _number(balance.kappa),
            "kappa_local": {str(name): _number(value) for name, value in balance.kappa_local.items()},
            **(_details(balance, balance.details) if balance.details else {}),
            "nulls": [
                {key: _number(value) if isinstance(value, float) else value for key, value in asdict(null).items()}
                for null in balance.nulls
            ],
        }
    return row


def _details(balance: Balance, details: BalanceDetails) -> dict[str, Any]:
    names = list(balance.sides)
    return {
        "n_optimal": details.n_optimal,
        "splits": [[str(name) for name in split] for split in details.splits],
        "edge_status": [[str(a), str(b), status] for (a, b), status in details.edge_status.items()],
        "second_best": _number(details.second_best),
        "weak": [
            {
                "k": weak.k,
                "frustration": _number(weak.frustration),
                "bound": _number(weak.bound),
                "optimal": weak.optimal,
                "camps": [
                    [str(name) for name, at in zip(names, weak.camps.tolist(), strict=True) if at == camp]
                    for camp in range(weak.n_camps)
                ],
            }
            for weak in details.weak
        ],
    }


def _number(value: float) -> float | int | None:
    """None for NaN, and a whole number as such: L of ties without weights is a number of ties."""
    if math.isnan(value):
        return None
    return int(value) if value == int(value) else value
