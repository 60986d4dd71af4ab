"""Annotated references as windows of tokens for the encoder, and their loss."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from network import PairCoder
from tokenizers import Tokenizer

from detente.encode.network import Tokens
from detente.encode.packing import CLS, SEP, Span, links_of, token_span, words_of
from detente.resolve.links import NOBODY, WINDOW, windows

TOKENS_A_STEP = 1300
MAX_GLUED = WINDOW  # tokens of passages that are read as one
_ALONE = 0.3  # weight of the loss of the network without the features


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference in its window.

    Attributes:
        candidates: of each the numbers of its members among the links of the window, which begin at `first`; a member
            outside the window is -1.
        prior: scores by features alone.
        right: which candidates are right.
    """

    candidates: list[list[int]]
    prior: torch.Tensor
    right: torch.Tensor
    actors: list[int]
    model: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A window of a text.

    Attributes:
        ids: its tokens without their ends.
        links: pairs of token spans whose scores are asked.
    """

    file: str
    ids: list[int]
    links: list[tuple[Span, Span]]
    references: list[Reference]


def read_passages(path: Path, tokenizer: Tokenizer) -> list[Passage]:
    """Windows of all texts of a file that `links.py` wrote."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        encoded = tokenizer.encode(row["text"], add_special_tokens=False)
        tokens = Tokens(encoded.ids, encoded.offsets)
        told = {tuple(r["anchor"]): r for r in row["references"]}
        for window in windows(tokens, sorted(told)):
            offsets = tokens.offsets[window.start : window.end]
            passage = Passage(row["file"], list(tokens.ids[window.start : window.end]), [], [])
            for anchor in window.anchors:
                _add(passage, told[anchor], offsets)
            found.append(passage)
    return found


def _add(passage: Passage, told: dict, offsets: Sequence[Span]) -> None:
    """Adds a reference and its links to a passage."""
    own = token_span(offsets, tuple(told["anchor"]))
    if own is None:
        return
    at: dict[Span, int] = {}

    def number(place: Span | None) -> int:
        if place is None:
            return -1
        if place not in at:
            at[place] = len(passage.links)
            passage.links.append((own, place))
        return at[place]

    low, high = offsets[0][0], offsets[-1][1]
    candidates = [
        [number(token_span(offsets, span) if low <= span[0] and span[1] <= high else None) for span in members]
        or [number(NOBODY)]
        for members in told["candidates"]
    ]
    passage.references.append(
        Reference(candidates, torch.tensor(told["prior"]), torch.tensor(told["right"]), told["actors"], told["model"])
    )


def glued(passages: Sequence[Passage], rng: random.Random) -> list[Passage]:
    """Passages in random order, up to four set one after the other, so that the positions of a window are learned."""
    order = rng.sample(list(passages), len(passages))
    found: list[Passage] = []
    most = rng.randint(1, 4)
    for passage in order:
        if found and most > 1 and len(found[-1].ids) + len(passage.ids) <= MAX_GLUED:
            found[-1] = _joined(found[-1], passage)
            most -= 1
        else:
            found.append(passage)
            most = rng.randint(1, 4)
    return found


def _joined(one: Passage, two: Passage) -> Passage:
    """Two passages as one text."""
    n, n_links = len(one.ids), len(one.links)
    links = [tuple(span if span == NOBODY else (span[0] + n, span[1] + n) for span in link) for link in two.links]
    references = [
        replace(r, candidates=[[k + n_links if k >= 0 else -1 for k in members] for members in r.candidates])
        for r in two.references
    ]
    return Passage(one.file, [*one.ids, *two.ids], [*one.links, *links], [*one.references, *references])


def steps_of(passages: Sequence[Passage], rng: random.Random) -> list[list[Passage]]:
    """Passages of like length in one step, each of about 1,300 tokens."""
    steps: list[list[Passage]] = []
    here: list[Passage] = []
    for passage in sorted(passages, key=lambda p: len(p.ids) + rng.random() * 30):
        if here and (len(here) + 1) * len(passage.ids) > TOKENS_A_STEP:
            steps.append(here)
            here = []
        here.append(passage)
    return [*steps, here] if here else steps


def scores_of(model: PairCoder, passages: Sequence[Passage]) -> list[tuple[Reference, torch.Tensor]]:
    """References with what the network adds to the score of each candidate."""
    words = words_of([[CLS, *p.ids, SEP] for p in passages])
    links = links_of([p.links for p in passages], words.ids.shape[1])
    scores = model.link(*map(torch.from_numpy, (words.ids, words.inside, links)))
    scores = torch.cat([scores, scores.new_zeros(1)])  # the last for members outside the window
    found = []
    base = 0
    for passage in passages:
        for reference in passage.references:
            numbers = [[base + k if k >= 0 else -1 for k in members] for members in reference.candidates]
            found.append((reference, torch.stack([scores[members].mean() for members in numbers])))
        base += len(passage.links)
    return found


def link_loss(model: PairCoder, passages: Sequence[Passage]) -> torch.Tensor:
    """Loss of one step, the mean over its references: with the features, and a little without them."""
    losses = []
    for reference, links in scores_of(model, passages):
        for weight, scores in ((1.0, links + reference.prior), (_ALONE, links)):
            losses.append(weight * (torch.logsumexp(scores, 0) - torch.logsumexp(scores[reference.right], 0)))
    return torch.stack(losses).sum() / max(1, len(losses) / 2)


@torch.no_grad()
def accuracy(model: PairCoder, passages: Sequence[Passage]) -> dict[str, tuple[int, int, int]]:
    """By model: references, those ranked right with the network, and by features alone."""
    counts: dict[str, list[int]] = {}
    for passage in passages:
        for reference, links in scores_of(model, [passage]):
            count = counts.setdefault(reference.model, [0, 0, 0])
            count[0] += 1
            for k, scores in ((1, links + reference.prior), (2, reference.prior)):
                shares = torch.softmax(scores, 0)
                by_actors = torch.zeros(max(reference.actors) + 1).index_add(0, torch.tensor(reference.actors), shares)
                best = int(by_actors.argmax())
                chosen = torch.tensor([a == best for a in reference.actors])
                count[k] += bool(reference.right[chosen].any())
    return {name: (n, a, b) for name, (n, a, b) in sorted(counts.items())}
