"""What a run came to, in numbers and reasons."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from detente.schema.rejected import Rejected
from detente.store.project import ProjectStore

UNREAD_SCOPES = ("file", "record")


@dataclass(frozen=True, slots=True)
class Summary:
    """What a project holds.

    Attributes:
        n_inputs: files, URLs and what could not be listed.
        n_documents: documents read; n_near_duplicates of them are near-duplicates of earlier ones.
        n_documents_with_events: documents in which something was coded.
        n_sentences, n_mentions: of the coded documents.
        n_events: directed events; n_event_groups: acts and conditions.
        n_dyads, n_ties: ordered pairs with counts; unordered pairs with a tie.
        n_reviews: corrections in the log; n_orphans of them are of events that are gone.
        unread: files and records that could not be read, with the reason.
        n_imported: events of imported files; what was refused of those is not counted here.
        not_coded: (reason, number of documents) of documents read but not coded, most frequent first.
    """

    n_inputs: int
    n_documents: int
    n_near_duplicates: int
    n_documents_with_events: int
    n_sentences: int
    n_mentions: int
    n_events: int
    n_event_groups: int
    n_dyads: int
    n_ties: int
    n_reviews: int
    n_orphans: int
    n_imported: int
    unread: tuple[Rejected, ...]
    not_coded: tuple[tuple[str, int], ...]

    @property
    def all_read(self) -> bool:
        """Whether every input was read."""
        return not self.unread

    def why_nothing(self) -> str:
        """Why no event was coded, in one sentence; "" where there are events."""
        if self.n_events:
            return ""
        if not self.n_inputs:
            return "Nothing was coded: there was no input."
        if not self.n_documents:
            reason = self.unread[0].reason if self.unread else "they hold no documents"
            return f"Nothing was coded: no input could be read (the first of {self.n_inputs}: {reason})."
        if not self.not_coded:
            return "Nothing was coded: every event was withdrawn by a review."
        reasons = "; ".join(f"{reason} ({n})" for reason, n in self.not_coded[:3])
        return f"Nothing was coded. Documents by reason: {reasons}."


def summarize(store: ProjectStore) -> Summary:
    """The summary of a committed project."""
    counts = {} if store.manifest is None else store.manifest.counts
    unread: list[Rejected] = []
    reasons: Counter[str] = Counter()
    imports = () if store.manifest is None else store.manifest.imports
    of_imports = {part for file in imports for part in file.parts.get("rejected", ())}
    for part in store.parts("rejected"):
        for row in () if part in of_imports else store.read(part).to_pylist():
            if row["scope"] == "document":
                reasons[row["reason"]] += 1
            elif row["scope"] in UNREAD_SCOPES:
                unread.append(Rejected(**row))
    statuses = store.table("reviews", ["status"]).column("status").to_pylist()
    return Summary(
        n_inputs=0 if store.manifest is None else len(store.manifest.inputs),
        n_documents=counts.get("documents", 0),
        n_near_duplicates=counts.get("near_duplicates", 0),
        n_documents_with_events=counts.get("documents_with_events", 0),
        n_sentences=counts.get("sentences", 0),
        n_mentions=counts.get("mentions", 0),
        n_events=counts.get("events", 0),
        n_event_groups=counts.get("event_groups", 0),
        n_dyads=counts.get("dyads", 0),
        n_ties=counts.get("ties", 0),
        n_reviews=len(statuses),
        n_orphans=statuses.count("orphan"),
        n_imported=counts.get("imported", 0),
        unread=tuple(unread),
        not_coded=tuple(sorted(reasons.items(), key=lambda item: (-item[1], item[0]))),
    )
