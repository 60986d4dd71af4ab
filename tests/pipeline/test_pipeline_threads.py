"""Documents coded several at once: in their order, the same as one by one, and each failure its own."""

import threading
from datetime import date

import pytest

from detente.extract.trained.coder import TrainedCoder
from detente.pipeline.coding_step import code_chunk
from detente.pipeline.reading import Chunk
from detente.schema.document import Document
from detente.schema.protocols import Coded, Parsed

TEXTS = (
    "Kenya expelled the Ugandan consul on Monday. It gave no reason.",
    "The weather was fine.",
    "Ghana and Togo signed a treaty. Both countries had sought it for years.",
    "Kenya expelled the Ugandan consul on Monday. It gave no reason.",
    "Peru accused Ecuador of moving troops to the border. Ecuador denied it.",
)


@pytest.fixture(autouse=True)
def two_cores(monkeypatch):
    monkeypatch.setattr("detente.pipeline.coding_step.usable_cores", lambda: 2)


def chunk() -> Chunk:
    documents = [Document(f"d{text[:9]}{len(text)}", f"{i}.txt", text, published=date(1995, 1, 24), language="en")
                 for i, text in enumerate(TEXTS)]  # fmt: skip
    return Chunk(tuple(documents), (), True)


class Inherited(TrainedCoder):
    """A user's coder that does not say that it may be called from two threads."""

    def __init__(self) -> None:
        super().__init__()
        self.threads: set[int] = set()

    def __call__(self, parsed: Parsed) -> Coded:
        self.threads.add(threading.get_ident())
        return super().__call__(parsed)


class Meeting(Inherited):
    """Two of its documents must be in work at the same time."""

    is_thread_safe = True

    def __init__(self) -> None:
        super().__init__()
        self.meeting = threading.Barrier(2, timeout=60)

    def __call__(self, parsed: Parsed) -> Coded:
        if parsed.document.source in ("2.txt", "4.txt"):
            self.meeting.wait()
        return super().__call__(parsed)


class Failing(TrainedCoder):
    """Fails on one document."""

    is_thread_safe = True

    def __call__(self, parsed: Parsed) -> Coded:
        if "Ghana" in parsed.document.text:
            raise ValueError("no Ghana today")
        return super().__call__(parsed)


def test_two_documents_are_in_work_at_once_and_the_tables_are_those_of_one_after_the_other():
    meeting, inherited = Meeting(), Inherited()
    together, alone = code_chunk(chunk(), meeting, set()), code_chunk(chunk(), inherited, set())
    assert not meeting.meeting.broken
    assert len(meeting.threads) >= 2
    assert inherited.threads == {threading.get_ident()}
    assert {"KEN", "GHA", "TGO", "PER"} <= set(together["coded"].column("actor").to_pylist())
    assert {name: table.to_pylist() for name, table in together.items()} == {
        name: table.to_pylist() for name, table in alone.items()
    }
    assert together["documents"].column("source").to_pylist() == ["0.txt", "1.txt", "2.txt", "4.txt"]


def test_a_document_on_which_the_coder_fails_takes_nothing_from_the_others():
    tables = code_chunk(chunk(), Failing(), set())
    reasons = [row["reason"] for row in tables["rejected"].to_pylist()]
    assert any("no Ghana today" in reason for reason in reasons)
    assert any("the same bytes" in reason for reason in reasons)
    assert {"KEN", "PER"} <= set(tables["coded"].column("actor").to_pylist())
