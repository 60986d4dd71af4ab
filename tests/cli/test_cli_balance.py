"""`detente balance` from the outside: its columns, its JSON, its errors."""

import json

import pytest

KEYS = ["frame", "n", "m", "m_negative", "L", "F", "optimal", "unique", "seconds"]
FRAMES = "frame,a,b,sign\n1,A,B,-1\n1,A,C,-1\n1,B,C,-1\n2,A,B,1\n2,A,C,-1\n2,B,C,-1\n"


@pytest.fixture
def frames(tmp_path):
    path = tmp_path / "frames.csv"
    path.write_text(FRAMES, "utf-8")
    return path


def test_json_is_a_list_of_exactly_these_objects(command, frames):
    code, out, err = command("balance", frames, "--json")
    assert (code, err) == (0, "")
    rows = json.loads(out)
    assert [list(row) for row in rows] == [KEYS, KEYS]
    for row in rows:
        assert row.pop("seconds") < 5
    assert rows == [
        {"frame": "1", "n": 3, "m": 3, "m_negative": 3, "L": 1, "F": 1 - 2 / 3, "optimal": True, "unique": False},
        {"frame": "2", "n": 3, "m": 3, "m_negative": 2, "L": 0, "F": 1, "optimal": True, "unique": True},
    ]


def test_the_table_has_a_line_for_each_frame(command, frames):
    _, out, _ = command("balance", frames, "--solver", "rc2")
    lines = [line.split() for line in out.splitlines()]
    assert lines[0] == KEYS
    assert lines[1][:8] == ["1", "3", "3", "3", "1", "0.3333", "yes", "no"]
    assert lines[2][:8] == ["2", "3", "3", "2", "0", "1.0000", "yes", "yes"]


def test_full_says_what_best_splits_share_and_how_chance_compares(command, frames):
    _, out, _ = command("balance", frames, "--full", "--nulls", 20, "--seed", 3, "--json")
    first = json.loads(out)[0]
    assert list(first)[: len(KEYS)] == KEYS
    assert first["triads"] == {"ppp": 0, "ppn": 0, "pnn": 0, "nnn": 1}
    assert (first["n_optimal"], first["second_best"], first["gap"]) == (3, 1, 0)
    assert first["edge_status"] == [["A", "B", "sometimes"], ["A", "C", "sometimes"], ["B", "C", "sometimes"]]
    assert [(weak["k"], weak["frustration"], weak["optimal"]) for weak in first["weak"]] == [(2, 1, True), (3, 0, True)]
    assert {(null["model"], null["z"], null["p"]) for null in first["nulls"] if null["measure"] == "F"} == {
        ("sign_shuffle", None, 1.0),  # three negative ties however they are shuffled
        ("signed_degrees", None, 1.0),
    }
    code, out, err = command("balance", frames, "--full")
    assert (code, err) == (0, "")
    assert "up to 3 camps: 0 against (proven), 3 used" in out


def test_the_ties_of_a_project_are_weighed(command, tmp_path):
    note = "---\npublished: 2016-02-11\n---\n\nJapan imposed sanctions on North Korea on 10 February 2016.\n"
    (tmp_path / "a.md").write_text(note, "utf-8")
    command("run", tmp_path / "a.md", "-o", tmp_path / "p", "--quiet")
    code, out, err = command("balance", "--project", tmp_path / "p", "--json")
    assert (code, err) == (0, "")
    row = json.loads(out)[0]
    assert (row["frame"], row["n"], row["m"], row["L"], row["optimal"], row["unique"]) == ("p", 2, 1, 0, True, True)


def test_errors_name_file_and_line_and_print_no_table(command, frames):
    frames.write_text(FRAMES + "2,C,A,1\n", "utf-8")
    assert command("balance", frames) == (
        1,
        "",
        f"detente: {frames}, line 8: the pair C–A has the sign 1 here and -1 before in frame 2 (first: line 6). "
        "Keep one row for each pair, in one order.\n",
    )
    assert command("balance") == (
        1,
        "",
        "detente: Balance needs one network: give a FILE, or a project folder with --project, not both.\n",
    )
    assert command("balance", frames, "--solver", "gurobi") == (
        1,
        "",
        "detente: There is no solver 'gurobi'; give one of highs, rc2.\n",
    )
