"""Measures of the trained coder on pairs of marked actors: our own test half, and the field's development set if present."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

FIELD = Path(__file__).resolve().parents[2] / "shared" / "data" / "coder" / "plv_dev.tsv"
FLAGS = ("negated", "hypothetical", "future", "historical")
YIELDS = frozenset({"CONCEDE", "RETREAT"})  # one type in the field's set, material cooperation

Span = tuple[int, int]


def f1(n_gold: int, n_returned: int, n_right: int) -> float:
    """F1 of three counts."""
    return 2 * n_right / (n_gold + n_returned) if n_gold + n_returned else 0.0


def macro_f1(pairs: Sequence[tuple[str, str]], labels: Sequence[str]) -> dict[str, float]:
    """F1 of each label over (gold, returned)."""
    return {
        label: f1(
            sum(gold == label for gold, _ in pairs),
            sum(found == label for _, found in pairs),
            sum(gold == found == label for gold, found in pairs),
        )
        for label in labels
    }


def own_pairs(path: Path) -> Iterator[tuple[str, Span, Span | None, list[Mapping]]]:
    """(sentence, actor, recipient, events) of every ordered pair of a gold file.

    An actor without a recipient is asked for only where it does nothing to anybody.
    """
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        actors = [tuple(span) for span in row["actors"]]
        for a, actor in enumerate(actors):
            acts = [event for event in row["events"] if event["actor"] == a]
            alone = not any(event["recipient"] is not None for event in acts)
            for r in [*range(len(actors)), None]:
                if r != a and (r is not None or alone):
                    recipient = None if r is None else actors[r]
                    yield row["text"], actor, recipient, [event for event in acts if event["recipient"] == r]


def measure_own(path: Path) -> dict[str, float]:
    """Prints the figures of our own test half and returns those that have floors."""
    import detente

    rows = list(own_pairs(path))
    asked = [(text, actor, recipient) for text, actor, recipient, _ in rows]
    found = detente.classify_many(asked)
    patterns = by_patterns(asked)
    labels, lexical, flags, kinds, triggers, sure = [], [], [], [], [], []
    for (text, _, _, events), judgement, pattern in zip(rows, found, patterns, strict=True):
        gold = {event["event_type"] for event in events} or {"none"}
        answer = judgement.event_type or "none"
        for pairs, said in ((labels, answer), (lexical, pattern)):
            pairs.append((said if said in gold else sorted(gold)[0], said))
        sure.append((judgement.confidence, answer in gold))
        if events and judgement.event_type:
            flags += [(flag in events[0]["flags"], flag in judgement.flags, flag) for flag in FLAGS]
            kinds.append(events[0]["kind"] == judgement.kind)
            start = text.find(events[0]["trigger"])
            span = judgement.trigger
            triggers.append(span is not None and start < span[1] and span[0] < start + len(events[0]["trigger"]))
    names = sorted({gold for gold, _ in labels} - {"none"})
    by_type = macro_f1(labels, names)
    none = macro_f1(labels, ["none"])["none"]
    by_flag = [
        f1(sum(g for g, _, name in flags if name == flag), sum(r for _, r, name in flags if name == flag),
           sum(g and r for g, r, name in flags if name == flag))
        for flag in FLAGS
    ]  # fmt: skip
    figures = {
        "types": float(np.mean(list(by_type.values()))),
        "none": none,
        "flags": float(np.mean(by_flag)),
        "kind": float(np.mean(kinds)),
        "trigger": float(np.mean(triggers)),
    }
    error = calibration_error(sure)
    print(f"\n{path.name}: {len(rows)} pairs, {sum(gold != 'none' for gold, _ in labels)} with an event")
    print(
        "  " + "  ".join(f"{name} {value:.3f}" for name, value in figures.items()) + f"  calibration error {error:.3f}"
    )
    others = macro_f1(lexical, names)
    print(
        f"  patterns alone: types {np.mean(list(others.values())):.3f}  none {macro_f1(lexical, ['none'])['none']:.3f}"
    )
    print("  by type, patterns in brackets: " + _beside(by_type, others))
    print("  said to be this sure, and right: " + reliability(sure))
    return {f"{path.stem}.{name}": round(value, 3) for name, value in figures.items()}


def by_patterns(asked: Sequence[tuple[str, Span, Span | None]]) -> list[str]:
    """The type that the patterns alone give each pair; "none" where they find nothing between the marked words."""
    from functools import cache

    import detente
    from detente.settings import Settings

    @cache
    def events(text: str) -> list:
        return detente.code(text, settings=Settings(coder="lexical"))

    def answer(text: str, actor: Span, recipient: Span | None) -> str:
        for event in events(text):
            there = None if event.recipient_start is None else (event.recipient_start, event.recipient_end)
            same = there is None if recipient is None else there is not None and _overlap(there, recipient)
            if same and _overlap((event.actor_start, event.actor_end), actor):
                return event.event_type
        return "none"

    return [answer(*row) for row in asked]


def _overlap(one: Span, two: Span) -> bool:
    return one[0] < two[1] and two[0] < one[1]


def _beside(mine: Mapping[str, float], theirs: Mapping[str, float]) -> str:
    return "  ".join(f"{name} {mine[name]:.2f} ({theirs[name]:.2f})" for name in mine)


def reliability(sure: Sequence[tuple[float, bool]]) -> str:
    """Confidence, share that is right and number of answers, by tenths of confidence."""
    values = np.array(sure, float)
    bins = np.minimum((values[:, 0] * 10).astype(int), 9)
    told = []
    for k in sorted(set(bins)):
        here = values[bins == k]
        told.append(f"{here[:, 0].mean():.2f} {here[:, 1].mean():.2f} ({len(here)})")
    return "  ".join(told)


def calibration_error(sure: Sequence[tuple[float, bool]]) -> float:
    """Expected calibration error over ten bins of (confidence, right)."""
    values = np.array(sure, float)
    bins = np.minimum((values[:, 0] * 10).astype(int), 9)
    return float(
        sum((bins == k).mean() * abs(values[bins == k, 0].mean() - values[bins == k, 1].mean()) for k in set(bins))
    )


def measure_field() -> None:
    """Prints types and quads on the field's development set beside the other system's columns; says so where it is absent."""
    if not FIELD.exists():
        print(f"\n{FIELD.name}: not here, skipped")
        return
    import detente
    from detente.schema.codebook import codebook

    rows = list(csv.DictReader(FIELD.read_text("utf-8").splitlines(), delimiter="\t"))
    asked = [(*_marked(row), row) for row in rows]
    found = detente.classify_many([(text, actor, recipient) for text, actor, recipient, _ in asked])
    types, quads = [], []
    patterns = [
        (row["gold_root"], "YIELD" if said in YIELDS else said)
        for row, said in zip(rows, by_patterns([case[:3] for case in asked]), strict=True)
    ]
    for row, judgement in zip(rows, found, strict=True):
        best = max((name for name in judgement.scores if name != "none"), key=lambda name: judgement.scores[name])
        if best in YIELDS:
            best = "AGREE" if "future" in judgement.flags else "YIELD"
        quad = 2 if best == "YIELD" else codebook().quad(best)
        types.append((row["gold_root"], best))
        quads.append((row["gold_penta"], str(quad)))
    other = [(row["gold_root"], row["root_L2"]) for row in rows]
    other_quads = [(row["gold_penta"], row["penta_L2"]) for row in rows]
    names = sorted({row["gold_root"] for row in rows})
    print(f"\n{FIELD.name}: {len(rows)} marked pairs, forced choice; the other system (L2) beside")
    for title, mine, theirs, labels in (("types", types, other, names), ("quads", quads, other_quads, list("1234"))):
        ours, others = macro_f1(mine, labels), macro_f1(theirs, labels)
        print(f"  {title}: macro-F1 {np.mean(list(ours.values())):.3f}  (L2 {np.mean(list(others.values())):.3f})")
        print("    " + _beside(ours, others))
    print(f"  patterns alone: types macro-F1 {np.mean(list(macro_f1(patterns, names).values())):.3f}")


def _marked(row: Mapping[str, str]) -> tuple[str, Span, Span]:
    """The plain sentence of a row, and its two marked spans."""
    marked = row["marked_sentence"]
    text = re.sub(r"</?[st]>", "", marked)

    def span(tag: str, phrase: str) -> Span:
        at = marked.find(f"<{tag}>")
        start = len(re.sub(r"</?[st]>", "", marked[:at])) if at >= 0 else max(0, text.find(phrase))
        return start, min(len(text), start + len(phrase))

    return text, span("s", row["source"]), span("t", row["target"])
