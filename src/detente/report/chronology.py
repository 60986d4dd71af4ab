"""Dated acts by pair: a figure, and the history that is too old for it in words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

import pyarrow as pa

from detente.report.anchors import pair_anchor
from detente.report.clean import clean, shortened
from detente.report.items import Item, items_of, pairs_of, unit_of
from detente.report.reading import Reading, Row
from detente.report.wording import counted, interval_words, side_of

PAIRS = 14  # rows of the figure
HISTORY = 24  # historical acts told in words


@dataclass(frozen=True, slots=True)
class Chronology:
    """Figures as SVG ("" without dated acts), remarks on what they leave out, and historical acts, oldest first."""

    wide: str
    narrow: str
    remarks: tuple[str, ...]
    history: tuple[Item, ...]
    more_history: int


def chronology(reading: Reading) -> Chronology:
    """The timeline of acts and conditions told as fact, and the history in words."""
    asserted = [row for row in reading.events if row["modality"] == "asserted" and row["recipient"]]
    pairs = {pair: rows for pair, rows in pairs_of(asserted).items() if pair[1]}
    dated = {pair: [row for row in rows if row["date_start"]] for pair, rows in pairs.items()}
    units = {pair: len({unit_of(row) for row in rows}) for pair, rows in dated.items() if rows}
    order = sorted(units, key=lambda pair: (-units[pair], pair))
    table = _table(reading, {pair: dated[pair] for pair in order[:PAIRS]})
    wide, narrow = (_figure(table, name, width) for name, width in (("wide", 1060), ("narrow", 390)))
    undated = {unit_of(row) for rows in pairs.values() for row in rows if not row["date_start"]}
    by_publication = {unit_of(row) for rows in dated.values() for row in rows if row["date_basis"] == "publication"}
    remarks = [f"The {PAIRS} most told pairs of {len(order)} are drawn."] if len(order) > PAIRS else []
    if undated:
        remarks.append(f"{counted(len(undated), 'act or condition', 'acts and conditions')} without a date: not drawn.")
    if by_publication:
        remarks.append(f"{len(by_publication):,} drawn at the publication date of the report, for want of another.")
    past = items_of(reading, [row for row in reading.events if row["modality"] == "historical" and row["date_start"]])
    past.sort(key=lambda item: (item.day or date.min, item.anchor))
    return Chronology(wide, narrow, tuple(remarks), tuple(past[:HISTORY]), max(0, len(past) - HISTORY))


def _table(reading: Reading, dated: dict[tuple[str, str], list[Row]]) -> pa.Table:
    """One row a pair, interval and side."""
    from detente.draw.timeline import TIMELINE

    rows = []
    for (a, b), events in dated.items():
        units: dict[tuple[date, date, str], dict[str, str]] = defaultdict(dict)
        for row in events:
            end = row["date_end"] or row["date_start"] + timedelta(days=1)
            units[row["date_start"], end, side_of(row["quad"])][unit_of(row)] = row["trigger"]
        name = shortened(reading.pair_name(a, b), 30)
        for (start, end, side), triggers in sorted(units.items()):
            words = clean(", ".join(f"“{word}”" for word in list(dict.fromkeys(triggers.values()))[:3]))
            label = f"{interval_words(start, end)}: {counted(len(triggers), 'act')} of {side}, {words}"
            rows.append(
                {
                    "pair": name,
                    "side": side,
                    "date_start": start,
                    "date_end": end,
                    "n": len(triggers),
                    "href": f"#{pair_anchor(a, b)}",
                    "label": shortened(label, 160),
                }
            )
    return pa.Table.from_pylist(rows, schema=TIMELINE)


def _figure(table: pa.Table, name: str, width: int) -> str:
    if not table.num_rows:
        return ""
    from detente.draw.inline_svg import inline_svg
    from detente.draw.timeline import timeline

    pairs = list(dict.fromkeys(table.column("pair").to_pylist()))
    description = (
        f"Dated acts told as fact, of {counted(len(pairs), 'pair')}: {'; '.join(pairs)}. The evidence has all."
    )
    return inline_svg(timeline(table, width), f"timeline-{name}", "Timeline of acts by pair", description)
