"""`detente ties` and `detente camps` on made events whose realignment is known."""

import json
from itertools import combinations

import numpy as np
import pytest

import detente
from detente.errors import InputError, SettingsError

CODES = ["CHN", "FRA", "IND", "JPN", "KOR", "RUS"]
WEST = {2010: "FRA JPN KOR", 2011: "FRA JPN KOR", 2012: "FRA JPN KOR IND", 2013: "FRA JPN KOR IND"}
CONSULT, ACCUSE = "040", "112"


def write_events(path, hostile_within, hostile_across, n=24):
    """n acts a pair and year, so many of a hundred hostile; India joins the other camp in 2012."""
    rng = np.random.default_rng(5)
    lines = ["key,date,actor,recipient,cameo"]
    for year, west in WEST.items():
        for a, b in combinations(CODES, 2):
            share = hostile_within if (a in west) == (b in west) else hostile_across
            for act in range(n):
                cameo = ACCUSE if rng.random() < share else CONSULT
                lines.append(f"{len(lines)},{year}-{1 + act // 2:02d}-{1 + act % 2 * 14:02d},{a},{b},{cameo}")
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


@pytest.fixture(scope="module")
def realigned(tmp_path_factory):
    folder = tmp_path_factory.mktemp("realigned")
    detente.import_events(write_events(folder / "events.csv", 0.04, 0.6), folder / "p", format="table")
    return folder / "p"


@pytest.fixture(scope="module")
def orderless(tmp_path_factory):
    folder = tmp_path_factory.mktemp("orderless")
    detente.import_events(write_events(folder / "events.csv", 0.3, 0.3), folder / "p", format="table")
    return folder / "p"


def test_the_realignment_is_found_in_its_year_and_is_sure(realigned):
    found = detente.camps(realigned, bootstrap=40)
    assert {frame.frame: frame.camp_of["IND"] == frame.camp_of["CHN"] for frame in found.frames} == {
        "2010": True, "2011": True, "2012": False, "2013": False
    }  # fmt: skip
    assert [(move.actor, move.after) for move in found.moves] == [("IND", "2012")]
    assert found.moves[0].probability > 0.9
    assert min(share for frame in found.frames for share in frame.stability.values()) > 0.9
    assert all(frame.optimal and frame.unique and frame.F == 1 for frame in found.frames)


def test_events_without_order_give_ties_that_are_uncertain_and_camps_that_are_not_stable(orderless):
    ties = detente.panel_ties(orderless)
    assert sum(ties.column("uncertain").to_pylist()) / ties.num_rows > 0.6
    found = detente.camps(orderless, bootstrap=40, certain=0.5)  # every tie given a sign, though it is none
    shares = [share for frame in found.frames for share in frame.stability.values()]
    assert np.mean(shares) < 0.8


def test_the_same_seed_gives_the_same_result_and_another_one_other_shares(orderless):
    one, same, other = (detente.camps(orderless, bootstrap=15, certain=0.5, seed=seed) for seed in (4, 4, 5))
    assert one.frames == same.frames
    assert one.moves == same.moves
    np.testing.assert_array_equal(one.together, same.together)
    assert [frame.stability for frame in one.frames] != [frame.stability for frame in other.frames]


def test_the_dyads_own_norm_sees_india_turn_and_not_who_are_friends(realigned):
    rows = detente.panel_ties(realigned, norm="dyad").to_pylist()
    signs = {(row["a"], row["b"], row["frame"]): row["sign"] for row in rows}
    assert (signs["CHN", "IND", "2010"], signs["CHN", "IND", "2013"]) == (1, -1)
    assert signs["CHN", "JPN", "2010"] is None  # foes as ever


def test_a_reference_of_ones_own_moves_the_line_between_friends_and_foes(realigned):
    assert set(detente.panel_ties(realigned, reference=0.9).column("sign").to_pylist()) == {1}
    low = detente.panel_ties(realigned, reference=0.001).column("sign").to_pylist()
    assert 1 not in low
    assert low.count(-1) > 30


def test_ties_are_a_file_that_balance_reads(command, realigned, orderless, tmp_path):
    code, out, _ = command("ties", "-p", realigned, "-o", tmp_path / "t.csv")
    assert (code, out.split(",")[0]) == (0, "60 ties")  # 15 pairs in 4 years
    header = (tmp_path / "t.csv").read_text("utf-8").splitlines()[0]
    assert header == "a,b,frame,sign,weight,probability,n,uncertain"
    frames = list(detente.balance_frames(tmp_path / "t.csv"))
    assert (frames[0].frame, frames[0].n, frames[0].m, frames[0].L) == ("2010", 6, 15, 0.0)
    command("ties", "-p", orderless, "-o", tmp_path / "u.csv")
    uncertain = [row for row in detente.panel_ties(orderless).to_pylist() if row["uncertain"]]
    m = sum(one.m for one in detente.balance_frames(tmp_path / "u.csv"))
    assert m == 60 - len(uncertain)  # those without a sign have no say


def test_json_has_these_keys(command, realigned):
    code, out, err = command("camps", "-p", realigned, "--bootstrap", 5, "--json")
    assert (code, err) == (0, "")
    found = json.loads(out)
    assert list(found) == ["actors", "draws", "frames", "moves"]
    assert list(found["frames"][0]) == [
        *("frame", "empty", "camps", "unplaced", "n_ties", "n_negative", "L", "F", "optimal", "unique"),
        *("stability", "together"),
    ]
    assert len(found["frames"][0]["together"]) == 15
    assert list(found["moves"][0]) == ["actor", "before", "after", "from", "to", "probability"]
    assert [(one["actor"], one["before"], one["after"]) for one in found["moves"]] == [("IND", "2011", "2012")]
    _, out, _ = command("ties", "-p", realigned, "--period", "quarter", "--json")
    assert list(json.loads(out)[0]) == ["a", "b", "frame", "sign", "weight", "probability", "n", "uncertain"]
    assert json.loads(out)[0]["frame"] == "2010-Q1"


def test_the_text_says_who_moved_and_the_figure_shows_every_cell(command, realigned, tmp_path):
    code, out, _ = command("camps", "-p", realigned, "--bootstrap", 5, "-o", tmp_path / "c.svg")
    assert code == 0
    assert [line.strip()[:13] for line in out.splitlines() if line.startswith("  moved:")] == ["moved: IND to"]
    picture = (tmp_path / "c.svg").read_text("utf-8")
    assert picture.count(": camp ") == 24  # 6 actors in 4 years
    assert picture.count("changed sides") == 1


def test_actors_by_name_and_those_that_are_silent(realigned):
    found = detente.camps(realigned, actors=["China", "JPN", "France"], bootstrap=0)
    assert sorted(found.actors) == ["CHN", "FRA", "JPN"]
    with pytest.raises(InputError, match=r"no dated act of BRA with another state\. Those with most acts: CHN, FRA"):
        detente.camps(realigned, actors=["CHN", "JPN", "BRA"])
    with pytest.raises(SettingsError, match=r"^2 actors make no camps; ask for 3 or more\.$"):
        detente.camps(realigned, actors=2)
    with pytest.raises(SettingsError, match=r"^There are no ties by 'week'; give one of year, quarter, month\.$"):
        detente.panel_ties(realigned, period="week")
