"""Near-duplicates are texts that share most of their 5-grams, and belong to the first of them."""

import pytest

from detente.pipeline.duplicates import MIN_RECALL, N_PERMUTATIONS, bands_for, find_clusters, jaccard, shingles

WORDS = [f"word{n}" for n in range(200)]


def clusters(texts, threshold=0.8):
    named = {str(number): text for number, text in enumerate(texts)}
    return list(find_clusters(named.items(), threshold, named.__getitem__).values())


def test_a_copy_with_a_changed_line_joins_the_first():
    original = " ".join(WORDS)
    copy = " ".join([*WORDS[:-2], "other", "end"])
    # 196 5-grams each; the last two of the original contain a changed word: 194 shared of 198
    assert jaccard(shingles(original), shingles(copy)) == pytest.approx(194 / 198)
    assert clusters([original, "something else entirely is said here", copy]) == ["0", "1", "0"]


def test_a_text_with_half_of_the_words_changed_stands_alone():
    assert clusters([" ".join(WORDS), " ".join([*WORDS[:100], *(f"new{n}" for n in range(100))])]) == ["0", "1"]


def test_case_and_punctuation_make_no_difference():
    assert clusters(["Japan thanked India for its help today.", "JAPAN thanked India, for its help, today"]) == [
        "0",
        "0",
    ]


def test_every_member_is_like_the_first_of_its_cluster_and_not_only_like_a_neighbour():
    words = [f"word{n}" for n in range(230)]
    chain = [" ".join(words[shift : shift + 200]) for shift in (0, 15, 30)]
    # 196 5-grams each; texts shifted by 15 words share 181 of 211, by 30 words 166 of 226
    sets = [shingles(text) for text in chain]
    assert jaccard(sets[0], sets[1]) >= 0.8
    assert jaccard(sets[1], sets[2]) >= 0.8
    assert jaccard(sets[0], sets[2]) < 0.8
    assert clusters(chain) == ["0", "0", "2"]


def test_texts_without_words_are_no_duplicates_of_each_other():
    assert clusters(["…", "—"]) == ["0", "1"]


@pytest.mark.parametrize("threshold", [0.3, 0.5, 0.8, 0.95, 1.0])
def test_bands_find_pairs_at_the_threshold(threshold):
    bands = bands_for(threshold)
    rows = N_PERMUTATIONS // bands
    assert bands * rows == N_PERMUTATIONS
    assert 1 - (1 - threshold**rows) ** bands >= MIN_RECALL
