"""A project's events, coded and imported, as counts of pairs over time."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from detente.errors import InputError
from detente.measure.pair_counts import pair_counts
from detente.measure.series import PairSeries, pair_series
from detente.store.project import ProjectStore

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

EVENT_TABLES = ("events", "imported")
SHOWN_PAIRS = 6


def event_frames(store: ProjectStore) -> list[duckdb.DuckDBPyRelation]:
    """The tables of events that hold any, lazily."""
    return [
        store.relation(name) for name in EVENT_TABLES if store.parts(name) and sum(p.rows for p in store.parts(name))
    ]


def dyad_of(text: str) -> tuple[str, str]:
    """Two codes, sorted, of "CHN,JPN" or "China,Japan".

    Raises:
        InputError: if the text does not name two different actors.
    """
    names = [name.strip() for name in text.split(",") if name.strip()]
    codes = sorted({actor_code(name) for name in names})
    if len(names) != 2 or len(codes) != 2:
        raise InputError(f"Dyad {text!r} does not name two different states; write --dyad CHN,JPN.")
    return codes[0], codes[1]


def actor_code(name: str) -> str:
    """The code of a state or organisation, given as code or name.

    Raises:
        InputError: if the name names no actor with a code.
    """
    from detente.lexicon.names import states
    from detente.resolve.phrase import resolve_phrase

    if name.upper() in states() or (name.isupper() and len(name) == 3):
        return name.upper()
    actors = [actor for actor in resolve_phrase(name).actors if actor.code]
    if not actors:
        raise InputError(f"{name!r} names no state that is known; write its code (ISO 3166-1 alpha-3), such as JPN.")
    return actors[0].code


def weekly_series(store: ProjectStore, pair: tuple[str, str] | None = None, until: date | None = None) -> PairSeries:
    """Counts by week, of one pair or of all, with events before `until` only.

    Raises:
        InputError: if the project has no dated act between two states, or none of the pair.
    """
    return series_of(store, "week", pair, until)


def series_of(
    store: ProjectStore, period: str, pair: tuple[str, str] | None = None, until: date | None = None
) -> PairSeries:
    """Counts by period; arguments and errors as for `weekly_series`."""
    counts = pair_counts(event_frames(store), period, until)
    if not counts.num_rows:
        raise InputError(
            f"{store.path}: holds no dated act between two states{_before(until)}, so there is no history."
        )
    if pair is not None:
        _check_pair(store, counts, pair, until)
    return pair_series(counts, period, None if pair is None else [pair])


def daily_counts(store: ProjectStore, pair: tuple[str, str] | None = None, until: date | None = None) -> pa.Table:
    """Columns of PAIR_COUNTS by day."""
    return pair_counts(event_frames(store), "day", until, None if pair is None else [pair])


def _check_pair(store: ProjectStore, counts: pa.Table, pair: tuple[str, str], until: date | None) -> None:
    pairs = counts.select(["a", "b"]).group_by(["a", "b"]).aggregate([]).to_pylist()
    if {"a": pair[0], "b": pair[1]} in pairs:
        return
    most = counts.group_by(["a", "b"]).aggregate([("n_events", "sum")]).to_pylist()
    most.sort(key=lambda row: (-row["n_events_sum"], row["a"], row["b"]))
    told = ", ".join(f"{row['a']},{row['b']} ({row['n_events_sum']})" for row in most[:SHOWN_PAIRS])
    raise InputError(
        f"{store.path}: no dated act between {pair[0]} and {pair[1]}{_before(until)}. Pairs with most acts: {told}."
    )


def _before(until: date | None) -> str:
    return f" before {until}" if until else ""
