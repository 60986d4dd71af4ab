"""The figure of a landscape, as a file."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa

from detente.align.landscape_record import Landscape
from detente.pipeline.figure_writing import write_figure_file

MAX_DRAWN = 20  # optima; the lowest ones say it

LEGEND = (
    "Discs stand for camp 1, that of the first actor, diamonds for camp 2; a ring marks an actor whose frustration is "
    "above 0 there. A percentage is the share of configurations that come to rest at the optimum."
)


def draw_landscape(found: Landscape, path: Path, title: str = "Landscape") -> Path:
    """The lowest local optima with their camps, as HTML, SVG or PNG by the name's ending.

    Args:
        found: the landscape.
        path: file to write, atomically.
        title: heading of the page and name of the figure.

    Raises:
        SettingsError: if the ending is no format of figures.
    """
    from detente.draw.landscape import landscape

    return write_figure_file(landscape(optima_table(found)), path, title, f"{landscape_words(found)} {LEGEND}")


def optima_table(found: Landscape) -> pa.Table:
    """(n_optima n_actors, 6), columns of OPTIMA, of the lowest MAX_DRAWN optima."""
    from detente.draw.landscape import OPTIMA

    rows = [
        {
            "rank": rank,
            "energy": optimum.energy,
            "share": None if optimum.basin is None else optimum.basin / found.n_configurations,
            "actor": actor,
            "camp": 1 if actor in optimum.camp_1 else 2,
            "frustrated": frustration > 0,
        }
        for rank, optimum in enumerate(found.optima[:MAX_DRAWN], start=1)
        for actor, frustration in zip(found.propensities.actors, optimum.frustrations, strict=True)
    ]
    return pa.Table.from_pylist(rows, schema=OPTIMA)


def landscape_words(found: Landscape) -> str:
    """The landscape in two or three sentences."""
    best = found.best
    others = ", ".join(best.camp_2) or "nobody"
    first = f"The lowest energy, {best.energy:g}, has {', '.join(best.camp_1)} in one camp and {others} in the other"
    first += ", and no other configuration is as low." if found.unique else "."
    if found.unique is False:
        first += " Other configurations are as low."
    if not found.complete:
        proof = (
            "That it is the lowest is proven" if not found.gap else f"The lowest may be lower by up to {found.gap:g}"
        )
        return f"{first} {proof}; {found.n_optima} local optima were found, there may be more."
    share = (best.basin or 0) / found.n_configurations
    optima = "the only local optimum" if found.n_optima == 1 else f"one of {found.n_optima} local optima"
    return f"{first} It is {optima}; {share:.0%} of {found.n_configurations:,} configurations come to rest there."
