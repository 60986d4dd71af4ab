"""Every configuration of a landscape as a table."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from detente.align.landscape_record import Landscape
from detente.errors import SchemaError

MAX_ROWS = 1 << 17  # 18 actors; a larger table is wanted by nobody


def configurations(found: Landscape) -> pa.Table:
    """One row a configuration: where each actor is, its energy, who is how frustrated, whether it is a local minimum.

    Args:
        found: an enumerated landscape without forced pairs.

    Returns:
        (2^(n - 1), 2 n + 4); `configuration` (from 1), the camp (1 or 2) of each actor under its label, `energy`,
        `frustration_<actor>`, `local_minimum`, and `rests_at`, the number of the configuration that it leads to.

    Raises:
        SchemaError: if the landscape was not enumerated, has forced pairs, or more than 2^17 configurations.
    """
    given = found.propensities
    n = len(given.actors)
    if found.energies is None or found.rests_at is None or len(found.energies) != 2 ** (n - 1):
        raise SchemaError("Only a landscape that was enumerated without forced pairs has a table of configurations.")
    if len(found.energies) > MAX_ROWS:
        raise SchemaError(
            f"{n} actors have {len(found.energies):,} configurations, too many for a table; give at most 18 actors."
        )
    numbers = np.arange(len(found.energies))
    sides = np.stack([np.zeros_like(numbers), *(numbers >> bit & 1 for bit in range(n - 1))])
    columns: dict[str, np.ndarray] = {"configuration": numbers + 1}
    columns |= {actor: side.astype(np.int8) + 1 for actor, side in zip(given.actors, sides, strict=True)}
    columns["energy"] = found.energies
    for i, actor in enumerate(given.actors):
        pulls = given.weights[i]
        columns[f"frustration_{actor}"] = np.einsum("j,jc->c", pulls, (sides != sides[i]).astype(np.float64))
    columns["local_minimum"] = found.rests_at == numbers
    columns["rests_at"] = found.rests_at + 1
    return pa.table(columns)
