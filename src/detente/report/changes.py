"""What changed: the weightiest recent acts, and pairs whose dealings turned."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import zip_longest
from math import log2

from detente.report.anchors import pair_anchor
from detente.report.items import Item, items_of, pairs_of, unit_of
from detente.report.reading import Reading, Row
from detente.report.wording import day_words, side_of
from detente.schema.event import NETWORK_ALONE

SHOWN = 6
ALONE = 0.4  # weight of an act that no pattern knows: such are wrong twice as often as the others (`make evaluate`)
SIDES = ("conflict", "cooperation")
HALF_LIFE_DAYS = 180.0  # an act half a year old weighs half as much in the choice
RECENT_DAYS = 365
LEAST = 3  # acts on either side of the turn
FIRM = 2 / 3  # share of one side that makes a majority


@dataclass(frozen=True, slots=True)
class Turn:
    """A pair whose dealings were mainly of one side before a day, and of the other since."""

    pair: str
    anchor: str
    words: str
    side: str


def notable_acts(reading: Reading) -> list[Item]:
    """At most six acts told as fact, newest first; undated ones last, and only where dated ones do not fill the list.

    Chosen in turn from conflict and cooperation, while there are both: PLOVER gives aid +10 and a threat
    -3.5, so scores of the two sides are not weighed against each other. Within a side by |PLOVER scale| ·
    2^(-age / 180 days) · (1 + log2 of the documents that tell it), less than half that where the network alone found
    it, at most two of the same parties.
    """
    rows = [
        row
        for row in reading.events
        if row["modality"] == "asserted" and row["kind"] == "act" and row["recipient"]
        if row["actor"] != row["recipient"] and row["scale"]
    ]
    present = reading.present or date.max
    items = [item for item in items_of(reading, rows) if item.day is None or item.day <= present]
    weighed = sorted(items, key=lambda item: (item.day is None, -_weight(item, present), item.anchor))
    chosen = [item for pair in zip_longest(*(_apart(weighed, side) for side in SIDES)) for item in pair if item][:SHOWN]
    return sorted(chosen, key=lambda item: (item.day is None, -(item.day or date.min).toordinal(), item.anchor))


def _apart(weighed: list[Item], side: str) -> list[Item]:
    """Those of one side, in their order, at most two of the same parties."""
    same: Counter[str] = Counter()
    kept = []
    for item in weighed:
        if item.side == side and same[item.parties] < 2:
            same[item.parties] += 1
            kept.append(item)
    return kept


def turns(reading: Reading) -> list[Turn]:
    """Pairs mainly hostile before the last twelve months of the corpus and mainly cooperative in them, or the reverse.

    Dated acts and conditions, told as fact or as history; at least three before and three since, two thirds of them
    on one side.
    """
    if reading.present is None:
        return []
    border = reading.present - timedelta(days=RECENT_DAYS)
    told = [row for row in reading.events if row["modality"] in ("asserted", "historical") and row["date_start"]]
    found = []
    for (a, b), rows in pairs_of(told).items():
        before, since = (_sides(rows, border, late) for late in (False, True))
        old, new = (_majority(counts) for counts in (before, since))
        if b and old and new and old != new:
            words = (
                f"mainly {old} before {day_words(border)} ({before[old]} of {before.total()}), "
                f"mainly {new} since ({since[new]} of {since.total()})"
            )
            found.append((-since.total(), Turn(reading.pair_name(a, b), pair_anchor(a, b), words, new)))
    return [turn for _, turn in sorted(found, key=lambda entry: (entry[0], entry[1].pair))][:4]


def _weight(item: Item, present: date) -> float:
    age = (present - (item.day or present)).days
    documents = len({telling.document for telling in item.tellings})
    sure = ALONE if item.rule.startswith(NETWORK_ALONE) else 1.0
    return sure * abs(item.scale) * 0.5 ** (age / HALF_LIFE_DAYS) * (1 + log2(max(1, documents)))


def _sides(rows: list[Row], border: date, late: bool) -> Counter[str]:
    units: dict[str, str] = defaultdict(str)
    for row in rows:
        if (row["date_start"] > border) == late and row["event_type"] != "REQUEST":
            units[unit_of(row)] = side_of(row["quad"])
    return Counter(units.values())


def _majority(counts: Counter[str]) -> str:
    if counts.total() < LEAST:
        return ""
    side, n = counts.most_common(1)[0]
    return side if n >= FIRM * counts.total() else ""
