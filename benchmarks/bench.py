"""Speed, memory and start-up time.

python benchmarks/bench.py [N_DOCUMENTS]
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from statistics import median

from corpus import write_corpus
from measured import run_measured

N_STARTS = 5


def main() -> int:
    """Print documents/s, sentences/s, peak memory, and the start-up time of `detente --help`."""
    n_documents = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    start_up = median(run_measured(["--help"]).seconds for _ in range(N_STARTS))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_corpus(folder / "corpus", n_documents, seed=1)
        for path in (folder / "corpus" / "bad").iterdir():
            path.unlink()
        (folder / "corpus" / "bad").rmdir()
        run = run_measured(["run", str(folder / "corpus"), "-o", str(folder / "project"), "--json"])
        if run.code:
            print(run.stderr)
            return run.code
        again = run_measured(["run", str(folder / "corpus"), "-o", str(folder / "project"), "--quiet"])
        summary = json.loads(run.stdout)
    print(f"documents/s       {summary['n_documents'] / run.seconds:8.1f}   ({summary['n_documents']} documents)")
    print(f"sentences/s       {summary['n_sentences'] / run.seconds:8.1f}   ({summary['n_sentences']} sentences)")
    print(f"peak memory       {run.peak_mb:8.0f} MB")
    print(f"unchanged re-run  {again.seconds:8.2f} s")
    print(f"detente --help    {start_up:8.2f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
