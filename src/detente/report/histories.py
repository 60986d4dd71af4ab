"""How relations moved: the most told pairs over time, each with its turns and the acts behind them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import pyarrow as pa

from detente.report.anchors import pair_anchor
from detente.report.clean import clean, shortened
from detente.report.wording import TYPES, counted, day_words

KINDS = MappingProxyType(
    {
        "quarrel": "turned for the worse",
        "return": "went back to normal",
        "easing": "eased for long",
        "hardening": "hardened for long",
        "opening": "opened up",
    }
)
WIDTHS = MappingProxyType({"wide": 940, "narrow": 380})
TEXT_CHARS, SOURCE_CHARS = 220, 60


@dataclass(frozen=True, slots=True)
class TurnAct:
    """One act behind a turn: its day, what it is, what the source says, and the id of its event."""

    day: str
    what: str
    text: str
    source: str
    event_id: str


@dataclass(frozen=True, slots=True)
class TurnNote:
    """One turn in words; `side` is `conflict` where it cools."""

    day: str
    between: str
    words: str
    change: str
    sure: str
    side: str
    acts: tuple[TurnAct, ...]


@dataclass(frozen=True, slots=True)
class PairHistory:
    """One pair: its name, two figures as SVG, what they rest on, and its turns."""

    anchor: str
    name: str
    wide: str
    narrow: str
    rests_on: str
    turns: tuple[TurnNote, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What a pair's history is made of, as plain data.

    Attributes:
        a, b: codes; name: of the pair.
        track: columns of `draw.track.TRACK`.
        marks: columns of `draw.track.TRACK_TURNS`.
        turns: for each turn, the fields of a turning point with `drivers` and `evidence`, as mappings.
        n_acts: distinct acts, statements and requests included.
    """

    a: str
    b: str
    name: str
    track: pa.Table
    marks: pa.Table
    turns: Sequence[Mapping[str, Any]]
    n_acts: int


@dataclass(frozen=True, slots=True)
class Histories:
    """The section as the page shows it; `imported` says what was imported, "" where nothing was."""

    pairs: tuple[PairHistory, ...] = ()
    imported: str = ""


def histories(told: Sequence[Told], imported: str) -> Histories:
    """Figures and words of the pairs, in their order."""
    return Histories(tuple(_pair(one) for one in told), imported)


def _pair(told: Told) -> PairHistory:
    from detente.draw.inline_svg import inline_svg
    from detente.draw.track import track

    anchor = f"history-{pair_anchor(told.a, told.b)}"
    name = clean(told.name)
    description = f"{counted(len(told.turns), 'turning point')}, listed under the figure."
    drawn = {
        size: inline_svg(
            track(told.track, told.marks, width=width), f"{anchor}-{size}", f"{name} over time", description
        )
        for size, width in WIDTHS.items()
    }
    days = told.track.column("period_start").to_pylist()
    rests_on = f"{counted(told.n_acts, 'act')}, {day_words(days[0])} to {day_words(told.track.column('period_end')[-1].as_py())}"
    return PairHistory(
        anchor, name, drawn["wide"], drawn["narrow"], rests_on, tuple(_turn(turn) for turn in told.turns)
    )


def _turn(turn: Mapping[str, Any]) -> TurnNote:
    shares = [
        "no acts" if share != share else f"{share:.0%}" for share in (turn["tension_before"], turn["tension_after"])
    ]
    drivers = ", ".join(
        f"{one['actor']} → {one['recipient']} {TYPES.get(one['event_type'], 'statement')} ×{one['n']}"
        for one in turn["drivers"][:2]
    )
    low, high = turn["date_low"], turn["date_high"]
    return TurnNote(
        day=day_words(turn["date"]),
        between="" if low == high else f"between {day_words(low)} and {day_words(high)}",
        words=KINDS[turn["kind"]] + (f": {drivers}" if drivers else ""),
        change=f"share of conflict {shares[0]} → {shares[1]}",
        sure=f"{turn['probability']:.0%} sure",
        side="conflict" if turn["direction"] == "cooling" else "cooperation",
        acts=tuple(
            TurnAct(
                day_words(act["date"]),
                TYPES.get(act["event_type"], "statement"),
                shortened(clean(act["text"]), TEXT_CHARS),
                shortened(clean(act["source"]), SOURCE_CHARS),
                act["event_id"],
            )
            for act in turn["evidence"]
        ),
    )
