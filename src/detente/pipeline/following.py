"""Dyads over time: what `detente.track` and the rest call."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from detente.schema.spans import day_of

if TYPE_CHECKING:
    import pyarrow as pa

    from detente.pipeline.causes import Why
    from detente.pipeline.panels import Written
    from detente.pipeline.tracking import Track
    from detente.pipeline.turning import DatedTurn

PathLike = str | os.PathLike[str]


def turning_points(
    project: PathLike,
    dyad: str | None = None,
    *,
    since: date | str | None = None,
    as_of: date | str | None = None,
    probability: float | None = None,
) -> list[DatedTurn]:
    """When relations turned, each turn with its interval, size, probability and the acts that drove it, by date.

    Args:
        project: the project folder.
        dyad: "CHN,JPN" or "China,Japan"; None: all.
        since: leaves out turns before this day (a date, or YYYY-MM-DD).
        as_of: only what happened up to this day has a say.
        probability: least probability of a turn; None: 0.55.

    Raises:
        ProjectError: if there is no finished project.
        InputError: if the dyad cannot be read or has no dated act.
    """
    from detente.pipeline.turning import project_turns

    return project_turns(Path(project), dyad, day_of(since), day_of(as_of), probability)


def track(project: PathLike, a: str, b: str, *, period: str = "month", as_of: date | str | None = None) -> Track:
    """The history of a pair of states: estimates with intervals by period, and turning points.

    Args:
        project: the project folder.
        a, b: codes or names.
        period: day, week, month, quarter or year.
        as_of: only what happened up to this day (a date, or YYYY-MM-DD) has a say.

    Raises:
        ProjectError: if there is no finished project.
        InputError: if a name is unknown or the pair has no dated act.
        SchemaError: if the period is unknown.
    """
    from detente.pipeline.tracking import project_track

    return project_track(Path(project), a, b, period, day_of(as_of))


def why(project: PathLike, a: str, b: str, before: str, after: str) -> Why:
    """What moved the tension of a pair from the time `before` to the time since, up to the end of `after`.

    Args:
        project: the project folder.
        a, b: codes or names.
        before, after: YYYY, YYYY-Qn, YYYY-MM or YYYY-MM-DD.

    Raises:
        ProjectError: if there is no finished project.
        InputError: if a name is unknown, the times are in the wrong order, or there is no act.
        SchemaError: if a time cannot be read.
    """
    from detente.pipeline.causes import project_why

    return project_why(Path(project), a, b, before, after)


def panel(project: PathLike, period: str = "month", directed: bool = True) -> pa.Table:
    """The dyad panel of all events, coded and imported: columns of PANEL, with `n_dyad` and `n_either` as exposure.

    Raises:
        ProjectError: if there is no finished project.
        InputError: if it has no events.
        SchemaError: if the period is unknown.
    """
    from detente.pipeline.panels import project_panel

    return project_panel(Path(project), period, directed)


def relations(project: PathLike, period: str = "month") -> pa.Table:
    """Tension, material tension, cooperation and attention of every pair and period, with 50 and 90 % intervals.

    Columns of RELATIONS; errors as for `panel`.
    """
    from detente.pipeline.panels import project_relations

    return project_relations(Path(project), period)


def write_panel(
    project: PathLike, out: PathLike, *, period: str = "month", directed: bool = True, relations: bool = False
) -> Written:
    """Write the panel, or the estimates, as .csv or .parquet; errors as for `panel`."""
    from detente.pipeline.panels import write_panel as write

    return write(Path(project), Path(out), period, directed, relations)
