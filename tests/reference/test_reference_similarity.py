"""Signorino and Ritter's worked example: the alliances of Germany and Russia in 1914."""

import pytest

import detente

# Signorino and Ritter (1999), International Studies Quarterly 43(1), Table 6: state, share of capabilities, level of
# alliance of Germany and of Russia (0 none, 1 entente, 2 neutrality, 3 defence), each with itself included.
TABLE_6 = """\
GMY .25 3 0
RUS .21 0 3
UKG .20 0 1
FRN .08 0 3
AUH .08 3 0
ITA .05 3 1
BEL .03 0 0
SPN .03 0 0
TUR .02 0 0
NTH .01 0 0
SWD .01 0 0
RUM .01 3 0
POR .01 0 0
SWZ .01 0 0
GRC 0 0 0
DEN 0 0 0
YUG 0 0 0
BUL 0 0 0
NOR 0 0 0
ALB 0 0 0
"""


@pytest.fixture
def compared(tmp_path):
    table = tmp_path / "portfolios.csv"
    rows = TABLE_6.replace(" ", ",")
    table.write_text(f"state,capability,germany,russia\n{rows}", "utf-8")
    (found,) = detente.similarity(table, pairs=[("Germany", "Russia")], weights="capability")
    return found


def test_s_is_as_published(compared):
    assert compared.n_partners == 20
    assert compared.s == pytest.approx(0.40, abs=1e-12)
    assert compared.s_weighted == pytest.approx(-0.46, abs=1e-12)


def test_tau_b_is_as_published(compared):
    assert compared.tau_b == pytest.approx(0.0303, abs=5e-5)


def test_chance_corrected_agreement_is_below_zero(compared):
    """Origin: kappa of levels and their squared distance, pi of levels as categories, by hand from the table."""
    assert compared.quadratic.kappa == pytest.approx(-0.0776, abs=5e-5)
    assert compared.nominal.pi == pytest.approx(-0.0448, abs=5e-5)
