"""A user's lexicon file that is wrong says so: which file, which line, what is allowed."""

import pytest

from detente.errors import LexiconError
from detente.lexicon.rows import partial_date, read_user_rows
from detente.lexicon.triggers import trigger_lexicon

HEADER = "trigger,pos,event_type,mode,to,from,shape,kind,note\n"


def message(path, text: str) -> str:
    """What the user reads when a file of this text is given as lexicon."""
    path.write_text(text, "utf-8")
    with pytest.raises(LexiconError) as caught:
        trigger_lexicon(path)
    return str(caught.value)


@pytest.fixture
def path(tmp_path):
    """Where the user's lexicon lies."""
    return tmp_path / "mine.csv"


def test_the_whole_message_for_a_type_that_does_not_exist(path):
    assert message(path, HEADER + "befriend,v,FRIENDSHIP,,obj,,directed,act,\n") == (
        f"{path}: trigger 'befriend': event_type 'FRIENDSHIP' is not in the codebook. See docs/reference/lexicon.md."
    )


def test_a_missing_column_is_named_with_all_columns(path):
    assert message(path, "trigger,pos\nbefriend,v\n") == (
        f"{path}: no column event_type, mode, to, from, shape, kind, note. "
        "The columns are trigger, pos, event_type, mode, to, from, shape, kind, note."
    )


def test_a_row_with_too_few_cells_is_named_by_line(path):
    text = HEADER + "befriend,v,SUPPORT,,obj,,directed,act,\nshun,v\n"
    assert message(path, text) == f"{path}, line 3: 9 cells expected. Quote cells that hold commas."


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("shun,x,REJECT,,obj,,directed,act,", "pos 'x' is none of v, n, a"),
        ("shun,v,REJECT,warmly,obj,,directed,act,", "REJECT has no mode 'warmly'"),
        ("shun,v,REJECT,,obj,,sideways,act,", "shape 'sideways' is neither directed nor symmetric"),
        ("shun,v,REJECT,,obj,,directed,deed,", "kind 'deed' is none of act, condition, either"),
    ],
)
def test_every_bad_cell_is_told_with_what_is_allowed(path, row, said):
    assert said in message(path, HEADER + row + "\n")


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(LexiconError, match=r"none\.csv: no such lexicon file\. Check the path\.$"):
        trigger_lexicon(tmp_path / "none.csv")


def test_a_file_that_is_not_utf_8(path):
    path.write_bytes(HEADER.encode() + "d\xe9noncer".encode("latin-1"))
    with pytest.raises(LexiconError, match="not UTF-8"):
        read_user_rows(path, ("trigger",))


def test_a_byte_order_mark_is_no_error(path):
    path.write_bytes(b"\xef\xbb\xbfname\nRuritania\n")
    assert read_user_rows(path, ("name",)) == [{"name": "Ruritania"}]


def test_a_users_row_wins_over_ours(path):
    path.write_text(HEADER + "condemn,v,SUPPORT,,obj,,directed,act,\n", "utf-8")
    types = {trigger.event_type for trigger in trigger_lexicon(path).triggers if trigger.text == "condemn"}
    assert types == {"SUPPORT"}


@pytest.mark.parametrize(
    ("text", "day"), [("2003", (2003, 1, 1)), ("2003-05", (2003, 5, 1)), ("2003-05-09", (2003, 5, 9))]
)
def test_dates_of_the_tables_may_be_partial(text, day):
    found = partial_date(text)
    assert found is not None
    assert (found.year, found.month, found.day) == day


def test_a_date_that_is_none_says_how_to_write_it():
    with pytest.raises(LexiconError) as caught:
        partial_date("5 May 2003", "people_a.csv")
    assert str(caught.value) == "people_a.csv: '5 May 2003' is no date. Write YYYY, YYYY-MM or YYYY-MM-DD."
