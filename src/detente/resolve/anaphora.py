"""Anaphors and groups to earlier mentions of the document: "both countries", "they", "it", "the trio"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from detente.lexicon.names import states
from detente.lexicon.state_traits import neighbours, noun_traits, traits
from detente.resolve.bare_roles import bare_role
from detente.resolve.candidates import Candidate, candidates_of, is_individual, model_of, office_of
from detente.resolve.ranking import probabilities
from detente.resolve.speech_persons import SPEECH_PERSONS
from detente.resolve.story import Story
from detente.schema.mention import Actor, Mention
from detente.schema.sentence import Sentence

MIN_CONFIDENCE = 0.5
_LEADERS = ("leader", "minister", "president", "government", "premier", "chancellor")
_DIRECTIONS = frozenset("north south east west northern southern eastern western".split())
_COMPASS = (frozenset({"PRK", "KOR"}), frozenset({"SDN", "SSD"}), frozenset({"VNM", "VDR"}), frozenset({"YEM", "YMD"}))
_NORTH = frozenset({"PRK", "SDN", "VNM", "YEM"})


def resolve_anaphors(
    mentions: Sequence[Mention], paragraphs: Mapping[int, int] | None = None, sentences: Sequence[Sentence] = ()
) -> list[Mention]:
    """Resolves anaphors in order of the text; one that stays below MIN_CONFIDENCE keeps no actor.

    Args:
        mentions: mentions of one document in order, names resolved.
        paragraphs: paragraph of each sentence index; an antecedent in another paragraph costs confidence.
        sentences: sentences of the document, for the words around a mention.
    """
    story = Story({s.sentence_index: s for s in sentences}, paragraphs or {})
    done: list[Mention] = []
    for index, mention in enumerate(mentions):
        if is_anaphor(mention):
            mention = resolve_one(mention, done, coming_of(mentions, index), story)
        elif mention.kind == "role" and not mention.actors and story.before(mention) not in ("a", "an"):
            mention = _role(mention, done, story)
        elif not mention.actors and mention.text in ("North", "South"):
            mention = _compass(mention, done)
        done.append(mention)
    return done


def _role(mention: Mention, done: Sequence[Mention], story: Story) -> Mention:
    """'the president', 'the ministry': by the person or body told of, else by the only state near."""
    kind = role_kind(mention, story)
    if kind:
        found = resolve_one(replace(mention, kind=kind), done, [], story)
        if found.actors:
            sector = mention.parts[0].sector
            return replace(found, kind="role", actors=tuple(replace(a, sector=sector) for a in found.actors))
    return bare_role(mention, done, story)


def role_kind(mention: Mention, story: Story) -> str:
    """`office` for "the king", `body` for "the army"; "" for roles that refer to nothing told before."""
    if len(mention.parts) != 1 or story.before(mention) not in ("the", "its", "his", "their", "her"):
        return ""
    if is_individual(mention):
        return "office" if office_of(mention.text) else ""
    return "body" if mention.text.split()[-1].lower() in _BODIES else ""


_BODIES = frozenset(
    "government ministry army navy military junta regime cabinet parliament rebels insurgents guerrillas militia company police "
    "authorities administration troops forces party agency embassy delegation court council separatists generals militants fighters jihadists islamists extremists terrorists gunmen soldiers militiamen".split()
)


def is_anaphor(mention: Mention) -> bool:
    """Whether a mention is an anaphor still to be resolved by what stands before it."""
    return mention.kind not in SPEECH_PERSONS and bool(mention.parts) and mention.parts[0].kind == "anaphor" and not mention.actors


def coming_of(mentions: Sequence[Mention], index: int) -> list[Mention]:
    """Resolved mentions of the same sentence that stand after the one at `index`."""
    found = []
    for other in mentions[index + 1 :]:
        if other.sentence_index != mentions[index].sentence_index:
            break
        if other.actors:
            found.append(other)
    return found


def resolve_one(mention: Mention, done: Sequence[Mention], coming: Sequence[Mention], story: Story) -> Mention:
    """One anaphor with its actors, antecedents and confidence, or with the reason why it has none."""
    if mention.kind == "neighbour":
        return _neighbour(mention, done, coming, story)
    joined = _joined(mention, done)
    if joined is not None:
        return _with(mention, Candidate((joined,)), 0.9, f"the name it is joined to: {joined.text}")
    candidates = candidates_of(mention, done, coming, story)
    if mention.kind == "noun" and noun_traits(mention.text):
        candidates = _fitting(candidates)
    shares = probabilities(candidates, model_of(mention))
    by_codes: dict[frozenset[str], float] = {}
    for candidate, share in zip(candidates, shares, strict=True):
        by_codes[candidate.codes()] = by_codes.get(candidate.codes(), 0.0) + share
    codes, confidence = max(by_codes.items(), key=lambda item: item[1])
    if not codes:
        return replace(
            mention,
            why="it refers to no actor that we know" if confidence > MIN_CONFIDENCE else "no antecedent near enough",
        )
    best = max(
        (c for c, _ in zip(candidates, shares, strict=True) if c.codes() == codes),
        key=lambda c: shares[candidates.index(c)],
    )
    return _with(mention, best, confidence, f"refers to {' and '.join(m.text for m in best.members)}")


def _joined(mention: Mention, done: Sequence[Mention]) -> Mention | None:
    """'the US and its allies': the possessor is the name it is joined to."""
    if not mention.coordination or mention.kind not in ("it", "he", "she"):
        return None
    partners = [m for m in done if m.sentence_index == mention.sentence_index and m.coordination == mention.coordination and m.actors]
    return partners[-1] if partners and mention.text.split()[0].lower() in ("its", "his", "her") else None


def _with(mention: Mention, best: Candidate, confidence: float, why: str) -> Mention:
    confidence = round(confidence, 3)
    if confidence < MIN_CONFIDENCE:
        return replace(mention, why=f"antecedent too uncertain ({confidence:.2f})", confidence=confidence)
    members = list(best.members)
    if mention.kind == "former":
        members = [_only(members[0], 0)]
    elif mention.kind == "latter":
        members = [_only(members[-1], -1)]
    actors: list[Actor] = []
    spans: list[tuple[int, int]] = []
    for member in members:
        for number, actor in enumerate(member.actors):
            if any(actor.code == other.code and actor.organisation == other.organisation for other in actors):
                continue
            actors.append(_in_role(mention, actor))
            spans.append(
                member.antecedents[min(number, len(member.antecedents) - 1)]
                if member.antecedents
                else (member.char_start, member.char_end)
            )
    return replace(mention, actors=tuple(actors), antecedents=tuple(spans), confidence=confidence, why=why)


def _in_role(mention: Mention, actor: Actor) -> Actor:
    role = next((part for part in mention.parts if part.kind == "role"), None)
    if role is not None:
        return replace(actor, sector=role.sector)
    if mention.kind in ("pair", "trio", "several", "parties"):
        leaders = any(word in mention.text.lower() for word in _LEADERS)
        return replace(actor, sector="GOV" if leaders else actor.sector if actor.code == "" else "")
    return actor


def _fitting(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Candidates that are what the noun says ("the kingdom"); all when none is."""
    fit = [c for c in candidates if not c.members or c.features.get("fits")]
    return fit if len(fit) > 1 else list(candidates)


def _neighbour(mention: Mention, done: Sequence[Mention], coming: Sequence[Mention], story: Story) -> Mention:
    """'its eastern neighbour': a neighbour that the text names, else the only one in that direction."""
    owner = replace(mention, kind="noun" if mention.text.lower().startswith("the") else "it")
    candidates = [
        c for c in candidates_of(owner, done, coming, story) if c.members and c.members[0].actors[0].code in states()
    ]
    if not candidates:
        return replace(mention, why="whose neighbour is not told")
    shares = probabilities(candidates, "it")
    words = mention.text.lower().split()
    direction = next((word for word in words if word in _DIRECTIONS), "")
    best: tuple[float, Candidate | None, str, Candidate] | None = None
    for candidate, share in zip(candidates, shares, strict=True):
        code = candidate.members[0].actors[0].code
        around = neighbours(code, direction) or (neighbours(code) if direction else [])
        beside = {*around, *neighbours(code, "", sea=True)} if not direction else set(around)
        named = [c for c in candidates if c is not candidate and c.members[0].actors[0].code in beside]
        bonus = 0.5 * (candidate.features.get("same_subject", 0.0) + candidate.features.get("main_here", 0.0))
        if len(named) > 1:
            named = (
                [c for c in named if not c.features.get("same")]
                if len([c for c in named if not c.features.get("same")]) == 1
                else []
            )
            if not named:
                continue
        if named:
            score, found = share + bonus + 0.3, named[0]
        elif len(around) == 1:
            score, found = share + bonus, None
        else:
            continue
        if best is None or score > best[0]:
            best = (score, found, around[0] if around else "", candidate)
    if best is None:
        return replace(mention, why="no single neighbour fits")
    score, found, code, owner_candidate = best
    confidence = min(0.95, 0.45 + score / 2)
    if found is not None:
        return _with(
            mention, found, confidence, f"the neighbour of {owner_candidate.members[0].text} that the text names"
        )
    actor = Actor(code, "", states()[code].name, "", f"the only neighbour of {owner_candidate.members[0].text} there")
    member = owner_candidate.members[0]
    return replace(
        mention,
        actors=(actor,),
        antecedents=((member.char_start, member.char_end),),
        confidence=round(confidence, 3),
        why=actor.why,
    )


def _compass(mention: Mention, done: Sequence[Mention]) -> Mention:
    """'the North', where the text is about Korea, Sudan, Vietnam or Yemen."""
    told = {actor.code for m in done for actor in m.actors}
    for pair in _COMPASS:
        if told & pair:
            code = next(c for c in pair if (c in _NORTH) == (mention.text == "North"))
            why = f"the {mention.text} in a text about {' and '.join(sorted(told & pair))}"
            return replace(mention, actors=(Actor(code, "", states()[code].name, "", why),), confidence=0.85, why=why)
    return mention


def _only(mention: Mention, which: int) -> Mention:
    """One actor of a mention that stands for several ("Both countries")."""
    if len(mention.actors) < 2:
        return mention
    spans = (mention.antecedents[which],) if mention.antecedents else ()
    return replace(mention, actors=(mention.actors[which],), antecedents=spans)


__all__ = ["MIN_CONFIDENCE", "coming_of", "is_anaphor", "resolve_anaphors", "resolve_one", "traits"]
