"""Ties and camps over time: what `detente.panel_ties` and `detente.camps` call."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

    from detente.align.camp_history import CampHistory

PathLike = str | os.PathLike[str]


def panel_ties(
    project: PathLike,
    *,
    period: str = "year",
    norm: str = "world",
    certain: float = 0.9,
    reference: float | None = None,
) -> pa.Table:
    """Signed ties of a project by period: whether each pair was tenser than a norm, where that is certain.

    Args:
        project: the project folder.
        period: year, quarter or month.
        norm: `world`: tenser than pairs usually are; `dyad`: tenser than the pair itself usually is.
        certain: probability from which on a tie has a sign, from 0.5 to below 1; 0.5 gives every tie the likelier one.
        reference: for `world`: share of conflict to compare with; None: that of the middle pair.

    Returns:
        (n, 8), columns of PANEL_TIES: a, b, frame, sign, weight, probability, n, uncertain; a row a pair and period
        with acts. The sign is null where it is uncertain.

    Raises:
        ProjectError: if there is no finished project.
        InputError: if it has no dated act between two states.
        SettingsError: if an option is bad.
    """
    from detente.align.panel_ties import TieRule
    from detente.pipeline.panel_ties import project_ties

    return project_ties(Path(project), period, TieRule(norm, certain, reference))


def camps(
    project: PathLike,
    *,
    period: str = "year",
    actors: int | Sequence[str] = 20,
    bootstrap: int = 100,
    seed: int = 0,
    norm: str = "world",
    certain: float = 0.9,
    reference: float | None = None,
) -> CampHistory:
    """The two camps of the main actors in every period, who moved, and how firmly each stands where it does.

    Args:
        project: the project folder.
        period, norm, certain, reference: as for `panel_ties`, which gives the ties; errors too.
        actors: how many, those with most acts; or which, as codes or names.
        bootstrap: draws of the events that stability rests on; 0: none.
        seed: of all that is random.
    """
    from detente.align.panel_ties import TieRule
    from detente.pipeline.camps_over_time import project_camps

    return project_camps(Path(project), period, actors, bootstrap, seed, TieRule(norm, certain, reference))
