"""Rows of an invented history: a quarrel between Japan and South Korea amid everyday talks of others."""

import csv
from datetime import date, timedelta

import numpy as np

FIRST, STARTS, ENDS, LAST = date(2008, 1, 7), date(2010, 9, 8), date(2010, 11, 17), date(2012, 1, 1)
HEADER = ["date", "actor", "recipient", "cameo", "publisher", "text"]


def history_rows(last=LAST, loud_after=LAST):
    """Rows of HEADER from FIRST to before `last`: accusations grow eightfold in the quarrel, and again afterwards."""
    source = np.random.default_rng(1)
    day = FIRST
    while day < last:
        hostile = 0.8 * (8 if STARTS <= day < ENDS or day >= loud_after else 1)
        talks, quarrels, others = source.poisson([4 / 7, hostile / 7, 30 / 7]).tolist()
        for i in range(talks):
            yield [
                day,
                *("JPN", "KOR")[:: 1 - 2 * (i % 2)],
                ("057", "051", "050", "046")[i % 4],
                "Talks Daily",
                "talks",
            ]
        for i in range(quarrels):
            yield [
                day,
                *("KOR", "JPN")[:: 1 - 2 * (i % 2)],
                ("112", "111", "160", "138")[i % 4],
                "Quarrel Post",
                "words",
            ]
        for i in range(others):
            yield [
                day,
                ("CHN", "USA", "DEU")[i % 3],
                ("FRA", "IND", "RUS")[i % 3],
                ("057", "051", "036")[i % 3],
                "W",
                "w",
            ]
        day += timedelta(days=1)


def write_history(path, **more):
    """The rows as a CSV file."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(HEADER)
        writer.writerows(history_rows(**more))
