"""What changed: neither the side with the larger scores nor the network's finds crowd the others out."""

from detente.report.changes import notable_acts
from detente.report.reading import make_reading
from detente.schema.event import NETWORK_ALONE

STATES = ("AUS", "BRA", "CAN", "DEU", "EGY", "FRA", "GBR", "IND")


def chosen(events):
    return [(item.parties, item.side) for item in notable_acts(make_reading({"events": events}, None))]


def test_one_sanction_stands_among_eight_gifts(make_events):
    gifts = [(state, "KEN", "AID") for state in STATES]
    acts = chosen(make_events(*gifts, ("CHN", "AUS", "SANCTION")))
    assert len(acts) == 6
    assert [side for _, side in acts].count("conflict") == 1


def test_what_a_pattern_knows_goes_before_what_the_network_alone_found(make_events):
    found = [(state, "KEN", "AID", {"rule": f"{NETWORK_ALONE}AID 0.98"}) for state in STATES]
    acts = chosen(make_events(*found, ("JPN", "KEN", "CONSULT", {"scale": 5.0, "rule": "'meet', active"})))
    assert any(parties.startswith("JPN") for parties, _ in acts)
