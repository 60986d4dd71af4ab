"""Batches: the same input gives the same key, and a new input disturbs its own batch only."""

from pathlib import Path

from detente.pipeline.batches import MAX_SOURCES, plan_batches
from detente.read.sources import Source
from detente.schema.rejected import Rejected


def files(folder, n):
    folder.mkdir(exist_ok=True)
    for number in range(n):
        (folder / f"{number:04d}.txt").write_text(f"text {number}")
    return [Source(str(path), "file") for path in sorted(folder.iterdir())]


def keys(sources, versions="v1"):
    return [batch.key for batch in plan_batches(sources, versions, max_bytes=1000)]


def test_no_input_is_lost_or_moved(tmp_path):
    sources = files(tmp_path / "c", 300)
    batches = list(plan_batches(sources, "v1", max_bytes=1000))
    assert [source for batch in batches for source in batch.inputs] == sources
    assert max(len(batch.inputs) for batch in batches) <= MAX_SOURCES


def test_keys_depend_on_bytes_and_versions_only(tmp_path):
    sources = files(tmp_path / "c", 100)
    first = keys(sources)
    assert keys(sources) == first
    assert set(keys(sources, "v2")).isdisjoint(first)
    (tmp_path / "c" / "0050.txt").write_text("another text")
    assert len(set(keys(sources)) - set(first)) == 1


def test_a_new_file_in_the_middle_leaves_most_batches_as_they_are(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # names without the folder of this run, on which the boundaries would depend
    folder = Path("c")
    first = keys(files(folder, 600))
    (folder / "0300a.txt").write_text("new")
    assert len(set(keys(files(folder, 600))) - set(first)) <= 2


def test_an_address_has_no_key_before_it_is_read(tmp_path):
    sources = [*files(tmp_path / "c", 3), Source("https://example.org/", "url")]
    assert [bool(key) for key in keys(sources)][-2:] == [True, False]


def test_an_input_that_could_not_be_listed_has_a_place_in_its_batch():
    missing = Rejected("gone.txt", "file", "no such file or folder", "Check the path")
    (batch,) = plan_batches([missing], "v1", max_bytes=1000)
    assert batch.inputs == (missing,)
    assert batch.key
