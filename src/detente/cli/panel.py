"""`detente panel`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def panel(
    out: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The file: .csv or .parquet.")],
    project: Annotated[Path, typer.Option("--project", "-p", metavar="DIR", help="The project folder.")] = Path(),
    period: Annotated[str, typer.Option(help="day, week, month, quarter or year.")] = "month",
    undirected: Annotated[
        bool, typer.Option("--undirected", help="Both directions of a pair together, its common acts once.")
    ] = False,
    relations: Annotated[
        bool, typer.Option("--relations", help="Estimates with their intervals instead of counts.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
) -> None:
    """Write the dyad panel of all events, coded and imported: counts with exposure, or estimates of the relation."""
    import detente

    written = detente.write_panel(project, out, period=period, directed=not undirected, relations=relations)
    if not quiet:
        typer.echo(f"{written.n_rows} rows: {written.path}")
