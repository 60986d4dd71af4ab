"""How fast the lexicon loads and noun phrases are resolved, on one core, each phrase once and nothing kept between them.

python benchmarks/phrases.py

The phrases: every 20th surface form of the name tables, alone and with a role in front or behind, and the annotated ones
of `training/resolution`; all distinct.
"""

from __future__ import annotations

import json
import sys
import time
from datetime import date
from pathlib import Path

TRAINING = Path(__file__).resolve().parents[1] / "training" / "resolution"
FRAMES = ("{}", "the {} government", "officials from {}", "{} (Kenya)")
ON = date(2012, 6, 15)


def phrases() -> list[str]:
    """Distinct phrases, in a fixed order."""
    from detente.lexicon.names import name_tables

    forms = [text for table in name_tables() for text in table.texts][::20]
    made = [frame.format(form) for form in forms for frame in FRAMES]
    written = [
        json.loads(line)["text"]
        for path in sorted(TRAINING.glob("actors-*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    ]
    return list(dict.fromkeys([*made, *written]))


def main() -> int:
    """Print seconds to load the lexicon, seconds to the first phrase, and phrases a second."""
    from detente.resolve.phrase import resolve_phrase

    start = time.perf_counter()
    from detente.lexicon.gazetteer import gazetteer

    gazetteer()
    loaded = time.perf_counter()
    resolve_phrase("the Unheardof Nobody")  # the tables of roles and of sounds
    warm = time.perf_counter()
    todo = phrases()
    begin = time.perf_counter()
    found = sum(bool(resolve_phrase(phrase, ON).actors) for phrase in todo)
    seconds = time.perf_counter() - begin
    print(f"names loaded in   {loaded - start:8.2f} s")
    print(f"first phrase      {warm - loaded:8.2f} s")
    print(f"phrases/s         {len(todo) / seconds:8.0f}   ({len(todo)} distinct, {found} with an actor)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
