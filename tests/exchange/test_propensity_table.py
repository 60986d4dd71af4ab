"""Tables that an analyst writes are read as meant, or refused with the line and the remedy."""

import pytest

from detente.errors import DetenteError
from detente.exchange.actor_sizes import read_sizes
from detente.exchange.portfolio_table import read_portfolios
from detente.exchange.propensity_table import read_propensities
from detente.schema.scale import Scale


def written(tmp_path, text, name="table.csv"):
    path = tmp_path / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_a_matrix_may_have_any_order_one_half_and_old_line_ends(tmp_path):
    path = written(tmp_path, ",A,B,C\rB,4,,\rA,9,,2\rC,,5,\r")
    given = read_propensities(path, Scale(1, 5))
    assert given.actors == ("A", "B", "C")
    assert given.matrix.tolist() == [[0, 1, -1], [1, 0, 2], [-1, 2, 0]]  # the 9 on the diagonal is not read
    assert (given.bounds, given.notes) == ((-2.0, 2.0), ("Propensity = value - 3 (scale 1 to 5).",))


def test_pairs_may_stand_in_a_list_and_the_first_known_column_counts(tmp_path):
    path = written(tmp_path, "a;b;sign;weight\nKOR;JPN;1;0,4\nKOR;PRK;-1;-1\n".replace("0,4", "0.4"))
    given = read_propensities(path)
    assert given.actors == ("KOR", "JPN", "PRK")
    assert given.matrix.tolist() == [[0, 0.4, -1], [0.4, 0, 0], [-1, 0, 0]]
    assert given.notes == ()


def test_levels_without_a_scale_are_noticed(tmp_path):
    given = read_propensities(written(tmp_path, ",A,B\nA,,2\nB,2,\n"))
    assert given.notes == (
        "No propensity is negative, so all in one camp is the best configuration; if the values are levels of a scale "
        "such as 1 to 5 with a neutral middle, say --scale 1-5.",
    )


def test_blank_pairs_are_counted(tmp_path):
    given = read_propensities(written(tmp_path, ",A,B,C\nA,,-1,\nB,-1,,\nC,,,\n"))
    assert given.notes == ("2 pairs have no value in table.csv and count as propensity 0.",)


@pytest.mark.parametrize("text", ["1-5", "1:5", "1..5", " 1 to 5 ", "+1–5.0"])
def test_a_scale_is_written_in_several_ways(text):
    assert (Scale.parse(text).middle, Scale.parse(text).bounds) == (3.0, (-2.0, 2.0))


def test_sizes_have_one_of_the_usual_names(tmp_path):
    assert read_sizes(written(tmp_path, "id,actor,strength\r1,US,10\r2,Russia,5.5\r")) == {"US": 10.0, "Russia": 5.5}
    assert read_sizes(written(tmp_path, "who,how much\nUS,10\n")) == {"US": 10.0}


def test_portfolios_take_a_square_table_too_with_itself_the_highest(tmp_path):
    given = read_portfolios(written(tmp_path, "partner,A,B\nA,,1\nB,1,\nC,0,3\n"))
    assert (given.states, given.partners) == (("A", "B"), ("A", "B", "C"))
    assert given.levels.tolist() == [[3, 1], [1, 3], [0, 3]]
    assert given.notes == (
        "Levels from 0 to 3, the least and the greatest there are.",
        "Blank cells of states with themselves count as the highest level.",
    )


@pytest.mark.parametrize(
    ("read", "text", "message"),
    [
        (read_propensities, ",A,B\nA,,x\nB,x,\n", "'x' in line 2 is no number. Write it as 1.5 or -1.5."),
        (
            read_propensities,
            ",A,B\nA,,1\nB,2,\n",
            "A and B have 1 in line 2 and 2 in line 3. A propensity has no direction: give both the same value, such "
            "as their mean.",
        ),
        (
            read_propensities,
            ",A,B\nA,,1\nC,1,\n",
            "neither a square matrix (first line and first column differ: B, C) nor a list of pairs. Give every actor "
            "a column and a row of the same label, or the columns a, b, propensity.",
        ),
        (
            read_propensities,
            "a,b,weight\nA,B,1\nA,B,2\n",
            "line 3 gives A and B again (line 2). Keep one of the two; of several periods, give one.",
        ),
        (read_propensities, "a,b,weight\nA,A,1\n", "line 2 pairs A with itself. Take the line out."),
        (read_propensities, "a,b,weight\nA,,1\n", "line 2 lacks an actor. Fill in both, or take the line out."),
        (read_propensities, "a,b,weight\n", "a table without rows. Give a header line and the rows under it."),
        (read_propensities, b"a,b,weight\nA,\xff,1\n", "the text is not UTF-8. Save it as CSV in UTF-8."),
        (read_propensities, ",A,B\nA,,1,7\nB,1,\n", "line 2 has 4 cells under 3 columns. Correct it."),
        (
            lambda path: read_propensities(path, Scale(1, 5)),
            ",A,B\nA,,6\nB,6,\n",
            "6 of A and B in line 2 is not on the scale 1 to 5. Correct the value or the scale.",
        ),
        (read_sizes, "actor,size\nA,1\nA,2\n", "line 3 gives A again. Keep one size for each actor."),
        (read_sizes, "actor,size\nA,-1\n", "size -1 in line 2 is negative. Give sizes of at least 0."),
        (
            read_sizes,
            "x,y,z\nA,1,1\n",
            "the columns x, y, z name no actors and sizes. Call them actor and size.",
        ),
        (
            lambda path: read_portfolios(path, "cap"),
            "state,cinc,a\nX,1,1\n",
            "there is no column 'cap'. Choose one of state, cinc, a.",
        ),
        (read_portfolios, "state,a\nX,1\nX,2\n", "partner 'X' comes twice. Give every partner one row."),
    ],
)
def test_a_bad_table_is_refused_with_reason_and_remedy(tmp_path, read, text, message):
    path = written(tmp_path, text)
    with pytest.raises(DetenteError) as refused:
        read(path)
    assert str(refused.value) == f"{path}: {message}"


def test_a_bad_scale_is_refused():
    with pytest.raises(DetenteError) as refused:
        Scale.parse("five")
    assert str(refused.value) == "scale 'five' is none; write its lower and upper end, as 1-5."
    with pytest.raises(DetenteError) as refused:
        Scale.parse("5-1")
    assert str(refused.value) == "scale 5 to 1 has no width; give the lower end first."
