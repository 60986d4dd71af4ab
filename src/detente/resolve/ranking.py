"""Candidates to probabilities: a conditional logit over features, learned from annotated passages, and the network's links."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import exp

from detente.lexicon.rows import read_rows
from detente.resolve.candidate import Candidate

LINK_WEIGHT = 0.5  # of what the network adds; it is surer of itself on what it has learned from than on other text


@cache
def weights() -> dict[str, dict[str, float]]:
    """Weight of each feature, by model."""
    models: dict[str, dict[str, float]] = {}
    for row in read_rows("anaphora_weights.csv", ("model", "feature", "weight")):
        models.setdefault(row["model"], {})[row["feature"]] = float(row["weight"])
    return models


def prior(candidates: Sequence[Candidate], model: str) -> list[float]:
    """Score of each candidate by its features alone."""
    known = weights().get(model, {})
    return [sum(known.get(name, 0.0) * value for name, value in c.features.items()) for c in candidates]


def probabilities(candidates: Sequence[Candidate], model: str, links: Sequence[float] | None = None) -> list[float]:
    """Probability of each candidate, in their order; they add to 1.

    Args:
        links: what the network adds to the score of each; None without the network.
    """
    scores = prior(candidates, model)
    if links is not None:
        scores = [score + LINK_WEIGHT * link for score, link in zip(scores, links, strict=True)]
    top = max(scores, default=0.0)
    odds = [exp(score - top) for score in scores]
    total = sum(odds)
    return [odd / total for odd in odds]
