"""Items of evidence: one distinct act or condition of a pair, with every sentence that tells it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from detente.report.anchors import dyad_token
from detente.report.clean import clean
from detente.report.marks import Piece, event_pieces
from detente.report.reading import Reading, Row
from detente.report.wording import DATE_BASES, MODALITIES, MUTUAL, TYPES, interval_words, joined, side_of
from detente.schema.codebook import QUADS

PRONOUNS = ("he", "she", "it", "they", "him", "her", "them", "his", "its", "their", "both", "who", "which")


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence that tells an act: its pieces, its document's number, who says it."""

    pieces: tuple[Piece, ...]
    document: int
    speaker: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class Item:
    """One distinct act or condition of a pair.

    Attributes:
        anchor: fragment of the page.
        tokens: marks of the numbers that count it; see `anchors.dyad_token`.
        date, date_basis, parties, what, quad, modality_words: words.
        side: `cooperation` or `conflict`; modality, kind, event_type, mode: as coded.
        confidence: of the coder, in [0, 1].
        day: first day, or None; scale: PLOVER points.
        tellings: at least one, in the order of documents.
        event_ids: events that it stands for.
        trigger: words that carry it.
        rule: what decided, in words.
    """

    anchor: str
    tokens: tuple[str, ...]
    date: str
    date_basis: str
    parties: str
    what: str
    event_type: str
    mode: str
    quad: str
    side: str
    kind: str
    modality: str
    modality_words: str
    confidence: float
    day: date | None
    scale: float
    tellings: tuple[Telling, ...]
    event_ids: tuple[str, ...]
    trigger: str
    rule: str

    @property
    def counted(self) -> bool:
        """Whether the tables count it: asserted only."""
        return self.modality == "asserted"


def unit_of(row: Row) -> str:
    """What is counted once: the incident, or the group of events on one trigger."""
    return row["incident_id"] or row["event_group"]


def pairs_of(rows: Iterable[Row]) -> dict[tuple[str, str], list[Row]]:
    """Events by undirected pair (a, b), a < b; (code, "") for acts without recipient or on the actor itself."""
    pairs: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        actor, recipient = row["actor"] or "", row["recipient"] or ""
        alone = not recipient or recipient == actor
        pairs[(actor, "") if alone else (min(actor, recipient), max(actor, recipient))].append(row)
    return dict(pairs)


def items_of(reading: Reading, rows: Iterable[Row], tie_events: frozenset[str] = frozenset()) -> list[Item]:
    """Items of some events, one a unit, newest first, undated last.

    Args:
        reading: holds sentences, names and numbers of documents.
        rows: events, of one pair or of several.
        tie_events: ids of events that a tie counts.
    """
    units: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        units[unit_of(row)].append(row)
    items = [_item(reading, unit, tie_events) for unit in units.values()]
    return sorted(items, key=lambda item: (item.day is None, -(item.day or date.min).toordinal(), item.anchor))


def parties_words(reading: Reading, rows: Iterable[Row]) -> str:
    """`A and B` for what is done together, else `A → B`; `A` where nobody is named as recipient."""
    rows = list(rows)
    doers = list(dict.fromkeys(row["actor"] for row in rows))
    done_to = list(dict.fromkeys(row["recipient"] for row in rows if row["recipient"]))
    if is_mutual(rows):
        return joined([reading.name(code) for code in dict.fromkeys([*doers, *done_to])], 5)
    left = joined([reading.name(code) for code in doers], 4)
    return f"{left} → {joined([reading.name(code) for code in done_to], 4)}" if done_to else left


def is_mutual(rows: Iterable[Row]) -> bool:
    """Whether somebody is both doer and recipient: a meeting, an alliance, a quarrel between two."""
    rows = list(rows)
    doers, done_to = ({row[end] for row in rows if row[end]} for end in ("actor", "recipient"))
    return bool(doers & done_to) and len(doers | done_to) > 1


def speaker_words(reading: Reading, row: Row) -> str:
    """Who says it: the words of the text, or for a pronoun the name of whom it stands for; "" for the writer."""
    words = clean(row["attribution"] or "")
    if words.lower() not in PRONOUNS:
        return words
    code = row["speaker_code"]
    return f"{words.lower()} ({reading.name(code)})" if code else f"{words.lower()} (not resolved)"


def _what(event_type: str, mode: str, mutual: bool) -> str:
    if mutual and event_type in MUTUAL:
        return MUTUAL[event_type]
    what = TYPES.get(event_type, event_type.lower())
    return f"{what} ({mode.replace('-', ' ')})" if mode else what


def _item(reading: Reading, rows: list[Row], tie_events: frozenset[str]) -> Item:
    number = reading.numbers
    rows = sorted(rows, key=lambda row: (number.get(row["document_id"], 0), row["char_start"], row["event_id"]))
    first = next((row for row in rows if row["modality"] == "asserted"), rows[0])
    sentences: dict[tuple[str, int], list[Row]] = defaultdict(list)
    for row in rows:
        sentences[row["document_id"], row["sentence_index"]].append(row)
    days = [row for row in rows if row["date_start"]]
    dated = min(days, key=lambda row: row["date_start"]) if days else first
    return Item(
        anchor=f"e-{first['event_id']}",
        tokens=tuple(sorted({token for row in rows for token in _tokens(row, tie_events)})),
        date=interval_words(dated["date_start"], dated["date_end"]),
        date_basis=DATE_BASES.get(dated["date_basis"], dated["date_basis"]),
        parties=parties_words(reading, rows),
        what=_what(first["event_type"], first["mode"], is_mutual(rows)),
        event_type=first["event_type"],
        mode=first["mode"],
        quad=QUADS.get(first["quad"], ""),
        side=side_of(first["quad"]),
        kind=first["kind"],
        modality=first["modality"],
        modality_words=MODALITIES.get(first["modality"], first["modality"]),
        confidence=first["confidence"],
        day=dated["date_start"],
        scale=first["scale"],
        tellings=tuple(_telling(reading, told) for told in sentences.values()),
        event_ids=tuple(row["event_id"] for row in rows),
        trigger=clean(first["trigger"] or ""),
        rule=first["rule"],
    )


def _telling(reading: Reading, rows: list[Row]) -> Telling:
    first = rows[0]
    return Telling(
        event_pieces(reading, rows),
        reading.numbers.get(first["document_id"], 0),
        speaker_words(reading, first),
        bool(first["quoted"]),
    )


def _tokens(row: Row, tie_events: frozenset[str]) -> list[str]:
    tokens = []
    if row["modality"] == "asserted" and row["recipient"]:
        marks = ("n", row["kind"], f"q{row['quad']}")
        tokens = [dyad_token(row["actor"], row["recipient"], mark) for mark in marks]
    if row["event_id"] in tie_events:
        tokens += ["tie", f"tie-{side_of(row['quad'])}", f"tie-{row['kind']}"]
    return tokens
