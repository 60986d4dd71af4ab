"""Which single tie would break the camp, in words."""

from __future__ import annotations

from detente.report.firm_facts import CampFacts, PivotTie
from detente.report.reading import Reading
from detente.report.statement import Phrase, Statement, named, share_words, tie_phrase
from detente.report.wording import counted, signed_number

SLACK = 1e-6  # of weights, which carry six decimals
MEMBERS = 6  # named
OTHERS = 2  # further souring ties that are named


def break_statement(reading: Reading, camp: CampFacts) -> Statement:
    """Which tie, if it soured, would break the camp, and who would move; or that none does, and what that means."""
    title = f"camp {camp.letter} ({named(reading, camp.members, MEMBERS)})"
    if camp.margin <= SLACK:
        return _broken(reading, camp, title)
    named_tie = next((tie for tie in camp.ties if tie.possible and tie.sours), None)
    phrases = _none(reading, camp, title) if named_tie is None else _souring(reading, camp, named_tie, title)
    return Statement(phrases, _more(reading, camp), _sure(reading, camp, named_tie))


def _broken(reading: Reading, camp: CampFacts, title: str) -> Statement:
    how = "just as good as this one" if camp.margin > -SLACK else "better among the actors looked at"
    words = (
        f"No tie need sour for {title} to break: another split, {how}, parts it already, with "
        f"{named(reading, camp.leaves, 4)} on the other side."
    )
    return Statement((Phrase(words),), (), _sure(reading, camp, None))


def _souring(reading: Reading, camp: CampFacts, tie: PivotTie, title: str) -> tuple[Phrase, ...]:
    at = tie.breaks_at
    assert at is not None
    at_the_end = at <= -1 + SLACK
    which = "comes nearest to breaking" if at_the_end else "would break"
    start = (Phrase(f"The tie that {which} {title} if it soured is "), tie_phrase(reading, tie.a, tie.b))
    today = f" ({signed_number(tie.value)} today, on {counted(tie.n, 'act or condition', 'acts and conditions')}): "
    leavers = named(reading, tie.leaves, 4)
    if at_the_end:
        return (
            *start,
            Phrase(
                f"{today}only at the very end of the scale, {signed_number(at)}, all conflict, would {leavers} "
                f"be as well placed on the other side{_with(reading, tie)}."
            ),
        )
    below = "once it is no longer friendly" if abs(at) < SLACK else f"once it falls below {signed_number(at)}"
    return (*start, Phrase(f"{today}{below}, {leavers} would leave the camp{_with(reading, tie)}."))


def _none(reading: Reading, camp: CampFacts, title: str) -> tuple[Phrase, ...]:
    ties = [row for row in camp.costs if row[2] > 0]
    phrases = [
        Phrase(
            f"No single tie would break {title}, however hostile it turned: several ties hold every member, so two or "
            f"more would have to sour at once. The cheapest breach is for {named(reading, camp.leaves, 4)} to leave, "
            f"against {camp.margin:.2f} of tie weight: "
        )
    ]
    for number, (a, b, weight) in enumerate(ties[:4]):
        phrases += [Phrase(", " if number else ""), tie_phrase(reading, a, b), Phrase(f" ({weight:.2f})")]
    phrases.append(Phrase(f" and {counted(len(ties) - 4, 'other')}." if len(ties) > 4 else "."))
    return tuple(phrases)


def _more(reading: Reading, camp: CampFacts) -> tuple[Phrase, ...]:
    found = []
    if camp.margin <= SLACK:
        return ()
    others = [tie for tie in camp.ties if tie.possible and tie.sours][1:]
    for tie in others[:OTHERS]:
        at = f" would break it too, at {signed_number(tie.breaks_at or 0.0)} ({named(reading, tie.leaves, 3)} would leave). "
        found += [tie_phrase(reading, tie.a, tie.b), Phrase(at)]
    if len(others) > OTHERS:
        found.append(Phrase(f"So would {counted(len(others) - OTHERS, 'other tie')}. "))
    if len(camp.rest) > 1:
        found.append(
            Phrase(f"{_capital(named(reading, camp.rest, MEMBERS))} stay together whatever single tie sours. ")
        )
    warming = next((tie for tie in camp.ties if tie.possible and not tie.sours), None)
    if warming is not None and warming.breaks_at is not None:
        far = (
            "turned wholly friendly"
            if warming.breaks_at >= 1 - SLACK
            else f"rose to {signed_number(warming.breaks_at)}"
        )
        found += [
            Phrase("A warming could break it too: if "),
            tie_phrase(reading, warming.a, warming.b),
            Phrase(
                f" ({signed_number(warming.value)}) {far}, {named(reading, warming.leaves, 4)} would be free to go. "
            ),
        ]
    return tuple(found)


def _with(reading: Reading, tie: PivotTie) -> str:
    others = [code for code in tie.moves if code not in tie.leaves]
    return f", and {named(reading, others, 3)} would change sides with it" if others else ""


def _sure(reading: Reading, camp: CampFacts, tie: PivotTie | None) -> str:
    if not camp.n_draws:
        return "How sure this is cannot be told: the acts behind the ties are not at hand."
    stands = share_words(camp.stands, camp.n_draws)
    words = f"{stands} the camp stands undivided"
    if camp.margin > SLACK:
        held = round(100 * camp.agrees)
        words += (
            ", and what is said of this tie is then true"
            if tie and abs(camp.agrees - camp.stands) < 1e-9
            else f"; the sentence is true in {held}%"
        )
    if len(camp.rest) > 1:
        words += f". {_capital(named(reading, camp.rest, MEMBERS))} stand together in {round(100 * camp.rest_stands)}%"
    return f"{words}."


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
