"""Balance over time: F above, walk balance κ below, on one axis of years or frames."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from detente.draw.palette import CONFLICT, COOPERATION, EVEN, FONT, GRID, INK, MUTED, PAPER

if TYPE_CHECKING:
    import altair as alt

BALANCE_LINE = pa.schema(
    [
        ("frame", pa.string()),  # a year, or another name; in the order wanted
        ("F", pa.float64()),  # null where not defined
        ("kappa", pa.float64()),
        ("optimal", pa.bool_()),  # false: F is a lower bound
    ]
)

Span = tuple[float, float, str]  # from, to, label; on the axis of years

PANELS = (("F", "F = 1 − 2L/m", COOPERATION, 170), ("kappa", "walk balance κ", CONFLICT, 120))
LABEL_PIXELS = 52  # of a frame's name on the axis


def balance_line(table: pa.Table, spans: Sequence[Span] = (), width: int = 860) -> alt.VConcatChart:
    """Two lines over the same frames; points that are not proven are hollow; spans are shaded and named.

    Args:
        table: (n, 4), columns of BALANCE_LINE.
        spans: drawn where all frames are whole numbers (years); else left out, for there is no axis to put them on.
        width: pixels.

    Returns:
        The chart. A frame without a value leaves a gap in the line.
    """
    import altair as alt

    rows = table.to_pylist()
    years = all(row["frame"].lstrip("-").isdigit() for row in rows)
    values = [{**row, "x": int(row["frame"]) if years else place} for place, row in enumerate(rows)]
    edges = [value["x"] for value in values]
    scale = alt.Scale(domain=[min(edges, default=0) - 0.5, max(edges, default=1) + 0.5], nice=False)
    shaded: list[dict[str, Any]] = [{"from": at, "to": to, "label": label} for at, to, label in spans if years]
    panels: list[Any] = []
    for measure, title, colour, height in PANELS:
        last = measure == PANELS[-1][0]
        x = alt.X("x:Q", scale=scale, axis=_axis(alt, [row["frame"] for row in rows], years, width, last))
        y = alt.Y(f"{measure}:Q", title=title, scale=alt.Scale(zero=measure == "kappa", nice=True))
        layers: list[Any] = [_bands(alt, shaded, scale)] if shaded else []
        if shaded and not last:
            layers.append(_band_names(alt, shaded, scale))
        base = alt.Chart(alt.Data(values=values)).encode(x=x, y=y)
        layers.append(base.mark_line(color=colour, strokeWidth=1.5, strokeJoin="round"))
        description = f"datum.frame + ': {measure} ' + format(datum.{measure}, '.3f')"
        for proven, fill in ((True, colour), (False, PAPER)):
            layers.append(
                base.transform_filter(f"datum.optimal === {str(proven).lower()} && isValid(datum.{measure})")
                .transform_calculate(label=description)
                .mark_point(shape="circle", size=16, fill=fill, stroke=colour, strokeWidth=1, opacity=1)
                .encode(description="label:N")
            )
        panels.append(alt.layer(*layers).properties(width=width - 70, height=height))
    chart = alt.vconcat(*panels, spacing=8).properties(background="transparent", padding=4)
    return chart.configure_view(stroke=None).configure_axis(
        labelFont=FONT, titleFont=FONT, gridColor=GRID, domain=False, tickColor=GRID, labelColor=MUTED,
        titleColor=INK, titleFontWeight="normal",
    )  # fmt: skip


def _axis(alt: Any, frames: list[str], years: bool, width: int, shown: bool) -> Any:
    import json

    more: dict[str, Any] = {"title": None, "grid": False, "labels": shown, "ticks": shown, "labelOverlap": True}
    if years:
        return alt.Axis(format="d", tickCount=max(2, width // 60), **more)
    every = max(1, -(-len(frames) * LABEL_PIXELS // width))
    return alt.Axis(
        values=list(range(0, len(frames), every)), labelExpr=f"{json.dumps(frames)}[round(datum.value)]", **more
    )


def _bands(alt: Any, shaded: list[dict[str, Any]], scale: Any) -> Any:
    return (
        alt.Chart(alt.Data(values=shaded))
        .mark_rect(color=EVEN, opacity=0.22)
        .encode(x=alt.X("from:Q", scale=scale), x2="to:Q", description="label:N")
    )


def _band_names(alt: Any, shaded: list[dict[str, Any]], scale: Any) -> Any:
    return (
        alt.Chart(alt.Data(values=shaded))
        .mark_text(align="left", baseline="bottom", font=FONT, fontSize=11, color=MUTED)
        .encode(x=alt.X("from:Q", scale=scale), y=alt.value(-4), text="label:N")
    )
