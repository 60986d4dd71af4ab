"""The annotated references that train the resolver: whole, and varied."""

import json
from collections import Counter
from pathlib import Path

import pytest

from detente.lexicon.names import states

FOLDER = Path(__file__).resolve().parents[2] / "training" / "resolution"
ORGANISATIONS = {"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"}


@pytest.fixture(scope="module")
def rows() -> list[tuple[str, dict]]:
    return [
        (path.name, json.loads(line))
        for path in sorted(FOLDER.glob("references-*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    ]


def test_every_annotation_stands_where_it_says(rows):
    wrong = [
        (name, told["mention"])
        for name, row in rows
        for told in (*row["references"], *row.get("people", ()))
        if row["text"][told["start"] : told["start"] + len(told["mention"])] != told["mention"]
    ]
    assert wrong == []


def test_every_code_is_a_state_or_an_organisation(rows):
    known = set(states()) | ORGANISATIONS
    codes = {code for _, row in rows for told in (*row["references"], *row.get("people", ())) for code in told["codes"]}
    assert codes <= known


def test_no_text_is_there_twice(rows):
    assert [text for text, n in Counter(row["text"] for _, row in rows).items() if n > 1] == []


def test_there_are_thousands_of_references_and_some_refer_to_nobody(rows):
    references = [told for _, row in rows for told in row["references"]]
    assert len(references) > 8000
    assert 0.08 < sum(not told["codes"] for told in references) / len(references) < 0.3
    assert sum(len(row.get("people", ())) for _, row in rows) > 1500
