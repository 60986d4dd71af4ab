"""Trains the pair coder on the annotated sentences beside this file.

python training/coder/train.py --base model.safetensors --tokenizer tokenizer.json --links LINKS.jsonl -o WORK
    [--epochs 6] [--seed 1] [--start OTHER/model.pt]

`--links` is the file that `links.py` wrote: one network learns both to code pairs and to link references.

Writes WORK/model.pt after every pass, with the state of the optimiser: run again to go on where it stopped.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from linking import Passage, accuracy, glued, link_loss, read_passages, steps_of
from network import PairCoder, load_base
from sentences import FLAGS, AnnotatedSentence, Event, read_sentences
from swapping import shortened, swapped
from tokenizers import Tokenizer
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy, log_softmax

from detente.encode.packing import MAX_TOKENS, Row, batch_of, pack, token_span, words_of

TYPES = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE "
    "ASSAULT"
).split()
NONE = len(TYPES)
ROWS_A_STEP = 24
NEGATIVES = 4  # recipients to whom nothing is done that a row brings to one pass


@dataclass(slots=True)
class Target:
    """What a pair should get: shares of the types, flags, condition, trigger tokens; the last three only with an event."""

    types: list[float]
    flags: list[float]
    condition: float
    trigger: tuple[int, int] | None


def example(sentence: AnnotatedSentence, tokenizer: Tokenizer, rng: random.Random, n_negatives: int | None
            ) -> list[tuple[Row, list[Target]]]:  # fmt: skip
    """The rows of a sentence with the targets of their pairs; none when it is too long.

    Args:
        n_negatives: recipients to whom nothing is done that a row keeps, and actors who do nothing that the sentence keeps
            one of, drawn at random; all when None.
    """
    encoded = tokenizer.encode(sentence.text, add_special_tokens=False)
    if len(encoded.ids) > MAX_TOKENS:
        return []
    spans = [token_span(encoded.offsets, actor) for actor in sentence.actors]
    if None in spans:
        return []
    told: dict[tuple[int, int], list[Event]] = {}
    for event in sentence.events:
        told.setdefault((event.actor, event.recipient), []).append(event)
    doers = {actor for actor, _ in told}
    actors = list(range(len(spans)))
    if n_negatives is not None:
        idle = [a for a in actors if a not in doers]
        actors = sorted(doers | set(rng.sample(idle, min(1, len(idle)))))
    rows = []
    for a in actors:
        others = [r for r in range(-1, len(spans)) if r != a]
        if any(key[0] == a and key[1] >= 0 for key in told):
            others.remove(-1)  # what it does is done to somebody
        if n_negatives is not None:
            silent = [r for r in others if (a, r) not in told]
            kept = set(rng.sample(silent, min(n_negatives, len(silent))))
            others = [r for r in others if (a, r) in told or r in kept]
        if others:
            targets = [target(told.get((a, r), []), encoded.offsets) for r in others]
            rows.append((pack(encoded.ids, spans[a], [spans[r] if r >= 0 else None for r in others]), targets))
    return rows


def target(events: list[Event], offsets: list[tuple[int, int]]) -> Target:
    """What a pair with these events should get."""
    shares = [0.0] * (NONE + 1)
    for event in events:
        shares[TYPES.index(event.event_type)] += 1 / len(events)
    if not events:
        shares[NONE] = 1.0
        return Target(shares, [0.0] * len(FLAGS), 0.0, None)
    first = events[0]
    flags = [float(flag in first.flags) for flag in FLAGS]
    return Target(shares, flags, float(first.kind == "condition"), token_span(offsets, first.trigger))


def loss_of(model: PairCoder, items: list[tuple[Row, list[Target]]], smoothing: float) -> torch.Tensor:
    """Loss of one step, the mean over its pairs."""
    texts: dict[bytes, int] = {}
    numbers = [texts.setdefault(row.ids.tobytes(), len(texts)) for row, _ in items]
    words = words_of([np.frombuffer(text, np.int64) for text in texts])
    batch = batch_of([row for row, _ in items], numbers, words.ids.shape[1])
    targets = [target for _, told in items for target in told]
    inputs = (words.ids, words.inside, batch.places, batch.groups, batch.roles, batch.marks, batch.row)
    types, flags, condition, first, last, gate = model(*map(torch.from_numpy, inputs))
    wanted = torch.tensor([t.types for t in targets])
    wanted = wanted * (1 - smoothing) + smoothing / wanted.shape[1]
    total = -(wanted * log_softmax(types, 1)).sum(1).mean()
    acting = [i for i, t in enumerate(targets) if t.trigger is not None]
    total = total + 0.3 * binary_cross_entropy_with_logits(gate, 1 - torch.tensor([t.types[NONE] for t in targets]))
    if acting:
        at = torch.tensor(acting)
        total = total + binary_cross_entropy_with_logits(flags[at], torch.tensor([targets[i].flags for i in acting]))
        total = total + 0.5 * binary_cross_entropy_with_logits(
            condition[at], torch.tensor([targets[i].condition for i in acting])
        )
        begins = torch.tensor([targets[i].trigger[0] for i in acting])
        ends = torch.tensor([targets[i].trigger[1] for i in acting])
        total = total + 0.2 * (cross_entropy(first[at], begins) + cross_entropy(last[at], ends))
    return total


def main() -> int:
    """Trains, printing the loss of every pass."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--text", type=Path)
    parser.add_argument("--links", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="weights to go on from instead of the base")
    parser.add_argument(
        "--known", nargs="*", default=[], help="files of sentences that those weights know: half a pass of each"
    )
    parser.add_argument(
        "--hold", nargs="*", default=[], help="files of references to measure on instead of learning from"
    )
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    tokenizer = Tokenizer.from_file(str(options.tokenizer))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    model = PairCoder()
    load_base(model, options.base)
    if options.start:
        model.load_state_dict(torch.load(options.start, weights_only=True)["model"], strict=False)
    passages = read_passages(options.links, tokenizer)
    held = [p for p in passages if p.file in options.hold]
    passages = [p for p in passages if p.file not in options.hold]
    model.words.weight.requires_grad_(False)
    encoder = [p for name, p in model.named_parameters() if name.startswith(("layers", "norm", "positions"))]
    heads = [p for name, p in model.named_parameters() if not name.startswith(("layers", "norm", "words", "positions"))]
    optimiser = torch.optim.AdamW(
        [{"params": encoder, "full": options.rate}, {"params": heads, "full": 5 * options.rate}],
        lr=options.rate,
        weight_decay=0.01,
    )
    options.output.mkdir(parents=True, exist_ok=True)
    state_file = options.output / "model.pt"
    begin = 0
    if state_file.exists():
        state = torch.load(state_file, weights_only=True)
        model.load_state_dict(state["model"])
        optimiser.load_state_dict(state["optimiser"])
        begin = state["epoch"]
    for epoch in range(begin, options.epochs):
        rng.seed(options.seed * 1000 + epoch)
        torch.manual_seed(options.seed * 1000 + epoch)
        model.train()
        sentences = list(read_sentences(options.text) if options.text else read_sentences())
        sentences = [s for s in sentences if s.file not in options.known or rng.random() < 0.5]
        items = [row for s in sentences for row in example(shortened(swapped(s, rng), rng), tokenizer, rng, NEGATIVES)]
        steps_here: list = batches(items, rng) + steps_of(glued(passages, rng), rng)
        rng.shuffle(steps_here)
        total, started = [0.0, 0.0], time.time()
        for number, step in enumerate(steps_here):
            for group in optimiser.param_groups:
                group["lr"] = group["full"] * rate_at((epoch + number / len(steps_here)) / options.epochs)
            linking = isinstance(step[0], Passage)
            loss = link_loss(model, step) if linking else loss_of(model, step, 0.02)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            total[linking] += float(loss.detach())
        seconds = time.time() - started
        print(f"pass {epoch + 1}: losses {total[0]:.1f} and {total[1]:.1f}, {seconds:.0f} s", flush=True)
        if held:
            model.eval()
            print(accuracy(model, held), flush=True)
        state = {"model": model.state_dict(), "optimiser": optimiser.state_dict(), "epoch": epoch + 1}
        torch.save(state, state_file.with_suffix(".new"))
        state_file.with_suffix(".new").replace(state_file)
    return 0


def rate_at(progress: float) -> float:
    """Share of the full rate at a share of the training: up in the first tenth, then down to nothing."""
    return min(progress / 0.1 + 0.001, (1 - progress) / 0.9)


def batches(items: list, rng: random.Random) -> list[list]:
    """Items of like length in one step, those of a sentence beside each other."""
    noise: dict[bytes, float] = {}

    def place(item: tuple[Row, list[Target]]) -> tuple[float, bytes]:
        text = item[0].ids.tobytes()
        return len(item[0].ids) + noise.setdefault(text, rng.random() * 12), text

    order = sorted(items, key=place)
    return [order[i : i + ROWS_A_STEP] for i in range(0, len(order), ROWS_A_STEP)]


if __name__ == "__main__":
    sys.exit(main())
