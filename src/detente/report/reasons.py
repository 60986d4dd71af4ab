"""Reasons given: sentences in which someone says why, quoted with who says it, and not scored."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from detente.report.clean import clean
from detente.report.items import parties_words, speaker_words
from detente.report.marks import Piece, cut
from detente.report.reading import Reading, Row
from detente.report.wording import day_words, joined

PHRASES = (
    "in the wake of", "in the face of", "in light of", "in view of", "in response to", "in retaliation for",
    "in return for", "in protest against", "in protest at", "because of", "because", "due to", "owing to",
    "on account of", "attributed to", "blamed on", "led to", "lead to", "leads to", "leading to", "resulted in",
    "as a result of", "as a consequence of", "thanks to", "driven by", "prompted by", "motivated by",
    "triggered by", "spurred by", "sparked by", "provoked by", "caused by", "stems from", "stemmed from",
    "stemming from", "fearing", "for fear of", "out of concern", "amid fears", "worried about", "worried by",
    "alarmed by", "in order to counter", "with the aim of", "so as to", "citing", "on the grounds", "in answer to",
    "in reaction to", "in retaliation", "over concerns", "in an effort to", "in a bid to", "to counter", 
    "retaliated for", "retaliating for", "over fears", "out of fear",
    "to deter", "to punish", "in protest over",
)  # fmt: skip
# An aim is a reason only where it is something to be done: "aimed at countering", not "aimed at no one".
REASON = re.compile(
    rf"\b(?:{'|'.join(sorted(map(re.escape, PHRASES), key=len, reverse=True))}|aimed at(?= \w+ing\b))\b",
    re.IGNORECASE,
)
SAYING = re.compile(
    r"\b(?:(?<!be )(?<!that )said|says|told|argue[ds]?|explain(?:s|ed)|warned|according to"
    r"|(?:claim(?:s|ed)?|stated|added|noted) that)\b|[“\"][^”\"]{25,}",
    re.IGNORECASE,
)
PLAIN = (  # words that tell a reason and nothing else: one actor of the corpus in the sentence is enough
    "because", "because of", "in response to", "in retaliation for", "in protest against", "in protest at",
    "attributed to", "blamed on", "fearing", "for fear of", "motivated by", "prompted by", "provoked by",
)  # fmt: skip
BLAMING = re.compile(r"\b(?:accus|blam|alleg)\w+", re.IGNORECASE)
SHOWN, LIMIT = 12, 80


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence that gives a reason; `giver` says who gives it, `about` which actors its acts join, if any."""

    pieces: tuple[Piece, ...]
    giver: str
    about: str
    document: int
    published: str


@dataclass(frozen=True, slots=True)
class Reasons:
    """Reasons, those for coded acts first, then the newest; the first few apart; how many more there are."""

    first: tuple[Reason, ...]
    rest: tuple[Reason, ...]
    left_out: int


def reasons(reading: Reading) -> Reasons:
    """Sentences with a phrase of cause that hold a coded act or name two actors of the corpus; one, if it is plain.

    The giver is the speaker of the act in the sentence; else the accuser; else "someone quoted" where the sentence
    carries a verb of saying or quotation marks; else the writer. Near-duplicate documents are left out. Nothing here
    is scored.
    """
    acts: dict[tuple[str, int], list[Row]] = defaultdict(list)
    for row in reading.events:
        acts[row["document_id"], row["sentence_index"]].append(row)
    names = _name_pattern(reading)
    found: list[tuple[tuple[bool, int, int, int], Reason]] = []
    for key, sentence in reading.sentences.items():
        document = reading.documents.get(key[0])
        if document is None or document["document_cluster"] not in (None, key[0]) or sentence["is_heading"]:
            continue
        text = clean(sentence["text"])
        matches = list(REASON.finditer(text))
        named = len({name.lower() for name in names.findall(text)})
        least = 1 if any(match[0].lower() in PLAIN for match in matches) else 2
        if not matches or not (key in acts or named >= least):
            continue
        published: date | None = document["published"]
        rows = acts.get(key, [])
        reason = Reason(
            cut(text, [(*match.span(), "phrase") for match in matches]),
            _giver(reading, rows, text, document),
            parties_words(reading, rows) if rows else "",
            reading.numbers[key[0]],
            day_words(published),
        )
        order = (not rows, -(published or date.min).toordinal(), reading.numbers[key[0]], key[1])
        found.append((order, reason))
    ordered = [reason for _, reason in sorted(found, key=lambda entry: entry[0])]
    return Reasons(tuple(ordered[:SHOWN]), tuple(ordered[SHOWN:LIMIT]), max(0, len(ordered) - LIMIT))


def _giver(reading: Reading, rows: list[Row], text: str, document: Row) -> str:
    speakers = list(dict.fromkeys(speaker_words(reading, row) for row in rows if row["attribution"]))
    if speakers:
        return joined(speakers, 2)
    blaming = [reading.name(row["actor"]) for row in rows if BLAMING.search(row["trigger"] or "")]
    if blaming:
        return f"{joined(list(dict.fromkeys(blaming)), 2)}, in an accusation"
    if SAYING.search(text):
        return "someone quoted or reported, not resolved"
    writer = clean(document["author"] or document["publisher"] or "")
    return f"the writer ({writer})" if writer else "the writer"


def _name_pattern(reading: Reading) -> re.Pattern[str]:
    """Matches the words by which the corpus names its actors."""
    words = set(reading.names.values())
    words |= {row[end] for row in reading.events for end in ("actor_text", "recipient_text") if row[end]}
    proper = sorted(
        (word for word in words if word[:1].isupper() and len(word) > 2), key=lambda word: (-len(word), word)
    )
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, proper[:2000])) or '(?!)'})\b")
