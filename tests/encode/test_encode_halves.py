"""The network in two halves: the upper one reads only the actors in whose pairs the lower one sees a possible event."""

import numpy as np
import pytest

from detente.encode.network import network
from detente.encode.packing import batch_of, of_rows, pack, token_span, words_of
from detente.extract.trained.scoring import scorer

SENTENCE = "Kenya expelled the Ugandan consul on Monday, and Rwanda sent Burundi forty tons of maize."
NAMES = ("Kenya", "the Ugandan consul", "Rwanda", "Burundi")
SPANS = [(SENTENCE.index(name), SENTENCE.index(name) + len(name)) for name in NAMES]


def packed():
    tokens = network().tokens(SENTENCE)
    places = [token_span(tokens.offsets, span) for span in SPANS]
    rows = [pack(tokens.ids, one, [*(p for p in places if p != one), None]) for one in places]
    words = words_of([rows[0].ids])
    return words, batch_of(rows, [0] * len(rows), words.ids.shape[1])


def test_some_rows_of_a_batch_keep_their_pairs_and_marks():
    _, whole = packed()
    some = of_rows(whole, np.array([1, 3]))
    kept = np.isin(whole.row, [1, 3])
    assert some.row.tolist() == [0] * 4 + [1] * 4
    assert some.word_marks.tolist() == whole.word_marks[kept].tolist()
    assert (some.roles == whole.roles[[1, 3]]).all()


def test_actors_who_may_do_something_are_read_to_the_end_and_the_others_not():
    words, batch = packed()
    answer = network().pairs(words, batch, least=0.5)
    read = {NAMES[row] for row in batch.row[answer.read]}
    assert {"Kenya", "Rwanda"} <= read < set(NAMES)
    assert len(answer.logits[0]) == answer.read.sum()


def test_nothing_is_read_where_nothing_may_be_done():
    words, batch = packed()
    answer = network().pairs(words, batch, least=1.1)
    assert not answer.read.any()
    assert answer.logits == ()
    assert (answer.gates == network().pairs(words, batch).gates).all()


def test_a_pair_that_is_not_read_has_the_probability_that_the_lower_half_saw():
    pairs = [(SPANS[3], SPANS[0]), (SPANS[0], SPANS[1])]
    closed, read = scorer().score(SENTENCE, pairs, least=0.5)
    assert closed is not None
    assert read is not None
    words, batch = packed()
    gate = network().pairs(words, batch).gates[batch.row == 3][0]  # Burundi with Kenya
    assert 1 - closed.types[-1] == pytest.approx(gate, abs=0.02)
    assert len(set(closed.types[:-1].tolist())) == 1
    assert read.types.argmax() == scorer().weights.types.index("SANCTION")
