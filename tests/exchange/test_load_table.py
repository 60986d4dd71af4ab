"""Any table: columns by option, three delimiters, Parquet, codes that must stay text."""

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from detente.errors import InputError, ReadError
from detente.exchange.event_formats import guess_format
from detente.exchange.load_table import load_table


def written(path, text):
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_columns_are_found_by_our_names_whatever_separates_them(tmp_path, mark):
    text = "date,actor,recipient,cameo,goldstein\n2010-09-07,CHN,Foreign Ministry (Japan),112,-2\n2010-09-08,CHN\n"
    (chunk,) = load_table(written(tmp_path / "a.csv", text.replace(",", mark)), {})
    (row,) = chunk.rows.to_pylist()
    assert (row["actor_country"], row["recipient_country"], row["recipient_name"], row["cameo"], row["scale"]) == (
        "CHN",
        "",
        "Foreign Ministry (Japan)",
        "112",
        -2.0,
    )
    assert [item.reason for item in chunk.refused] == ["2 cells where the file has 5"]


def test_the_user_names_the_columns(tmp_path):
    path = written(tmp_path / "a.csv", "when,who,whom,what,fips\n20100907,Peking,Tokyo,accuse,CH\n")
    columns = {"date": "when", "actor": "who", "recipient": "whom", "event_type": "what", "actor_fips": "fips"}
    (chunk,) = load_table(path, columns)
    (row,) = chunk.rows.to_pylist()
    assert (row["actor_country"], row["event_type"]) == ("CHN", "ACCUSE")  # CH is China in FIPS 10-4
    assert row["date_start"].isoformat() == "2010-09-07"


def test_a_mapping_to_a_column_that_is_not_there_names_it(tmp_path):
    path = written(tmp_path / "a.csv", "date,actor,recipient,cameo\n2010-09-07,CHN,JPN,112\n")
    with pytest.raises(ReadError, match="has no column whence; its columns are date, actor, recipient, cameo"):
        list(load_table(path, {"reference": "whence"}))
    with pytest.raises(InputError, match="No column 'whom' to map to; choose from date, actor, recipient"):
        list(load_table(path, {"whom": "recipient"}))


def test_numbers_for_cameo_codes_are_refused_for_010_is_not_10(tmp_path):
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"date": ["2010-09-07"], "actor": ["CHN"], "recipient": ["JPN"], "cameo": [10]}), path)
    with pytest.raises(ReadError, match="column cameo holds numbers, in which CAMEO's 010 and 10 are one"):
        list(load_table(path, {}))


def test_formats_are_told_from_the_first_line(tmp_path):
    parquet = tmp_path / "a.parquet"
    pq.write_table(pa.table({"date": ["2010-09-07"]}), parquet)
    told = {
        "table": written(tmp_path / "t.csv", "date,actor,recipient,cameo\n"),
        "plover": written(tmp_path / "p.jsonl", '{"id": "1"}\n'),
        "gdelt2": written(tmp_path / "g.csv", "\t".join(["1"] * 61) + "\n"),
        "gdelt1": written(tmp_path / "h.csv", "\t".join(["1"] * 57) + "\n"),
    }
    assert {name: guess_format(path).name for name, path in told.items()} == {name: name for name in told}
    assert guess_format(parquet).name == "table"
    with pytest.raises(InputError, match="its first line does not tell its format"):
        guess_format(written(tmp_path / "x.csv", "a,b\n"))
