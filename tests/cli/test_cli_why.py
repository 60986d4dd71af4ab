"""`detente why` from the outside: parts that add up, the acts behind them, and times that cannot be."""

import json

import pytest

TIMES = ("--from", "2010-07", "--to", "2010-10")


def test_the_parts_of_every_list_add_up_to_the_change(command, history):
    done = command("why", "JPN", "South Korea", *TIMES, "-p", history, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    told = json.loads(done.stdout)
    assert (told["a"], told["b"]) == ("JPN", "KOR")
    assert (told["before"], told["after"]) == (["2010-07-01", "2010-08-01"], ["2010-08-01", "2010-11-01"])
    assert told["change"] > 0.2
    assert told["change"] == pytest.approx(told["tension_after"] - told["tension_before"])
    for name in ("types", "actors", "sources"):
        parts = told[name]
        assert sum(part["change"] for part in parts) == pytest.approx(told["change"])
        assert sum(part["n_after"] for part in parts) == told["n_after"]
        assert sum(part["n_before"] for part in parts) == told["n_before"]
        assert [abs(part["change"]) for part in parts] == sorted((abs(part["change"]) for part in parts), reverse=True)
    assert (told["sources"][0]["name"], told["sources"][0]["side"]) == ("Quarrel Post", "conflict")
    assert {act["source"] for act in told["acts"]} == {"Quarrel Post"}
    assert all("2010-08-01" <= act["date"] < "2010-11-01" for act in told["acts"])


def test_a_fall_is_told_with_the_acts_of_cooperation(command, history):
    told = json.loads(
        command("why", "JPN", "KOR", "--from", "2010-10", "--to", "2011-Q1", "-p", history, "--json").stdout
    )
    assert told["change"] < 0
    assert {act["source"] for act in told["acts"]} == {"Talks Daily"}


def test_the_terminal_shows_three_tables_and_the_acts(command, history):
    done = command("why", "JPN", "KOR", *TIMES, "-p", history)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("JPN–KOR: share of conflict ")
    for title in ("event type", "doer", "source", "Quarrel Post", "KOR → JPN"):
        assert title in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("JPN", "Atlantis", *TIMES), "'Atlantis' names no state that is known"),
        (("JPN", "Japan", *TIMES), "'JPN' and 'Japan' are one actor (JPN); give two different ones."),
        (
            ("JPN", "KOR", "--from", "soon", "--to", "2010"),
            "'soon' is no time; write YYYY, YYYY-Qn, YYYY-MM or YYYY-MM-DD.",
        ),
        (("JPN", "KOR", "--from", "2010-13", "--to", "2011"), "'2010-13' is no time; write YYYY, YYYY-Qn, YYYY-MM or"),
        (
            ("JPN", "KOR", "--from", "2010-09", "--to", "2010-08"),
            "--to 2010-08 does not end after --from 2010-09; give a later time.",
        ),
        (
            ("JPN", "KOR", "--from", "2001", "--to", "2002"),
            "no dated act between JPN and KOR from 2001-01-01 to 2003-01-01. Give other times; ",
        ),
    ],
)
def test_what_cannot_be_compared_is_said(command, history, arguments, said):
    done = command("why", *arguments, "-p", history)
    assert (done.returncode, done.stdout) == (1, "")
    assert said in " ".join(done.stderr.split())
