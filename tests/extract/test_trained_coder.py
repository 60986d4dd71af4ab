"""The trained coder: who does what to whom, the same answer in any company and whoever the states are."""

import random
import sys
from pathlib import Path

import pytest

import detente
from detente.settings import Settings

TRAINING = Path(__file__).resolve().parents[2] / "training" / "coder"
sys.path.insert(0, str(TRAINING))

from sentences import read_sentences  # noqa: E402
from swapping import swapped  # noqa: E402

TRAINED = Settings(coder="trained")


def judge(sentence: str, actor: str, recipient: str | None):
    def span(phrase):
        return None if phrase is None else (sentence.index(phrase), sentence.index(phrase) + len(phrase))

    return detente.classify(sentence, span(actor), span(recipient))


@pytest.mark.parametrize(
    ("sentence", "actor", "recipient", "event_type"),
    [
        ("Nairobi condemned Uganda on Friday for the arrest of two pilots.", "Nairobi", "Uganda", "ACCUSE"),
        ("Police in Minsk detained forty protesters on Sunday.", "Police in Minsk", "forty protesters", "COERCE"),
        ("Norway has given Malawi 40 million dollars for its clinics.", "Norway", "Malawi", "AID"),
        ("Peru and Chile held talks in Lima on Monday.", "Peru", "Chile", "CONSULT"),
        ("Rebels shelled the barracks of the Congolese army.", "Rebels", "the Congolese army", "ASSAULT"),
        ("The minister read a poem at the tomb, and Angola played Ghana at football.", "Angola", "Ghana", None),
    ],
)
def test_what_one_does_to_the_other(sentence, actor, recipient, event_type):
    assert judge(sentence, actor, recipient).event_type == event_type


def test_direction_and_evidence():
    sentence = "Tokyo rejected the protest that Seoul had lodged on Tuesday."
    judgement = judge(sentence, "Tokyo", "Seoul")
    assert (judgement.event_type, judgement.quad) == ("REJECT", 3)
    assert "rejected" in sentence[slice(*judgement.trigger)]
    assert sum(judgement.scores.values()) == pytest.approx(1, abs=0.001)
    assert judge(sentence, "Seoul", "Tokyo").event_type != "REJECT"


def test_a_denied_act_is_negated():
    judgement = judge("Oslo did not impose sanctions on Belarus.", "Oslo", "Belarus")
    assert (judgement.event_type, judgement.modality) == ("SANCTION", "negated")


def test_rows_are_judged_alike_alone_and_together():
    rows = []
    for sentence in list(read_sentences())[:300:10]:
        rows += [(sentence.text, a, r) for a in sentence.actors for r in (*sentence.actors, None) if a != r]
    together = detente.classify_many(rows)
    assert together == detente.classify_many(rows)
    assert together[:20] == [detente.classify(*row) for row in rows[:20]]
    assert detente.classify_many(rows[::-1]) == together[::-1]


def test_a_span_outside_the_sentence_is_an_error_that_names_it():
    with pytest.raises(detente.DetenteError, match=r"\(3, 900\)"):
        detente.classify("Mali left.", (3, 900), None)


def test_other_states_in_the_same_sentence_do_the_same():
    """The network codes what the sentence says, not what it knows of its actors: 97 of 100 types stay."""
    rng = random.Random(7)
    before, after = [], []
    for sentence in list(read_sentences())[::11]:
        other = swapped(sentence, rng, share=1.0)
        if other.text == sentence.text or not sentence.events or sentence.events[0].recipient < 0:
            continue
        event = sentence.events[0]
        before.append((sentence.text, sentence.actors[event.actor], sentence.actors[event.recipient]))
        after.append((other.text, other.actors[event.actor], other.actors[event.recipient]))
        if len(before) == 300:
            break
    found = zip(detente.classify_many(before), detente.classify_many(after), strict=True)
    same = sum(one.event_type == two.event_type for one, two in found)
    assert len(before) >= 150
    assert same / len(before) >= 0.97


def test_a_document_is_coded_with_its_evidence():
    text = "Chile and Peru signed a water treaty in Tacna on Tuesday. Lima had freed two Chilean pilots the day before."
    events = detente.code(text, published="2012-05-04", settings=TRAINED)
    assert {("CHL", "SUPPORT", "PER"), ("PER", "RETREAT", "CHL")} <= {
        (event.actor, event.event_type, event.recipient) for event in events
    }
    for event in events:
        assert text[event.char_start : event.char_end] == event.trigger
        assert "network" in event.rule or "none" in event.rule
        assert 0 < event.confidence <= 1


def test_nothing_is_coded_where_nobody_does_anything():
    text = "Nepal lies between India and China. Its rivers rise in Tibet."
    assert detente.code(text, published="2012-05-04", settings=TRAINED) == []


@pytest.mark.parametrize("text", ["Peru takes Chile's threat seriously.", "Kenya ignored Uganda's threat."])
def test_a_threat_is_its_owners(text):
    threats = [event for event in detente.code(text, published="2012-05-04", settings=TRAINED)
               if event.event_type == "THREATEN"]  # fmt: skip
    assert {event.actor for event in threats} <= {"CHL", "UGA"}
