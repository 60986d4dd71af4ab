"""A noun phrase to its segments: names, roles, other words and the marks between them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from detente.lexicon.gazetteer import Gazetteer
from detente.lexicon.names import NameRow, states
from detente.lexicon.roles import RoleTable, generic_roles
from detente.lexicon.state_groups import group_starts, state_group
from detente.lexicon.words import MONTH_WORDS, PREPOSITIONS, RELATIVES
from detente.resolve.choose import STATE_KINDS

DETERMINERS = frozenset(
    "the a an this that these those its his her their our my your some any each every no all several many few most another "
    "other such one two three four five six seven eight nine ten dozen fifteen twenty thirty forty fifty hundred thousand "
    "neither either both nearly about almost around".split()
)
# First halves of compounds that name a state: "Anglo-French".
_PREFIXES = {"Anglo": "British", "Franco": "French", "Sino": "Chinese", "Russo": "Russian", "Indo": "Indian", "Greco": "Greek",
             "Graeco": "Greek", "Italo": "Italian", "Luso": "Portuguese", "Hispano": "Spanish", "Austro": "Austrian"}  # fmt: skip
_JOINERS = frozenset({"and", "or", "nor", "&", "/", "plus"})
_FORMER = frozenset("former ex late ousted deposed retired exiled onetime erstwhile toppled disgraced".split())
_AGAINST = frozenset("anti pro non post pre un counter".split())
_STOPS = RELATIVES | frozenset("when where while as if because whether than although though".split())
_TITLES = {
    "mr": "", "mrs": "", "ms": "", "miss": "", "dr": "", "sir": "", "dame": "", "lord": "", "lady": "", "baroness": "",
    "comrade": "", "sheikh": "", "shaikh": "", "sheik": "", "hon": "", "alhaji": "", "mullah": "", "gen": "MIL",
    "col": "MIL", "lt": "MIL", "maj": "MIL", "capt": "MIL", "adm": "MIL", "sgt": "MIL", "brig": "MIL", "sen": "LEG",
    "rep": "LEG", "gov": "GOV", "prof": "EDU", "rev": "REL", "pres": "GOV", "amb": "GOV", "generalissimo": "",
    "mme": "", "monsieur": "", "señor": "", "san": "", "tun": "", "datuk": "", "dato": "", "abp": "REL", "marshal": "",
}  # fmt: skip
_LINKS = frozenset(
    "al bin ibn bint de del della der den van von da dos das du el ben abu ould la le bte ul ur zu y e".split()
)
_KEPT_COMPOUND = frozenset({"based", "headquartered", "registered", "listed"})
# Roles whose field follows "of": "minister of trade and industry".
_PORTFOLIO = frozenset("minister ministers ministry ministries department secretary secretariat commissioner".split())
_DIRECTIONS = frozenset(
    "northern southern eastern western central greater mainland north south east west occupied upper lower inner outer modern "
    "post-war old new".split()
)


# "the governor of Odesa region": the division is where its chief town is.
_DIVISIONS = frozenset(
    "region oblast province prefecture governorate district county raion department municipality voivodeship".split()
)
_COMPASS = frozenset({"east", "west", "north", "south"})
# Kind of segment by lower-case word; of two kinds the earlier wins.
_CLASSES = {
    word: kind
    for kind, words in reversed(
        (
            ("against", _AGAINST), ("former", _FORMER), ("and", _JOINERS), ("comma", {","}), ("possessive", {"'s", "’s"}),
            ("paren", {"(", "["}), ("title", _TITLES), ("stop", _STOPS), ("det", DETERMINERS), ("prep", PREPOSITIONS | {"to"}),
        )
    )
    for word in words
}  # fmt: skip


class Segment:
    """A run of words of one kind.

    Attributes:
        kind: name, group (of states), role, title, cap (capitalised and unknown), low (any other word), neutral, prep, and, comma, possessive,
            det, former, stop, attribute ("US-led", "anti-China"), paren.
        rows: of a name.
        sector: of a role or title.
        generic: whether a role takes the sector of what stands beside it.
        codes: code and name of each state of a group.
    """

    __slots__ = ("codes", "end", "generic", "kind", "rows", "sector", "start")

    def __init__(self, kind: str, start: int, end: int, rows: Sequence[NameRow] = (), sector: str = "", generic: bool = False,
                 codes: Sequence[tuple[str, str]] = ()) -> None:  # fmt: skip
        self.codes = codes
        self.kind = kind
        self.start = start
        self.end = end
        self.rows = rows
        self.sector = sector
        self.generic = generic


def segment(
    words: Sequence[str], lower: Sequence[str], names: Gazetteer, roles: RoleTable, on: date | None = None
) -> list[Segment]:
    """Segments of a phrase in order, without gaps save marks that mean nothing."""
    found: list[Segment] = []
    add = found.append
    i, n = 0, len(words)
    groups = group_starts()
    while i < n:
        word, low = words[i], lower[i]
        kind = _CLASSES.get(low, "")
        longest = names.longest(word)
        if (
            not longest
            and not kind
            and not roles.longest(low)
            and word not in groups
            and word.isalpha()
            and word not in _PREFIXES
        ):
            if word[0].isupper():
                i = _capitalised(found, words, lower, i, names, roles)
                continue
            start = i
            i += 1
            while i + 1 < n and words[i] == "-" and words[i + 1].islower() and roles.match(lower, i + 1) is None:
                i += 2
            add(Segment("low", start, i))
            continue
        if word in _PREFIXES and i + 2 < n and words[i + 1] == "-":
            add(Segment("name", i, i + 1, names.get(_PREFIXES[word]) or ()))
            add(Segment("and", i + 1, i + 2))
            i += 2
            continue
        if low in _COMPASS:
            half = _half_name(words, i, i + 1, names)
            if half is not None:
                add(Segment("name", i, i + 1, half))
                i += 1
                continue
        name = names.match_words(words, i) if longest else None
        if (
            name is not None
            and name[0] > 2
            and on is not None
            and "and" in words[i : i + name[0]]
            and not _lasts(name[1], on)
        ):
            name = names.match_words(words[: i + words[i:].index("and")], i)  # no longer one state
        if name is not None and name[0] == 1 and low in MONTH_WORDS and word != low and not _is_person_name(name[1]):
            name = None
        role = roles.match(lower, i) if roles.longest(low) else None
        if word in groups:
            group = state_group(words, i, on)
            if group is not None and (name is None or group[0] >= name[0]):
                add(Segment("group", i, i + group[0], codes=group[1]))
                i += group[0]
                continue
        if name is not None and (role is None or name[0] >= role[0]) and not (name[0] == 1 and word.islower()):
            i = _name(found, words, lower, i, name, role)
            continue
        if role is not None and not (found and found[-1].kind == "cap" and word[0].isupper() and i + role[0] < n and
                                     words[i + role[0]][:1].isupper() and _unknown(words, lower, i + role[0], names, roles)):  # fmt: skip
            i = _role(found, words, lower, i, role, names, roles)
            continue
        after = words[i + 1] if i + 1 < n else ""
        if kind == "against" and (after == "-" or low in ("anti", "pro")):
            start, i = i, i + (2 if after == "-" else 1)
            inner = names.match_words(words, i) if i < n else None
            i = min(n, i + (inner[0] if inner else 1))
            add(Segment("attribute", start, i))
        elif kind == "former":
            add(Segment("former", i, i + 1))
            i += 2 if after == "-" else 1
        elif low == "then" and (after == "-" or i == 0 or found[-1].kind in ("det", "possessive")):
            i += 2 if after == "-" else 1
        elif low == "as" and i + 2 < n and lower[i + 1] == "well" and lower[i + 2] == "as":
            add(Segment("and", i, i + 3))
            i += 3
        elif after == "with" and low in ("along", "together", "alongside"):
            add(Segment("and", i, i + 2))
            i += 2
        elif kind in ("and", "comma", "paren", "stop", "det", "prep"):
            add(Segment(kind, i, i + 1))
            i += 1
        elif kind == "possessive" or (word in ("'", "’") and i and words[i - 1].endswith("s")):
            add(Segment("possessive", i, i + 1))
            i += 1
        elif kind == "title" and word[0].isupper():
            add(Segment("title", i, i + 1, sector=_TITLES[low]))
            i += 2 if after == "." else 1
        elif word[0].isdigit():
            add(Segment("det", i, i + 1))
            i += 1
        elif not word[0].isalpha():
            i += 1
        elif word[0].isupper():
            i = _capitalised(found, words, lower, i, names, roles)
        else:
            start = i
            i += 1
            while i + 1 < n and words[i] == "-" and words[i + 1].islower() and roles.match(lower, i + 1) is None:
                i += 2
            add(Segment("low", start, i))
    return found


def _name(found: list[Segment], words: Sequence[str], lower: Sequence[str], i: int, name: tuple[int, list[NameRow]],
          role: tuple[int, str] | None) -> int:  # fmt: skip
    length, rows = name
    j, n = i + length, len(words)
    if any(row.kind == "neutral" for row in rows):
        rows = [row for row in rows if row.kind != "neutral"]
        if not rows:
            titled = (
                bool(found)
                and found[-1].kind in ("role", "title")
                and length > 1
                and all(w[:1].isupper() for w in words[i:j])
            )
            found.append(Segment("cap" if titled else "neutral", i, j))  # "Homeland Security Secretary Chad Wolf"
            return j
    if j + 1 < n and words[j] == "-" and words[j + 1].isalpha() and words[j + 1].islower():
        if words[j + 1] not in _KEPT_COMPOUND:
            found.append(Segment("attribute", i, j + 2))
            return j + 2
        found.append(Segment("name", i, j, rows))
        return j + 2
    if j + 1 < n and words[j] == "-" and rows[0].kind in STATE_KINDS:
        found.append(Segment("name", i, j, rows))
        found.append(Segment("and", j, j + 1))
        return j + 1
    before = found[-1] if found else None
    if before is not None and before.kind == "cap" and before.end == i and length == 1 and _plain_place(rows):
        if lower[before.start] not in _DIRECTIONS:
            before.end = j  # "Denzel Washington", "New Jordan": one unknown proper name
            return j
        found.pop()
        i = before.start
    if j < n and lower[j] in _DIVISIONS and _plain_place(rows) and _follows_preposition(found):
        j += 1
    fallback = role[1] if role is not None and role[0] == length else ""
    found.append(Segment("name", i, j, rows, fallback))
    return j


def _follows_preposition(found: Sequence[Segment]) -> bool:
    before = [part.kind for part in found[-2:]]
    return before[-1:] == ["prep"] or before == ["prep", "det"]


def _lasts(rows: Sequence[NameRow], on: date) -> bool:
    known = states()
    return any(row.holds(on) and (row.code not in known or known[row.code].lasts(on)) for row in rows)


def _plain_place(rows: Sequence[NameRow]) -> bool:
    kinds = {row.kind for row in rows}
    return not kinds & {"adjective", "demonym", "organisation", "institution", "abbreviation", "party", "armed_group"}


def _is_person_name(rows: Sequence[NameRow]) -> bool:
    return any(row.kind == "person" for row in rows)


def _role(found: list[Segment], words: Sequence[str], lower: Sequence[str], i: int, role: tuple[int, str],
          names: Gazetteer, roles: RoleTable) -> int:  # fmt: skip
    length, sector = role
    j, n = i + length, len(words)
    text = " ".join(lower[i:j])
    if lower[j - 1] in _PORTFOLIO and j + 1 < n and lower[j] in ("of", "for"):
        j = _portfolio(words, lower, j, names, roles)
    found.append(Segment("role", i, j, (), sector, text in generic_roles()))
    return j


def _portfolio(words: Sequence[str], lower: Sequence[str], j: int, names: Gazetteer, roles: RoleTable) -> int:
    """End of "of Trade and Industry" after a minister or ministry; names and roles are no field."""
    k, end = j + 1, j
    while k < len(words):
        low = lower[k]
        if low in ("and", "the", ",", "&") and k > j + (low != "the"):
            k += 1
            continue
        if low == "the":
            k += 1
            continue
        if not words[k].isalpha() or low in PREPOSITIONS or low in _STOPS or names.match_words(words, k) is not None:
            break
        k += 1
        end = k
    return end


def _capitalised(found: list[Segment], words: Sequence[str], lower: Sequence[str], i: int, names: Gazetteer,
                 roles: RoleTable) -> int:  # fmt: skip
    """A run of unknown capitalised words, particles and initials included."""
    j, n = i + 1, len(words)
    while j < n:
        word = words[j]
        if word == "-" and j + 1 < n and words[j + 1].isalpha():
            j += 2
        elif (
            (lower[j] in _LINKS or word[:2] in ("al", "el"))
            and j + 1 < n
            and (words[j + 1][0].isupper() or words[j + 1] == "-")
        ) or (word[0].isupper() and _unknown(words, lower, j, names, roles)):
            j += 1
        else:
            break
    before = found[-1] if found else None
    if before is not None and before.kind == "name" and before.end == i and before.end - before.start == 1 and \
            _plain_place(before.rows) and not any(roles.match(lower, k) for k in range(j, min(n, j + 2))):  # fmt: skip
        before.kind, before.rows, before.end = "cap", (), j  # "Paris Hilton", "Sydney Harbour"
        return j
    found.append(Segment("cap", i, j))
    return j


def _half_name(words: Sequence[str], i: int, j: int, names: Gazetteer) -> list[NameRow] | None:
    """'East and West German': the first half takes its noun from the second."""
    if words[i].lower() not in ("east", "west", "north", "south") or j + 2 >= len(words) or words[j] != "and":
        return None
    full = names.match_words(words, j + 1)
    return (
        names.get(" ".join((words[i], *words[j + 2 : j + 1 + full[0]]))) if full is not None and full[0] > 1 else None
    )


def _unknown(words: Sequence[str], lower: Sequence[str], j: int, names: Gazetteer, roles: RoleTable) -> bool:
    name = names.match_words(words, j)
    if name is not None:
        return name[0] == 1 and all(row.kind in ("person", "city", "place") for row in name[1])
    return roles.match(lower, j) is None and lower[j] not in DETERMINERS and lower[j] not in PREPOSITIONS
