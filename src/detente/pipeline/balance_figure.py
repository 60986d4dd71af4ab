"""The figure of balance over frames, as a file."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from detente.pipeline.figure_writing import write_figure_file

if TYPE_CHECKING:
    from detente.align.balance import Balance


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

    rows = [
        {"frame": one.frame, "F": _known(one.F), "kappa": _known(one.kappa), "optimal": one.optimal} for one in frames
    ]
    chart: Any = balance_line(pa.Table.from_pylist(rows, schema=BALANCE_LINE), spans)
    words = f"{_summary(frames)} {note}".strip()
    return write_figure_file(chart, path, title, words)


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
