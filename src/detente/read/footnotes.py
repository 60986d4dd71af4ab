"""Marks of footnotes out of running text, and sentence ends that lost their space."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Sequence

_QUOTES = "\"'”’»)\\]"
_OPENERS = '"“‘«(\\['
_BRACKETED = re.compile(r"(?<=\S) ?\[(?:\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,8}|citation needed|note \d{1,2}|[ivx]{1,5})\]")
_RAISED = re.compile(r"(?<=[^\W\d_]|[.,;:!?\"”’»)])[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:[⁻,–-][⁰¹²³⁴⁵⁶⁷⁸⁹]+)*")
_UNIT = re.compile(r"(?:\b[kcdm]?m|\bkilomet(?:er|re)s?|\bft|\bmi)$")
# words before a full stop and a number that is theirs: "No.1", "Fig.2", "Art.5"
_NUMBERED_WORDS = (
    "no nos nr fig figs art arts sec sect ch chap vol vols vs pt pts para paras pp pg p eq ver v rev ed res op cit "
    "approx ca tab app annex item st dr mr mrs jan feb mar apr jun jul aug sep sept oct nov dec cap reg sc ga usd eur"
)
_NUMBERED = frozenset(_NUMBERED_WORDS.split())
_ENDED = re.compile(
    rf"(?P<word>[^\W\d_]{{1,40}}|[A-Za-z.]{{0,12}}\.[A-Za-z]|\d{{1,4}}|%)(?P<end>[{_QUOTES}]?[.!?][{_QUOTES}]{{0,3}})"
    rf"(?P<gap> ?)(?P<mark>\d{{1,4}})(?P<after>[{_OPENERS}]?[A-ZÀ-Þ]|\s[{_OPENERS}]?[A-ZÀ-Þ]|\s?$)"
)
_INSIDE = re.compile(
    rf"(?P<word>[^\W\d_]{{3,40}})(?P<end>[,;:][{_QUOTES}]?|[.!?]?[”’»)])(?P<mark>\d{{1,3}})(?=\s[a-z]|[a-z]{{3}})"
)
_BARE = re.compile(r"(?P<word>\b[a-z]{4,40})(?P<mark>\d{1,3})(?=\s[a-z]|[,;]\s)")

_ADDRESS = re.compile(
    r"://|www\.|@|\.(?:com|org|net|gov|edu|int|info|io|eu|uk|jp|kr|cn|ru|de|fr)\b(?!\.[A-Z])"
    r"|\.(?:pdf|html?|docx?|xlsx?|jpe?g|png|txt)\b"
)
_LONGEST_WORD = 400  # characters without a space; longer runs are no language and are left alone
_UNSPACED = re.compile(r"(?P<word>[^\W\d_]{2}|\d|%)(?P<end>[.!?][”’»)\]]{0,3})(?=[A-ZÀ-Þ][^\W\d_A-Z])")
_ABBREVIATED = re.compile(r"\b(?P<letters>(?:[A-Z]\.){2,6})(?=[A-Z][a-z]{2,})")
_BEFORE_QUOTE = re.compile(r"(?<=[^\W\d_]{2}[.!?])(?=[“«]\w)")
_AFTER_QUOTE = re.compile(r"(?<=[,.!?][”»])(?=[^\W\d_])")
_STRAIGHT = re.compile(r"(?<=[^\W\d_]{2})([.!?,])\"(?=[A-Za-z])")
_PRODUCTS = frozenset(("Net", "Js", "Com", "Org", "Io", "Ai", "Tv"))


def unglue(paragraphs: Sequence[str]) -> list[str]:
    """The paragraphs of one document without footnote marks, and with a space after every sentence end.

    `"China.1Both"` becomes `"China. Both"`, `"allies.While"` becomes `"allies. While"`; `[1]` and superscript marks
    go. "No.1", "Fig.2b", "3.5", "F-16.", "5.30pm", ".NET", addresses and e-mail stay. A number whose place alone
    does not make it a mark (after a comma, or at a word) is taken for one only where it continues the count of the
    marks before it.
    """
    last = 0
    done = []
    for paragraph in paragraphs:
        text, last = _without_marks(paragraph, last)
        done.append(_spaced(text))
    return done


def _without_marks(text: str, last: int) -> tuple[str, int]:
    protected = _protected(text)

    def numbered(match: re.Match[str]) -> str:
        return match[0] if _inside(match.start(), protected) else ""

    if not any(mark in text for mark in "[⁰¹²³⁴⁵⁶⁷⁸⁹") and not any(character.isdigit() for character in text):
        return text, last
    text = _BRACKETED.sub(numbered, text)
    text = _RAISED.sub(
        lambda match: match[0] if _UNIT.search(text[max(0, match.start() - 12) : match.start()]) else "", text
    )
    protected = _protected(text)
    found = sorted(
        (match for pattern in (_ENDED, _INSIDE, _BARE) for match in pattern.finditer(text)),
        key=lambda match: match.start("mark"),
    )
    pieces, position = [], 0
    for match in found:
        start, end = match.span("mark")
        if start < position or _inside(start, protected):
            continue
        strong = match.re is _ENDED
        if not (_ends_sentence(match, last) if strong else _continues(match["mark"], last)):
            continue
        pieces.append(text[position : match.end("end") if strong else start])
        if strong and match["after"].strip() and not match["after"][0].isspace():
            pieces.append(" ")
        position = end
        last = _highest(match["mark"], last)
    pieces.append(text[position:])
    return "".join(pieces), last


def _ends_sentence(match: re.Match[str], last: int) -> bool:
    """Whether the number after a sentence end is a mark."""
    word, mark, after = match["word"], match["mark"], match["after"]
    continues = _continues(mark, last)
    if mark[0] == "0" or (len(mark) == 4 and not continues):
        return False
    glued = not after[:1].isspace() and bool(after)
    if match["gap"]:
        # "studies. 14Things": a space stands before the mark, so the word after must be glued and be a word
        rest = match.string[match.end() : match.end() + 1]
        return glued and rest.islower()
    if word.isdigit():
        # "in 2021.12Japan" is a mark, "3.5 Billion" is a number
        return bool(re.fullmatch(r"1[5-9]\d\d|20\d\d", word)) and (continues or (glued and len(match["end"]) >= 1))
    if "." in word or len(word) == 1:
        return continues  # "U.S.3 The"
    if word.lower() in _NUMBERED:
        return False
    return len(mark) <= 3 or continues


def _continues(mark: str, last: int) -> bool:
    """Whether a number goes on with the count after `last`, alone or as two marks run together ("67")."""
    number = int(mark)
    if last and last < number <= last + 2:
        return True
    pairs = ((mark[:cut], mark[cut:]) for cut in range(1, len(mark)))
    return any(int(left) == last + 1 and int(right) == last + 2 for left, right in pairs) if last else False


def _highest(mark: str, last: int) -> int:
    if last:
        for cut in range(1, len(mark)):
            if int(mark[:cut]) == last + 1 and int(mark[cut:]) == last + 2:
                return last + 2
    return int(mark)


def _spaced(text: str) -> str:
    protected = _protected(text)

    def parted(match: re.Match[str]) -> str:
        product = match.string[match.end() :].split(" ")[0].rstrip(".,;:!?") in _PRODUCTS
        return match[0] if product or _inside(match.start(), protected) else match[0] + " "

    text = _UNSPACED.sub(parted, text)
    text = _ABBREVIATED.sub(lambda match: match[0] + " ", text)
    text = _AFTER_QUOTE.sub(" ", _BEFORE_QUOTE.sub(" ", text))
    return _STRAIGHT.sub(lambda match: _straight_quote(match, text), text)


def _straight_quote(match: re.Match[str], text: str) -> str:
    closes = text.count('"', 0, match.end()) % 2 == 0
    if closes:
        return f'{match[1]}" '
    return f'{match[1]} "' if match[1] != "," else match[0]


def _protected(text: str) -> list[tuple[int, int]]:
    """Spans of addresses, file names and runs that are no language."""
    spans = []
    for match in re.finditer(r"\S+", text):
        word = match[0]
        if len(word) > _LONGEST_WORD or (("." in word or "@" in word) and _ADDRESS.search(word)):
            spans.append(match.span())
    return spans


def _inside(position: int, spans: list[tuple[int, int]]) -> bool:
    index = bisect_right(spans, (position, sys.maxsize))
    return index > 0 and position < spans[index - 1][1]
