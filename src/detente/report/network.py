"""The signed network: two figures, one compact, and the ties as a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from detente.report.anchors import pair_anchor
from detente.report.clean import shortened
from detente.report.reading import Reading, Row
from detente.report.standing import apart_codes, parts_of, told_of
from detente.report.wording import counted, signed_number

COMPACT_ACTORS, FULL_ACTORS = 12, 24  # actors drawn, the most told first
LISTED = 400  # rows of the table
NAME_CHARS = 22
SIGNS = {1: "friendly", -1: "hostile", 0: "even or too few"}


@dataclass(frozen=True, slots=True)
class TieRow:
    """One tie of the table; `standing` says whether it fits the split."""

    name: str
    anchor: str
    sign: int
    sign_words: str
    weight: float
    weight_words: str
    n: int
    n_cooperation: int
    n_conflict: int
    n_acts: int
    n_conditions: int
    standing: str


@dataclass(frozen=True, slots=True)
class Network:
    """The signed network as the page shows it.

    Attributes:
        compact, wide, narrow: figures as SVG, "" without ties.
        compact_marks, marks: kinds of places that occur in the compact figure and in the others: camps by letter,
            `apart` for actors placed only by a quarrel, `none` for those without a place.
        left_out: what the figures leave out, in words.
        ties: the most told first; `more` are not listed.
    """

    compact: str
    wide: str
    narrow: str
    compact_marks: frozenset[str]
    marks: frozenset[str]
    left_out: str
    ties: tuple[TieRow, ...]
    more: int


def network(reading: Reading) -> Network:
    """Figures and table of the ties."""
    ties = sorted(reading.tables["ties"], key=lambda tie: (-tie["n"], tie["a"], tie["b"]))
    if not ties:
        return Network("", "", "", frozenset(), frozenset(), "", (), 0)
    signed = [tie for tie in ties if tie["sign"]]
    told = told_of(reading)
    drawn = _among(ties, told, FULL_ACTORS)
    left_out = len(ties) - len(drawn)
    description = _description(reading, signed)
    tall = min(620, 320 + 16 * max(0, len({code for tie in drawn for code in (tie["a"], tie["b"])}) - 8))
    first = _among(signed, told, COMPACT_ACTORS)
    return Network(
        compact=_figure(reading, first, "compact", 460, 280 + 14 * max(0, _larger_side(reading) - 6), description)
        if first
        else "",
        wide=_figure(reading, drawn, "wide", 1040, tall, description),
        narrow=_figure(reading, drawn, "narrow", 390, tall, description),
        compact_marks=_marks(reading, first),
        marks=_marks(reading, drawn),
        left_out=f"{counted(left_out, 'tie')} of less told actors not drawn." if left_out else "",
        ties=tuple(_row(reading, tie) for tie in ties[:LISTED]),
        more=max(0, len(ties) - LISTED),
    )


def _among(ties: list[Row], told: Mapping[str, int], limit: int) -> list[Row]:
    """Ties between the most told actors."""
    kept = {code for code, _ in sorted(told.items(), key=lambda entry: (-entry[1], entry[0]))[:limit]}
    return [tie for tie in ties if {tie["a"], tie["b"]} <= kept]


def _larger_side(reading: Reading) -> int:
    camps = reading.camps
    return min(COMPACT_ACTORS, max(len(camps.members_a), len(camps.members_b))) if camps else 0


def _figure(reading: Reading, ties: list[Row], name: str, width: int, height: int, description: str) -> str:
    from detente.draw.inline_svg import inline_svg
    from detente.draw.signed_network import NETWORK, signed_network

    camp_of = reading.camps.camp_of if reading.camps else {}
    apart = apart_codes(reading)
    rows: list[dict[str, Any]] = [
        {
            **{key: tie[key] for key in ("a", "b", "sign", "n", "frustrated")},
            "name_a": shortened(reading.name(tie["a"]), NAME_CHARS),
            "name_b": shortened(reading.name(tie["b"]), NAME_CHARS),
            "camp_a": camp_of.get(tie["a"], ""),
            "camp_b": camp_of.get(tie["b"], ""),
            "apart_a": tie["a"] in apart,
            "apart_b": tie["b"] in apart,
            "href": f"#{pair_anchor(tie['a'], tie['b'])}",
        }
        for tie in ties
    ]
    chart = signed_network(pa.Table.from_pylist(rows, schema=NETWORK), width, height)
    return inline_svg(chart, f"network-{name}", "Signed network of the actors", description)


def _description(reading: Reading, signed: list[Row]) -> str:
    good = sum(tie["sign"] > 0 for tie in signed)
    words = f"{counted(good, 'friendly tie')} and {counted(len(signed) - good, 'hostile tie')}"
    camps = reading.camps
    if camps is None or not camps.divided:
        return f"{words}. The ties are listed in the table of ties."
    part = parts_of(reading)[0]
    apart = [entry.code for entry in part.apart]
    places = (("on the left", part.left.shown), ("on the right", part.right.shown), ("placed only by a quarrel", apart))
    told = [f"{where} {', '.join(reading.name(code) for code in codes)}" for where, codes in places if codes]
    return f"{words}; {'; '.join(told)}. The ties are listed in the table of ties."


def _marks(reading: Reading, ties: list[Row]) -> frozenset[str]:
    """Kinds of places of the actors that some ties join."""
    camp_of = reading.camps.camp_of if reading.camps else {}
    apart = apart_codes(reading)
    codes = {tie[end] for tie in ties for end in ("a", "b")}
    return frozenset("apart" if code in apart else camp_of.get(code, "none")[:4] for code in codes)


def _row(reading: Reading, tie: Row) -> TieRow:
    standing = {True: "against", False: "fits", None: "–"}[tie["frustrated"]]
    return TieRow(
        name=reading.pair_name(tie["a"], tie["b"]),
        anchor=pair_anchor(tie["a"], tie["b"]),
        sign_words=SIGNS[tie["sign"]],
        standing=standing,
        weight_words=signed_number(tie["weight"]),
        **{key: tie[key] for key in ("sign", "weight", "n", "n_cooperation", "n_conflict", "n_acts", "n_conditions")},
    )
