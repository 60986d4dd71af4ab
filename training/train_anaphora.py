"""Learns the weights by which antecedents are ranked, from the annotated passages beside this file.

Run from the project folder: `python training/train_anaphora.py`. Writes `src/detente/lexicon/data/anaphora_weights.csv`.
With `--check` it prints five-fold cross-validated figures and writes nothing.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

ROOT = Path(__file__).resolve().parents[1]
PASSAGES = [
    *sorted((ROOT / "training" / "resolution").glob("anaphora-*.jsonl")),
    *sorted((ROOT / "training" / "resolution").glob("references-*.jsonl")),
    ROOT / "tests" / "gold" / "anaphora_dev.jsonl",
]
WEIGHTS = ROOT / "src" / "detente" / "lexicon" / "data" / "anaphora_weights.csv"
RIDGE = {"it": 1.2, "person": 1.2, "they": 1.2, "group": 0.8, "noun": 0.8, "office": 0.8}


def examples() -> dict[str, list[tuple[list[dict[str, float]], np.ndarray, bool]]]:
    """By model: features of each candidate, which of them are right, and whether the text is ordinary running text."""
    found = defaultdict(list)
    for path in PASSAGES:
        for row in map(json.loads, path.read_text("utf-8").splitlines()):
            if "references" in row:
                wanted = {(r["start"], r["start"] + len(r["mention"])): r["codes"] for r in row["references"]}
            else:
                start = nth(row["text"], row["mention"], row["occurrence"])
                wanted = {(start, start + len(row["mention"])): row["codes"]}
            for model, features, right in references(row, wanted):
                found[model].append((features, right, "references" in row))
    return found


def references(row: dict, wanted: dict[tuple[int, int], list[str]]) -> Iterator[tuple[str, list[dict[str, float]], np.ndarray]]:
    """(model, features of the candidates, which are right) of the annotated references of one text, in order."""
    from detente.coding import parse_document
    from detente.resolve.anaphora import coming_of, role_kind
    from detente.resolve.candidates import candidates_of, model_of
    from detente.resolve.story import Story
    from detente.schema.document import Document

    published = date.fromisoformat(row["published"]) if row.get("published") else None
    parsed = parse_document(Document("t", "t", row["text"], published=published))
    story = Story(parsed.sentences)
    done: list = []
    for index, mention in enumerate(parsed.mentions):
        office = role_kind(mention, story) if mention.kind == "role" else ""
        anaphor = bool(mention.parts) and mention.parts[0].kind == "anaphor"
        codes = next((c for (start, end), c in wanted.items() if _is_meant(mention, start, end)), None)
        if codes is not None and (anaphor or office):
            plain = replace(mention, actors=(), antecedents=(), kind=office or mention.kind)
            coming = [m for m in coming_of(parsed.mentions, index) if not (m.parts and m.parts[0].kind == "anaphor")]
            candidates = candidates_of(plain, done, coming, story)
            right = np.array([is_right(c, codes, plain.kind) for c in candidates])
            if right.any():
                model = {"former": "group", "latter": "group", "neighbour": "", "relation": ""}.get(plain.kind, model_of(plain))
                if model:
                    yield model, [c.features for c in candidates], right
                best = candidates[int(right.argmax())]
                actors = tuple(dict.fromkeys(a for m in best.members for a in m.actors))
                mention = replace(mention, actors=actors, antecedents=tuple((m.char_start, m.char_end) for m in best.members for _ in m.actors))
            else:
                mention = replace(mention, actors=(), antecedents=())
        done.append(mention)


def _is_meant(mention, start: int, end: int) -> bool:
    """Whether a mention is the annotated reference: a possessive keeps its noun out ("its foreign ministry")."""
    first = mention.parts[0] if mention.parts else None
    if first is not None and first.kind == "anaphor":
        return first.char_start == start and first.char_end == end
    return mention.char_end == end and start <= mention.char_start <= start + 5


def is_right(candidate, codes: list[str], kind: str) -> bool:
    found = [sorted({a.code for a in m.actors}) for m in candidate.members]
    flat = sorted({code for part in found for code in part})
    if kind in ("former", "latter") and found:
        chosen = candidate.members[0 if kind == "former" else -1].actors
        return len(flat) == 2 and {chosen[0 if kind == "former" else -1].code} == set(codes)
    return flat == sorted(set(codes))


def nth(text: str, part: str, occurrence: int) -> int:
    at = -1
    for _ in range(occurrence):
        at = text.index(part, at + 1)
    return at


def fit(data: list, ridge: float) -> dict[str, float]:
    names = sorted({name for features, *_ in data for f in features for name in f})
    at = {name: i for i, name in enumerate(names)}
    matrices = []
    for features, right, _ in data:
        matrix = np.zeros((len(features), len(names)))
        for i, f in enumerate(features):
            for name, value in f.items():
                matrix[i, at[name]] = value
        matrices.append((matrix, right))

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        total, gradient = ridge * w @ w, 2 * ridge * w
        for matrix, right in matrices:
            scores = matrix @ w
            scores -= scores.max()
            p = np.exp(scores)
            p /= p.sum()
            q = p * right
            q /= q.sum()
            total -= np.log((p * right).sum() + 1e-12)
            gradient = gradient + matrix.T @ (p - q)
        return total, gradient

    result = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 400})
    return {name: float(result.x[i]) for name, i in at.items() if abs(result.x[i]) > 0.005}


def score(data: list, weights: dict[str, float], threshold: float = 0.5) -> tuple[int, int, int, int]:
    returned = right_n = gold = nulls = 0
    for features, right, _ in data:
        scores = np.array([sum(weights.get(n, 0) * v for n, v in f.items()) for f in features])
        p = np.exp(scores - scores.max())
        p /= p.sum()
        best = int(p.argmax())
        null_gold = bool(right[-1])
        gold += not null_gold
        if best != len(p) - 1 and p[best] >= threshold:
            returned += 1
            right_n += bool(right[best])
        nulls += null_gold
    return gold, returned, right_n, nulls


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="print cross-validated figures and write nothing")
    options = parser.parse_args()
    rows = []
    for model, items in sorted(examples().items()):
        ridge = RIDGE.get(model, 1.0)
        print(f"{model}: {len(items)} references")
        order = np.random.default_rng(0).permutation(len(items))
        totals = {True: np.zeros((2, 4), int), False: np.zeros((2, 4), int)}
        for fold in range(5):
            held = order[fold::5].tolist()
            weights = fit([x for i, x in enumerate(items) if i not in set(held)], ridge)
            for ordinary in (True, False):
                kept = [items[i] for i in held if items[i][2] == ordinary]
                for row, threshold in enumerate((0.0, 0.5)):
                    totals[ordinary][row] += score(kept, weights, threshold)
        for ordinary, name in ((True, "running text"), (False, "hard passages")):
            for (gold, returned, right, _), threshold in zip(totals[ordinary], (0.0, 0.5), strict=True):
                print(f"  {name:13} from {threshold}: gold {gold:4} returned {returned:4} "
                      f"precision {right / max(1, returned):.3f} recall {right / max(1, gold):.3f}")  # fmt: skip
        rows += [(model, name, f"{value:.3f}") for name, value in sorted(fit(items, ridge).items())]
    if not options.check:
        with WEIGHTS.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(("model", "feature", "weight"))
            writer.writerows(rows)
    return 0


if __name__ == "__main__":
    sys.exit(main())
