"""`landscape`, `what-if` and `similarity` from the outside."""

import csv
import json

import pytest

TABLE = "a,b,propensity\nCHN,JPN,-0.8\nCHN,PRK,0.9\nCHN,KOR,0.3\nJPN,KOR,0.6\nJPN,USA,1\nKOR,USA,1\nKOR,PRK,-1\n"
PORTFOLIOS = "state,cinc,x,y\nA,3,3,0\nB,1,0,3\nC,1,3,3\n"


@pytest.fixture(autouse=True)
def folder(monkeypatch, tmp_path):
    """The two tables, in the folder that the commands are called in."""
    (tmp_path / "ties.csv").write_text(TABLE, "utf-8")
    (tmp_path / "portfolios.csv").write_text(PORTFOLIOS, "utf-8")
    monkeypatch.chdir(tmp_path)


def test_landscape_says_who_stands_where_and_notes_go_to_standard_error(command):
    done = command("landscape", "ties.csv", "--from", "KOR,CHN,PRK")
    assert (done.returncode, done.stderr) == (0, "note: All sizes are 1.\n")
    words = " ".join(done.stdout.split())
    assert "has CHN, PRK in one camp and JPN, KOR, USA in the other" in words
    assert "Downhill from that alignment (energy 1.6), changing camp in turn: KOR (-3)." in words


def test_landscape_as_json_and_every_configuration_as_csv(command, tmp_path):
    done = command("landscape", "ties.csv", "--json", "--configurations", "all.csv", "-o", "f.svg")
    found = json.loads(done.stdout)
    assert (found["n_configurations"], found["complete"], found["unique"], found["descent"]) == (16, True, True, None)
    assert found["optima"][0]["camp_2"] == ["JPN", "KOR", "USA"]
    assert found["optima"][0]["frustrations"]["PRK"] == -1.0
    with (tmp_path / "all.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert (len(rows), [row["CHN"] for row in rows]) == (16, ["1"] * 16)
    assert [float(row["energy"]) for row in rows if row["local_minimum"] == "true"] == [-3.0]
    assert (tmp_path / "f.svg").read_text("utf-8").startswith("<svg")


def test_what_if_as_json_says_what_moves_and_where_it_tips(command):
    done = command("what-if", "ties.csv", "--set", "CHN,PRK=-1", "--json")
    found = json.loads(done.stdout)
    assert (found["moved"], found["path"]["moved"], found["cost"]) == (["CHN"], ["CHN"], 0.0)
    assert found["after"]["best"]["camp_2"] == ["PRK"]
    tip = next(tip for tip in found["tipping"] if (tip["a"], tip["b"]) == ("CHN", "PRK"))
    assert (tip["kind"], tip["tips_at"], tip["moves"]) == ("propensity", pytest.approx(-0.5), ["CHN"])


def test_what_if_takes_every_kind_of_change_at_once(command):
    done = command(
        *("what-if", "ties.csv", "--drop", "PRK", "--add", "PHL=2", "--set", "CHN,PHL=-0.7", "--size", "CHN=3"),
        *("--apart", "JPN,KOR", "--no-tips", "--json"),
    )
    found = json.loads(done.stdout)
    assert found["changes"] == {
        "set": [{"a": "CHN", "b": "PHL", "propensity": -0.7}],
        "size": {"CHN": 3.0},
        "drop": ["PRK"],
        "add": {"PHL": 2.0},
        "together": [],
        "apart": [["JPN", "KOR"]],
    }
    assert ("JPN" in found["after"]["best"]["camp_1"]) != ("KOR" in found["after"]["best"]["camp_1"])
    assert found["cost"] > 0


def test_what_if_in_words_ranks_the_smallest_changes(command):
    done = command("what-if", "ties.csv", "--limit", "2")
    assert done.returncode == 0
    assert "today: CHN, PRK | JPN, KOR, USA (energy -3)" in done.stdout
    assert done.stdout.index("CHN, JPN") < done.stdout.index("or this size alone")


def test_similarity_of_one_pair_and_as_json(command):
    done = command("similarity", "portfolios.csv", "--a", "X", "--b", "y", "--weights", "cinc", "--json")
    (found,) = json.loads(done.stdout)
    # two of three partners differ by the whole scale: 1 - 2 * 6/9; by weights 1 - 2 * (3 + 1) / 5
    assert (found["s"], found["s_weighted"]) == (pytest.approx(-1 / 3), pytest.approx(-0.6))
    shown = command("similarity", "portfolios.csv").stdout
    assert "-0.3333" in shown


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("landscape",), 2, "Give a FILE, or --project DIR."),
        (("what-if", "ties.csv", "--set", "KOR=1"), 1, "--set 'KOR': these are 1 names; write two, as KOR,JPN."),
        (
            ("what-if", "ties.csv", "--size", "KOR"),
            1,
            "--size 'KOR': write a name, an equals sign and a number, as KOR,JPN=-0.5 or CHN=3.",
        ),
        (("landscape", "ties.csv", "--labels", "KOR"), 1, "--labels 'KOR': write the label of the table and the new"),
        (("landscape", "ties.csv", "-o", "f.gif"), 1, ".gif is no format of figures"),
        (("landscape", "absent.csv"), 1, "absent.csv: cannot be read (No such file or directory). Check the path."),
        (("landscape", "--project", "absent"), 1, "absent: no detente project"),
        (("similarity", "portfolios.csv", "--a", "z"), 1, "No state 'z'; choose among x, y."),
    ],
)
def test_a_mistake_is_answered_with_its_remedy(command, arguments, code, message):
    done = command(*arguments)
    assert done.returncode == code
    assert message in " ".join(done.stderr.split())
