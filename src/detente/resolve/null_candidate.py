"""The candidate that stands for "refers to no actor": a thing, or nothing at all."""

from __future__ import annotations

from detente.resolve import belonging
from detente.resolve.candidate import Candidate, flags
from detente.resolve.story import SPEECH, is_verb
from detente.resolve.surroundings import Surroundings

# Nouns that "it" may refer to instead of an actor.
_THINGS = frozenset(
    "treaty agreement pact accord deal plan proposal draft text document letter note resolution statement report bill law "
    "vote missile rocket drone ship vessel plane aircraft bridge dam canal line base port island reef rock satellite "
    "summit meeting conference talks war truce ceasefire armistice embargo blockade offer request demand invitation "
    "speech message telegram declaration communiqué communique convention charter protocol quarrel dispute question "
    "matter issue crisis pipeline railway road reactor plant test exercise attack raid strike attempt coup plot visit "
    "decision ruling judgment verdict clause paragraph article map border boundary frontier wall fence statue monument "
    "shrine book film flag anthem loan debt money gas oil grain wheat rice water fund aid price tariff ban sanction "
    "sanctions measure measures policy doctrine word phrase sentence idea thing move step gesture mission corridor zone "
    "camp village town city river valley province territory colony leak rumour rumor story news".split()
)
# Verbs of those who act, of things that do something, and verbs of which a thing is the object.
_AGENTIVE = SPEECH | frozenset(
    "sent refused recalled expelled signed accused condemned urged asked rejected imposed lifted withdrew annexed invaded "
    "attacked recognised recognized joined left voted abstained protested demanded offered supported backed opposed "
    "banned summoned hosted mediated bought sold paid lent tested launched fired deployed massed mobilised mobilized "
    "apologised apologized seized occupied released freed arrested suspended froze broke restored opened closed ordered "
    "called chose feared sought relied depended owed trusted armed trained ruled governed hoped tried needed wished kept "
    "let gave got".split()
)
_SHOWING = frozenset(
    "proved showed proves shows covered covers contained contains provided provides allowed allows ran runs came lasted "
    "lapsed expired expires applied entered fell landed exploded flew sank hit struck crossed stood lay lies stands meant "
    "means gave gives made makes left leaves took takes cost costs".split()
)
_THING_VERBS = frozenset(
    "signed ratified renewed called calls took takes read saw published denied rejected welcomed opened closed built "
    "lifted used use broke breaks keep kept held made make sent received accepted occupied claimed crossed seized bombed "
    "annexed returned condemned discussed approved tore drafted sealed let".split()
)
_PREPOSITIONS = ("of", "on", "in", "about", "under", "for", "by", "from", "at")


def null_candidate(around: Surroundings, n_others: int) -> Candidate:
    """The candidate without members; `n_others` is the number of the others."""
    following = around.story.after(around.mention)
    tokens = around.story.tokens(around.index)
    first, end = around.story.span(around.mention)
    before = [token.lower for token in tokens[max(0, first - 25) : first]]
    previous = [token.lower for token in around.story.tokens(around.index - 1)]
    after = [token.lower for token in tokens[end : end + 3]]
    last = before[-1] if before else ""
    passive = len(after) > 1 and after[0] in ("was", "were", "is", "has", "had", "would")
    features = {"null": 1.0, f"null_as_{around.function}": 1.0} | flags(
        null_thing_same=not _THINGS.isdisjoint(before[-12:]),
        null_thing_before=not _THINGS.isdisjoint(previous),
        null_thing_opens=not _THINGS.isdisjoint(previous[:6]),
        null_agentive=following in _AGENTIVE,
        null_verb_other=following not in _AGENTIVE and is_verb(following),
        null_be_done="be" in after[:2] or "been" in after[:2],
        null_shows=following in _SHOWING,
        null_object_of=around.function == "object" and last in _THING_VERBS,
        null_preposition=last in _PREPOSITIONS,
        null_passive=passive and (after[1].endswith("ed") or after[1] == "been"),
        null_was=bool(after) and after[0] in ("was", "is", "'s", "were"),
        null_none=n_others == 0,
        null_opens=first == 0,
        null_last=not after or after[0] in (".", ",", ";"),
        null_self=around.text.endswith("self"),
        null_few=n_others == 1,
    )
    if around.mention.kind == belonging.KIND:
        features |= belonging.null_features(around)
    return Candidate((), features)
