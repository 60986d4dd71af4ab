"""The colours of every figure; the page repaints them for dark screens and print by these very values."""

from __future__ import annotations

COOPERATION = "#0b6e75"  # teal
CONFLICT = "#c4401a"  # vermilion; told from teal by all common kinds of colour vision
EVEN = "#8a8578"
INK = "#1e2328"
MUTED = "#5f6468"
GRID = "#dedad0"
PAPER = "#fdfcf9"

FONT = "sans-serif"
DASHES = {1: [1, 0], -1: [7, 4], 0: [1, 4]}  # solid, dashed, dotted, by sign of a tie; pixels
