"""The annotated sentences that train the coder: whole, varied, and mostly about pairs that do nothing."""

import re
import sys
from collections import Counter
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "training" / "coder"
sys.path.insert(0, str(FOLDER))

from agreement import kappas, pairs  # noqa: E402
from sentences import AnnotatedSentence, read_sentences  # noqa: E402


@pytest.fixture(scope="module")
def sentences() -> list[AnnotatedSentence]:
    return list(read_sentences())


def words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.lower())


def test_every_file_says_what_its_writer_was_asked_for():
    for path in sorted((FOLDER / "text").glob("*.txt")):
        assert path.read_text("utf-8").startswith("# assignment:"), path.name


def test_no_sentence_is_there_twice(sentences):
    assert [text for text, n in Counter(s.text for s in sentences).items() if n > 1] == []


def test_few_runs_of_five_words_return(sentences):
    runs = Counter(
        run for s in sentences for run in {tuple(words(s.text)[i : i + 5]) for i in range(len(words(s.text)) - 4)}
    )
    repeated = sum(n for n in runs.values() if n > 1)
    assert repeated / sum(runs.values()) < 0.03


def test_no_skeleton_is_filled_again_and_again(sentences):
    """A skeleton is the sentence with its capitalised words and numbers taken out."""
    skeletons = Counter(re.sub(r"\b[A-Z][\w’'-]*|\d+", "_", s.text) for s in sentences)
    assert max(skeletons.values()) <= 3


def test_most_pairs_have_no_event_and_each_type_has_hundreds(sentences):
    pairs = sum(len(s.actors) * (len(s.actors) - 1) for s in sentences)
    told = sum(len({(e.actor, e.recipient) for e in s.events if e.recipient >= 0}) for s in sentences)
    assert told < pairs / 2
    types = Counter(e.event_type for s in sentences for e in s.events)
    assert len(types) == 16
    assert min(types.values()) >= 200
    assert sum(not s.events for s in sentences) > len(sentences) / 10


def test_the_test_half_is_not_among_the_training_text(sentences):
    gold = FOLDER.parents[1] / "tests" / "gold" / "pairs_test.jsonl"
    import json

    held = {json.loads(line)["text"] for line in gold.read_text("utf-8").splitlines()}
    assert held.isdisjoint(s.text for s in sentences)


def test_two_labellings_agree_on_every_type():
    found = list(pairs())
    assert len(found) > 20_000
    by_type = kappas(found)
    assert len(by_type) == 17
    assert min(by_type.values()) > 0.9
