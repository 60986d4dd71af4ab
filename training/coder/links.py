"""References of the annotated texts as the network reads them, one line a text.

python training/coder/links.py -o LINKS.jsonl [--without FILE …]

A line holds `text` and `references`: of each the span (`anchor`), the spans of the members of every candidate
(`candidates`; none for no actor), their scores by features alone (`prior`), the actors that each stands for by number
(`actors`), and which are right (`right`).
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from references import Ranking, rankings, texts


def line(ranking: Ranking) -> dict[str, Any]:
    """One reference with its candidates."""
    from detente.resolve.anaphora import anchor_of
    from detente.resolve.ranking import prior

    numbers = {codes: i for i, codes in enumerate(dict.fromkeys(c.codes() for c in ranking.candidates))}
    return {
        "model": ranking.model,
        "anchor": anchor_of(ranking.mention),
        "candidates": [[(m.char_start, m.char_end) for m in c.members] for c in ranking.candidates],
        "prior": [round(score, 3) for score in prior(ranking.candidates, ranking.model)],
        "actors": [numbers[c.codes()] for c in ranking.candidates],
        "right": ranking.right,
    }


def main() -> int:
    """Writes the lines, and prints how many references they hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args()
    n = 0
    with options.output.open("w", encoding="utf-8") as file:
        for text in texts():
            references = [line(ranking) for ranking in rankings(text)]
            n += len(references)
            if references:
                json.dump({"file": text.file, "text": text.text, "references": references}, file, ensure_ascii=False)
                file.write("\n")
    print(f"{n} references")
    return 0


if __name__ == "__main__":
    sys.exit(main())
