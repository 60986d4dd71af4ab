"""The acts behind a number: whatever a project's events and imported records say of a pair in some days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from detente.measure.pair_counts import NEITHER
from detente.measure.units import by_pair, counting_units
from detente.pipeline.histories import event_frames
from detente.schema.codebook import codebook
from detente.store.project import ProjectStore

EXCERPT = 300  # characters of a text
SAME = 2  # acts of one driver among those shown


@dataclass(frozen=True, slots=True)
class ToldAct:
    """One distinct act of a pair.

    Attributes:
        event_id: the event or record that tells it best; others of its group are not repeated.
        unit: what it is counted as.
        date: first day.
        actor, recipient: codes; actor_name, recipient_name: as told.
        event_type: PLOVER, "" for a statement.
        side: 0 neither, 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict.
        scale: of the source or PLOVER; 0 where there is none.
        weight: how much it is told: confidence, and reports where the source counts them.
        text: the sentence, or what the record says.
        source: publisher, title or file; reference: URL, path or id.
    """

    event_id: str
    unit: str
    date: date
    actor: str
    actor_name: str
    recipient: str
    recipient_name: str
    event_type: str
    side: int
    scale: float
    weight: float
    text: str
    source: str
    reference: str


Pair = tuple[str, str]  # codes, a < b


def told_acts(store: ProjectStore, pair: Pair, first: date, last: date) -> list[ToldAct]:
    """Distinct asserted acts of a pair, both directions, from `first` to before `last`, by date and id."""
    return told_acts_of(store, {pair: (first, last)})[pair]


def told_acts_of(store: ProjectStore, spans: Mapping[Pair, tuple[date, date]]) -> dict[Pair, list[ToldAct]]:
    """The same of several pairs, each in its own days, in one look at the tables."""
    import narwhals as nw

    found: dict[Pair, dict[str, ToldAct]] = {pair: {} for pair in spans}
    if not spans:
        return {}
    low, high = min(first for first, _ in spans.values()), max(last for _, last in spans.values())
    documents: dict[str, dict[str, Any]] | None = None
    for frame in event_frames(store):
        units = counting_units(frame).with_columns(
            nw.col("actor").alias("doer"), nw.col("recipient").alias("undergoer")
        )
        told = (nw.col("modality") == "asserted") & (nw.col("kind") == "act")
        dated = (nw.col("date_start") >= nw.lit(low)) & (nw.col("date_start") < nw.lit(high))
        key = nw.concat_str(nw.col("actor"), nw.col("recipient"), separator="|")
        chosen = by_pair(units.filter(told & dated)).filter(key.is_in([f"{a}|{b}" for a, b in sorted(spans)]))
        rows: list[dict[str, Any]] = chosen.collect(backend="pyarrow").to_native().to_pylist()
        if rows and "source_key" not in rows[0] and documents is None:
            documents = {row["document_id"]: row for row in store.table("documents", DOCUMENT_COLUMNS).to_pylist()}
        for row in rows:
            pair = (row["actor"], row["recipient"])
            first, last = spans[pair]
            if not first <= row["date_start"] < last:
                continue
            act = _record(row) if "source_key" in row else _event(row, documents or {})
            mine = found[pair]
            if act.unit not in mine or (act.weight, act.event_id) > (mine[act.unit].weight, mine[act.unit].event_id):
                mine[act.unit] = act
    return {pair: sorted(acts.values(), key=lambda act: (act.date, act.event_id)) for pair, acts in found.items()}


DOCUMENT_COLUMNS = ["document_id", "source", "title", "publisher"]


@dataclass(frozen=True, slots=True)
class Driver:
    """So many distinct acts of one type by one side to the other."""

    actor: str
    recipient: str
    event_type: str
    n: int


def drivers(acts: Sequence[ToldAct], sides: Sequence[int]) -> list[Driver]:
    """Types of act by doer, the weightiest first: their number times the PLOVER score."""
    counted = Counter((act.actor, act.recipient, act.event_type) for act in acts if act.side in sides)
    found = [Driver(*key, n) for key, n in counted.items()]
    return sorted(found, key=lambda one: (-one.n * _score(one.event_type), one.actor, one.event_type))


def weightiest(acts: Sequence[ToldAct], sides: Sequence[int], n: int) -> list[ToldAct]:
    """At most `n` acts that stand for the rest, by date: of the weightiest drivers, two each, those told most.

    What many acts say goes before what one says: in machine-coded data a single grave act is often a misreading.
    """
    kept: list[ToldAct] = []
    for driver in drivers(acts, sides):
        mine = [
            act
            for act in acts
            if (act.actor, act.event_type) == (driver.actor, driver.event_type) and act.side in sides
        ]
        mine.sort(key=lambda act: (-abs(act.scale) * act.weight, act.date, act.event_id))
        kept += mine[: min(SAME, n - len(kept))]
    return sorted(kept, key=lambda act: (act.date, act.event_id))


def _score(event_type: str) -> float:
    types = codebook().event_types
    return abs(types[event_type].score) if event_type in types else 0.0


def _side(row: dict[str, Any]) -> int:
    return 0 if row["event_type"] in NEITHER else int(row["quad"])


def _record(row: dict[str, Any]) -> ToldAct:
    names = [row["actor_name"] or row["doer"], row["recipient_name"] or row["undergoer"]]
    return ToldAct(
        event_id=row["event_id"],
        unit=row["unit"],
        date=row["date_start"],
        actor=row["doer"],
        actor_name=names[0],
        recipient=row["undergoer"],
        recipient_name=names[1],
        event_type=row["event_type"],
        side=_side(row),
        scale=row["scale"] or 0.0,
        weight=row["confidence"] * (1 + (row["reports"] or 1)) ** 0.5 / 2**0.5,
        text=f"{names[0]} → {names[1]}: {row['text'] or row['event_type'].lower()}"[:EXCERPT],
        source=row["publisher"] or row["file"] or row["source"],
        reference=row["reference"] or row["source_key"],
    )


def _event(row: dict[str, Any], documents: dict[str, dict[str, Any]]) -> ToldAct:
    document = documents.get(row["document_id"], {})
    return ToldAct(
        event_id=row["event_id"],
        unit=row["unit"],
        date=row["date_start"],
        actor=row["doer"],
        actor_name=row["actor_name"] or row["actor_text"],
        recipient=row["undergoer"],
        recipient_name=row["recipient_name"] or row["recipient_text"],
        event_type=row["event_type"],
        side=_side(row),
        scale=row["scale"] or 0.0,
        weight=row["confidence"],
        text=row["sentence"][:EXCERPT],
        source=document.get("publisher") or document.get("title") or document.get("source") or row["document_id"],
        reference=document.get("source") or row["document_id"],
    )
