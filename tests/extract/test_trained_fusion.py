"""Patterns and network on the same words: a sure network corrects type and flags, an unsure one does not."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

import detente
from detente.extract.trained.fusion import is_fuller, reread
from detente.extract.trained.scoring import PairScores
from detente.lexicon.weights import weights
from detente.settings import Settings

TYPES = weights().types


def scores(event_type: str, share: float, trigger: tuple[int, int], historical: float = 0.5) -> PairScores:
    """Scores of one pair: a share for one type, the rest for none; flags unlikely but `historical` as given."""
    types = np.zeros(len(TYPES) + 1, np.float32)
    types[TYPES.index(event_type)], types[-1] = share, 1 - share
    return PairScores(types, np.array([0.5, 0.5, 0.5, historical], np.float32), 0.0, trigger)


@pytest.fixture
def event():
    """Chile condemned Peru, as the patterns code it, with the place of the verb."""
    text = "Chile condemned Peru in 1998."
    (found,) = detente.code(text, published="2012-05-04", settings=Settings(coder="lexical"))
    assert (found.event_type, found.historical, found.date_basis) == ("ACCUSE", True, "explicit")
    return found


def test_a_sure_network_corrects_the_type(event):
    other = reread(event, scores("SUPPORT", 0.99, (6, 15)), 0, TYPES)
    assert (other.event_type, other.quad, other.event_id) == ("SUPPORT", 1, event.event_id)
    assert "SUPPORT 0.99 over ACCUSE" in other.rule


def test_an_unsure_network_does_not(event):
    assert reread(event, scores("SUPPORT", 0.92, (6, 15)), 0, TYPES).event_type == "ACCUSE"


def test_other_words_are_another_act(event):
    assert reread(event, scores("SUPPORT", 0.99, (21, 23)), 0, TYPES).event_type == "ACCUSE"


def test_a_date_of_the_text_decides_what_is_past(event):
    other = reread(event, scores("ACCUSE", 0.99, (6, 15), historical=0.01), 0, TYPES)
    assert (other.historical, other.date_start) == (True, date(1998, 1, 1))


def test_without_a_date_a_sure_network_does():
    text = "Chile condemned Peru."
    (plain,) = detente.code(text, published="2012-05-04", settings=Settings(coder="lexical"))
    assert reread(plain, scores("ACCUSE", 0.99, (6, 15), historical=0.97), 0, TYPES).historical


def test_the_scale_goes_with_the_type(event):
    other = reread(event, scores("ASSAULT", 0.99, (6, 15)), 0, TYPES)
    assert other.scale < event.scale


def test_a_promise_is_made_though_its_object_lies_ahead():
    text = "Chile vowed to help Peru."
    (plain,) = detente.code(text, published="2012-05-04", settings=Settings(coder="lexical"))
    assert plain.event_type == "AGREE"
    sure = scores("AGREE", 0.99, (6, 19))
    sure.flags[2] = 0.99
    assert not reread(plain, sure, 0, TYPES).future


def test_an_act_with_its_recipient_replaces_the_same_act_without(event):
    alone = replace(event, recipient="", recipient_organisation="")
    assert is_fuller(event, alone)
    assert not is_fuller(event, event)
    assert not is_fuller(alone, event)
    assert not is_fuller(event, replace(alone, event_type="REJECT"))
    assert not is_fuller(event, replace(alone, char_start=event.char_end, char_end=event.char_end + 3))
