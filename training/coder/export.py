"""Trained weights to the file that ships: ONNX with matrices of 8 bits, and its card.

python training/coder/export.py WORK/model.pt [MORE.pt …] --tokenizer tokenizer.json [--temperature 1.2]

Weights of several runs from the same base are averaged. Writes `src/detente/lexicon/model/`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import sys
import tempfile
from pathlib import Path

import torch
from network import PairCoder
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from train import TYPES

from detente.encode.packing import batch_of, pack, words_of

WEIGHTS = Path(__file__).resolve().parents[2] / "src" / "detente" / "lexicon" / "model"


def averaged(paths: list[Path]) -> PairCoder:
    """One network whose weights are the mean of those of several runs."""
    states = [torch.load(path, weights_only=True)["model"] for path in paths]
    model = PairCoder()
    model.load_state_dict({name: sum(s[name] for s in states) / len(states) for name in states[0]})
    for layer in model.layers:
        layer.join()
    return model.eval()


class Lower(nn.Module):
    """The lower layers, the links of references, and which pairs may have an event."""

    def __init__(self, model: PairCoder) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: Tensor, inside: Tensor, marks: Tensor, links: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Words, gates, links."""
        words = self.model.lower(ids, inside)
        return words, self.model.gated(words, marks), self.model.linked_by(words, links)


class Upper(nn.Module):
    """The upper layers and what they say of pairs."""

    def __init__(self, model: PairCoder) -> None:
        super().__init__()
        self.model = model

    def forward(self, words: Tensor, places: Tensor, groups: Tensor, roles: Tensor, marks: Tensor, row: Tensor
                ) -> tuple[Tensor, ...]:  # fmt: skip
        """As `PairCoder.pairs`."""
        return self.model.pairs(self.model.upper(words, places, groups, roles), groups, marks, row)


def export(model: PairCoder, folder: Path) -> list[Path]:
    """Writes the two halves of the network as ONNX with int8 weights, and returns their paths."""
    rows = [pack(list(range(2000, 2020)), (1, 2), [(5, 6), None]), pack(list(range(2000, 2009)), (5, 6), [(1, 2)])]
    words = words_of([row.ids for row in rows])
    batch = batch_of(rows, [0, 1], words.ids.shape[1])
    given = {name: torch.from_numpy(getattr(batch, name)) for name in ("places", "groups", "roles", "marks", "row")}
    ids, inside, marks = map(torch.from_numpy, (words.ids, words.inside, batch.word_marks))
    by_word, by_token, by_pair = {0: "texts", 1: "words"}, {0: "rows", 1: "tokens"}, {0: "pairs"}
    trigger = {0: "pairs", 1: "tokens"}
    halves = {
        "lower": (Lower(model), {"ids": ids, "inside": inside, "marks": marks, "links": marks},
                  {"words": by_word, "gates": by_pair, "scores": {0: "links"}}),
        "upper": (Upper(model), {"words": model.lower(ids, inside), **given},
                  {"types": by_pair, "flags": by_pair, "condition": by_pair, "first": trigger, "last": trigger}),
    }  # fmt: skip
    axes = {"ids": by_word, "inside": by_word, "words": by_word, "places": by_token, "groups": by_token, "roles": by_token,
            "marks": by_pair, "row": by_pair, "links": {0: "links"}}  # fmt: skip
    paths = []
    for name, (half, inputs, outputs) in halves.items():
        paths.append(folder / f"{name}.onnx")
        with tempfile.TemporaryDirectory() as temporary:
            plain = str(Path(temporary) / "plain.onnx")
            torch.onnx.export(
                half.eval(),
                tuple(inputs.values()),
                plain,
                input_names=list(inputs),
                output_names=list(outputs),
                dynamic_axes={**{key: axes[key] for key in inputs}, **outputs},
                opset_version=17,
                dynamo=False,
            )
            quantize_dynamic(
                plain, str(paths[-1]), per_channel=True, weight_type=QuantType.QInt8,
                op_types_to_quantize=["MatMul", "Gemm", "Gather"],
            )  # fmt: skip
    return paths


def main() -> int:
    """Exports, and prints the size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("models", nargs="+", type=Path)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--temperature", type=float, default=1.0)
    parser.add_argument("-o", "--output", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    options.output.mkdir(parents=True, exist_ok=True)
    files = [*export(averaged(options.models), options.output), options.output / "tokenizer.json"]
    shutil.copy(options.tokenizer, files[-1])
    sums = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    card = {"version": 2, "types": TYPES, "temperature": options.temperature, "sha256": sums}
    (options.output / "coder.json").write_text(json.dumps(card, indent=1) + "\n", "utf-8")
    print(f"{options.output}: {sum(path.stat().st_size for path in files) / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
