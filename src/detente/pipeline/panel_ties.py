"""Ties of a project by period, from the tension of its pairs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from detente.align.camps import lumps
from detente.align.panel_ties import PanelTies, TieRule, panel_ties
from detente.errors import InputError, SettingsError
from detente.measure.series import PairSeries
from detente.measure.tension_levels import TensionLevels, tension_levels
from detente.pipeline.histories import series_of
from detente.schema.period import Period
from detente.schema.ties import PANEL_TIES
from detente.store.project import ProjectStore

PERIODS = ("year", "quarter", "month")


@dataclass(frozen=True, slots=True, eq=False)
class TiedSeries:
    """Counts, levels and ties of the same pairs and periods.

    Attributes:
        series: counts of all pairs but those with a code that lumps many bodies (IGO, NGO …).
        levels: posterior of their tension.
        rule: what makes a tie.
        reference: log-odds of the norm `world`; NaN with `dyad`.
        ties: by the rule.
    """

    series: PairSeries
    levels: TensionLevels
    rule: TieRule
    reference: float
    ties: PanelTies


def project_ties(project: Path, period: str = "year", rule: TieRule | None = None) -> pa.Table:
    """Ties of every pair in every period in which it has acts.

    Args:
        project: the project folder.
        period: `year`, `quarter` or `month`.
        rule: None: the defaults.

    Returns:
        (n, 8), columns of PANEL_TIES, sorted by frame, a, b; uncertain ones included, their sign null.

    Raises:
        ProjectError: if there is no finished project.
        InputError: if it has no dated act between two states.
        SettingsError: if the period is none of the three.
    """
    found = tied_series(project, period, rule or TieRule())
    ties, series = found.ties, found.series
    at, pair = np.nonzero(~np.isnan(ties.probability).T)
    frames = frame_names(series, period)
    sign = pa.array(ties.sign[pair, at], pa.int8(), mask=ties.sign[pair, at] == 0)
    return pa.table(
        [
            pa.array([series.pairs[i][0] for i in pair.tolist()], pa.string()),
            pa.array([series.pairs[i][1] for i in pair.tolist()], pa.string()),
            pa.array([frames[i] for i in at.tolist()], pa.string()),
            sign,
            pa.array(ties.weight[pair, at], pa.float64()),
            pa.array(np.round(ties.probability[pair, at], 6), pa.float64()),
            pa.array(np.rint(found.levels.acts[pair, at]).astype(np.int64), pa.int64()),
            pa.array(ties.uncertain[pair, at], pa.bool_()),
        ],
        schema=PANEL_TIES,
    )


def tied_series(project: Path, period: str, rule: TieRule) -> TiedSeries:
    """Counts, levels and ties by period; errors as for `project_ties`."""
    if period not in PERIODS:
        raise SettingsError(f"There are no ties by {period!r}; give one of {', '.join(PERIODS)}.")
    whole = series_of(ProjectStore.open(project), period)
    kept = [i for i, pair in enumerate(whole.pairs) if not any(lumps(code) for code in pair)]
    series = replace(whole, pairs=tuple(whole.pairs[i] for i in kept), counts=whole.counts[kept])
    if not (series.conflict + series.cooperation).any():
        raise InputError(
            f"{project}: holds no dated act of cooperation or conflict between two states, so there are no ties."
        )
    levels = tension_levels(series)
    reference = reference_of(levels, rule)
    return TiedSeries(series, levels, rule, reference, ties_of(levels, rule, reference))


def reference_of(levels: TensionLevels, rule: TieRule) -> float:
    """Log-odds that `world` compares with: those given, or the centre of the pairs' own levels; NaN with `dyad`."""
    if rule.norm == "dyad":
        return float("nan")
    if rule.reference is not None:
        return float(np.log(rule.reference / (1 - rule.reference)))
    return levels.wander.mean


def ties_of(levels: TensionLevels, rule: TieRule, reference: float) -> PanelTies:
    """Ties by the rule; reference as from `reference_of`."""
    told = levels.acts > 0
    known: Any = np.isfinite(levels.mean)
    if rule.norm == "dyad":
        above: Any = levels.mean - levels.own_mean[:, None]
        variance = levels.deviation_variance
    else:
        above, variance = levels.mean - reference, levels.variance
    return panel_ties(_filled(above, known), _filled(variance, known), told, rule.certain)


def frame_names(series: PairSeries, period: str) -> list[str]:
    """Names of the periods: 2012, 2012-Q3, 2012-07."""
    return [Period.containing(start, period).name(period) for start in series.starts]


def _filled(values: NDArray[np.float64], known: NDArray[np.bool_]) -> NDArray[np.float64]:
    return np.where(known, values, 0.0)
