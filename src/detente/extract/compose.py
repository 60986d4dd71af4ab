"""How an operator changes the act it governs: "agreed to lift", "refused to meet", "called for sanctions".

The rulings are the codebook's; docs/methods/coding-decisions.md lists them with examples.
"""

from __future__ import annotations

from dataclasses import dataclass

_COOPERATION = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID"})
_YIELDING = frozenset({"CONCEDE", "RETREAT"})
_THREAT_MODES = {
    "SANCTION": "restrict", "COERCE": "restrict", "ASSAULT": "violence", "MOBILIZE": "violence", "THREATEN": "",
}  # fmt: skip
_REQUEST_MODES = {"CONSULT": "meet", "AID": "assist", "CONCEDE": "yield", "RETREAT": "yield"}


@dataclass(frozen=True, slots=True)
class Composed:
    """The event that operator and act make together.

    Attributes:
        recipient: whose place the recipient takes: `act` (of the act), `operator` (its object), `actor` (the
            one who did or would do the act: "rejected China's offer").
    """

    event_type: str
    mode: str
    rule: str
    recipient: str = "act"
    negated: bool = False
    hypothetical: bool = False
    future: bool = False


def compose(operator_class: str, event_type: str, mode: str) -> Composed | None:
    """What `operator_class` makes of an act of `event_type`; None where the two together are no event."""
    if operator_class in ("perform", "resume"):
        return Composed(event_type, mode, f"{operator_class}ed {event_type}")
    rule = _RULES.get(operator_class)
    return rule(event_type, mode) if rule else None


def _promise(event_type: str, mode: str) -> Composed | None:
    if event_type in _COOPERATION:
        return Composed("AGREE", "", f"promised {event_type} is AGREE")
    if event_type in _YIELDING:
        return Composed("CONCEDE", "", f"promised {event_type} is CONCEDE, future", future=True)
    if event_type in _THREAT_MODES:
        return Composed("THREATEN", _THREAT_MODES[event_type], f"promised {event_type} is THREATEN")
    return Composed(event_type, mode, f"promised {event_type}", future=True)


def _ask(event_type: str, mode: str) -> Composed | None:
    if event_type in _COOPERATION | _YIELDING | {"REQUEST"}:
        return Composed(
            "REQUEST",
            _REQUEST_MODES.get(event_type, "change" if event_type == "REQUEST" else ""),
            f"asked-for {event_type} is REQUEST",
            recipient="operator",
        )
    return Composed("ACCUSE", "disapprove", f"call for {event_type} against someone is ACCUSE")


def _refuse(event_type: str, mode: str) -> Composed | None:
    if event_type in _COOPERATION:
        refused = "meet" if event_type == "CONSULT" else "assist" if event_type == "AID" else ""
        return Composed("REJECT", refused, f"refused {event_type} is REJECT")
    if event_type in _YIELDING:
        return Composed("REJECT", "yield", f"refused {event_type} is REJECT")
    return Composed("REJECT", "change", f"opposed {event_type} is REJECT of its doer", recipient="actor")


def _threaten(event_type: str, mode: str) -> Composed | None:
    if event_type in _YIELDING:
        return None
    return Composed(
        "THREATEN",
        _THREAT_MODES.get(event_type, "relations" if event_type in _COOPERATION else ""),
        f"threatened {event_type} is THREATEN",
    )


def _stop(event_type: str, mode: str) -> Composed | None:
    if event_type == "CONSULT":
        return Composed("SANCTION", "discontinue", "halted talks are SANCTION")
    if event_type in _COOPERATION:
        return Composed("SANCTION", "discontinue", f"halted {event_type} is SANCTION")
    if event_type == "ASSAULT":
        return Composed("RETREAT", "ceasefire", "ended fighting is RETREAT")
    if event_type in _YIELDING | {"REJECT", "REQUEST"}:
        return None
    return Composed("CONCEDE", "", f"ended {event_type} is CONCEDE")


def _lift(event_type: str, mode: str) -> Composed | None:
    if event_type in _COOPERATION | _YIELDING:
        return None
    return Composed("CONCEDE", "", f"lifted {event_type} is CONCEDE")


def _plan(event_type: str, mode: str) -> Composed | None:
    if event_type in _COOPERATION:
        return Composed("AGREE", "", f"planned {event_type} is AGREE")
    if event_type in _YIELDING:
        return Composed("CONCEDE", "", f"planned {event_type} is CONCEDE, future", future=True)
    return Composed(event_type, mode, f"planned {event_type}", future=True)


def _want(event_type: str, mode: str) -> Composed | None:
    if event_type == "CONSULT":
        return Composed("REQUEST", "meet", "a wanted meeting is REQUEST")
    return Composed(event_type, mode, f"wanted {event_type}", hypothetical=True)


def _deny(event_type: str, mode: str) -> Composed | None:
    return Composed(event_type, mode, f"denied {event_type}", negated=True)


def _believe(event_type: str, mode: str) -> Composed | None:
    return Composed(event_type, mode, f"{event_type} believed or feared", hypothetical=True)


_RULES = {
    "promise": _promise, "ask": _ask, "refuse": _refuse, "threaten": _threaten, "stop": _stop, "lift": _lift,
    "plan": _plan, "want": _want, "deny": _deny, "fail": _deny, "believe": _believe,
}  # fmt: skip


def planned(event_type: str, mode: str) -> Composed:
    """An act told with 'will' or 'is to' by the writer."""
    composed = _plan(event_type, mode)
    assert composed is not None
    return composed
