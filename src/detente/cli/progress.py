"""A progress line on standard error, only where someone sees it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.pipeline.run import Progress

STEPS = {"read": "reading and coding", "count": "counting", "publish": "writing exports and report"}
STEPS |= {"import": "importing files", "rows": "rows read"}


@contextmanager
def progress_line(wanted: bool) -> Iterator[Progress | None]:
    """A progress callback, or None where standard error is no terminal or nobody wants it."""
    if not wanted or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, TaskID] = {}

        def tell(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bar.add_task(STEPS.get(step, step), total=total or None)
            bar.update(tasks[step], completed=done, total=total or None)

        yield tell
