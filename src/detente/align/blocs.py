"""Actors that are forced together or apart move as one: a smaller network with the same energies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from detente.errors import SchemaError

Forced = tuple[int, int, bool]  # two members, True: together, False: apart


@dataclass(frozen=True, slots=True, eq=False)
class Blocs:
    """The free parts of a network.

    Attributes:
        bloc_of: (n_actors,); number of the bloc of each actor; that of the first actor is 0.
        turned: (n_actors,); 1 where an actor is opposite to the first member of its bloc, else 0.
        weights: (n_blocs, n_blocs); symmetric, diagonal 0.
        constant: energy of a configuration of actors less that of its blocs by `weights`.
    """

    bloc_of: NDArray[np.int64]
    turned: NDArray[np.int8]
    weights: NDArray[np.float64]
    constant: float

    def sides(self, bloc_sides: NDArray[np.int8]) -> NDArray[np.int8]:
        """(n_actors,) sides of the actors from (n_blocs,) sides of the blocs."""
        return bloc_sides[self.bloc_of] ^ self.turned

    def bloc_sides(self, sides: NDArray[np.int8]) -> NDArray[np.int8]:
        """(n_blocs,) sides from those of the actors; where members disagree with the bloc, its first one decides."""
        _, first = np.unique(self.bloc_of, return_index=True)
        return sides[first]


def form_blocs(weights: NDArray[np.float64], forced: Iterable[Forced] = ()) -> Blocs:
    """Blocs of the actors that some forced pairs leave.

    With x_i = ±1 the energy is sum_ij w_ij (1 - x_i x_j) / 2 over both orders; x = S y for blocs y, S their signs, so
    the weights of the blocs are S' W S without its diagonal.

    Args:
        weights: (n_actors, n_actors); symmetric, diagonal 0.
        forced: pairs of positions that must be together or apart.

    Raises:
        SchemaError: if no configuration fulfils all of `forced`.
    """
    n = len(weights)
    bloc, turned = np.arange(n), np.zeros(n, dtype=np.int8)
    for i, j, together in forced:
        apart = 0 if together else 1
        if bloc[i] == bloc[j]:
            if turned[i] ^ turned[j] != apart:
                raise SchemaError("The pairs forced together and apart contradict each other; leave one of them out.")
            continue
        members = bloc == bloc[j]
        turned[members] ^= turned[i] ^ turned[j] ^ np.int8(apart)
        bloc[members] = bloc[i]
    _, first, bloc = np.unique(bloc, return_index=True, return_inverse=True)
    order = np.argsort(np.argsort(first))  # blocs in the order of their first actors
    bloc = order[bloc]
    _, first = np.unique(bloc, return_index=True)
    turned = turned ^ turned[first][bloc]
    signs = np.zeros((n, len(first)))
    signs[np.arange(n), bloc] = 1 - 2 * turned
    joined = signs.T @ weights @ signs
    constant = 0.0 if len(first) == n else float((weights.sum() - joined.sum()) / 2)
    np.fill_diagonal(joined, 0.0)
    return Blocs(bloc, turned, joined, constant)
