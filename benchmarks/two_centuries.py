"""Balance of the states' alliances and disputes, year by year, 1816 to 2014.

python benchmarks/two_centuries.py [--figure FILE.html|png|svg] [--csv FRAMES.csv] [--no-consultation] [--hostility 3]

A pact of any kind in force (ATOP) is a positive tie, a militarised dispute that reached the level of hostility (COW; 3:
display of force) a negative one; a pair with both is negative that year. The tables are read from ../shared/data/ir, or
from $DETENTE_SHARED/data/ir.
"""

from __future__ import annotations

import argparse
import csv
import os
import sys
import time
import warnings
from itertools import groupby
from pathlib import Path
from typing import Any

from detente.align.balance import measure_balance
from detente.align.signed_graph import signed_graph
from detente.align.signed_years import PACTS, YearRule, signed_years
from detente.pipeline.balance_figure import draw_balance

ROOT = Path(__file__).resolve().parents[1]
IR = Path(os.environ.get("DETENTE_SHARED", ROOT.parent / "shared")) / "data" / "ir"
WARS = ((1913.5, 1918.5, "First World War"), (1938.5, 1945.5, "Second World War"))
CAVEAT = (
    "A year's ties are pacts in force and disputes of that year. Large pacts make dense blocks of positive ties: "
    "consultation pacts, and regional treaties since 1945, lift F without saying that their members are friends; and an "
    "ally who fights is one negative tie among many positive ones. κ falls with density as well as with frustration."
)


def main() -> int:
    """Print every year and the total time; write what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--figure", type=Path)
    parser.add_argument("--csv", type=Path)
    parser.add_argument("--no-consultation", action="store_true")
    parser.add_argument("--hostility", type=int, default=YearRule().least_hostility)
    given = parser.parse_args()
    if not IR.exists():
        print(f"{IR} is absent: nothing to measure")
        return 0
    pacts = tuple(pact for pact in PACTS if not (given.no_consultation and pact == "atop_consul"))
    rule = YearRule(pacts, given.hostility)
    rows = signed_years(read_rda("atop_alliance"), read_rda("cow_mid_ddydisps"), rule)
    if given.csv:
        with given.csv.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows([("frame", "a", "b", "sign"), *rows])
    started = time.monotonic()
    years = []
    print(
        f"{'year':>5} {'n':>4} {'m':>5} {'m-':>4} {'L':>4} {'F':>6} {'kappa':>6} {'optimal':>7} {'unique':>6} seconds"
    )
    for year, ties in groupby(rows, key=lambda row: row[0]):
        one = measure_balance(signed_graph((a, b, sign, 1.0) for _, a, b, sign in ties), frame=str(year))
        years.append(one)
        print(
            f"{year:>5} {one.n:>4} {one.m:>5} {one.m_negative:>4} {one.L:>4g} {one.F:>6.3f} {one.kappa:>6.3f} "
            f"{one.optimal!s:>7} {one.unique!s:>6} {one.seconds:>7.2f}"
        )
    seconds = time.monotonic() - started
    print(f"{len(years)} years, {sum(one.optimal for one in years)} proven, {seconds:.1f} s in all")
    if given.figure:
        draw_balance(years, given.figure, title="Balance of alliances and disputes", spans=WARS, note=CAVEAT)
    return 0


def read_rda(name: str) -> Any:
    """The one table of an R data file."""
    import rdata

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of encodings that the file does not state
        return next(iter(rdata.read_rda(IR / f"{name}.rda").values()))


if __name__ == "__main__":
    sys.exit(main())
