"""The ties inside a camp and between two, in words."""

from __future__ import annotations

from collections.abc import Sequence

from detente.report.reading import Reading
from detente.report.standing import Part
from detente.report.wording import counted


def inside_words(reading: Reading, side: Sequence[str]) -> str:
    """The ties between the members of a camp, at least one of them: how many are friendly."""
    ties = [tie for tie in reading.tables["ties"] if tie["sign"] and {tie["a"], tie["b"]} <= set(side)]
    good = sum(tie["sign"] > 0 for tie in ties)
    if good == len(ties):
        return "the one tie inside is friendly" if good == 1 else f"{_all(good)} ties inside are friendly"
    return f"{good} of {counted(len(ties), 'tie')} inside {'is' if good == 1 else 'are'} friendly"


def between_words(reading: Reading, part: Part) -> str:
    """What runs between the two sides of a part, or why there are no two."""
    if not part.opposed:
        return "No hostile tie runs between two sides, so the documents show no opposing camps."
    if not part.left.shown and not part.right.shown:
        return "No friendly tie holds two of these actors together; each is placed by its quarrels only."
    if not part.left.shown or not part.right.shown:
        return "No second camp: whoever is at odds with this one is placed by a quarrel only."
    a, b = set(part.left.shown), set(part.right.shown)
    ties = [tie for tie in reading.tables["ties"] if tie["sign"] and len({tie["a"], tie["b"]} & a) == 1]
    ties = [tie for tie in ties if {tie["a"], tie["b"]} & b]
    hostile = sum(tie["sign"] < 0 for tie in ties)
    where = "Between the camps" if part.left.held and part.right.held else "Between the two sides"
    if hostile == len(ties):
        return f"{where}, {'the only tie is' if hostile == 1 else f'{_all(hostile)} ties are'} hostile."
    return f"{where}, {hostile} of {counted(len(ties), 'tie')} {'is' if hostile == 1 else 'are'} hostile."


def _all(n: int) -> str:
    return "both" if n == 2 else f"all {n}"
