"""Camps over time: one row an actor, one cell a period, coloured by camp, paler where less sure."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from detente.draw.palette import CONFLICT, COOPERATION, FONT, GRID, INK, MUTED, PAPER

if TYPE_CHECKING:
    import altair as alt

CAMP_TIMELINE = pa.schema(
    [
        ("actor", pa.string()),  # rows are drawn in the order of their first cells
        ("frame", pa.string()),  # periods in the order of the first actor's cells
        ("camp", pa.string()),  # `A` or `B`; null: not placed
        ("stability", pa.float64()),  # in [0, 1]; null: not known
        ("move", pa.float64()),  # probability of a change of side into this cell; null: none
    ]
)

COLOURS = {"A": COOPERATION, "B": CONFLICT}
ROW_PIXELS = 22
LABEL_PIXELS = 56  # of an actor's code, and of a period's name on the axis
PALEST, DARKEST = 0.22, 0.95  # opacity at a stability of one half, where nothing is known, and at 1
GAP = 0.06  # between cells, of a cell


def camp_timeline(table: pa.Table, width: int = 860) -> alt.LayerChart | alt.FacetChart:
    """Cells of camps with the changes of side marked.

    Args:
        table: (n, 5), columns of CAMP_TIMELINE; every actor with every period.
        width: pixels, labels of the actors included.

    Returns:
        The chart, as high as it has actors. Cells without a camp are empty.
    """
    import altair as alt

    rows = table.to_pylist()
    actors = list(dict.fromkeys(row["actor"] for row in rows))
    frames = list(dict.fromkeys(row["frame"] for row in rows))
    cells = [_cell(row, actors.index(row["actor"]), frames.index(row["frame"])) for row in rows if row["camp"]]
    x_scale = alt.Scale(domain=[-0.5, len(frames) - 0.5], nice=False)
    y_scale = alt.Scale(domain=[-0.5, len(actors) - 0.5], reverse=True, nice=False)
    every = max(1, -(-len(frames) * LABEL_PIXELS // width))
    x_axis = alt.Axis(
        title=None, orient="top", grid=False, domain=False, ticks=False, values=list(range(0, len(frames), every)),
        labelExpr=_names(frames), labelColor=MUTED, labelFontSize=12,
    )  # fmt: skip
    y_axis = alt.Axis(
        title=None, grid=False, domain=False, ticks=False, values=list(range(len(actors))), labelExpr=_names(actors),
        labelColor=INK, labelFontSize=12, minExtent=LABEL_PIXELS,
    )  # fmt: skip
    edges: list[dict[str, Any]] = [{"y": edge - 0.5} for edge in range(len(actors) + 1)]
    layers: list[Any] = [
        alt.Chart(alt.Data(values=edges)).mark_rule(color=GRID).encode(y=alt.Y("y:Q", scale=y_scale, axis=y_axis))
    ]
    for camp, colour in COLOURS.items():
        base = alt.Chart(alt.Data(values=[cell for cell in cells if cell["camp"] == camp]))
        layers.append(
            base.mark_rect(color=colour).encode(
                x=alt.X("left:Q", scale=x_scale, axis=x_axis),
                x2="right:Q",
                y=alt.Y("top:Q", scale=y_scale, axis=y_axis),
                y2="bottom:Q",
                opacity=alt.Opacity("opacity:Q", scale=None),
                description="label:N",
            )
        )
    for likely, fill in ((True, INK), (False, PAPER)):
        moved = [cell for cell in cells if cell["move"] is not None and (cell["move"] >= 0.5) is likely]
        layers.append(
            alt.Chart(alt.Data(values=moved))
            .mark_point(shape="diamond", size=60, fill=fill, stroke=INK, strokeWidth=1, opacity=1)
            .encode(x=alt.X("left:Q", scale=x_scale, axis=x_axis), y=alt.Y("y:Q", scale=y_scale, axis=y_axis))
        )
    chart = alt.layer(*layers).properties(
        width=width - LABEL_PIXELS,
        height=ROW_PIXELS * max(1, len(actors)),
        background="transparent",
        padding=4,
    )
    return chart.configure_view(stroke=None, fill=PAPER).configure_axis(labelFont=FONT)


def _cell(row: dict[str, Any], y: int, x: int) -> dict[str, Any]:
    stability = row["stability"]
    known = 1.0 if stability is None else stability
    sure = "" if stability is None else f", in {stability:.0%} of the draws"
    moved = "" if row["move"] is None else ", changed sides"
    return {
        "left": x - 0.5 + GAP / 2,
        "right": x + 0.5 - GAP / 2,
        "top": y - 0.5 + GAP,
        "bottom": y + 0.5 - GAP,
        "y": y,
        "camp": row["camp"],
        "move": row["move"],
        "opacity": PALEST + (DARKEST - PALEST) * max(0.0, 2 * known - 1),
        "label": f"{row['actor']} {row['frame']}: camp {row['camp']}{sure}{moved}",
    }


def _names(names: list[str]) -> str:
    """A Vega expression that turns a number into a name; names are quoted as JSON."""
    return f"{json.dumps(names)}[round(datum.value)]"
