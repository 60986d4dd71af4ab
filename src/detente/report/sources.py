"""The documents read, numbered, with what each told."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from detente.report.anchors import document_anchor
from detente.report.clean import clean, shortened
from detente.report.items import unit_of
from detente.report.reading import Reading, Row
from detente.report.wording import day_words

BASES = {
    "metadata": "as the document says",
    "url": "from its address",
    "option": "as given by the user",
    "inferred": "not stated",
    "none": "",
}


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One document; `link` is "" unless its source is a web address; `copy_of` is a number, 0 for none."""

    number: int
    anchor: str
    title: str
    by: str
    published: str
    basis: str
    language: str
    source: str
    link: str
    n_units: int
    copy_of: int


def sources(reading: Reading) -> list[SourceRow]:
    """The documents in the order of their numbers."""
    units: dict[str, set[str]] = defaultdict(set)
    for row in reading.tables["events"]:
        units[row["document_id"]].add(unit_of(row))
    return [_row(reading, row, len(units[row["document_id"]])) for row in reading.tables["documents"]]


def _row(reading: Reading, row: Row, n_units: int) -> SourceRow:
    number = reading.numbers[row["document_id"]]
    source = clean(row["source"] or "")
    cluster = row["document_cluster"]
    return SourceRow(
        number=number,
        anchor=document_anchor(number),
        title=shortened(clean(row["title"] or ""), 200) or "(no title)",
        by=", ".join(dict.fromkeys(clean(row[key]) for key in ("author", "publisher") if row[key])),
        published=day_words(row["published"]) or "no date",
        basis=BASES.get(row["published_basis"] or "", ""),
        language=row["language"] or "?",
        source=source,
        link=source if source.startswith(("http://", "https://")) else "",
        n_units=n_units,
        copy_of=reading.numbers.get(cluster, 0) if cluster not in (None, row["document_id"]) else 0,
    )
