"""Gold events against coded ones: whole triples and each part of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

# What has to agree for a coded event to count as found, from loose to strict.
LEVELS = MappingProxyType(
    {
        "pair": ("actor", "recipient"),
        "quad": ("actor", "recipient", "quad"),
        "type": ("actor", "recipient", "event_type"),
        "triple": ("actor", "recipient", "event_type", "modality"),
    }
)


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts and rates of one level.

    Attributes:
        n_gold, n_coded, n_right: events; an event counts once for each time it stands in the gold passage.
        precision, recall, f1: in [0, 1]; NaN where nothing was coded or nothing is gold.
    """

    level: str
    n_gold: int
    n_coded: int
    n_right: int
    precision: float
    recall: float
    f1: float


def score_triples(passages: Iterable[tuple[Sequence[Mapping[str, Any]], Sequence[Mapping[str, Any]]]]) -> list[Figures]:
    """Figures of each level over passages of (gold events, coded events), matched within the passage only."""
    totals = {level: [0, 0, 0] for level in LEVELS}
    for gold, coded in passages:
        for level, keys in LEVELS.items():
            wanted = Counter(tuple(event[key] for key in keys) for event in gold)
            found = Counter(tuple(event[key] for key in keys) for event in coded)
            totals[level][0] += wanted.total()
            totals[level][1] += found.total()
            totals[level][2] += (wanted & found).total()
    return [_figures(level, *counts) for level, counts in totals.items()]


def _figures(level: str, n_gold: int, n_coded: int, n_right: int) -> Figures:
    precision = n_right / n_coded if n_coded else float("nan")
    recall = n_right / n_gold if n_gold else float("nan")
    f1 = 2 * n_right / (n_gold + n_coded) if n_gold + n_coded else float("nan")
    return Figures(level, n_gold, n_coded, n_right, precision, recall, f1)
