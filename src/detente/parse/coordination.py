"""Lists of mentions: "South Korea, Japan and the United States"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from detente.lexicon.tokens import Token
from detente.lexicon.words import AUXILIARIES, PASTS
from detente.schema.mention import Mention

_VENUE_WORDS = frozenset({"in", "at", "near", "from", "outside"})
# What may stand between two members of a list.
_GAPS = (",", "and", ", and", "&", "-", "–", "/", "as well as", ", as well as", "or", "'s and", "’s and")


def coordinate(mentions: list[Mention], tokens: Sequence[Token]) -> list[Mention]:
    """Numbers the lists: mentions with nothing but commas, 'and', hyphens or 'as well as' between them."""
    numbers = [0] * len(mentions)
    starts = [token.char_start for token in tokens]
    current = 0
    for index in range(1, len(mentions)):
        left, right = mentions[index - 1], mentions[index]
        between = [t.lower for t in tokens[bisect_left(starts, left.char_end) : bisect_left(starts, right.char_start)]]
        if not _is_list_gap(between, left, right):
            continue
        if not numbers[index - 1]:
            current += 1
            numbers[index - 1] = current
        numbers[index] = numbers[index - 1]
    kept = _drop_comma_only(mentions, numbers, tokens)
    heads: dict[int, str] = {}
    for mention, number in zip(mentions, kept, strict=True):
        heads.setdefault(number, mention.preposition)
    mentions = _share_roles(mentions, kept)
    return [
        replace(mention, coordination=number, preposition=heads[number] if number else mention.preposition)
        for mention, number in zip(mentions, kept, strict=True)
    ]


def _share_roles(mentions: list[Mention], numbers: list[int]) -> list[Mention]:
    """'Chinese and Russian aircraft': the role after the last adjective belongs to each."""
    shared = list(mentions)
    for index in range(len(mentions) - 2, -1, -1):
        number = numbers[index]
        following = shared[index + 1]
        if (
            not number
            or numbers[index + 1] != number
            or mentions[index].kind not in ("adjective", "abbreviation", "name")
        ):
            continue
        kinds = [part.kind for part in following.parts]
        plain = [part.kind for part in mentions[index].parts] == ["name"]
        if (
            plain
            and kinds[:2] == ["name", "role"]
            and mentions[index].usage in ("phrase", "adjective")
            and following.parts[1].char_start - following.parts[0].char_end <= 25
            and "of" not in following.text.split()
            and "'s" not in following.text
            and "’s" not in following.text
        ):
            shared[index] = replace(
                mentions[index], kind="role", usage=following.usage, parts=(*mentions[index].parts, following.parts[1])
            )
    return shared


def _is_list_gap(between: list[str], left: Mention, right: Mention) -> bool:
    if left.usage == "attribute" or right.usage == "attribute" or not between:
        return False
    if _is_apposition(left, right) and between[0] == "," and "and" not in between:
        return False
    return " ".join(word for word in between if word not in ("the", "its", "both", "also", "then")) in _GAPS


def _is_apposition(left: Mention, right: Mention) -> bool:
    """'Kim Jong-un, the North Korean leader'; 'the speaker, Nancy Pelosi'."""
    people = [any(part.kind == "person" for part in m.parts) or m.kind == "person" for m in (left, right)]
    return people[0] != people[1] and "role" in (left.kind, right.kind)


def _drop_comma_only(mentions: list[Mention], numbers: list[int], tokens: Sequence[Token]) -> list[int]:
    """A list needs an 'and' or a hyphen somewhere: 'In Tokyo, China said' is none."""
    kept = list(numbers)
    starts = [token.char_start for token in tokens]
    lists: dict[int, list[int]] = {}
    for index, number in enumerate(numbers):
        if number:
            lists.setdefault(number, []).append(index)
    for indexes in lists.values():
        members = [mentions[index] for index in indexes]
        spans = [(bisect_left(starts, m.char_start), bisect_left(starts, m.char_end)) for m in members]
        inside = {i for low, high in spans for i in range(low, high)}
        first, last = min(inside), max(inside)
        joined = [tokens[i].lower for i in range(first, last) if i not in inside]
        if not {"and", "&", "-", "–", "/", "or", "as"} & set(joined):
            for index in indexes:
                kept[index] = 0
        elif len(members) > 2 and tokens[max(0, first - 1)].lower in _VENUE_WORDS:
            acts = (
                tokens[0].lower in _VENUE_WORDS
                and tokens[max(0, first - 1)].lower != "from"
                and _acts(tokens, last + 1)
            )
            if members[0].kind != "name" or (acts and joined[0] == "," and "," not in joined[1:]):
                kept[indexes[0]] = 0  # "At Camp David, the U.S., Japan and South Korea agreed"
    return kept


def _acts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb stands at a position: what the list before it does."""
    word = tokens[at].lower if at < len(tokens) else ""
    return word in AUXILIARIES or word in PASTS or word.endswith("ed")
