"""Summaries on standard output, for people and for programs."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import typer

from detente.cli.exits import INCOMPLETE

if TYPE_CHECKING:
    from detente.api import Project
    from detente.pipeline.summary import Summary

MAX_UNREAD = 20


def show_project(project: Project, as_json: bool, quiet: bool) -> None:
    """Print what a run came to; leaves with exit code 3 when some inputs were not read."""
    summary = project.summary()
    if as_json:
        show_json({"project": str(project.path), **asdict(summary)})
    elif not quiet:
        _show_text(project, summary)
    if quiet or as_json:
        why = summary.why_nothing()
        if why and not as_json:
            typer.echo(why, err=True)
    if not summary.all_read:
        raise typer.Exit(INCOMPLETE)


def show_json(value: Any) -> None:
    """Print JSON; dates as ISO 8601."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=1, default=str))


def _show_text(project: Project, summary: Summary) -> None:
    copies = f" ({summary.n_near_duplicates} near-duplicates)" if summary.n_near_duplicates else ""
    typer.echo(
        f"{summary.n_documents} documents{copies}, {summary.n_sentences} sentences: {summary.n_events} events, "
        f"{summary.n_event_groups} distinct acts and conditions, {summary.n_dyads} dyads, {summary.n_ties} ties"
    )
    why = summary.why_nothing()
    if why:
        typer.echo(why)
    elif summary.not_coded:
        typer.echo(f"{sum(n for _, n in summary.not_coded)} documents gave no event:")
        for reason, n in summary.not_coded[:MAX_UNREAD]:
            typer.echo(f"  {n} × {reason}")
    if summary.unread:
        typer.echo(f"{len(summary.unread)} inputs or records were not read:")
        for item in summary.unread[:MAX_UNREAD]:
            typer.echo(f"  {item.source}: {item.reason}. {item.remedy}.".replace("..", "."))
        if len(summary.unread) > MAX_UNREAD:
            typer.echo(f"  … and {len(summary.unread) - MAX_UNREAD} more in exports/rejected.csv")
    if summary.n_orphans:
        typer.echo(f"{summary.n_orphans} reviews are of events that are gone; see exports/reviews.csv")
    typer.echo(f"report: {project.path / 'report.html'}")
