"""Events as JSON lines in PLOVER's field names."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa

from detente.exchange.atomic import atomic_file

CODEBOOK = "plover-2.0"
FLAGS = ("negated", "hypothetical", "future", "historical")
LINE_BREAKS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}  # some readers end a line there
ROWS_A_BATCH = 4096
MAPPED = frozenset(
    (
        *("event_id", "date_start", "date_end", "event_type", "mode", "quad", "scale", "trigger", "sentence"),
        *("sentence_index", "source", "title", "published", "coder", "rule", *FLAGS),
        *(f"{side}{part}" for side in ("actor", "recipient") for part in ("", "_text", "_name", "_sector")),
    )
)


def write_plover(events: pa.Table, documents: pa.Table, path: Path, sentences: pa.Table | None = None) -> Path:
    """One PLOVER record a line, in the order of the table.

    `date` is the first day of the event, null where it is undated; `enddate` the last day, where that is another.
    `mode` holds the mode and the flags, PLOVER's auxiliary modes: a record whose `mode` names `negated`,
    `hypothetical` or `future` did not happen. `recipient` is empty where there is none. `event_text` is the
    trigger, `text` the sentence, `text_info` its number and, with `sentences`, its offsets in the stored text.
    What PLOVER has no field for (kind, spans, group, speaker, publication date, confidence …) is under `detente`,
    with our column names.

    Args:
        events: (n_events, ≥ 52), as `events_with_documents` gives them.
        documents: (n_documents, ≥ 3), with document_id, language and publisher of DOCUMENTS.
        path: file to write, atomically.
        sentences: SENTENCES, or None.

    Returns:
        `path`.

    Source:
        PLOVER manual (Open Event Data Alliance), chapter "Data Fields".
    """
    about = {row["document_id"]: row for row in documents.select(["document_id", "language", "publisher"]).to_pylist()}
    spans = _sentence_spans(sentences)
    with atomic_file(path) as file:
        for batch in events.to_batches(max_chunksize=ROWS_A_BATCH):
            for row in batch.to_pylist():
                record = _record(row, about.get(row["document_id"], {}), spans)
                line = json.dumps(record, ensure_ascii=False, default=date.isoformat).translate(LINE_BREAKS)
                file.write(line.encode("utf-8") + b"\n")
    return path


def _sentence_spans(sentences: pa.Table | None) -> dict[tuple[str, int], tuple[int, int]]:
    if sentences is None:
        return {}
    columns = ("document_id", "sentence_index", "char_start", "char_end")
    rows = zip(*(sentences[name].to_pylist() for name in columns), strict=True)
    return {(document_id, index): (start, end) for document_id, index, start, end in rows}


def _record(
    row: Mapping[str, Any], document: Mapping[str, Any], spans: Mapping[tuple[str, int], tuple[int, int]]
) -> dict[str, Any]:
    last = row["date_end"] - timedelta(days=1) if row["date_end"] else None
    text_info: dict[str, Any] = {"sequence": row["sentence_index"]}
    span = spans.get((row["document_id"], row["sentence_index"]))
    if span:
        text_info |= {"start": span[0], "end": span[1]}
    cited = {"url": row["source"], "title": row["title"], "publication": document.get("publisher")}
    cited |= {"language": document.get("language"), "codebook": CODEBOOK}
    record = {
        "id": row["event_id"],
        "date": row["date_start"],
        "enddate": last if last and row["date_start"] and last > row["date_start"] else None,
        "actor": [_entity(row, "actor")],
        "recipient": [_entity(row, "recipient")] if row["recipient"] or row["recipient_text"] else [],
        "event": [row["event_type"]],
        "mode": [*([row["mode"]] if row["mode"] else []), *(flag for flag in FLAGS if row[flag])],
        "quad_code": row["quad"],
        "event_scale": row["scale"],
        "event_text": [row["trigger"]],
        "text": row["sentence"],
        "text_info": text_info,
        "cite_info": {key: value for key, value in cited.items() if value},
        "coder": row["coder"],
        "comment": row["rule"] or None,
        "detente": _own_fields(row),
    }
    return {key: value for key, value in record.items() if value is not None or key == "date"}


def _entity(row: Mapping[str, Any], side: str) -> dict[str, str]:
    fields = {
        "code": row[side],
        "sector": row[f"{side}_sector"],
        "entity_text": row[f"{side}_text"],
        "identifier_text": row[f"{side}_name"],
    }
    return {key: value for key, value in fields.items() if value}


def _own_fields(row: Mapping[str, Any]) -> dict[str, Any]:
    own = {"published": row["published"], **{key: value for key, value in row.items() if key not in MAPPED}}
    return {key: value for key, value in own.items() if value not in (None, "")}
