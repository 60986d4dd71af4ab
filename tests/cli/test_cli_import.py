"""`detente import` from the outside."""

import json
import subprocess
import sys

import pytest

TABLE = "date,actor,recipient,cameo\n2010-09-07,Foreign Ministry (Japan),CHN,112\n2010-09-07,Some Body,CHN,112\n"


@pytest.fixture
def detente(tmp_path):
    def call(*arguments):
        command = [sys.executable, "-m", "detente", "import", *map(str, arguments)]
        return subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)

    return call


def test_it_says_what_came_in(detente, tmp_path):
    (tmp_path / "a.csv").write_text(TABLE, "utf-8")
    done = detente("a.csv", "-o", "p")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "1 file of table: 2 rows\n"
        "  2 kept, 0 duplicates, 0 refused\n"
        "  both sides known in 50.0% of the events kept, states on both sides in 50.0%\n"
        "  names that stand for no actor, by events:\n"
        "    1 × Some Body\n"
        "the project holds 2 imported events\n"
    )


def test_refused_rows_are_exit_code_3_and_a_repeat_is_not_silent(detente, tmp_path):
    (tmp_path / "a.csv").write_text(TABLE + "soon,CHN,JPN,112\n", "utf-8")
    first = detente("a.csv", "-o", "p", "--json")
    assert first.returncode == 3
    assert {key: json.loads(first.stdout)[key] for key in ("n_rows", "n_kept", "n_refused", "refused")} == {
        "n_rows": 3,
        "n_kept": 2,
        "n_refused": 1,
        "refused": {"… is no date": 1},
    }
    again = detente("a.csv", "-o", "p")
    assert again.stdout.startswith("1 file of table (1 held already, not read again): 3 rows\n")


def test_columns_are_named_on_the_command_line(detente, tmp_path):
    (tmp_path / "a.csv").write_text(TABLE.replace("date,actor", "day,who"), "utf-8")
    done = detente("a.csv", "-o", "p", "--format", "table", "--column", "date=day", "-c", "actor=who", "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_format_that_cannot_be_told_is_an_error_that_says_what_to_do(detente, tmp_path):
    (tmp_path / "a.csv").write_text("a,b\n", "utf-8")
    done = detente("a.csv", "-o", "p")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "detente: a.csv: its first line does not tell its format. Give --format, one of icews, gdelt1, gdelt2, polecat, "
        "phoenix, plover, acled, ucdp, table.\n"
    )
