"""Acts done to somebody whom only the sentence before names: "Shells fell on Kars. Ankara returned fire."."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from detente.extract.trained.pairs import span_in
from detente.extract.trained.scoring import Scorer
from detente.extract.trained.told import Told, told_by
from detente.schema.mention import Actor, Mention
from detente.schema.sentence import Sentence

_MOST_MENTIONS = 6  # of the sentence, the first
_GATE = 0.1  # least probability of an event at which the network reads both sentences to the end


def pairs_beyond(
    mentions: Sequence[Mention], earlier: Sequence[Mention], busy: Collection[str]
) -> list[tuple[Mention, Mention]]:
    """Who may do something to whom: the subjects that do nothing to anybody here, and those whom only `earlier` names.

    Args:
        mentions, earlier: of a sentence and of the one before.
        busy: codes of actors who do something to somebody of the sentence.
    """
    here = {_code(actor) for mention in mentions for actor in mention.actors}
    there = {
        _code(mention.actors[0]): mention  # the last of each
        for mention in earlier
        if len(mention.actors) == 1 and mention.usage != "attribute" and _code(mention.actors[0]) not in here
    }
    doers = [
        mention
        for mention in mentions[:_MOST_MENTIONS]
        if mention.usage == "phrase"
        and not mention.preposition
        and len(mention.actors) == 1
        and _code(mention.actors[0]) not in busy
    ]
    return [(one, two) for one in doers for two in there.values()]


def told_beyond(
    pairs: Sequence[tuple[Mention, Mention]],
    before: Sentence,
    sentence: Sentence,
    text: str,
    scorer: Scorer,
    types: Sequence[str],
) -> Iterator[tuple[Told, Mention, Mention]]:
    """What the network reads in both sentences together and the second one tells; triggers as places in that sentence.

    Args:
        text: of the document.
    """
    offset = before.char_start
    shift = sentence.char_start - offset
    spans = [(span_in(one, offset), span_in(two, offset)) for one, two in pairs]
    for (one, two), scores in zip(pairs, scorer.score(text[offset : sentence.char_end], spans, _GATE), strict=True):
        if scores is None or scores.trigger[0] < shift:
            continue
        start, end = scores.trigger
        for told in told_by(scores, types):
            rule = f"{told.rule}; recipient of the sentence before"
            yield replace(told, trigger=(start - shift, end - shift), rule=rule), one, two


def _code(actor: Actor) -> str:
    return actor.code + actor.organisation
