"""Files are whole or absent, whatever happens to the writer."""

import pytest

from detente.store.atomic import TEMPORARY, remove_leftovers, write_atomic


def test_a_file_is_replaced_whole_and_nothing_is_left_beside_it(tmp_path):
    path = tmp_path / "folder" / "table.parquet"
    write_atomic(path, b"old")
    write_atomic(path, b"new")
    assert path.read_bytes() == b"new"
    assert [found.name for found in path.parent.iterdir()] == ["table.parquet"]


def test_a_failed_write_leaves_the_old_file(tmp_path):
    path = write_atomic(tmp_path / "a.json", b"old")
    with pytest.raises(TypeError):
        write_atomic(path, "text, not bytes")  # type: ignore[arg-type]
    assert path.read_bytes() == b"old"


def test_what_a_killed_writer_left_is_cleared_away_and_nothing_else(tmp_path):
    (tmp_path / f"manifest.json.123{TEMPORARY}").write_bytes(b"half")
    (tmp_path / "notes.tmp").write_bytes(b"the user's own")
    assert remove_leftovers(tmp_path) == 1
    assert [found.name for found in tmp_path.iterdir()] == ["notes.tmp"]
