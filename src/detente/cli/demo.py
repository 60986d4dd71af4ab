"""`detente demo`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def demo(
    out: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="The project folder.")] = Path(
        "demo-project"
    ),
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
) -> None:
    """Code the bundled dispatches about Korea, Japan, Australia and China, and report on them."""
    import detente
    from detente.cli.progress import progress_line
    from detente.cli.show import show_project

    with progress_line(not (quiet or as_json)) as progress:
        project = detente.demo(out, progress=progress)
    show_project(project, as_json, quiet)
