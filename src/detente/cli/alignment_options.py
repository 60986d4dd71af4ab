"""Options that the commands on landscapes share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Table = Annotated[
    Path | None,
    typer.Argument(metavar="[FILE]", help="CSV of propensities: a square matrix, or the columns a, b, propensity."),
]
ProjectFolder = Annotated[
    Path | None, typer.Option("--project", "-p", metavar="DIR", help="The ties of a project folder instead.")
]
Sizes = Annotated[
    Path | None, typer.Option("--sizes", metavar="FILE", help="CSV of actors and sizes; by default all are 1.")
]
Scale = Annotated[
    str, typer.Option("--scale", metavar="LOW-HIGH", help="Values are levels, such as 1-5, with a neutral middle.")
]
Labels = Annotated[
    str, typer.Option("--labels", metavar="OLD=NEW,…", help="New labels of actors, so that they are those of --sizes.")
]
Start = Annotated[
    str, typer.Option("--from", metavar="A,B,…", help="Members of one camp today; shows the way downhill from there.")
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FIGURE", help="Draw the optima: .html, .png or .svg.")
]
Seed = Annotated[int, typer.Option("--seed", help="Of the restarts beyond 22 actors.")]


def source_of(file: Path | None, project: Path | None) -> Path:
    """The file, or the project folder.

    Raises:
        typer.BadParameter: if neither or both are given.
    """
    if (file is None) == (project is None):
        raise typer.BadParameter("Give a FILE, or --project DIR.")
    if project is not None:
        from detente.store.project import ProjectStore

        ProjectStore.open(project)  # a file here would be read as a table
        return project
    assert file is not None
    if file.is_dir():
        raise typer.BadParameter(f"{file} is a folder; a project is given as --project {file}.")
    return file


def require_output(output: Path | None) -> None:
    """Raises SettingsError if no figure can be written under this name: before the work, not after it."""
    if output is not None:
        from detente.draw.figure_file import require_format

        require_format(output.suffix)
