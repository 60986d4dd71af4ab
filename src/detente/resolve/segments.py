"""A noun phrase to its segments: names, roles, other words and the marks between them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from detente.lexicon.gazetteer import Gazetteer
from detente.lexicon.names import NameRow, states
from detente.lexicon.roles import RoleTable, generic_roles
from detente.lexicon.state_groups import group_starts, state_group
from detente.lexicon.words import MONTH_WORDS, PREPOSITIONS
from detente.resolve.choose import STATE_KINDS
from detente.resolve.segment import QUANTIFIERS, TITLES, WORD_KINDS, Segment

# First halves of compounds that name a state: "Anglo-French".
_PREFIXES = {
    "Anglo": "British",
    "Franco": "French",
    "Sino": "Chinese",
    "Russo": "Russian",
    "Indo": "Indian",
    "Greco": "Greek",
    "Graeco": "Greek",
    "Italo": "Italian",
    "Luso": "Portuguese",
    "Hispano": "Spanish",
    "Austro": "Austrian",
}
# Particles within a personal name.
_LINKS = frozenset(
    "al bin ibn bint de del de della der den van von da dos das du el ben abu ould la le bte ul ur zu y e".split()
)
# Second halves of compounds that keep their name an actor: "the US-based group".
_KEPT_COMPOUND = frozenset({"based", "headquartered", "registered", "listed"})
# Roles whose field follows "of": "minister of trade and industry".
_PORTFOLIO = frozenset("minister ministers ministry ministries department secretary secretariat commissioner".split())
# "the governor of Odesa region": the division is where its chief town is.
_DIVISIONS = frozenset(
    "region oblast province prefecture governorate district county raion department municipality voivodeship".split()
)
_COMPASS = frozenset({"east", "west", "north", "south"})
# Words before the name of a place that leave it that place: "Eastern Congo"; others make another name of it.
_DIRECTIONS = _COMPASS | frozenset(
    "northern southern eastern western central greater mainland occupied upper lower inner outer modern post-war old "
    "new".split()
)


def segment(
    words: Sequence[str], lower: Sequence[str], names: Gazetteer, roles: RoleTable, on: date | None = None
) -> list[Segment]:
    """Segments of a phrase in order, without gaps save marks that mean nothing.

    Args:
        lower: the words in lower case.
        on: day at which names that join two states, and groups of states, are read.
    """
    return _Cutter(words, lower, names, roles, on).cut()


class _Cutter:
    def __init__(
        self, words: Sequence[str], lower: Sequence[str], names: Gazetteer, roles: RoleTable, on: date | None
    ) -> None:
        self.words = words
        self.lower = lower
        self.names = names
        self.roles = roles
        self.on = on
        self.found: list[Segment] = []

    def cut(self) -> list[Segment]:
        i, n = 0, len(self.words)
        groups, longest_name, longest_role = group_starts(), self.names.longest, self.roles.longest
        while i < n:
            word, low = self.words[i], self.lower[i]
            kind = WORD_KINDS.get(low, "")
            named, role = longest_name(word), longest_role(low)
            if not (named or kind or role or word in groups or word in _PREFIXES) and word.isalpha():
                i = self._capitalised(i) if word[0].isupper() else self._low(i)
                continue
            end = self._known(i, bool(named), bool(role))
            i = self._other(i, kind) if end is None else end
        return self.found

    def _add(self, kind: str, start: int, end: int, rows: Sequence[NameRow] = (), sector: str = "") -> int:
        self.found.append(Segment(kind, start, end, rows, sector))
        return end

    # what the tables know

    def _known(self, i: int, named: bool, role_begins: bool) -> int | None:
        """End of the name, group or role at `i`, which is added; None when there is none."""
        word, low = self.words[i], self.lower[i]
        if word in _PREFIXES and i + 2 < len(self.words) and self.words[i + 1] == "-":
            self._add("name", i, i + 1, self.names.get(_PREFIXES[word]) or ())
            return self._add("and", i + 1, i + 2)
        if low in _COMPASS:
            half = self._half_name(i)
            if half is not None:
                return self._add("name", i, i + 1, half)
        name = self._name_at(i) if named else None
        role = self.roles.match(self.lower, i) if role_begins else None
        group = state_group(self.words, i, self.on) if word in group_starts() else None
        if group is not None and (name is None or group[0] >= name[0]):
            self.found.append(Segment("group", i, i + group[0], codes=group[1]))
            return i + group[0]
        if name is not None and (role is None or name[0] >= role[0]) and not (name[0] == 1 and word.islower()):
            return self._name(i, name, role)
        if role is not None and not self._in_personal_name(i, i + role[0]):
            return self._role(i, role)
        return None

    def _name_at(self, i: int) -> tuple[int, list[NameRow]] | None:
        """The longest name at `i`; of one that joined two states ("Serbia and Montenegro") the first when it is over."""
        words = self.words
        name = self.names.match_words(words, i)
        if name is not None and name[0] > 2 and "and" in words[i : i + name[0]] and not _last(name[1], self.on):
            name = self.names.match_words(words[: i + words[i:].index("and")], i)
        if name is not None and name[0] == 1 and self.lower[i] in MONTH_WORDS and words[i] != self.lower[i]:
            return name if any(row.kind == "person" for row in name[1]) else None
        return name

    def _half_name(self, i: int) -> list[NameRow] | None:
        """'East and West German': the first half takes its noun from the second."""
        words = self.words
        if i + 3 >= len(words) or words[i + 1] != "and":
            return None
        full = self.names.match_words(words, i + 2)
        if full is None or full[0] <= 1:
            return None
        return self.names.get(" ".join((words[i], *words[i + 3 : i + 2 + full[0]])))

    def _in_personal_name(self, i: int, j: int) -> bool:
        """Whether the capitalised role at [i, j) stands between unknown names: "Chad Bishop Wolf"."""
        return (
            bool(self.found)
            and self.found[-1].kind == "cap"
            and self.words[i][0].isupper()
            and j < len(self.words)
            and self.words[j][:1].isupper()
            and self._is_unknown(j)
        )

    def _name(self, i: int, name: tuple[int, list[NameRow]], role: tuple[int, str] | None) -> int:
        """Adds the name at `i`, or what its surroundings make of it."""
        words, found = self.words, self.found
        length, rows = name
        j = i + length
        before = found[-1] if found else None
        if any(row.kind == "neutral" for row in rows):
            rows = [row for row in rows if row.kind != "neutral"]
            if not rows:
                titled = before is not None and before.kind in ("role", "title") and length > 1
                # "Homeland Security Secretary Chad Wolf"
                return self._add("cap" if titled and all(w[:1].isupper() for w in words[i:j]) else "neutral", i, j)
        if j + 1 < len(words) and words[j] == "-":
            if words[j + 1].isalpha() and words[j + 1].islower():
                if words[j + 1] not in _KEPT_COMPOUND:
                    return self._add("attribute", i, j + 2)
                self._add("name", i, j, rows)
                return j + 2
            if rows[0].kind in STATE_KINDS:
                self._add("name", i, j, rows)
                return self._add("and", j, j + 1)
        if before is not None and before.kind == "cap" and before.end == i and length == 1 and _is_plain_place(rows):
            if self.lower[before.start] not in _DIRECTIONS:
                before.end = j  # "Denzel Washington", "New Jordan": one unknown proper name
                return j
            found.pop()
            i = before.start
        sector = role[1] if role is not None and role[0] == length else ""
        kinds = [part.kind for part in found[-2:]]
        if j < len(words) and self.lower[j] in _DIVISIONS and (kinds[-1:] == ["prep"] or kinds == ["prep", "det"]):
            j += _is_plain_place(rows)
        return self._add("name", i, j, rows, sector)

    def _role(self, i: int, role: tuple[int, str]) -> int:
        """Adds the role at `i`, with its field ("of Trade and Industry")."""
        length, sector = role
        j = i + length
        generic = " ".join(self.lower[i:j]) in generic_roles()
        if self.lower[j - 1] in _PORTFOLIO and j + 1 < len(self.words) and self.lower[j] in ("of", "for"):
            j = self._portfolio(j)
        self.found.append(Segment("role", i, j, (), sector, generic))
        return j

    def _portfolio(self, j: int) -> int:
        """End of "of Trade and Industry" after a minister or ministry; names and roles are no field."""
        end = j
        for k in range(j + 1, len(self.words)):
            low = self.lower[k]
            if low == "the" or (low in ("and", ",", "&") and k > j + 1):
                continue
            if not self.words[k].isalpha() or WORD_KINDS.get(low) == "stop" or low in PREPOSITIONS:
                break
            if self.names.match_words(self.words, k) is not None:
                break
            end = k + 1
        return end

    # other words and marks

    def _other(self, i: int, kind: str) -> int:
        """End of the word or mark at `i`, added unless it means nothing."""
        word, low = self.words[i], self.lower[i]
        after = self.words[i + 1] if i + 1 < len(self.words) else ""
        hyphen = after == "-"
        if kind == "against" and (hyphen or low in ("anti", "pro")):
            begin = i + 1 + hyphen
            inner = self.names.match_words(self.words, begin) if begin < len(self.words) else None
            return self._add("attribute", i, min(len(self.words), begin + (inner[0] if inner else 1)))
        if kind == "former":
            return self._add(kind, i, i + 1) + hyphen
        if low == "then" and (hyphen or not self.found or self.found[-1].kind in ("det", "possessive")):
            return i + 1 + hyphen
        if low == "as" and tuple(self.lower[i + 1 : i + 3]) == ("well", "as"):
            return self._add("and", i, i + 3)
        if after == "with" and low in ("along", "together", "alongside"):
            return self._add("and", i, i + 2)
        if kind in ("and", "comma", "paren", "stop", "det", "prep"):
            return self._add(kind, i, i + 1)
        if kind == "possessive" or (word in ("'", "’") and i and self.words[i - 1].endswith("s")):
            return self._add("possessive", i, i + 1)
        if kind == "title" and word[0].isupper():
            return self._add(kind, i, i + 1, sector=TITLES[low]) + (after == ".")
        if word[0].isdigit():
            return self._add("det", i, i + 1)
        if not word[0].isalpha():
            return i + 1
        return self._capitalised(i) if word[0].isupper() else self._low(i)

    def _low(self, i: int) -> int:
        """Adds a word of no kind, with what hangs on it by hyphens."""
        words, j = self.words, i + 1
        while (
            j + 1 < len(words)
            and words[j] == "-"
            and words[j + 1].islower()
            and not self.roles.match(self.lower, j + 1)
        ):
            j += 2
        return self._add("low", i, j)

    def _capitalised(self, i: int) -> int:
        """Adds a run of unknown capitalised words, particles and initials included."""
        words, lower, n = self.words, self.lower, len(self.words)
        j = i + 1
        while j < n:
            word = words[j]
            if word == "-" and j + 1 < n and words[j + 1].isalpha():
                j += 2
            elif (
                (lower[j] in _LINKS or word[:2] in ("al", "el"))
                and j + 1 < n
                and (words[j + 1][0].isupper() or words[j + 1] == "-")
            ) or (word[0].isupper() and self._is_unknown(j)):
                j += 1
            else:
                break
        before = self.found[-1] if self.found else None
        if before is not None and before.kind == "name" and before.end == i and before.end - before.start == 1:
            roles_follow = any(self.roles.match(lower, k) for k in range(j, min(n, j + 2)))
            if _is_plain_place(before.rows) and not roles_follow:
                before.kind, before.rows, before.end = "cap", (), j  # "Paris Hilton", "Sydney Harbour"
                return j
        return self._add("cap", i, j)

    def _is_unknown(self, j: int) -> bool:
        """Whether the word at `j` may belong to a personal name."""
        name = self.names.match_words(self.words, j)
        if name is not None:
            return name[0] == 1 and all(row.kind in ("person", "city", "place") for row in name[1])
        low = self.lower[j]
        return self.roles.match(self.lower, j) is None and low not in QUANTIFIERS and low not in PREPOSITIONS


def _last(rows: Sequence[NameRow], on: date | None) -> bool:
    """Whether what a name stands for exists on a day; True when no day is given."""
    if on is None:
        return True
    known = states()
    return any(row.holds(on) and (row.code not in known or known[row.code].lasts(on)) for row in rows)


def _is_plain_place(rows: Sequence[NameRow]) -> bool:
    kinds = {row.kind for row in rows}
    return not kinds & {"adjective", "demonym", "organisation", "institution", "abbreviation", "party", "armed_group"}
