"""The dyad table: who did how much of what to whom, each number with the mark of the items that it counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from detente.report.anchors import dyad_token, pair_anchor
from detente.report.reading import Reading, Row
from detente.report.wording import interval_words

COLUMNS = (
    ("All", "n", "n_events"),
    ("Acts", "act", "n_acts"),
    ("Conditions", "condition", "n_conditions"),
    ("Talk +", "q1", "n_verbal_cooperation"),
    ("Deed +", "q2", "n_material_cooperation"),
    ("Talk −", "q3", "n_verbal_conflict"),
    ("Deed −", "q4", "n_material_conflict"),
)
LIMIT = 400  # rows


@dataclass(frozen=True, slots=True)
class Cell:
    """One number, the mark of the items that it counts, and what it counts in words."""

    n: int
    token: str
    words: str


@dataclass(frozen=True, slots=True)
class DyadRow:
    """One ordered pair; `balance` is (conflict, cooperation), shares of the longest bar in percent."""

    actor: str
    recipient: str
    anchor: str
    cells: tuple[Cell, ...]
    n_documents: int
    first: str
    last: str
    first_day: str
    last_day: str
    balance: tuple[float, float]


@dataclass(frozen=True, slots=True)
class DyadTable:
    """Rows, the most told first, names of the number columns, and how many rows are left to the exported table."""

    rows: tuple[DyadRow, ...]
    columns: tuple[str, ...]
    left_out: int


def dyad_table(reading: Reading) -> DyadTable:
    """The directed dyads as a table."""
    dyads = sorted(reading.tables["dyads"], key=lambda row: (-row["n_events"], row["actor"], row["recipient"]))
    days = _intervals(reading)
    most = max((max(_sides(row)) for row in dyads), default=1) or 1
    rows = tuple(_row(reading, row, most, days[row["actor"], row["recipient"]]) for row in dyads[:LIMIT])
    return DyadTable(rows, tuple(title for title, _, _ in COLUMNS), max(0, len(dyads) - LIMIT))


def _sides(row: Row) -> tuple[int, int]:
    return (
        row["n_verbal_conflict"] + row["n_material_conflict"],
        row["n_verbal_cooperation"] + row["n_material_cooperation"],
    )


def _intervals(reading: Reading) -> dict[tuple[str, str], dict[date, date | None]]:
    """Dyad -> first day -> end of the shortest interval from that day, of what is told as fact."""
    found: dict[tuple[str, str], dict[date, date | None]] = defaultdict(dict)
    for row in reading.events:
        if row["modality"] == "asserted" and row["recipient"] and row["date_start"]:
            ends = found[row["actor"], row["recipient"]]
            start, end = row["date_start"], row["date_end"] or row["date_start"]
            ends[start] = min(ends.get(start) or end, end)
    return found


def _interval(ends: Mapping[date, date | None], first: date | None) -> str:
    """A day, a month or a year, as precise as the text is; "" without a date."""
    return interval_words(first, ends.get(first)) if first else ""


def _row(reading: Reading, row: Row, most: int, days: Mapping[date, date | None]) -> DyadRow:
    actor, recipient = reading.name(row["actor"]), reading.name(row["recipient"])
    cells = tuple(
        Cell(row[column], dyad_token(row["actor"], row["recipient"], mark), f"{title}: {actor} → {recipient}")
        for title, mark, column in COLUMNS
    )
    first, last = (_interval(days, row[column]) for column in ("date_first", "date_last"))
    conflict, cooperation = _sides(row)
    return DyadRow(
        actor=actor,
        recipient=recipient,
        anchor=pair_anchor(row["actor"], row["recipient"]),
        cells=cells,
        n_documents=row["n_documents"],
        first=first,
        last=last,
        first_day=row["date_first"].isoformat() if row["date_first"] else "",
        last_day=row["date_last"].isoformat() if row["date_last"] else "",
        balance=(round(50 * conflict / most, 2), round(50 * cooperation / most, 2)),
    )
