"""Undirected signed ties between actors, from the asserted acts and conditions of the corpus's present."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import pyarrow as pa

from detente.errors import SchemaError
from detente.schema.event import EVENTS
from detente.schema.ties import TIE_EVIDENCE, TIES

NEUTRAL_TYPES = ("REQUEST",)  # asking is neither cooperation nor conflict: PLOVER scores it 0.0
TALK_TYPES = ("CONSULT",)
TALK_SHARE = 0.5  # of the score of talks, where the other dealings are mainly cooperation or absent
ADVERSARY_TALK_SHARE = 0.25  # where they are mainly conflict: quarrels bring meetings about the quarrel
EVEN_BAND = 0.1  # |weight| up to which a tie has no sign; our choice, a tenth of the range on either side
COOPERATION_QUADS = (1, 2)
FLAGS = ("negated", "hypothetical", "future", "historical")
USED_COLUMNS = (
    *("event_id", "event_group", "incident_id", "document_id", "document_cluster", "actor", "recipient"),
    *("event_type", "quad", "scale", "kind", "date_start", "date_end", *FLAGS),
)


@dataclass
class _Pair:
    """What is known of one pair: scores of each act by side, kinds, and the events behind them."""

    scores: dict[tuple[str, str], list[float]] = field(default_factory=dict)  # (unit, side) -> |scale| of its events
    kinds: dict[tuple[str, str], str] = field(default_factory=dict)
    event_ids: list[str] = field(default_factory=list)


def find_ties(events: pa.Table, as_of: date | None, present_days: int, min_events: int) -> tuple[pa.Table, pa.Table]:
    """Ties between all pairs of actors that have a present event between them, and the events behind each tie.

    weight = (C - F) / (C + F), with, over the distinct acts and conditions of the pair in either direction,
    F = sum of |PLOVER scale| of conflict (quads 3 and 4), O = that of cooperation (quads 1 and 2) other than talks,
    T = that of talks (CONSULT), and

    - C = O + T/2 where O > F or F = 0,
    - C = min(O + T/4, F) otherwise: attention is not warmth, and talks alone never make a pair friendly whose
      other dealings are mainly conflict.

    A REQUEST is neither side and is not used. sign = sign of weight where n >= `min_events` and
    |weight| > EVEN_BAND, else 0. Distinct: groups of one incident once, near-duplicates not at all; an incident
    reported both as cooperation and as conflict counts on both sides. Only events between the two count: acts
    of both against a third say nothing here. An event is present when it has none of the four flags and is
    undated, or some day of it lies in (as_of - present_days, as_of]. Sectors are not told apart.

    Args:
        events: (n_events, ≥ 49), columns of EVENTS.
        as_of: the present; None: the latest `date_start` of an event without flags.
        present_days: length of the present, in days, > 0.
        min_events: acts and conditions that a tie needs to have a sign, ≥ 1.

    Returns:
        ties, (n_ties, 11), columns of TIES, sorted by a, b with a < b; n = n_cooperation + n_conflict
        = n_acts + n_conditions, in acts and conditions; `frustrated` null; and
        tie evidence, (n, 3), columns of TIE_EVIDENCE, every event that a tie counts.

    Raises:
        SchemaError: if a column of EVENTS is missing, or `present_days` or `min_events` is below 1.

    Source:
        Own definition; scale after PLOVER 2.0 (Open Event Data Alliance, 2024).
    """
    missing = [name for name in EVENTS.names if name not in events.column_names]
    if missing:
        raise SchemaError(f"Events lack the columns {', '.join(missing)}; give a table of the schema EVENTS.")
    if present_days < 1 or min_events < 1:
        raise SchemaError(f"present_days {present_days} and min_events {min_events} must be at least 1.")
    rows = [row for row in events.select(USED_COLUMNS).to_pylist() if _is_asserted(row)]
    last = as_of or max((row["date_start"] for row in rows if row["date_start"]), default=None)
    pairs = _collect_pairs(row for row in rows if _is_present(row, last, present_days))
    ties = [_tie(a, b, pairs[a, b], min_events) for a, b in sorted(pairs)]
    evidence = [
        {"a": a, "b": b, "event_id": event_id} for a, b in sorted(pairs) for event_id in sorted(pairs[a, b].event_ids)
    ]
    return pa.Table.from_pylist(ties, schema=TIES), pa.Table.from_pylist(evidence, schema=TIE_EVIDENCE)


def weigh(cooperation: float, talks: float, conflict: float) -> float:
    """Weight of a tie from its three sums of |PLOVER scale|.

    Args:
        cooperation: O, cooperation other than talks, ≥ 0.
        talks: T, undamped, ≥ 0.
        conflict: F, ≥ 0.

    Returns:
        (C - F) / (C + F) in [-1, 1], no unit, C as in `find_ties`; 0.0 when all three are 0.
    """
    if cooperation > conflict or conflict == 0:
        total = cooperation + TALK_SHARE * talks
    else:
        total = min(cooperation + ADVERSARY_TALK_SHARE * talks, conflict)
    return (total - conflict) / (total + conflict) if total + conflict else 0.0


def _is_asserted(row: dict[str, Any]) -> bool:
    original = row["document_cluster"] in (None, row["document_id"])
    return original and not any(row[flag] for flag in FLAGS)


def _is_present(row: dict[str, Any], last: date | None, present_days: int) -> bool:
    if row["date_start"] is None or last is None:
        return True
    final = row["date_end"] - timedelta(days=1) if row["date_end"] else row["date_start"]
    return row["date_start"] <= last and max(final, row["date_start"]) > last - timedelta(days=present_days)


def _collect_pairs(rows: Iterable[dict[str, Any]]) -> dict[tuple[str, str], _Pair]:
    pairs: dict[tuple[str, str], _Pair] = {}
    for row in rows:
        actor, recipient = row["actor"] or "", row["recipient"] or ""
        if not actor or not recipient or actor == recipient or row["event_type"] in NEUTRAL_TYPES:
            continue
        pair = pairs.setdefault((min(actor, recipient), max(actor, recipient)), _Pair())
        side = "conflict" if row["quad"] not in COOPERATION_QUADS else "cooperation"
        if row["event_type"] in TALK_TYPES:
            side = "talks"
        key = (row["incident_id"] or row["event_group"], side)
        pair.scores.setdefault(key, []).append(abs(row["scale"]))
        pair.kinds[key] = "act" if row["kind"] == "act" else pair.kinds.get(key, "condition")
        pair.event_ids.append(row["event_id"])
    return pairs


def _tie(a: str, b: str, pair: _Pair, min_events: int) -> dict[str, Any]:
    sums = {"cooperation": 0.0, "talks": 0.0, "conflict": 0.0}
    counts = dict.fromkeys(sums, 0)
    for (_, side), scores in sorted(pair.scores.items()):
        sums[side] += sum(sorted(scores)) / len(scores)
        counts[side] += 1
    weight = round(weigh(**sums), 6) + 0.0  # never -0.0
    n = len(pair.scores)
    signed = n >= min_events and abs(weight) > EVEN_BAND
    n_acts = sum(kind == "act" for kind in pair.kinds.values())
    return {
        "a": a,
        "b": b,
        "sign": (1 if weight > 0 else -1) if signed else 0,
        "weight": weight,
        "n": n,
        "n_cooperation": counts["cooperation"] + counts["talks"],
        "n_conflict": counts["conflict"],
        "n_acts": n_acts,
        "n_conditions": n - n_acts,
    }
