"""`detente turning-points` from the outside."""

import json
from datetime import date

import pytest
from history_rows import write_history

import detente

EVERY = {"a", "b", "date", "date_low", "date_high", "direction", "size", "probability", "evidence"}


def turns_of(done):
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


def test_the_quarrel_is_told_with_its_return_and_its_acts(command, history):
    quarrel, back = turns_of(command("turning-points", "-p", history, "--dyad", "JPN,KOR", "--json"))
    assert set(quarrel) >= EVERY
    assert (quarrel["a"], quarrel["b"], quarrel["direction"], back["direction"]) == ("JPN", "KOR", "cooling", "warming")
    assert abs((date.fromisoformat(quarrel["date"]) - date(2010, 9, 8)).days) <= 7
    assert abs((date.fromisoformat(back["date"]) - date(2010, 11, 17)).days) <= 10
    assert quarrel["date_low"] <= quarrel["date"] <= quarrel["date_high"]
    assert {act["source"] for act in quarrel["evidence"]} == {"Quarrel Post"}
    assert {act["source"] for act in back["evidence"]} == {"Talks Daily"}
    assert {act["event_type"] for act in quarrel["evidence"]} <= {"ACCUSE", "SANCTION", "THREATEN"}


def test_all_dyads_are_those_of_each(command, history):
    every = turns_of(command("turning-points", "-p", history, "--json"))
    own = turns_of(command("turning-points", "-p", history, "--dyad", "South Korea,Japan", "--json"))
    assert [turn for turn in every if (turn["a"], turn["b"]) == ("JPN", "KOR")] == own


def test_since_leaves_out_what_was_before_and_changes_nothing_else(command, history):
    both = turns_of(command("turning-points", "-p", history, "--dyad", "JPN,KOR", "--json"))
    late = turns_of(command("turning-points", "-p", history, "--dyad", "JPN,KOR", "--since", "2010-10-15", "--json"))
    assert late == both[1:]


def test_as_of_a_day_later_events_change_no_byte(command, history, tmp_path):
    write_history(tmp_path / "b.csv", loud_after=date(2010, 12, 1))
    detente.import_events(tmp_path / "b.csv", tmp_path / "q")
    arguments = ("--dyad", "JPN,KOR", "--json")
    early = [
        command("turning-points", "-p", project, *arguments, "--as-of", "2010-11-30")
        for project in (history, tmp_path / "q")
    ]
    assert early[0].stdout == early[1].stdout
    assert len(turns_of(early[0])) >= 1
    now = command("turning-points", "-p", tmp_path / "q", *arguments)
    assert now.stdout != early[0].stdout


def test_in_the_terminal_a_turn_is_a_line_with_its_acts_below(command, history):
    done = command("turning-points", "-p", history, "--dyad", "JPN,KOR")
    first, act = done.stdout.splitlines()[:2]
    assert first.startswith("2010-09-")
    assert "JPN–KOR  cooling, quarrel  tension " in first
    assert act.startswith("    2010-09-")
    assert act.endswith("[Quarrel Post]")


def test_without_a_turn_it_says_so_and_why(command, history):
    done = command("turning-points", "-p", history, "--dyad", "JPN,KOR", "--since", "2011-06-01")
    assert done.stdout == (
        "no turning point: the acts told do not change beyond chance, or are too few (10 acts, 26 weeks)\n"
    )
    assert turns_of(command("turning-points", "-p", history, "--since", "2011-12-31", "--json")) == []


@pytest.mark.parametrize(
    ("dyad", "said"),
    [
        ("JPN", "Dyad 'JPN' does not name two different states; write --dyad CHN,JPN."),
        ("JPN,Japan", "Dyad 'JPN,Japan' does not name two different states; write --dyad CHN,JPN."),
        ("JPN,Atlantis", "'Atlantis' names no state that is known; write its code (ISO 3166-1 alpha-3), such as JPN."),
        ("JPN,PER", "no dated act between JPN and PER. Pairs with most acts: "),
    ],
)
def test_a_dyad_that_cannot_be_followed_is_an_error_that_says_what_to_do(command, history, dyad, said):
    done = command("turning-points", "-p", history, "--dyad", dyad)
    assert (done.returncode, done.stdout) == (1, "")
    assert said in done.stderr


def test_an_unknown_dyad_names_the_pairs_with_most_events(command, history):
    done = command("turning-points", "-p", history, "--dyad", "JPN,PER")
    named = done.stderr.partition("Pairs with most acts: ")[2]
    assert [part[:7] for part in named.split(", ")][:3] == ["CHN,FRA", "IND,USA", "DEU,RUS"]


def test_a_project_without_events_is_an_error(command, tmp_path):
    (tmp_path / "a.md").write_text("---\npublished: 2016-02-11\n---\n\nThe weather was fine.\n", "utf-8")
    detente.run(tmp_path / "a.md", tmp_path / "p")
    done = command("turning-points", "-p", tmp_path / "p")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"detente: {tmp_path / 'p'}: holds no dated act between two states, so there is no history.\n"
    )
    done = command("turning-points", "-p", tmp_path / "nowhere")
    assert done.returncode == 1
    assert str(tmp_path / "nowhere") in done.stderr
