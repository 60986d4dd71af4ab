"""Portfolios from a user's file, or from a project's ties."""

from __future__ import annotations

from pathlib import Path

from detente.errors import SettingsError
from detente.schema.portfolios import Portfolios
from detente.schema.propensities import Propensities


def known_portfolios(source: Path, weights: str = "", scale: str = "", signs: bool = False) -> Portfolios:
    """Portfolios of a file or of a project folder.

    Args:
        source: a CSV file with one row a partner and one column a state, or a project folder.
        weights: for files: a column that weighs the partners; "": equally.
        scale: for files: ends of the levels, as `0-3`; "": the least and the greatest there are.
        signs: for projects: signs of ties (-1, 0, 1) rather than their weights.

    Raises:
        ReadError, SchemaError, SettingsError: if a file or a value is bad, or an option does not go with the source.
        ProjectError: if a folder is no finished project.
    """
    from detente.schema.scale import Scale

    if not source.is_dir():
        from detente.exchange.portfolio_table import read_portfolios

        if signs:
            raise SettingsError("signs are for projects; a file's levels are taken as they are.")
        return read_portfolios(source, weights, Scale.parse(scale) if scale else None)
    if weights or scale:
        raise SettingsError("weights and scale are for files; leave them out, or give a file.")
    from detente.pipeline.propensities import project_propensities
    from detente.store.project import ProjectStore

    return tie_portfolios(project_propensities(ProjectStore.open(source)), signs)


def tie_portfolios(given: Propensities, signs: bool) -> Portfolios:
    """Ties as portfolios: every actor is a state and a partner; each is its own closest friend, level 1.

    Args:
        given: weights of ties in [-1, 1].
        signs: whether levels are the signs rather than the weights.
    """
    import numpy as np

    levels = np.sign(given.matrix) if signs else given.matrix.copy()
    np.fill_diagonal(levels, 1.0)
    what = "signs" if signs else "weights"
    note = f"Levels are the {what} of ties, from -1 to 1; 0 without one, 1 of a state with itself."
    return Portfolios(given.actors, given.actors, levels, None, -1.0, 1.0, (note,))
