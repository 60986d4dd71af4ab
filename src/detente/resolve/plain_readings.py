"""What an anaphor plainly refers to when the ranked candidates leave it open: the only two named, the subject that follows."""

from __future__ import annotations

from collections.abc import Sequence

from detente.lexicon.state_traits import populations
from detente.resolve.candidate import Candidate
from detente.resolve.person_nouns import is_individual
from detente.resolve.story import Story
from detente.schema.mention import Mention

_OPENERS = frozenset(
    "before after when while as though although if in on despite with until since for by because asked like unlike once without "
    "following during having upon given faced throughout under".split()
)

_CONCESSIONS = frozenset("while although though whereas when as since because if".split())
_SMALLER = frozenset("smaller weaker lesser tinier".split())
_LARGER = frozenset("larger bigger stronger greater mightier".split())
_REACH = 3  # sentences back


def plain_reading(
    mention: Mention, done: Sequence[Mention], coming: Sequence[Mention], story: Story
) -> tuple[Candidate, float] | None:
    """The one reading of an anaphor that needs no weighing, with its confidence; None when there is none.

    Args:
        done: mentions before it, resolved, in order.
        coming: resolved mentions of the same sentence after it.
    """
    if mention.kind in ("former", "latter"):
        return _only_two(mention, done)
    if mention.kind in ("it", "he", "she", "they"):
        ahead = _subject_ahead(mention, done, coming, story)
        if ahead is not None:
            return ahead
    return _listed_subject(mention, done, story) if mention.kind in ("pair", "parties", "they") else None


def same_noun(mention: Mention, done: Sequence[Mention]) -> tuple[Candidate, float] | None:
    """'General Haftar … the general', 'Turkish commandos … the commandos': who was last told of by the same noun.

    None when the noun was said of several states.
    """
    noun = mention.text.split()[-1].lower()
    alike: list[Mention] = []
    for m in reversed(done):
        if mention.sentence_index - m.sentence_index > _REACH:
            break
        if (
            m.actors
            and m.usage in ("phrase", "possessive")
            and m.kind in ("role", "person", "office")
            and noun in m.text.lower().split()
        ):
            alike.append(m)
    codes = {actor.code for m in alike for actor in m.actors}
    if len(codes) == 1 and alike[0].actors[0].code:
        return Candidate((alike[0],)), 0.85
    return None


def same_capacity(mention: Mention, done: Sequence[Mention]) -> tuple[Candidate, float] | None:
    """'Pakistani and Indian generals met. The officers …': the list of the sentence before that acts in that capacity."""
    sector = mention.parts[0].sector
    lists: dict[int, list[Mention]] = {}
    for m in done:
        if (
            m.sentence_index == mention.sentence_index - 1
            and m.coordination
            and m.actors
            and m.actors[0].sector == sector
        ):
            lists.setdefault(m.coordination, []).append(m)
    found = [members for members in lists.values() if len(members) > 1]
    return (Candidate(tuple(found[0])), 0.6) if sector and len(found) == 1 else None


def opening_subject(mention: Mention, done: Sequence[Mention], story: Story) -> tuple[Candidate, float] | None:
    """'While Beijing opposes it, it would not …': the subject of the clause that opens the sentence, for "it" after its comma."""
    if mention.kind not in ("it", "she") or mention.usage != "phrase":
        return None
    tokens = story.tokens(mention.sentence_index)
    first, _ = story.span(mention)
    opener = next((k for k, token in enumerate(tokens[:7]) if token.lower in _CONCESSIONS), None)
    if (
        opener is None
        or first == 0
        or tokens[first - 1].text != ","
        or any(t.text == "," for t in tokens[opener : first - 1])
    ):
        return None
    after = [m for m in done if m.sentence_index == mention.sentence_index and m.char_start > tokens[opener].char_start]
    if not after or story.span(after[0])[0] - opener > 2 or after[0].usage != "phrase" or not after[0].actors:
        return None
    subject = after[0]
    fits = (
        not subject.preposition and not subject.coordination and not is_individual(subject) and len(subject.actors) == 1
    )
    return (Candidate((subject,)), 0.75) if fits else None


def compared(mention: Mention, done: Sequence[Mention]) -> tuple[Candidate, float] | None:
    """'Peru and Ecuador fought. The smaller country …': of the two states that the sentences before name, by population."""
    words = mention.text.lower().split()
    smaller, larger = not _SMALLER.isdisjoint(words), not _LARGER.isdisjoint(words)
    if smaller == larger or mention.kind != "noun":
        return None
    named: dict[str, Mention] = {}
    for m in reversed(done):
        if mention.sentence_index - m.sentence_index > 1:
            break
        if len(m.actors) == 1 and m.actors[0].code in populations():
            named[m.actors[0].code] = m
    if len(named) != 2:
        return None
    by_size = sorted(named, key=lambda code: populations()[code])
    return Candidate((named[by_size[0 if smaller else 1]],)), 0.8


def _only_two(mention: Mention, done: Sequence[Mention]) -> tuple[Candidate, float] | None:
    """'Of Chad and Sudan, the latter': the two that the sentence names, else the two of the sentence before."""
    for index in (mention.sentence_index, mention.sentence_index - 1):
        named: dict[str, Mention] = {}
        for m in done:
            if m.sentence_index == index and len(m.actors) == 1 and m.actors[0].code:
                named.setdefault(m.actors[0].code + m.actors[0].organisation, m)
        if len(named) == 2:
            return Candidate(tuple(named.values())), 0.65
    return None


def _subject_ahead(
    mention: Mention, done: Sequence[Mention], coming: Sequence[Mention], story: Story
) -> tuple[Candidate, float] | None:
    """'Before it took the presidency, Hungary …': the subject after the comma, when nothing stands before."""
    tokens = story.tokens(mention.sentence_index)
    first, _ = story.span(mention)
    comma = next((k for k in range(first + 1, len(tokens)) if tokens[k].text == ","), None)
    if comma is None or not tokens or tokens[0].lower not in _OPENERS:
        return None
    if any(m.sentence_index == mention.sentence_index and m.actors for m in done):
        return None
    after = [m for m in coming if m.char_start > tokens[comma].char_start]
    if (
        not after
        or after[0].char_start - tokens[comma].char_end > 12
        or after[0].usage != "phrase"
        or after[0].preposition
    ):
        return None
    subject = after[0]
    if (mention.kind == "he" and not is_individual(subject)) or (mention.kind == "it" and is_individual(subject)):
        return None
    members = tuple(
        m for m in after if m is subject or (subject.coordination and m.coordination == subject.coordination)
    )
    if mention.kind != "they" and len(members) > 1:
        return None
    return Candidate(members), 0.65


def _listed_subject(mention: Mention, done: Sequence[Mention], story: Story) -> tuple[Candidate, float] | None:
    """'Beijing and Washington cut their tariffs. The two …': the only list of two that is subject of the sentence before."""
    lists: dict[int, list[Mention]] = {}
    for m in done:
        if m.sentence_index == mention.sentence_index - 1 and m.coordination and m.actors:
            lists.setdefault(m.coordination, []).append(m)
    subjects = [
        members for members in lists.values() if len(members) == 2 and story.function(members[0], members) == "subject"
    ]
    return (Candidate(tuple(subjects[0])), 0.6) if len(subjects) == 1 else None
