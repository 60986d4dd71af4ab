"""`detente panel` from the outside."""

import csv

import pyarrow.parquet as pq
import pytest

import detente
from detente.schema.panel import PANEL, RELATIONS


def table_of(path):
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_counts_with_their_exposure_as_csv(command, history, tmp_path):
    done = command("panel", "-p", history, "-o", tmp_path / "d" / "panel.csv")
    assert (done.returncode, done.stderr) == (0, "")
    rows = table_of(tmp_path / "d" / "panel.csv")
    assert done.stdout == f"{len(rows)} rows: {tmp_path / 'd' / 'panel.csv'}\n"
    assert list(rows[0]) == [*PANEL.names, "n_dyad", "n_either"]
    quarrel = [r for r in rows if r["cell"].startswith("KOR|JPN|2010-10-01|")]
    assert sum(int(row["n_events"]) for row in quarrel) == int(quarrel[0]["n_dyad"])
    assert int(quarrel[0]["n_either"]) > int(quarrel[0]["n_dyad"])


def test_undirected_both_directions_are_one_pair(command, history, tmp_path):
    command("panel", "-p", history, "-o", tmp_path / "panel.parquet", "--undirected", "--period", "year", "--quiet")
    table = pq.read_table(tmp_path / "panel.parquet")
    assert table.equals(detente.panel(history, "year", directed=False))
    assert all(row["actor"] < row["recipient"] for row in table.select(["actor", "recipient"]).to_pylist())


def test_estimates_of_every_pair_and_period(command, history, tmp_path):
    done = command("panel", "-p", history, "-o", tmp_path / "r.csv", "--relations", "--period", "quarter", "-q")
    assert (done.returncode, done.stdout) == (0, "")
    rows = table_of(tmp_path / "r.csv")
    assert list(rows[0]) == RELATIONS.names
    assert len(rows) == 4 * 16 * 4 * 2  # pairs, quarters, measures, intervals
    whole = [row for row in rows if float(row["level"]) == 0.9]  # the mean of a skewed share may leave the half
    wrong = [row for row in whole if not float(row["low"]) < float(row["estimate"]) < float(row["high"])]
    assert wrong == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-o", "panel.xlsx"), "panel.xlsx: a panel is .csv or .parquet; give -o a name that ends so."),
        (
            ("-o", "panel.csv", "--period", "decade"),
            "Unknown period 'decade'; choose one of day, week, month, quarter, year.",
        ),
    ],
)
def test_what_cannot_be_written_is_said(command, history, tmp_path, monkeypatch, arguments, said):
    monkeypatch.chdir(tmp_path)
    done = command("panel", "-p", history, *arguments)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"detente: {said}\n")
    assert list(tmp_path.iterdir()) == []


def test_a_project_without_events_has_no_panel(command, tmp_path):
    (tmp_path / "a.md").write_text("---\npublished: 2016-02-11\n---\n\nThe weather was fine.\n", "utf-8")
    detente.run(tmp_path / "a.md", tmp_path / "p")
    done = command("panel", "-p", tmp_path / "p", "-o", tmp_path / "panel.csv")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"detente: {tmp_path / 'p'}: holds no events. Code documents with `detente run`, or `detente import` some.\n"
    )
