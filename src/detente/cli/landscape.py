"""`detente landscape`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from detente.cli.alignment_options import Labels, Output, ProjectFolder, Scale, Seed, Sizes, Start, Table

if TYPE_CHECKING:
    from detente.align.landscape_record import Landscape


def landscape(
    file: Table = None,
    project: ProjectFolder = None,
    sizes: Sizes = None,
    scale: Scale = "",
    labels: Labels = "",
    start: Start = "",
    limit: Annotated[int, typer.Option(min=1, help="Optima shown.")] = 10,
    configurations: Annotated[
        Path | None,
        typer.Option("--configurations", metavar="CSV", help="Write every configuration here, up to 18 actors."),
    ] = None,
    output: Output = None,
    seed: Seed = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Find the two-camp configurations that no single actor would leave, and how low each lies.

    The energy is the sum of size × size × propensity over all pairs in different camps, both orders counted; up to 22
    actors every configuration is looked at. Beyond, the lowest is proven and some others are found.
    """
    import detente
    from detente.cli.alignment_options import require_output, source_of
    from detente.cli.show import show_json
    from detente.cli.suppositions import labels_of, names_of

    require_output(output)
    found = detente.landscape(
        source_of(file, project), start=names_of(start), sizes=sizes, scale=scale, labels=labels_of(labels), seed=seed
    )
    if configurations is not None:
        from detente.align.configurations import configurations as table
        from detente.exchange.csv import write_csv

        write_csv(table(found), configurations)
    if output is not None:
        from detente.pipeline.landscape_figure import draw_landscape

        draw_landscape(found, output)
    if as_json:
        show_json({**landscape_json(found), "optima": [optimum_json(found, one) for one in found.optima[:limit]]})
    else:
        _show(found, limit)


def landscape_json(found: Landscape) -> dict[str, Any]:
    """What `--json` says of a landscape, its optima left out."""
    given = found.propensities
    way = found.descent
    return {
        "actors": list(given.actors),
        "sizes": dict(zip(given.actors, given.sizes.tolist(), strict=True)),
        "notes": list(given.notes),
        "n_configurations": found.n_configurations,
        "n_optima": found.n_optima,
        "complete": found.complete,
        "gap": found.gap,
        "unique": found.unique,
        "margin": found.margin,
        "descent": None
        if way is None
        else {
            "start": optimum_json(found, way.start),
            "steps": [{"actors": list(step.actors), "energy": step.energy} for step in way.steps],
            "end": optimum_json(found, way.end),
        },
    }


def optimum_json(found: Landscape, one: Any) -> dict[str, Any]:
    """What `--json` says of a configuration."""
    return {
        "camp_1": list(one.camp_1),
        "camp_2": list(one.camp_2),
        "energy": one.energy,
        "basin": one.basin,
        "strict": one.strict,
        "frustrations": dict(zip((*found.propensities.actors,), one.frustrations, strict=True)),
    }


def _show(found: Landscape, limit: int) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table as RichTable

    from detente.pipeline.landscape_figure import landscape_words

    console = Console(highlight=False)
    for note in found.propensities.notes:
        typer.echo(f"note: {note}", err=True)
    table = RichTable("energy", "rest there", "camp 1", "camp 2", "most frustrated")
    for one in found.optima[:limit]:
        worst = max(zip(one.frustrations, found.propensities.actors, strict=True))
        rest = "" if one.basin is None else f"{one.basin / found.n_configurations:.1%}"
        table.add_row(
            f"{one.energy:g}",
            rest,
            escape(", ".join(one.camp_1)),
            escape(", ".join(one.camp_2) or "–"),
            escape(f"{worst[1]} {worst[0]:+g}"),
        )
    console.print(table)
    if found.n_optima > limit:
        console.print(f"… and {found.n_optima - limit} more; --limit shows them.")
    console.print(escape(landscape_words(found)))
    if found.descent is not None:
        console.print(escape(descent_words(found.descent)))


def descent_words(way: Any) -> str:
    """The way downhill in one sentence."""
    if not way.steps:
        return "From that alignment no single move leads down: it is a local optimum."
    moves = ", then ".join(f"{' with '.join(step.actors)} ({step.energy:g})" for step in way.steps)
    return (
        f"Downhill from that alignment (energy {way.start.energy:g}), changing camp in turn: {moves}. It ends with "
        f"{', '.join(way.end.camp_1)} against {', '.join(way.end.camp_2) or 'nobody'}."
    )
