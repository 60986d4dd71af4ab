"""Who says it: the speaker of the words at a position."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from detente.schema.claim import Claim


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says it, and whether the words are quoted; all empty for the writer."""

    text: str
    code: str
    sector: str
    quoted: bool


NOBODY = Speaker("", "", "", False)


def speaker_at(position: int, claims: Sequence[Claim]) -> Speaker:
    """Speaker of the words at a position: of the innermost claim that covers it, the writer (NOBODY) when none does.

    Args:
        position: offset into the stored text.
        claims: claims of the document, resolved.
    """
    covering = [
        claim for claim in claims if claim.covers(position) and not claim.speaker_start <= position < claim.speaker_end
    ]
    if not covering:
        return NOBODY
    claim = min(covering, key=lambda claim: (-_depth(claim, covering), _extent(claim, position), -claim.speaker_start))
    return Speaker(claim.speaker, claim.code, claim.sector, claim.quoted)


def _extent(claim: Claim, position: int) -> int:
    """Length of the span that covers the position: of nested claims the innermost is shortest."""
    return min(end - start for start, end in claim.spans if start <= position < end)


def _depth(claim: Claim, covering: Sequence[Claim]) -> int:
    """Number of claims within which this one is told."""
    return sum(other.covers(claim.speaker_start) for other in covering if other is not claim)
