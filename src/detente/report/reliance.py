"""What of the camps can be relied on and what cannot, in words."""

from __future__ import annotations

from detente.report.firm_facts import CampFacts, FirmFacts
from detente.report.firm_figures import CHANCE
from detente.report.reading import Reading
from detente.report.statement import named
from detente.report.wording import counted, joined

FIRM = 0.9  # share of the draws from which something is called robust
THIN = 2  # acts and conditions up to which a tie is called thin
ALWAYS = "A best two-way split always exists, in noise too: it says who would be where if there were two camps."


def reliance(reading: Reading, facts: FirmFacts) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Sentences on what is robust, and on what is not; the second never empty."""
    robust, doubtful = [], []
    if facts.camp and facts.camp.n_draws:
        for firm, words in _of_camp(reading, facts.camp):
            (robust if firm else doubtful).append(words)
    balance = facts.balance
    if balance and balance.n_nulls and balance.null_p == balance.null_p:
        if balance.null_p <= CHANCE:
            robust.append("The network is more balanced than its signs dealt at random would be.")
        else:
            doubtful.append("Signs dealt at random would often be as balanced: two camps may be read into noise.")
    if reading.camps is not None and reading.camps.unique is False:
        doubtful.append("The split is not the only best one.")
    return tuple(robust), (*doubtful, ALWAYS)


def _of_camp(reading: Reading, camp: CampFacts) -> list[tuple[bool, str]]:
    found = []
    first, rest = camp.members[0], camp.rest
    if camp.stands >= FIRM:
        found.append((True, f"Camp {camp.letter} holds together when the acts are drawn anew."))
    elif len(rest) > 1 and camp.rest_stands >= FIRM:
        found.append(
            (True, f"The core of camp {camp.letter}, {named(reading, rest, 6)}, holds when acts are drawn anew.")
        )
    loose = [(code, camp.with_first[code]) for code in camp.members[1:] if camp.with_first.get(code, 1.0) < FIRM]
    if loose:
        told = [f"{reading.name(code)} ({share:.0%})" for code, share in loose]
        found.append(
            (
                False,
                f"Members that stand with {named(reading, [first])} in fewer than nine of ten redraws: {joined(told, 6)}.",
            )
        )
    opposed = [code for code, share in camp.with_first.items() if code not in camp.members and share > 1 - FIRM]
    if opposed:
        told = [f"{reading.name(code)} ({camp.with_first[code]:.0%})" for code in opposed]
        found.append(
            (
                False,
                f"Outside the camp, but on its side in more than one of ten redraws: {joined(told, 6)}; these are no members.",
            )
        )
    thin = sum(tie.n <= THIN for tie in camp.ties if tie.possible)
    if thin:
        words = counted(thin, "tie that could break it rests", "ties that could break it rest")
        found.append((False, f"{words} on one or two acts or conditions."))
    return found
