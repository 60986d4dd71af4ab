"""Measures of resolution on the annotated text of `tests/gold`: actors, anaphora, dates, attribution.

Each function takes the rows of one gold file and returns counts by name: (gold, returned, right).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

Row = Mapping[str, Any]
Counts = dict[str, tuple[int, int, int]]


def _triple(counts: Sequence[int]) -> tuple[int, int, int]:
    gold, returned, right = counts
    return gold, returned, right


def measure_actors(rows: Sequence[Row]) -> Counts:
    """State or organisation codes of phrases, sectors where the codes are right, and phrases that are no actor."""
    import detente

    code, sector, none = [0, 0, 0], [0, 0, 0], [0, 0, 0]
    for row in rows:
        actors = detente.resolve_all(row["text"], row["on"]).actors
        found = [actor.code for actor in actors]
        if not row["codes"]:
            none[0] += 1
            none[1] += not actors
            none[2] += not actors
            code[1] += any(found)
            continue
        named, right = any(row["codes"]), sorted(row["codes"]) == sorted(found)
        code[0] += named
        code[1] += any(found)
        code[2] += right and named
        if right:
            wanted = sorted(zip(row["codes"], row["sectors"], strict=True))
            sector[0] += 1
            sector[1] += 1
            sector[2] += wanted == sorted((actor.code, actor.sector) for actor in actors)
    return {"code": _triple(code), "sector": _triple(sector), "no actor": _triple(none)}


def measure_anaphora(rows: Sequence[Row]) -> Counts:
    """Codes of anaphors and groups; `empty` are pronouns that refer to no actor."""
    resolved, empty = [0, 0, 0], [0, 0, 0]
    for row in rows:
        start = _nth(row["text"], row["mention"], row["occurrence"])
        end = start + len(row["mention"])
        mentions = [m for m in _parsed(row).mentions if m.char_start < end and start < m.char_end]
        found = sorted({actor.code for mention in mentions[:1] for actor in mention.actors})
        wanted = sorted(set(row["codes"]))
        if not wanted:
            empty[0] += 1
            empty[1] += not found
            empty[2] += not found
            resolved[1] += bool(found)
            continue
        resolved[0] += 1
        resolved[1] += bool(found)
        resolved[2] += found == wanted
    return {"resolved": _triple(resolved), "empty": _triple(empty)}


def measure_dates(rows: Sequence[Row]) -> Counts:
    """Exact half-open intervals; `no date` are expressions that must not be anchored."""
    exact, none = [0, 0, 0], [0, 0, 0]
    for row in rows:
        start = row["text"].index(row["expression"])
        end = start + len(row["expression"])
        spans = [s for s in _parsed(row).dates if s.char_start < end and start < s.char_end]
        if row["date_start"] is None:
            none[0] += 1
            none[1] += not spans
            none[2] += not spans
            continue
        exact[0] += 1
        exact[1] += bool(spans)
        exact[2] += any(
            s.date_start.isoformat() == row["date_start"] and s.date_end.isoformat() == row["date_end"] for s in spans
        )
    return {"interval": _triple(exact), "no date": _triple(none)}


def measure_attribution(rows: Sequence[Row]) -> Counts:
    """Speaker and state of the words; a row is right when both are, with "" for the writer."""
    counts, sector = [0, 0, 0], [0, 0, 0]
    for row in rows:
        speaker = _speaker_of(row)
        counts[0] += bool(row["speaker"])
        counts[1] += bool(speaker.text)
        same = bool(speaker.text) and _same_phrase(speaker.text, row["speaker"])
        right = bool(row["speaker"]) and same and speaker.code == row["code"]
        counts[2] += right
        sector[0] += right
        sector[1] += right
        sector[2] += right and speaker.sector == row["sector"]
    return {"speaker and state": _triple(counts), "sector of the speaker": _triple(sector)}


def _same_phrase(found: str, wanted: str) -> bool:
    """Whether one holds the other, articles aside."""
    first, second = (
        text.lower().removeprefix("the ").removeprefix("a ").removeprefix("an ") for text in (found, wanted)
    )
    return bool(first and second) and (first in second or second in first)


def _speaker_of(row: Row) -> Any:
    from detente.extract.attribution import speaker_at

    return speaker_at(row["text"].index(row["act"]), _parsed(row).claims)


MEASURES: dict[str, Callable[[Sequence[Row]], Counts]] = {
    "actors": measure_actors,
    "anaphora": measure_anaphora,
    "dates": measure_dates,
    "attribution": measure_attribution,
}


def wrong_rows(kind: str, rows: Sequence[Row]) -> Iterator[Row]:
    """Rows that the measure of their kind does not count as right."""
    for row in rows:
        counts = MEASURES[kind]([row])
        if any(right < max(gold, returned) for gold, returned, right in counts.values()):
            yield row


def _parsed(row: Row) -> Any:
    from detente.coding import parse_document
    from detente.schema.document import Document

    published = date.fromisoformat(row["published"]) if row.get("published") else None
    return parse_document(Document("gold", "gold", row["text"], published=published))


def _nth(text: str, part: str, occurrence: int) -> int:
    at = -1
    for _ in range(occurrence):
        at = text.index(part, at + 1)
    return at
