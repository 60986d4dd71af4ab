"""Code 2,000 documents in mixed formats with 20 bad ones among them; check memory and what was rejected.

python benchmarks/soak.py [N_DOCUMENTS]
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from corpus import write_corpus
from measured import run_measured

MAX_PEAK_MB = 1500


def main() -> int:
    """Run, print what was found, and return how many expectations failed."""
    n_documents = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bad = write_corpus(folder / "corpus", n_documents, seed=1)
        started = time.monotonic()
        done = run_measured(["run", str(folder / "corpus"), "-o", str(folder / "project"), "--json"])
        seconds = time.monotonic() - started
        if done.code != 3:
            print(f"exit code {done.code}, expected 3\n{done.stderr}")
            return 1
        summary = json.loads(done.stdout)
        reasons = {item["source"].split("#")[0]: item["reason"] for item in summary["unread"]}
        missing = [path for path in bad if str(folder / "corpus" / path) not in reasons]
        for path in bad:
            print(f"{path}: {reasons.get(str(folder / 'corpus' / path), 'NOT LISTED')}")
        good = [source for source in reasons if "/bad/" not in source]
        again = subprocess.run(
            [sys.executable, "-m", "detente", "run", str(folder / "corpus"), "-o", str(folder / "project"), "--quiet"],
            check=False,
        )
    failures = [
        (
            f"{summary['n_documents']} documents read, expected at least {n_documents}",
            summary["n_documents"] < n_documents,
        ),
        (f"{len(missing)} bad files not listed: {missing}", bool(missing)),
        (f"{len(good)} good files listed as not read: {good[:5]}", bool(good)),
        (f"peak memory {done.peak_mb:.0f} MB, limit {MAX_PEAK_MB} MB", done.peak_mb > MAX_PEAK_MB),
        (f"second run: exit code {again.returncode}, expected 3", again.returncode != 3),
    ]
    print(
        f"{summary['n_documents']} documents, {summary['n_events']} events, {seconds:.0f} s, {done.peak_mb:.0f} MB peak"
    )
    for text, failed in failures:
        if failed:
            print(f"FAILED: {text}")
    return sum(failed for _, failed in failures)


if __name__ == "__main__":
    sys.exit(main())
