"""Splitting into sentences: our own hard cases, and exact places in the stored text."""

import json
from pathlib import Path

import pytest

from detente.parse.sentences import split_sentences
from detente.schema.document import Document

GOLD = Path(__file__).resolve().parents[1] / "gold" / "sentences.jsonl"
CASES = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]
# Four are known to fail: two put a quotation of several sentences into one, "from the U.S. Prices", "Carl XVI. Gustaf".
FLOOR = 56


def split(text: str) -> list[str]:
    """Sentences of a text."""
    return [sentence.text for sentence in split_sentences(Document("d", "s", text))]


def test_the_gold_sentences_are_split_as_annotated():
    assert len(CASES) >= 60
    wrong = [case["text"] for case in CASES if split(case["text"]) != case["sentences"]]
    assert len(CASES) - len(wrong) >= FLOOR, "\n".join(wrong)


def test_every_sentence_lies_where_it_says_and_nothing_is_lost():
    for case in CASES:
        sentences = split_sentences(Document("d", "s", case["text"]))
        assert all(case["text"][s.char_start : s.char_end] == s.text for s in sentences)
        assert "".join(s.text for s in sentences).split() == case["text"].split() or "".join(
            "".join(s.text for s in sentences).split()
        ) == "".join(case["text"].split())
        assert [s.sentence_index for s in sentences] == list(range(len(sentences)))


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("The U.S. president met Mr. Sato. He left.", 2),
        ("Apple Inc. Chairman Lee met Gen. Park at 9 a.m. Monday.", 1),
        ("At 9 a.m. Prime Minister Kan arrived.", 1),
        ("They met until 9 p.m. Rain fell.", 2),
        ("Fighting began at 3.15 a.m. The port burned.", 2),
        ("It cost $3.5 million. Nobody paid.", 2),
        ("“We agree,” he said. “So do we.”", 2),
        ("The answer was no. Talks ended.", 2),
        ("No. 10 declined to comment.", 1),
        ("Who fired first? Nobody knows!", 2),
        ("J. K. Sato signed.", 1),
        ("The order of 3. October stands.", 1),
    ],
)
def test_abbreviations_times_initials_and_numbers(text, n):
    assert len(split(text)) == n


def test_numbered_lists_are_split_by_line():
    assert split("They agreed:\n1. Trade resumes.\n2. Envoys return.") == [
        "They agreed:", "1. Trade resumes.", "2. Envoys return.",
    ]  # fmt: skip


def test_a_short_paragraph_without_closing_mark_is_a_heading():
    sentences = split_sentences(Document("d", "s", "A thaw in Tokyo\n\nJapan met Korea. They agreed."))
    assert [(s.text, s.is_heading, s.paragraph_index) for s in sentences] == [
        ("A thaw in Tokyo", True, 0), ("Japan met Korea.", False, 1), ("They agreed.", False, 1),
    ]  # fmt: skip


def test_an_empty_document_has_no_sentence():
    assert split("") == split(" \n\n ") == split("***") == []
