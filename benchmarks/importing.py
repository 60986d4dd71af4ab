"""Time and memory of `detente import`, and how fast names are resolved.

python benchmarks/importing.py [N_GDELT_ROWS]    by default two million; ten million need 4 GB of disk
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from gdelt_file import write_gdelt
from measured import run_measured

SHARED = Path(os.environ.get("DETENTE_SHARED") or Path(__file__).resolve().parents[2] / "shared") / "data"
ICEWS = SHARED / "icews/icews_2005_2015_dyads.parquet"
LIMIT_MB = 2000  # an import of ten million rows may take no more


def main() -> int:
    """Print seconds, peak memory, rows per second, the share of rows with both sides, and names per second."""
    n_rows = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000_000
    peak = 0.0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = [("gdelt2, made", write_gdelt(folder / "made.export.CSV", n_rows, seed=1))]
        if ICEWS.exists():
            files.append(("icews dyads", ICEWS))
            _time_names()
        else:
            print(f"{ICEWS} is not there: only made rows are imported")
        for title, path in files:
            done = run_measured(["import", str(path), "-o", str(folder / title.split()[0]), "--json"])
            if done.code:
                print(done.stderr)
                return done.code
            result = json.loads(done.stdout)
            share = result["n_both_sides"] / result["n_kept"]
            print(
                f"{title:14} {result['n_rows']:>10,} rows {done.seconds:8.1f} s {result['n_rows'] / done.seconds:>10,.0f}"
                f" rows/s {done.peak_mb:6.0f} MB   both sides in {share:.1%} of {result['n_kept']:,} kept"
            )
            peak = max(peak, done.peak_mb)
    return int(peak > LIMIT_MB)


def _time_names() -> None:
    """Distinct names of the file per second, each at one date, once the lexicon is loaded."""
    import pyarrow.parquet as pq

    from detente.resolve.phrase import resolve_phrase

    table = pq.read_table(ICEWS, columns=["actor", "recipient"])
    names = sorted({*table["actor"].to_pylist(), *table["recipient"].to_pylist()})
    resolve_phrase("France", date(2010, 1, 1))
    started = time.monotonic()
    for name in names:
        resolve_phrase(name, date(2010, 1, 1))
    seconds = time.monotonic() - started
    print(f"names          {len(names):>10,} distinct {seconds:6.1f} s {len(names) / seconds:>10,.0f} names/s")


if __name__ == "__main__":
    sys.exit(main())
