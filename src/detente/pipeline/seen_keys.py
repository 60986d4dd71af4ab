"""A set of 64-bit keys that holds tens of millions in little memory."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.uint64]


class SeenKeys:
    """Keys met so far, as sorted runs of which each is at least twice as long as the next: 8 bytes a key."""

    def __init__(self) -> None:
        self._runs: list[Keys] = []

    def add(self, keys: Keys) -> None:
        """Remembers keys, none of which was there before."""
        run = np.sort(keys)
        while self._runs and len(self._runs[-1]) < 2 * len(run):
            run = np.concatenate([self._runs.pop(), run])
            run.sort(kind="stable")  # merges two sorted halves
        if len(run):
            self._runs.append(run)

    def holds(self, keys: Keys) -> NDArray[np.bool_]:
        """Which keys were met before; (n_keys,)."""
        found = np.zeros(len(keys), bool)
        for run in self._runs:
            places = np.searchsorted(run, keys)
            places[places == len(run)] = 0
            found |= run[places] == keys
        return found


def first_of_each(keys: Keys) -> NDArray[np.bool_]:
    """True where a key stands for the first time; (n_keys,)."""
    first = np.zeros(len(keys), bool)
    first[np.unique(keys, return_index=True)[1]] = True
    return first
