"""The append-only log of an analyst's corrections."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import astuple
from pathlib import Path

from detente.errors import ProjectError
from detente.schema.review import Review

LOG_FILE = "reviews.sqlite"
_CREATE = """
CREATE TABLE IF NOT EXISTS reviews (
    review_id INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, reason TEXT NOT NULL,
    reviewer TEXT NOT NULL, quote TEXT NOT NULL, entered TEXT NOT NULL
);
CREATE TRIGGER IF NOT EXISTS reviews_never_change BEFORE UPDATE ON reviews
BEGIN SELECT RAISE(ABORT, 'the review log is append-only; enter a later review'); END;
CREATE TRIGGER IF NOT EXISTS reviews_never_vanish BEFORE DELETE ON reviews
BEGIN SELECT RAISE(ABORT, 'the review log is append-only; enter a later review'); END;
"""


def append_reviews(folder: Path, reviews: Iterable[Review]) -> list[Review]:
    """Append corrections in one transaction: all of them or, on error, none.

    Args:
        folder: the project folder.
        reviews: their `review_id` is ignored; the log numbers them.

    Returns:
        The reviews as entered, numbered.

    Raises:
        ProjectError: if the log cannot be written.
    """
    entered = []
    try:
        with closing(_connect(folder)) as connection, connection:
            for review in reviews:
                cursor = connection.execute(
                    "INSERT INTO reviews (event_id, field, value, reason, reviewer, quote, entered) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?)",
                    astuple(review)[1:],
                )
                entered.append(Review(int(cursor.lastrowid or 0), *astuple(review)[1:]))
    except sqlite3.Error as error:
        raise ProjectError(
            f"{folder / LOG_FILE}: cannot be written ({error}). Check the folder's permissions."
        ) from error
    return entered


def read_reviews(folder: Path) -> list[Review]:
    """Every correction, in order of entry; none when there is no log.

    Raises:
        ProjectError: if the log is damaged.
    """
    if not (folder / LOG_FILE).exists():
        return []
    try:
        with closing(_connect(folder)) as connection:
            rows = connection.execute(
                "SELECT review_id, event_id, field, value, reason, reviewer, quote, entered "
                "FROM reviews ORDER BY review_id"
            ).fetchall()
    except sqlite3.Error as error:
        raise ProjectError(f"{folder / LOG_FILE}: cannot be read ({error}). Restore it from a backup.") from error
    return [Review(*row) for row in rows]


def _connect(folder: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(folder / LOG_FILE, timeout=10.0)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.executescript(_CREATE)
    return connection
