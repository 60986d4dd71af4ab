"""What is not in the figures: names not resolved, and what was skipped, with the reasons."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from detente.report.clean import clean, shortened
from detente.report.reading import Reading, Row
from detente.report.wording import SCOPES

NAMES = 120
EXAMPLES = 5


@dataclass(frozen=True, slots=True)
class UnresolvedName:
    """A name or anaphor that could not be resolved; `document` is the number of the document of the example."""

    text: str
    reason: str
    n: int
    example: str
    document: int


@dataclass(frozen=True, slots=True)
class SkippedGroup:
    """Things left out for one reason; `examples` are (source, excerpt), at most five."""

    reason: str
    remedy: str
    n: int
    examples: tuple[tuple[str, str], ...]


def unresolved_names(reading: Reading) -> tuple[list[UnresolvedName], int]:
    """The most frequent unresolved names, and how many more there are."""
    rows = sorted(reading.tables["unresolved"], key=lambda row: (-(row["n_mentions"] or 0), row["text"]))
    shown = [
        UnresolvedName(
            clean(row["text"]),
            clean(row["reason"]),
            row["n_mentions"] or 0,
            shortened(clean(row["example"] or ""), 260),
            reading.numbers.get(row["document_id"], 0),
        )
        for row in rows[:NAMES]
    ]
    return shown, max(0, len(rows) - NAMES)


def skipped(reading: Reading) -> list[tuple[str, int, list[SkippedGroup]]]:
    """(what, how many, groups by reason) by scope: failures first, boilerplate last; the largest group first."""
    groups: dict[str, dict[tuple[str, str], list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in reading.tables["rejected"]:
        groups[row["scope"]][row["reason"], row["remedy"] or ""].append(row)
    order = [scope for scope in SCOPES if scope in groups] + sorted(set(groups) - set(SCOPES))
    return [
        (
            SCOPES.get(scope, scope),
            sum(len(rows) for rows in groups[scope].values()),
            [
                _group(reason, remedy, rows)
                for (reason, remedy), rows in sorted(groups[scope].items(), key=lambda item: (-len(item[1]), item[0]))
            ],
        )
        for scope in order
    ]


def _group(reason: str, remedy: str, rows: list[Row]) -> SkippedGroup:
    examples = [(clean(row["source"]), shortened(clean(row["excerpt"] or ""), 160)) for row in rows[:EXAMPLES]]
    return SkippedGroup(clean(reason), clean(remedy), len(rows), tuple(examples))
