"""From reporting to a sourced, dated record of how states treat each other, and how they line up.

>>> import detente
>>> events = detente.code("Japan imposed sanctions on North Korea.", published="2016-02-10")
>>> project = detente.run("articles/", "my-project")
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from detente.align.balance import Balance
    from detente.align.camp_history import CampHistory
    from detente.align.changes import Changes
    from detente.api import (
        Project,
        actors,
        add_actor,
        balance,
        balance_frames,
        camps,
        classify,
        classify_many,
        code,
        demo,
        doctor,
        explain,
        export,
        import_events,
        landscape,
        panel,
        panel_ties,
        propensities,
        relations,
        resolve,
        resolve_all,
        review,
        run,
        similarity,
        track,
        turning_points,
        what_if,
        why,
        write_panel,
    )
    from detente.errors import DetenteError
    from detente.extract.trained.judging import Judgement
    from detente.pipeline.checking import Check
    from detente.pipeline.explaining import Explanation
    from detente.pipeline.summary import Summary
    from detente.schema.document import Document
    from detente.schema.event import Event
    from detente.schema.propensities import Propensities
    from detente.settings import Settings, load_settings

__version__ = "0.1.0"

# Loaded on first use, so that `import detente` and `detente --help` cost nothing.
_HOMES = {
    "Balance": "detente.align.balance",
    "CampHistory": "detente.align.camp_history",
    "Changes": "detente.align.changes",
    "Check": "detente.pipeline.checking",
    "DetenteError": "detente.errors",
    "Document": "detente.schema.document",
    "Event": "detente.schema.event",
    "Explanation": "detente.pipeline.explaining",
    "Judgement": "detente.extract.trained.judging",
    "Project": "detente.api",
    "Propensities": "detente.schema.propensities",
    "Settings": "detente.settings",
    "Summary": "detente.pipeline.summary",
    "actors": "detente.api",
    "add_actor": "detente.api",
    "balance": "detente.api",
    "balance_frames": "detente.api",
    "camps": "detente.api",
    "classify": "detente.api",
    "classify_many": "detente.api",
    "code": "detente.api",
    "demo": "detente.api",
    "doctor": "detente.api",
    "explain": "detente.api",
    "export": "detente.api",
    "import_events": "detente.api",
    "landscape": "detente.api",
    "load_settings": "detente.settings",
    "panel": "detente.api",
    "panel_ties": "detente.api",
    "propensities": "detente.api",
    "relations": "detente.api",
    "resolve": "detente.api",
    "resolve_all": "detente.api",
    "review": "detente.api",
    "run": "detente.api",
    "similarity": "detente.api",
    "track": "detente.api",
    "turning_points": "detente.api",
    "what_if": "detente.api",
    "why": "detente.api",
    "write_panel": "detente.api",
}

__all__ = [
    "Balance",
    "CampHistory",
    "Changes",
    "Check",
    "DetenteError",
    "Document",
    "Event",
    "Explanation",
    "Judgement",
    "Project",
    "Propensities",
    "Settings",
    "Summary",
    "__version__",
    "actors",
    "add_actor",
    "balance",
    "balance_frames",
    "camps",
    "classify",
    "classify_many",
    "code",
    "demo",
    "doctor",
    "explain",
    "export",
    "import_events",
    "landscape",
    "load_settings",
    "panel",
    "panel_ties",
    "propensities",
    "relations",
    "resolve",
    "resolve_all",
    "review",
    "run",
    "similarity",
    "track",
    "turning_points",
    "what_if",
    "why",
    "write_panel",
]


class _Package(ModuleType):
    """`detente.resolve` stays the function when the room of that name is imported: imports look rooms up elsewhere."""

    def __setattr__(self, name: str, value: Any) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'detente' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return __all__
