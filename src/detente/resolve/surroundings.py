"""What stands around an anaphor: the mentions before and after it, and their functions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from detente.resolve.candidate import codes_of
from detente.resolve.person_nouns import is_individual
from detente.resolve.story import SPEECH, Story, is_verb
from detente.schema.mention import Mention

_REACH = 3  # sentences back
_NO_NOUN = frozenset(
    "that to in on at by for from with about of and but or not as when while before after if so again there here".split()
)
_SUBJECTS = frozenset({"he", "she", "they", "we", "i"})
_OBJECTS = frozenset({"him", "them", "us", "me"})
_GOVERNING = frozenset("of on in at by with from about against for under over into upon between among".split())
_AFTER_OBJECT = _NO_NOUN | frozenset(
    "a an the into up out off over under against its his her their this these any all".split()
)
# Words that open a clause, or a phrase of place or time, before the comma of its sentence.
_OPENERS = frozenset(
    "before after when while as though although if in on despite with until since for by because asked neither both the "
    "its his her their like unlike whatever soon once without according ahead having faced given among between against "
    "at under not no even to from".split()
)
_LAST_OPENER = 9  # token from which an anaphor no longer stands in the opening clause
_SURE_OPENER = 6  # token up to which no comma need follow


def recent_mentions(before: Sequence[Mention], mention: Mention, reach: int) -> Sequence[Mention]:
    """Of mentions in order of the text, those of the sentence of `mention` and of `reach` sentences before."""
    first = len(before)
    while first and mention.sentence_index - before[first - 1].sentence_index <= reach:
        first -= 1
    return before[first:]


class Surroundings:
    """An anaphor in its text.

    Attributes:
        done: every mention before it, in order.
        past: those of its own sentence and of three before.
        coming: mentions after it that may name it: where asked for, or in a clause that opens its sentence; else none.
        same: those of `past` in its own sentence.
        after: actors named after it in its sentence.
        beside: those of them that stand as a phrase of their own, with no "that" between.
        text: of the anaphor, in lower case.
        function: of the anaphor itself: subject, object or possessive ("its ships").
    """

    def __init__(
        self,
        mention: Mention,
        done: Sequence[Mention],
        coming: Sequence[Mention],
        story: Story,
        *,
        looks_ahead: bool = False,
    ) -> None:
        self.mention = mention
        self.story = story
        self.index = mention.sentence_index
        self.done = done
        self.past = [m for m in recent_mentions(done, mention, _REACH) if m.char_end <= mention.char_start]
        self.after = codes_of(coming)
        self.beside = codes_of(
            [m for m in coming if m.usage == "phrase" and "that" not in story.words_between(mention, m)]
        )
        self.coming = list(coming) if looks_ahead or self._opens_its_sentence() else []
        self.same = [m for m in self.past if m.sentence_index == self.index]
        self.text = mention.text.lower()
        self.function = self._own_function()

    def pool(self) -> list[Mention]:
        """Mentions before and after that may be meant; attributes ("US-led") never are."""
        return [m for m in (*self.past, *self.coming) if m.usage != "attribute"]

    def function_of(self, mention: Mention) -> str:
        """Function of a mention in its sentence, of a member of a list that of the list."""
        members = ()
        if mention.coordination:
            members = tuple(
                m
                for m in (*self.past, *self.coming)
                if m.sentence_index == mention.sentence_index and m.coordination == mention.coordination
            )
        return self.story.function(mention, members)

    def prominent(self, mentions: Sequence[Mention]) -> Mention:
        """Of mentions of one actor, the last before the anaphor, else the first."""
        past = [m for m in mentions if m.char_end <= self.mention.char_start]
        return past[-1] if past else mentions[0]

    @cached_property
    def last_told(self) -> dict[str, Mention]:
        """The last mention of every actor of the text so far, the actors told of most often first."""
        tally = self.story.tally(self.done)
        return {code: tally.last[code] for code, _ in tally.counts.most_common() if code in tally.last}

    @property
    def counts(self) -> Counter[str]:
        """How often the text so far has told of each actor, attributes left out."""
        return self.story.tally(self.done).counts

    @cached_property
    def first_before(self) -> Mention | None:
        """First subject of the sentence before."""
        return self._first_subject(self.index - 1)

    @cached_property
    def first_here(self) -> Mention | None:
        """First subject of the sentence before the anaphor."""
        return self._first_subject(self.index)

    @cached_property
    def main_before(self) -> Mention | None:
        """Subject of the main clause of the sentence before, no person."""
        return self._main_subject(self.index - 1)

    @cached_property
    def main_here(self) -> Mention | None:
        """Subject of the main clause of the sentence, when it stands before the anaphor; no person."""
        return self._main_subject(self.index)

    @cached_property
    def actors_here(self) -> list[Mention]:
        """States and bodies named before the anaphor in its sentence, in order."""
        return [m for m in self.same if m.actors and m.usage != "attribute" and not is_individual(m)]

    def _main_subject(self, index: int) -> Mention | None:
        return self.story.main_subject(
            [m for m in self.past if m.sentence_index == index and m.actors and not is_individual(m)]
        )

    def _first_subject(self, index: int) -> Mention | None:
        pool = [m for m in self.past if m.sentence_index == index and m.usage in ("phrase", "possessive") and m.actors]
        return next((m for m in pool if not m.preposition), None)

    def _own_function(self) -> str:
        parts = self.mention.parts
        first = parts[0].text.lower() if parts else self.text
        if self.mention.usage == "possessive" or first in ("its", "their", "his") or self.mention.kind == "neighbour":
            return "possessive"
        if first == "her" and (len(parts) > 1 or not _ends_phrase(self.story.after(self.mention, skip_adverbs=False))):
            return "possessive"
        if self.text in _SUBJECTS or self.mention.opens_clause:
            return "subject"
        if self.text in _OBJECTS or (self.text == "it" and self._is_object()):
            return "object"
        return "subject" if self.text == "it" or is_verb(self.story.after(self.mention)) else "object"

    def _is_object(self) -> bool:
        """Whether "it" is governed by a word before it: a verb, or a preposition that opens no clause."""
        before, following = self.story.before(self.mention), self.story.after(self.mention, skip_adverbs=False)
        if before in _GOVERNING:
            return True
        ends = not following.isalpha() or following in _AFTER_OBJECT
        return ends or (is_verb(before) and before not in SPEECH and not is_verb(following))

    def _opens_its_sentence(self) -> bool:
        """An anaphor in a clause that opens its sentence may be named after the comma."""
        first, end = self.story.span(self.mention)
        tokens = self.story.tokens(self.index)
        if first > _LAST_OPENER or not tokens or tokens[0].lower not in _OPENERS:
            return False
        return first <= _SURE_OPENER or "," in [token.text for token in tokens[end:]]


def _ends_phrase(word: str) -> bool:
    """Whether no noun follows: "told her that", "met her in"."""
    return not word.isalpha() or word in _NO_NOUN
