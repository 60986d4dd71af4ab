"""Who heads the government of each state in each year since 1990: known or not, printed, with a floor."""

from __future__ import annotations

import csv
import sys
from datetime import date
from pathlib import Path

from detente.lexicon.names import people, states
from detente.lexicon.rows import partial_date

FIRST, LAST, FLOOR = 1990, 2026, 0.95


def heads() -> dict[str, list[tuple[date, date, str]]]:
    """By state, from when to when which office heads the government (`executives.csv`, beside this file)."""
    found: dict[str, list[tuple[date, date, str]]] = {}
    with (Path(__file__).parent / "executives.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            start, end = partial_date(row["date_start"]) or date.min, partial_date(row["date_end"]) or date.max
            found.setdefault(row["state"], []).append((start, end, row["head"]))
    return found


def test_the_head_of_government_is_known_in_nearly_every_year_of_every_state():
    holders = {}
    for row in people():
        holders.setdefault((row.code, row.office), []).append(row)
    executives = heads()
    lines, known, asked = [], 0, 0
    for code, state in sorted(states().items()):
        if state.kind not in ("un_member", "partial"):
            continue
        marks = ""
        for year in range(FIRST, LAST + 1):
            on = date(year, 7, 1)
            if not state.lasts(on):
                marks += " "
                continue
            offices = [head for start, end, head in executives.get(code, ()) if start <= on < end]
            filled = any(row.holds(on) for head in offices for row in holders.get((code, head), ()))
            asked, known = asked + 1, known + filled
            marks += "+" if filled else "-"
        lines.append(f"{code} {marks}")
    share = known / asked
    sys.stdout.write("\n".join(lines) + f"\n{known} of {asked} state-years, {share:.1%}\n")
    assert share >= FLOOR
