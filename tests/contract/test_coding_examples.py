"""The sentences in docs/methods are coded as the tables beside them say.

`python tests/contract/test_coding_examples.py` writes what the coder gives now into the tables; read the difference.
"""

import re
from pathlib import Path

import pytest

import detente
from detente.settings import Settings

METHODS = Path(__file__).resolve().parents[2] / "docs" / "methods"
PAGES = ("coding.md", "coding-decisions.md")
PUBLISHED = "2023-08-21"
TABLE = re.compile(r"^\| sentence \| coded \|\n\|---\|---\|\n((?:\|.*\|\n)+)", re.MULTILINE)
ROW = re.compile(r"^\| (?P<sentence>.+?) \|(?P<coded>.*)\|$", re.MULTILINE)


def coded(sentence):
    """The events of a sentence in the words of the tables."""
    found = []
    for event in detente.code(sentence, PUBLISHED, settings=Settings(coder="lexical")):
        mode = f"/{event.mode}" if event.mode else ""
        words = [f"{event.actor} {event.event_type}{mode} {event.recipient}".rstrip()]
        words += [event.modality] if event.modality != "asserted" else []
        words += [event.kind] if event.kind != "act" else []
        found.append(", ".join(words))
    return "; ".join(found) or "no event"


@pytest.mark.parametrize("page", PAGES)
def test_every_sentence_is_coded_as_the_page_says(page):
    rows = [row for table in TABLE.findall((METHODS / page).read_text("utf-8")) for row in ROW.finditer(table)]
    assert len(rows) >= 5
    said = {row["sentence"]: row["coded"].strip() for row in rows}
    assert {sentence: coded(sentence) for sentence in said} == said


if __name__ == "__main__":
    for name in PAGES:
        text = (METHODS / name).read_text("utf-8")
        text = TABLE.sub(lambda t: ROW.sub(lambda r: f"| {r['sentence']} | {coded(r['sentence'])} |", t[0])
                         .replace("| sentence | no event |", "| sentence | coded |")
                         .replace("| --- | no event |", "|---|---|"), text)  # fmt: skip
        (METHODS / name).write_text(text, "utf-8")
