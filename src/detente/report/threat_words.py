"""How much of the common threat the camp's best-told pair needs, in words."""

from __future__ import annotations

from detente.report.firm_facts import Cost, ThreatFacts
from detente.report.reading import Reading
from detente.report.statement import Phrase, Statement, named, share_words, tie_phrase
from detente.report.wording import counted, signed_number

SLACK = 1e-6  # of weights and shares
LISTED = 4  # ties of one kind that are named


def threat_statement(reading: Reading, threat: ThreatFacts, n_draws: int) -> Statement:
    """What would have to fall away of the pair's common threat before they part; what else holds them; how sure."""
    pair = tie_phrase(reading, threat.a, threat.b)
    both = named(reading, (threat.a, threat.b))
    start = (pair, Phrase(", the camp’s most told friends, "))
    if threat.needed >= 1 - SLACK:
        words = "are not held together as it is: a split as good as this one parts them already."
        return Statement((*start, Phrase(words)), (), _sure(threat, n_draws))
    if not threat.foes:
        words = f"have no foe in common in these documents, so no threat holds {both} together: "
        return Statement(
            (*start, Phrase(words + _own(reading, threat))), _more(reading, threat), _sure(threat, n_draws)
        )
    weight = (
        f"the hostile weight of {threat.total:.2f} that both show towards {named(reading, threat.foes, 4)} "
        f"({counted(threat.n_acts, 'act or condition', 'acts and conditions')})"
    )
    if threat.needed > SLACK:
        words = (
            f"stand together only as long as {threat.needed:.0%} of their common threat remains: if {weight} fell "
            f"below {threat.needed * threat.total:.2f}, they would part."
        )
    else:
        words = f"would stand together even if all of their common threat fell away, {weight}: {_own(reading, threat)}"
    return Statement((*start, Phrase(words)), _more(reading, threat), _sure(threat, n_draws))


def _own(reading: Reading, threat: ThreatFacts) -> str:
    own = f"their own tie ({signed_number(threat.value)}, on {counted(threat.n, 'act or condition', 'acts and conditions')})"
    pair = {threat.a, threat.b}
    others = [{a, b} - pair for a, b, weight in threat.costs if weight > 0 and {a, b} != pair]
    friends = sorted({code for codes in others for code in codes if len(codes) == 1 and code not in threat.foes})
    beside = f" and those with {named(reading, friends, 3)}" if friends else ""
    enough = f"{own}{beside} {'are' if friends else 'is'} enough"
    at = threat.own_without
    if at is None or at <= -1 + SLACK:
        return f"{enough}, whatever their own came to short of open enmity."
    limit = "stops being friendly" if abs(at) < SLACK else f"falls below {signed_number(at)}"
    return f"{enough}, and the threat is needed only once their own tie {limit}."


def _more(reading: Reading, threat: ThreatFacts) -> tuple[Phrase, ...]:
    """What parting them would cost, by kind; and the single tie that parts them."""
    pair = {threat.a, threat.b}
    kinds: dict[str, list[Cost]] = {"own": [], "threat": [], "other": []}
    for cost in threat.costs:
        ends = {*cost[:2]}
        shared = len(ends & pair) == 1 and bool(ends & {*threat.foes})
        kinds["own" if ends == pair else "threat" if shared else "other"].append(cost)
    own, hostile, other = (sum(weight for _, _, weight in costs) for costs in kinds.values())
    start = f"Parting them would set {threat.margin:.2f} of tie weight against the split: {own:.2f} of their own tie"
    found = [Phrase(start)]
    if hostile:
        share = f", {max(0.0, hostile / threat.margin):.0%} of all" if threat.margin > SLACK else ""
        found += [
            Phrase(f"; {hostile:.2f} of hostility towards common foes{share}"),
            *_listed(reading, kinds["threat"]),
        ]
    if kinds["other"]:
        found += [Phrase(f"; {other:.2f} of other ties"), *_listed(reading, kinds["other"])]
    found.append(Phrase(". "))
    tie = threat.tie
    if tie is None or tie.breaks_at is None:
        found.append(Phrase("No single tie that changed, within what a tie can be, would part them."))
    else:
        found += [
            Phrase("The single tie that would part them soonest is "),
            tie_phrase(reading, tie.a, tie.b),
            Phrase(f", at {signed_number(tie.breaks_at)} (now {signed_number(tie.value)})."),
        ]
    return tuple(found)


def _listed(reading: Reading, costs: list[Cost]) -> list[Phrase]:
    phrases = []
    for number, (a, b, _) in enumerate(costs[:LISTED]):
        phrases += [Phrase(", " if number else " ("), tie_phrase(reading, a, b)]
    return [*phrases, Phrase(f" and {len(costs) - LISTED} more)" if len(costs) > LISTED else ")")]


def _sure(threat: ThreatFacts, n_draws: int) -> str:
    if not n_draws:
        return "How sure this is cannot be told: the acts behind the ties are not at hand."
    words = f"{share_words(threat.agrees, n_draws)} this is so"
    if threat.high > SLACK:
        words += f"; the share of the threat that is needed lies between {threat.low:.0%} and {threat.high:.0%} in nine of ten"
    return f"{words}."
