"""The score that `detente explain` prints."""

import pytest

from detente.cli.explain import _line
from detente.schema.event import Event


@pytest.mark.parametrize(("scale", "shown"), [(0.0, "[0]"), (-0.0, "[0]"), (0.5, "[+0.5]"), (-1.0, "[-1]")])
def test_a_zero_has_no_sign(scale, shown):
    event = Event(
        event_id="e", event_group="g", document_id="d", sentence_index=0, sentence="Japan asked China.",
        actor="JPN", actor_text="Japan", actor_start=0, actor_end=5, event_type="REQUEST", quad=3, scale=scale,
        trigger="asked", char_start=6, char_end=11, recipient="CHN", recipient_text="China",
    )  # fmt: skip
    assert _line(event) == f"event: JPN REQUEST CHN {shown}"
