"""A corpus of four dispatches."""

import pytest
from pipeline_texts import FRENCH, SANCTIONS, TALKS, WEATHER


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name, text in {"a": SANCTIONS, "b": TALKS, "c": WEATHER, "d": FRENCH}.items():
        (folder / f"{name}.md").write_text(text, "utf-8")
    return folder
