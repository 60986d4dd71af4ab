"""The shipped weights of the trained coder: where they are, and whether they are whole."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from detente.errors import LexiconError

_FOLDER = Path(str(files("detente.lexicon") / "model"))


@dataclass(frozen=True, slots=True)
class Weights:
    """Files and constants of one trained coder.

    Attributes:
        lower, upper, tokenizer: files; the two halves of the network in ONNX, Hugging Face tokenizers JSON.
        types: names of the types in the order of the scores; none stands after them.
        temperature: by which scores are divided, so that confidences are calibrated.
    """

    lower: Path
    upper: Path
    tokenizer: Path
    types: tuple[str, ...]
    temperature: float
    version: int


@cache
def weights() -> Weights:
    """The shipped weights.

    Raises:
        LexiconError: if a file is missing or is not the one whose checksum stands in the card.
    """
    card_file = _FOLDER / "coder.json"
    try:
        card = json.loads(card_file.read_text("utf-8"))
    except FileNotFoundError as error:
        raise LexiconError(
            f"{card_file}: the weights of the trained coder are not installed. Reinstall detente."
        ) from error
    lower, upper, tokenizer = (_FOLDER / name for name in ("lower.onnx", "upper.onnx", "tokenizer.json"))
    for path in (lower, upper, tokenizer):
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != card["sha256"][path.name]:
            raise LexiconError(f"{path}: missing or damaged. Reinstall detente, or choose the lexical coder.")
    return Weights(lower, upper, tokenizer, tuple(card["types"]), card["temperature"], card["version"])
