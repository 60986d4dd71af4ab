"""Who is with whom, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from detente.report.anchors import pair_anchor
from detente.report.reading import Reading
from detente.report.wording import counted, joined, with_article

NAMED = 4  # members of a camp that the headline names
ACROSS, INSIDE = "friendly across the camps", "hostile inside a camp"
LISTED = 14  # members of a camp that its card names


@dataclass(frozen=True, slots=True)
class Noted:
    """A tie in words, with the fragment of its evidence."""

    words: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Camp:
    """One side: its letter, its members (the most told first), how many are not listed, and its ties in words."""

    letter: str
    members: tuple[str, ...]
    more: int
    inside: str


@dataclass(frozen=True, slots=True)
class Headline:
    """The answer to "who is with whom".

    Attributes:
        title: one line.
        left, right: names of the headline's two sides, "" where there are none.
        camps: none, one or two.
        between: what runs between the camps, in words, or "".
        against: ties against the split, the weightiest first, at most four; `more_against` others.
        beside: further parts of the network and actors in no camp, in words.
        friendly, hostile: the best founded ties of either sign, at most three.
        reason: why there is nothing to tell, or "".
    """

    title: str
    left: str = ""
    right: str = ""
    camps: tuple[Camp, ...] = ()
    between: str = ""
    against: tuple[Noted, ...] = ()
    more_against: int = 0
    beside: tuple[str, ...] = ()
    friendly: tuple[Noted, ...] = ()
    hostile: tuple[Noted, ...] = ()
    reason: str = ""


def headline(reading: Reading) -> Headline:
    """The camps in words, or why there are none."""
    if not reading.events:
        return Headline("Nothing was coded", reason=_why_nothing(reading))
    camps = reading.camps
    if camps is None and any(tie["sign"] for tie in reading.tables["ties"]):
        return Headline("Ties, but no camps", reason="the two sides were not computed. The ties are listed below.")
    if camps is None or not camps.n_ties:
        return Headline(
            "Acts, but no ties",
            reason="no two actors have enough asserted acts or conditions in the corpus's present between them to be "
            "called friendly or hostile. The acts that were found are listed below.",
        )
    told = _told(reading)
    sides = [sorted(members, key=lambda code: (-told[code], code)) for members in (camps.members_a, camps.members_b)]
    names = [[reading.name(code) for code in side] for side in sides]
    cards = tuple(
        Camp(letter, tuple(shown[:LISTED]), max(0, len(shown) - LISTED), _inside(reading, side))
        for letter, side, shown in zip("AB", sides, names, strict=True)
        if side
    )
    left, right = (joined([with_article(name) for name in shown], NAMED) for shown in names)
    if not camps.divided:
        title, right = "No opposing camps", ""
        left = joined([with_article(name) for name in names[0] + names[1]], NAMED)
    else:
        title = "Two camps"
    against = [
        Noted(
            f"{reading.pair_name(tie.a, tie.b)} ({ACROSS if tie.sign > 0 else INSIDE})",
            pair_anchor(tie.a, tie.b),
        )
        for tie in camps.frustrated
    ]
    return Headline(
        title=title,
        left=left,
        right=right,
        camps=cards,
        between=_between(reading),
        against=tuple(against[:4]),
        more_against=max(0, len(against) - 4),
        beside=_beside(reading),
        friendly=_best_founded(reading, 1),
        hostile=_best_founded(reading, -1),
    )


def _best_founded(reading: Reading, sign: int) -> tuple[Noted, ...]:
    """Ties of one sign with the most weight times the most told, three at most."""
    ties = [tie for tie in reading.tables["ties"] if tie["sign"] == sign]
    ties.sort(key=lambda tie: (-abs(tie["weight"]) * tie["n"], tie["a"], tie["b"]))
    return tuple(
        Noted(f"{reading.pair_name(tie['a'], tie['b'])} ({tie['n']} told)", pair_anchor(tie["a"], tie["b"]))
        for tie in ties[:3]
    )


def _told(reading: Reading) -> Counter[str]:
    told: Counter[str] = Counter()
    for tie in reading.tables["ties"]:
        told[tie["a"]] += tie["n"]
        told[tie["b"]] += tie["n"]
    return told


def _inside(reading: Reading, side: Sequence[str]) -> str:
    """Ties between the members of a camp."""
    ties = [tie for tie in reading.tables["ties"] if tie["sign"] and {tie["a"], tie["b"]} <= set(side)]
    if not ties:
        return "no ties inside" if len(side) > 1 else "alone on its side"
    good = sum(tie["sign"] > 0 for tie in ties)
    return f"{good} of {counted(len(ties), 'tie')} inside friendly"


def _between(reading: Reading) -> str:
    camps = reading.camps
    if camps is None or not camps.divided:
        return "No hostile tie runs between two sides, so the documents show no opposing camps."
    a, b = set(camps.members_a), set(camps.members_b)
    ties = [tie for tie in reading.tables["ties"] if tie["sign"] and len({tie["a"], tie["b"]} & a) == 1]
    ties = [tie for tie in ties if {tie["a"], tie["b"]} & b]
    hostile = sum(tie["sign"] < 0 for tie in ties)
    if hostile == len(ties):
        return f"Between the camps, {'the only tie is' if hostile == 1 else f'all {hostile} ties are'} hostile."
    return f"Between the camps, {hostile} of {counted(len(ties), 'tie')} {'is' if hostile == 1 else 'are'} hostile."


def _beside(reading: Reading) -> tuple[str, ...]:
    camps = reading.camps
    if camps is None:
        return ()
    words = []
    for part in list(camps.components)[1:4]:
        left, right = (joined([reading.name(code) for code in side], 4) for side in (part.members_a, part.members_b))
        how = f"against {right}" if part.n_negative_between else f"with {right}" if right else "with each other"
        words.append(f"Apart from these: {left} {how}.")
    if len(camps.components) > 4:
        words.append(f"{counted(len(camps.components) - 4, 'smaller part')} of the network stand apart.")
    if camps.unplaced:
        words.append(f"In neither camp: {joined([reading.name(code) for code in camps.unplaced], 6)}.")
    return tuple(words)


def _why_nothing(reading: Reading) -> str:
    documents, rejected = reading.tables["documents"], reading.tables["rejected"]
    if not documents:
        failed = sum(row["scope"] in ("file", "record") for row in rejected)
        return (
            f"no document could be read; {counted(failed, 'input')} failed, listed under “Skipped, and why”."
            if failed
            else "no document was given."
        )
    other = sum(row["language"] not in ("", "en") for row in documents)
    if other == len(documents):
        return f"none of the {counted(other, 'document')} is in English, the one language coded so far."
    return (
        f"none of the sentences of the {counted(len(documents), 'document')} tells an act between actors that could "
        "be resolved. What was skipped, and names not resolved, are listed below."
    )
