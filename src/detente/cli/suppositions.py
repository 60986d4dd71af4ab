"""What is written after --set, --size, --labels and the like, as values."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TYPE_CHECKING

from detente.errors import SettingsError

if TYPE_CHECKING:
    from detente.align.changes import Changes


def changes_of(
    values: Iterable[str],
    sizes: Iterable[str],
    drop: Iterable[str],
    add: Iterable[str],
    together: Iterable[str],
    apart: Iterable[str],
) -> Changes:
    """The changes that the options of a command name.

    Args:
        values: `A,B=-0.5` each.
        sizes, add: `A=3` each; `add` also `A` alone, size 1.
        drop: `A` or `A,B` each.
        together, apart: `A,B` each.

    Raises:
        SettingsError: if one cannot be read; it says how to write it.
    """
    from detente.align.changes import BLANK_SIZE, Changes

    return Changes(
        propensities={pair_of(pair, "--set"): number for pair, number in (_assigned(text, "--set") for text in values)},
        sizes=dict(_assigned(text, "--size") for text in sizes),
        drop=tuple(actor for text in drop for actor in names_of(text)),
        add=dict(_assigned(text, "--add") if "=" in text else (text.strip(), BLANK_SIZE) for text in add),
        together=tuple(pair_of(text, "--together") for text in together),
        apart=tuple(pair_of(text, "--apart") for text in apart),
    )


def names_of(text: str) -> tuple[str, ...]:
    """Names between commas; one that holds a comma stands in quotation marks."""
    return tuple(name.strip() for row in csv.reader([text], skipinitialspace=True) for name in row if name.strip())


def pair_of(text: str, option: str) -> tuple[str, str]:
    """Two names.

    Raises:
        SettingsError: if there are not two.
    """
    names = names_of(text)
    if len(names) != 2:
        raise SettingsError(f"{option} {text!r}: these are {len(names)} names; write two, as KOR,JPN.")
    return names[0], names[1]


def labels_of(text: str) -> dict[str, str]:
    """New label by old one, from `Rus=Russia,Syr=Syria`.

    Raises:
        SettingsError: if a part has no equals sign.
    """
    labels: dict[str, str] = {}
    for part in names_of(text):
        old, mark, new = part.partition("=")
        if not mark or not old.strip() or not new.strip():
            raise SettingsError(f"--labels {part!r}: write the label of the table and the new one, as Rus=Russia.")
        labels[old.strip()] = new.strip()
    return labels


def _assigned(text: str, option: str) -> tuple[str, float]:
    name, mark, number = text.rpartition("=")
    try:
        if mark and name.strip():
            return name.strip(), float(number)
    except ValueError:
        pass
    raise SettingsError(f"{option} {text!r}: write a name, an equals sign and a number, as KOR,JPN=-0.5 or CHN=3.")
