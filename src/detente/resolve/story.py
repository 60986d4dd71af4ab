"""What the text has told up to a mention: its words, who stands in it and in which function."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from detente.lexicon.tokens import Token, tokenise
from detente.lexicon.triggers import trigger_words
from detente.lexicon.verbs import plain_verbs, third_persons
from detente.lexicon.words import ADVERBS, AUXILIARIES, PASTS
from detente.resolve.candidate import codes_of
from detente.resolve.links import TextLinks
from detente.schema.mention import Mention
from detente.schema.sentence import Sentence

SPEECH = frozenset(
    "said says say saying told tells warned warns claimed claims added adds insisted insists replied replies announced announces "
    "declared declares stated states argued argues denied denies promised promises vowed vows hoped hopes believed believes "
    "thought thinks wrote writes complained complains admitted admits maintained maintains accepted knew knows feared fears "
    "decided decides demanded demands agreed agrees explained swore threatened charged alleged stressed reported suggested "
    "pledged signalled confirmed conceded asked asks repeated protested judged concluded made wanted wants".split()
)
_PLACES = frozenset("in at near across outside inside on over off around within".split())
_TOWARDS = frozenset("to for toward towards against on upon".split())
_CLAUSE_BREAKS = frozenset(
    ", ; : — – ( that which who whom while when because after before though although but if since until where as whose so "
    "and than".split()
)
_SUBORDINATORS = frozenset(
    "that which who whom whose when because after before although though if since until where as whereas with without "
    "while despite once having being".split()
)


class Tally:
    """How often a text has told of each actor, and where it did so last.

    Attributes:
        n: mentions counted so far.
        counts: by code with the organisation; attributes are left out.
        last: the last mention of each actor alone.
    """

    def __init__(self) -> None:
        self.n = 0
        self.counts: Counter[str] = Counter()
        self.last: dict[str, Mention] = {}

    def add(self, mentions: Sequence[Mention]) -> None:
        """Counts more mentions."""
        self.n += len(mentions)
        for mention in mentions:
            codes = codes_of([mention])
            if mention.usage != "attribute":
                self.counts.update(code for code in codes if code)
            if len(mention.actors) == 1:
                self.last.update(dict.fromkeys(codes, mention))


class Story:
    """One document's sentences and mentions.

    Args:
        sentences: its sentences.

    Attributes:
        links: how the network links its mentions; None until it has read them.
    """

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.links: TextLinks | None = None
        self._sentences = {sentence.sentence_index: sentence for sentence in sentences}
        self._tokens: dict[int, Sequence[Token]] = {}
        self._starts: dict[int, list[int]] = {}
        self._functions: dict[tuple[int, int], str] = {}
        self._tally = Tally()

    def tally(self, done: Sequence[Mention]) -> Tally:
        """How often the text has told of each actor up to the last of `done`, which grows as the text is read."""
        if self._tally.n > len(done):
            self._tally = Tally()
        self._tally.add(done[self._tally.n :])
        return self._tally

    def paragraph(self, mention: Mention) -> int:
        """Paragraph of the mention's sentence."""
        return self._sentences[mention.sentence_index].paragraph_index

    def tokens(self, sentence_index: int) -> Sequence[Token]:
        """Tokens of a sentence."""
        if sentence_index not in self._tokens:
            sentence = self._sentences.get(sentence_index)
            found = tokenise(sentence.text, sentence.char_start) if sentence is not None else ()
            self._tokens[sentence_index] = found
            self._starts[sentence_index] = [token.char_start for token in found]
        return self._tokens[sentence_index]

    def span(self, mention: Mention) -> tuple[int, int]:
        """First token of a mention and the one after its last."""
        self.tokens(mention.sentence_index)
        starts = self._starts[mention.sentence_index]
        return bisect_left(starts, mention.char_start), bisect_left(starts, mention.char_end)

    def before(self, mention: Mention) -> str:
        """The word before a mention, in lower case."""
        first, _ = self.span(mention)
        return self.tokens(mention.sentence_index)[first - 1].lower if first else ""

    def after(self, mention: Mention, skip_adverbs: bool = True) -> str:
        """The word after a mention."""
        tokens = self.tokens(mention.sentence_index)
        _, end = self.span(mention)
        while skip_adverbs and end < len(tokens) and (tokens[end].lower in ADVERBS or tokens[end].lower.endswith("ly")):
            end += 1
        return tokens[end].lower if end < len(tokens) else ""

    def words_between(self, first: Mention, second: Mention) -> list[str]:
        """Words between two mentions of one sentence, in lower case."""
        tokens = self.tokens(first.sentence_index)
        low, high = self.span(first)[1], self.span(second)[0]
        return [token.lower for token in tokens[low:high]]

    def is_subordinate(self, mention: Mention) -> bool:
        """Whether the clause of a mention hangs on another: "when", "which", "with … taken" stand before it."""
        first, _ = self.span(mention)
        tokens = self.tokens(mention.sentence_index)
        for k in range(first - 1, max(-1, first - 14), -1):
            word = tokens[k].lower
            if word in _SUBORDINATORS:
                return True
            if word in (";", ":", '"', "“") or (word == "," and k + 1 < first - 4) or is_verb(word):
                return False
        return False

    def main_subject(self, mentions: Sequence[Mention]) -> Mention | None:
        """Of the mentions of one sentence, the first that is subject of no subordinate clause."""
        return next((m for m in mentions if self.function(m) == "subject" and not self.is_subordinate(m)), None)

    def same_clause(self, first: Mention, second: Mention) -> bool:
        """Whether nothing that opens a clause stands between two mentions of one sentence."""
        if first.sentence_index != second.sentence_index:
            return False
        between = self.words_between(first, second)
        return not any(word in _CLAUSE_BREAKS for word in between)

    def function(self, mention: Mention, members: Sequence[Mention] = ()) -> str:
        """subject, object, place, by, with, to, of, from, possessive, adjective or other.

        Args:
            members: the list that the mention belongs to, in order.
        """
        key = (mention.char_start, mention.char_end)
        if key not in self._functions:
            self._functions[key] = self._function(mention, members)
        return self._functions[key]

    def _function(self, mention: Mention, members: Sequence[Mention]) -> str:
        if mention.usage == "possessive":
            return "possessive"
        if mention.usage in ("adjective", "place", "attribute"):
            return "adjective"
        preposition = mention.preposition
        if preposition:
            if preposition in _PLACES:
                return "place"
            if preposition in _TOWARDS:
                return "to"
            return preposition if preposition in ("by", "with", "of", "from", "between", "like") else "other"
        following = self.after(members[-1] if members else mention)
        if is_verb(following) or following in ("who", "which", "whose"):
            return "subject"
        before = self.before(members[0] if members else mention)
        if before in ("the", "a", "an"):
            first, _ = self.span(members[0] if members else mention)
            tokens = self.tokens(mention.sentence_index)
            before = tokens[first - 2].lower if first > 1 else ""
        if is_verb(before) and before not in AUXILIARIES:
            return "object"
        return "subject" if mention.opens_clause or not before else "other"


def is_verb(word: str) -> bool:
    """Whether a word is an auxiliary or looks like a verb of the past or present."""
    return (
        word in AUXILIARIES
        or word in PASTS
        or word in SPEECH
        or (len(word) > 3 and word.endswith("ed"))
        or word in third_persons()
        or word in plain_verbs()
        or word in trigger_words("v")
    )
