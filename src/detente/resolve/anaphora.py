"""Anaphors and groups to earlier mentions of the document: "both countries", "they", "it", "the trio"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from detente.encode.packing import Span
from detente.lexicon.names import states
from detente.lexicon.state_traits import noun_traits
from detente.resolve.antecedent import MIN_CONFIDENCE, with_antecedent
from detente.resolve.bare_roles import bare_role
from detente.resolve.belonging import KIND, LEAST, KnownPeople, is_other_party, is_stateless, with_state
from detente.resolve.candidate import Candidate
from detente.resolve.candidates import candidates_of, model_of
from detente.resolve.links import text_links
from detente.resolve.neighbour import resolve_neighbour
from detente.resolve.person_nouns import is_individual, is_plural, office_of
from detente.resolve.plain_readings import compared, opening_subject, plain_reading, same_capacity, same_noun
from detente.resolve.ranking import probabilities
from detente.resolve.speech_persons import SPEECH_PERSONS
from detente.resolve.story import Story
from detente.schema.mention import Actor, Mention
from detente.schema.sentence import Sentence

_DEFINITE = ("the", "its", "his", "their", "her")
# Nouns for bodies of a state or of a side in a war.
_BODIES = frozenset(
    "government ministry army navy military junta regime cabinet parliament rebels insurgents guerrillas militia company "
    "police authorities administration troops forces party agency embassy delegation court council separatists "
    "generals militants fighters jihadists islamists extremists terrorists gunmen soldiers militiamen commandos".split()
)
# States that "the North" and "the South" may mean.
_COMPASS = (("PRK", "KOR"), ("SDN", "SSD"), ("VNM", "VDR"), ("YEM", "YMD"))


def resolve_anaphors(
    mentions: Sequence[Mention], sentences: Sequence[Sentence], text: str | None = None
) -> list[Mention]:
    """Resolves anaphors in order of the text; one that stays below MIN_CONFIDENCE keeps no actor.

    Args:
        mentions: mentions of one document in order, names resolved.
        sentences: sentences of the document, for the words around a mention.
        text: of the document, for the network to read; None to rank by features alone.
    """
    story = Story(sentences)
    if text is not None:
        story.links = text_links(text, anchors_of(mentions, story), [(m.char_start, m.char_end) for m in mentions])
    done: list[Mention] = []
    people = KnownPeople()
    for index, mention in enumerate(mentions):
        if mention.kind == "relative":
            mention = _relative(mention, done)
        elif is_anaphor(mention):
            mention = _resolve(mention, done, coming_of(mentions, index), story)
        elif mention.kind == "role" and not mention.actors and story.before(mention) not in ("a", "an"):
            mention = _role(mention, done, story)
        elif not mention.actors and mention.text in ("North", "South"):
            mention = _compass(mention, done)
        if is_stateless(mention):
            mention = people.find(mention) or _belonging(mention, done, coming_of(mentions, index), story)
        people.learn(mention)
        done.append(mention)
    return done


def anchors_of(mentions: Sequence[Mention], story: Story) -> list[Span]:
    """Spans of the mentions that candidates may be ranked for."""
    return [
        anchor_of(mention)
        for mention in mentions
        if (is_anaphor(mention) and mention.kind not in ("relative", "neighbour"))
        or role_kind(mention, story)
        or is_stateless(mention)
    ]


def anchor_of(mention: Mention) -> Span:
    """The words of a mention that refer: of "its army" the pronoun."""
    first = mention.parts[0] if mention.parts and mention.parts[0].kind == "anaphor" else mention
    return first.char_start, first.char_end


def links_of(mention: Mention, candidates: Sequence[Candidate], story: Story) -> list[float] | None:
    """What the network adds to the score of each candidate; None without the network."""
    if story.links is None:
        return None
    anchor = anchor_of(mention)
    return [story.links.score(anchor, [(m.char_start, m.char_end) for m in c.members]) for c in candidates]


def is_anaphor(mention: Mention) -> bool:
    """Whether a mention is an anaphor still to be resolved by what stands before it."""
    return (
        mention.kind not in SPEECH_PERSONS
        and bool(mention.parts)
        and mention.parts[0].kind == "anaphor"
        and not mention.actors
    )


def coming_of(mentions: Sequence[Mention], index: int) -> list[Mention]:
    """Resolved mentions of the same sentence that stand after the one at `index`."""
    found = []
    for other in mentions[index + 1 :]:
        if other.sentence_index != mentions[index].sentence_index:
            break
        if other.actors:
            found.append(other)
    return found


def role_kind(mention: Mention, story: Story) -> str:
    """`office` for "the king", `body` for "the army"; "" for roles that refer to nothing told before."""
    if len(mention.parts) != 1 or not _is_definite(mention, story):
        return ""
    if is_individual(mention):
        return "office" if office_of(mention.text) else ""
    return "body" if mention.text.split()[-1].lower() in _BODIES else ""


def _relative(mention: Mention, done: Sequence[Mention]) -> Mention:
    """'Denmark, which had sent frigates': the mention right before, unless it only tells where something is."""
    before = done[-1] if done else None
    if (
        before is None
        or not before.actors
        or before.usage != "phrase"
        or before.preposition in ("in", "at", "near", "from")
    ):
        return replace(mention, why="what stands before it is no actor")
    found = with_antecedent(mention, Candidate((before,)), 0.85, f"refers to {before.text}")
    return replace(found, actors=before.actors)


def _is_definite(mention: Mention, story: Story) -> bool:
    """Whether "the" or a possessive stands before it, one adjective between aside: "the fallen premier"."""
    first, _ = story.span(mention)
    words = [token.lower for token in story.tokens(mention.sentence_index)[max(0, first - 2) : first]]
    return words[-1:] != [] and (words[-1] in _DEFINITE or (words[0] in _DEFINITE and words[-1].isalpha()))


def _role(mention: Mention, done: Sequence[Mention], story: Story) -> Mention:
    """'the president', 'the ministry': by the person or body told of, else by the only state near."""
    kind = role_kind(mention, story)
    alike = same_noun(mention, done) if _is_definite(mention, story) else None
    if alike is None and _is_definite(mention, story) and is_plural(mention):
        alike = same_capacity(mention, done)
    if alike is not None and len(mention.parts) == 1:
        found = with_antecedent(mention, alike[0], alike[1], f"refers to {alike[0].members[0].text}")
        return replace(found, actors=tuple(replace(a, sector=mention.parts[0].sector) for a in found.actors))
    if kind:
        found = _resolve(replace(mention, kind=kind), done, [], story)
        if found.actors:
            sector = mention.parts[0].sector
            return replace(found, kind="role", actors=tuple(replace(a, sector=sector) for a in found.actors))
    return bare_role(mention, done)


def _resolve(mention: Mention, done: Sequence[Mention], coming: Sequence[Mention], story: Story) -> Mention:
    """One anaphor by the ranked candidates, else by its plain reading."""
    if mention.kind == "relation":
        return _other(mention, done, coming, story)
    alike = compared(mention, done) or opening_subject(mention, done, story)
    if alike is None and mention.kind == "office" and mention.parts[0].kind == "anaphor":
        alike = same_noun(mention, done)
    if alike is not None:
        return with_antecedent(mention, alike[0], alike[1], f"refers to {alike[0].members[0].text}")
    found = _ranked(mention, done, coming, story)
    plain = plain_reading(mention, done, coming, story) if not found.actors else None
    if plain is None:
        return found
    return with_antecedent(mention, plain[0], plain[1], f"refers to {' and '.join(m.text for m in plain[0].members)}")


def _other(mention: Mention, done: Sequence[Mention], coming: Sequence[Mention], story: Story) -> Mention:
    """'Ethiopia accused Eritrea. Its long-time foe …': the only other one that the sentences near name."""
    kind = "it" if mention.text.split()[0].lower() == "its" else "they"
    owner = {actor.code for actor in _ranked(replace(mention, kind=kind), done, coming, story).actors}
    near = [
        m
        for m in done
        if mention.sentence_index - m.sentence_index <= 1 and len(m.actors) == 1 and m.usage != "attribute"
    ]
    others = {m.actors[0].code: m for m in near if m.actors[0].code in states() and m.actors[0].code not in owner}
    if not owner or len(others) != 1:
        return replace(mention, why="which of them is not told")
    other = next(iter(others.values()))
    return with_antecedent(mention, Candidate((other,)), 0.7, f"the one beside its owner: {other.text}")


def _ranked(mention: Mention, done: Sequence[Mention], coming: Sequence[Mention], story: Story) -> Mention:
    """One anaphor with its actors, antecedents and confidence, or with the reason why it has none."""
    if mention.kind == "neighbour":
        return resolve_neighbour(mention, done, coming, story)
    joined = _joined(mention, done)
    if joined is not None:
        return with_antecedent(mention, Candidate((joined,)), 0.9, f"the name it is joined to: {joined.text}")
    candidates = candidates_of(mention, done, coming, story)
    if mention.kind == "noun" and noun_traits(mention.text):
        candidates = _fitting(candidates)
    shares = probabilities(candidates, model_of(mention), links_of(mention, candidates, story))
    ranked = list(zip(candidates, shares, strict=True))
    best, confidence = _likeliest(ranked)
    codes = best.codes()
    if not codes:
        sure = confidence > MIN_CONFIDENCE
        return replace(mention, why="it refers to no actor that we know" if sure else "no antecedent near enough")
    return with_antecedent(mention, best, confidence, f"refers to {' and '.join(m.text for m in best.members)}")


def _likeliest(ranked: Sequence[tuple[Candidate, float]]) -> tuple[Candidate, float]:
    """The likeliest actors: their likeliest candidate, and the probability of all candidates that stand for them."""
    by_codes: dict[frozenset[str], float] = {}
    for candidate, share in ranked:
        by_codes[candidate.codes()] = by_codes.get(candidate.codes(), 0.0) + share
    codes, confidence = max(by_codes.items(), key=lambda item: item[1])
    best, _ = max(((c, share) for c, share in ranked if c.codes() == codes), key=lambda pair: pair[1])
    return best, confidence


def _belonging(mention: Mention, done: Sequence[Mention], coming: Sequence[Mention], story: Story) -> Mention:
    """A person or body by the state that the text tells it to be of, where that is likely enough."""
    asked = replace(mention, kind=KIND)
    candidates = candidates_of(asked, done, coming, story)
    shares = probabilities(candidates, KIND, links_of(asked, candidates, story))
    best, confidence = _likeliest(list(zip(candidates, shares, strict=True)))
    if not best.members or confidence < LEAST or is_other_party(mention, best):
        return mention
    return with_state(mention, best, confidence)


def _joined(mention: Mention, done: Sequence[Mention]) -> Mention | None:
    """'the US and its allies': the possessor is the name it is joined to."""
    if not mention.coordination or mention.kind not in ("it", "he", "she"):
        return None
    if mention.text.split()[0].lower() not in ("its", "his", "her"):
        return None
    for other in reversed(done):
        if (
            other.sentence_index == mention.sentence_index
            and other.coordination == mention.coordination
            and other.actors
        ):
            return other
    return None


def _fitting(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Candidates that are what the noun says ("the kingdom"); all when none is."""
    fit = [c for c in candidates if not c.members or c.features.get("fits")]
    return fit if len(fit) > 1 else list(candidates)


def _compass(mention: Mention, done: Sequence[Mention]) -> Mention:
    """'the North', where the text is about Korea, Sudan, Vietnam or Yemen."""
    told = {actor.code for m in done for actor in m.actors}
    for north, south in _COMPASS:
        named = sorted(told & {north, south})
        if named:
            code = north if mention.text == "North" else south
            why = f"the {mention.text} in a text about {' and '.join(named)}"
            return replace(mention, actors=(Actor(code, "", states()[code].name, "", why),), confidence=0.85, why=why)
    return mention
