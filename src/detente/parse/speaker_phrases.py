"""The noun phrase before or after a verb of speech, as token spans."""

from __future__ import annotations

from collections.abc import Sequence

from detente.lexicon.tokens import Token
from detente.lexicon.words import ADVERBS, AUXILIARIES, MONTH_WORDS
from detente.parse.speech import AMBIGUOUS, PRONOUNS, SPEECH

_EDGES = frozenset(', ; : ( ) — – " “ ” « » ? ! .'.split())
_CLAUSE = frozenset(
    "that which when while because after before although though if until where as whereas but so than since whether what how why".split()
)
_LINKS = frozenset("of in at for to from on with near and & against under close inside across among".split())
_TIME = frozenset("yesterday today tomorrow tonight earlier later afterwards meanwhile then now once recently still monday tuesday wednesday thursday friday "
                  "saturday sunday week month year night morning evening afternoon".split()) | MONTH_WORDS  # fmt: skip
_OPENING = frozenset(
    "in on at by from after before during since until for with under to despite among within over".split()
)
_DETERMINERS = frozenset(
    "the a an its his her their our two three four some several many both this that these those one no another every".split()
)
_PASTS = frozenset(
    "came went took gave made saw knew got put let sent kept held lost left met paid sat stood spoke struck threw won bought brought "
    "built caught chose drew drove fell felt fought found flew hid led lay ran rose sold set shook shot shut spent spread swore taught "
    "woke withdrew began became broke bore beat".split()
)
_NOT_SPEAKERS = frozenset("it he she they i we you".split())
_NO_START = _OPENING | AUXILIARIES | frozenset("not n't never i we you me us by of off and or".split())
_EMPTY = frozenset("there this that what which nothing none it which's".split())
_LONGEST = 22


def phrase_before(tokens: Sequence[Token], end: int) -> tuple[int, int] | None:
    """Noun phrase that ends before token `end`: (first, one after last), or None.

    What stands between commas after it ("the envoy, who had just come from Kyiv, said") is passed over.
    """
    low = [token.lower for token in tokens[:end]]
    stop = end
    if stop and low[stop - 1] == ",":
        opening = next((k for k in range(stop - 2, max(-1, stop - 30), -1) if low[k] == ","), None)
        if opening is None or stop - opening < 3:
            return None
        inner = low[opening + 1]
        if inner in ("and", "but", "or") or (
            inner in _CLAUSE and inner not in ("which", "whose", "who", "as", "when", "where")
        ):
            return None
        stop = opening
    if not stop or low[stop - 1] in _EDGES:
        return None
    if low[stop - 1] == "who":
        return _before_relative(tokens, stop - 1)
    if low[stop - 1] == "which":
        return None
    first = stop
    while first > 0 and stop - first < _LONGEST:
        word = low[first - 1]
        if word in _EDGES or word in _CLAUSE:
            if word == "that" and first - 1 > 0:
                break
            break
        if word == "and" and not _joins(tokens, first - 1):
            break
        if word in ("who", "whose", "whom"):
            return _before_relative(tokens, first - 1)
        first -= 1
    first = _skip_opening(tokens, first, stop)
    while first < stop and (
        low[first] in ADVERBS
        or low[first] in _TIME
        and not low[first] in _DETERMINERS
        or low[first] in ("and", "but", "or", "yet", "nor", "only", "even", "even", "–")
    ):
        first += 1
    first = _after_verb(tokens, first, stop)
    if first >= stop or low[first] in _EMPTY - {"it", "this", "that"}:
        return None
    if low[first] in _NO_START or any(word in AUXILIARIES for word in low[first:stop]):
        return None
    words = low[first:stop]
    if (
        words == ["it"]
        and end < len(tokens)
        and tokens[end].lower in AUXILIARIES
        and tokens[end].lower in ("is", "was", "has", "been")
    ):
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
    return (before.text[:1].isupper() and after.text[:1].isupper()) or (
        before.text.islower() and after.text.islower() and after.lower not in _DETERMINERS
    )


def _skip_opening(tokens: Sequence[Token], first: int, stop: int) -> int:
    """'On Tuesday the ministry', 'In Brussels Moscow': past the phrase of time or place that opens the clause."""
    if first >= stop or tokens[first].lower not in _OPENING:
        return first
    k = first + 1
    while k < stop:
        word = tokens[k].lower
        if k > first + 1 and word in _DETERMINERS:
            return k
        if k > first + 1 and tokens[k].text[:1].isupper() and (tokens[k - 1].text[:1].isdigit() or tokens[k - 1].lower in _TIME or tokens[k - 1].text.islower() and
                                                              tokens[k - 1].lower not in _LINKS | _DETERMINERS):  # fmt: skip
            return k
        k += 1
    last = tokens[stop - 1].lower
    return stop - 1 if last in _NOT_SPEAKERS else first if False else stop


def _after_verb(tokens: Sequence[Token], first: int, stop: int) -> int:
    """Start of the phrase when a verb of another clause got into it: "fired back the general said" keeps the end."""
    for k in range(stop - 1, first, -1):
        word = tokens[k].lower
        if word in AUXILIARIES or (word.endswith("ed") and tokens[k - 1].lower not in _DETERMINERS and not tokens[k].text[:1].isupper() and k + 1 < stop and
                                   tokens[k + 1].lower in _DETERMINERS):  # fmt: skip
            return k + 1
    return first


def phrase_after(tokens: Sequence[Token], start: int) -> tuple[int, int] | None:
    """Noun phrase that begins at token `start`: (first, one after last), or None."""
    if start >= len(tokens):
        return None
    first = tokens[start]
    if not (
        first.lower in _DETERMINERS or first.text[:1].isupper() or first.lower.endswith("s")
    ) or first.lower in _CLAUSE | {"it", "so", "yes"}:
        return None
    end = start
    seen_noun = False
    while end < len(tokens) and end - start < _LONGEST:
        token = tokens[end]
        word = token.lower
        if word in _EDGES or word in _CLAUSE or word in ("who", "whose"):
            break
        if end > start and word in (
            "in",
            "on",
            "at",
            "after",
            "before",
            "during",
            "by",
            "as",
            "last",
            "from",
            "to",
            "of",
            "for",
            "with",
            "and",
            "&",
        ):
            following = tokens[end + 1] if end + 1 < len(tokens) else None
            if (
                following is None
                or following.lower in _TIME
                or following.text[:1].isdigit()
                or word in ("after", "before", "during", "by", "as", "last")
            ):
                break
            if word == "and" and not _joins(tokens, end):
                break
            if word in ("in", "on", "at") and not following.text[:1].isupper():
                break
        elif end > start and token.text.islower() and tokens[end - 1].lower not in _DETERMINERS and (
            (word.endswith("ed") and len(word) > 4) or word in _PASTS or (word in SPEECH and word not in AMBIGUOUS)
        ):
            break
        elif end > start and (word in AUXILIARIES or word in _TIME or (word in ADVERBS and seen_noun)):
            break
        seen_noun = True
        end += 1
    return (start, end) if end > start else None
