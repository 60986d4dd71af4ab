"""`detente camps`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from detente.cli.tie_options import Certain, Norm, Period, Reference

if TYPE_CHECKING:
    from detente.align.camp_history import CampFrame, CampHistory

LEAST_SURE = 3
UNSURE = 0.9  # stability from which on a member is not named as one of the least sure


def camps(
    project: Annotated[Path, typer.Option("--project", "-p", metavar="DIR", help="The project folder.")] = Path(),
    period: Period = "year",
    actors: Annotated[
        str, typer.Option(metavar="N|CODES", help="How many, those with most acts; or which, as CHN,JPN,KOR.")
    ] = "20",
    bootstrap: Annotated[int, typer.Option(metavar="N", min=0, help="Draws of the events, for the stability.")] = 100,
    seed: Annotated[int, typer.Option(help="Of all that is random.")] = 0,
    norm: Norm = "world",
    certain: Certain = 0.9,
    reference: Reference = None,
    out: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FIGURE", help="Draw it: .html, .png or .svg.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """The two camps of the main actors in every period: who stood with whom, how firmly, who moved and when.

    Two camps are always found. How far they are more than that, F says (1: no tie is against them), and for every
    member its stability: the share of draws of the events in which it stands where it does.
    """
    import detente
    from detente.cli.show import show_json

    if out is not None:
        from detente.draw.figure_file import require_format

        require_format(out.suffix)  # before the work, not after it
    found = detente.camps(
        project,
        period=period,
        actors=_asked(actors),
        bootstrap=bootstrap,
        seed=seed,
        norm=norm,
        certain=certain,
        reference=reference,
    )
    if as_json:
        from detente.pipeline.camp_rows import camp_history_row

        show_json(camp_history_row(found))
    else:
        for frame in found.frames:
            _show(found, frame)
    if out is not None:
        from detente.pipeline.camp_figure import draw_camps

        typer.echo(str(draw_camps(found, out)), err=as_json)


def _asked(actors: str) -> int | list[str]:
    text = actors.strip()
    return int(text) if text.isdigit() else [name.strip() for name in text.split(",") if name.strip()]


def _show(found: CampHistory, frame: CampFrame) -> None:
    if frame.empty:
        typer.echo(f"{frame.frame}  empty: {frame.n_ties} signed ties, too few for camps")
        return
    proof = "" if frame.optimal else " (not proven)"
    alone = {True: "", False: "; another split is as good", None: "; whether another is as good is not known"}
    typer.echo(
        f"{frame.frame}  {frame.n_ties} ties, {frame.n_negative} negative; L {frame.L:.2f}{proof}, F {frame.F:.2f}"
        f"{alone[frame.unique]}"
    )
    typer.echo(f"  A: {', '.join(frame.camp_a) or '–'}")
    typer.echo(f"  B: {', '.join(frame.camp_b) or '–'}")
    if frame.unplaced:
        typer.echo(f"  in neither: {', '.join(frame.unplaced)}")
    moves: list[Any] = found.moves_in(frame.frame)
    if moves:
        told = (f"{one.actor} to {one.to_camp}{_sure(one.probability)}" for one in moves)
        typer.echo(f"  moved: {', '.join(told)}")
    unsure = [f"{actor}{_sure(share)}" for actor, share in frame.least_sure(LEAST_SURE) if share < UNSURE]
    if unsure:
        typer.echo(f"  least sure: {', '.join(unsure)}")


def _sure(share: float) -> str:
    return "" if share != share else f" ({share:.0%})"
