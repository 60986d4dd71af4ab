"""Phoenix files: columns by position; reports counted by their addresses."""

from datetime import date

import pytest

from detente.errors import ReadError
from detente.exchange.load_phoenix import load_phoenix

ROW = (
    "e7_1|20140620|2014|06|20|USAGOV|USA|GOV||IRQMIL|IRQ|MIL||072|07|2|8.3||33.3|44.4|Baghdad||Iraq|s1;s2|"
    "https://example.org/1;https://example.org/2|made_one;made_two"
).split("|")


def test_a_row_with_two_addresses_has_two_reports(tmp_path):
    path = tmp_path / "events.full.20140620.txt"
    path.write_text("\t".join(ROW) + "\n" + "\t".join(ROW[:20]) + "\n", "utf-8")
    (chunk,) = load_phoenix(path, {})
    (row,) = chunk.rows.to_pylist()
    assert (row["n_reports"], row["reference"], row["publisher"]) == (2, "https://example.org/1", "made_one")
    assert (row["actor_country"], row["recipient_sector"], row["cameo"], row["scale"]) == ("USA", "MIL", "072", 8.3)
    assert row["date_start"] == date(2014, 6, 20)
    assert [item.reason for item in chunk.refused] == ["20 cells where the file has 26"]


def test_another_width_is_an_error(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("1\t2\t3\n", "utf-8")
    with pytest.raises(ReadError, match="has 3 columns in its first line, where Phoenix has 26"):
        list(load_phoenix(path, {}))
