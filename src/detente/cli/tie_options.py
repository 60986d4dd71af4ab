"""Options that the commands on ties and camps over time share."""

from __future__ import annotations

from typing import Annotated

import typer

Period = Annotated[str, typer.Option(help="year, quarter or month.")]
Norm = Annotated[
    str, typer.Option(metavar="world|dyad", help="Tenser than pairs usually are, or than the pair itself usually is.")
]
Certain = Annotated[float, typer.Option(metavar="P", help="Probability from which on a tie has a sign, 0.5 to 1.")]
Reference = Annotated[
    float | None,
    typer.Option(metavar="SHARE", help="Share of conflict that `world` compares with; by default the middle pair's."),
]
