"""The table of states: every UN member, the partly recognised, the gone; codes, dates, four forms of each name."""

from datetime import date

from detente.lexicon.names import state_names, states

# Members of the United Nations since 2011-07-14 (un.org, "Member States"), ISO 3166-1 alpha-3.
UN_MEMBERS = """
AFG ALB DZA AND AGO ATG ARG ARM AUS AUT AZE BHS BHR BGD BRB BLR BEL BLZ BEN BTN BOL BIH BWA BRA BRN BGR BFA BDI CPV KHM
CMR CAN CAF TCD CHL CHN COL COM COG CRI CIV HRV CUB CYP CZE PRK COD DNK DJI DMA DOM ECU EGY SLV GNQ ERI EST SWZ ETH FJI
FIN FRA GAB GMB GEO DEU GHA GRC GRD GTM GIN GNB GUY HTI HND HUN ISL IND IDN IRN IRQ IRL ISR ITA JAM JPN JOR KAZ KEN KIR
KWT KGZ LAO LVA LBN LSO LBR LBY LIE LTU LUX MDG MWI MYS MDV MLI MLT MHL MRT MUS MEX FSM MCO MNG MNE MAR MOZ MMR NAM NRU
NPL NLD NZL NIC NER NGA MKD NOR OMN PAK PLW PAN PNG PRY PER PHL POL PRT QAT KOR MDA ROU RUS RWA KNA LCA VCT WSM SMR STP
SAU SEN SRB SYC SLE SGP SVK SVN SLB SOM ZAF SSD ESP LKA SDN SUR SWE CHE SYR TJK THA TLS TGO TON TTO TUN TUR TKM TUV UGA
UKR ARE GBR TZA USA URY UZB VUT VEN VNM YEM ZMB ZWE
""".split()

# Correlates of War state code and Gleditsch-Ward number, as their lists of states give them.
NUMBERS = {
    "USA": ("2", "2"), "GBR": ("200", "200"), "FRA": ("220", "220"), "DEU": ("255", "260"), "DDR": ("265", "265"),
    "RUS": ("365", "365"), "SUN": ("365", "365"), "UKR": ("369", "369"), "YUG": ("345", "345"), "SRB": ("345", "340"),
    "XKX": ("347", "347"), "IRN": ("630", "630"), "TUR": ("640", "640"), "ISR": ("666", "666"), "YEM": ("679", "678"),
    "CHN": ("710", "710"), "TWN": ("713", "713"), "PRK": ("731", "731"), "KOR": ("732", "732"), "JPN": ("740", "740"),
    "IND": ("750", "750"), "PAK": ("770", "770"), "VNM": ("816", "816"), "VDR": ("817", "817"), "PHL": ("840", "840"),
    "AUS": ("900", "900"), "TON": ("955", "972"),
}  # fmt: skip


def test_all_193_members_of_the_united_nations_are_there():
    assert len(UN_MEMBERS) == len(set(UN_MEMBERS)) == 193
    listed = {code for code, state in states().items() if state.kind == "un_member"}
    assert listed == set(UN_MEMBERS)


def test_places_that_are_not_members_are_kept_apart():
    assert {code: states()[code].kind for code in ("TWN", "PSE", "XKX", "VAT")} == dict.fromkeys(
        ("TWN", "PSE", "XKX", "VAT"), "partial"
    )
    assert states()["HKG"].kind == "territory"
    assert {code for code, state in states().items() if state.kind == "historical"} >= {
        "SUN", "YUG", "DDR", "CSK", "SCG", "YMD", "VDR", "AUH", "OTT", "PRU",
    }  # fmt: skip


def test_states_that_are_gone_have_the_days_on_which_they_were():
    days = {code: (states()[code].valid_from, states()[code].valid_to) for code in ("SUN", "DDR", "CSK", "VDR")}
    assert days == {
        "SUN": (date(1922, 12, 30), date(1991, 12, 26)),
        "DDR": (date(1949, 10, 7), date(1990, 10, 3)),
        "CSK": (date(1918, 10, 28), date(1993, 1, 1)),
        "VDR": (date(1954, 7, 21), date(1975, 4, 30)),
    }
    assert [states()[code].successor for code in ("SUN", "YUG", "DDR", "OTT")] == ["RUS", "SCG", "DEU", "TUR"]


def test_the_koreas_and_russia_reach_back_before_their_present_states():
    assert (states()["KOR"].valid_from, states()["RUS"].valid_from, states()["DEU"].valid_from) == (None, None, None)
    assert states()["PRK"].valid_from == date(1948, 9, 9)


def test_codes_of_the_two_great_lists_of_states():
    assert {code: (states()[code].cow, states()[code].gw) for code in NUMBERS} == NUMBERS


def test_every_member_has_name_adjective_demonym_and_capital():
    forms: dict[str, set[str]] = {}
    for row in state_names():
        if row.valid_to is None:
            forms.setdefault(row.code, set()).add("name" if row.kind == "official" else row.kind)
    wanted = {"name", "adjective", "demonym", "capital"}
    missing = {code: sorted(wanted - forms.get(code, set())) for code in [*UN_MEMBERS, "TWN", "PSE", "XKX"]}
    missing = {code: forms for code, forms in missing.items() if forms}
    # "Congolese" is left to Kinshasa and "Dominican" to Santo Domingo, of which far more is written.
    assert missing == {"COG": ["demonym"], "DMA": ["adjective", "demonym"]}
