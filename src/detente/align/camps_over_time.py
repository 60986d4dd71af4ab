"""Camps of the same actors over consecutive periods, with how often a bootstrap agrees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.align.camp_history import CampFrame, CampHistory, CampMove
from detente.align.drawn_splits import drawn_splits, largest_part
from detente.align.exact_split import ExactSplit, exact_split
from detente.align.frustration import TIME_LIMIT_S
from detente.align.optimal_splits import is_unique
from detente.align.signed_graph import SignedGraph

LEAST_TIES = 3  # two ties are balanced however their signs are
LABELS = {1: "A", -1: "B"}


@dataclass(frozen=True, slots=True, eq=False)
class TiesOverTime:
    """Signed ties of some actors by period, and the same from every draw of a bootstrap.

    Attributes:
        actors: (n_actors,), in the order of their weight; the first decides what else would be undecided.
        frames: (n_frames,), names of consecutive periods.
        costs: (n_frames, n_actors, n_actors); sign times weight, 0 without a tie; symmetric, zero diagonals.
        drawn: (n_draws, n_frames, n_actors, n_actors), likewise.
    """

    actors: Sequence[str]
    frames: Sequence[str]
    costs: NDArray[np.float64]
    drawn: NDArray[np.float32]


def camps_over_time(ties: TiesOverTime, seed: int = 0, time_limit_s: float = TIME_LIMIT_S) -> CampHistory:
    """The best two-camp split of every period, labels matched, with its stability.

    Every period is split exactly (`exact_split`), the draws by search (`drawn_splits`). Only the largest connected
    part is placed: how another part relates to it is unknown. Of the two ways to label a split, that is taken which
    leaves more actors under the label that they had when last placed; in the first period A is the larger camp.

    The stability of an actor is the share of draws in which it is placed and stands as it does in the split towards
    the core: most of the other members of the largest camp. Draws in which these are halved count one half. Without
    order in the draws it is one half of the share in which the actor is placed, at most.

    Args:
        ties: by period, and drawn.
        seed: of the searches.
        time_limit_s: seconds for each exact optimisation.

    Returns:
        The history. A period with fewer than 3 signed ties is empty.

    Raises:
        SettingsError: if the time limit is not above 0.

    Source:
        Own composition; splits as for `exact_split`, the bootstrap after Efron (1979), Annals of Statistics 7(1).
    """
    n_frames, n_actors = len(ties.frames), len(ties.actors)
    n_draws = len(ties.drawn)
    sides: Any = np.zeros((n_frames, n_actors), dtype=np.int8)
    labels: Any = np.zeros((n_draws, n_frames, n_actors))  # of the draws, in the terms of the split; 0: not told
    stability: Any = np.full((n_frames, n_actors), np.nan)
    together: Any = np.full((n_frames, n_actors, n_actors), np.nan)
    last: Any = np.zeros(n_actors, dtype=np.int8)
    frames: list[CampFrame] = []
    for t, frame in enumerate(ties.frames):
        graph = _graph(ties.actors, ties.costs[t])
        split = exact_split(graph, time_limit_s=time_limit_s, seed=seed)
        if graph.n_edges >= LEAST_TIES:
            sides[t] = _matched(np.where(largest_part(ties.costs[t]), split.sides, 0), last)
        last = np.where(sides[t] != 0, sides[t], last)
        if n_draws:
            drawn = drawn_splits(ties.drawn[:, t], sides[t], seed)
            together[t] = _together(drawn)
            labels[:, t], stability[t] = _compared(sides[t], drawn)
        unique = is_unique(graph, split, time_limit_s, seed) if split.optimal and graph.n_edges else None
        frames.append(_frame(ties.actors, frame, graph, split, unique, sides[t], stability[t]))
    return CampHistory(tuple(ties.actors), tuple(frames), _moves(ties, sides, labels), together, n_draws)


def _graph(actors: Sequence[str], costs: NDArray[np.float64]) -> SignedGraph:
    i, j = np.nonzero(np.triu(costs))
    found = costs[i, j]
    return SignedGraph(tuple(actors), np.column_stack([i, j]), np.sign(found).astype(np.int8), np.abs(found))


def _matched(sides: NDArray[np.int8], last: NDArray[np.int8]) -> NDArray[np.int8]:
    """The sides, turned so that most actors keep the label they had; without a majority A is the larger camp."""
    agree = int((sides.astype(int) * last).sum()) or int(sides.sum(dtype=int)) or int(sides[np.argmax(sides != 0)])
    return sides if agree >= 0 else -sides


def _compared(sides: NDArray[np.int8], drawn: NDArray[np.int8]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """(n_draws, n_actors) labels of the draws in the terms of the split, 0 where not told; (n_actors,) stability."""
    if not sides.any():
        return np.zeros(drawn.shape), np.full(len(sides), np.nan)
    larger = 1 if (sides > 0).sum() >= (sides < 0).sum() else -1
    core = sides == larger
    votes: Any = (drawn * core).sum(axis=1, keepdims=True, dtype=int) - drawn * core  # without the actor itself
    labels = drawn * np.sign(votes) * larger
    halved = (drawn != 0) & (votes == 0)
    agree = (labels == sides) & (labels != 0)
    return labels, np.where(sides != 0, (agree + 0.5 * halved).mean(axis=0), np.nan)


def _together(drawn: NDArray[np.int8]) -> NDArray[np.float64]:
    placed = (drawn != 0).astype(float)
    both = placed.T @ placed
    same = (drawn.astype(float).T @ drawn + both) / 2
    return np.where(both > 0, same / np.maximum(both, 1), np.nan)


def _frame(
    actors: Sequence[str],
    frame: str,
    graph: SignedGraph,
    split: ExactSplit,
    unique: bool | None,
    sides: NDArray[np.int8],
    stability: NDArray[np.float64],
) -> CampFrame:
    camps = {side: tuple(actor for actor, at in zip(actors, sides, strict=True) if at == side) for side in (1, -1, 0)}
    total = float(graph.weights.sum())
    return CampFrame(
        frame=frame,
        empty=graph.n_edges < LEAST_TIES,
        camp_a=camps[1],
        camp_b=camps[-1],
        unplaced=camps[0],
        n_ties=graph.n_edges,
        n_negative=int((graph.signs < 0).sum()),
        L=split.frustration,
        F=1 - 2 * split.frustration / total if total else float("nan"),
        optimal=split.optimal,
        unique=unique,
        stability=MappingProxyType(
            {actor: float(one) for actor, one in zip(actors, stability, strict=True) if not np.isnan(one)}
        ),
    )


def _moves(ties: TiesOverTime, sides: NDArray[np.int8], labels: NDArray[np.float64]) -> tuple[CampMove, ...]:
    moves = []
    placed: dict[int, int] = {}  # actor -> period in which it was last placed
    for t, frame in enumerate(ties.frames):
        for i in np.flatnonzero(sides[t]).tolist():
            at = placed.get(i)
            placed[i] = t
            if at is None or sides[at, i] == sides[t, i]:
                continue
            shown = (labels[:, at, i] == sides[at, i]) & (labels[:, t, i] == sides[t, i])
            probability = float(shown.mean()) if len(labels) else float("nan")
            camps = LABELS[int(sides[at, i])], LABELS[int(sides[t, i])]
            moves.append(CampMove(ties.actors[i], ties.frames[at], frame, *camps, probability))
    return tuple(moves)
