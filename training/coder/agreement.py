"""How far two labellings of the same sentences agree: Cohen's kappa of each type over ordered pairs.

python training/coder/agreement.py

`second-labels.jsonl` holds, of each sentence that was labelled again blind, its file and number there, the second labels
(`actor>recipient TYPE`, numbers of the actors, 0 for no recipient), and `first`, the writer's own, where the difference was
settled otherwise.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from sentences import AnnotatedSentence, read_sentences

SECOND = Path(__file__).with_name("second-labels.jsonl")

Labels = frozenset[str]


def pairs() -> Iterator[tuple[Labels, Labels]]:
    """Types that the writer and the second labeller gave each ordered pair, and each actor alone."""
    files: dict[str, list[AnnotatedSentence]] = {}
    for sentence in read_sentences():
        files.setdefault(sentence.file, []).append(sentence)
    for row in map(json.loads, SECOND.read_text("utf-8").splitlines()):
        sentence = files[row["file"]][row["sentence"] - 1]
        own = row.get("first", [f"{e.actor + 1}>{e.recipient + 1} {e.event_type}" for e in sentence.events])
        numbers = range(len(sentence.actors) + 1)
        for place in (f"{a}>{r}" for a in numbers[1:] for r in numbers if a != r):
            yield _of(own, place), _of(row["second"], place)


def _of(labels: list[str], place: str) -> Labels:
    return frozenset(label.split()[1] for label in labels if label.split()[0] == place)


def kappas(found: list[tuple[Labels, Labels]]) -> dict[str, float]:
    """Kappa of each type, and of `none`."""
    names = sorted({name for both in found for labels in both for name in labels})
    marked = {name: Counter((name in one, name in two) for one, two in found) for name in names}
    marked["none"] = Counter((not one, not two) for one, two in found)
    return {name: kappa(counts) for name, counts in marked.items()}


def kappa(counts: Counter[tuple[bool, bool]]) -> float:
    """Cohen's kappa of two yes-or-no labellings."""
    n = counts.total()
    same = (counts[True, True] + counts[False, False]) / n
    one, two = ((counts[True, True] + counts[key]) / n for key in ((True, False), (False, True)))
    chance = one * two + (1 - one) * (1 - two)
    return (same - chance) / (1 - chance)


def main() -> int:
    """Prints the number of pairs and the kappa of each type."""
    found = list(pairs())
    print(f"{len(found)} pairs")
    for name, value in kappas(found).items():
        print(f"{name:10} {value:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
