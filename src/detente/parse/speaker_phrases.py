"""The noun phrase before or after a verb of speech, as token spans."""

from __future__ import annotations

from collections.abc import Sequence

from detente.lexicon.tokens import Token
from detente.lexicon.words import ACTION_PASTS, ADVERBS, AUXILIARIES, MONTH_WORDS
from detente.parse.speech import AMBIGUOUS, SPEECH

_EDGES = frozenset(', ; : ( ) — – " “ ” « » ? ! .'.split())
_CLAUSE = frozenset(
    "that which when while because after before although though if until where as whereas but so than since whether what "
    "how why".split()
)
# Words after the comma before the verb that begin a clause of their own, no aside on the speaker.
_NO_ASIDE = _CLAUSE - {"which", "as", "when", "where"} | {"and", "or"}
_LINKS = frozenset("of in at for to from on with near and & against under close inside across among".split())
_TIME = MONTH_WORDS | frozenset(
    "yesterday today tomorrow tonight earlier later afterwards meanwhile then now once recently still week month year "
    "night morning evening afternoon".split()
)
_OPENING = frozenset(
    "in on at by from after before during since until for with under to despite among within over".split()
)
_DETERMINERS = frozenset(
    "the a an its his her their our two three four some several many both this that these those one no another "
    "every".split()
)
_PASTS = ACTION_PASTS | frozenset("bore drove swore taught woke".split())
_SUBJECT_PRONOUNS = frozenset("it he she they i we you".split())
_NO_START = (
    _OPENING
    | AUXILIARIES
    | frozenset("not n't never i we you me us by of off and or there what which nothing none".split())
)
# Words within a phrase after the verb, and those of them that end it.
_INNER = frozenset("in on at after before during by as last from to of for with and &".split())
_ENDING = frozenset("after before during by as last".split())
_LONGEST = 22  # tokens
_LONGEST_ASIDE = 30


def phrase_before(tokens: Sequence[Token], end: int) -> tuple[int, int] | None:
    """Noun phrase that ends before token `end`: (first, one after last), or None.

    What stands between commas after it ("the envoy, who had just come from Kyiv, said") is passed over.
    """
    low = [token.lower for token in tokens[:end]]
    stop = end
    if stop and low[stop - 1] == ",":
        opening = next((k for k in range(stop - 2, max(-1, stop - _LONGEST_ASIDE), -1) if low[k] == ","), None)
        if opening is None or stop - opening < 3 or low[opening + 1] in _NO_ASIDE:
            return None
        stop = opening
    if not stop or low[stop - 1] in _EDGES or low[stop - 1] == "which":
        return None
    if low[stop - 1] in ("he", "she", "they"):
        return stop - 1, stop  # "a year later he told"
    first = stop
    while first > 0 and stop - first < _LONGEST:
        word = low[first - 1]
        if word in ("who", "whose", "whom"):
            return _before_relative(tokens, first - 1)
        if word in _EDGES or word in _CLAUSE or (word == "and" and not _joins(tokens, first - 1)):
            break
        first -= 1
    first = _skip_opening(tokens, first, stop)
    while first < stop and (
        low[first] in ADVERBS
        or low[first] in _TIME
        or low[first] in ("and", "but", "or", "yet", "nor", "only", "even", "–")
    ):
        first += 1
    first = _after_verb(tokens, first, stop)
    if first >= stop or low[first] in _NO_START or any(word in AUXILIARIES for word in low[first:stop]):
        return None
    if low[first:stop] == ["it"] and end < len(tokens) and tokens[end].lower in ("is", "was", "has", "been"):
        return None
    return first, stop


def _before_relative(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """'a step that Taipei's minister said': the subject stands after the relative word; 'the envoy who said': before it."""
    if at <= 0 or tokens[at - 1].lower in _EDGES:
        return None
    return phrase_before(tokens, at)


def _joins(tokens: Sequence[Token], at: int) -> bool:
    """Whether an "and" joins two names or nouns of one phrase: no verb stands right before it."""
    before, after = tokens[at - 1], tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None or before.lower in _EDGES or after.lower in SPEECH or after.lower in AUXILIARIES:
        return False
    if before.lower.endswith("ed") or before.lower in ("down", "up", "back", "out", "off"):
        return False
    named = after.text[:1].isupper() or (
        after.lower == "the" and at + 2 < len(tokens) and tokens[at + 2].text[:1].isupper()
    )
    return (before.text[:1].isupper() and named) or (
        before.text.islower() and after.text.islower() and after.lower not in _DETERMINERS
    )


def _skip_opening(tokens: Sequence[Token], first: int, stop: int) -> int:
    """'On Tuesday the ministry', 'In Brussels Moscow': past the phrase of time or place that opens the clause."""
    if first >= stop or tokens[first].lower not in _OPENING:
        return first
    for k in range(first + 2, stop):
        before = tokens[k - 1]
        if tokens[k].lower in _DETERMINERS:
            return k
        if tokens[k].text[:1].isupper() and (
            before.text[:1].isdigit()
            or before.lower in _TIME
            or (before.text.islower() and before.lower not in _LINKS | _DETERMINERS)
        ):
            return k
    return stop - 1 if tokens[stop - 1].lower in _SUBJECT_PRONOUNS else stop


def _after_verb(tokens: Sequence[Token], first: int, stop: int) -> int:
    """Start of the phrase when a verb of another clause got into it: "fired back the general said" keeps the end."""
    for k in range(stop - 1, first, -1):
        word = tokens[k].lower
        past = word.endswith("ed") and not tokens[k].text[:1].isupper() and tokens[k - 1].lower not in _DETERMINERS
        if word in AUXILIARIES or (past and k + 1 < stop and tokens[k + 1].lower in _DETERMINERS):
            return k + 1
    return first


def phrase_after(tokens: Sequence[Token], start: int) -> tuple[int, int] | None:
    """Noun phrase that begins at token `start`: (first, one after last), or None."""
    if start >= len(tokens):
        return None
    first = tokens[start]
    if first.lower in _CLAUSE or first.lower in ("it", "so", "yes"):
        return None
    if not (first.lower in _DETERMINERS or not first.text[:1].islower() or first.lower.endswith("s")):
        return None
    end = start
    while end < len(tokens) and end - start < _LONGEST:
        word = tokens[end].lower
        if word in _EDGES or word in _CLAUSE or word in ("who", "whose"):
            break
        if end > start and (_ends_before(tokens, end) if word in _INNER else _is_no_noun(tokens, end)):
            break
        end += 1
    return (start, end) if end > start else None


def _ends_before(tokens: Sequence[Token], at: int) -> bool:
    """Whether a phrase ends before the preposition or "and" at a token."""
    word, following = tokens[at].lower, tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or following.lower in _TIME or following.text[:1].isdigit() or word in _ENDING:
        return True
    if word == "and" and not _joins(tokens, at):
        return True
    return word in ("in", "on", "at") and not following.text[:1].isupper()


def _is_no_noun(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at a token is a verb, a time or an adverb after the noun of a phrase."""
    word = tokens[at].lower
    if word in AUXILIARIES or word in _TIME or word in ADVERBS:
        return True
    past = word in _PASTS or (word.endswith("ed") and len(word) > 4) or (word in SPEECH and word not in AMBIGUOUS)
    return past and tokens[at].text.islower() and tokens[at - 1].lower not in _DETERMINERS


def is_past(word: str) -> bool:
    """Whether a word looks like a verb of the past."""
    return word in _PASTS or word.endswith("ed")
