"""The signed network: camps left and right, ties coloured and dashed by sign, as wide as they are often told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa

from detente.draw.links import inner_link
from detente.draw.palette import CONFLICT, COOPERATION, DASHES, EVEN, FONT, INK, PAPER
from detente.schema.ties import TIES

if TYPE_CHECKING:
    import altair as alt

NETWORK = pa.schema(
    [
        *(TIES.field(name) for name in ("a", "b", "sign", "n", "frustrated")),
        ("name_a", pa.string()),
        ("name_b", pa.string()),
        ("camp_a", pa.string()),  # `A`, `B`, `A2` …, "" for none
        ("camp_b", pa.string()),
        ("href", pa.string()),  # "#fragment" of the page
        ("apart_a", pa.bool_()),  # placed in its camp only by hostile ties; null: no
        ("apart_b", pa.bool_()),
    ]
)

COLOURS = {1: COOPERATION, -1: CONFLICT, 0: EVEN}
WORDS = {1: "friendly", -1: "hostile", 0: "even or too few events"}
WIDTHS = (1.4, 6.0)  # pixels, from the least to the most told tie
UNITS = ("act or condition", "acts and conditions")
LABEL_PIXELS = 21  # from a disc to its name
EDGE_PIXELS, SIDE_PIXELS = 12, 24  # kept free above and below, left and right
SIZES = (90.0, 420.0)  # square pixels, from the least to the most told actor


def signed_network(table: pa.Table, width: int = 480, height: int = 380) -> alt.LayerChart | alt.FacetChart:
    """Actors and their ties.

    A full disc is an actor of camp A, a ring one of B, a hollow grey ring below the
    camps one that only a quarrel places, a diamond one of neither. Solid lines are friendly ties,
    dashed ones hostile, dotted ones even; "!" marks a tie against the split.

    Args:
        table: (n_ties, 12), columns of NETWORK, each pair once.
        width, height: pixels; the height is that of the main part, further parts add to it.

    Returns:
        The chart; an empty one without ties.
    """
    import altair as alt

    ties, actors, tall = _placed(table.to_pylist(), width, height)
    across = alt.Scale(domain=[0, width], nice=False)
    down = alt.Scale(domain=[tall, 0], nice=False)
    x, y = alt.X("x:Q", axis=None, scale=across), alt.Y("y:Q", axis=None, scale=down)
    middle = alt.X("middle_x:Q", axis=None, scale=across), alt.Y("middle:Q", axis=None, scale=down)
    layers: list[alt.Chart] = []
    for sign in (0, 1, -1):
        lines = alt.Chart(alt.Data(values=[tie for tie in ties if tie["sign"] == sign]))
        layers.append(
            lines.mark_rule(color=COLOURS[sign], strokeDash=DASHES[sign], opacity=0.9, strokeCap="butt").encode(
                x=x, y=y, x2="x2:Q", y2="y2:Q", strokeWidth=alt.StrokeWidth("width:Q", scale=None),
                href="href:N", description="label:N",
            )
        )  # fmt: skip
    against = alt.Chart(alt.Data(values=[tie for tie in ties if tie["frustrated"]]))
    layers += _haloed(against, "mark:N", *middle, 15, 0)
    nodes = alt.Chart(alt.Data(values=actors)).encode(x=x, y=y, href="href:N", description="label:N")
    layers.append(
        nodes.mark_point(filled=True, opacity=1, strokeWidth=2).encode(
            size=alt.Size("size:Q", scale=None),
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("stroke:N", scale=None),
            shape=alt.Shape("shape:N", scale=None),
        )
    )
    for dy in (-LABEL_PIXELS, LABEL_PIXELS):
        named = alt.Chart(alt.Data(values=[actor for actor in actors if actor["dy"] == dy]))
        layers += _haloed(named, "name:N", x, y, 13, dy)
    chart = alt.layer(*layers).properties(width=width, height=tall, background="transparent", padding=0)
    return chart.configure_view(stroke=None).configure_text(font=FONT)


def _haloed(chart: Any, field: str, x: Any, y: Any, size: int, dy: int) -> list[Any]:
    """The text twice: first as an outline in the colour of the paper, so that lines do not strike it through."""
    marks = ({"stroke": PAPER, "strokeWidth": 4, "fill": PAPER}, {"fill": INK})
    return [
        chart.mark_text(fontSize=size, dy=dy, fontWeight="bold", **mark).encode(x=x, y=y, text=field) for mark in marks
    ]


def _placed(
    rows: list[dict[str, Any]], width: int, height: int
) -> tuple[list[dict[str, Any]], list[dict[str, Any]], int]:
    """Ties and actors with places in pixels, and the height of the whole figure."""
    import numpy as np

    from detente.draw.camp_layout import camp_layout

    known = {row[end]: (row[f"name_{end}"], row[f"camp_{end}"]) for row in rows for end in ("a", "b")}
    apart = {row[end] for row in rows for end in ("a", "b") if row[f"apart_{end}"]}
    told = {code: sum(row["n"] for row in rows if code in (row["a"], row["b"])) for code in known}
    codes = sorted(known, key=lambda code: (-told[code], code))
    index = {code: i for i, code in enumerate(codes)}
    pairs = np.array([(index[row["a"]], index[row["b"]]) for row in rows], dtype=np.int64).reshape(-1, 2)
    weights = np.array([row["n"] for row in rows], dtype=np.float64)
    layout = camp_layout(["" if code in apart else known[code][1] for code in codes], pairs, weights)
    tall = round(height * layout.height)
    spots = layout.positions * (width - 2 * SIDE_PIXELS, tall - 2 * EDGE_PIXELS) + (SIDE_PIXELS, EDGE_PIXELS)
    most, most_told = max((row["n"] for row in rows), default=1), max(told.values(), default=1)
    ties = []
    for row, (i, j) in zip(rows, pairs, strict=True):
        (x, y), (x2, y2) = spots[i], spots[j]
        ties.append(
            {
                "sign": row["sign"],
                "frustrated": bool(row["frustrated"]),
                "href": inner_link(row["href"]),
                "mark": "!",
                "x": x,
                "y": y,
                "x2": x2,
                "y2": y2,
                "middle_x": (x + x2) / 2,
                "middle": (y + y2) / 2,
                "width": _between(WIDTHS, row["n"], most),
                "label": f"{row['name_a']} – {row['name_b']}: {WORDS[row['sign']]}, {row['n']} told"
                + (", against the split" if row["frustrated"] else ""),
            }
        )
    actors = [
        {
            "x": spots[i][0],
            "y": spots[i][1],
            "name": known[code][0],
            "dy": -LABEL_PIXELS if spots[i][1] < spots[:, 1].mean() - tall / 12 else LABEL_PIXELS,
            "size": _between(SIZES, told[code], most_told),
            "fill": INK if known[code][1].startswith("A") and code not in apart else PAPER,
            "stroke": EVEN if code in apart else INK,
            "shape": "circle" if known[code][1] else "diamond",
            "href": next(inner_link(row["href"]) for row in rows if code in (row["a"], row["b"])),
            "label": f"{known[code][0]}: {told[code]} {UNITS[told[code] != 1]} in its ties"
            + (", placed only by a quarrel" if code in apart else ""),
        }
        for i, code in enumerate(codes)
    ]
    return ties, actors, tall


def _between(ends: tuple[float, float], n: int, most: int) -> float:
    """Length or area in proportion to the root of n, so that a much told tie does not drown the others."""
    return ends[0] + (ends[1] - ends[0]) * (n / most) ** 0.5 if n > 0 else ends[0]
