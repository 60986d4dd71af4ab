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

from detente.encode.packing import batch_of, pack

WEIGHTS = Path(__file__).resolve().parents[2] / "src" / "detente" / "lexicon" / "model"
INPUTS = ("ids", "positions", "groups", "roles", "marks", "row", "links")
OUTPUTS = ("types", "flags", "condition", "first", "last", "link")


def averaged(paths: list[Path]) -> PairCoder:
    """One network whose weights are the mean of those of several runs."""
    states = [torch.load(path, weights_only=True)["model"] for path in paths]
    model = PairCoder()
    model.load_state_dict({name: sum(s[name] for s in states) / len(states) for name in states[0]})
    return model.eval()


class Whole(nn.Module):
    """Everything that the shipped file answers: pairs and links of the same rows."""

    def __init__(self, model: PairCoder) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: Tensor, positions: Tensor, groups: Tensor, roles: Tensor, marks: Tensor, row: Tensor,
                links: Tensor) -> tuple[Tensor, ...]:  # fmt: skip
        """As `PairCoder.forward`, and the scores of the links."""
        x = self.model.encode(ids, positions, groups, roles)
        return (*self.model.pairs(x, groups, marks, row), self.model.linked_by(x, links))


def export(model: PairCoder, target: Path) -> None:
    """Writes the network as ONNX with int8 weights."""
    words = list(range(2000, 2020))
    sample = batch_of([pack(words, (1, 2), [(5, 6), None]), pack(words[:9], (5, 6), [(1, 2)])])
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            Whole(model).eval(),
            (*(torch.from_numpy(getattr(sample, name)) for name in INPUTS[:6]), torch.tensor([[1, 2, 4, 5]])),
            str(plain),
            input_names=list(INPUTS),
            output_names=list(OUTPUTS),
            dynamic_axes={
                **{name: {0: "rows", 1: "tokens"} for name in INPUTS[:4]},
                **{name: {0: "pairs"} for name in INPUTS[4:6]},
                "links": {0: "links"},
                **{name: {0: "pairs"} for name in OUTPUTS[:3]},
                **{name: {0: "pairs", 1: "tokens"} for name in OUTPUTS[3:5]},
                "link": {0: "links"},
            },
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            str(plain), str(target), per_channel=True, weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gemm", "Gather"],
        )  # fmt: skip


def main() -> int:
    """Exports, and prints the size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("models", nargs="+", type=Path)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--temperature", type=float, default=1.0)
    parser.add_argument("-o", "--output", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    options.output.mkdir(parents=True, exist_ok=True)
    target = options.output / "coder.onnx"
    export(averaged(options.models), target)
    shutil.copy(options.tokenizer, options.output / "tokenizer.json")
    files = [target, options.output / "tokenizer.json"]
    sums = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    card = {"version": 1, "types": TYPES, "temperature": options.temperature, "sha256": sums}
    (options.output / "coder.json").write_text(json.dumps(card, indent=1) + "\n", "utf-8")
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
