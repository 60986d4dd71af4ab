"""The local optima of a landscape: how low each lies, how much flows to it, and who stands with whom there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa

from detente.draw.palette import CONFLICT, COOPERATION, FONT, GRID, INK, MUTED, PAPER

if TYPE_CHECKING:
    import altair as alt

OPTIMA = pa.schema(
    [
        ("rank", pa.int64()),  # 1 is the lowest
        ("energy", pa.float64()),
        ("share", pa.float64()),  # of all configurations, in [0, 1], that come to rest there; null: not known
        ("actor", pa.string()),
        ("camp", pa.int64()),  # 1 or 2
        ("frustrated", pa.bool_()),  # loses more by being apart from friends than it gains by being apart from foes
    ]
)

CAMPS = {1: COOPERATION, 2: CONFLICT}
SHAPES = {1: "circle", 2: "diamond"}
ROW_PIXELS = 26
CELL_PIXELS = 34  # of one actor
BARS_PIXELS = 280
TITLE_PIXELS = 13


def landscape(table: pa.Table, width: int = 900) -> alt.HConcatChart:
    """One row an optimum, the lowest on top: a bar for its energy, and a mark for each actor by its camp.

    A full disc is camp 1, that of the first actor; a diamond camp 2; a ring around either an actor whose
    frustration is above 0 there. The number at a bar is the share of configurations that come to rest there.

    Args:
        table: (n_optima n_actors, 6), columns of OPTIMA; actors are drawn in the order of their first rows.
        width: pixels at most; many actors make their columns narrower.

    Returns:
        The chart; as high as it has optima.
    """
    import altair as alt

    rows = table.to_pylist()
    actors = list(dict.fromkeys(row["actor"] for row in rows))
    ranks = sorted({row["rank"] for row in rows})
    optima = list({row["rank"]: row for row in rows}.values())
    height = ROW_PIXELS * max(1, len(ranks))
    bars = [
        {"rank": row["rank"], "energy": row["energy"], "label": f"{row['energy']:g}{_share(row['share'])}"}
        for row in optima
    ]
    low = min(0.0, *(row["energy"] for row in optima)) if optima else 0.0
    high = max(0.0, *(row["energy"] for row in optima)) if optima else 0.0
    y = alt.Y(
        "rank:O", sort=ranks,
        axis=alt.Axis(title="optimum", grid=False, domain=False, ticks=False, labelColor=MUTED, titleColor=MUTED),
    )  # fmt: skip
    scale = alt.Scale(domain=[low - 0.45 * (high - low), high], nice=False)
    x = alt.X("energy:Q", scale=scale, axis=alt.Axis(title="energy", gridColor=GRID, tickCount=4, titleColor=MUTED))
    base = alt.Chart(alt.Data(values=bars)).encode(y=y, x=x)
    left = alt.layer(
        base.mark_bar(color=MUTED, opacity=0.75, height=ROW_PIXELS - 12).encode(description="label:N"),
        base.mark_text(align="right", dx=-5, color=INK, font=FONT, fontSize=11).encode(text="label:N"),
    ).properties(width=BARS_PIXELS, height=height)
    cell = min(CELL_PIXELS, max(12, (width - BARS_PIXELS) // max(1, len(actors))))
    across = alt.X(
        "actor:N", sort=actors,
        axis=alt.Axis(title=None, orient="top", labelAngle=-60, labelColor=INK, domain=False, ticks=False),
    )  # fmt: skip
    down = alt.Y("rank:O", sort=ranks, axis=None)
    marks = [
        {**row, "label": f"{row['actor']}: camp {row['camp']}{', frustrated' if row['frustrated'] else ''}"}
        for row in rows
    ]
    layers = []
    for camp, colour in CAMPS.items():
        chart = alt.Chart(alt.Data(values=[mark for mark in marks if mark["camp"] == camp])).encode(
            x=across, y=down, description="label:N"
        )
        layers.append(chart.mark_point(filled=True, color=colour, shape=SHAPES[camp], size=120, opacity=1))
    ringed = alt.Chart(alt.Data(values=[mark for mark in marks if mark["frustrated"]])).encode(x=across, y=down)
    layers.append(ringed.mark_point(filled=False, color=INK, size=330, strokeWidth=1.4))
    right = alt.layer(*layers).properties(width=cell * max(1, len(actors)), height=height)
    chart = alt.hconcat(left, right, spacing=18, background=PAPER)
    return chart.configure_view(stroke=None).configure_axis(
        labelFont=FONT, titleFont=FONT, titleFontSize=TITLE_PIXELS, titleFontWeight="normal"
    )


def _share(share: float | None) -> str:
    return "" if share is None else f" · {share:.0%}" if share >= 0.01 else " · <1%"
