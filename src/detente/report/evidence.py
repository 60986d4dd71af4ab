"""Per pair, every act with the sentences that tell it, newest first."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from detente.report.anchors import pair_anchor
from detente.report.items import Item, items_of, pairs_of
from detente.report.reading import Reading

OPEN_ITEMS = 4  # shown before the fold
PAIR_ITEMS, ALL_ITEMS = 150, 5000  # most items shown, of a pair and in all: a page must open


@dataclass(frozen=True, slots=True)
class PairEvidence:
    """The items of one pair, the first few apart; `left_out` others are in the exported events only."""

    name: str
    anchor: str
    first: tuple[Item, ...]
    rest: tuple[Item, ...]
    left_out: int
    n_cooperation: int
    n_conflict: int
    n_unsaid: int


def evidence(reading: Reading) -> list[PairEvidence]:
    """Pairs, the most told first, then acts without recipient by actor."""
    of_ties: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in reading.tables["tie_evidence"]:
        of_ties[row["a"], row["b"]].add(row["event_id"])
    pairs = pairs_of(reading.events)
    told = {pair: items_of(reading, rows, frozenset(of_ties[pair])) for pair, rows in pairs.items()}
    order = sorted(told, key=lambda pair: (not pair[1], -len(told[pair]), pair))
    sections = []
    budget = ALL_ITEMS
    for a, b in order:
        items = told[a, b]
        shown = items[: max(0, min(PAIR_ITEMS, budget))]
        budget -= len(shown)
        sides = Counter(item.side for item in items if item.counted)
        sections.append(
            PairEvidence(
                name=reading.pair_name(a, b),
                anchor=pair_anchor(a, b),
                first=tuple(shown[:OPEN_ITEMS]),
                rest=tuple(shown[OPEN_ITEMS:]),
                left_out=len(items) - len(shown),
                n_cooperation=sides["cooperation"],
                n_conflict=sides["conflict"],
                n_unsaid=sum(not item.counted for item in items),
            )
        )
    return sections


def places(pairs: list[PairEvidence]) -> dict[str, str]:
    """event_id -> fragment of the item on the page that shows it; events left out of the page are absent."""
    return {
        event_id: item.anchor for pair in pairs for item in (*pair.first, *pair.rest) for event_id in item.event_ids
    }
