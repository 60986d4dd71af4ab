"""What somebody claims: the words that are claimed and the phrase that names who claims them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Claim:
    """One act of speech; all offsets point into the stored text.

    Attributes:
        speaker_start, speaker_end: the phrase that names the speaker as it stands ("he", "the Turkish envoy").
        speaker: the phrase, for a pronoun the phrase that it refers to, for a document who issued it.
        code, sector, organisation: whose words they are; "" where nothing tells.
        spans: half-open spans of the words claimed.
        quoted: whether the words stand in quotation marks.
        confidence: in [0, 1].
        opening: for a pronoun, the phrase that opens the sentence before; else "".
    """

    speaker_start: int
    speaker_end: int
    speaker: str
    spans: tuple[tuple[int, int], ...]
    quoted: bool = False
    code: str = ""
    sector: str = ""
    organisation: str = ""
    confidence: float = 1.0
    opening: str = ""

    def covers(self, position: int) -> bool:
        """Whether a position of the text is among the words claimed."""
        return any(start <= position < end for start, end in self.spans)
