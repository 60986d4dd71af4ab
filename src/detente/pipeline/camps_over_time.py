"""Camps of a project's main actors over time, the uncertainty of its events carried into them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.align.camp_history import CampHistory
from detente.align.camps_over_time import TiesOverTime, camps_over_time
from detente.align.panel_ties import PanelTies, TieRule
from detente.errors import InputError, SettingsError
from detente.measure.series import PairSeries
from detente.measure.tension_levels import resampled_levels
from detente.pipeline.histories import actor_code
from detente.pipeline.panel_ties import frame_names, tied_series, ties_of

MAIN_ACTORS = 20
LEAST_ACTORS = 3


def project_camps(
    project: Path,
    period: str = "year",
    actors: int | Sequence[str] = MAIN_ACTORS,
    bootstrap: int = 100,
    seed: int = 0,
    rule: TieRule | None = None,
) -> CampHistory:
    """Camps of every period.

    Args:
        project: the project folder.
        period: `year`, `quarter` or `month`.
        actors: how many, those with most acts; or which, as codes or names.
        bootstrap: draws of the events, ≥ 0.
        seed: of all that is random.
        rule: what makes a tie; None: the defaults.

    Raises:
        ProjectError: if there is no finished project.
        InputError: if it has no dated act between two states, or none of an actor that is asked for.
        SettingsError: if the period, the actors or the draws are bad.
    """
    if bootstrap < 0:
        raise SettingsError(f"{bootstrap} draws of the events cannot be made; give 0 or more.")
    found = tied_series(project, period, rule or TieRule())
    chosen = _chosen(project, found.series, actors)
    place = {code: i for i, code in enumerate(chosen)}
    rows = [i for i, (a, b) in enumerate(found.series.pairs) if a in place and b in place]
    pairs = np.array([[place[code] for code in found.series.pairs[i]] for i in rows], dtype=np.int64).reshape(-1, 2)
    some = replace(found.series, pairs=tuple(found.series.pairs[i] for i in rows), counts=found.series.counts[rows])
    frames = frame_names(some, period)
    drawn: Any = np.zeros((bootstrap, len(frames), len(chosen), len(chosen)), dtype=np.float32)
    for draw, levels in enumerate(resampled_levels(some, found.levels.wander, bootstrap, seed)):
        drawn[draw] = _matrices(ties_of(levels, found.rule, found.reference), slice(None), pairs, len(chosen))
    costs = _matrices(found.ties, rows, pairs, len(chosen))
    return camps_over_time(TiesOverTime(chosen, frames, costs, drawn), seed)


def _matrices(ties: PanelTies, rows: Any, pairs: NDArray[np.int64], n: int) -> NDArray[np.float64]:
    """(n_periods, n, n), sign times weight."""
    costs = (ties.sign * np.nan_to_num(ties.weight))[rows].T
    matrices: Any = np.zeros((len(costs), n, n))
    i, j = pairs.T
    matrices[:, i, j] = matrices[:, j, i] = costs
    return matrices


def _chosen(project: Path, series: PairSeries, actors: int | Sequence[str]) -> list[str]:
    acts: dict[str, float] = {}
    for pair, n in zip(series.pairs, (series.conflict + series.cooperation).sum(axis=1).tolist(), strict=True):
        for code in pair:
            acts[code] = acts.get(code, 0.0) + n
    ranked = sorted((code for code in acts if acts[code]), key=lambda code: (-acts[code], code))
    wanted = ranked[:actors] if isinstance(actors, int) else list(dict.fromkeys(actor_code(name) for name in actors))
    asked = actors if isinstance(actors, int) else len(wanted)
    if asked < LEAST_ACTORS:
        raise SettingsError(f"{asked} actors make no camps; ask for {LEAST_ACTORS} or more.")
    silent = [code for code in wanted if not acts.get(code)]
    if silent:
        raise InputError(
            f"{project}: no dated act of {', '.join(silent)} with another state. Those with most acts: "
            f"{', '.join(ranked[:MAIN_ACTORS])}."
        )
    return sorted(wanted, key=lambda code: (-acts[code], code))
