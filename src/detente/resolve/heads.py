"""The head of a noun phrase, whose it is, and in what capacity."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from detente.lexicon.gazetteer import Gazetteer
from detente.lexicon.names import NameRow
from detente.resolve.choose import STATE_KINDS, actor_of, choose_row, office_at
from detente.resolve.people import find_person
from detente.resolve.segments import Segment
from detente.schema.mention import Actor

_PLACE_PREPOSITIONS = frozenset("in at from near across outside inside around within throughout on off along (".split())
_OWNER_PREPOSITIONS = frozenset({"of"})
_WIDE_PREPOSITIONS = frozenset({"for", "to", "with", "under"})
_RELATIONS = frozenset(
    "aide aides adviser advisers advisor advisors assistant ally allies brother sister son daughter wife husband nephew niece "
    "cousin uncle father mother widow relative relatives friend secretary confidant".split()
)
_KIN = frozenset(
    "brother sister son sons daughter wife husband nephew niece cousin uncle son-in-law brother-in-law".split()
)
_MISSIONS = frozenset({"mission", "missions", "force", "contingent", "operation"})
_MINORITIES = frozenset({"minority", "minorities", "community", "speakers"})
_AFTER_NOUN = frozenset(
    "loyal close opposed active present alike deep dug fresh high back home abroad ready eager stationed based armed trained".split()
)
_OFFICIAL = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP"})
_BODIES = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG"})
_GROUPS = frozenset({"REB", "PRM", "PRE"})
_QUANTITIES = frozenset(
    "dozens hundreds thousands scores tens number handful majority bulk part parts rest columns column convoy convoys fleet "
    "wave waves couple pair trio half third quarter lot lots series band bands cell cells generation class".split()
)
_FIGURES = frozenset(
    "army armies court courts king queen prince soldier soldiers house church wave fleet police".split()
)
_PRONE = frozenset("ordinary local young elderly poor rural urban many most individual fellow".split())
_THINGS = frozenset(
    "river wall canal bay sea strait straits ocean mountain mountains mount lake desert treaty accord accords agreement war wars "
    "crisis peninsula island islands gulf valley plan doctrine declaration protocol summit conference talks conventions "
    "convention charter act code cup games olympics prize festival airport bridge tower square park hotel stadium syndrome "
    "referendum revolution spring process initiative road pipeline province avenue".split()
)
_NATURAL = frozenset("canal river sea bay strait straits lake desert gulf mountains ocean lagoon pass delta".split())
_ROLES_OF_HONOUR = frozenset(
    "general generals colonel col marshal admiral captain lieutenant major ayatollah grand-ayatollah imam archbishop bishop "
    "cardinal father professor doctor comrade lord baroness baron chairman brother sister caliph mullah".split()
)


@dataclass(slots=True)
class Nominal:
    """One member of a phrase as read by its head.

    Attributes:
        actors: who it names.
        bare: a name without any role.
        adjective: a bare name that stands as an adjective may ("Russian", "US").
        person: whether a person is named.
        place: whether it is a bare city or province.
        generic: whether its role takes the sector of what stands beside it.
        code_before, code_after: whether the state was told before its role, or after "of" and "in".
    """

    actors: list[Actor]
    bare: bool = False
    adjective: bool = False
    person: bool = False
    place: bool = False
    generic: bool = False
    code_before: bool = False
    code_after: bool = False

    def with_role(self, other: Nominal) -> Nominal:
        """The same states in the capacity of `other`."""
        sector = other.actors[0].sector if other.actors else ""
        actors = [replace(a, sector=sector, why=f"{a.why}; shares {sector or 'the noun'}") for a in self.actors]
        return Nominal(actors, code_before=True, code_after=other.code_after, generic=other.generic)


class Heads:
    """Reads members of one phrase. `why` keeps the reason of the last failure."""

    def __init__(self, words: Sequence[str], lower: Sequence[str], names: Gazetteer, on: date | None) -> None:
        self.words = words
        self.lower = lower
        self.names = names
        self.on = on
        self.why = ""
        self.context: set[str] = set()

    def read(self, segments: Sequence[Segment]) -> None:
        """Takes note of the states that a phrase names, to decide between two readings of another name in it."""
        if sum(part.kind == "name" for part in segments) > 1:
            self.context = self._codes(segments)

    def nominal(self, segments: Sequence[Segment]) -> Nominal | None:
        """The member read by its head; None (and `why`) when it names no actor."""
        former = any(s.kind == "former" for s in segments[:3])
        edge = self._edge(segments)
        core = [s for s in segments[:edge] if s.kind not in ("det", "former")]
        tail = segments[edge:]
        while core and core[-1].kind == "possessive":
            core.pop()
        if not core:
            return self._quantity(tail)
        head = core[-1]
        if head.kind == "group":
            found = Nominal(
                [Actor(c, "", n, "", f"{self._text(head)!r} are these states") for c, n in head.codes], bare=True
            )
        elif head.kind == "name":
            found = self._named(core, tail)
        elif head.kind == "role":
            found = self._role(core, tail)
        elif head.kind == "cap":
            found = self._unknown(core, tail)
        elif head.kind == "title":
            found = None
        else:
            found = self._thing(core, tail)
        if found is not None and former:
            for index, actor in enumerate(found.actors):
                if actor.sector in _OFFICIAL and not (found.bare and not found.person):
                    found.actors[index] = replace(actor, sector="ELI", why=f"{actor.why}; no longer in office")
        return found

    def _edge(self, segments: Sequence[Segment]) -> int:
        """Where the head ends: at a preposition, a clause, or a verb form after a noun."""
        seen = False
        for index, part in enumerate(segments):
            if part.kind in ("prep", "stop", "comma", "paren", "and"):
                if index:
                    return index
            elif (
                part.kind == "det"
                and seen
                and segments[index - 1].kind == "name"
                and self.words[part.start][0].isdigit()
            ):
                return len(segments) if index + 1 < len(segments) else 0  # "Tokyo 2020"
            elif (
                part.kind == "low"
                and seen
                and (
                    segments[index - 1].kind in ("role", "cap")
                    or (
                        segments[index - 1].kind == "name"
                        and all(row.kind != "adjective" for row in segments[index - 1].rows)
                    )
                )
            ):
                word = self.lower[part.end - 1]
                if word.endswith(("ing", "ed")) or word in _AFTER_NOUN:
                    return index
            if part.kind in ("role", "name", "cap"):
                seen = True
        return len(segments)

    # heads

    def _named(self, core: Sequence[Segment], tail: Sequence[Segment]) -> Nominal | None:
        head = core[-1]
        told = self._codes(core[:-1]) or self._tail_codes(tail) or self.context
        row, why = choose_row(head.rows, self.on, told)
        if row is None:
            if head.sector:  # ambiguous as a name, still a kind of body
                return self._role(core, tail)
            self.why = why
            return None
        before = core[:-1]
        if row.kind == "place" and self.lower[head.end - 1] in _NATURAL:
            self.why = f"{self._text(head)!r} is a feature of nature"
            return None
        if row.kind == "person":
            if (
                not row.sector
                and row.code in _BODIES
                and row.valid_from is not None
                and self.on is not None
                and self.on < row.valid_from
            ):
                self.why = f"{row.name} was not yet {row.role}"
                return None
            return self._person(row, before, self._text(head))
        if before and before[-1].kind == "name" and before[-1].end == head.start and row.kind in STATE_KINDS:
            other, _ = choose_row(before[-1].rows, self.on, ())
            if other is not None and other.kind not in STATE_KINDS:
                row = other
        if before and before[-1].kind in ("low", "neutral") and row.kind in ("capital", "city", "place") and len(core) > 1 and \
                self.lower[before[-1].start] not in _PRONE and before[-1].kind == "neutral":  # fmt: skip
            self.why = f"{self._text(head)!r} is part of another name"
            return None
        if before and before[-1].kind == "cap" and before[-1].end == head.start and row.kind in ("institution", "party", "armed_group") and \
                row.code not in told:  # fmt: skip
            self.why = f"{self._text(before[-1])} {self._text(head)!r} is another name than {row.text!r} of {row.code}"
            return None
        actor = actor_of(row, self.on)
        if row.kind == "demonym" and any(s.kind == "low" and self.lower[s.start] in _PRONE for s in before):
            actor = replace(actor, sector="CVL")
        if row.kind in STATE_KINDS and row.kind != "seat" and before and before[-1].kind == "role":
            role = before[-1]
            actor = replace(actor, sector=role.sector)
            return Nominal([actor], code_before=True)
        kinds = {r.kind for r in head.rows}
        return Nominal(
            [actor],
            bare=True,
            adjective=bool(kinds & {"adjective", "abbreviation", "demonym", "organisation"}),
            place=row.kind in ("capital", "city", "place"),
        )

    def _role(self, core: Sequence[Segment], tail: Sequence[Segment]) -> Nominal | None:
        head = core[-1]
        sector, generic, body = self._capacity(core)
        text = self._text(head)
        owner = self._owner(core[:-1], text)
        if owner is not None and owner.code not in _BODIES and tail and self.lower[tail[0].start] == "of":
            body_of = self.nominal(tail[1:]) if len(tail) > 1 else None
            if body_of is not None and body_of.actors and body_of.actors[0].code in _BODIES:
                owner = None  # "the Thai secretary-general of ASEAN"
        if owner is not None:
            actor = self._in_capacity(owner, sector, generic, body, text)
            return Nominal([actor], generic=generic, code_before=True)
        found = self._tail_actors(tail, text, generic)
        if found is None:
            return None
        actors, own = found
        if actors:
            wanted = []
            for actor in actors:
                if text in _KIN:
                    wanted.append(replace(actor, sector="ELI"))
                    continue
                specific = (not generic or (own == "place" and sector)) and not (
                    actor.sector in _GROUPS and sector in ("GOV", "MIL")
                )
                if actor.code in _BODIES and specific and sector == "GOV" and own == "of":
                    specific = False
                wanted.append(replace(actor, sector=sector if specific or (not actor.sector and own != "of") or
                                      (own == "of" and not actor.sector and actor.code not in _BODIES) else actor.sector,
                                      why=f"{actor.why}; {text!r}"))  # fmt: skip
            return Nominal(wanted, generic=generic, code_after=True)
        return Nominal([Actor("", sector, "", "", f"{text!r} is {sector}; no state is told")], generic=generic)

    def _unknown(self, core: Sequence[Segment], tail: Sequence[Segment]) -> Nominal | None:
        head, before = core[-1], core[:-1]
        text = self._text(head)
        roles = [s for s in before if s.kind in ("role", "title")]
        told = self._codes(before) or self._tail_codes(tail)
        rows = find_person(
            text,
            self.on,
            self.names,
            told,
            alone=len(core) == 1 or bool(roles) or before[-1].kind == "possessive",
            titled=bool(roles),
        )
        if rows:
            return self._person(office_at(rows, self.on), before, text)
        if any(word in _THINGS for word in self.lower[head.start : head.end]):
            self.why = f"{text!r} is no actor"
            return None
        role = next((s for s in reversed(before) if s.kind == "role"), None)
        if role is not None or any(s.sector for s in roles):
            index = max(i for i, s in enumerate(before) if s.kind in ("role", "title"))
            nominal = (
                self._role(before[: index + 1], tail)
                if role is not None
                else Nominal([Actor("", roles[-1].sector, text)])
            )
            if nominal is not None:
                nominal.actors = [replace(a, name=text) for a in nominal.actors]
                nominal.person = True
            return nominal
        if before and before[-1].kind == "name":
            row, _ = choose_row(before[-1].rows, self.on, ())
            if row is not None and row.kind == "institution" and row.sector == "MIL" and row.text.isupper():
                return Nominal([actor_of(row, self.on)], code_before=True)  # "USS Pueblo"
        if len(before) >= 2 and before[-1].kind == "possessive" and before[-2].kind == "name":
            row, _ = choose_row(before[-2].rows, self.on, ())
            if row is not None and row.kind in STATE_KINDS:
                actor = actor_of(row, self.on)
                return Nominal([replace(actor, name=text, sector="", why=f"{text!r}, of {actor.code}")], person=True)
        self.why = f"{text!r} is not in the tables"
        return None

    def _person(self, row: NameRow, before: Sequence[Segment], text: str) -> Nominal:
        actor = actor_of(row, self.on)
        titles = [s for s in before if s.kind in ("role", "title") and s.sector]
        honour = titles and (
            (titles[-1].kind == "title" and titles[-1].sector == "MIL") or self._text(titles[-1]) in _ROLES_OF_HONOUR
        )
        if (
            titles
            and not (honour and actor.sector)
            and not (titles[-1].sector == "GOV" and actor.sector == "ELI" and row.role.startswith("former"))
        ):
            sector, generic, _ = self._capacity([s for s in before if s.kind != "title"] or titles)
            owner = self._owner([s for s in before if s.kind == "name"])
            code = owner.code if owner is not None and owner.code and not generic else actor.code
            sector = actor.sector if actor.code in _BODIES and sector == "GOV" else sector
            actor = replace(actor, sector=sector or actor.sector, code=code)
        return Nominal([actor], bare=not titles, person=True)

    def _thing(self, core: Sequence[Segment], tail: Sequence[Segment]) -> Nominal | None:
        head = core[-1]
        word = self.lower[head.end - 1]
        if tail and self.lower[tail[0].start] == "of" and word in _QUANTITIES:
            return self._quantity(tail)
        if tail and self.words[tail[0].start] == "(":
            role = next((s for s in reversed(core) if s.kind == "role"), None)
            if role is not None:
                return self._role(core[: core.index(role) + 1], tail)
        named = next((s for s in core if s.kind == "name"), None)
        self.why = (
            f"{self._text(named)!r} only tells which {word!r}" if named is not None else f"{word!r} is no actor we know"
        )
        return None

    def _quantity(self, tail: Sequence[Segment]) -> Nominal | None:
        """ "Dozens of Bolivian miners", "two of the generals"."""
        if tail and self.lower[tail[0].start] == "of" and len(tail) > 1:
            return self.nominal(tail[1:])
        self.why = self.why or "the phrase has no head"
        return None

    # whose, and in what capacity

    def _capacity(self, core: Sequence[Segment]) -> tuple[str, bool, bool]:
        """Sector of the roles that end the phrase, whether generic, and whether a body decided it."""
        head = core[-1]
        sector, generic = head.sector, head.generic
        index = len(core) - 2
        while generic and index >= 0:
            part = core[index]
            if part.kind == "role":
                sector, generic = part.sector, part.generic
            elif part.kind == "name":
                row, _ = choose_row(part.rows, self.on, ())
                if row is not None and (row.kind not in STATE_KINDS or row.kind == "seat"):
                    return row.sector or ("GOV" if row.kind == "person" else ""), True, True
                break
            elif part.kind not in ("low", "attribute"):
                break
            index -= 1
        return sector, head.generic and generic, False

    def _in_capacity(self, owner: Actor, sector: str, generic: bool, body: bool, text: str) -> Actor:
        if text in _KIN:
            sector = "ELI"
        elif owner.code in _BODIES and text in _MISSIONS:
            sector = "MIL"
        elif owner.code in _BODIES and (generic or (sector == "GOV" and owner.code != "EUR")):
            sector = owner.sector
        elif owner.sector in _GROUPS and sector in ("MIL", "CVL", "GOV", ""):
            sector = owner.sector  # "Hezbollah fighters", "Transnistrian authorities"
        elif generic and owner.sector and body:
            sector = owner.sector
        return replace(owner, sector=sector, why=f"{owner.why}; {text!r} is {sector or 'its own'}")

    def _owner(self, before: Sequence[Segment], role: str = "") -> Actor | None:
        """The state or body whose name stands nearest before the role."""
        told = None
        if role in _MINORITIES:
            before = next((before[:i] for i, s in enumerate(before) if s.kind == "possessive"), before)
        for index in range(len(before) - 1, -1, -1):
            part = before[index]
            if (
                part.kind == "cap" and index + 1 < len(before) and before[index + 1].kind != "possessive"
            ) or part.kind == "cap":
                rows = find_person(self._text(part), self.on, self.names, (), alone=True)
                if rows:
                    return actor_of(office_at(rows, self.on), self.on)
            if part.kind != "name":
                continue
            if told is None:
                told = self._codes(before[:index])
            rows = [r for r in part.rows if r.kind == "place"] if role.startswith("governor") else ()
            row, why = choose_row(rows or part.rows, self.on, told)
            if row is not None:
                return actor_of(row, self.on)
            self.why = why
        return None

    def _codes(self, segments: Sequence[Segment]) -> set[str]:
        codes: set[str] = set()
        for part in segments:
            if part.kind == "name":
                row, _ = choose_row(part.rows, self.on, ())
                if row is not None and row.code:
                    codes.add(row.code)
        return codes

    def _tail_codes(self, tail: Sequence[Segment]) -> set[str]:
        for index, part in enumerate(tail):
            if part.kind in ("prep", "paren") and self.lower[part.start] in _PLACE_PREPOSITIONS | _OWNER_PREPOSITIONS:
                return self._codes(tail[index + 1 :])
        return set()

    def _tail_actors(self, tail: Sequence[Segment], text: str, generic: bool) -> tuple[list[Actor], str] | None:
        """Actors told after "of", "from", "in": with how; None when the phrase is a figure of speech."""
        places: dict[str, Sequence[Segment]] = {}
        index = 0
        while index < len(tail):
            part = tail[index]
            if part.kind in ("stop", "comma"):
                break
            if part.kind not in ("prep", "paren"):
                index += 1
                continue
            word = self.lower[part.start]
            end = index + 1
            while end < len(tail) and tail[end].kind not in ("prep", "stop", "comma", "paren"):
                end += 1
            if word in _OWNER_PREPOSITIONS or (word == "for" and generic) or (word == "to" and text in _RELATIONS):
                rest = tail[index + 1 :] if word == "of" else tail[index + 1 : end]
                inner = self.nominal(rest) if rest else None
                if inner is not None and inner.actors and (inner.actors[0].code or generic):
                    return inner.actors, "of"
                if inner is None and word == "of" and text.split()[-1] in _FIGURES and not self._codes(rest):
                    self.why = f"{text!r} is a figure of speech here"
                    return None
            elif word in _PLACE_PREPOSITIONS:
                places.setdefault("from" if word == "from" else "in", tail[index + 1 : end])
            index = end
        for key in ("from", "in"):
            for part in places.get(key, ()):
                if part.kind == "name":
                    row, _ = choose_row(part.rows, self.on, ())
                    if row is not None and row.code:
                        actor = actor_of(row, self.on)
                        if row.kind in STATE_KINDS:
                            return [replace(actor, sector="PRE" if row.sector == "PRE" else "")], "place"
                        if key == "in" and actor.code in _BODIES:
                            continue
                        return [actor], "place"
        return [], ""

    def _text(self, part: Segment) -> str:
        words = self.words[part.start : part.end]
        text = " ".join(words).replace(" - ", "-") if len(words) > 1 else words[0]
        return text.lower() if part.kind in ("role", "low") else text
