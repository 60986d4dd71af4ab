"""One pair over time: tension with its intervals, attention under it, turning points labelled."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from detente.draw.palette import CONFLICT, COOPERATION, EVEN, FONT, GRID, INK, MUTED, PAPER

if TYPE_CHECKING:
    import altair as alt

TRACK = pa.schema(
    [
        ("period_start", pa.date32()),
        ("period_end", pa.date32()),  # exclusive
        ("tension", pa.float64()),  # null where nothing was covered
        ("low90", pa.float64()),
        ("low50", pa.float64()),
        ("high50", pa.float64()),
        ("high90", pa.float64()),
        ("n_cooperation", pa.int64()),
        ("n_conflict", pa.int64()),
        ("n_other", pa.int64()),  # statements and requests
    ]
)
TRACK_TURNS = pa.schema(
    [
        ("date", pa.date32()),
        ("date_low", pa.date32()),
        ("date_high", pa.date32()),
        ("direction", pa.string()),  # `cooling` or `warming`
        ("label", pa.string()),  # what happened, in a few words
    ]
)
COLOURS = {"cooling": CONFLICT, "warming": COOPERATION}
ARROWS = {"cooling": "▲", "warming": "▼"}  # of tension
LABEL_CHARS = 40
CHAR_PIXELS, GAP_PIXELS = 6.0, 8.0
TENSION_PIXELS, ATTENTION_PIXELS = 260, 90
ROWS, STEP = 5, 0.1  # of labels above the curve, and their distance in tension
KINDS = MappingProxyType(
    {
        "cooperation": ("n_cooperation", COOPERATION),
        "conflict": ("n_conflict", CONFLICT),
        "statements, requests": ("n_other", EVEN),
    }
)


def track(table: pa.Table, turns: pa.Table, title: str = "", width: int = 860) -> alt.VConcatChart:
    """Tension from 0 to 1 with the 50 and 90 % intervals, acts a period under it, a rule at every turning point.

    Args:
        table: (n_periods, 10), columns of TRACK, by time.
        turns: (n_turns, 5), columns of TRACK_TURNS, by time; their words stand where there is room.
        title: above the figure.
        width: pixels of the plot.

    Returns:
        The chart.
    """
    import altair as alt

    rows = [_dated(row) for row in table.to_pylist()]
    span = [rows[0]["from"], rows[-1]["to"]] if rows else ["2000-01-01", "2001-01-01"]
    time = alt.Scale(type="utc", domain=span)
    marks = _placed(turns.to_pylist(), span, width)
    chart = alt.vconcat(_upper(rows, marks, time, width), _lower(rows, time, width), spacing=6)
    chart = chart.resolve_scale(x="shared", color="independent")
    if title:
        chart = chart.properties(title=alt.Title(title, anchor="start", color=INK))
    return chart.properties(background=PAPER).configure_view(stroke=None).configure(font=FONT)


def _upper(rows: list[dict[str, Any]], marks: list[dict[str, Any]], time: Any, width: int) -> Any:
    """Tension, its intervals, and the turns with their words above it."""
    import altair as alt

    x = alt.X("from:T", title=None, scale=time, axis=_time_axis(labels=False))
    share = alt.Scale(domain=[0, 1 + STEP * ROWS], nice=False)
    axis = alt.Axis(
        title="tension", values=[0, 0.25, 0.5, 0.75, 1], format=".0%", grid=True, gridColor=GRID, domain=False,
        ticks=False, labelColor=MUTED, titleColor=INK,
    )  # fmt: skip
    base = alt.Chart(alt.Data(values=[row for row in rows if row["tension"] is not None]))
    layers: list[Any] = [
        base.mark_area(color=CONFLICT, opacity=opacity, interpolate="step-after").encode(
            x=x, y=alt.Y(f"{low}:Q", scale=share, axis=axis), y2=f"{high}:Q"
        )
        for low, high, opacity in (("low90", "high90", 0.14), ("low50", "high50", 0.28))
    ]
    line = base.mark_line(color=CONFLICT, strokeWidth=1.8, interpolate="step-after")
    layers.append(line.encode(x=x, y=alt.Y("tension:Q", scale=share, axis=axis)))
    colour = alt.Color("colour:N", scale=None)
    rules = alt.Chart(alt.Data(values=marks)).mark_rule(strokeWidth=1.2, strokeDash=[3, 3])
    layers.append(rules.encode(x=x, color=colour, y=alt.Y("foot:Q", scale=share, axis=axis), y2="at:Q"))
    for align in ("left", "right"):
        chosen = alt.Chart(alt.Data(values=[mark for mark in marks if mark["align"] == align]))
        placed = {"x": x, "y": alt.Y("at:Q", scale=share, axis=axis), "text": "label:N"}
        style = {"align": align, "dx": 4 if align == "left" else -4, "fontSize": 11}
        layers.append(chosen.mark_text(**style, stroke=PAPER, strokeWidth=4, color=PAPER).encode(**placed))
        layers.append(chosen.mark_text(**style).encode(**placed, color=colour))
    return alt.layer(*layers).properties(width=width, height=TENSION_PIXELS)


def _lower(rows: list[dict[str, Any]], time: Any, width: int) -> Any:
    """Acts a period, by kind: attention."""
    import altair as alt

    bars = []
    for row in rows:
        below = 0
        for kind, (column, _) in KINDS.items():
            bars.append({"from": row["from"], "to": row["to"], "kind": kind, "low": below, "high": below + row[column]})
            below += row[column]
    paints = [paint for _, paint in KINDS.values()]
    return (
        alt.Chart(alt.Data(values=bars))
        .mark_rect()
        .encode(
            x=alt.X("from:T", title=None, scale=time, axis=_time_axis(labels=True)),
            x2="to:T",
            y=alt.Y(
                "low:Q", title="acts",
                axis=alt.Axis(grid=False, domain=False, ticks=False, tickCount=3, labelColor=MUTED, titleColor=INK),
            ),
            color=alt.Color(
                "kind:N", scale=alt.Scale(domain=list(KINDS), range=paints),
                legend=alt.Legend(title=None, orient="bottom", direction="horizontal"),
            ),
            y2="high:Q",
        )
        .properties(width=width, height=ATTENTION_PIXELS)
    )  # fmt: skip


def _time_axis(labels: bool) -> Any:
    import altair as alt

    return alt.Axis(
        grid=True, gridColor=GRID, domain=False, ticks=False, labelColor=MUTED, labels=labels, labelOverlap=True
    )


def _dated(row: dict[str, Any]) -> dict[str, Any]:
    days = {"from": row["period_start"].isoformat(), "to": row["period_end"].isoformat()}
    return {name: value for name, value in row.items() if not name.startswith("period")} | days


def _placed(turns: list[dict[str, Any]], span: list[str], width: int) -> list[dict[str, Any]]:
    """Turns with their words, each in the first row where it covers no other; where none is free, the arrow alone."""
    first, last = (date.fromisoformat(day) for day in span)
    free = [0.0] * ROWS  # pixels from which on a row is free
    marks = []
    for row in turns:
        words = row["label"] if len(row["label"]) <= LABEL_CHARS else row["label"][: LABEL_CHARS - 1].rstrip() + "…"
        text = f"{ARROWS[row['direction']]} {row['date']:%b %Y} {words}".rstrip()
        at = (row["date"] - first).days / max(1, (last - first).days) * width
        left = at + len(text) * CHAR_PIXELS > width
        start = at - len(text) * CHAR_PIXELS if left else at
        row_number = next((number for number in range(ROWS) if free[number] <= start), None)
        if row_number is not None:
            free[row_number] = (at if left else start + len(text) * CHAR_PIXELS) + GAP_PIXELS
        marks.append(
            {
                "from": row["date"].isoformat(),
                "foot": 0.0,
                "at": 1 + STEP * (ROWS - 0.5 - (ROWS - 1 if row_number is None else row_number)),
                "colour": COLOURS[row["direction"]],
                "align": "right" if left else "left",
                "label": "" if row_number is None else text,
            }
        )
    return marks
