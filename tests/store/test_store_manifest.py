"""The manifest says the same with the same bytes, or says that it is damaged."""

import pytest

from detente.errors import ProjectError
from detente.store.manifest import MANIFEST_FILE, Manifest, read_manifest, write_manifest
from detente.store.parts import Part

MANIFEST = Manifest(
    state="5f",
    versions={"detente": "0.1.0"},
    settings={"coder": "lexical", "measure": {"period": "month"}},
    inputs=(("a.txt", "00ff"), ("https://example.org/", "")),
    batches=("k-0", "k-1"),
    counts={"events": 3},
    tables={"events": (Part("events/1.parquet", 2), Part("events/2.parquet", 1))},
)


def test_a_manifest_is_read_as_it_was_written(tmp_path):
    write_manifest(tmp_path, MANIFEST)
    assert read_manifest(tmp_path) == MANIFEST
    first = (tmp_path / MANIFEST_FILE).read_bytes()
    write_manifest(tmp_path, MANIFEST)
    assert (tmp_path / MANIFEST_FILE).read_bytes() == first


def test_a_folder_without_manifest_has_none(tmp_path):
    assert read_manifest(tmp_path) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "cannot be read"),
        ("[]", "not a manifest of format 1"),
        ('{"format": 9}', "not a manifest of format 1"),
        ('{"format": 1, "inputs": 3}', "damaged"),
    ],
)
def test_a_damaged_manifest_is_an_error_with_a_remedy(tmp_path, text, said):
    (tmp_path / MANIFEST_FILE).write_text(text)
    with pytest.raises(ProjectError, match=said):
        read_manifest(tmp_path)
