"""A run of words of one kind in a noun phrase, and the kinds of single words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from detente.lexicon.names import NameRow
from detente.lexicon.words import DETERMINERS, PREPOSITIONS, RELATIVES


@dataclass(slots=True, eq=False)
class Segment:
    """A run of words of one kind.

    Attributes:
        kind: name, group (of states), role, title, cap (capitalised and unknown), low (any other word), neutral, prep,
            and, comma, possessive, det, former, stop, attribute ("US-led", "anti-China"), paren.
        start, end: half-open, in words of the phrase.
        rows: of a name.
        sector: of a role or title.
        generic: whether a role takes the sector of what stands beside it.
        codes: code and name of each state of a group.
    """

    kind: str
    start: int
    end: int
    rows: Sequence[NameRow] = ()
    sector: str = ""
    generic: bool = False
    codes: Sequence[tuple[str, str]] = ()


# Determiners and numbers.
QUANTIFIERS = DETERMINERS | frozenset(
    "one two three four five six seven eight nine ten dozen fifteen twenty thirty forty fifty hundred thousand neither "
    "either nearly about almost around".split()
)
# Titles before a name, with the sector that they tell.
TITLES = dict.fromkeys(
    "mr mrs ms miss dr sir dame lord lady baroness comrade sheikh shaikh sheik hon alhaji mullah generalissimo mme "
    "monsieur señor san tun datuk dato marshal".split(),
    "",
) | {
    title: sector
    for sector, titles in {
        "MIL": "gen col lt maj capt adm sgt brig",
        "LEG": "sen rep",
        "GOV": "gov pres amb",
        "EDU": "prof",
        "REL": "rev abp",
    }.items()
    for title in titles.split()
}
# Kind of segment by lower-case word; of two kinds the later wins.
WORD_KINDS = {
    word: kind
    for kind, words in (
        ("prep", PREPOSITIONS | {"to"}),
        ("det", QUANTIFIERS),
        ("stop", RELATIVES | frozenset("when where while as if because whether than although though".split())),
        ("title", TITLES),
        ("paren", ("(", "[")),
        ("possessive", ("'s", "’s")),
        ("comma", (",",)),
        ("and", ("and", "or", "nor", "&", "/", "plus")),
        ("former", "former ex late ousted deposed retired exiled onetime erstwhile toppled disgraced".split()),
        ("against", ("anti", "pro", "non", "post", "pre", "un", "counter")),
    )
    for word in words
}
