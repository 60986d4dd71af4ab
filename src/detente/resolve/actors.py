"""Mentions to actors at a date: names by the gazetteer, roles by their state, people by office or by the document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from detente.lexicon.gazetteer import Gazetteer, gazetteer
from detente.lexicon.names import NameRow, states
from detente.lexicon.surnames import plain_name
from detente.resolve.people import DocumentPeople, surname_row
from detente.schema.codebook import codebook
from detente.schema.mention import Actor, Mention, MentionPart

# Which of several readings of one name is meant first; "Congo", "Georgia" and the like stay open between equals.
_RANK = {kind: rank for rank, kind in enumerate(
    ("abbreviation", "name", "official", "organisation", "person", "institution", "seat", "adjective", "demonym", "capital",
     "former", "party", "armed_group", "place", "city")
)}  # fmt: skip
# Sectors that a bare adjective in front of them does not change: "Chinese students" are people of that state.
_GENERIC_PARTY = frozenset(
    "democratic republican liberal conservative labour labor socialist communist national people's people progressive green "
    "social christian democrats democrat republicans party union front new workers' workers justice freedom reform".split()
)
_STATE_KINDS = frozenset(
    {"name", "official", "abbreviation", "adjective", "demonym", "capital", "seat", "place", "city", "former"}
)


def resolve_names(
    mentions: Sequence[Mention], on: date | None, dates: dict[int, date] | None = None, names: Gazetteer | None = None
) -> list[Mention]:
    """Resolves names, roles and people; anaphors and groups are left for `resolve_anaphors`.

    Args:
        mentions: mentions of one document in order.
        on: day at which offices and names are read, None when the document has no date.
        dates: for sentences that name a day of their own, that day by sentence index.
        names: gazetteer; the shipped one by default.
    """
    resolver = _Resolver(on, dates or {}, names or gazetteer(), mentions)
    return [resolver.resolve(mention) for mention in mentions]


class _Resolver:
    def __init__(self, on: date | None, dates: dict[int, date], names: Gazetteer, mentions: Sequence[Mention]) -> None:
        self.on = on
        self.dates = dates
        self.names = names
        self.known = states()
        self.sectors = codebook().sectors
        self.people = DocumentPeople()
        self.seen: Counter[str] = Counter()
        for mention in mentions:
            for part in mention.parts:
                if part.kind == "name":
                    self.seen.update(
                        list(dict.fromkeys(row.code for row in names.rows(part.text)))
                    )  # a set has no order

    def resolve(self, mention: Mention) -> Mention:
        """The mention with its actors, or with the reason why it has none."""
        if mention.actors or (mention.parts and mention.parts[0].kind == "anaphor"):
            return mention
        on = self.dates.get(mention.sentence_index, self.on)
        by_kind: dict[str, MentionPart] = {part.kind: part for part in reversed(mention.parts)}
        person, role, name = by_kind.get("person"), by_kind.get("role"), by_kind.get("name")
        if person is not None:
            return self._person(mention, person, role, name, on)
        if name is None:
            return replace(mention, why="a role without a state")
        row, why = self._row(name.text, on)
        if row is None:
            return replace(mention, why=why)
        actor = self._actor(row, on)
        if row.kind == "person":
            self.people.learn(row.text, actor)
        if role is not None:
            sector = role.sector if not (row.kind == "person" and role.sector == "GOV") else "GOV"
            actor = replace(actor, sector=sector, why=f"{why}; '{role.text}' is {sector}")
        return replace(mention, actors=(actor,), why=actor.why)

    def _person(self, mention: Mention, person: MentionPart, role: MentionPart | None, name: MentionPart | None,
                on: date | None) -> Mention:  # fmt: skip
        row, why = self._row(person.text, on)
        if row is None:
            row, why = self._row(plain_name(person.text), on)
        if name is not None:
            owner, why = self._row(name.text, on)
            if owner is not None:
                actor = self._actor(owner, on)
                sector = role.sector if role else ""
                former = role is not None and role.text.lower().startswith(("former", "ex"))
                actor = replace(
                    actor,
                    name=person.text,
                    sector="ELI" if former else sector,
                    why=f"{why}; '{role.text if role else ''}' names the person's office",
                )
                self.people.learn(person.text, actor)
                return replace(mention, actors=(actor,), why=actor.why)
        if row is not None:
            actor = self._actor(row, on)
            self.people.learn(person.text, actor)
            return replace(mention, actors=(actor,), why=actor.why)
        known = self.people.find(person.text)
        if known is not None:
            return replace(mention, actors=(known,), why=known.why, confidence=0.9)
        famous = surname_row(plain_name(person.text), on)
        if famous is not None:
            actor = self._actor(famous, on)
            return replace(
                mention,
                actors=(replace(actor, why=f"only {famous.name} of that surname led a state then"),),
                why="surname of a leader in office",
                confidence=0.75,
            )
        return replace(mention, why="no such name in the tables or earlier in the document")

    def _row(self, text: str, on: date | None) -> tuple[NameRow | None, str]:
        rows = self.names.rows(text)
        if not rows:
            return None, "no such name in the tables"
        person_rows = [row for row in rows if row.kind == "person"]
        if len(person_rows) == len(rows):
            return self._office(person_rows, on), f"{text} is in the table of office holders"
        valid = [row for row in rows if row.holds(on) and self._state_holds(row, on)] or [
            row
            for row in rows
            if row.kind in ("name", "former", "capital", "adjective", "demonym", "official", "abbreviation")
        ]
        if not valid:
            return None, f"{text!r} stood for no actor at that date"
        if on is None:
            valid = [row for row in valid if row.valid_to is None] or valid
        best = min(_RANK.get(row.kind, 99) for row in valid)
        top = [row for row in valid if _RANK.get(row.kind, 99) == best]
        codes = {row.code for row in top}
        if top[0].kind == "party" and set(text.lower().split()) <= _GENERIC_PARTY:
            about = [code for code, _ in self.seen.most_common(2) if code in self.known]
            top = [row for row in top if row.code in about]
            codes = {row.code for row in top}
            if not top:
                return None, f"{text!r} is a party of many states; the document is not about one that we list"
        if len(codes) > 1:
            counts = {code: self.seen[code] for code in codes}
            ranked = sorted(codes, key=lambda code: (-counts[code], code))
            if counts[ranked[0]] == counts[ranked[1]]:
                return None, f"{text!r} can be {' or '.join(sorted(codes))}; nothing in the document decides"
            top = [row for row in top if row.code == ranked[0]]
        row = top[0]
        return row, f"{text!r} is a {row.kind.replace('_', ' ')} of {row.name or row.code}"

    def _state_holds(self, row: NameRow, on: date | None) -> bool:
        state = self.known.get(row.code)
        if state is None or on is None:
            return (
                state is None
                or state.valid_to is None
                or row.kind in ("name", "adjective", "demonym", "former", "official")
            )
        return (state.valid_from is None or state.valid_from <= on) and (state.valid_to is None or on < state.valid_to)

    def _office(self, rows: Sequence[NameRow], on: date | None) -> NameRow:
        """The term that holds on the day; before or after office the last known one, marked ELI."""
        if on is None:
            return max(rows, key=lambda row: (row.sector == "GOV", row.valid_to is None, row.valid_from or date.min))
        holding = [row for row in rows if row.holds(on)]
        if holding:
            return min(holding, key=lambda row: (row.sector not in ("GOV", "MIL"), row.role == "other"))
        past = [row for row in rows if row.valid_to is not None and row.valid_to <= on]
        if past:
            last = max(past, key=lambda row: row.valid_to or date.min)
            return replace(last, sector="ELI", role=f"former {last.role}")
        return replace(rows[0], sector="")

    def _actor(self, row: NameRow, on: date | None) -> Actor:
        why = f"{row.text!r} is a {row.kind.replace('_', ' ')} of {row.code}"
        sector = row.sector
        if row.kind == "person":
            open_term = (
                row.valid_to is None and on is not None and row.last_verified is not None and on > row.last_verified
            )
            why = f"{row.name}, {row.role}" + (
                f"; in office as of {row.last_verified}, unknown after" if open_term else ""
            )
            state = self.known.get(row.code)
            name = row.name if state is None else state.name
            return Actor(row.code, sector, name, "", f"{why} ({row.name})" if row.name not in why else why)
        if row.kind == "seat" and not sector:
            sector = "GOV"
        if row.kind in _STATE_KINDS and row.code in self.known:
            return Actor(row.code, sector, self.known[row.code].name, "", why)
        state = self.known.get(row.code)
        return Actor(row.code, sector, state.name if state else row.name, row.organisation, why)


def unresolved_of(mentions: Iterable[Mention]) -> list[Mention]:
    """Mentions that look like actors of their own and were not resolved."""
    return [
        mention
        for mention in mentions
        if not mention.actors and mention.usage != "attribute" and mention.kind not in ("role",)
    ]
