"""Short sentences of our own, each with the events that the codebook asks for, coded as published on 10 May 2023."""

import subprocess
import sys
from pathlib import Path

import pytest

from detente.api import code
from detente.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
PUBLISHED = "2023-05-10"
LEXICAL = Settings(coder="lexical")


def coded(text: str) -> list[str]:
    """'ACTOR TYPE RECIPIENT', then modality and kind where they are not asserted and act; sorted."""
    found = []
    for event in code(text, PUBLISHED, settings=LEXICAL):
        words = [event.actor, event.event_type, event.recipient]
        words += [event.modality] if event.modality != "asserted" else []
        words += [event.kind] if event.kind != "act" else []
        found.append(" ".join(word for word in words if word))
    return sorted(found)


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        # active
        ("Russia invaded Ukraine.", ["RUS ASSAULT UKR"]),
        ("Iran arrested two American citizens.", ["IRN COERCE USA"]),
        ("The United States imposed sanctions on Russia.", ["USA SANCTION RUS"]),
        ("Japan praised South Korea.", ["JPN SUPPORT KOR"]),
        ("Germany sent tanks to Ukraine.", ["DEU AID UKR"]),
        ("Kenya trained Haitian police.", ["KEN AID HTI"]),
        ("Morocco recalled its ambassador from Spain.", ["MAR SANCTION ESP"]),
        ("Norway apologised to Sweden.", ["NOR CONCEDE SWE"]),
        ("Ethiopia withdrew its troops from Somalia.", ["ETH RETREAT SOM"]),
        ("Colombia recognised Palestine.", ["COL SUPPORT PSE"]),
        # passive
        ("Ukraine was invaded by Russia.", ["RUS ASSAULT UKR"]),
        ("Japan was criticised by China.", ["CHN ACCUSE JPN"]),
        ("Two British diplomats were expelled by Russia.", ["RUS SANCTION GBR"]),
        ("Sanctions were imposed on Iran by the United States.", ["USA SANCTION IRN"]),
        # nominal and possessive
        ("China's threats against Taiwan continued.", ["CHN THREATEN TWN condition"]),
        ("Turkey's attack on Syria drew criticism.", ["TUR ASSAULT SYR"]),
        ("South Korea condemned North Korea's missile launch.", ["KOR ACCUSE PRK"]),
        ("A visit to Seoul by Li Zhanshu is planned.", ["CHN AGREE KOR"]),
        # refusal
        ("China refused to meet Japan.", ["CHN REJECT JPN"]),
        ("Iran rejected talks with the United States.", ["IRN REJECT USA"]),
        ("Hungary vetoed aid to Ukraine.", ["HUN REJECT UKR"]),
        # promise
        ("Japan promised aid to Ukraine.", ["JPN AGREE UKR"]),
        ("India agreed to release Pakistani prisoners.", ["IND CONCEDE PAK future"]),
        # request
        ("China urged Japan to withdraw its troops.", ["CHN REQUEST JPN"]),
        ("Ukraine asked Germany for tanks.", ["UKR REQUEST DEU"]),
        ("Vietnam demanded that China withdraw its ships.", ["VNM REQUEST CHN"]),
        # threat
        ("North Korea threatened to attack South Korea.", ["PRK THREATEN KOR"]),
        ("Russia warned Finland of retaliation.", ["RUS THREATEN FIN"]),
        # measures lifted and suspended
        ("The United States lifted sanctions on Venezuela.", ["USA CONCEDE VEN"]),
        ("Israel eased restrictions on Gaza.", ["ISR CONCEDE PSE"]),
        ("Japan suspended aid to Myanmar.", ["JPN SANCTION MMR"]),
        ("Germany halted talks with Iran.", ["DEU SANCTION IRN"]),
        # negation
        ("Australia did not attack Fiji.", ["AUS ASSAULT FJI negated"]),
        ("France denied that it had attacked Mali.", ["FRA ASSAULT MLI negated"]),
        ("Japan will not impose sanctions on China.", ["JPN SANCTION CHN negated"]),
        # conditionals
        ("Russia might bomb Poland.", ["RUS ASSAULT POL hypothetical"]),
        ("China could attack Taiwan.", ["CHN ASSAULT TWN hypothetical"]),
        # symmetric and several parties
        ("China and Japan held talks.", ["CHN CONSULT JPN", "JPN CONSULT CHN"]),
        ("Chile and Peru signed a trade agreement.", ["CHL SUPPORT PER", "PER SUPPORT CHL"]),
        ("Chile and Argentina restored diplomatic relations.", ["ARG SUPPORT CHL", "CHL SUPPORT ARG"]),
        ("Qatar mediated between Israel and Kuwait.", ["QAT CONSULT ISR", "QAT CONSULT KWT"]),
        (
            "Japan, South Korea and the United States held talks in Washington.",
            ["JPN CONSULT KOR", "JPN CONSULT USA", "KOR CONSULT JPN", "KOR CONSULT USA", "USA CONSULT JPN",
             "USA CONSULT KOR"],
        ),
        # a venue is no recipient
        ("India and Pakistan met in Geneva.", ["IND CONSULT PAK", "PAK CONSULT IND"]),
        ("The foreign ministers of France and Germany met in Vienna.", ["DEU CONSULT FRA", "FRA CONSULT DEU"]),
        # a seat of power, and a territory under force
        ("The Kremlin condemned the White House.", ["RUS ACCUSE USA"]),
        ("China sent warships to the Senkakus.", ["CHN MOBILIZE JPN"]),
        # attributes do nothing
        ("The US-led group published a map.", []),
        ("The China-centric supply chain is fragile.", []),
        ("Anti-China protesters marched.", []),
        # conditions
        ("Japan faces threats from North Korea.", ["PRK THREATEN JPN condition"]),
        # no event
        ("The weather in Tokyo was fine.", []),
        ("Trains between Paris and London were late.", []),
        ("The 1990s were a decade of growth in Poland.", []),
        # nothing to name: an anaphor without antecedent
        ("Both countries face threats from North Korea.", []),
    ],
)  # fmt: skip
def test_a_sentence_has_the_events_of_the_codebook(sentence, events):
    assert coded(sentence) == events


def test_a_shared_act_is_one_group():
    events = code("Japan, South Korea and the United States held talks in Washington.", PUBLISHED, settings=LEXICAL)
    assert (len(events), len({event.event_group for event in events})) == (6, 1)


@pytest.mark.parametrize(
    ("sentence", "attribution", "speaker"),
    [
        ("According to Poland, Belarus attacked Lithuania.", "Poland", "POL"),
        ("Belarus attacked Lithuania.", "", ""),
    ],
)
def test_who_says_it_is_kept(sentence, attribution, speaker):
    (event,) = code(sentence, PUBLISHED, settings=LEXICAL)
    assert (event.attribution, event.speaker_code) == (attribution, speaker)


@pytest.mark.parametrize(
    ("sentence", "days", "basis", "modality"),
    [
        ("On 3 May 2023, Sudan expelled the ambassador of Chad.", "2023-05-03 2023-05-04", "explicit", "asserted"),
        ("Russia attacked Ukraine yesterday.", "2023-05-09 2023-05-10", "relative_publication", "asserted"),
        ("China condemned Japan on Tuesday.", "2023-05-09 2023-05-10", "relative_publication", "asserted"),
        ("China condemned Japan.", "2023-05-10 2023-05-11", "publication", "asserted"),
        ("Iraq invaded Kuwait in 1990.", "1990-01-01 1991-01-01", "explicit", "historical"),
    ],
)
def test_an_act_has_its_day_and_the_source_of_it(sentence, days, basis, modality):
    (event,) = code(sentence, PUBLISHED, settings=LEXICAL)
    assert (f"{event.date_start} {event.date_end}", event.date_basis, event.modality) == (days, basis, modality)


def test_without_any_date_an_act_stays_undated():
    (event,) = code("China condemned Japan.", settings=LEXICAL)
    assert (event.date_start, event.date_end, event.date_basis) == (None, None, "none")


def test_the_annotated_text_stays_at_its_floors():
    done = subprocess.run(
        [sys.executable, str(ROOT / "benchmarks" / "evaluate.py")], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "events_dev.jsonl" in done.stdout
