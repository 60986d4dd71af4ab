"""Learns the weights by which antecedents are ranked, from the annotated passages beside this file.

Run from the project folder: `python training/train_anaphora.py`. Writes `src/detente/lexicon/data/anaphora_weights.csv`.
With `--check` it prints five-fold cross-validated figures and writes nothing.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from references import rankings, texts
from scipy.optimize import minimize

ROOT = Path(__file__).resolve().parents[1]
WEIGHTS = ROOT / "src" / "detente" / "lexicon" / "data" / "anaphora_weights.csv"
RIDGE = {"it": 1.2, "person": 1.2, "they": 1.2, "group": 0.8, "noun": 0.8, "office": 0.8}
OTHER_RIDGE = 1.0
LEAST_WEIGHT = 0.005  # smaller weights are left out
N_FOLDS = 5
THRESHOLDS = (0.0, 0.5)  # probability from which an antecedent is returned


@dataclass(frozen=True, slots=True)
class Example:
    """One annotated reference.

    Attributes:
        features: of each candidate, by name.
        right: (n_candidates,); which candidates are right; the last stands for no actor.
        actors: (n_candidates,); number of the set of actors that each stands for.
        ordinary: whether the text is ordinary running text rather than a passage written to be hard.
    """

    features: list[dict[str, float]]
    right: NDArray[np.bool_]
    actors: NDArray[np.int_]
    ordinary: bool


def examples() -> dict[str, list[Example]]:
    """Examples of all annotated passages by model."""
    found: dict[str, list[Example]] = defaultdict(list)
    for text in texts():
        for ranking in rankings(text):
            numbers = {codes: i for i, codes in enumerate(dict.fromkeys(c.codes() for c in ranking.candidates))}
            actors = np.array([numbers[c.codes()] for c in ranking.candidates])
            features = [c.features for c in ranking.candidates]
            found[ranking.model].append(Example(features, np.array(ranking.right), actors, text.ordinary))
    return found


def fit(data: Sequence[Example], ridge: float) -> dict[str, float]:
    """Weights by feature: a conditional logit by maximum likelihood, with a ridge penalty on all weights."""
    names = sorted({name for example in data for f in example.features for name in f})
    at = {name: i for i, name in enumerate(names)}
    matrices = []
    for example in data:
        matrix = np.zeros((len(example.features), len(names)))
        for i, features in enumerate(example.features):
            for name, value in features.items():
                matrix[i, at[name]] = value
        matrices.append((matrix, example.right))

    def loss(w: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        total, gradient = ridge * w @ w, 2 * ridge * w
        for matrix, right in matrices:
            p = shares(matrix @ w)
            q = p * right
            total -= np.log(q.sum() + 1e-12)
            gradient = gradient + matrix.T @ (p - q / q.sum())
        return total, gradient

    result = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 400})
    return {name: float(result.x[i]) for name, i in at.items() if abs(result.x[i]) > LEAST_WEIGHT}


def shares(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """Probabilities of candidates by their scores."""
    odds = np.exp(scores - scores.max())
    return odds / odds.sum()


def score(data: Sequence[Example], weights: Mapping[str, float], threshold: float) -> tuple[int, int, int]:
    """References with an antecedent, antecedents returned from the threshold on, and right ones among these."""
    gold = returned = n_right = 0
    for example in data:
        p = shares(np.array([sum(weights.get(n, 0.0) * v for n, v in f.items()) for f in example.features]))
        by_actors = np.bincount(example.actors, weights=p)
        best = int(by_actors.argmax())
        gold += not example.right[-1]
        if best != example.actors[-1] and by_actors[best] >= threshold:
            returned += 1
            n_right += bool(example.right[example.actors == best].any())
    return gold, returned, n_right


def check(items: Sequence[Example], ridge: float) -> None:
    """Prints cross-validated precision and recall, of ordinary text and of hard passages apart."""
    order = np.random.default_rng(0).permutation(len(items))
    totals = {True: np.zeros((len(THRESHOLDS), 3), int), False: np.zeros((len(THRESHOLDS), 3), int)}
    for fold in range(N_FOLDS):
        held = set(order[fold::N_FOLDS].tolist())
        weights = fit([item for i, item in enumerate(items) if i not in held], ridge)
        for ordinary, total in totals.items():
            kept = [items[i] for i in sorted(held) if items[i].ordinary == ordinary]
            total += [score(kept, weights, threshold) for threshold in THRESHOLDS]
    for ordinary, name in ((True, "running text"), (False, "hard passages")):
        for (gold, returned, right), threshold in zip(totals[ordinary], THRESHOLDS, strict=True):
            precision, recall = right / max(1, returned), right / max(1, gold)
            print(f"  {name:13} from {threshold}: gold {gold:4} returned {returned:4} ", end="")
            print(f"precision {precision:.3f} recall {recall:.3f}")


def main() -> int:
    """Prints the figures of each model, and writes the weights unless asked only to check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="print cross-validated figures and write nothing")
    options = parser.parse_args()
    rows: list[tuple[str, str, str]] = []
    for model, items in sorted(examples().items()):
        ridge = RIDGE.get(model, OTHER_RIDGE)
        print(f"{model}: {len(items)} references")
        check(items, ridge)
        rows += [(model, name, f"{value:.3f}") for name, value in sorted(fit(items, ridge).items())]
    if not options.check:
        with WEIGHTS.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(("model", "feature", "weight"))
            writer.writerows(rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())
