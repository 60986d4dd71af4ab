"""Made events, written as short rows: only what a test is about is spelt out."""

from datetime import date, timedelta

import pyarrow as pa
import pytest

from detente.schema.event import Event
from detente.schema.imported import IMPORTED
from detente.schema.tables import events_table

QUADS = {"AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "COOPERATE": 2, "AID": 2, "REQUEST": 3, "ACCUSE": 3, "REJECT": 3}
SCALES = {"AGREE": 2.5, "CONSULT": 2.5, "SUPPORT": 5.0, "COOPERATE": 9.5, "AID": 10.0, "REQUEST": 0.0, "ACCUSE": -3.0}
SCALES |= {"REJECT": -2.0, "SANCTION": -6.0, "MOBILIZE": -5.5}  # PLOVER 2.0 scores


def event(number, actor, recipient, event_type, day=date(2023, 3, 16), **more):
    """One event; its group and document are its own unless told otherwise."""
    values = {
        "event_id": f"e{number}",
        "event_group": f"g{number}",
        "document_id": f"d{number}",
        "sentence_index": number,
        "sentence": "Made for a test.",
        "actor": actor,
        "actor_text": actor,
        "actor_start": 0,
        "actor_end": 4,
        "event_type": event_type,
        "quad": QUADS.get(event_type, 4),
        "scale": SCALES[event_type],
        "trigger": "Made",
        "char_start": 0,
        "char_end": 4,
        "recipient": recipient,
        "recipient_text": recipient,
        "date_start": day,
    }
    return Event(**(values | more))


@pytest.fixture
def make_events():
    """Rows (actor, recipient, event_type[, fields as a dict]) to an events table, numbered e0, e1 … in order."""

    def make(*rows):
        made = [event(i, *row[:3], **(row[3] if len(row) > 3 else {})) for i, row in enumerate(rows)]
        return events_table(made)

    return make


def record(number, actor, recipient, event_type, day=date(2023, 3, 16), **more):
    """One record of a source of events; its group is its own unless told otherwise."""
    values = {
        "event_id": f"r{number}",
        "event_group": f"g{number}",
        "source": "icews",
        "source_key": f"k{number}",
        "date_start": day,
        "date_end": day + timedelta(days=1),
        "actor": actor,
        "actor_name": actor,
        "recipient": recipient,
        "recipient_name": recipient,
        "event_type": event_type,
        "quad": QUADS.get(event_type, 4),
        "scale": SCALES.get(event_type, 0.0),
        "cameo": "",
        "n_reports": 1,
        "confidence": 1.0,
        "text": f"{event_type} {number}",
        "file": "made.tab",
    }
    return {name: (values | more).get(name) for name in IMPORTED.names}


@pytest.fixture(scope="session")  # hypothesis refuses fixtures that are made anew for every test
def make_records():
    """Rows (actor, recipient, event_type[, fields as a dict]) to a table of imported records, r0, r1 … in order."""

    def make(*rows):
        made = [record(i, *row[:3], **(row[3] if len(row) > 3 else {})) for i, row in enumerate(rows)]
        return pa.Table.from_pylist(made, schema=IMPORTED)

    return make
