"""Prints how good the coder is on the annotated text of `tests/gold`, and fails when a floor is broken.

Run by `make evaluate`. Floors and checksums of the gold files stand in `tests/gold/floors.json`; `--write` raises the
floors to what was measured (never lowers one: delete it by hand for that, and say why in the change log).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

GOLD = Path(__file__).resolve().parents[1] / "tests" / "gold"


def coded_events(row: dict, coder: str) -> list[dict]:
    """Events of one gold passage as a coder codes it."""
    from detente.api import code
    from detente.settings import Settings

    published = date.fromisoformat(row["published"]) if row.get("published") else None
    return [
        {"actor": e.actor, "recipient": e.recipient, "event_type": e.event_type, "quad": e.quad, "modality": e.modality}
        for e in code(row["text"], published=published, settings=Settings(coder=coder))
    ]


def gold_events(row: dict) -> list[dict]:
    """Gold events of one passage, with their quads."""
    from detente.schema.codebook import codebook

    return [event | {"quad": codebook().quad(event["event_type"])} for event in row["events"]]


def measure(path: Path) -> dict[str, float]:
    """Prints the figures of one file of passages, of each coder, and returns those that have floors."""
    from detente.pipeline.coders import CODERS
    from detente.score.triples import score_triples

    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    print(f"\n{path.name}: {len(rows)} passages, {sum(not row['events'] for row in rows)} without an event")
    floors = {}
    for coder in CODERS:
        pairs = [(gold_events(row), coded_events(row, coder)) for row in rows]
        print(f"  {coder:8} {'gold':>5} {'coded':>6} {'right':>6} {'precision':>10} {'recall':>7} {'F1':>6}")
        name = path.stem if coder == "lexical" else f"{path.stem}.{coder}"
        for f in score_triples(pairs):
            figures = f"{f.precision:10.3f} {f.recall:7.3f} {f.f1:6.3f}"
            print(f"  {f.level:8} {f.n_gold:5} {f.n_coded:6} {f.n_right:6} {figures}")
            floors[f"{name}.{f.level}.precision"] = round(f.precision, 3)
            floors[f"{name}.{f.level}.recall"] = round(f.recall, 3)
        quiet = sum(not gold and not coded for gold, coded in pairs)
        print(f"  passages without an event left uncoded: {quiet} of {sum(not gold for gold, _ in pairs)}")
    return floors


def measure_resolution(path: Path) -> dict[str, float]:
    """Prints the figures of one file of resolution gold and returns those that have floors."""
    from resolution import MEASURES

    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    print(f"\n{path.name}: {len(rows)} rows")
    floors = {}
    for name, (gold, returned, right) in MEASURES[path.stem.rsplit("_", 1)[0]](rows).items():
        precision, recall = right / returned if returned else 0.0, right / gold if gold else 0.0
        print(
            f"  {name:18} gold {gold:4}  returned {returned:4}  right {right:4}  precision {precision:.3f}  recall {recall:.3f}"
        )
        floors[f"{path.stem}.{name}.precision"] = round(precision, 3)
        floors[f"{path.stem}.{name}.recall"] = round(recall, 3)
    return floors


def measure_of(path: Path) -> Callable[[Path], dict[str, float]]:
    """The measure of a gold file, by its name."""
    if path.name.startswith("events_"):
        return measure
    if path.name.startswith("pairs_"):
        from pairs import measure_own

        return measure_own
    return measure_resolution


def main() -> int:
    """Measures every gold file of passages; exit code 1 when a floor is broken or a gold file has changed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="raise the floors to what was measured")
    parser.add_argument("--errors", metavar="FILE", help="print what is missed and what is false in one gold file")
    options = parser.parse_args()
    if options.errors:
        return show_errors(Path(options.errors))
    floors_file = GOLD / "floors.json"
    floors = json.loads(floors_file.read_text("utf-8")) if floors_file.exists() else {"checksums": {}, "floors": {}}
    broken = []
    for path in sorted(GOLD.glob("*_*.jsonl")):
        checksum = hashlib.sha256(path.read_bytes()).hexdigest()
        known = floors["checksums"].setdefault(path.name, checksum)
        if known != checksum:
            broken.append(f"{path.name} has changed since its floors were set")
        figures = measure_of(path)(path)
        for name, value in figures.items():
            floor = floors["floors"].setdefault(name, value if options.write else 0.0)
            if value < floor:
                broken.append(f"{name}: {value} is below its floor {floor}")
            elif options.write:
                floors["floors"][name] = value
    from pairs import measure_field

    measure_field()
    if options.write and not broken:
        floors_file.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", "utf-8")
    for line in broken:
        print(f"BROKEN: {line}", file=sys.stderr)
    return 1 if broken else 0


def show_errors(path: Path) -> int:
    """Prints the passages whose coded triples, or the rows whose resolution, differ from the gold ones."""
    if not path.name.startswith("events_"):
        from resolution import wrong_rows

        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
        for row in wrong_rows(path.stem.rsplit("_", 1)[0], rows):
            print(json.dumps(row, ensure_ascii=False))
        return 0
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        keys = ("actor", "recipient", "event_type", "modality")
        gold = sorted(tuple(event[key] for key in keys) for event in gold_events(row))
        coded = sorted(tuple(event[key] for key in keys) for event in coded_events(row, "trained"))
        if gold != coded:
            print(f"\n{row['text']}")
            print(f"  missed: {[g for g in gold if g not in coded]}")
            print(f"  false:  {[c for c in coded if c not in gold]}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
