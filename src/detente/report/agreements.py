"""Agreements: what the documents say was agreed, with the sentences that state its provisions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container
from dataclasses import dataclass
from datetime import date

from detente.report.clean import clean
from detente.report.items import Item, items_of
from detente.report.marks import Piece, cut
from detente.report.reading import Reading, Row

TYPES = ("AGREE", "SUPPORT", "COOPERATE", "CONCEDE")
# Nouns for what states agree on paper; a trigger with one of them, or beside one, tells of an agreement.
INSTRUMENTS = re.compile(
    r"\b(?:agreements?|treat(?:y|ies)|pacts?|deals?|accords?|memorand(?:um|a)|communiqu[eé]s?|conventions?|protocols?"
    r"|(?:joint|common) (?:statements?|declarations?|plans?|vision)|truces?|armistices?|(?:swap|trade|security) "
    r"arrangements?|partnerships?|charters?)\b",
    re.IGNORECASE,
)
AGREEING = re.compile(
    r"\b(?:agree[ds]?|agreeing|sign(?:ed|s|ing)?|conclude[ds]?|ratif\w+|reached|adopted|struck|sealed|clinched"
    r"|renew(?:ed|s)?|extend(?:ed|s)?|entered into|joined|established|launched|finali[sz]ed)\b",
    re.IGNORECASE,
)
PROVISIONS = re.compile(
    r"\b(?:agree[ds]? (?:to|on|that)|will|shall|would|includ(?:es?|ed|ing)|provid(?:es?|ed) for|calls? for"
    r"|commit(?:s|ted)?|pledge[sd]?|undertak\w+|under (?:the|this|that) (?:agreement|treaty|pact|deal|accord)"
    r"|stipulat\w+|set up|establish\w*)\b",
    re.IGNORECASE,
)
FOLLOWING = 3  # sentences after that of the agreement in which provisions are looked for, in its paragraph
LIMIT = 60


@dataclass(frozen=True, slots=True)
class Agreement:
    """One agreement as one sentence tells it; `provisions` are sentences with the word that makes them one marked."""

    item: Item
    stated: bool
    provisions: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True)
class Agreements:
    """Agreements, newest first, and how many more there are."""

    shown: tuple[Agreement, ...]
    left_out: int


def agreements(reading: Reading) -> Agreements:
    """Cooperative events that tell of an agreement, one entry a sentence, with its provisions.

    A sentence states a provision when it carries "agreed to", "will", "includes" or the like: the sentence itself,
    or one of the next three of its paragraph that follow without a break. What is denied or only imagined is left out.
    """
    by_sentence: dict[tuple[str, int], list[Row]] = defaultdict(list)
    for row in reading.events:
        if row["event_type"] in TYPES and row["modality"] not in ("negated", "hypothetical") and _tells(row):
            by_sentence[row["document_id"], row["sentence_index"]].append(row)
    found = []
    for (document_id, index), rows in by_sentence.items():
        item = items_of(reading, [{**row, "incident_id": None, "event_group": "one"} for row in rows])[0]
        sentence = rows[0]["sentence"]
        found.append(
            Agreement(item, bool(PROVISIONS.search(sentence)), _following(reading, document_id, index, by_sentence))
        )
    found.sort(key=lambda entry: (entry.item.day is None, -(entry.item.day or date.min).toordinal(), entry.item.anchor))
    return Agreements(tuple(found[:LIMIT]), max(0, len(found) - LIMIT))


def _tells(row: Row) -> bool:
    """A word of agreeing carries it, or stands beside an instrument that does: a pact merely spoken of is none."""
    trigger, sentence = row["trigger"] or "", row["sentence"] or ""
    if AGREEING.search(trigger):
        return row["event_type"] in ("AGREE", "CONCEDE") or bool(INSTRUMENTS.search(sentence))
    told = INSTRUMENTS.search(trigger) or row["event_type"] == "AGREE"
    return bool(told) and row["kind"] == "act" and bool(AGREEING.search(sentence))


def _following(
    reading: Reading, document_id: str, index: int, told: Container[tuple[str, int]]
) -> tuple[tuple[Piece, ...], ...]:
    """Provisions in the sentences after the one of the agreement, up to one that is `told` as an agreement itself."""
    first = reading.sentences.get((document_id, index))
    provisions = []
    for step in range(1, FOLLOWING + 1):
        sentence = reading.sentences.get((document_id, index + step))
        if first is None or sentence is None or sentence["paragraph_index"] != first["paragraph_index"]:
            break
        if sentence["is_heading"] or (document_id, index + step) in told or not PROVISIONS.search(sentence["text"]):
            break
        text = clean(sentence["text"])
        provisions.append(cut(text, [(*match.span(), "phrase") for match in PROVISIONS.finditer(text)]))
    return tuple(provisions)
