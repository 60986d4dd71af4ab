"""Anaphors and groups to earlier mentions of the document: "both countries", "they", "it", "the trio"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from detente.lexicon.names import states
from detente.schema.mention import Actor, Mention

MIN_CONFIDENCE = 0.5
_REACH = {"pair": 6, "trio": 12, "parties": 4, "they": 2, "it": 2, "she": 2, "he": 4, "former": 2, "latter": 2}
_TOLD_REACH = 400  # sentences; what was told of before them weighs under 1e-28
_PEOPLE_SECTORS = frozenset({"GOV", "MIL", "LEG", "JUD", "PTY", "OPP", "ELI", "EDU", "JRN", "SPY"})


@dataclass(frozen=True, slots=True)
class _Group:
    """A list of resolved mentions, as one antecedent."""

    members: tuple[Mention, ...]
    sentence_index: int
    position: int


def resolve_anaphors(mentions: Sequence[Mention], paragraphs: dict[int, int] | None = None) -> list[Mention]:
    """Resolves anaphors in order of the text; one that stays below MIN_CONFIDENCE keeps no actor.

    Args:
        mentions: mentions of one document in order, names resolved.
        paragraphs: paragraph of each sentence index; an antecedent in another paragraph costs confidence.
    """
    done: list[Mention] = []
    for mention in mentions:
        if mention.parts and mention.parts[0].kind == "anaphor" and not mention.actors:
            mention = _Anaphor(mention, done, paragraphs or {}).resolved()
        elif mention.kind == "role" and not mention.actors and mention.text.split()[0].lower() not in ("a", "an"):
            mention = _bare_role(mention, done)
        done.append(mention)
    return done


class _Anaphor:
    def __init__(self, mention: Mention, before: Sequence[Mention], paragraphs: dict[int, int]) -> None:
        self.mention = mention
        self.paragraphs = paragraphs
        self.done = before
        self.before = _within(before, mention, _REACH.get(mention.kind, 2))
        self.same = [m for m in self.before if m.sentence_index == mention.sentence_index]
        self.earlier = [m for m in self.before if m.sentence_index < mention.sentence_index]

    def resolved(self) -> Mention:
        """The mention with actors and antecedents, or with the reason why not."""
        joined = self._joined()
        find = (lambda: joined) if joined else getattr(self, f"_{self.mention.kind}", None)
        found = find() if find else None
        if found is None:
            return replace(self.mention, why="no antecedent near enough")
        members, confidence, why = found
        actors, spans = [], []
        for member in members:
            for actor in member.actors:
                if any(actor.code == other.code and actor.organisation == other.organisation for other in actors):
                    continue
                actors.append(self._with_role(actor))
                spans.append(
                    (member.char_start, member.char_end)
                    if not member.antecedents
                    else member.antecedents[min(len(member.antecedents) - 1, member.actors.index(actor))]
                )
        if confidence < MIN_CONFIDENCE or not actors:
            return replace(self.mention, why=f"antecedent too uncertain ({confidence:.2f})", confidence=confidence)
        return replace(self.mention, actors=tuple(actors), antecedents=tuple(spans), confidence=confidence, why=why)

    def _with_role(self, actor: Actor) -> Actor:
        role = next((part for part in self.mention.parts if part.kind == "role"), None)
        if role is not None:
            return replace(actor, sector=role.sector)
        if self.mention.kind in ("pair", "trio", "parties"):
            leaders = any(
                word in self.mention.text.lower() for word in ("leader", "minister", "president", "government")
            )
            return replace(actor, sector="GOV" if leaders else actor.sector if actor.code == "" else "")
        return actor

    def _joined(self) -> tuple[Sequence[Mention], float, str] | None:
        """'the US and its allies': the possessor is the name it is joined to."""
        if not self.mention.coordination or self.mention.usage != "possessive":
            return None
        partners = [m for m in self.same if m.coordination == self.mention.coordination]
        return ((partners[-1],), 0.85, "the name it is joined to") if partners else None

    # plural

    def _pair(self) -> tuple[Sequence[Mention], float, str] | None:
        best = max(self._groups(2), key=self._salience, default=None)
        if best is not None:
            distance = self.mention.sentence_index - best.sentence_index
            return best.members, 0.9 - 0.05 * distance, "the pair named together"
        pair = self._most_told(2)
        return (pair, 0.6, "the two states told of most") if pair else None

    def _salience(self, group: _Group) -> float:
        """Nearness, subject position and how often the same pair was named together."""
        codes = _codes(group.members)
        again = sum(codes == _codes(other.members) for other in self._groups(2))
        distance = self.mention.sentence_index - group.sentence_index
        return (0.0 if group.members[0].preposition else 1.0) + min(again, 4) * 0.3 - 0.25 * distance

    def _trio(self) -> tuple[Sequence[Mention], float, str] | None:
        group = next(self._groups(3), None)
        return (group.members, 0.85, "the last three named together") if group else None

    def _parties(self) -> tuple[Sequence[Mention], float, str] | None:
        group = next(self._groups(2, at_least=True), None)
        if group is None or self.mention.sentence_index - group.sentence_index > 3:
            return None
        return group.members, 0.75, "the last parties named together"

    def _they(self) -> tuple[Sequence[Mention], float, str] | None:
        for group in self._groups(2, at_least=True):
            distance = self.mention.sentence_index - group.sentence_index
            if distance <= 1:
                plural = self._plural_since(group)
                if plural is None:
                    return group.members, 0.8 - 0.15 * distance, "the last parties named together"
                return (plural,), 0.6, "the last plural noun"
        subject = self._subject()
        if subject is not None and (len(subject.actors) > 1 or _is_plural(subject)):
            return (subject,), 0.65, "the last plural subject"
        return None

    def _plural_since(self, group: _Group) -> Mention | None:
        later = [
            m
            for m in self.before
            if m.char_start > group.position
            and _is_plural(m)
            and m.usage == "phrase"
            and not m.coordination
            and m.sentence_index >= self.mention.sentence_index - 1
        ]
        return (
            later[0]
            if later and later[0].kind in ("demonym", "role") and group.sentence_index < later[0].sentence_index
            else None
        )

    # singular

    def _it(self) -> tuple[Sequence[Mention], float, str] | None:
        subject = self._subject(state=True)
        if subject is None:
            return None
        near = subject.sentence_index == self.mention.sentence_index
        confidence = 0.85 if near else 0.7
        if self._paragraph(subject) != self._paragraph(self.mention):
            confidence -= 0.25
        others = {a.code for m in (self.same or self.earlier) for a in m.actors if m.usage == "phrase"}
        if len(others) > 2:
            confidence -= 0.1
        return (subject,), confidence, "the last subject that is a state or body"

    def _she(self) -> tuple[Sequence[Mention], float, str] | None:
        subject = self._subject(state=True)
        if subject is not None and subject.sentence_index == self.mention.sentence_index:
            return self._it()
        return self._person() or self._it()

    def _he(self) -> tuple[Sequence[Mention], float, str] | None:
        return self._person()

    def _person(self) -> tuple[Sequence[Mention], float, str] | None:
        people = [m for m in self.before if _is_person(m) and m.usage == "phrase"]
        if not people:
            return None
        last = people[-1]
        sentence = [m for m in people if m.sentence_index == last.sentence_index]
        chosen = sentence[0] if last.sentence_index < self.mention.sentence_index else last
        distance = self.mention.sentence_index - chosen.sentence_index
        return (chosen,), 0.85 - 0.1 * distance, "the last person named"

    def _former(self) -> tuple[Sequence[Mention], float, str] | None:
        group = next(self._groups(2), None)
        return ((_only(group.members[0], 0),), 0.8, "first of the pair") if group else None

    def _latter(self) -> tuple[Sequence[Mention], float, str] | None:
        group = next(self._groups(2), None)
        return ((_only(group.members[-1], -1),), 0.8, "second of the pair") if group else None

    # candidates

    def _subject(self, state: bool = False) -> Mention | None:
        """The subject of this sentence before the anaphor, else that of the sentence before: its first free phrase."""
        for pool in (self.same, [m for m in self.earlier if m.sentence_index == self.mention.sentence_index - 1]):
            usages = ("phrase", "possessive") if state else ("phrase",)
            free = [
                m for m in pool if m.usage in usages and not (state and (_is_individual(m) or len(_codes([m])) > 1))
            ]
            free = [m for m in free if m.char_end < self.mention.char_start and not (state and m.coordination)]
            leading = [m for m in free if not m.preposition]
            opening = [m for m in leading if m.opens_clause]
            if opening and pool is self.same:
                return opening[-1]
            if leading or free:
                return (leading or free)[0]
        return None

    def _groups(self, size: int, at_least: bool = False) -> Iterator[_Group]:
        """Groups of distinct states, nearest first: coordinated lists and earlier group anaphors."""
        index = len(self.before) - 1
        while index >= 0:
            mention = self.before[index]
            members = [mention]
            if mention.coordination:
                members = [
                    m
                    for m in self.before
                    if m.sentence_index == mention.sentence_index and m.coordination == mention.coordination
                ]
            n = len(_codes(members))
            if n == size or (at_least and n >= size):
                yield _Group(tuple(members), mention.sentence_index, mention.char_start)
            index -= max(1, len(members))

    def _most_told(self, size: int) -> list[Mention] | None:
        """The states that the text so far is about, near ones counting more; their last mentions in order."""
        scores: dict[str, float] = {}
        last: dict[str, Mention] = {}
        for mention in _within(self.done, self.mention, _TOLD_REACH):
            for actor in mention.actors:
                if actor.code in states() and mention.usage in ("phrase", "possessive", "adjective"):
                    distance = self.mention.sentence_index - mention.sentence_index
                    scores[actor.code] = scores.get(actor.code, 0.0) + 0.85**distance
                    last[actor.code] = mention
        best = sorted(scores, key=lambda code: (-scores[code], code))[:size]
        chosen = sorted((last[code] for code in best), key=lambda m: m.char_start)
        return chosen if len(best) == size and len(_codes(chosen)) == size else None

    def _paragraph(self, mention: Mention) -> int:
        return self.paragraphs.get(mention.sentence_index, 0)


def _within(before: Sequence[Mention], mention: Mention, reach: int) -> list[Mention]:
    """Resolved mentions of the last `reach` sentences, in order."""
    first = len(before)
    while first and mention.sentence_index - before[first - 1].sentence_index <= reach:
        first -= 1
    return [m for m in before[first:] if m.actors and m.usage != "attribute"]


def _bare_role(mention: Mention, before: Sequence[Mention]) -> Mention:
    """'the government', 'the ministry': the state whose like body was named last, or the only state near."""
    role = mention.parts[0]
    if role.sector not in ("GOV", "MIL", "LEG", "JUD", "COP", "SPY", "OPP", "PTY"):
        return mention
    last = role.text.split()[-1].lower()
    if role.sector == "MIL" and last not in ("army", "military", "navy", "force", "guard", "spokesman", "chiefs"):
        return mention  # "warships", "troops": whose is not said
    near = _within(before, mention, 2)
    like = [
        m for m in near if len(m.actors) == 1 and m.actors[0].sector == role.sector and m.actors[0].code in states()
    ]
    codes = {m.actors[0].code for m in like}
    if len(codes) == 1:
        return _same_state(mention, like[-1], role.sector, 0.7, "the last such body named")
    codes = _codes(near)
    if len(codes) == 1 and near:
        return _same_state(mention, near[-1], role.sector, 0.6, "the only state named near")
    if role.text.lower().split()[0] in ("ministry", "foreign", "defence", "defense", "embassy") or role.sector == "MIL":
        told = [m for m in near if m.usage == "phrase" and not m.preposition and len(m.actors) == 1
                and m.actors[0].code in states() and m.sentence_index == mention.sentence_index - 1]  # fmt: skip
        if told:
            return _same_state(mention, told[0], role.sector, 0.6, "the subject of the sentence before")
    return mention


def _same_state(mention: Mention, antecedent: Mention, sector: str, confidence: float, why: str) -> Mention:
    actor = replace(antecedent.actors[0], sector=sector, why=why)
    span = antecedent.antecedents[0] if antecedent.antecedents else (antecedent.char_start, antecedent.char_end)
    return replace(mention, actors=(actor,), antecedents=(span,), confidence=confidence, why=why)


def _only(mention: Mention, which: int) -> Mention:
    """One actor of a mention that stands for several ("Both countries")."""
    if len(mention.actors) < 2:
        return mention
    spans = (mention.antecedents[which],) if mention.antecedents else ()
    return replace(mention, actors=(mention.actors[which],), antecedents=spans)


def _codes(mentions: Sequence[Mention]) -> set[str]:
    return {actor.code + actor.organisation for mention in mentions for actor in mention.actors}


def _is_person(mention: Mention) -> bool:
    return (
        any(part.kind == "person" for part in mention.parts)
        or mention.kind in ("person", "he")
        or _is_individual(mention)
    )


def _is_individual(mention: Mention) -> bool:
    last = mention.text.split()[-1].lower()
    return mention.kind in ("person", "he") or any(part.kind == "person" for part in mention.parts) or (
        mention.kind == "role" and last in ("president", "minister", "premier", "chancellor", "leader", "spokesman",
                                            "spokeswoman", "ambassador", "envoy", "king", "general", "secretary")
        and bool({a.sector for a in mention.actors} & _PEOPLE_SECTORS))  # fmt: skip


def _is_plural(mention: Mention) -> bool:
    last = mention.text.split()[-1].lower()
    return (mention.kind in ("demonym",) and last.endswith("s")) or (mention.kind == "role" and (
        last.endswith("s") or last in ("people", "police", "troops", "men", "women")))  # fmt: skip
