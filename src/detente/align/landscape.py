"""The landscape of two-camp configurations: its optima, their basins, the way downhill."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from detente.align.blocs import form_blocs
from detente.align.configuration import configuration, numbered_sides, sides_of
from detente.align.descent import descent
from detente.align.energies import MAX_ACTORS, come_to_rest, energies
from detente.align.frustration import TIME_LIMIT_S
from detente.align.landscape_record import TOLERANCE, Landscape
from detente.align.large_landscape import search_optima
from detente.schema.propensities import Propensities

LIMIT = 1000  # optima that are kept as records
RESTARTS = 500  # descents beyond enumeration


def landscape(
    propensities: Propensities,
    start: Iterable[str] = (),
    forced: Iterable[tuple[str, str, bool]] = (),
    *,
    limit: int = LIMIT,
    restarts: int = RESTARTS,
    seed: int = 0,
    time_limit_s: float = TIME_LIMIT_S,
) -> Landscape:
    """Energies of all two-camp configurations, and where they come to rest.

    E(X) = sum_{i ≠ j} s_i s_j p_ij d_ij(X), each pair counted in both orders; d_ij = 1 when i and j are in different
    camps, else 0. So all together is 0, separating foes lowers the energy and separating friends raises it. A local
    optimum is a configuration whose energy no single actor can lower by changing camp; ties count as optima.

    Up to 22 free actors every configuration is enumerated. Beyond, the lowest energy is found by integer programming
    with its gap, and other local optima by descents from random configurations: those are some, not all.

    Args:
        propensities: of n actors; E is in size² × propensity.
        start: members of one camp of the configuration whose way downhill is wanted; none: no way is.
        forced: (a, b, together): pairs that must be in one camp (True) or in different ones (False); they move as one.
        limit: optima kept as records, ≥ 1; `n_optima` counts all.
        restarts, seed: random descents beyond 22 actors, and their seed.
        time_limit_s: seconds for the integer programme.

    Returns:
        The landscape. Of configurations with one energy the larger basin comes first, then the lower number.

    Raises:
        SchemaError: if an actor is unknown, or `forced` contradicts itself.
        SolverError: if beyond 22 actors no configuration was found within the time.

    Source:
        Axelrod and Bennett (1993), British Journal of Political Science 23(2).
    """
    pairs = [(propensities.index(a), propensities.index(b), together) for a, b, together in forced]
    blocs = form_blocs(propensities.weights, pairs)
    camp = tuple(start)
    way = descent(propensities, blocs, sides_of(propensities, camp)) if camp else None
    n = len(blocs.weights)
    if n > MAX_ACTORS:
        found = search_optima(blocs, restarts, seed, time_limit_s)
        optima = tuple(configuration(propensities, blocs.sides(sides)) for sides in found.sides[:limit])
        return Landscape(propensities, optima, len(found.sides), 2 ** (n - 1), False, found.gap, None, way, None, None)
    heights = energies(blocs.weights) + blocs.constant
    tolerance = TOLERANCE * float(np.abs(propensities.weights).sum())
    rests = come_to_rest(heights, tolerance)
    order = np.lexsort((rests.minima, -rests.basins, _rounded(heights[rests.minima], tolerance)))
    optima = tuple(
        replace(
            configuration(propensities, blocs.sides(numbered_sides(int(rests.minima[k]), n)), int(rests.basins[k])),
            strict=bool(rests.strict[k]),  # of blocs, where pairs are forced
        )
        for k in order[:limit]
    )
    unique = int((heights <= heights.min() + tolerance).sum()) == 1
    return Landscape(
        propensities, optima, len(rests.minima), len(heights), True, 0.0, unique, way, heights, rests.rests_at
    )


def _rounded(values: np.ndarray, tolerance: float) -> np.ndarray:
    """Energies in steps of the tolerance, so that rounding orders no two that are equal."""
    return np.round(values / tolerance) if tolerance else values
