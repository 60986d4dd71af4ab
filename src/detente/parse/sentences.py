"""Documents to sentences, with exact offsets into the stored text.

Rule-based on purpose: a splitter that can be read and corrected. A period ends a sentence when what follows can begin
one and what stands before is no abbreviation; quotation marks and brackets that close belong to the sentence before.
"""

from __future__ import annotations

import re

from detente.lexicon.words import MONTH_WORDS
from detente.schema.date_words import MONTHS
from detente.schema.document import Document
from detente.schema.sentence import Sentence

_PARAGRAPH = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*•]|\d{1,2}[.)])\s)")
_END = re.compile(r"(?:[.!?…]+|[。！？])[\"'”’»)\]]*")
_LONGEST_WORD = 120  # characters looked at before a full stop: a long run without an end stays cheap
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
    "no one some many most several another last earlier later officials asked then neither nobody nothing none "
    "everyone all each only now still yet so today yesterday instead once also even together nor or".split()
)
# After a clock time any capital begins a sentence, save what still belongs to the time.
_CLOCK = frozenset("a.m p.m e.s.t e.d.t c.s.t c.d.t p.s.t p.d.t g.m.t b.s.t c.e.t k.s.t j.s.t".split())
_OF_TIME = MONTH_WORDS | frozenset(
    "eastern central pacific mountain gmt utc est edt cst cdt pst pdt bst cet kst jst moscow beijing kyiv london tokyo "
    "seoul e.s.t e.d.t g.m.t".split()
)
# After a company's name these words are still about the company: "Inc. Chairman Lee said".
_COMPANY = frozenset("inc ltd co corp bros".split())
_OFFICERS = frozenset(
    "chairman chairwoman chief president director vice founder executive senior managing ceo spokesman spokeswoman".split()
)


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
    if word.isdigit() and (
        begin + len(word) == mark.start()
        or (len(word) <= 2 and first.isupper() and _first_word(following).lower() in MONTHS)
    ):
        return False  # the number of a list item; "3. October"
    if mark.group() == "!" and word == "Yahoo":
        return False
    if mark.group()[0] in "!?":
        return not (closers and re.match(r"(?:he|she|it|they|[A-Z]\w+) (?:said|asked|added|told|wrote)\b", following))
    if mark.group().startswith((".", "…")) and not closers:
        read = text[begin : min(mark.start(), begin + _LONGEST_WORD)]
        opening = len(read.split()) <= 3  # "At 9 a.m. Prime Minister Kan arrived"
        return _period_ends(lowered, word, following, first, opening)
    # a full stop inside closing quotation marks: the sentence ends unless a speech verb follows in lower case
    return True


def _period_ends(lowered: str, word: str, following: str, first: str, opening: bool) -> bool:
    next_word = _first_word(following)
    starter = next_word.lower() in _STARTERS and next_word[:1].isupper()
    if word == "no" and not first.isdigit():
        return True  # "The answer was no."
    if lowered in _TITLES:
        return lowered in {"no", "p", "v", "art"} and not first.isdigit() and starter
    if lowered in _CLOCK and not opening:
        return first.isupper() and next_word.lower().rstrip(".") not in _OF_TIME
    if lowered in _COMPANY and re.match(r"[A-Z][\w’'-]+ [a-z]", following):
        return next_word.lower() not in _OFFICERS
    if len(lowered) == 1 and word[0].isupper():
        return starter and lowered in "ivx"  # an initial: "J. Smith"
    if lowered in _MAY_END or re.fullmatch(r"(?:[a-z]\.)+[a-z]", lowered):
        return starter
    return True


def _first_word(following: str) -> str:
    match = re.match(r"[\"'“‘(]*([\w’'-]+(?:\.[A-Za-z])*)", following)
    return match.group(1) if match else ""


def _word_before(text: str, begin: int, position: int) -> str:
    match = re.search(r"[\w.’'&-]+$", text[max(begin, position - _LONGEST_WORD) : position])
    return match.group() if match else ""
