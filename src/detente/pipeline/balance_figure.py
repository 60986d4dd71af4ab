"""The figure of balance over frames, as a file."""

from __future__ import annotations

import html
import io
import math
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from detente.errors import SettingsError

if TYPE_CHECKING:
    from detente.align.balance import Balance

FORMATS = (".html", ".svg", ".png")
PIXEL_RATIO = 2
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>body{{margin:2rem auto;max-width:60rem;font-family:sans-serif;background:#fdfcf9;color:#1e2328}}</style></head>
<body><h1>{title}</h1>
{figure}
<p>{words}</p></body></html>
"""


def draw_balance(
    frames: Sequence[Balance],
    path: Path,
    *,
    title: str = "Balance",
    spans: Sequence[tuple[float, float, str]] = (),
    note: str = "",
) -> Path:
    """F and κ over the frames, as HTML (no script, nothing from outside), SVG or PNG by the name's ending.

    Args:
        frames: in the order wanted.
        path: file to write, atomically.
        title: heading of the page and name of the figure.
        spans: (from, to, label) to shade, on an axis of years.
        note: text under the figure, in HTML only.

    Raises:
        SettingsError: if the ending is none of these.
    """
    from detente.draw.balance_line import BALANCE_LINE, balance_line
    from detente.draw.inline_svg import inline_svg
    from detente.exchange.atomic import atomic_file

    require_figure(path)
    rows = [
        {"frame": one.frame, "F": _known(one.F), "kappa": _known(one.kappa), "optimal": one.optimal} for one in frames
    ]
    chart: Any = balance_line(pa.Table.from_pylist(rows, schema=BALANCE_LINE), spans)
    words = f"{_summary(frames)} {note}".strip()
    if path.suffix.lower() == ".html":
        figure = inline_svg(chart, "balance", title, words)
        data = PAGE.format(title=html.escape(title), figure=figure, words=html.escape(words)).encode()
    elif path.suffix.lower() == ".svg":
        text = io.StringIO()
        chart.save(text, format="svg")
        data = text.getvalue().encode()
    else:
        picture = io.BytesIO()
        chart.properties(background="white").save(picture, format="png", scale_factor=PIXEL_RATIO)
        data = picture.getvalue()
    with atomic_file(path) as file:
        file.write(data)
    return path


def require_figure(path: Path) -> None:
    """Raises SettingsError if a figure cannot be written under this name."""
    if path.suffix.lower() not in FORMATS:
        raise SettingsError(f"{path}: {path.suffix or 'no ending'} is no format of figures; give {', '.join(FORMATS)}.")


def _known(value: float) -> float | None:
    return None if math.isnan(value) else value


def _summary(frames: Sequence[Balance]) -> str:
    """What the figure shows, for a reader who cannot see it."""
    defined = [one for one in frames if not math.isnan(one.F)]
    if not defined:
        return "No frame has ties."
    least, most = min(defined, key=lambda one: one.F), max(defined, key=lambda one: one.F)
    proven = sum(one.optimal for one in frames)
    return (
        f"F and walk balance κ over {len(frames)} frames, from {frames[0].frame or 'the first'} to "
        f"{frames[-1].frame or 'the last'}: F is lowest in {least.frame or 'it'} ({least.F:.3f}) and highest in "
        f"{most.frame or 'it'} ({most.F:.3f}); {proven} of {len(frames)} values are proven."
    )
