"""Who is with whom, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from detente.report.anchors import pair_anchor
from detente.report.camp_words import between_words, inside_words
from detente.report.nothing import why_nothing
from detente.report.reading import Reading
from detente.report.standing import Apart, Part, Side, parts_of
from detente.report.wording import counted, joined, with_article

NAMED = 6  # members of a camp that the headline names
ACROSS, INSIDE = "friendly across the camps", "hostile inside a camp"
LISTED = 14  # members of a camp that its card names
APART = 12  # actors placed only by a quarrel that are named
FOES = 3  # quarrels of one of them that are named


@dataclass(frozen=True, slots=True)
class Noted:
    """A tie in words, with the fragment of its evidence."""

    words: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Camp:
    """One side: its letter, title, members (the most told first), how many are not listed, and its ties in words."""

    letter: str
    title: str
    members: tuple[str, ...]
    more: int
    inside: str


@dataclass(frozen=True, slots=True)
class Quarreller:
    """An actor that no friendly tie holds in a camp: its name, and its quarrels by the name of the other end."""

    name: str
    quarrels: tuple[Noted, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Headline:
    """The answer to "who is with whom".

    Attributes:
        title: one line.
        left, versus, right: names of the headline's two sides and what is between them, "" where there are none.
        camps: none, one or two.
        between: what runs between the camps, in words, or "".
        against: ties against the split, the weightiest first, at most four; `more_against` others.
        apart: actors placed only by a quarrel, the most told first; `more_apart` others.
        beside: further parts of the network and actors in no camp, in words.
        friendly, hostile: the best founded ties of either sign, at most three.
        reason: why there is nothing to tell, or "".
    """

    title: str
    left: str = ""
    versus: str = ""
    right: str = ""
    camps: tuple[Camp, ...] = ()
    between: str = ""
    against: tuple[Noted, ...] = ()
    more_against: int = 0
    apart: tuple[Quarreller, ...] = ()
    more_apart: int = 0
    beside: tuple[str, ...] = ()
    friendly: tuple[Noted, ...] = ()
    hostile: tuple[Noted, ...] = ()
    reason: str = ""


def headline(reading: Reading) -> Headline:
    """The camps in words, or why there are none."""
    if not reading.events:
        return Headline("Nothing was coded", reason=why_nothing(reading))
    camps = reading.camps
    if camps is None and any(tie["sign"] for tie in reading.tables["ties"]):
        return Headline("Ties, but no camps", reason="the two sides were not computed. The ties are listed below.")
    if camps is None or not camps.n_ties:
        return Headline(
            "Acts, but no ties",
            reason="no two actors have enough asserted acts or conditions in the corpus's present between them to be "
            "called friendly or hostile. The acts that were found are listed below.",
        )
    parts = parts_of(reading)
    main = parts[0]
    title, left, versus, right = _answer(reading, main)
    against = [
        Noted(f"{reading.pair_name(tie.a, tie.b)} ({ACROSS if tie.sign > 0 else INSIDE})", pair_anchor(tie.a, tie.b))
        for tie in camps.frustrated
    ]
    apart = [entry for part in parts for entry in part.apart if part is main or part.left.shown or part.right.shown]
    return Headline(
        title=title,
        left=left[:1].upper() + left[1:],
        versus=versus,
        right=right,
        camps=_cards(reading, main),
        between=between_words(reading, main),
        against=tuple(against[:4]),
        more_against=max(0, len(against) - 4),
        apart=tuple(_quarreller(reading, entry) for entry in apart[:APART]),
        more_apart=max(0, len(apart) - APART),
        beside=_beside(reading, parts),
        friendly=_best_founded(reading, 1),
        hostile=_best_founded(reading, -1),
    )


def _answer(reading: Reading, part: Part) -> tuple[str, str, str, str]:
    """Title, left, versus, right."""
    left, right = (_named(reading, side.shown) for side in (part.left, part.right))
    if not part.opposed:
        return "No opposing camps", _named(reading, (*part.left.shown, *part.right.shown)), "", ""
    if part.left.held and part.right.held:
        return "Two camps", left, "against", right
    if part.left.alone or part.right.alone:
        lone, n = (left, len(part.left.alone)) if part.left.alone else (right, len(part.right.alone))
        camp = right if part.left.alone else left
        if n == 1:
            return "One camp and a lone opponent", lone, "stands alone against", camp
        return "One camp and its opponents", lone, "each stand alone against", camp
    if part.left.held or part.right.held:
        return "One camp", left or right, "", ""
    hub = _hub(part)
    if hub is None:
        return "Quarrels, but no camps", "", "", ""
    title = "Quarrels, but no camps" if len(hub.foes) > 1 else "A quarrel, but no camps"
    return title, _named(reading, (hub.code,)), "at odds with", _named(reading, hub.foes)


def _hub(part: Part) -> Apart | None:
    """The actor that takes part in every quarrel of a part without friendly ties, or None."""
    others = len(part.apart) - 1
    return next((entry for entry in part.apart if len(entry.foes) == others), None)


def _named(reading: Reading, codes: Sequence[str]) -> str:
    """At most six names, then how many more."""
    names = [with_article(reading.name(code)) for code in codes[:NAMED]]
    return joined([*names, f"{len(codes) - NAMED} more"] if len(codes) > NAMED else names)


def _cards(reading: Reading, part: Part) -> tuple[Camp, ...]:
    cards = []
    for letter, side in (("A", part.left), ("B", part.right)):
        names = [reading.name(code) for code in side.shown]
        if names:
            inside = inside_words(reading, side.held) if side.held else "no friendly tie on this side"
            title = f"Camp {letter}" if side.held else "Alone" if len(names) == 1 else "Each alone"
            if not part.opposed:
                title = "One side" if letter == "A" else "Weakly tied to it"
            cards.append(Camp(letter, title, tuple(names[:LISTED]), max(0, len(names) - LISTED), inside))
    return tuple(cards)


def _best_founded(reading: Reading, sign: int) -> tuple[Noted, ...]:
    """Ties of one sign with the most weight times the most told, three at most."""
    ties = [tie for tie in reading.tables["ties"] if tie["sign"] == sign]
    ties.sort(key=lambda tie: (-abs(tie["weight"]) * tie["n"], tie["a"], tie["b"]))
    return tuple(
        Noted(f"{reading.pair_name(tie['a'], tie['b'])} ({tie['n']})", pair_anchor(tie["a"], tie["b"]))
        for tie in ties[:3]
    )


def _quarreller(reading: Reading, entry: Apart) -> Quarreller:
    quarrels = tuple(Noted(with_article(reading.name(foe)), pair_anchor(entry.code, foe)) for foe in entry.foes[:FOES])
    return Quarreller(reading.name(entry.code), quarrels, len(entry.foes) - len(quarrels))


def _beside(reading: Reading, parts: Sequence[Part]) -> tuple[str, ...]:
    words = [f"Apart from these: {_part_words(reading, part)}." for part in parts[1:4]]
    if len(parts) > 4:
        n = len(parts) - 4
        words.append(f"{counted(n, 'smaller part')} of the network {'stands' if n == 1 else 'stand'} apart.")
    if reading.camps is not None and reading.camps.unplaced:
        words.append(f"In neither camp: {joined([reading.name(code) for code in reading.camps.unplaced], 6)}.")
    return tuple(words)


def _part_words(reading: Reading, part: Part) -> str:
    """A further part of the network: `X with Y`, `X and Y against Z`, `X at odds with Y`."""

    def names(side: Side) -> str:
        return joined([reading.name(code) for code in side.shown], 4)

    left, right = names(part.left), names(part.right)
    if left and right:
        return f"{left} {'against' if part.opposed else 'with'} {right}"
    if left or right:
        return f"{left or right} with each other"
    hub = _hub(part)
    if hub is None:
        return f"quarrels among {joined([reading.name(entry.code) for entry in part.apart], 4)}"
    return f"{reading.name(hub.code)} at odds with {joined([reading.name(code) for code in hub.foes], 4)}"
