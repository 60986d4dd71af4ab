"""What every section of the page reads: the tables as rows, names, numbers of documents, the corpus's present."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

import pyarrow as pa

from detente.report.camp_split import CampSplit
from detente.report.clean import clean
from detente.report.names import display_names
from detente.schema.tables import TABLES

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Reading:
    """The tables of one project, ready to be told.

    Attributes:
        tables: rows by table name; every table of `schema.tables` but mentions, panel and evidence.
        events: events that count: those of near-duplicates left out.
        documents: by document_id.
        numbers: document_id -> 1, 2, 3 … in the order of the table.
        sentences: by (document_id, sentence_index).
        names: code -> name to show.
        camps: the split, or None.
        present: latest publication date, else latest first day of an asserted event, else None.
    """

    tables: Mapping[str, list[Row]]
    events: list[Row]
    documents: Mapping[str, Row]
    numbers: Mapping[str, int]
    sentences: Mapping[tuple[str, int], Row]
    names: Mapping[str, str]
    camps: CampSplit | None
    present: date | None

    def name(self, code: str) -> str:
        """Name to show for a code; the code itself when the corpus gives none."""
        return self.names.get(code, code)

    def pair_name(self, a: str, b: str) -> str:
        """Both names, `A – B`; `A alone` for acts without recipient."""
        return f"{self.name(a)} – {self.name(b)}" if b else f"{self.name(a)}, no recipient named"


def make_reading(
    tables: Mapping[str, pa.Table], camps: CampSplit | None, names: Mapping[str, str] = MappingProxyType({})
) -> Reading:
    """Rows and indexes of the tables; absent tables count as empty.

    Args:
        tables: Arrow tables by the names of `schema.tables.TABLES`.
        camps: the split, or None.
        names: code -> name to show; what it lacks is taken from the events.
    """
    unread = ("mentions", "panel", "evidence")
    rows: dict[str, list[Row]] = {
        name: tables[name].to_pylist() if name in tables else [] for name in TABLES if name not in unread
    }
    events = [row for row in rows["events"] if row["document_cluster"] in (None, row["document_id"])]
    published = [row["published"] for row in rows["documents"] if row["published"]]
    dated = [row["date_start"] for row in events if row["date_start"] and row["modality"] == "asserted"]
    return Reading(
        tables=rows,
        events=events,
        documents={row["document_id"]: row for row in rows["documents"]},
        numbers={row["document_id"]: i for i, row in enumerate(rows["documents"], start=1)},
        sentences={(row["document_id"], row["sentence_index"]): row for row in rows["sentences"]},
        names=display_names(rows["events"]) | {code: clean(name) for code, name in names.items() if name},
        camps=camps,
        present=max(published or dated, default=None),
    )
