"""What a cell of the panel is out of, against sums in plain Python."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.measure.exposure import with_exposure
from detente.measure.panel import count_panel
from detente.schema.panel import PANEL


def panel(events, directed=True):
    return count_panel(events, "month", directed)[0].collect(backend="pyarrow").to_native().cast(PANEL)


def test_a_cell_is_out_of_its_dyad_and_of_all_that_either_side_does_or_undergoes(make_events):
    events = make_events(
        ("KOR", "JPN", "ACCUSE"), ("KOR", "JPN", "AID"), ("JPN", "KOR", "AID"), ("CHN", "JPN", "ACCUSE"),
        ("CHN", "USA", "AID"), ("KOR", "", "MOBILIZE"),
    )  # fmt: skip
    told = {row["cell"]: (row["n_dyad"], row["n_either"]) for row in with_exposure(panel(events)).to_pylist()}
    assert told["KOR|JPN|2023-03-01|ACCUSE|asserted|act"] == (2, 5)  # all but CHN to USA
    assert told["CHN|USA|2023-03-01|AID|asserted|act"] == (1, 2)
    assert told["KOR||2023-03-01|MOBILIZE|asserted|act"] == (1, 4)  # all with KOR


ends = st.sampled_from(["CHN", "JPN", "KOR", ""])
events_of = st.lists(
    st.tuples(
        st.sampled_from(["CHN", "JPN", "KOR"]),
        ends,
        st.sampled_from(["AID", "ACCUSE"]),
        st.sampled_from([date(2023, 1, 5), date(2023, 2, 5), None]),
    ),
    max_size=15,
)


@settings(max_examples=40, deadline=None)
@given(rows=events_of, directed=st.booleans())
def test_it_is_what_plain_python_sums(make_records, rows, directed):
    cells = panel(make_records(*((a, b, kind, {"date_start": day}) for a, b, kind, day in rows)), directed)
    told = cells.to_pylist()
    for row in with_exposure(cells).to_pylist():
        then = [one for one in told if one["period_start"] == row["period_start"]]
        two = {row["actor"], row["recipient"]} - {""}
        dyad = [one for one in then if (one["actor"], one["recipient"]) == (row["actor"], row["recipient"])]
        either = [one for one in then if two & {one["actor"], one["recipient"]}]
        assert row["n_dyad"] == sum(one["n_events"] for one in dyad)
        assert row["n_either"] == sum(one["n_events"] for one in either)


def test_rows_and_their_order_stay(make_events):
    cells = panel(make_events(("KOR", "JPN", "ACCUSE"), ("CHN", "JPN", "AID")))
    assert with_exposure(cells).select(PANEL.names).equals(cells)


@pytest.mark.parametrize("directed", [True, False])
def test_an_empty_panel_stays_empty(directed):
    assert with_exposure(PANEL.empty_table()).num_rows == 0
