"""Candidates to probabilities: a conditional logit whose weights were learned from annotated passages."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import exp

from detente.lexicon.rows import read_rows
from detente.resolve.candidate import Candidate


@cache
def weights() -> dict[str, dict[str, float]]:
    """Weight of each feature, by model."""
    models: dict[str, dict[str, float]] = {}
    for row in read_rows("anaphora_weights.csv", ("model", "feature", "weight")):
        models.setdefault(row["model"], {})[row["feature"]] = float(row["weight"])
    return models


def probabilities(candidates: Sequence[Candidate], model: str) -> list[float]:
    """Probability of each candidate, in their order; they add to 1."""
    known = weights().get(model, {})
    scores = [sum(known.get(name, 0.0) * value for name, value in c.features.items()) for c in candidates]
    top = max(scores, default=0.0)
    odds = [exp(score - top) for score in scores]
    total = sum(odds)
    return [odd / total for odd in odds]
