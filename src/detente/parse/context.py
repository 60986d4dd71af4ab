"""Tokens of a sentence and the small questions about them that finding mentions asks."""

from __future__ import annotations

from collections.abc import Sequence

from detente.lexicon.gazetteer import Gazetteer
from detente.lexicon.names import NameRow
from detente.lexicon.roles import match_role
from detente.lexicon.tokens import tokenise
from detente.lexicon.triggers import trigger_words
from detente.lexicon.verbs import plain_verbs, third_persons
from detente.lexicon.words import (
    ADVERBS,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    MONTH_WORDS,
    PASTS,
    PLACE_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
)
from detente.schema.mention import MentionPart
from detente.schema.sentence import Sentence

_FUNCTION = PREPOSITIONS | DETERMINERS | AUXILIARIES | COORDINATORS | SUBORDINATORS | PRONOUNS | ADVERBS | {"to", "not"}
# First halves of compounds that keep a name from acting: "anti-China".
_AGAINST = frozenset({"anti", "pro", "non", "un", "post", "pre"})
_PEOPLE_LINKS = frozenset(
    {"-", "al", "bin", "ibn", "de", "del", "der", "van", "von", "da", "dos", "el", "ben", "abu", "Abu"}
)
# Capitalised words that begin no personal name.
NOT_PERSONS = (
    MONTH_WORDS
    | PREPOSITIONS
    | SUBORDINATORS
    | ADVERBS
    | frozenset(
        "a an the this that these those he she it they we i you his her its their our my in on at as by for from with after "
        "before during since while when if although though both but and or yet so then there here according despite amid "
        "under meanwhile however moreover also even now such some many most few several all each one two three "
        "neither either another other others nobody".split()
    )
)


class TokenContext:
    """Tokens of one sentence, with the names of the gazetteer at hand."""

    def __init__(self, sentence: Sentence, names: Gazetteer) -> None:
        self.sentence = sentence
        self.names = names
        self.tokens = tokenise(sentence.text, sentence.char_start)
        self.ends: set[int] = set()  # ends of the mentions found so far

    def glued(self, j: int) -> bool:
        """Whether token `j` touches the one before it."""
        return j < len(self.tokens) and self.tokens[j].char_start == self.tokens[j - 1].char_end

    def modifies_noun(self, k: int) -> bool:
        """Whether a plain noun follows at `k`."""
        word = self.word(k)
        return (
            bool(word)
            and word.isalpha()
            and word not in _FUNCTION
            and word not in PASTS
            and self.tokens[k].text.islower()
            and not self.is_finite_verb(k)
        )

    def plain_adjective(self, i: int, j: int, kinds: Sequence[str]) -> bool:
        """'Ukrainian endeavours': an adjective that is no name of the state, before any plain word."""
        word = self.word(j)
        return (
            not {"name", "abbreviation"} & set(kinds)
            and word.isalpha()
            and self.tokens[j].text.islower()
            and word not in _FUNCTION
            and word not in plain_verbs()
            and not (i and self.tokens[i - 1].lower == "the" and (word.endswith("ed") or word in PASTS))
        )

    def place_follows(self, k: int) -> bool:
        """Whether a place noun follows: "Japanese waters"."""
        if self.word(k) in PLACE_NOUNS:
            return True
        return (
            self.word(k + 1) in PLACE_NOUNS
            and self.word(k).isalpha()
            and self.word(k) not in _FUNCTION
            and not self.is_finite_verb(k)
        )

    def noun_compound(self, k: int) -> bool:
        """'China policy', 'Ukraine war': a bare name that modifies the noun after it."""
        word = self.word(k)
        return (
            word.isalpha()
            and self.tokens[k].text.islower()
            and word not in _FUNCTION
            and word in trigger_words("n")
            and word not in trigger_words("v")
        )

    def is_finite_verb(self, k: int) -> bool:
        """Whether the word at `k` is plainly a verb."""
        word = self.word(k)
        if word in plain_verbs() or word in third_persons():
            return word not in trigger_words("n")
        return (word in trigger_words("v") and word not in trigger_words("n")) or (
            word.endswith("ed") and word not in ("united", "armed", "allied", "combined")
        )

    def is_attribute(self, i: int, j: int) -> bool:
        """Whether the name is only an attribute: "US-led", "anti-China"."""
        if i >= 2 and self.tokens[i - 1].text == "-" and self.tokens[i - 2].lower in _AGAINST:
            return True
        if i >= 1 and self.tokens[i - 1].lower in ("anti", "pro"):
            return True
        return (
            self.glued(j) and self.word(j) == "-" and self.word(j + 1).isalpha() and self.tokens[j + 1].text.islower()
        )

    def part_of_personal_name(self, i: int) -> bool:
        """Whether the token is a capitalised word that belongs to a personal name."""
        token = self.tokens[i]
        return (
            i > 0
            and token.text[:1].isupper()
            and token.text.isalpha()
            and token.lower not in NOT_PERSONS
            and len(token.text) > 1
            and not token.text.isupper()
            and match_role(self.tokens, i) is None
            and token.char_end not in self.ends
        )

    def is_name(self, i: int, match: tuple[int, list[NameRow]]) -> bool:
        """Whether a gazetteer match is a name of an actor here."""
        length, rows = match
        text = self.tokens[i].text
        if length == 1 and text.lower() in NOT_PERSONS:
            return False
        article = i > 0 and self.tokens[i - 1].lower in ("a", "an")
        if article and length == 1 and rows[0].kind in ("person", "company") and match_role(self.tokens, i + 1) is None:
            return False  # "an Ilyushin", "a Kalashnikov"
        if length == 1 and all(row.kind in ("capital", "city", "person", "place") for row in rows):
            before = self.tokens[i - 1] if i else None
            after = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
            if before is not None and self.part_of_personal_name(i - 1):
                return False
            if (
                after is not None
                and after.text[:1].isupper()
                and after.text.isalpha()
                and len(after.text) > 1
                and self.names.match(self.tokens, i + 1) is None
                and match_role(self.tokens, i + 1) is None
            ):
                return False  # "Sydney Harbour", "Paris Hilton"
        return True

    def skip_portfolio(self, k: int) -> int:
        """'Minister of Foreign Affairs': the portfolio belongs to the role, 'minister of Japan' does not."""
        end = k + 1
        while (
            end < len(self.tokens)
            and self.tokens[end].text[:1].isupper()
            and self.tokens[end].text.isalpha()
            and self.names.match(self.tokens, end) is None
        ):
            end += 1
            if (
                self.word(end) == "and"
                and self.tokens[min(end + 1, len(self.tokens) - 1)].text[:1].isupper()
                and self.names.match(self.tokens, end + 1) is None
            ):
                end += 1
        return end if end > k + 1 else k

    def is_modifier(self, k: int) -> bool:
        """Whether a word may stand between an adjective and its role noun."""
        word = self.word(k)
        if self.names.match(self.tokens, k) is not None:
            return False
        if not word.replace("-", "").isalpha() and word != "-":
            return False
        return word not in _FUNCTION and word not in trigger_words("v") and word not in trigger_words("n")

    def person_after(self, k: int) -> tuple[int, int] | None:
        """Token span of a personal name that begins at `k`, or None."""
        if not self.capitalised(k):
            return None
        name = self.names.match(self.tokens, k)
        if name is not None:
            return (k, k + name[0]) if all(row.kind == "person" for row in name[1]) else None
        end = self.personal_name_end(k)
        return (k, end) if end > k else None

    def personal_name_end(self, k: int) -> int:
        """End of the run of capitalised words that begins at `k`."""
        end = k
        while end < len(self.tokens) and end - k < 5:
            token = self.tokens[end]
            if token.text[:1].isupper() and token.text[0].isalpha() and token.lower not in MONTH_WORDS:
                if (
                    end > k
                    and (name := self.names.match(self.tokens, end))
                    and name[1][0].kind in ("name", "adjective")
                ):
                    break
                end += 1
            elif (
                end > k
                and token.text in _PEOPLE_LINKS
                and end + 1 < len(self.tokens)
                and (
                    self.tokens[end + 1].text[:1].isalpha()
                    if token.text == "-"
                    else self.tokens[end + 1].text[:1].isupper() or self.tokens[end + 1].text == "-"
                )
            ):
                if token.text == "-" and not self.glued(end):
                    break
                end += 2 if token.text == "-" else 1
            else:
                break
        return min(end, len(self.tokens))

    def is_verb_here(self, i: int, role: tuple[int, str]) -> bool:
        """Roles that are verbs too: 'to police', 'presses'."""
        before = self.word(i - 1)
        return role[0] == 1 and (
            before == "to" or before in ("will", "would", "could", "should", "may", "might", "can")
        )

    def noun_after(self, j: int) -> bool:
        """Whether a plain word follows at `j`."""
        word = self.word(j)
        return bool(word) and word.isalpha() and word not in _FUNCTION

    def possessive(self, j: int) -> int:
        """1 when a possessive mark stands at `j`, else 0."""
        if j < len(self.tokens) and self.glued(j):
            text = self.tokens[j].text.replace("’", "'")
            if text in ("'s", "'S") or (text == "'" and self.tokens[j - 1].text.endswith("s")):
                return 1
        return 0

    def capitalised(self, i: int) -> bool:
        """Whether the token is a capitalised word of two letters or more."""
        return (
            i < len(self.tokens)
            and self.tokens[i].text[:1].isupper()
            and self.tokens[i].text[0].isalpha()
            and len(self.tokens[i].text) > 1
        )

    def word(self, i: int) -> str:
        """Lower-case word at `i`, "" outside the sentence."""
        return self.tokens[i].lower if 0 <= i < len(self.tokens) else ""

    def opens(self, i: int) -> bool:
        """Whether the phrase at `i` stands first in its clause."""
        j = i - 1
        while j >= 0 and self.tokens[j].lower in DETERMINERS - {"that"}:
            j -= 1
        return j < 0 or self.word(j) in SUBORDINATORS or not self.word(j)[:1].isalnum()

    def preposition(self, i: int) -> str:
        """The preposition right before the phrase at `i`, or ""."""
        j = i - 1
        while j >= 0 and (self.tokens[j].lower in DETERMINERS or self.tokens[j].lower == "both"):
            j -= 1
        word = self.word(j)
        return word if word == "to" or word in PREPOSITIONS else ""

    def part(self, kind: str, i: int, j: int, sector: str = "") -> MentionPart:
        """The piece of a mention on tokens [i, j)."""
        start, end = self.tokens[i].char_start, self.tokens[j - 1].char_end
        offset = self.sentence.char_start
        return MentionPart(kind, self.sentence.text[start - offset : end - offset], start, end, sector)
