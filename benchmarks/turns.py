"""Turns of relations that are known, 2005-2015, found by us and by two baselines; then made series.

python benchmarks/turns.py [--real]    --real: no made series

The known turns are in `turns.csv`: facts with a date. Thresholds were set with those of use `dev` in view; those of use
`test` were written down before anything was run on them, and no threshold was set by them. The list is far from complete,
so that an unexplained turn need not be a false one.
"""

from __future__ import annotations

import csv
import os
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import simulated_turns
from turn_finders import FINDERS, Told, months_between

from detente.api import import_events
from detente.measure.pair_counts import pair_counts
from detente.measure.series import pair_series
from detente.measure.units import by_pair, counting_units
from detente.pipeline.histories import event_frames
from detente.score.turns import DIRECTIONS, Turn, TurnFigures, score_turns
from detente.store.project import ProjectStore

SHARED = Path(os.environ.get("DETENTE_SHARED") or Path(__file__).resolve().parents[2] / "shared") / "data"
ICEWS = SHARED / "icews/icews_2005_2015_dyads.parquet"
KNOWN = Path(__file__).with_name("turns.csv")
WITHIN = 31  # days
SEEN_EVENTS, SEEN_DAYS = 3, 28  # a turn can be seen where so many events of its side follow within so many days
SIDES = {"cooling": (3, 4), "warming": (1, 2)}
Pair = tuple[str, str]


def known_turns(use: str = "") -> list[Turn]:
    """Rows of `turns.csv`, those of one use (`dev`, `test`) or all."""
    with KNOWN.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if use in ("", row["use"])]
    return [Turn(row["a"], row["b"], date.fromisoformat(row["date"]), row["direction"]) for row in rows]


def told_in(project: Path, pairs: list[Pair]) -> Told:
    """Counts and scores of the pairs in a project's imported events."""
    import narwhals as nw

    frames = event_frames(ProjectStore.open(project))
    weekly = pair_series(pair_counts(frames, "week"), "week", pairs)
    months = months_between(weekly.starts[0], weekly.starts[-1] + timedelta(days=6))
    scores = np.zeros((len(weekly.pairs), len(months)))
    row = {pair: i for i, pair in enumerate(weekly.pairs)}
    column = {month: i for i, month in enumerate(months)}
    for frame in frames:
        units = by_pair(counting_units(frame)).filter(~nw.col("date_start").is_null())
        once = units.group_by("actor", "recipient", "date_start", "unit").agg(nw.col("scale").mean())
        for one in once.collect(backend="pyarrow").to_native().to_pylist():
            pair = (one["actor"], one["recipient"])
            if pair in row and one["scale"] is not None:
                scores[row[pair], column[one["date_start"].replace(day=1)]] += one["scale"]
    return Told(weekly, pair_counts(frames, "day", None, weekly.pairs), months, scores)


def seen(told: Told, turns: Sequence[Turn]) -> set[Turn]:
    """Turns with at least 3 events of their side in the four weeks from their day on."""
    days: dict[tuple[Pair, int], dict[int, int]] = defaultdict(dict)
    for row in told.daily.to_pylist():
        at = days[(row["a"], row["b"]), row["side"]]
        at[row["period_start"].toordinal()] = row["n_events"]
    found = set()
    for turn in turns:
        first = turn.date.toordinal()
        span = range(first, first + SEEN_DAYS)
        sides = [days[(turn.a, turn.b), side] for side in SIDES[turn.direction]]
        if sum(side.get(day, 0) for side in sides for day in span) >= SEEN_EVENTS:
            found.add(turn)
    return found


def line(title: str, figures: TurnFigures) -> str:
    """Recall and dating, in one line."""
    recall = "  ".join(f"{way} {figures.n_recalled[way]:3d}/{figures.n_known[way]:<3d}" for way in DIRECTIONS)
    error = f"{figures.median_error():4.0f} d" if figures.days else "   - "
    return f"{title:10} {recall}  error {error}"


def rest(figures: TurnFigures) -> str:
    """What no known turn explains, a dyad-decade."""
    rate = [figures.n_unexplained[way] / figures.dyad_decades for way in DIRECTIONS]
    back = figures.n_returns / figures.dyad_decades
    return f"  unexplained a dyad-decade: cooling {rate[0]:5.2f} warming {rate[1]:5.2f} returns {back:5.2f}"


def real() -> int:
    """Print figures a pair and in all; 0."""
    if not ICEWS.exists():
        print(f"{ICEWS} is not there: known turns of 2005-2015 are not scored")
        return 0
    known = known_turns()
    pairs = sorted({(turn.a, turn.b) for turn in known})
    with tempfile.TemporaryDirectory() as folder:
        import_events(ICEWS, Path(folder) / "project")
        told = told_in(Path(folder) / "project", pairs)
    visible = seen(told, known)
    first, last = told.weekly.starts[0], told.weekly.starts[-1] + timedelta(days=7)
    found = {name: find(told) for name, find in FINDERS.items()}
    acts = (told.weekly.conflict + told.weekly.cooperation).sum(axis=1)
    for pair, n in zip(told.weekly.pairs, acts, strict=True):
        own = [turn for turn in known if (turn.a, turn.b) == pair]
        print(f"{pair[0]}-{pair[1]}: {n:.0f} acts, {len(own)} known turns, {len(visible & set(own))} can be seen")
        for name, turns in found.items():
            one = score_turns(turns, own, [pair], first, last, WITHIN)
            print(line(f"  {name}", one) + rest(one))
    print(f"\nall {len(known)} known turns on {len(pairs)} dyads, found within {WITHIN} days")
    for name, turns in found.items():
        one = score_turns(turns, known, pairs, first, last, WITHIN)
        print(line(f"  {name}", one) + rest(one))
    for use in ("dev", "test"):
        wanted = [turn for turn in known_turns(use) if turn in visible]
        print(f"{len(wanted)} known turns of use {use} that can be seen (3 events of their side in 4 weeks)")
        for name, turns in found.items():
            print(line(f"  {name}", score_turns(turns, wanted, pairs, first, last, WITHIN)))
    return 0


def main() -> int:
    """Known turns, then made series."""
    return real() if "--real" in sys.argv[1:] else real() or simulated_turns.main()


if __name__ == "__main__":
    sys.exit(main())
