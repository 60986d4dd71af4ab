"""How the network links the mentions of a text: by reading windows of it, once for every mention that needs an antecedent."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from detente.encode.network import Network, Tokens, network
from detente.encode.packing import CLS, SEP, Span, links_of, token_span, words_of

WINDOW = 448  # tokens that are read at once
_BACK = 160  # tokens before the first reference of a window
_AHEAD = 45  # tokens after a reference that its window holds
_SLACK = 40  # tokens by which the last window may be longer
_ROWS = 4  # windows that are read together
_MOST_BEFORE, _MOST_AFTER = 40, 8  # mentions that a reference is linked to, the nearest
NOBODY: Span = (0, 0)  # the span that stands for no actor


@dataclass(frozen=True, slots=True)
class Window:
    """Tokens of a text, and the references that are read in them.

    Attributes:
        start, end: half-open, in tokens of the text.
        anchors: spans of characters of the references.
    """

    start: int
    end: int
    anchors: tuple[Span, ...]


class TextLinks:
    """Scores between references of one text and its mentions.

    Args:
        scores: by (reference, mention), as spans of characters; NOBODY for no actor.
    """

    def __init__(self, scores: Mapping[tuple[Span, Span], float]) -> None:
        self._scores = scores

    def score(self, anchor: Span, members: Sequence[Span]) -> float:
        """Mean score of a reference with the members of a candidate, with nobody when there are none.

        A member that stands outside the window counts 0.
        """
        if not members:
            return self._scores.get((anchor, NOBODY), 0.0)
        return sum(self._scores.get((anchor, member), 0.0) for member in members) / len(members)


def text_links(
    text: str, anchors: Sequence[Span], mentions: Sequence[Span], reader: Network | None = None
) -> TextLinks:
    """Scores of every reference with every mention of its window.

    Args:
        anchors: spans of the references, in order.
        mentions: spans of what they may refer to, in order.
        reader: the network; the shipped one by default.
    """
    if not anchors:
        return TextLinks({})
    reader = reader or network()
    tokens = reader.tokens(text)
    scores: dict[tuple[Span, Span], float] = {}
    found = list(windows(tokens, anchors))
    for at in range(0, len(found), _ROWS):
        some = found[at : at + _ROWS]
        keys = [list(_pairs(window, tokens, mentions)) for window in some]
        words = words_of([[CLS, *tokens.ids[window.start : window.end], SEP] for window in some])
        links = links_of([[spans for _, spans in told] for told in keys], words.ids.shape[1])
        told = [key for some_keys in keys for key, _ in some_keys]
        scores.update(zip(told, map(float, reader.links(words, links)), strict=True))
    return TextLinks(scores)


def windows(tokens: Tokens, anchors: Sequence[Span]) -> Iterator[Window]:
    """Windows of a text in order, each with the references that it holds with enough before and after them."""
    n = len(tokens.ids)
    placed = [(place, anchor) for anchor in anchors if (place := token_span(tokens.offsets, anchor)) is not None]
    i = 0
    while i < len(placed):
        start = max(0, placed[i][0][0] - 1 - _BACK)
        end = min(n, start + WINDOW)
        if n - start <= WINDOW + _SLACK:
            end = n
        j = i + 1
        while j < len(placed) and (end == n or placed[j][0][1] + _AHEAD <= end):
            j += 1
        yield Window(start, end, tuple(anchor for _, anchor in placed[i:j]))
        i = j


def _pairs(
    window: Window, tokens: Tokens, mentions: Sequence[Span]
) -> Iterator[tuple[tuple[Span, Span], tuple[Span, Span]]]:
    """((reference, mention), (their tokens in the window)) of all pairs, nobody included."""
    offsets = tokens.offsets[window.start : window.end]
    low, high = offsets[0][0], offsets[-1][1]
    starts = [start for start, _ in mentions]
    first, last = bisect_left(starts, low), bisect_right(starts, high)
    places: dict[Span, Span] = {}
    for anchor in window.anchors:
        own = token_span(offsets, anchor)
        if own is None:
            continue
        yield (anchor, NOBODY), (own, NOBODY)
        at = bisect_left(starts, anchor[0])
        for span in mentions[max(first, at - _MOST_BEFORE) : min(last, at + _MOST_AFTER)]:
            if span == anchor or span[1] > high:
                continue
            if span not in places:
                places[span] = token_span(offsets, span) or NOBODY
            if places[span] != NOBODY:
                yield (anchor, span), (own, places[span])
