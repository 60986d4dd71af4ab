"""`detente track`."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from detente.pipeline.tracking import Track

BARS = " ▁▂▃▄▅▆▇█"
BAND, MIDDLE = "░", "█"
PLOT_CHARS = 40
PERIODS = 48  # shown in a terminal, the last ones


def track(
    a: Annotated[str, typer.Argument(metavar="A", help="A state, as code or name.")],
    b: Annotated[str, typer.Argument(metavar="B", help="Another.")],
    project: Annotated[Path, typer.Option("--project", "-p", metavar="DIR", help="The project folder.")] = Path(),
    period: Annotated[str, typer.Option(help="day, week, month, quarter or year.")] = "month",
    as_of: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Use nothing that happened after this day.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write a figure: .html, .png or .svg.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """The history of a dyad: tension with its interval, attention, turning points."""
    import detente
    from detente.cli.show import show_json
    from detente.cli.turning_points import show_turn
    from detente.draw.figure_file import require_format
    from detente.pipeline.tracking import write_figure

    if out is not None:
        require_format(out.suffix)
    found = detente.track(project, a, b, period=period, as_of=None if as_of is None else as_of.date())
    if as_json:
        show_json(
            {
                "a": found.a,
                "b": found.b,
                "period": found.period,
                "relations": found.table().to_pylist(),
                "turning_points": [turn.record() for turn in found.turns],
            }
        )
    else:
        _draw(found)
        for turn in found.turns:
            show_turn(turn)
    if out is not None:
        typer.echo(str(write_figure(found, out)), err=as_json)


def _draw(found: Track) -> None:
    typer.echo(f"{found.name_a} – {found.name_b}: share of conflict by {found.period}, mean and 90 % interval")
    tension = found.estimates["tension"]
    volume = found.series.counts[0].sum(axis=1)
    turned = {i: turn.point.direction for turn in found.turns if (i := _period(found, turn.point.date)) is not None}
    starts = found.series.starts
    first = max(0, len(starts) - PERIODS)
    if first:
        typer.echo(f"(the last {PERIODS} of {len(starts)}; -o FILE draws all)")
    most = max(float(volume[first:].max()), 1.0)
    for i in range(first, len(starts)):
        ends = [float(getattr(tension, name)[0, i]) for name in ("low90", "mean", "high90")]
        if ends[1] != ends[1]:
            typer.echo(f"{starts[i]}  not covered")
            continue
        low, middle, high = (min(PLOT_CHARS - 1, int(end * PLOT_CHARS)) for end in ends)
        line = "".join(MIDDLE if j == middle else BAND if low <= j <= high else " " for j in range(PLOT_CHARS))
        bar = BARS[round(float(volume[i]) / most * (len(BARS) - 1))]
        mark = {"cooling": " ▲ cooling", "warming": " ▼ warming"}.get(turned.get(i, ""), "")
        typer.echo(f"{starts[i]} |{line}| {ends[1]:4.0%} {bar} {round(float(volume[i])):5d} acts{mark}")


def _period(found: Track, day: date) -> int | None:
    from bisect import bisect_right

    at = bisect_right(list(found.series.starts), day) - 1
    return at if at >= 0 else None
