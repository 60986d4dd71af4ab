"""What the network says of the pairs of one sentence, gathered: each act once, by the surest mentions of its parties."""

from __future__ import annotations

from collections.abc import Sequence

from detente.extract.parties import ALONE, Party
from detente.extract.trained.fusion import TOGETHER
from detente.extract.trained.pairs import Codes, codes_of, pair_of, parties_of, sides_of
from detente.extract.trained.scoring import PairScores
from detente.extract.trained.told import Told, told_by
from detente.schema.event import Event
from detente.schema.mention import Mention

# Types in which the members of a group act on each other.
_MUTUAL = frozenset({"CONSULT", "COOPERATE", "AGREE", "SUPPORT", "ASSAULT", "REJECT"})

Act = tuple[Told, Party, Party | None]


class Found:
    """Acts and scores of the pairs of one sentence.

    Args:
        types: names of the types in the order of the scores.
    """

    def __init__(self, types: Sequence[str]) -> None:
        self._types = types
        self._best: dict[tuple[str, str, str, str], Act] = {}  # by actor, recipient, type and sides
        self._likely: dict[Codes, PairScores] = {}
        self._placed: dict[tuple[int, int | None], PairScores] = {}

    def add(self, one: Mention, two: Mention | None, scores: PairScores) -> None:
        """Takes in the scores of a pair of mentions of the sentence."""
        self._placed[one.char_start, None if two is None else two.char_start] = scores
        for actor, recipient in parties_of(one, two):
            key = codes_of(actor, recipient)
            if key not in self._likely or scores.types[-1] < self._likely[key].types[-1]:
                self._likely[key] = scores
        listed = two is not None and one.coordination > 0 and one.coordination == two.coordination
        for told in told_by(scores, self._types):
            if listed and told.event_type not in TOGETHER:
                continue  # "Thai and Lao ships fired": not at each other
            if two is None and told.event_type not in (_MUTUAL if len(one.actors) > 1 else ALONE):
                continue
            for actor, recipient in parties_of(one, two):
                self.take(told, actor, recipient)

    def take(self, told: Told, actor: Party, recipient: Party | None) -> None:
        """Keeps an act if it is the surest of its kind so far."""
        key = (*codes_of(actor, recipient), told.event_type, sides_of(actor, recipient))
        if key not in self._best or self._best[key][0].probability < told.probability:
            self._best[key] = (told, actor, recipient)

    def acts(self) -> list[Act]:
        """The acts in order of their triggers; of an actor's type those without a recipient only when there are no others."""
        doing = {(key[0], key[2]) for key in self._best if key[1]}
        kept = [act for key, act in self._best.items() if key[1] or (key[0], key[2]) not in doing]
        return sorted(kept, key=lambda act: (act[0].trigger, act[1][1].code))

    def busy(self) -> set[str]:
        """Codes of the actors who do something to somebody of the sentence."""
        return {key[0] for key in self._best if key[1]}

    def scores_of(self, event: Event) -> PairScores | None:
        """The scores of the mentions of an event, else of its likeliest pair of the same actors."""
        return self._placed.get((event.actor_start, event.recipient_start)) or self._likely.get(pair_of(event))

    def chance_of(self, event: Event) -> float:
        """Probability that the actors of an event, by any of their mentions, do anything to each other.

        Raises:
            KeyError: if `scores_of` the event are None.
        """
        scores = self._likely.get(pair_of(event)) or self._placed[event.actor_start, event.recipient_start]
        return float(1 - scores.types[-1])
