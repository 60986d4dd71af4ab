"""Who says it: the speaker of quoted and reported speech."""

from __future__ import annotations

from dataclasses import dataclass

from detente.extract.arguments import Argument, object_of, subject
from detente.extract.view import SentenceView
from detente.schema.mention import Mention
from detente.schema.sentence import Quotation

SPEECH = frozenset(
    "say tell add state claim announce declare report note explain insist maintain argue assert stress emphasise emphasize "
    "write believe think warn reply quote allege contend acknowledge confirm suggest deny charge answer recall assure "
    "concede read".split()
)
# Speech verbs whose content may follow without 'that'.
_PLAIN_SPEECH = frozenset("say claim insist write report announce tell add believe think".split())


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says it, where the speech verb or phrase stands, and whether the words are quoted."""

    text: str
    code: str
    sector: str
    quoted: bool
    mention: Mention | None = None


NOBODY = Speaker("", "", "", False)


def speaker_at(view: SentenceView, position: int, quotations: tuple[Quotation, ...]) -> Speaker:
    """Speaker of the words at token `position`: the writer (NOBODY) when no speech verb covers them."""
    char = view.tokens[position].char_start
    quoted = any(q.char_start <= char < q.char_end and q.char_end - q.char_start > 25 for q in quotations)
    before = range(position - 1, -1, -1)  # the innermost claim first
    for j in (*before, *range(position + 1, len(view.tokens))):
        if not SPEECH.intersection(view.lemmas[j]) or view.owner[j] is not None or not view.is_verb(j):
            continue
        verb_quoted = any(q.char_start <= view.tokens[j].char_start < q.char_end for q in quotations)
        if verb_quoted and quoted:
            continue
        covers = (
            (quoted and not verb_quoted)
            or (j < position and _reported(view, j, position))
            or (j > position and _trailing(view, j, position))
        )
        if not covers:
            continue
        found = subject(view, j) or _inverted(view, j)
        speaker = _speaker(found.mentions[0] if found else None, quoted)
        if speaker is not None:
            return speaker
    for j, word in enumerate(view.words[:-2]):
        if word == "according" and view.word(j + 1) == "to":
            owner = next((view.owner[k] for k in range(j + 2, min(j + 6, len(view.tokens))) if view.owner[k]), None)
            speaker = _speaker(owner, quoted)
            if speaker is not None:
                return speaker
    return Speaker("", "", "", quoted)


def _reported(view: SentenceView, verb: int, position: int) -> bool:
    """'X said (on Monday) (that) …': what follows to the end of the clause chain."""
    between = view.words[verb + 1 : position]
    if ";" in between or (verb + 1 < len(view.words) and view.word(verb + 1) in (".", "so")):
        return False
    if "that" in between[:12]:
        return True
    if not _PLAIN_SPEECH.intersection(view.lemmas[verb]):
        return view.word(verb + 1) in (":", '"', "“")
    return view.word(verb + 1) != "," or view.word(verb + 2) in ('"', "“")


def _trailing(view: SentenceView, verb: int, position: int) -> bool:
    """'…, the ministry said.': a speech verb whose subject follows a comma after the words."""
    commas = [k for k in range(position + 1, verb) if view.word(k) == ","]
    if not commas or ";" in view.words[position:verb]:
        return False
    return not any(view.is_verb(k) for k in range(commas[-1] + 1, verb))


def _inverted(view: SentenceView, verb: int) -> Argument | None:
    """'…, said the minister': the subject after its verb."""
    return object_of(view, verb + 1, possessed=False)


def _speaker(mention: Mention | None, quoted: bool) -> Speaker | None:
    if mention is None:
        return None
    actor = mention.actors[0] if mention.actors else None
    return Speaker(mention.text, actor.code if actor else "", actor.sector if actor else "", quoted, mention)
