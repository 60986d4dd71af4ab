"""Features that candidates of every kind share: where the antecedent stands, and what stands between."""

from __future__ import annotations

from collections.abc import Sequence

from detente.resolve.candidate import flags
from detente.resolve.story import SPEECH, is_verb
from detente.resolve.surroundings import Surroundings
from detente.schema.mention import Mention

_CONJUNCTIONS = ("when", "as", "after", "before", "because", "while", "though", "until", "if")


def place_features(around: Surroundings, last: Mention) -> dict[str, float]:
    """Features of the place of `last`, the mention of the candidate that stands nearest."""
    distance = around.index - last.sentence_index
    ahead = last.char_start > around.mention.char_start
    function = around.function_of(last)
    near = "same" if distance == 0 else "before"
    f = {
        f"{near}_{function}": 1.0,
        "same": float(distance == 0 and not ahead),
        "before_1": float(distance == 1),
        "before_2": float(distance == 2),
        "before_3": float(distance > 2),
        "ahead": float(ahead),
        "paragraph": float(around.story.paragraph(last) != around.story.paragraph(around.mention)),
        f"as_{around.function}_{near}_{function}": 1.0,
    }
    if ahead:
        f["ahead_subject"] = float(function == "subject")
    if distance == 0 and not ahead:
        f |= _within_sentence(around, last, function)
    return f


def _within_sentence(around: Surroundings, last: Mention, function: str) -> dict[str, float]:
    """Features of an antecedent before the anaphor in its own sentence."""
    between = around.story.words_between(last, around.mention)
    own, subject = around.function, function == "subject"
    clause = around.story.same_clause(last, around.mention)
    itself = around.text.endswith("self")
    other = any(
        m.char_start > last.char_end and m.usage == "phrase" and around.function_of(m) == "subject" for m in around.same
    )
    verbs = any(is_verb(word) for word in between)
    reported = subject and not SPEECH.isdisjoint(between)
    governs = subject and not other and verbs
    said = subject and not other and len(between) <= 4 and not SPEECH.isdisjoint(between[:2])
    return flags(
        reported=reported,
        bound=clause and subject and own == "object" and not itself,
        self_subject=itself and subject and clause,
        own_clause=clause and subject and own == "possessive",
        adjacent=len(between) <= 2,
        appositive=between[:1] == [","] and not verbs and own == "possessive",
        governs=governs and own == "object" and "that" not in between,
        governs_possessive=governs and own == "possessive",
        governs_subject=governs and own == "subject",
        other_subject_since=other,
        said_it=said,
        reported_over=reported and other,
        told_it=function == "object" and "that" in between[:2],
        comma_part=between[:1] == [","] and own == "object",
        verb_between=verbs,
        and_it=_last(between) in ("and", "but"),
        when_it=_last(between) in _CONJUNCTIONS,
        that_it=_last(between) == "that",
        whose_it=any(word in ("whose", "which", "whom") for word in between),
        semicolon=";" in between,
        joined=_last(between) in ("and", "with") and own == "possessive",
    )


def _last(words: Sequence[str]) -> str:
    return words[-1] if words else ""
