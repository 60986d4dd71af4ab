"""Signed networks from files: what is read, and how what is wrong with a row is said."""

import networkx as nx
import pytest

from detente.align.camps import split_camps
from detente.align.network import signed_network
from detente.errors import EmptyInput, ReadError, UnsafeInput
from detente.exchange.gexf import write_gexf
from detente.exchange.graphml import write_graphml
from detente.exchange.load_signed import SignedFrame, load_signed
from detente.schema.ties import TIES


def write(folder, text, name="ties.csv"):
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_frames_come_in_the_order_of_their_first_rows_and_zeros_are_nodes(tmp_path):
    path = write(
        tmp_path, "note,frame,b,a,sign\nx,1950,KOR,USA,1\nx,1949,CHN,USA,-\nx,1950,PRK,KOR,-1\nx,1950,IND,USA,0\n"
    )
    assert load_signed(path) == [
        SignedFrame("1950", (("USA", "KOR", 1, 1.0), ("KOR", "PRK", -1, 1.0)), ("USA", "KOR", "PRK", "IND")),
        SignedFrame("1949", (("USA", "CHN", -1, 1.0),), ("USA", "CHN")),
    ]


def test_weights_count_without_their_sign_and_semicolons_and_tabs_do_too(tmp_path):
    rows = "a;b;sign;weight\nNA;USA;-1;-0.5\nKOR;USA;+;2\n"
    wanted = [SignedFrame("", (("NA", "USA", -1, 0.5), ("KOR", "USA", 1, 2.0)), ("NA", "USA", "KOR"))]
    assert load_signed(write(tmp_path, rows)) == wanted
    assert load_signed(write(tmp_path, rows.replace(";", "\t"), "ties.tsv")) == wanted


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("KOR,JPN,1,", "the pair KOR–JPN is given twice (first: line 2). Keep one row for each pair, in one order."),
        ("JPN,KOR,-1,", "the pair JPN–KOR has the sign -1 here and 1 before (first: line 2). Keep one row for each"),
        ("USA,USA,1,", "USA is tied to itself. Leave the row out."),
        ("USA,KOR,2,", "the sign is '2'. Give 1 or -1 (0: no sign)."),
        ("USA,KOR,,", "there is no sign. Give 1 or -1 (0: no sign)."),
        ("USA,KOR,1,heavy", "the weight 'heavy' is no number. Give a number above 0."),
        ("USA,KOR,1,0", "the weight is 0. Give a number above 0, or leave the tie out."),
        ("USA,KOR,1,nan", "the weight is nan. Give a number above 0, or leave the tie out."),
        ("USA,KOR,1,-2", "the sign is 1 and the weight -2. Let the two agree."),
        ("USA,,1,", "an end of the tie is empty. Name both actors."),
        ("USA,KOR", "2 cells under 4 columns. Quote cells that hold commas."),
    ],
)
def test_a_bad_row_is_told_with_its_line(tmp_path, row, says):
    path = write(tmp_path, f"a,b,sign,weight\nJPN,KOR,1,\n\n{row}\n")
    with pytest.raises(ReadError) as told:
        load_signed(path)
    assert str(told.value).startswith(f"{path}, line 4: {says}")


def test_files_that_are_none_are_told(tmp_path):
    for name, text, says in (
        ("ties.csv", "a,b\nJPN,KOR\n", "line 1: no column sign (found: a, b)"),
        ("ties.xlsx", "", "'.xlsx' is no format of networks. Give .csv, .tsv, .graphml, .gexf."),
        ("ties.gexf", "<gexf", "cannot be read as gexf"),
    ):
        with pytest.raises(ReadError) as told:
            load_signed(write(tmp_path, text, name))
        assert says in str(told.value)
    with pytest.raises(EmptyInput, match="no tie"):
        load_signed(write(tmp_path, "a,b,sign\n"))
    with pytest.raises(ReadError, match="cannot be read"):
        load_signed(tmp_path / "absent.csv")
    with pytest.raises(UnsafeInput, match="declares a document type or entities"):
        load_signed(write(tmp_path, '<!DOCTYPE x [<!ENTITY y "z">]><graphml/>', "ties.graphml"))


def test_what_detente_exports_is_read_again(tmp_path):
    ties = TIES.empty_table().from_pylist(
        [
            {"a": "CHN", "b": "JPN", "sign": -1, "weight": -0.8, "n": 2},
            {"a": "CHN", "b": "KOR", "sign": 0, "weight": 0.05, "n": 2},
        ],
        schema=TIES,
    )
    graph = signed_network(ties, split_camps(ties), {})
    for path in (write_gexf(graph, tmp_path / "n.gexf"), write_graphml(graph, tmp_path / "n.graphml")):
        assert load_signed(path) == [SignedFrame("", (("CHN", "JPN", -1, 0.8),), ("CHN", "JPN", "KOR"))]


def test_directed_graphs_are_refused(tmp_path):
    nx.write_graphml(nx.DiGraph([("JPN", "KOR", {"sign": 1})]), tmp_path / "n.graphml")
    with pytest.raises(ReadError, match="its edges are directed"):
        load_signed(tmp_path / "n.graphml")
