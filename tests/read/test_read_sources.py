"""What the user names becomes a sorted list of sources, and what cannot be found is reported."""

import io
import os
import pickle
import sys
from types import SimpleNamespace

import pytest

from detente.errors import SettingsError
from detente.read.documents import read_documents
from detente.read.sources import Source, list_sources
from detente.settings import ReadSettings

SETTINGS = ReadSettings()
TEXT = "Norway and Sweden signed an agreement on joint air defence in Oslo on Monday."


@pytest.fixture
def folder(tmp_path):
    for name in ("b.txt", "a.txt", "deep/er/c.md", ".hidden.txt", ".git/config", "deep-2.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT)
    return tmp_path


def names(found, folder):
    return [os.path.relpath(item.path_or_url, folder) for item in found]


def test_a_folder_is_searched_with_its_folders_sorted_and_without_hidden_names(folder):
    found = list(list_sources([str(folder)], SETTINGS))
    assert names(found, folder) == ["a.txt", "b.txt", os.path.join("deep", "er", "c.md"), "deep-2.txt"]


def test_patterns_are_expanded_and_a_file_named_twice_is_read_once(folder):
    found = list(list_sources([str(folder / "*.txt"), str(folder / "a.txt"), str(folder)], SETTINGS))
    assert names(found, folder) == ["a.txt", "b.txt", "deep-2.txt", os.path.join("deep", "er", "c.md")]
    assert names(list_sources([str(folder / "**" / "*.md")], SETTINGS), folder) == [os.path.join("deep", "er", "c.md")]


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("nowhere.txt", "no such file or folder"),
        ("nowhere/*.txt", "no file matches this pattern"),
        ("ftp://example.org/a.txt", "ftp:// addresses are not read"),
        ("file:///etc/passwd", "file:// addresses are not read"),
        ("", "not a path"),
        ("a\0b", "not a path"),
    ],
)
def test_what_cannot_be_found_is_reported_with_a_remedy(given, reason):
    (rejected,) = list_sources([given], SETTINGS)
    assert (rejected.source, rejected.scope, rejected.reason) == (given, "file", reason)
    assert rejected.remedy


def test_an_empty_folder_is_reported(tmp_path):
    (rejected,) = list_sources([str(tmp_path)], SETTINGS)
    assert rejected.reason == "the folder holds no files"


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_that_leads_out_of_its_folder_is_refused(tmp_path):
    (tmp_path / "secret.txt").write_text(TEXT)
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "a.txt").write_text(TEXT)
    (inside / "link.txt").symlink_to(tmp_path / "secret.txt")
    (inside / "loop").symlink_to(inside)
    found = list(list_sources([str(inside)], SETTINGS))
    assert [getattr(item, "reason", "read") for item in found] == ["read", "a link that leads out of the folder"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_is_refused_and_not_waited_for(tmp_path, read_inputs):
    os.mkfifo(tmp_path / "pipe.txt")
    documents, (rejected,) = read_inputs([str(tmp_path)])
    assert documents == []
    assert rejected.reason == "not a regular file (a device, pipe or folder)"


def test_standard_input_is_read_by_its_content(monkeypatch, read_inputs):
    page = f"<!doctype html><html><body><article><p>{TEXT}</p><p>{TEXT[:-1]} again.</p></article></body></html>"
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(page.encode())))
    (document,), rejected = read_inputs(["-"])
    assert (document.source, document.reader, rejected) == ("-", "html/1", [])


def test_standard_input_has_a_limit(monkeypatch, read_inputs):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"word " * 1000)))
    _, (rejected,) = read_inputs(["-"], max_bytes=4000)
    assert rejected.reason == "more than 4,000 bytes on standard input"


def test_a_source_can_be_handed_to_another_process():
    source = Source("-", "stdin", b"x")
    assert pickle.loads(pickle.dumps(source)) == source


def test_bad_files_do_not_stop_the_good_ones(tmp_path, read_inputs):
    (tmp_path / "1.txt").write_text(TEXT)
    (tmp_path / "2.txt").write_bytes(b"")
    (tmp_path / "3.txt").write_text(TEXT + " Russia criticised it.")
    documents, (rejected,) = read_inputs([str(tmp_path)])
    assert [os.path.basename(document.source) for document in documents] == ["1.txt", "3.txt"]
    assert rejected.reason == "the file is empty"


def test_a_published_option_that_is_no_day_is_an_error_of_the_user():
    with pytest.raises(SettingsError, match="'May 2023' is not a day"):
        list(read_documents([], ReadSettings(published="May 2023")))
