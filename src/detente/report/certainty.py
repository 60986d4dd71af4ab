"""How sure: how much was read, how thin the ties are, how firm the split is."""

from __future__ import annotations

from dataclasses import dataclass

from detente.report.items import unit_of
from detente.report.reading import Reading
from detente.report.standing import parts_of
from detente.report.wording import counted, day_words, joined

THIN = 2  # acts and conditions up to which a tie is called thin


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the first screen: the number, what it counts, a remark, the fragment of its evidence."""

    value: str
    what: str
    remark: str
    anchor: str


def figures(reading: Reading) -> list[Figure]:
    """Documents, acts, ties, ties against the split, and whether another split is as good."""
    found = [_documents(reading), _acts(reading)]
    camps = reading.camps
    if camps is None or not camps.n_ties:
        return found
    signed = [tie for tie in reading.tables["ties"] if tie["sign"]]
    thin = sum(tie["n"] <= THIN for tie in signed)
    found.append(
        Figure(
            f"{len(signed):,}",
            "tie with a sign" if len(signed) == 1 else "ties with a sign",
            "on one or two acts or conditions only"
            if thin == len(signed) == 1
            else f"{thin} of them on one or two acts or conditions only"
            if thin
            else "each on three or more",
            "network",
        )
    )
    found.append(
        Figure(
            f"{camps.n_frustrated / camps.n_ties:.0%}",
            "of the ties speak against the split",
            f"{camps.n_frustrated} of {camps.n_ties}" if camps.n_frustrated else "none of them",
            "network",
        )
    )
    apart = [reading.name(entry.code) for part in parts_of(reading) for entry in part.apart]
    if apart:
        found.append(
            Figure(
                f"{len(apart):,}",
                "actor placed only by a quarrel" if len(apart) == 1 else "actors placed only by a quarrel",
                f"counted with neither camp: {joined(apart, 4)}",
                "network",
            )
        )
    found.append(Figure(*_firmness(reading), "network"))
    return found


def period_words(reading: Reading) -> str:
    """First and last publication date, or "" where no document states one."""
    days = sorted(row["published"] for row in reading.tables["documents"] if row["published"])
    if not days:
        return ""
    return day_words(days[0]) if days[0] == days[-1] else f"{day_words(days[0])} – {day_words(days[-1])}"


def undated_words(reading: Reading) -> str:
    """A warning where most of what is told has no date, else ""."""
    dated = {unit_of(row): row["date_start"] is not None for row in reading.events}
    undated = sum(not has_date for has_date in dated.values())
    return f"{undated} of {len(dated)} acts and conditions carry no date." if 2 * undated > len(dated) else ""


def _documents(reading: Reading) -> Figure:
    documents = reading.tables["documents"]
    copies = sum(row["document_cluster"] not in (None, row["document_id"]) for row in documents)
    undated = sum(row["published"] is None for row in documents)
    remarks = [f"{counted(copies, 'near-copy', 'near-copies')} not counted"] if copies else []
    remarks += [f"{undated} without a date"] if undated else []
    few = ("few: read it as their view" if len(documents) < 30 else "their view, not the world's") if documents else ""
    return Figure(
        f"{len(documents):,}",
        "document read" if len(documents) == 1 else "documents read",
        "; ".join(remarks) or few,
        "sources",
    )


def _acts(reading: Reading) -> Figure:
    units = {unit_of(row): row for row in reading.events}
    asserted = {unit_of(row) for row in reading.events if row["modality"] == "asserted"}
    undated = sum(row["date_start"] is None for row in units.values())
    remark = f"{len(asserted)} told as fact"
    if undated:
        remark += f"; {undated} undated"
    return Figure(f"{len(units):,}", "distinct acts and conditions", remark, "evidence")


def _firmness(reading: Reading) -> tuple[str, str, str]:
    camps = reading.camps
    assert camps is not None
    if camps.gap > 1e-6:
        return "Not proven", "the best split", f"a better one could save at most {camps.gap:.2f} of tie weight"
    moves = joined([reading.name(code) for code in camps.second_best_moves], 3)
    if camps.unique is False:
        return "Not unique", "another split is as good", f"it would move {moves}" if moves else "more than one optimum"
    if camps.unique is None:
        return "Best found", "whether it is the only best is not known", "the solver's time ended"
    margin = f"moving {moves} would cost {camps.margin:.2f} of tie weight" if moves and camps.margin else ""
    return "Unique", "no other split is as good (proven)", margin or "proven optimum"
