"""Links between mentions: read in windows, however long the text is, and the same every time."""

from detente.encode.network import Tokens, network
from detente.resolve.links import WINDOW, text_links, windows


def tokens(n: int) -> Tokens:
    return Tokens(list(range(2000, 2000 + n)), [(5 * i, 5 * i + 4) for i in range(n)])


def test_every_reference_stands_in_one_window_with_words_before_and_after_it():
    anchors = [(5 * i, 5 * i + 4) for i in range(3, 1000, 17)]
    found = list(windows(tokens(1000), anchors))
    assert [anchor for window in found for anchor in window.anchors] == anchors
    assert all(window.end - window.start <= WINDOW + 40 for window in found)
    for window in found:
        for start, _ in window.anchors:
            at = start // 5
            assert window.start <= max(0, at - 20)
            assert min(1000, at + 20) <= window.end


def test_a_short_text_is_read_at_once():
    (window,) = windows(tokens(60), [(10, 14), (200, 204)])
    assert (window.start, window.end) == (0, 60)


def test_a_text_without_references_is_not_read():
    assert list(windows(tokens(60), [])) == []


def test_a_long_text_is_linked_to_its_end():
    text = "Ghana closed the border. " * 150 + "Togo protested. It recalled its envoy."
    it = (text.rindex("It"), text.rindex("It") + 2)
    togo = (text.index("Togo"), text.index("Togo") + 4)
    ghana = (0, 5)
    links = text_links(text, [it], [ghana, togo])
    assert links.score(it, [togo]) != 0
    assert links.score(it, [ghana]) == 0  # outside the window
    assert links.score(it, []) != 0
    assert links.score(it, [togo]) == text_links(text, [it], [ghana, togo]).score(it, [togo])


def test_tokens_keep_the_places_of_halves_of_characters():
    text = "Chad \ud83d left."
    assert [text[start:end] for start, end in network().tokens(text).offsets if text[start:end].isalpha()] == [
        "Chad",
        "left",
    ]
