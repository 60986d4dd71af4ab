"""The dyad panel of a project as one file: counts with exposure, or estimates with intervals."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from detente.errors import InputError
from detente.pipeline.histories import event_frames, series_of
from detente.store.project import ProjectStore

SUFFIXES = (".csv", ".parquet")


@dataclass(frozen=True, slots=True)
class Written:
    """A file and its rows."""

    path: Path
    n_rows: int


def project_panel(project: Path, period: str = "month", directed: bool = True) -> pa.Table:
    """Cells of PANEL over coded and imported events, each with its exposure.

    `n_dyad`: acts and conditions of the pair in the period, whatever their type; `n_either`: of either side with
    anybody. A cell that is absent is zero where the period has events of anybody, else missing.

    Raises:
        ProjectError: if there is no finished project.
        InputError: if it has no events.
        SchemaError: if the period is unknown.
    """
    from detente.measure.exposure import with_exposure
    from detente.measure.panel import count_panel
    from detente.schema.panel import PANEL

    frames = event_frames(ProjectStore.open(project))
    if not frames:
        raise InputError(f"{project}: holds no events. Code documents with `detente run`, or `detente import` some.")
    tables = []
    for frame in frames:
        cells, _ = count_panel(frame, period, directed)
        tables.append(cells.collect(backend="pyarrow").to_native().cast(PANEL))
    return with_exposure(pa.concat_tables(tables))


def write_panel(project: Path, out: Path, period: str, directed: bool, relations: bool) -> Written:
    """Write counts, or estimates of every pair with an act, as CSV or Parquet.

    Raises:
        InputError: if the name ends otherwise, the file cannot be written, or there are no events.
    """
    from detente.exchange.csv import write_csv
    from detente.exchange.parquet import write_parquet

    if out.suffix.lower() not in SUFFIXES:
        raise InputError(f"{out}: a panel is {' or '.join(SUFFIXES)}; give -o a name that ends so.")
    table = project_relations(project, period) if relations else project_panel(project, period, directed)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        (write_csv if out.suffix.lower() == ".csv" else write_parquet)(table, out)
    except OSError as error:
        raise InputError(f"{out}: cannot be written ({error.strerror}). Choose another place with -o.") from error
    return Written(out, table.num_rows)


def project_relations(project: Path, period: str = "month") -> pa.Table:
    """Columns of RELATIONS for every pair with a dated act; errors as for `project_panel`."""
    from detente.measure.relation import estimate_relations
    from detente.pipeline.tracking import relations_table

    series = series_of(ProjectStore.open(project), period)
    return relations_table(series, estimate_relations(series), period)
