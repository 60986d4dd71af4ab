"""PLOVER JSON lines: one record a line, by the manual's field names or by the older ones (source, target)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path
from typing import Any

import pyarrow as pa

from detente.errors import ReadError
from detente.exchange.import_file import Utf8Stream, open_streams
from detente.exchange.raw_rows import EXCERPT_CHARS, RAW, RawChunk, RefusedRow

ROWS_A_CHUNK = 50_000
LINE_BYTES = 8 << 20  # longest record
FLAGS = frozenset({"negated", "hypothetical", "future", "historical"})  # PLOVER's auxiliary modes: no mode of an act
_FIELDS = frozenset({"id", "date", "event"})


class _Bad(ValueError):
    """A record that gives no row; the text says why."""


def load_plover(path: Path, columns: Mapping[str, str]) -> Iterator[RawChunk]:
    """Rows of a file of PLOVER records, one for each actor, recipient and event type that a record lists.

    Records that say `negated`, `hypothetical` or `future` did not happen and are refused. The key is the record's id,
    with `~2`, `~3` … for the second and further rows.

    Args:
        path: a file, plain, gzip or zip.
        columns: not used.

    Raises:
        ReadError: if the file is no JSON lines or cannot be read.
    """
    with open_streams(path) as streams:
        for name, stream in streams:
            rows: list[dict[str, Any]] = []
            refused: list[RefusedRow] = []
            for number, line in enumerate(_lines(stream), start=1):
                if not line.strip():
                    continue
                try:
                    rows += _rows(line)
                except _Bad as error:
                    text = line[:EXCERPT_CHARS].decode("utf-8", "replace")
                    refused.append(RefusedRow(f"{name}#{number}", str(error), text))
                if number == 1 and not line.lstrip().startswith(b"{"):
                    raise ReadError(name, "is no JSON lines: its first line is no object", "Write one record a line")
                if len(rows) + len(refused) >= ROWS_A_CHUNK:
                    yield RawChunk(pa.Table.from_pylist(rows, schema=RAW), tuple(refused))
                    rows, refused = [], []
            if rows or refused:
                yield RawChunk(pa.Table.from_pylist(rows, schema=RAW), tuple(refused))


def _lines(stream: Utf8Stream) -> Iterator[bytes]:
    held = b""
    while piece := stream.read(1 << 20):
        *lines, held = (held + piece).split(b"\n")
        yield from lines
        if len(held) > LINE_BYTES:
            raise ReadError(stream.source, f"a line of more than {LINE_BYTES:,} bytes", "Write one record a line")
    if held:
        yield held


def _rows(line: bytes) -> list[dict[str, Any]]:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise _Bad(f"no JSON ({error})") from error
    if not isinstance(record, dict) or not record.keys() >= _FIELDS:
        raise _Bad("no PLOVER record: id, date and event are required")
    first, after = _period(record)
    modes = [str(mode).lower() for mode in _list(record.get("mode"))]
    unreal = sorted(FLAGS & {*modes} - {"historical"})
    if unreal:
        raise _Bad(f"the record says {', '.join(unreal)}: it did not happen")
    cited = record.get("cite_info")
    cited = cited if isinstance(cited, dict) else {}
    common = {
        "date_start": first,
        "date_end": after,
        "mode": next((mode for mode in modes if mode not in FLAGS), ""),
        "cameo": "",
        "scale": _number(record.get("event_scale")),
        "n_reports": 1,
        "confidence": 1.0,
        "text": _words(record.get("event_text") or record.get("eventText") or record.get("text")),
        "reference": _words(record.get("link") or cited.get("url") or cited.get("citation")),
        "publisher": _words(cited.get("publication") or record.get("publication")),
    }
    actors = [_entity(one, "actor") for one in _list(record.get("actor", record.get("source")))]
    recipients = [_entity(one, "recipient") for one in _list(record.get("recipient", record.get("target")))]
    events = [str(event).upper() for event in _list(record["event"])]
    if not events:
        raise _Bad("the record names no event type")
    made = product(events, actors or [_entity("", "actor")], recipients or [_entity("", "recipient")])
    key = _words(record["id"])
    return [
        {**common, **actor, **recipient, "event_type": event, "source_key": key + (f"~{n}" if n > 1 else "")}
        for n, (event, actor, recipient) in enumerate(made, start=1)
    ]


def _period(record: Mapping[str, Any]) -> tuple[Any, Any]:
    from datetime import date, timedelta

    try:
        first = date.fromisoformat(str(record["date"])[:10])
        last = date.fromisoformat(str(record.get("enddate") or record["date"])[:10])
    except ValueError as error:
        raise _Bad(f"{record['date']!r} is no date") from error
    return first, max(first, last) + timedelta(days=1)


def _entity(told: Any, side: str) -> dict[str, str]:
    """Columns of one actor: an object of either set of names, or a bare code."""
    one = told if isinstance(told, dict) else {"code": told}
    code, sector = _words(one.get("code")), _words(one.get("sector") or one.get("sector_code"))
    named = one.get("identifier_text") or one.get("entity_text") or one.get("actorText") or one.get("entity_name")
    return {
        f"{side}_name": _words(named) or code,
        f"{side}_country": code,
        f"{side}_group": code,
        f"{side}_sector": sector,
    }


def _list(value: Any) -> list[Any]:
    if value is None or value == "":
        return []
    return list(value) if isinstance(value, list) else [value]


def _words(value: Any) -> str:
    found = _list(value)
    return str(found[0]).strip() if found and found[0] is not None else ""


def _number(value: Any) -> float | None:
    try:
        return None if value is None or value == "" else float(value)
    except (TypeError, ValueError):
        return None
