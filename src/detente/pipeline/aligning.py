"""Landscapes, what-ifs and similarities of files, projects and graphs: what `detente.landscape` and the rest call."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx as nx

    from detente.align.changes import Changes
    from detente.align.landscape_record import Landscape
    from detente.align.similarity import Similarity
    from detente.align.what_if import WhatIf
    from detente.schema.propensities import Propensities

    Source = str | os.PathLike[str] | nx.Graph | Propensities  # a file, a project, a graph

PathLike = str | os.PathLike[str]


def propensities(
    source: Source,
    *,
    sizes: PathLike | None = None,
    scale: str = "",
    labels: Mapping[str, str] | None = None,
) -> Propensities:
    """Who is drawn to whom, for `landscape` and `what_if`.

    Args:
        source: a CSV file (a square matrix with labels, or columns a, b and propensity or weight), a project, whose
            signed ties it takes, or a networkx graph.
        sizes: a CSV file of actors and sizes; None: all are 1, or the `size` of a graph's nodes.
        scale: for files: levels such as `1-5` whose middle is propensity 0; "": values are propensities.
        labels: for files: new labels of actors, so that they are those of `sizes`.

    Raises:
        ReadError, SchemaError, SettingsError: if a file or a value is bad, or labels cannot be matched.
        ProjectError: if a folder is no finished project.
    """
    from detente.pipeline.propensities import known_propensities

    given = Path(source) if isinstance(source, str | os.PathLike) else source
    return known_propensities(given, None if sizes is None else Path(sizes), scale, labels or {})


def landscape(source: Source, *, start: Iterable[str] = (), seed: int = 0, **files: Any) -> Landscape:
    """The two-camp configurations of some actors: energies, local optima, their basins, the way downhill.

    Args:
        source, files: as for `propensities`, `files` being sizes, scale and labels; errors too.
        start: members of one camp today; then `descent` of the result is the way downhill from there.
        seed: of the restarts that find local optima beyond 22 actors.
    """
    from detente.align.landscape import landscape as find

    return find(propensities(source, **files), start, seed=seed)


def what_if(
    source: Source,
    changes: Changes | None = None,
    *,
    start: Iterable[str] = (),
    pair: tuple[str, str] | None = None,
    tips: bool = True,
    seed: int = 0,
    **files: Any,
) -> WhatIf:
    """What moves when something changes, and how small a change tips the best split.

    Args:
        source, files, seed: as for `landscape`; errors too.
        changes: what is supposed; None: nothing, for the tipping points alone.
        start: members of one camp today; none: today is the best split.
        pair: of whom is asked what keeps them together, or apart; up to 22 actors.
        tips: whether the smallest changes are wanted.
    """
    from detente.align.changes import Changes
    from detente.align.what_if import what_if as compare

    given = propensities(source, **files)
    return compare(given, Changes() if changes is None else changes, start, pair=pair, tips=tips, seed=seed)


def similarity(
    source: PathLike,
    *,
    pairs: Iterable[tuple[str, str]] = (),
    weights: str = "",
    scale: str = "",
    signs: bool = False,
) -> tuple[Similarity, ...]:
    """How alike the portfolios of states are: S, Cohen's kappa, Scott's pi, Kendall's tau-b.

    Args:
        source: a CSV file with a column of partners and one of levels for each state, or a project.
        pairs: whom to compare; none: all pairs.
        weights: a column of the file that weighs the partners; "": equally.
        scale: ends of the scale of levels, as `0-3`; "": the least and the greatest level there are.
        signs: for a project: compare the signs of ties rather than their weights.

    Raises:
        ReadError, SchemaError, SettingsError: if a file or a value is bad or a state unknown.
        ProjectError: if a folder is no finished project.
    """
    from detente.align.similarity import similarities
    from detente.pipeline.portfolios import known_portfolios

    return similarities(known_portfolios(Path(source), weights, scale, signs), pairs)
