"""One sentence as the coder sees it: tokens with lemmas, word classes by context, and the mentions on them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from detente.lexicon.lemmas import lemmas
from detente.lexicon.tokens import Token, tokenise
from detente.lexicon.triggers import TriggerLexicon, trigger_lexicon
from detente.lexicon.words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    COORDINATORS,
    DETERMINERS,
    DO,
    HAVE,
    MODALS,
    PREPOSITIONS,
    SUBORDINATORS,
)
from detente.schema.mention import Mention
from detente.schema.sentence import Sentence

_NOUN_ENDINGS = ("ary", "al", "ic", "ous", "ion", "ity", "ness", "ment", "ism", "ss", "s")
_HARD_STOPS = frozenset({";", ":", "—"})
_PARTICIPLE_ENDINGS = ("ed", "wn", "en", "nt", "lt", "ght", "ung", "old", "ut")
_COMMON_VERBS = frozenset(
    "is are was were has have had does did said says say told told made makes make took takes took came comes went goes "
    "become became remain remained remains include includes included seem seems want wants wanted need needs needed "
    "think thinks thought believe believes believed know knows knew show shows showed help helps helped lead leads led "
    "cause causes caused follow follows followed give gives gave gives bring brings brought see sees saw seen "
    "expect expects expected consider considers considered fear fears feared allow allows allowed remains appear "
    "appears appeared continue continues continued begin begins began start starts started".split()
)


class SentenceView:
    """Tokens of one sentence with word classes decided by context; positions are token indexes."""

    def __init__(self, sentence: Sentence, mentions: Sequence[Mention], lexicon: TriggerLexicon | None = None) -> None:
        lexicon = lexicon or trigger_lexicon()
        self._verb_forms, self._noun_forms = lexicon.verb_forms, lexicon.noun_forms
        self.sentence = sentence
        self.tokens: Sequence[Token] = tokenise(sentence.text, sentence.char_start)
        self.words = [token.lower for token in self.tokens]
        self.lemmas = [lemmas(word) for word in self.words]
        self.mentions = [m for m in mentions if m.sentence_index == sentence.sentence_index]
        self.owner: list[Mention | None] = [None] * len(self.tokens)
        starts = [token.char_start for token in self.tokens]
        self.spans: dict[tuple[int, int], tuple[int, int]] = {}
        for mention in self.mentions:
            begin = end = bisect_left(starts, mention.char_start)
            while end < len(self.tokens) and self.tokens[end].char_end <= mention.char_end:
                self.owner[end] = mention
                end += 1
            if end > begin:
                self.spans[(mention.char_start, mention.char_end)] = (begin, end)
        self.verbs = [False] * len(self.tokens)
        for i in range(len(self.tokens)):
            self.verbs[i] = self._verb(i)

    def word(self, i: int) -> str:
        """Lower-case word at `i`, "" outside the sentence."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def span(self, mention: Mention) -> tuple[int, int]:
        """Token span of a mention."""
        return self.spans[(mention.char_start, mention.char_end)]

    def text(self, start: int, end: int) -> str:
        """Stored text of a token span."""
        offset = self.sentence.char_start
        return self.sentence.text[self.tokens[start].char_start - offset : self.tokens[end - 1].char_end - offset]

    def is_stop(self, i: int) -> bool:
        """Whether a clause plainly ends at token `i`."""
        return self.word(i) in _HARD_STOPS

    def is_verb(self, i: int) -> bool:
        """Whether the word at `i` is a verb in this sentence (main verbs, not auxiliaries)."""
        return 0 <= i < len(self.verbs) and self.verbs[i]

    def group_start(self, i: int) -> int:
        """First token of the verb group of the verb at `i`: auxiliaries, negation, adverbs and 'to' before it."""
        j = i
        while (
            j > 0
            and (
                self.word(j - 1) in AUXILIARIES
                or self.word(j - 1) in ADVERBS
                or self.word(j - 1) in ("not", "n't", "never", "to", "also")
                or self._adverb(j - 1)
            )
            and self.owner[j - 1] is None
        ):
            j -= 1
        return j

    def auxiliaries(self, i: int) -> list[str]:
        """Words of the verb group before the verb at `i`."""
        return self.words[self.group_start(i) : i]

    def is_passive(self, i: int) -> bool:
        """Whether the verb at `i` is passive: a participle after a form of 'be', or before 'by' right after a noun."""
        word = self.word(i)
        if word.endswith("ing") or (
            not word.endswith(_PARTICIPLE_ENDINGS) and word not in ("met", "hit", "put", "set")
        ):
            return False
        group = list(self.auxiliaries(i))
        be = [w for w in group if w in BE or w in ("get", "got")]
        if be and not (set(group) & HAVE and group[-1:] and group[-1] in HAVE):
            return True
        if group and (set(group) & (HAVE | DO | MODALS)):
            return False
        after = i + 1
        while self._adverb(after) or self.word(after) in ADVERBS:
            after += 1
        return self.word(after) == "by"

    def is_noun_position(self, i: int) -> bool:
        """Whether a word that can be noun or verb stands as a noun here."""
        j = i - 1
        while j >= 0 and (self.word(j) in ADVERBS or self._adverb(j)) and self.owner[j] is None:
            j -= 1
        if j < 0:
            return not self.word(i).endswith("ed")
        before, owner = self.word(j), self.owner[j]
        if before == "to":
            return self._noun_before_to(j)
        if before in AUXILIARIES or before in ("not", "n't"):
            return before in BE and not self.word(i).endswith(("ed", "ing"))
        if owner is not None:
            if owner.usage in ("adjective", "possessive", "attribute") or before in ("'s", "’s", "'", "’"):
                return True
            if (
                owner.parts
                and owner.parts[0].kind == "anaphor"
                and owner.text.lower() in ("its", "their", "his", "her")
            ):
                return True
            return not (self._object_follows(i) or self._plain_object_follows(i))
        if before in ("'s", "’s", "'", "’", "-"):
            return True
        if before in SUBORDINATORS and before not in ("after", "before", "since", "as", "despite"):
            return False
        if before in DETERMINERS or before in PREPOSITIONS:
            return True
        if before in COORDINATORS or before == ",":
            if self.word(i).endswith("ed"):
                return False
            return not (self._direct_object_follows(i) and any(self.verbs[max(0, j - 12) : j]))
        if before.isalpha():
            return not (before.endswith("s") and self._object_follows(i) and not self.is_verb(j))
        return True

    def _noun_before_to(self, j: int) -> bool:
        """'response to attacks': 'to' as a preposition, when a plural or bare noun with no object follows."""
        return self.word(j + 1).endswith("s") and not self.word(j + 1).endswith("ss")

    def _direct_object_follows(self, i: int) -> bool:
        following = self.word(i + 1)
        named = i + 1 < len(self.owner) and self.owner[i + 1] is not None
        return named or following in DETERMINERS or following in ("to", "that") or following.isdigit()

    def _plain_object_follows(self, i: int) -> bool:
        """'Albania cut diplomatic ties' against 'US strike kills ten': a noun after it, and no other verb."""
        following = self.word(i + 1)
        if (
            not following.isalpha()
            or following in PREPOSITIONS
            or following in COORDINATORS
            or following in AUXILIARIES
        ):
            return False
        return not (following.endswith(("s", "ed")) and following in self._verb_forms)

    def _object_follows(self, i: int) -> bool:
        following = self.word(i + 1)
        if i + 1 < len(self.owner) and self.owner[i + 1] is not None:
            return True
        return (
            following in DETERMINERS
            or following in ("to", "that", "with", "against", "at", "on", "for", "in", "by")
            or following.isdigit()
        )

    def _adverb(self, i: int) -> bool:
        word = self.word(i)
        return (
            word.endswith("ly")
            and len(word) > 4
            and word
            not in (
                "ally",
                "supply",
                "apply",
                "reply",
                "rally",
                "assembly",
                "family",
                "fly",
                "imply",
                "comply",
                "rely",
                "july",
            )
        )

    def _verb(self, i: int) -> bool:
        word = self.words[i]
        if self.owner[i] is not None or not word.isalpha() or word in AUXILIARIES:
            return False
        if word in _COMMON_VERBS:
            return True
        verb_form, noun_form = word in self._verb_forms, word in self._noun_forms
        if word.endswith("ed") and len(word) > 4:
            return not (self.word(i - 1) in DETERMINERS or self._adjectival(i))
        if word.endswith("ing") and self.word(i - 1) in ("by", "after", "before", "without"):
            return True
        if word.endswith("ing") and self.word(i - 1) in (",", "and") and self._object_follows(i) and not noun_form:
            return True
        if not verb_form and word.endswith(_NOUN_ENDINGS):
            return False
        if not verb_form:
            return (
                self.word(i - 1) in ("to", "will", "would", "could", "should", "may", "might", "can", "must")
                and word not in DETERMINERS
                and word not in PREPOSITIONS
                and word not in ADVERBS
                and not self._adverb(i)
            )
        if word.endswith("ing"):
            if self.word(i - 1) in DETERMINERS or (noun_form and self.is_noun_position(i)):
                return False
            return not self._compound_gerund(i)
        if not noun_form:
            return not self._after_modifier(i)
        return not self.is_noun_position(i)

    def _after_modifier(self, i: int) -> bool:
        """'the use', 'Japanese waters', 'of shifts': nouns that happen to be verbs elsewhere."""
        before, owner = self.word(i - 1), self.owner[i - 1] if i else None
        if owner is not None:
            return owner.usage in ("adjective", "place", "possessive", "attribute")
        return (
            before in DETERMINERS - {"that", "all", "both"} or before in PREPOSITIONS - {"to"} or before in ("'s", "’s")
        )

    def _compound_gerund(self, i: int) -> bool:
        """'intelligence sharing', 'arms smuggling': a gerund that ends a noun compound."""
        before = self.word(i - 1)
        plain = (
            before.isalpha()
            and self.owner[i - 1] is None
            and not self.verbs[i - 1]
            and before not in PREPOSITIONS
            and before not in AUXILIARIES
            and before not in COORDINATORS
            and before not in SUBORDINATORS
            and before not in ADVERBS
            and before not in ("to", "not")
            and not self._adverb(i - 1)
        )
        return plain and not self._object_follows(i)

    def _adjectival(self, i: int) -> bool:
        """'forced labour', 'disputed islands': a participle that qualifies the noun after it."""
        before_owner = self.owner[i - 1] if i else None
        after = self.word(i + 1)
        noun_after = (
            after.isalpha()
            and after not in PREPOSITIONS
            and after not in DETERMINERS
            and after not in AUXILIARIES
            and after not in ADVERBS
            and after not in SUBORDINATORS
            and after != "to"
            and after not in COORDINATORS
            and (self.owner[i + 1] is None)
            and not self._adverb(i + 1)
        )
        before = self.word(i - 1)
        if before_owner is not None:
            return before_owner.usage in ("possessive", "adjective") and noun_after
        return noun_after and (
            before in PREPOSITIONS
            or before in ("'s", "’s", "and", ",")
            or before in DETERMINERS
            or before.endswith(("ous", "al", "ic", "ive"))
        )
