"""`detente run`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer


def run(
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUT...", help="Files, folders, patterns, URLs, or - for standard input.")
    ],
    out: Annotated[Path, typer.Option("--output", "-o", metavar="PROJECT", help="The project folder.")],
    published: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="Publication date of documents that state none."),
    ] = None,
    text_column: Annotated[
        str | None, typer.Option(help="Text column of CSV, TSV and JSONL; by default a usual name.")
    ] = None,
    coder: Annotated[str | None, typer.Option(help="Event coder: trained or lexical.")] = None,
    lexicon: Annotated[Path | None, typer.Option(metavar="FILE", help="Your own trigger lexicon (CSV).")] = None,
    period: Annotated[str | None, typer.Option(help="Period of the panel: day, week, month, quarter, year.")] = None,
    settings: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Settings (TOML); by default PROJECT/detente.toml.")
    ] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Read URLs on private and loopback addresses.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
) -> None:
    """Code documents into a project folder: events, dyads, ties, exports and a report.

    A repeated run codes only what changed; a run that was killed continues where it stopped.
    Options override the settings file.
    """
    import detente
    from detente.cli.progress import progress_line
    from detente.cli.show import show_project
    from detente.pipeline.overrides import settings_for

    chosen = settings_for(
        out,
        settings,
        {
            "coder": coder,
            "lexicon": None if lexicon is None else str(lexicon),
            "measure.period": period,
            "read.published": None if published is None else published.date().isoformat(),
            "read.text_column": text_column,
            "read.allow_private": allow_private or None,
        },
    )
    with progress_line(not (quiet or as_json)) as progress:
        project = detente.run(inputs, out, settings=chosen, progress=progress)
    show_project(project, as_json, quiet)
