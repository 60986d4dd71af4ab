"""The signed network: two figures, one compact, and the ties as a table."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from detente.report.anchors import pair_anchor
from detente.report.clean import shortened
from detente.report.reading import Reading, Row
from detente.report.wording import counted

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
    n: int
    n_cooperation: int
    n_conflict: int
    n_acts: int
    n_conditions: int
    standing: str


@dataclass(frozen=True, slots=True)
class Network:
    """Figures as SVG ("" without ties), what they leave out, and ties, the most told first; `more` are not listed."""

    compact: str
    wide: str
    narrow: str
    left_out: str
    ties: tuple[TieRow, ...]
    more: int


def network(reading: Reading) -> Network:
    """Figures and table of the ties."""
    ties = sorted(reading.tables["ties"], key=lambda tie: (-tie["n"], tie["a"], tie["b"]))
    if not ties:
        return Network("", "", "", "", (), 0)
    signed = [tie for tie in ties if tie["sign"]]
    told: Counter[str] = Counter()
    for tie in ties:
        told.update({tie["a"]: tie["n"], tie["b"]: tie["n"]})
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
        left_out=f"{counted(left_out, 'tie')} of less told actors not drawn." if left_out else "",
        ties=tuple(_row(reading, tie) for tie in ties[:LISTED]),
        more=max(0, len(ties) - LISTED),
    )


def _among(ties: list[Row], told: Counter[str], limit: int) -> list[Row]:
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
    rows: list[dict[str, Any]] = [
        {
            **{key: tie[key] for key in ("a", "b", "sign", "n", "frustrated")},
            "name_a": shortened(reading.name(tie["a"]), NAME_CHARS),
            "name_b": shortened(reading.name(tie["b"]), NAME_CHARS),
            "camp_a": camp_of.get(tie["a"], ""),
            "camp_b": camp_of.get(tie["b"], ""),
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
    sides = [", ".join(reading.name(code) for code in side) for side in (camps.members_a, camps.members_b)]
    return f"{words}. On the left {sides[0]}; on the right {sides[1]}. The ties are listed in the table of ties."


def _row(reading: Reading, tie: Row) -> TieRow:
    standing = {True: "against", False: "fits", None: "–"}[tie["frustrated"]]
    return TieRow(
        name=reading.pair_name(tie["a"], tie["b"]),
        anchor=pair_anchor(tie["a"], tie["b"]),
        sign_words=SIGNS[tie["sign"]],
        standing=standing,
        **{key: tie[key] for key in ("sign", "weight", "n", "n_cooperation", "n_conflict", "n_acts", "n_conditions")},
    )
