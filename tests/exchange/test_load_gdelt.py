"""GDELT files: columns by position, CAMEO countries beside FIPS places, mentions that are no events."""

import gzip
import zipfile
from datetime import date

import pytest

from detente.errors import ReadError, UnsafeInput
from detente.exchange.load_gdelt import GDELT1, GDELT2, load_gdelt1, load_gdelt2

CELLS = {
    "GLOBALEVENTID": "410412347",
    "SQLDATE": "20150218",
    "Actor1Code": "ROMGOV",
    "Actor1Name": "ROMANIA",
    "Actor1CountryCode": "ROM",
    "Actor1Type1Code": "GOV",
    "Actor2Code": "UNO",
    "Actor2Name": "",
    "Actor2KnownGroupCode": "UNO",
    "EventCode": "010",
    "GoldsteinScale": "0.0",
    "NumMentions": "12",
    "ActionGeo_CountryCode": "CH",
    "SOURCEURL": "https://example.org/a",
}


def line(layout, **cells):
    return "\t".join({**CELLS, **cells}.get(name, "") for name in layout) + "\n"


def test_the_layouts_have_the_published_widths():
    assert (len(GDELT1), len(GDELT2)) == (58, 61)  # column lists published with GDELT 1.0 and 2.0


def test_codes_stay_text_and_mentions_become_reports(tmp_path):
    path = tmp_path / "20150218.export.CSV"
    path.write_text(line(GDELT2), "utf-8")
    (chunk,) = load_gdelt2(path, {})
    (row,) = chunk.rows.to_pylist()
    assert (row["cameo"], row["n_reports"], row["date_start"]) == ("010", 12, date(2015, 2, 18))
    assert (row["actor_country"], row["recipient_name"], row["recipient_group"]) == ("ROM", "UNO", "UNO")


def test_old_files_without_a_source_have_57_columns(tmp_path):
    path = tmp_path / "old.csv"
    path.write_text(line(GDELT1[:-1]) + line(GDELT1), "utf-8")
    (chunk,) = load_gdelt1(path, {})
    assert chunk.rows["reference"].to_pylist() == [""]
    assert [item.reason for item in chunk.refused] == ["58 cells where the file has 57"]


def test_a_file_of_mentions_is_refused_by_its_width(tmp_path):
    path = tmp_path / "20150218.mentions.CSV"
    path.write_text("\t".join(["410412347"] * 16) + "\n", "utf-8")
    with pytest.raises(ReadError, match="has 16 columns in its first line, where gdelt2 has 61"):
        list(load_gdelt2(path, {}))


def test_zip_and_gzip_are_read_in_place_and_no_member_is_written(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("../../escaped.CSV", line(GDELT2))
    (tmp_path / "a.gz").write_bytes(gzip.compress(line(GDELT2).encode()))
    before = sorted(path.name for path in tmp_path.rglob("*"))
    rows = [next(load_gdelt2(tmp_path / name, {})).rows.num_rows for name in ("a.zip", "a.gz")]
    assert rows == [1, 1]
    assert sorted(path.name for path in tmp_path.rglob("*")) == before
    assert not (tmp_path.parent.parent / "escaped.CSV").exists()


def test_a_gzip_that_is_cut_off_is_an_error_with_a_remedy(tmp_path):
    path = tmp_path / "a.gz"
    path.write_bytes(gzip.compress(line(GDELT2).encode() * 50)[:-30])
    with pytest.raises(ReadError, match="damaged compressed data"):
        list(load_gdelt2(path, {}))


def test_a_decompression_bomb_stops(tmp_path):
    path = tmp_path / "a.gz"
    path.write_bytes(gzip.compress(line(GDELT2).encode() * 400_000))  # 60 MB in 0.2
    with pytest.raises(UnsafeInput, match="expands more than 200 times"):
        list(load_gdelt2(path, {}))
