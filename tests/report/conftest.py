"""An invented corpus over six states and two hostile strings, written by hand, counted by the rooms that count."""

from datetime import date, timedelta

import pyarrow as pa
import pytest

from detente.align.camps import split_camps
from detente.align.network import mark_frustrated
from detente.align.ties import find_ties
from detente.measure.dyads import count_dyads
from detente.report.page import render_report
from detente.schema.codebook import codebook
from detente.schema.document import Document
from detente.schema.event import Event, span_hash
from detente.schema.mention import UNRESOLVED
from detente.schema.rejected import Rejected
from detente.schema.review import REVIEWS
from detente.schema.sentence import Sentence
from detente.schema.tables import TABLES, documents_table, events_table, rejected_table, sentences_table

NAMES = {
    "KOR": "South Korea",
    "JPN": "Japan",
    "USA": "United States",
    "CHN": "China",
    "PRK": "North Korea",
    "RUS": 'Russia"><script>alert("name")</script>',
}
HOSTILE = '<img src="http://evil.example/x.png" onerror="alert(1)"><script>document.title="owned"</script>\u202e'
# (sentence, [(actor text, code, trigger, recipient text, code, type, more)]); None starts a new paragraph
DOCUMENTS = [
    (
        "north/thaw.txt",
        "Seoul and Tokyo end a quarrel",
        date(2023, 3, 17),
        [
            (
                "Japan and South Korea signed an agreement in Tokyo on 16 March 2023.",
                [
                    (
                        "Japan",
                        "JPN",
                        "signed an agreement",
                        "South Korea",
                        "KOR",
                        "SUPPORT",
                        {"day": date(2023, 3, 16)},
                    ),
                    (
                        "South Korea",
                        "KOR",
                        "signed an agreement",
                        "Japan",
                        "JPN",
                        "SUPPORT",
                        {"day": date(2023, 3, 16)},
                    ),
                ],
            ),
            ("Under the agreement Japan will lift its controls on three materials.", []),
            ("It includes regular visits of the leaders.", []),
            ("The weather was fine.", []),
            None,
            (
                "South Korea drew closer to Japan in the wake of missile tests by North Korea, said President Park.",
                [
                    (
                        *("South Korea", "KOR", "drew closer to", "Japan", "JPN", "COOPERATE"),
                        {"kind": "condition", "attribution": "President Park", "speaker_code": "KOR"},
                    )
                ],
            ),
            (
                "The United States praised the agreement of South Korea and Japan.",
                [
                    (
                        "The United States",
                        "USA",
                        "praised",
                        "South Korea",
                        "KOR",
                        "SUPPORT",
                        {"day": date(2023, 3, 17)},
                    ),
                    ("The United States", "USA", "praised", "Japan", "JPN", "SUPPORT", {"day": date(2023, 3, 17)}),
                ],
            ),
            (
                "Japan annexed Korea in 1910.",
                [
                    (
                        *("Japan", "JPN", "annexed", "Korea", "KOR", "COERCE"),
                        {"day": date(1910, 1, 1), "days": 365, "historical": True, "mode": "seize"},
                    )
                ],
            ),
        ],
    ),
    (
        "https://news.example/a?b=1&c=2",
        f"China answers {HOSTILE}",
        date(2023, 9, 1),
        [
            (
                f"China banned imports from Japan {HOSTILE} because of the release of water.",
                [("China", "CHN", "banned imports", "Japan", "JPN", "SANCTION", {"day": date(2023, 8, 24)})],
            ),
            (
                "Russia would not take punitive action against Japan.",
                [("Russia", "RUS", "punitive action", "Japan", "JPN", "SANCTION", {"negated": True})],
            ),
            (
                "China could impose sanctions on South Korea.",
                [("China", "CHN", "impose sanctions", "South Korea", "KOR", "SANCTION", {"hypothetical": True})],
            ),
            (
                "North Korea and Russia will hold talks in October.",
                [("North Korea", "PRK", "talks", "Russia", "RUS", "CONSULT", {"future": True, "days": 31})],
            ),
            (
                "China and Russia held joint exercises, while China accused South Korea of provocation.",
                [
                    ("China", "CHN", "joint exercises", "Russia", "RUS", "COOPERATE", {"day": date(2023, 7, 20)}),
                    ("China", "CHN", "accused", "South Korea", "KOR", "ACCUSE", {"mode": "allege"}),
                ],
            ),
        ],
    ),
    (
        "north/missiles.txt",
        "Missiles over the sea",
        date(2023, 7, 13),
        [
            *(
                (
                    f"North Korea fired {n} missiles towards Japan on {day:%d %B %Y}.",
                    [("North Korea", "PRK", f"fired {n} missiles", "Japan", "JPN", "MOBILIZE", {"day": day})],
                )
                for n, day in (
                    (2, date(2023, 6, 15)),
                    (3, date(2023, 5, 2)),
                    (4, date(2022, 10, 4)),
                    (5, date(2022, 9, 1)),
                )
            ),
            (
                "North Korea threatened South Korea with war.",
                [("North Korea", "PRK", "threatened", "South Korea", "KOR", "THREATEN", {})],
            ),
            (
                "North Korea fired at South Korea too.",
                [("North Korea", "PRK", "fired at", "South Korea", "KOR", "ASSAULT", {"day": date(2023, 7, 12)})],
            ),
            (
                "China aided North Korea.",
                [("China", "CHN", "aided", "North Korea", "PRK", "AID", {"day": date(2023, 6, 1), "days": 30})],
            ),
            (
                "Russia aided Japan because of the flood.",
                [("Russia", "RUS", "aided", "Japan", "JPN", "AID", {"day": date(2023, 6, 3)})],
            ),
            (
                "Russia accused the United States of meddling.",
                [("Russia", "RUS", "accused", "the United States", "USA", "ACCUSE", {"day": date(2023, 7, 1)})],
            ),
            ("North Korea mobilised its reserves.", [("North Korea", "PRK", "mobilised", "", "", "MOBILIZE", {})]),
        ],
    ),
]


def _write(number, source, title, published, lines, cluster=None):
    """One document with its sentences and events."""
    document_id, text, sentences, events, paragraph = f"{number:064x}", "", [], [], 0
    for line in lines:
        if line is None:
            paragraph += 1
            continue
        sentence, acts = line
        index = len(sentences)
        sentences.append(Sentence(document_id, index, paragraph, len(text), len(text) + len(sentence), sentence))
        events += [_event(document_id, index, sentence, len(text), act, cluster) for act in acts]
        text += f"{sentence} "
    document = Document(
        document_id,
        source,
        text,
        title=title,
        publisher="The Invented Wire",
        language="en",
        published=published,
        published_basis="metadata",
        document_cluster=cluster,
    )
    return document, sentences, events


def _event(document_id, index, sentence, base, act, cluster):
    actor_text, actor, trigger, recipient_text, recipient, event_type, more = act
    more = dict(more)
    day, days = more.pop("day", None), more.pop("days", 1)
    spans = {"trigger": base + sentence.index(trigger), "actor": base + sentence.index(actor_text)}
    if recipient:
        spans["recipient"] = base + sentence.rindex(recipient_text)
    entry = codebook().event_type(event_type)
    return Event(
        event_id=span_hash(
            document_id, (spans["trigger"], 0), (spans["actor"], 0), (spans.get("recipient", 0), 0), (len(recipient), 0)
        ),
        event_group=span_hash(document_id, (spans["trigger"], spans["trigger"] + len(trigger))),
        document_id=document_id,
        sentence_index=index,
        sentence=sentence,
        actor=actor,
        actor_text=actor_text,
        actor_name=NAMES[actor],
        actor_start=spans["actor"],
        actor_end=spans["actor"] + len(actor_text),
        recipient=recipient,
        recipient_text=recipient_text,
        recipient_name=NAMES.get(recipient, ""),
        recipient_start=spans.get("recipient"),
        recipient_end=spans["recipient"] + len(recipient_text) if recipient else None,
        event_type=event_type,
        quad=entry.quad,
        scale=entry.score,
        trigger=trigger,
        char_start=spans["trigger"],
        char_end=spans["trigger"] + len(trigger),
        date_start=day,
        date_end=day + timedelta(days=days) if day else None,
        date_basis="explicit" if day else "none",
        confidence=0.75,
        coder="made/1",
        document_cluster=cluster,
        **more,
    )


@pytest.fixture(scope="session")
def tables():
    """Every table that the report reads, as Arrow tables."""
    parts = [_write(number, *entry) for number, entry in enumerate(DOCUMENTS, start=1)]
    parts.append(_write(4, "north/copy.txt", "A copy", date(2023, 3, 18), DOCUMENTS[0][3], cluster=f"{1:064x}"))
    events = events_table([event for _, _, found in parts for event in found])
    ties, tie_evidence = find_ties(events, date(2023, 9, 1), 1095, 1)
    dyads = count_dyads(events).collect(backend="pyarrow").to_arrow().cast(TABLES["dyads"])
    first = events.to_pylist()[0]
    return {
        "documents": documents_table([document for document, _, _ in parts]),
        "sentences": sentences_table([sentence for _, found, _ in parts for sentence in found]),
        "events": events,
        "dyads": dyads,
        "ties": mark_frustrated(ties, split_camps(ties)),
        "tie_evidence": tie_evidence,
        "rejected": rejected_table(
            [
                Rejected("bad/broken.pdf", "file", "the PDF is cut short", "get the file again"),
                Rejected("bad/<b>x</b>.pdf", "file", "the PDF is cut short", "get the file again"),
                Rejected("north/thaw.txt", "passage", "a comment form", excerpt=f"Leave a Reply {HOSTILE}"),
            ]
        ),
        "unresolved": pa.Table.from_pylist(
            [
                {
                    "text": f"the Grand Council {HOSTILE}",
                    "reason": "no actor of that name",
                    "n_mentions": 3,
                    "document_id": f"{1:064x}",
                    "sentence_index": 0,
                    "example": "The Grand Council met.",
                }
            ],
            schema=UNRESOLVED,
        ),
        "reviews": pa.Table.from_pylist(
            [
                {
                    "review_id": 1,
                    "event_id": first["event_id"],
                    "field": "event_type",
                    "value": "SUPPORT",
                    "value_before": "AGREE",
                    "reason": f"it was signed {HOSTILE}",
                    "reviewer": "A. Nalyst",
                    "quote": "signed an agreement",
                    "entered": "2023-10-01T09:30:00Z",
                    "status": "applied",
                }
            ],
            schema=REVIEWS,
        ),
    }


@pytest.fixture(scope="session")
def camps(tables):
    """The split of the sample's ties."""
    return split_camps(tables["ties"])


@pytest.fixture(scope="session")
def meta():
    """Versions, settings and inputs of the sample."""
    return {
        "versions": {"detente": "0.1.0", "python": "3.11", "scipy": "1.16.0"},
        "settings": {"coder": "lexical", "measure": {"present_days": 1095, "min_tie_events": 1}},
        "inputs": [("north", "ab" * 32)],
    }


@pytest.fixture(scope="session")
def page(tables, camps, meta):
    """The rendered page of the sample."""
    return render_report(tables, camps, meta)
