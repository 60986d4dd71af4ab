"""Documents to sentences, with exact offsets into the stored text.

Rule-based on purpose: a splitter that can be read and corrected. A period ends a sentence when what follows can begin
one and what stands before is no abbreviation; quotation marks and brackets that close belong to the sentence before.
"""

from __future__ import annotations

import re

from detente.schema.document import Document
from detente.schema.sentence import Sentence

_PARAGRAPH = re.compile(r"\n\s*\n|\n(?=\s*[-*•]\s)")
_END = re.compile(r"(?:[.!?…]+|[。！？])[\"'”’»)\]]*")
_OPENERS = "\"'“‘«([—–-"

# Abbreviations before a name or a number: never the end of a sentence.
_TITLES = frozenset(
    "mr mrs ms dr prof gen lt col maj capt sgt cpl adm cmdr brig gov sen rep rev hon pres amb st mt ft messrs sr jr "
    "fr supt det insp cllr maj-gen lt-gen vs v cf no nos art arts fig figs sec para pp p vol ed eds al ca approx "
    "dept est e.g i.e viz op".split()
)
# Abbreviations that may end a sentence: the end is there only when a new sentence plainly begins.
_MAY_END = frozenset(
    "u.s u.k u.n e.u u.s.a d.c a.m p.m inc ltd co corp bros etc jan feb mar apr jun jul aug sep sept oct nov dec mon tue "
    "tues wed thu thur thurs fri sat sun u.a.e d.p.r.k r.o.k p.r.c ph.d b.c a.d govt".split()
)
# Words that plainly begin a sentence after an abbreviation that may end one.
_STARTERS = frozenset(
    "the a an it he she they we i you this that these those there but and in on at for from with after before when while "
    "as if however meanwhile both under since although though during his her its their what who by according to "
    "no one some many most several another last earlier later officials asked".split()
)
_MONTH_OR_DIGIT = re.compile(r"\d")


def split_sentences(document: Document) -> list[Sentence]:
    """Sentences of a document in order; a paragraph without closing mark is a heading when short."""
    sentences: list[Sentence] = []
    for paragraph_index, (start, end) in enumerate(_paragraphs(document.text)):
        spans = _split_paragraph(document.text, start, end)
        for char_start, char_end in spans:
            text = document.text[char_start:char_end]
            heading = len(spans) == 1 and is_heading(text)
            sentences.append(
                Sentence(document.document_id, len(sentences), paragraph_index, char_start, char_end, text, heading)
            )
    return sentences


def is_heading(text: str) -> bool:
    """Whether a paragraph of one sentence is a title or sub-heading: short, without closing mark."""
    return len(text) <= 120 and len(text.split()) <= 16 and text[-1] not in ".!?…:;,\"”'’)"


def _paragraphs(text: str) -> list[tuple[int, int]]:
    spans, start = [], 0
    for gap in [*_PARAGRAPH.finditer(text), None]:
        end = len(text) if gap is None else gap.start()
        stripped = text[start:end].strip()
        if stripped:
            begin = start + text[start:end].index(stripped[0])
            spans.append((begin, begin + len(stripped)))
        if gap is not None:
            start = gap.end()
    return spans


def _split_paragraph(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans, begin = [], start
    for mark in _END.finditer(text, start, end):
        if mark.end() >= end or not _is_boundary(text, begin, mark, end):
            continue
        spans.append((begin, mark.end()))
        begin = mark.end()
        while begin < end and text[begin].isspace():
            begin += 1
    if begin < end:
        spans.append((begin, end))
    return [(a, b) for a, b in spans if any(c.isalnum() for c in text[a:b])]


def _is_boundary(text: str, begin: int, mark: re.Match[str], end: int) -> bool:
    after = text[mark.end() : min(end, mark.end() + 60)]
    following = after.lstrip()
    if not following:
        return True
    first = following.lstrip(_OPENERS + " ")[:1]
    if not (first.isupper() or first.isdigit() or (not first.isascii() and first.isalpha())):
        return False
    if after[0] not in " \n\t" and after[0] not in _OPENERS:
        return False
    closers = mark.group().lstrip(".!?…。！？")
    word = _word_before(text, begin, mark.start())
    lowered = word.lower().rstrip(".")
    if mark.group()[0] in "!?":
        return not (closers and re.match(r"(?:he|she|it|they|[A-Z]\w+) (?:said|asked|added|told|wrote)\b", following))
    if mark.group().startswith((".", "…")) and not closers:
        return _period_ends(lowered, word, following, first)
    # a full stop inside closing quotation marks: the sentence ends unless a speech verb follows in lower case
    return True


def _period_ends(lowered: str, word: str, following: str, first: str) -> bool:
    next_word = re.match(r"[\"'“‘(]*([\w’'-]+)", following)
    starter = bool(next_word) and next_word.group(1).lower() in _STARTERS and next_word.group(1)[0].isupper()
    if lowered in _TITLES:
        return lowered in {"no", "p", "v", "art"} and not first.isdigit() and starter
    if len(lowered) == 1 and word[0].isupper():
        return starter and lowered in "ivx"  # an initial: "J. Smith"
    if lowered in _MAY_END or re.fullmatch(r"(?:[a-z]\.)+[a-z]", lowered):
        return starter
    return True


def _word_before(text: str, begin: int, position: int) -> str:
    match = re.search(r"[\w.’'&-]+$", text[begin:position])
    return match.group() if match else ""
