"""Dated acts by pair: cooperation on the upper track, conflict on the lower one."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from detente.draw.links import inner_link
from detente.draw.palette import CONFLICT, COOPERATION, FONT, GRID, INK, MUTED

if TYPE_CHECKING:
    import altair as alt

TIMELINE = pa.schema(
    [
        ("pair", pa.string()),  # name of the pair, in the order of rows wanted
        ("side", pa.string()),  # `cooperation` or `conflict`
        ("date_start", pa.date32()),
        ("date_end", pa.date32()),  # exclusive
        ("n", pa.int64()),  # distinct acts and conditions
        ("href", pa.string()),
        ("label", pa.string()),
    ]
)

TRACKS = {"cooperation": -0.17, "conflict": 0.17}  # of a row, from its middle
COLOURS = {"cooperation": COOPERATION, "conflict": CONFLICT}
SHAPES = {"cooperation": "circle", "conflict": "diamond"}
ROW_PIXELS = 36
LEAST_DAYS = 120  # of the axis: hours mean nothing here
LABEL_PIXELS = 230  # widest name of a pair
MAX_SIZE = 320.0  # square pixels


def timeline(table: pa.Table, width: int = 860) -> alt.LayerChart | alt.FacetChart:
    """One row a pair; a mark a date, larger where more is told; a thin line where only a month or year is known.

    Args:
        table: (n, 7), columns of TIMELINE; pairs are drawn in the order of their first rows.
        width: pixels of the plot, labels of the pairs included.

    Returns:
        The chart, as high as it has pairs.
    """
    import altair as alt

    rows = table.to_pylist()
    pairs = list(dict.fromkeys(row["pair"] for row in rows))
    label_pixels = min(LABEL_PIXELS, 16 + max((len(pair) for pair in pairs), default=0) * 8)
    values = [
        {
            "y": pairs.index(row["pair"]) + TRACKS[row["side"]],
            "from": row["date_start"].isoformat(),
            "to": row["date_end"].isoformat(),
            "middle": (row["date_start"] + (row["date_end"] - row["date_start"]) / 2).isoformat(),
            "long": (row["date_end"] - row["date_start"]).days > 1,
            "size": min(MAX_SIZE, 80.0 * row["n"] ** 0.8),
            "href": inner_link(row["href"]),
            **{key: row[key] for key in ("side", "label")},
        }
        for row in rows
    ]
    first, last = _span(rows)
    time = alt.Scale(type="utc", domain=[first.isoformat(), last.isoformat()], padding=14)
    axis = alt.Axis(
        title=None, orient="top", grid=True, gridColor=GRID, domain=False, ticks=False, labelColor=MUTED,
        labelFontSize=12, tickCount=max(3, (width - label_pixels) // 110), labelOverlap=True,
    )  # fmt: skip
    y_scale = alt.Scale(domain=[-0.5, len(pairs) - 0.5], reverse=True, nice=False)
    y_axis = alt.Axis(
        title=None, values=list(range(len(pairs))), labelExpr=_names(pairs), domain=False, ticks=False, grid=False,
        labelColor=INK, labelFontSize=13, labelLimit=label_pixels, labelPadding=8, minExtent=label_pixels,
    )  # fmt: skip
    rules = [{"y": edge - 0.5} for edge in range(len(pairs) + 1)]
    bands = alt.Chart(alt.Data(values=rules)).mark_rule(color=GRID).encode(y=alt.Y("y:Q", scale=y_scale, axis=y_axis))
    layers: list[alt.Chart] = [bands]
    for side, colour in COLOURS.items():
        chart = alt.Chart(alt.Data(values=[value for value in values if value["side"] == side]))
        y = alt.Y("y:Q", scale=y_scale, axis=y_axis)
        layers += [
            chart.transform_filter("datum.long")
            .mark_rule(color=colour, opacity=0.55, strokeWidth=1.5)
            .encode(x=alt.X("from:T", scale=time, axis=axis), x2="to:T", y=y),
            chart.mark_point(filled=True, color=colour, opacity=0.85, shape=SHAPES[side]).encode(
                x=alt.X("middle:T", scale=time, axis=axis),
                y=y,
                size=alt.Size("size:Q", scale=None),
                href="href:N",
                description="label:N",
            ),
        ]
    chart = alt.layer(*layers).properties(
        width=max(120, width - label_pixels),
        height=ROW_PIXELS * max(1, len(pairs)),
        background="transparent",
        padding=2,
    )
    return chart.configure_view(stroke=None).configure_axis(labelFont=FONT)


def _span(rows: list[dict[str, Any]]) -> tuple[date, date]:
    """First and last day of the axis, at least LEAST_DAYS apart."""
    first = min((row["date_start"] for row in rows), default=date(2000, 1, 1))
    last = max((row["date_end"] for row in rows), default=first)
    short = timedelta(days=max(0, LEAST_DAYS - (last - first).days) // 2)
    return first - short, last + short


def _names(pairs: list[str]) -> str:
    """A Vega expression that turns the number of a row into its name; names are quoted as JSON."""
    import json

    return f"{json.dumps(pairs)}[round(datum.value)]"
