"""A project folder: readers see committed states only, and keep the one they opened."""

import pyarrow as pa
import pytest

from detente.errors import ProjectError, SchemaError
from detente.schema.panel import EVIDENCE
from detente.settings import Settings
from detente.store.journal import BatchEntry
from detente.store.manifest import Manifest
from detente.store.project import ProjectStore


def evidence(event_id):
    return pa.table({"cell": ["c"], "event_id": [event_id]}, schema=EVIDENCE)


def commit(store, state, event_id):
    part = store.write("evidence", evidence(event_id))
    store.commit(Manifest(state=state, tables={"evidence": (part,)}))
    return part


def test_a_written_part_is_seen_only_after_the_commit(tmp_path):
    writer = ProjectStore.create(tmp_path / "p", Settings())
    commit(writer, "one", "e1")
    writer.write("evidence", evidence("e2"))
    assert ProjectStore.open(tmp_path / "p").table("evidence")["event_id"].to_pylist() == ["e1"]


def test_a_reader_keeps_its_state_while_one_run_commits(tmp_path):
    writer = ProjectStore.create(tmp_path / "p", Settings())
    commit(writer, "one", "e1")
    reader = ProjectStore.open(tmp_path / "p")
    commit(writer, "two", "e2")
    assert reader.table("evidence")["event_id"].to_pylist() == ["e1"]
    assert ProjectStore.open(tmp_path / "p").table("evidence")["event_id"].to_pylist() == ["e2"]


def test_parts_that_nobody_needs_are_swept_by_the_run_after_next(tmp_path):
    writer = ProjectStore.create(tmp_path / "p", Settings())
    parts = [commit(writer, state, state) for state in ("one", "two", "three")]
    assert [(tmp_path / "p" / part.name).exists() for part in parts] == [False, True, True]
    writer.sweep()
    assert [(tmp_path / "p" / part.name).exists() for part in parts] == [False, False, True]


def test_the_parts_of_a_finished_batch_outlive_a_sweep(tmp_path):
    store = ProjectStore.create(tmp_path / "p", Settings())
    part = store.write("evidence", evidence("e1"))
    store.finish(BatchEntry("k-0", True, ("d1",), (), {"evidence": part}))
    lost = store.write("evidence", evidence("e2"))
    store.sweep()
    assert (store.path / part.name).exists()
    assert not (store.path / lost.name).exists()
    assert store.finished("k-0") == BatchEntry("k-0", True, ("d1",), (), {"evidence": part})


def test_a_finished_batch_without_its_part_is_not_finished(tmp_path):
    store = ProjectStore.create(tmp_path / "p", Settings())
    part = store.write("evidence", evidence("e1"))
    store.finish(BatchEntry("k-0", True, ("d1",), (), {"evidence": part}))
    (store.path / part.name).unlink()
    assert store.finished("k-0") is None


def test_duckdb_reads_the_committed_parts_in_order(tmp_path):
    store = ProjectStore.create(tmp_path / "p", Settings())
    parts = tuple(store.write("evidence", evidence(name)) for name in ("b", "a"))
    store.commit(Manifest(state="one", tables={"evidence": parts}))
    assert store.relation("evidence").fetchall() == [("c", "b"), ("c", "a")]
    assert store.relation("panel").fetchall() == []


def test_a_folder_of_something_else_is_left_alone(tmp_path):
    (tmp_path / "thesis.docx").write_bytes(b"years of work")
    with pytest.raises(ProjectError) as refused:
        ProjectStore.create(tmp_path, Settings())
    assert str(refused.value) == (f"{tmp_path}: holds other files and is no detente project. Give -o a new folder.")
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.docx"]


def test_the_users_settings_file_is_never_overwritten(tmp_path):
    (tmp_path / "detente.toml").write_text('coder = "lexical"  # mine\n')
    ProjectStore.create(tmp_path, Settings())
    assert (tmp_path / "detente.toml").read_text() == 'coder = "lexical"  # mine\n'


def test_opening_what_is_no_project_says_how_to_make_one(tmp_path):
    with pytest.raises(ProjectError, match=r"no detente project .* Make one with `detente run`"):
        ProjectStore.open(tmp_path)


def test_an_unknown_table_is_an_error_that_lists_the_tables(tmp_path):
    store = ProjectStore.create(tmp_path / "p", Settings())
    with pytest.raises(SchemaError, match="No table 'evnts'; choose one of documents, sentences"):
        store.table("evnts")


def test_a_table_of_the_wrong_shape_is_not_stored(tmp_path):
    store = ProjectStore.create(tmp_path / "p", Settings())
    with pytest.raises(SchemaError, match="declared columns"):
        store.write("evidence", pa.table({"cell": ["c"]}))
