"""`detente export`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def export(
    project: Annotated[Path, typer.Argument(metavar="PROJECT", help="The project folder.")],
    out: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="DIR", help="Where to; by default PROJECT/exports.")
    ] = None,
    formats: Annotated[
        list[str] | None, typer.Option("--format", "-f", help="A format; may be repeated; by default all.")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
) -> None:
    """Write a project's tables and network in the formats of other tools."""
    import detente

    written = detente.export(project, out, formats or ())
    if not quiet:
        for path in written:
            typer.echo(str(path))
