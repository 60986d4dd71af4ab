"""Write docs/reference from the code: command line, settings, tables, project folder.

Run `make docs` after a change; tests/contract/test_docs.py fails when a page is out of date.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

REFERENCE = Path(__file__).resolve().parent / "reference"
NOTE = "<!-- Written by docs/generate.py; edit the code and run `make docs`. -->"

# Columns that are not exported, so that detente.exchange.fields does not describe them.
STORED_COLUMNS = {
    "antecedent_ends": "for pronouns and groups: ends of the antecedents, one an actor",
    "antecedent_starts": "for pronouns and groups: starts of the antecedents, one an actor",
    "author": "author as stated",
    "char_end": "end in the stored text, in characters",
    "char_start": "start in the stored text, in characters",
    "code": "code of the actor",
    "codes": "codes of the actors it stands for; none when unresolved",
    "confidence": "0 to 1",
    "estimate": "the measure's estimate",
    "high": "upper end of the interval",
    "is_heading": "true: a title or sub-heading",
    "kind": "name, adjective, demonym, capital, seat, place, institution, organisation, person, role, anaphor, group",
    "language": "ISO 639-1, empty when it could not be told",
    "level": "probability that the interval covers, 0 to 1",
    "low": "lower end of the interval",
    "measure": "name of the measure",
    "name": "canonical name",
    "names": "canonical names of the actors",
    "organisation": "id of the organisation, empty for none",
    "paragraph_index": "number of the paragraph in the document, from 0",
    "published_basis": "where the publication date comes from: metadata, url, option, inferred (only bounds are known) or none",
    "published_after": "without a publication date: start of the last period that the text tells as past",
    "published_before": "without a publication date: start of the first period that the text tells as still to come",
    "publisher": "publisher as stated",
    "reader": "name and version of the reader",
    "sector": "PLOVER sector, empty for a bare country",
    "sectors": "PLOVER sectors of the actors",
    "text": "the stored text, or the part of it",
    "usage": "how the phrase stands in the sentence: phrase, possessive, adjective, place or attribute",
    "why": "what decided, in words",
}

# Columns of `imported`, where they mean something else than in `events`.
IMPORTED_COLUMNS = {
    "actor": "code of who acts: ISO 3166-1 alpha-3, or a PLOVER non-state code; empty where the name stands for none",
    "actor_name": "name of the actor as in the source",
    "cameo": "CAMEO code of the source, empty where it has none",
    "confidence": "confidence as the source states it, 1 where it states none",
    "event_group": "records of one act share it: same day, states and code, either direction where the act is mutual",
    "event_id": "identity of the record: hash of the format and the source's own key",
    "event_type": "PLOVER event type; empty for a plain statement, which PLOVER has no type for",
    "file": "name of the file it came from",
    "n_reports": "reports of the event as the source counts them, 1 where it does not",
    "publisher": "publisher as the source states it",
    "quad": "as in events; 0 for a plain statement",
    "recipient": "code of who is acted upon, empty where there is none or its name stands for none",
    "recipient_name": "name of the recipient as in the source",
    "reference": "address, story or headline that the source gives",
    "scale": "the source's own scale (Goldstein, or PLOVER), empty where it has none",
    "source": "the format, as `icews`",
    "source_key": "the record's key in its source, empty where it has none",
    "text": "what the source says of the act: the label of its code, a note, a sentence",
}

DOCUMENT_CLUSTER = "document_id of the first of its near-duplicates; the document's own where it is the first"

TABLE_NOTES = {
    "documents": "One row a document read, near-duplicates included. Offsets of all tables point into `text`.",
    "sentences": "One row a sentence of every coded document.",
    "mentions": "One row a mention of an actor.",
    "actors": "One row an actor, most mentioned first.",
    "events": (
        "One row a directed event, reviews applied, withdrawn events left out. `incident_id` is set where two or more "
        "documents, near-duplicates apart, report the same asserted act: same actor, recipient, type and day; "
        "`n_reports` says how many do. In exports a column `<field>_coded` follows for each field that a review can "
        "correct: the value as coded, where a correction is applied."
    ),
    "imported": (
        "One row a record of event data that others coded, in the order of the files; within a part by date and id. "
        "Count groups (`event_group`), not rows; and reports (`n_reports`) are not events."
    ),
    "evidence": "One row a panel cell and an event behind it.",
    "panel": "One row a dyad, period, event type, modality and kind with events; cells without events are absent.",
    "dyads": "One row an ordered pair: asserted acts and conditions over all dates.",
    "relations": "Written by `detente panel --relations`, not kept: estimates of the relation of a pair by period.",
    "ties": "One row an unordered pair with present, asserted acts or conditions.",
    "tie_evidence": "One row a tie and an event behind it.",
    "rejected": "One row a thing that was not read or not coded, with the reason.",
    "unresolved": "One row a name or pronoun that could not be resolved, most frequent first.",
    "reviews": "One row a correction of the review log, in order of entry.",
}

FOLDER = """# The project folder

A project is a folder; nothing has to be started to read it.

| name | what it holds |
|---|---|
| `detente.toml` | settings, commented; written once, then yours to edit |
| `{tables}` | Parquet parts of the tables (see [tables](tables.md)), named by the hash of their bytes, never changed |
| `coded/` | events as coded, before corrections and corpus steps |
| `batches/` | which batches of input are finished, so that nothing is coded twice |
| `reviews.sqlite` | the append-only log of corrections |
| `manifest.json` | the committed state: parts, versions, checksums of lexicon, settings, input hashes, counts |
| `run.log.jsonl` | times and machine: what may differ between two runs of the same input |
| `exports/` | events.csv, .parquet and .jsonl, the other tables as CSV, network.gexf, sources.csl.json, … |
| `report.html` | the report, one file |
| `.lock` | who is writing; empty when nobody is |

## One writer, many readers

A run holds a lock of the operating system on `.lock` while it writes; it ends with the process, so the lock of a
killed run is taken over. A second run meanwhile fails and names the holder. Readers need no lock: they read the parts
that `manifest.json` names, and those stay until the run after the next commit begins.

## Killed runs

Every file is written under a temporary name, flushed to disk and renamed; the manifest comes last. A run killed at
any instant leaves the state before it readable. The next run takes over the batches that were finished, codes the
rest, and gives tables equal, byte for byte, to those of a run that was not killed.

## Same input, same bytes

Tables and `manifest.json` hold no times. A batch is coded again only when the bytes of its inputs, the code, the
lexicon, the library versions or the reading settings have changed. A project holds the inputs of its last run and no
others: give all inputs on every run; what was coded before is not coded again. Imported event data stays through
every run, and an import leaves the documents as they are. Exports and report are written anew
when the state has changed.

## Keys of the manifest

| key | what it holds |
|---|---|
{keys}

## Settings

A run takes the settings of `--settings FILE`, else of `detente.toml`, else the defaults; options of the command line
override them for this run and are kept in the manifest, not in `detente.toml`. `detente review` uses those of the
manifest.
"""

MANIFEST_KEYS = {
    "format": "version of this format, 1",
    "state": "hash of everything that the tables depend on",
    "versions": "detente, its code, Python, libraries",
    "lexicon": "sha256 by file of the lexicon",
    "settings": "settings of the run",
    "inputs": "source and sha256 of every input, in order; the hash is empty for URLs",
    "imports": "imported files: path, sha256, format, what read them, counts, parts",
    "batches": "keys of the finished batches, in input order",
    "counts": "rows by table, acts, documents with events, near-duplicates",
    "tables": "parts by table, in order, with their rows",
}


def main() -> int:
    """Write every page; with `--check`, only say which are out of date."""
    stale = []
    for name, text in pages().items():
        path = REFERENCE / name
        if path.exists() and path.read_text("utf-8") == text:
            continue
        stale.append(name)
        if "--check" not in sys.argv:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    sys.stdout.write(f"{', '.join(stale) or 'nothing'} {'out of date' if '--check' in sys.argv else 'written'}\n")
    return bool(stale) if "--check" in sys.argv else 0


def pages() -> dict[str, str]:
    """Text of every generated page by file name."""
    return {
        "cli.md": cli_page(),
        "project-folder.md": folder_page(),
        "settings.md": settings_page(),
        "tables.md": tables_page(),
    }


def cli_page() -> str:
    """Every command with its arguments and options, and the exit codes."""
    from typer.main import get_command

    from detente.cli.app import app
    from detente.cli.exits import MEANINGS

    lines = ["# Command line", "", NOTE, ""]
    for name, command in get_command(app).commands.items():  # type: ignore[attr-defined]
        lines += [f"## `detente {name}`", "", " ".join((command.help or "").split("\n\n")[0].split()), ""]
        lines += [" ".join(part.split()) + "\n" for part in (command.help or "").split("\n\n")[1:]]
        lines += ["| argument or option | meaning | default |", "|---|---|---|"]
        lines += [_parameter(parameter) for parameter in command.params if parameter.name != "help"]
        lines.append("")
    lines += ["## Exit codes", "", "| code | meaning |", "|---|---|"]
    lines += [f"| {code} | {meaning} |" for code, meaning in MEANINGS.items()]
    lines += [
        "",
        "Progress goes to standard error, and only where that is a terminal. `python -m detente` is the same command.",
    ]
    return "\n".join(lines) + "\n"


def _parameter(parameter: Any) -> str:
    names = ", ".join(f"`{name}`" for name in parameter.opts)
    if parameter.param_type_name == "argument":
        names = f"`{parameter.make_metavar(None) if parameter.metavar is None else parameter.metavar}`"
    default = "" if parameter.default in (None, False) or parameter.required else f"`{parameter.default}`"
    return f"| {names} | {parameter.help or ''} | {'required' if parameter.required else default} |"


def settings_page() -> str:
    """Every setting with its type, default and meaning."""
    from pydantic import BaseModel

    from detente.settings import Settings

    lines = [
        "# Settings",
        "",
        NOTE,
        "",
        "Settings stand in `detente.toml` of the project; unknown keys are errors.",
        "",
    ]
    sections: list[tuple[str, type[BaseModel]]] = [("", Settings)]
    for title, model in sections:
        lines += [
            f"## `[{title}]`" if title else "## Top level",
            "",
            "| setting | default | meaning |",
            "|---|---|---|",
        ]
        for name, info in model.model_fields.items():
            if isinstance(info.annotation, type) and issubclass(info.annotation, BaseModel):
                sections.append((name, info.annotation))
            else:
                lines.append(f"| `{name}` | `{json.dumps(info.default)}` | {info.description} |")
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def tables_page() -> str:
    """Every table with its columns, types and meanings."""
    from detente.exchange.fields import DESCRIPTIONS
    from detente.schema.tables import TABLES

    lines = ["# Tables", "", NOTE, "", "Parquet in the project folder; `Project.table(name)` in Python.", ""]
    for table, schema in TABLES.items():
        lines += [f"## {table}", "", TABLE_NOTES[table], "", "| column | type | meaning |", "|---|---|---|"]
        own = table in ("documents", "sentences", "mentions", "actors", "relations")
        for field in schema:
            known = {**DESCRIPTIONS, **STORED_COLUMNS} if own else {**STORED_COLUMNS, **DESCRIPTIONS}
            known["document_cluster"] = DOCUMENT_CLUSTER
            known |= IMPORTED_COLUMNS if table == "imported" else {}
            lines.append(f"| `{field.name}` | {field.type} | {known[field.name]} |".replace("a|r", "a\\|r"))
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def folder_page() -> str:
    """What a project folder holds and promises."""
    from detente.schema.tables import TABLES

    names = "/`, `".join(name for name in TABLES if name != "relations") + "/"
    keys = "\n".join(f"| `{key}` | {meaning} |" for key, meaning in MANIFEST_KEYS.items())
    return FOLDER.format(tables=names, keys=keys).replace("\n\n", f"\n\n{NOTE}\n\n", 1)


if __name__ == "__main__":
    sys.exit(main())
