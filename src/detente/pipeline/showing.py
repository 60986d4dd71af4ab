"""Camps, network and the report page of a project's tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pyarrow as pa

from detente.schema.ties import TIES
from detente.store.project import ProjectStore

if TYPE_CHECKING:
    import networkx as nx

    from detente.align.camps_record import Camps


def network_of(tables: Mapping[str, pa.Table], camps: Camps | None) -> nx.Graph:
    """The signed network of the ties, each state in its camp; without camps where there is no split."""
    from detente.align.camps import split_camps
    from detente.align.network import signed_network

    known = split_camps(TIES.empty_table()) if camps is None else camps
    return signed_network(tables["ties"], known, names_of(tables["actors"]))


def names_of(actors: pa.Table) -> dict[str, str]:
    """Name to show by code: that of the state in the lexicon, else the most frequent name of the actor itself."""
    from detente.lexicon.names import states

    names: dict[str, str] = {code: state.name for code, state in states().items()}
    for row in actors.to_pylist():  # most frequent first
        if row["name"] and row["code"] not in names and not row["sector"] and not row["organisation"]:
            names.setdefault(row["code"], row["name"])
    return names


def render_page(store: ProjectStore, tables: Mapping[str, pa.Table], camps: Camps | None) -> str:
    """The report of a committed state as one HTML page."""
    from detente.pipeline.firmness_section import firmness_section
    from detente.pipeline.history_section import history_section
    from detente.report.page import render_report

    manifest = store.manifest
    meta = {
        "names": names_of(tables["actors"]) if "actors" in tables else {},
        "versions": dict(manifest.versions) if manifest else {},
        "lexicon": dict(manifest.lexicon) if manifest else {},
        "settings": dict(manifest.settings) if manifest else {},
        "counts": dict(manifest.counts) if manifest else {},
        "inputs": list(manifest.inputs) if manifest else [],
    }
    least = int(meta["settings"].get("measure", {}).get("min_tie_events", 1))
    return render_report(
        tables, camps, meta, history_section(store, meta["names"]), firmness_section(tables, camps, least)
    )
