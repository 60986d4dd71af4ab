"""The review log takes corrections in order and never forgets one."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest

from detente.errors import ProjectError
from detente.schema.review import Review
from detente.store.review_log import LOG_FILE, append_reviews, read_reviews


def review(value, event_id="e1"):
    return Review(0, event_id, "actor", value, "the text says so", "ana", "… said Seoul …", "2024-05-01T10:00:00+00:00")


def test_reviews_are_numbered_in_order_of_entry(tmp_path):
    append_reviews(tmp_path, [review("KOR")])
    append_reviews(tmp_path, [review("PRK"), review("JPN", "e2")])
    assert [(one.review_id, one.value) for one in read_reviews(tmp_path)] == [(1, "KOR"), (2, "PRK"), (3, "JPN")]


def test_a_folder_without_log_has_no_reviews_and_gets_no_log_by_asking(tmp_path):
    assert read_reviews(tmp_path) == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("statement", ["UPDATE reviews SET value = 'USA'", "DELETE FROM reviews"])
def test_nothing_in_the_log_can_be_changed_or_deleted(tmp_path, statement):
    append_reviews(tmp_path, [review("KOR")])
    with (
        closing(sqlite3.connect(tmp_path / LOG_FILE)) as connection,
        pytest.raises(sqlite3.IntegrityError, match="append-only"),
    ):
        connection.execute(statement)


def test_several_writers_at_once_lose_nothing(tmp_path):
    append_reviews(tmp_path, [])
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda n: append_reviews(tmp_path, [review(f"V{n}")]), range(20)))
    assert {one.value for one in read_reviews(tmp_path)} == {f"V{n}" for n in range(20)}
    assert [one.review_id for one in read_reviews(tmp_path)] == list(range(1, 21))


def test_a_damaged_log_is_an_error_with_a_remedy(tmp_path):
    (tmp_path / LOG_FILE).write_bytes(b"this is no database, though it is long enough to be one" * 40)
    with pytest.raises(ProjectError, match="Restore it from a backup"):
        read_reviews(tmp_path)
