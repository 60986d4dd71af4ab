"""What the report tells of histories: the most told pairs of a project, coded and imported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from detente.measure.pair_counts import pair_counts
from detente.measure.relation import Estimate, estimate_tension
from detente.measure.series import PairSeries, pair_series
from detente.measure.turning_points import turning_points
from detente.pipeline.histories import event_frames
from detente.pipeline.tracking import most_told, track_tables
from detente.pipeline.turning import dated_turns
from detente.report.histories import Histories, Told, histories
from detente.schema.codebook import codebook
from detente.store.project import ProjectStore

SHOWN = 6  # pairs
LEAST_ACTS, LEAST_DAYS = 30, 182


def history_section(store: ProjectStore, names: Mapping[str, str]) -> Histories:
    """Histories of at most six pairs of states with 30 acts of cooperation and conflict over half a year.

    Args:
        store: committed.
        names: names to show by code.
    """
    n_imported = sum(part.rows for part in store.parts("imported"))
    frames = event_frames(store)
    if not frames:
        return Histories()
    weekly = pair_series(pair_counts(frames, "week"), "week")
    monthly = pair_series(pair_counts(frames, "month"), "month")
    chosen = _chosen(weekly)
    imported = _imported_words(n_imported, monthly) if n_imported else ""
    if not chosen:
        return Histories(imported=imported)
    some = _only(weekly, chosen)
    points = turning_points(some, pair_counts(frames, "day", pairs=chosen))
    turns = dated_turns(store, points, None)
    peers = most_told(monthly, chosen)
    tension = estimate_tension(peers)
    told = []
    for pair in chosen:
        row = peers.pairs.index(pair)
        mine = Estimate(*(getattr(tension, field)[row : row + 1] for field in Estimate.__slots__))
        own = [turn for turn in turns if (turn.point.a, turn.point.b) == pair]
        track, marks = track_tables(_only(peers, [pair]), mine, own, "month")
        name = " – ".join(names.get(code, code) for code in pair)
        n_acts = round(float(peers.counts[row].sum()))
        told.append(Told(*pair, name, track, marks, [turn.record() for turn in own], n_acts))
    return histories(told, imported)


def _chosen(weekly: PairSeries) -> list[tuple[str, str]]:
    """The most told pairs of states that have a history, most told first."""
    acts = (weekly.conflict + weekly.cooperation).sum(axis=1)
    long_enough = len(weekly.starts) * 7 >= LEAST_DAYS
    lumped = codebook().nonstate_codes
    order = np.argsort(-acts, kind="stable")
    pairs = [weekly.pairs[i] for i in order if acts[i] >= LEAST_ACTS and long_enough]
    return [pair for pair in pairs if not {*pair} & lumped.keys()][:SHOWN]


def _only(series: PairSeries, pairs: list[tuple[str, str]]) -> PairSeries:
    rows = sorted(series.pairs.index(pair) for pair in pairs)
    return replace(series, pairs=tuple(series.pairs[row] for row in rows), counts=series.counts[rows])


def _imported_words(n: int, series: PairSeries) -> str:
    from detente.report.wording import counted, day_words

    told = "none of them a dated act between two actors that are known"
    if series.starts:
        told = f"from {day_words(series.starts[0])} on, between {counted(len(series.pairs), 'pair')} of actors"
    return (
        f"{counted(n, 'event')} imported, {told}. They count here; camps, ties and dyads are read from documents alone."
    )
