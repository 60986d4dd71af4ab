"""Parts are named by their bytes, and damage is noticed."""

import pyarrow as pa
import pytest

from detente.errors import ProjectError
from detente.schema.panel import EVIDENCE
from detente.store.parts import read_part, write_part


def evidence(*event_ids):
    return pa.table({"cell": ["JPN|KOR"] * len(event_ids), "event_id": list(event_ids)}, schema=EVIDENCE)


def test_the_same_rows_give_the_same_file_however_they_are_chunked(tmp_path):
    whole = write_part(tmp_path, "evidence", evidence("a", "b"))
    chunked = write_part(tmp_path, "evidence", pa.concat_tables([evidence("a"), evidence("b")]))
    assert whole == chunked
    assert len(list((tmp_path / "evidence").iterdir())) == 1
    assert read_part(tmp_path, whole, EVIDENCE).to_pylist() == evidence("a", "b").to_pylist()


def test_other_rows_give_another_file(tmp_path):
    assert write_part(tmp_path, "evidence", evidence("a")) != write_part(tmp_path, "evidence", evidence("b"))


def test_a_damaged_part_is_an_error_with_a_remedy(tmp_path):
    part = write_part(tmp_path, "evidence", evidence("a"))
    (tmp_path / part.name).write_bytes(b"PAR1 no more")
    with pytest.raises(ProjectError, match=r"cannot be read .* run `detente run` on it again"):
        read_part(tmp_path, part, EVIDENCE)


def test_a_part_of_another_schema_is_an_error(tmp_path):
    part = write_part(tmp_path, "evidence", pa.table({"cell": ["x"]}))
    with pytest.raises(ProjectError, match="another version of detente"):
        read_part(tmp_path, part, EVIDENCE)
