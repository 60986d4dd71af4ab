"""The history of one pair: estimates by period, turning points, and its figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa

from detente.measure.relation import MEASURES, Estimate, estimate_relations
from detente.measure.series import PairSeries
from detente.pipeline.figure_writing import write_figure_file
from detente.pipeline.histories import actor_code, dyad_of, series_of
from detente.pipeline.turning import DatedTurn, project_turns
from detente.schema.panel import RELATIONS
from detente.schema.period import Period
from detente.store.project import ProjectStore

LEVELS = ((0.5, "low50", "high50"), (0.9, "low90", "high90"))
PEERS = 200  # pairs with most acts that the estimates of one are pooled with


@dataclass(frozen=True, slots=True, eq=False)
class Track:
    """The history of one pair.

    Attributes:
        a, b: codes, a < b; name_a, name_b: their names.
        period: kind of the periods.
        series: counts.
        estimates: by the names of MEASURES, one row each.
        turns: turning points with their acts, by date.
    """

    a: str
    b: str
    name_a: str
    name_b: str
    period: str
    series: PairSeries
    estimates: dict[str, Estimate]
    turns: tuple[DatedTurn, ...]

    def table(self) -> pa.Table:
        """(n_periods x 4 measures x 2 intervals, 10), columns of RELATIONS."""
        return relations_table(self.series, self.estimates, self.period)


def project_track(project: Path, a: str, b: str, period: str = "month", as_of: date | None = None) -> Track:
    """The history of a pair; estimates are pooled over all pairs of the project.

    Args:
        project: the project folder.
        a, b: codes or names.
        period: `day`, `week`, `month`, `quarter` or `year`.
        as_of: only what was told up to this day has a say.

    Raises:
        ProjectError: if there is no finished project.
        InputError: if a name is unknown or the pair has no acts.
        SchemaError: if the period is unknown.
    """
    from detente.measure.pair_counts import pair_counts
    from detente.measure.series import pair_series
    from detente.pipeline.histories import event_frames

    store = ProjectStore.open(project)
    pair = dyad_of(f"{actor_code(a)},{actor_code(b)}")
    until = None if as_of is None else as_of + timedelta(days=1)
    own = series_of(store, period, pair, until)
    every = pair_series(pair_counts(event_frames(store), period, until), period)
    chosen = most_told(every, [pair])
    estimates = estimate_relations(chosen)
    at = chosen.pairs.index(pair)
    mine = {
        name: Estimate(*(getattr(one, field)[at : at + 1] for field in Estimate.__slots__))
        for name, one in estimates.items()
    }
    names = [_name(code) for code in pair]
    turns = tuple(project_turns(project, ",".join(pair), as_of=as_of))
    return Track(pair[0], pair[1], names[0], names[1], period, own, mine, turns)


def most_told(series: PairSeries, pairs: Sequence[tuple[str, str]]) -> PairSeries:
    """The pairs given and those with most acts: enough to learn how relations move, and quick."""
    import numpy as np

    total = series.counts.sum(axis=(1, 2))
    most = np.argsort(-total, kind="stable")[:PEERS]
    chosen = np.unique([*most, *(series.pairs.index(pair) for pair in pairs)])
    return replace(series, pairs=tuple(series.pairs[i] for i in chosen), counts=series.counts[chosen])


def relations_table(series: PairSeries, estimates: dict[str, Estimate], period: str) -> pa.Table:
    """Estimates as a long table, columns of RELATIONS: a row a pair, period, measure and interval; nulls uncovered."""
    import numpy as np

    n_pairs, n_periods = series.conflict.shape
    size = n_pairs * n_periods
    ends = [Period.containing(start, period).end for start in series.starts]
    told = np.rint(series.counts.sum(axis=2)).astype(np.int64).ravel()
    pieces = []
    for name in MEASURES:
        for level, low, high in LEVELS:
            values = [getattr(estimates[name], field).ravel() for field in ("mean", low, high)]
            pieces.append(
                pa.table(
                    [
                        pa.array([a for a, _ in series.pairs for _ in series.starts], pa.string()),
                        pa.array([b for _, b in series.pairs for _ in series.starts], pa.string()),
                        pa.array(list(series.starts) * n_pairs, pa.date32()),
                        pa.array(ends * n_pairs, pa.date32()),
                        pa.array([name] * size, pa.string()),
                        *(pa.array(value, pa.float64(), from_pandas=True) for value in values),
                        pa.array([level] * size, pa.float64()),
                        pa.array(told, pa.int64()),
                    ],
                    schema=RELATIONS,
                )
            )
    return pa.concat_tables(pieces)


def write_figure(track: Track, path: Path) -> Path:
    """The figure of a track as one file: html (with what it needs inside), png or svg.

    Raises:
        SettingsError: if the name ends otherwise.
        InputError: if the file cannot be written.
    """
    title = f"{track.name_a} – {track.name_b}"
    words = "Share of conflict with its 50 and 90 % intervals, acts under it, turning points: " + "; ".join(
        f"{turn.point.date} {turn.point.direction}" for turn in track.turns
    )
    return write_figure_file(figure_of(track), path, title, words)


def figure_of(track: Track) -> Any:
    """The altair chart of a track."""
    from detente.draw.track import track as draw

    title = f"{track.name_a} – {track.name_b}: share of conflict in what they do to each other, by {track.period}"
    return draw(*track_tables(track.series, track.estimates["tension"], track.turns, track.period), title)


def track_tables(
    series: PairSeries, tension: Estimate, turns: Sequence[DatedTurn], period: str
) -> tuple[pa.Table, pa.Table]:
    """What the figure of one pair is drawn from: columns of TRACK and of TRACK_TURNS."""
    from detente.draw.track import TRACK, TRACK_TURNS

    rows = []
    for i, start in enumerate(series.starts):
        values = {
            name: None if (value := float(getattr(tension, field)[0, i])) != value else value
            for name, field in (("tension", "mean"), *((one, one) for one in ("low90", "low50", "high50", "high90")))
        }
        sides = series.counts[0, i]
        rows.append(
            {
                "period_start": start,
                "period_end": Period.containing(start, period).end,
                **values,
                "n_cooperation": round(float(sides[1] + sides[2])),
                "n_conflict": round(float(sides[3] + sides[4])),
                "n_other": round(float(sides[0])),
            }
        )
    marks = [
        {
            "date": turn.point.date,
            "date_low": turn.point.date_low,
            "date_high": turn.point.date_high,
            "direction": turn.point.direction,
            "label": turn_words(turn),
        }
        for turn in turns
    ]
    return pa.Table.from_pylist(rows, TRACK), pa.Table.from_pylist(marks, TRACK_TURNS)


def turn_words(turn: DatedTurn) -> str:
    """What happened at a turn, in a few words: what most of its acts are."""
    from detente.report.wording import TYPES

    if turn.point.kind == "return":
        return "back to normal"
    if not turn.drivers:
        return turn.point.kind
    first = turn.drivers[0]
    return f"{first.actor} → {first.recipient}: {TYPES[first.event_type]} ×{first.n}"


def _name(code: str) -> str:
    from detente.lexicon.names import states

    return states()[code].name if code in states() else code
