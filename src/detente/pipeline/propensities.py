"""Propensities with sizes, from a user's files or from a project's ties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from detente.errors import SchemaError, SettingsError
from detente.schema.propensities import Propensities

if TYPE_CHECKING:
    import networkx as nx

    from detente.store.project import ProjectStore

TIE_BOUNDS = (-1.0, 1.0)  # of the weight of a tie


def known_propensities(
    source: Path | nx.Graph | Propensities,
    sizes: Path | None = None,
    scale: str = "",
    labels: Mapping[str, str] = MappingProxyType({}),
) -> Propensities:
    """Propensities of a file, of a project folder, of a graph or themselves; the rest as for `file_propensities`.

    Raises:
        SettingsError: if `scale` or `labels` is given for what is no file.
        ProjectError: if a folder is no finished project.
    """
    if isinstance(source, Path) and not source.is_dir():
        return file_propensities(source, sizes, scale, labels)
    if scale or labels:
        raise SettingsError("scale and labels are for files; leave them out, or give a file.")
    if isinstance(source, Path):
        from detente.store.project import ProjectStore

        return project_propensities(ProjectStore.open(source), sizes)
    if not isinstance(source, Propensities):
        from detente.align.propensity_graph import graph_propensities

        source = graph_propensities(source)
    return source if sizes is None else with_sizes(source, sizes)


def file_propensities(
    path: Path, sizes: Path | None = None, scale: str = "", labels: Mapping[str, str] = MappingProxyType({})
) -> Propensities:
    """Propensities of a user's table, with sizes of another.

    Args:
        path: a matrix or a list of pairs.
        sizes: a table of actors and sizes; None: all are 1.
        scale: levels such as `1-5` whose middle is neutral; "": the values are propensities.
        labels: new labels of the actors of `path`, before sizes are looked up.

    Raises:
        ReadError, SchemaError, SettingsError: if a file or a value is bad, or labels cannot be matched.
    """
    from detente.exchange.propensity_table import read_propensities
    from detente.schema.scale import Scale

    given = read_propensities(path, Scale.parse(scale) if scale else None)
    given = _relabelled(given, labels)
    return given.noting("All sizes are 1.") if sizes is None else with_sizes(given, sizes)


def project_propensities(store: ProjectStore, sizes: Path | None = None) -> Propensities:
    """Weights of a project's signed ties between states (and the EU), even ties and strangers 0.

    Args:
        store: an open project.
        sizes: a table of state codes and sizes; None: all are 1.

    Raises:
        SchemaError: if the project has no signed tie.
    """
    import numpy as np

    from detente.align.camps import STATE_LIKE
    from detente.schema.codebook import codebook

    lumping = set(codebook().nonstate_codes) - set(STATE_LIKE)
    rows = [row for row in store.table("ties").to_pylist() if row["sign"] and not {row["a"], row["b"]} & lumping]
    if not rows:
        raise SchemaError(
            f"{store.path}: no tie between two states has a sign, so there is no landscape. Read more documents, or "
            "lower min_tie_events in detente.toml."
        )
    actors = sorted({row[end] for row in rows for end in ("a", "b")})
    index = {actor: i for i, actor in enumerate(actors)}
    matrix = np.zeros((len(actors), len(actors)))
    for row in rows:
        i, j = index[row["a"]], index[row["b"]]
        matrix[i, j] = matrix[j, i] = row["weight"]
    given = Propensities(tuple(actors), matrix, np.ones(len(actors)), TIE_BOUNDS).noting(
        f"Propensity = weight of the tie, for {len(rows)} signed ties of {store.path.name}; 0 for all other pairs."
    )
    return given.noting("All sizes are 1.") if sizes is None else with_sizes(given, sizes)


def with_sizes(given: Propensities, path: Path) -> Propensities:
    """The propensities with the sizes of a file: by label, or else by order where the two are equally many.

    Raises:
        SchemaError: if labels are missing and the order cannot stand for them.
    """
    from detente.exchange.actor_sizes import read_sizes

    sizes = read_sizes(path)
    missing = [actor for actor in given.actors if actor not in sizes]
    if not missing:
        unused = [actor for actor in sizes if actor not in given.actors]
        sized = replace(given, sizes=[sizes[actor] for actor in given.actors])
        return sized.noting(f"Sizes of {', '.join(unused)} are not used.") if unused else sized
    names = list(sizes)
    crossed = any(actor in sizes and names.index(actor) != i for i, actor in enumerate(given.actors))
    if crossed or len(sizes) != len(given.actors):
        raise SchemaError(
            f"{path}: no size for {', '.join(missing)}. Use the same labels in both files, or say which is which with "
            f"--labels {missing[0]}={next((name for name in names if name not in given.actors), 'NAME')}."
        )
    pairs = ", ".join(f"{actor} = {name}" for actor, name in zip(given.actors, names, strict=True) if actor != name)
    return replace(given, sizes=list(sizes.values())).noting(
        f"Labels differ between the files; sizes are taken in their order: {pairs}."
    )


def _relabelled(given: Propensities, labels: Mapping[str, str]) -> Propensities:
    unknown = [label for label in labels if label not in given.actors]
    if unknown:
        raise SettingsError(f"labels: no actor {unknown[0]!r}; choose among {', '.join(given.actors)}.")
    return replace(given, actors=tuple(labels.get(actor, actor) for actor in given.actors))
