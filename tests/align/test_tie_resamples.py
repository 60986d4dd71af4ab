"""Ties of redrawn acts: thin ones go missing, thick ones stay, the same seed gives the same draws."""

import numpy as np
import pyarrow as pa
import pytest

from detente.align.tie_resamples import resample_ties


def acts(pair, n, event_type="AID", quad=2, scale=7.0):
    return [
        {
            "event_id": f"{pair}{event_type}{i}",
            "event_group": f"{pair}{event_type}{i}",
            "incident_id": None,
            "event_type": event_type,
            "quad": quad,
            "scale": scale,
            "a": pair[0],
            "b": pair[1],
        }
        for i in range(n)
    ]


def drawn(rows, pairs, n=2000, **options):
    events = pa.Table.from_pylist([{key: row[key] for key in row if key not in "ab"} for row in rows])
    evidence = pa.Table.from_pylist([{key: row[key] for key in ("a", "b", "event_id")} for row in rows])
    return resample_ties(events, evidence, pairs, n, **options)


def test_a_tie_on_one_act_is_missing_from_a_third_of_the_draws_and_one_on_ten_from_none():
    weights = drawn([*acts("AB", 1), *acts("AC", 10)], [("A", "B"), ("A", "C")])
    assert (weights[:, 0] == 0).mean() == pytest.approx((10 / 11) ** 11, abs=0.04)  # 0.35, towards 1/e
    assert (weights[:, 1] == 1.0).mean() > 0.999


def test_a_mixed_tie_varies_about_its_weight():
    # five acts of aid (7) and five sanctions (7): weight 0, so about as often friendly as hostile
    rows = [*acts("AB", 5), *acts("AB", 5, "SANCTION", 4, -7.0)]
    weights = drawn(rows, [("A", "B")])[:, 0]
    assert abs((weights > 0).mean() - (weights < 0).mean()) < 0.06
    assert not ((np.abs(weights) > 0) & (np.abs(weights) <= 0.1)).any()


def test_the_same_seed_draws_the_same_and_too_few_acts_give_no_sign():
    rows, pairs = acts("AB", 3), [("A", "B")]
    assert np.array_equal(drawn(rows, pairs, 20, seed=4), drawn(rows, pairs, 20, seed=4))
    assert not drawn(rows, pairs, 20, min_events=4).any()


def test_pairs_without_evidence_have_no_tie():
    assert not drawn(acts("AB", 3), [("C", "D")], 5).any()
