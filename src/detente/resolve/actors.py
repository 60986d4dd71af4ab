"""Mentions to actors at a date: names by the gazetteer, roles by their state, people by office or by the document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from detente.lexicon.gazetteer import Gazetteer, gazetteer
from detente.lexicon.names import NameRow, states
from detente.lexicon.state_groups import state_group
from detente.lexicon.surnames import ROYAL_TITLES
from detente.lexicon.tokens import token_texts
from detente.resolve.choose import actor_of, choose_row, office_at
from detente.resolve.people import DocumentPeople, find_person
from detente.schema.mention import Actor, Mention, MentionPart

# Ranks that civilians in office keep: "General de Gaulle", "Ayatollah Khamenei" are read by their office.
_HONOURS = frozenset(
    {"general", "colonel", "marshal", "admiral", "ayatollah", "sheikh", "lord", "chairman", "captain", "comrade"}
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
        self.people = DocumentPeople()
        self.seen: Counter[str] = Counter()
        for mention in mentions:
            for part in mention.parts:
                if part.kind == "name":
                    self.seen.update(list(dict.fromkeys(row.code for row in names.rows(part.text))))

    def resolve(self, mention: Mention) -> Mention:
        """The mention with its actors, or with the reason why it has none."""
        if mention.actors or (mention.parts and mention.parts[0].kind == "anaphor"):
            return mention
        on = self.dates.get(mention.sentence_index, self.on)
        if mention.kind == "group":
            group = state_group(token_texts(mention.text), 0, on)
            why = f"{mention.text!r} are these states"
            actors = tuple(Actor(code, "", name, "", why) for code, name in group[1]) if group else ()
            return replace(mention, actors=actors, why=why)
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
            actor = replace(actor, sector=role.sector, why=f"{why}; '{role.text}' is {role.sector}")
        return replace(mention, actors=(actor,), why=actor.why)

    def _person(
        self,
        mention: Mention,
        person: MentionPart,
        role: MentionPart | None,
        name: MentionPart | None,
        on: date | None,
    ) -> Mention:
        """A person by the state named before ("French President Macron"), the document, or the tables."""
        owner, why = self._row(name.text, on) if name is not None else (None, "")
        if owner is not None:
            title, sector = (role.text, role.sector) if role is not None else ("", "")
            actor = replace(
                self._actor(owner, on),
                name=person.text,
                sector="ELI" if title.lower().startswith(("former", "ex")) else sector,
                why=f"{why}; '{title}' names the person's office",
            )
            self.people.learn(person.text, actor)
            return replace(mention, actors=(actor,), why=actor.why)
        known = self.people.find(person.text)
        if known is not None:
            return replace(mention, actors=(known,), why=known.why, confidence=0.9)
        title = role.text if role is not None else ""
        told = self.seen if title.lower().rpartition(" ")[2] in ROYAL_TITLES else ()
        rows = find_person(person.text, on, self.names, told, title=title)
        if not rows:
            return replace(mention, why="no such name in the tables or earlier in the document")
        row = office_at(rows, on)
        actor = self._actor(row, on)
        if role is not None and not actor.sector and role.text.lower().split()[-1] not in _HONOURS:
            actor = replace(actor, sector=role.sector)
        exact = row.name == person.text or " " in person.text
        if exact or role is None:
            self.people.learn(person.text, actor)
        return replace(mention, actors=(actor,), why=actor.why, confidence=1.0 if exact else 0.75)

    def _row(self, text: str, on: date | None) -> tuple[NameRow | None, str]:
        rows = [row for row in self.names.rows(text) if row.kind != "neutral"]
        if not rows:
            return None, "no such name in the tables"
        row, why = choose_row(rows, on, self.seen)
        if row is None:
            return None, why
        if (
            row.kind == "person"
            and row.code not in self.known
            and not row.sector
            and row.valid_from
            and on
            and on < row.valid_from
        ):
            return None, f"{row.name} was not yet {row.role}"
        return row, f"{text!r} is a {row.kind.replace('_', ' ')} of {row.name or row.code}"

    def _actor(self, row: NameRow, on: date | None) -> Actor:
        """As `actor_of`, with the state's name where a person or body stands for it."""
        actor = actor_of(row, on)
        state = self.known.get(actor.code)
        if state is None:
            return actor
        why = f"{actor.why} ({row.name})" if row.kind == "person" and row.name not in actor.why else actor.why
        return replace(actor, name=state.name, why=why)


def unresolved_of(mentions: Iterable[Mention]) -> list[Mention]:
    """Mentions that look like actors of their own and were not resolved."""
    return [
        mention
        for mention in mentions
        if not mention.actors and mention.usage != "attribute" and mention.kind != "role"
    ]
