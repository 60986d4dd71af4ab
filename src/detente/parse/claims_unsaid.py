"""Claims without a verb of speech: "if Tehran is to be believed", "Seoul's answer was curt: …", "per the ministry"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from detente.lexicon.tokens import tokenise
from detente.lexicon.words import AUXILIARIES
from detente.parse.speaker_phrases import phrase_after
from detente.schema.claim import Claim
from detente.schema.sentence import Sentence

_WHO = r"(?P<who>(?:[Tt]he |[Aa]n? |[A-Z])[^,;:.?!\"“”]{1,60}?)"
_TOLD = (
    "version|view|line|answer|reply|response|verdict|explanation|message|story|account|position|reading|excuse|"
    "defence|argument|reasoning|retort|charge|grievance|complaint|boast|case|point|suspicion"
)
_TEMPERS = (
    "blunt|furious|adamant|unmoved|unrepentant|unapologetic|defiant|indignant|outraged|emphatic|categorical|"
    "clear|scornful|scathing|bitter|"
    "unequivocal|dismissive|livid|incensed|angry|firm|curt|terse|unimpressed|sceptical|skeptical"
)
_BE = r"(?:is|was|were|are|remains?|remained|sounded|has been|had been)"
# What is told of the whole sentence.
_AROUND = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:[Ii]f|[Ss]hould) {_WHO} (?:is|are|was|were|be) (?:to be (?:believed|trusted|credited)|right|"
        rf"correct|believed|telling the truth)\b",
        rf"\b(?:[Ii]f (?:one|you|we) (?:believes?|trusts?|credits?|listens? to|is to believe|are to believe)|[Tt]o "
        rf"believe) {_WHO}(?=,|\.?$)",
        rf"\b[Bb]y {_WHO}(?:['’]s|(?<=s)['’]) (?:own )?(?:account|count|reckoning|estimate|telling|version|lights)\b",
        rf"\b[Tt]o hear {_WHO} tell it\b",
        rf"\b[Ff]or {_WHO} (?:there (?:is|was|can be|could be) (?:no|little) (?:doubt|question)|"
        rf"it (?:is|was) (?:clear|plain|obvious|certain|beyond doubt))\b",
        rf"^{_WHO} (?:takes?|took) note\b[^:;]{{0,40}} that\b",
        rf"(?:^|, |\()[Pp]er {_WHO}(?=,|\.?$|\))",
        rf"[–—,:] ?(?:thus|so) {_WHO}\.?$",
    )
)
# What is told after a colon.
_BEFORE_COLON = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^(?:The|One) (?:[a-z]+ )?(?:{_TOLD}|word) (?:from|in|of|out of|at) {_WHO}(?: {_BE}\b[^:]{{0,40}}| "
        rf"came\b[^:]{{0,40}})?: ",
        rf"^{_WHO}(?:['’]s|(?<=s)['’]) (?:[a-z]+ )?(?:{_TOLD})(?: {_BE}\b[^:]{{0,40}}| came\b[^:]{{0,40}}|, "
        rf"[^:]{{3,30}})?: ",
        rf"^{_WHO} {_BE} (?:\w+ )?(?:{_TEMPERS})\b[^:]{{0,40}}: ",
        rf"^{_WHO} (?:has|had|gave|gives|offered|offers|tells?|told) (?:an?|its|his|her|their|one|another) (?:\w+ "
        rf")?(?:{_TOLD})\b[^:]{{0,40}}: ",
        rf"^{_WHO} (?:saw|sees|tells?|told|reads?|took|takes) (?:it|things|the matter|that)\b[^:]{{0,40}}: ",
        rf"^{_WHO} (?:had|has|kept|keeps) (?:his|her|its|their) own\b[^:]{{0,40}}: ",
        rf"^{_WHO} (?:did not|does not|would not|never) mince\b[^:]{{0,40}}: ",
        rf"^{_WHO} (?:minced no words|left no doubt|leaves no doubt|had no doubt|has no doubt|went further|goes "
        rf"further)\b[^:]{{0,40}}: ",
        rf"^From {_WHO}, (?:an?|the|no) [^:]{{3,40}}: ",
        rf"^{_WHO}, (?:un\w+|again|\w+ly|in reply|in answer|for its part|by contrast): ",
    )
)
# A sentence that says how someone feels and no more: the next, of what had been done, is that one's.
_MOOD = re.compile(
    rf"^{_WHO} (?:{_BE} (?:\w+ly )?(?:{_TEMPERS})|was having none of it|hit back|struck back|bristled|demurred|"
    rf"disagreed|protested|fumed|raged)"
    r"(?: (?:on|at|with|over|about) [^.,;:]{2,40})?\.?$"
)
_OPENING = re.compile(
    r"^(?:Insisting|Claiming|Arguing|Saying|Alleging|Declaring|Complaining|Protesting|Charging|Maintaining|"
    r"Asserting|Contending|Announcing) that "
)
_BLAMING = re.compile(r"^(?:Accusing|Suspecting|Blaming) [^,;:]{2,60}? (?:of|for) ")
_OF = re.compile(
    rf"{_WHO}(?:['’]s|(?<=s)['’]) (?:\w+ )?(?:charges?|claims?|accusations?|allegations?|complaints?|talk) (?:of|"
    rf"about) (?P<what>[^,;:.]{{4,}})"
)

_QUOTED = re.compile(
    rf"{_WHO}(?:['’]s|(?<=s)['’]) (?:\w+ )?(?:statement|words?|remarks?|warning|promise|threat|vow|pledge|declaration|phrase)"
    r"(?: of|:)? [“\"](?P<what>[^”\"]{8,})"
)


def find_unsaid(sentences: Sequence[Sentence]) -> Iterator[Claim]:
    """Claims whose speaker is told without a verb of speech, in order."""
    mood: tuple[int, int, str] | None = None
    for sentence in sentences:
        if mood is not None and re.search(r"\bhad \w+|\bwould\b|\bwere \w+ing\b", sentence.text[:120]):
            yield Claim(*mood, ((sentence.char_start, sentence.char_end),), confidence=0.6)
        mood = None
        yield from _around(sentence)
        yield from _after_colon(sentence)
        yield from _after_opening(sentence)
        yield from _owned(sentence)
        felt = _MOOD.match(sentence.text)
        if felt is not None:
            mood = _who(felt, sentence)


def _who(found: re.Match[str], sentence: Sentence) -> tuple[int, int, str]:
    start, end = found.span("who")
    return sentence.char_start + start, sentence.char_start + end, found.group("who")


def _around(sentence: Sentence) -> Iterator[Claim]:
    for pattern in _AROUND:
        found = pattern.search(sentence.text)
        if found is not None:
            yield Claim(*_who(found, sentence), ((sentence.char_start, sentence.char_end),), confidence=0.8)
            return


def _after_colon(sentence: Sentence) -> Iterator[Claim]:
    for pattern in _BEFORE_COLON:
        found = pattern.match(sentence.text)
        if found is not None and _has_clause(sentence.text[found.end() :]):
            yield Claim(
                *_who(found, sentence), ((sentence.char_start + found.end(), sentence.char_end),), confidence=0.7
            )
            return


def _after_opening(sentence: Sentence) -> Iterator[Claim]:
    """'Insisting that Kigali had armed them, Kinshasa closed the border': the subject after the comma claims it."""
    opening = _OPENING.match(sentence.text) or _BLAMING.match(sentence.text)
    if opening is None:
        return
    tokens = tokenise(sentence.text, sentence.char_start)
    for k, token in enumerate(tokens[:-1]):
        if token.text != "," or token.char_start < sentence.char_start + opening.end():
            continue
        span = phrase_after(tokens, k + 1)
        if span is not None and span[1] < len(tokens) and tokens[span[1]].text.islower():
            start, end = tokens[span[0]].char_start, tokens[span[1] - 1].char_end
            text = sentence.text[start - sentence.char_start : end - sentence.char_start]
            yield Claim(start, end, text, ((sentence.char_start + opening.end(), token.char_start),), confidence=0.8)
            return


def _owned(sentence: Sentence) -> Iterator[Claim]:
    """'Kinshasa's charge of a Rwandan landing'."""
    for pattern, quoted in ((_OF, False), (_QUOTED, True)):
        found = pattern.search(sentence.text)
        if found is not None:
            start, end = found.span("what")
            span = (sentence.char_start + start, sentence.char_start + end)
            yield Claim(*_who(found, sentence), (span,), quoted, confidence=0.6)


def _has_clause(text: str) -> bool:
    words = text.lower().split()
    return len(words) > 3 and any(word in AUXILIARIES or word.endswith("ed") for word in words[1:])
