"""Sentences that go on with what was claimed in the one before, in the past of the past: "Two had then been beaten"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from detente.schema.claim import Claim
from detente.schema.sentence import Sentence

_GOES_ON = re.compile(
    r"\bhad (?:then|also|even|later|afterwards|further|next|since|earlier|repeatedly|twice|simply|only)\b|"
    r"\bhad (?:been )?(?:\w+ )?\w+(?:ed|en|wn|ght|ld) [^.;]{0,80}?\band then (?:been )?\w+(?:ed|en|wn|ght|ld)\b"
)


def told_on(claims: Sequence[Claim], sentences: Sequence[Sentence]) -> list[Claim]:
    """The claims, those in indirect speech with the sentences after them that go on and have none of these claims themselves.

    Args:
        claims: in order of their sentences.
        sentences: all of the document.
    """
    found = list(claims)
    last = -1  # the claim that may go on
    before: Sentence | None = None
    for sentence in sentences:
        here = [k for k, c in enumerate(claims) if sentence.char_start <= c.speaker_start < sentence.char_end]
        follows = before is not None and before.paragraph_index == sentence.paragraph_index
        if last >= 0 and follows and not here and _GOES_ON.search(sentence.text):
            found[last] = replace(found[last], spans=(*found[last].spans, (sentence.char_start, sentence.char_end)))
        else:
            last = next((k for k in reversed(here) if not claims[k].quoted), -1)
        before = sentence
    return found
