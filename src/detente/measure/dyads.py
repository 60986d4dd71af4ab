"""One line for each directed dyad: how often, of which quad, in how many documents, from when to when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from detente.errors import SchemaError
from detente.measure.units import counting_units
from detente.schema.codebook import MODALITIES
from detente.schema.panel import DYADS

if TYPE_CHECKING:
    import narwhals as nw

QUAD_COLUMNS = ("n_verbal_cooperation", "n_material_cooperation", "n_verbal_conflict", "n_material_conflict")
SCALE_DECIMALS = 6  # engines add floats in different orders


def count_dyads(events: Any, modalities: Sequence[str] = ("asserted",)) -> nw.LazyFrame[Any]:
    """Distinct acts and conditions of every ordered pair of different actors, over all dates.

    By default only *asserted* events count: none that is negated, hypothetical or future, and none that is
    historical, for what ended over a year before its report belongs to its own time and not to the present's
    counts. Acts and conditions are counted together in `n_events` and in the quads, and apart in `n_acts` and
    `n_conditions`. Each act counts once: n_events = |{coalesce(incident_id, event_group)}|, near-duplicates left
    out. n_events = n_acts + n_conditions = the sum of the quads, unless reports of one incident disagree on its
    kind or quad: then it counts once in `n_events` and once in each column that a report gives it. `scale_mean`
    is the mean, over acts, of the mean PLOVER scale of the events of an act: a description of tone, no measure of
    the relation. Events without recipient, and of an actor with itself, are in the panel only.

    Args:
        events: anything narwhals accepts, with the columns of EVENTS; (n_events, ≥ 49).
        modalities: which of MODALITIES count.

    Returns:
        Lazy frame on the engine of `events`; (n_dyads, 13), columns of DYADS, sorted by actor and recipient;
        counts in acts and documents, `scale_mean` in PLOVER points from -10 to 10, the two dates first days of
        events, null when all are undated.

    Raises:
        SchemaError: if a modality is unknown or a column of EVENTS is missing.

    Source:
        Own definition; quads and scale after PLOVER 2.0 (Open Event Data Alliance, 2024).
    """
    import narwhals as nw

    unknown = [name for name in modalities if name not in MODALITIES]
    if unknown or not modalities:
        raise SchemaError(f"Modalities {list(modalities)} cannot be counted; choose from {', '.join(MODALITIES)}.")
    pair = ["actor", "recipient"]
    between = (nw.col("actor") != "") & (nw.col("recipient") != "") & (nw.col("actor") != nw.col("recipient"))
    counted = counting_units(events).filter(between & nw.col("modality").is_in(list(modalities)))
    marks = {
        "n_acts": nw.col("kind") == "act",
        "n_conditions": nw.col("kind") == "condition",
        **{name: nw.col("quad") == quad for quad, name in enumerate(QUAD_COLUMNS, start=1)},
    }
    units = (
        counted.with_columns(**{name: mark.cast(nw.Int64) for name, mark in marks.items()})
        .group_by(*pair, "unit")
        .agg(
            *(nw.col(name).max() for name in marks),
            nw.col("scale").mean(),
            nw.col("date_start").min().alias("date_first"),
            nw.col("date_start").max().alias("date_last"),
        )
    )
    dyads = units.group_by(pair).agg(
        nw.col("unit").n_unique().alias("n_events"),
        *(nw.col(name).sum() for name in marks),
        nw.col("scale").mean().alias("scale_mean"),
        nw.col("date_first").min(),
        nw.col("date_last").max(),
    )
    documents = counted.group_by(pair).agg(nw.col("document").n_unique().alias("n_documents"))
    joined = dyads.join(documents, on=pair, how="inner").select(DYADS.names)
    return joined.with_columns(
        nw.col("n_events", "n_documents", *marks).cast(nw.Int64),
        nw.col("scale_mean").round(SCALE_DECIMALS) + 0.0,  # never -0.0
    ).sort(*pair)
