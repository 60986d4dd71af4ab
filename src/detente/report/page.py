"""The report: one HTML file that needs nothing but a browser."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pyarrow as pa

from detente.report.agreements import agreements
from detente.report.camp_split import CampSplit
from detente.report.certainty import figures, period_words, undated_words
from detente.report.changes import notable_acts, turns
from detente.report.chronology import chronology
from detente.report.corrections import corrections
from detente.report.dyad_table import dyad_table
from detente.report.evidence import evidence, places
from detente.report.firm_facts import FirmFacts
from detente.report.firmness import firmness
from detente.report.headline import headline
from detente.report.histories import Histories
from detente.report.methods import methods
from detente.report.network import network
from detente.report.omissions import skipped, unresolved_names
from detente.report.reading import make_reading
from detente.report.reasons import reasons
from detente.report.sources import sources
from detente.report.wording import counted, day_words


def render_report(
    tables: Mapping[str, pa.Table],
    camps: CampSplit | None,
    meta: Mapping[str, Any],
    histories: Histories | None = None,
    firm: FirmFacts | None = None,
) -> str:
    """One self-contained HTML page that tells the tables of a project.

    The page asks for nothing from outside and forbids it; text of documents is shown as text only. The same input
    gives the same page.

    Args:
        tables: by the names of `schema.tables.TABLES`; absent ones count as empty.
        camps: the two-camp split of the ties, or None.
        meta: `versions`, `settings`, `counts`, `inputs`, `lexicon` as in the manifest, `names` (code -> name to
            show) and `title`; all optional.
        histories: how the most told pairs moved, or None.
        firm: what would break the camps and what holds them, or None.

    Returns:
        HTML, UTF-8 declared.
    """
    from markupsafe import Markup

    from detente.report.environment import asset, content_policy, environment

    reading = make_reading(tables, camps, meta.get("names") or {})
    pairs = evidence(reading)
    shown = places(pairs)
    names, more_names = unresolved_names(reading)
    style, script = asset("page.css"), asset("page.js")
    return (
        environment()
        .get_template("page.html.j2")
        .render(
            title=str(meta.get("title") or ""),
            policy=content_policy(style, script),
            style=Markup(style),
            script=Markup(script),
            svg=Markup,
            reading=reading,
            headline=headline(reading),
            figures=figures(reading),
            notable=notable_acts(reading),
            turns=turns(reading),
            network=network(reading),
            chronology=chronology(reading),
            dyads=dyad_table(reading),
            pairs=pairs,
            histories=histories or Histories(),
            firmness=firmness(reading, firm),
            shown=shown,
            place=lambda item: next((shown[event] for event in item.event_ids if event in shown), "evidence"),
            agreements=agreements(reading),
            reasons=reasons(reading),
            sources=sources(reading),
            names=names,
            more_names=more_names,
            skipped=skipped(reading),
            corrections=corrections(reading, shown),
            methods=methods(meta),
            counted=counted,
            n_documents=counted(len(reading.documents), "document"),
            published=period_words(reading),
            present=day_words(reading.present),
            undated=undated_words(reading),
        )
    )
