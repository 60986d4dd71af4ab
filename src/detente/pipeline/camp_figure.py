"""The figure of camps over time, as a file."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa

from detente.align.camp_history import CampHistory
from detente.pipeline.figure_writing import write_figure_file

LEGEND = (
    "Teal is camp A, vermilion camp B; the paler a cell, the fewer draws of the events have the actor on that side. A "
    "mark stands where an actor changed sides: filled where at least half of the draws show the change. An empty cell: "
    "no tie to the others."
)


def draw_camps(history: CampHistory, path: Path, title: str = "Camps over time") -> Path:
    """A row an actor, a cell a period, as HTML, SVG or PNG by the name's ending.

    Args:
        history: the camps.
        path: file to write, atomically.
        title: heading of the page and name of the figure.

    Raises:
        SettingsError: if the ending is no format of figures.
    """
    from detente.draw.camp_timeline import camp_timeline

    return write_figure_file(camp_timeline(camp_cells(history)), path, title, f"{camp_words(history)} {LEGEND}")


def camp_cells(history: CampHistory) -> pa.Table:
    """(n_frames n_actors, 5), columns of CAMP_TIMELINE: actors of the two last camps apart, their order else kept."""
    from detente.draw.camp_timeline import CAMP_TIMELINE

    last: dict[str, str] = {}
    for frame in history.frames:
        last |= frame.camp_of
    ordered = sorted(history.actors, key=lambda actor: (last.get(actor, "C"), history.actors.index(actor)))
    moves = {(move.actor, move.after): move.probability for move in history.moves}
    rows = [
        {
            "actor": actor,
            "frame": frame.frame,
            "camp": frame.camp_of.get(actor),
            "stability": frame.stability.get(actor),
            "move": None if (actor, frame.frame) not in moves else _known(moves[actor, frame.frame]),
        }
        for actor in ordered
        for frame in history.frames
    ]
    return pa.Table.from_pylist(rows, schema=CAMP_TIMELINE)


def camp_words(history: CampHistory) -> str:
    """What the figure shows, for a reader who cannot see it."""
    told = [frame for frame in history.frames if not frame.empty]
    if not told:
        return "No period has enough signed ties for camps."
    sure = [move for move in history.moves if not move.probability < 0.5]
    first = (
        f"Camps of {len(history.actors)} actors in {len(told)} of {len(history.frames)} periods, from "
        f"{history.frames[0].frame} to {history.frames[-1].frame}."
    )
    listed = "; ".join(f"{move.actor} to {move.to_camp} in {move.after}" for move in sure)
    few = len(history.moves) - len(sure)
    unsure = f" {few} further changes of side are shown by fewer than half of the draws." if few else ""
    return f"{first} Changes of side: {listed or 'none that is likely'}.{unsure}"


def _known(probability: float) -> float:
    """Without draws a move is shown as it is."""
    return 1.0 if probability != probability else probability
