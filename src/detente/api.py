"""The public functions: what a Python user calls, and what every command calls."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from detente.pipeline.aligning import landscape as landscape
from detente.pipeline.aligning import propensities as propensities
from detente.pipeline.aligning import similarity as similarity
from detente.pipeline.aligning import what_if as what_if
from detente.pipeline.aligning_over_time import camps as camps
from detente.pipeline.aligning_over_time import panel_ties as panel_ties
from detente.pipeline.following import panel as panel
from detente.pipeline.following import relations as relations
from detente.pipeline.following import track as track
from detente.pipeline.following import turning_points as turning_points
from detente.pipeline.following import why as why
from detente.pipeline.following import write_panel as write_panel
from detente.schema.spans import day_of
from detente.settings import Settings

if TYPE_CHECKING:
    import pyarrow as pa

    from detente.align.balance import Balance
    from detente.extract.trained.judging import Judgement
    from detente.pipeline.actor_lists import KnownActor
    from detente.pipeline.checking import Check
    from detente.pipeline.explaining import Explanation
    from detente.pipeline.import_result import ImportResult
    from detente.pipeline.reviewing import ReviewResult
    from detente.pipeline.run import Progress
    from detente.pipeline.summary import Summary
    from detente.resolve.phrase import Resolution
    from detente.schema.event import Event
    from detente.schema.mention import Actor
    from detente.store.project import ProjectStore

PathLike = str | os.PathLike[str]
Span = tuple[int, int]  # characters [start, end)
DISPATCHES = (".md", ".html", ".txt")  # files of the bundled corpus


class Project:
    """A finished project folder, for reading; it shows the state in which it was opened.

    Args:
        path: the folder.

    Raises:
        ProjectError: if there is no finished project.
    """

    def __init__(self, path: PathLike) -> None:
        from detente.store.project import ProjectStore

        self._store: ProjectStore = ProjectStore.open(Path(path))

    @property
    def path(self) -> Path:
        """The folder."""
        return self._store.path

    def events(self) -> pa.Table:
        """(n_events, 49) table of events, reviews applied; columns in docs/reference/tables.md."""
        return self.table("events")

    def dyads(self) -> pa.Table:
        """(n_dyads, 13) table of ordered pairs with their counts."""
        return self.table("dyads")

    def ties(self) -> pa.Table:
        """(n_ties, 10) table of unordered pairs with sign and weight."""
        return self.table("ties")

    def table(self, name: str) -> pa.Table:
        """Any table by name.

        Raises:
            SchemaError: if there is none of that name; the message lists them.
        """
        return self._store.table(name)

    def summary(self) -> Summary:
        """What the project holds, in numbers and reasons."""
        from detente.pipeline.summary import summarize

        return summarize(self._store)

    def __fspath__(self) -> str:
        return str(self.path)

    def __repr__(self) -> str:
        return f"Project({str(self.path)!r})"


def code(text: str, published: date | str | None = None, *, settings: Settings | None = None) -> list[Event]:
    """The events of a text, in its order.

    Args:
        text: English text, a sentence or an article.
        published: when it was published (a date, or YYYY-MM-DD): decides who held an office and what
            "yesterday" is; None: unknown.
        settings: None for the defaults.

    Raises:
        SettingsError: if `published` is no date.
    """
    from detente.pipeline.explaining import code_text

    return code_text(text, day_of(published), settings or Settings())


def classify(sentence: str, actor: Span | None, recipient: Span | None) -> Judgement:
    """What one marked actor of a sentence does to another, by the trained coder.

    Args:
        actor, recipient: (start, end) in characters of the sentence; a recipient of None asks for an act without one.

    Raises:
        InputError: if a span is not within the sentence.
    """
    return classify_many([(sentence, actor, recipient)])[0]


def classify_many(rows: Iterable[tuple[str, Span | None, Span | None]]) -> list[Judgement]:
    """Judgements of (sentence, actor, recipient), in their order; as `classify` gives each alone."""
    from detente.extract.trained.judging import judge_many

    return judge_many(rows)


def resolve(text: str, on: date | str | None = None) -> Actor | None:
    """The actor that a noun phrase names on a day, or None when it names none; of several the first.

    Args:
        text: a noun phrase: "the German foreign minister", "Turkish airstrikes", "PLA Navy".
        on: the day (a date, or YYYY-MM-DD); None: no particular day.

    Raises:
        SettingsError: if `on` is no date.
    """
    actors = resolve_all(text, on).actors
    return actors[0] if actors else None


def resolve_all(text: str, on: date | str | None = None) -> Resolution:
    """Every actor that a noun phrase names on a day, and why; arguments as for `resolve`."""
    from detente.resolve.phrase import resolve_phrase

    return resolve_phrase(text, day_of(on))


def actors(search: str = "", project: PathLike | None = None, on: date | str | None = None) -> list[KnownActor]:
    """Names of actors that are known: ours, and those of a project's `actors.csv`, which win.

    Args:
        search: words that must stand in the name or the text, case and diacritics aside, or a code such as KOR.
        project: a project folder.
        on: leaves out what is not in force on the day (a date, or YYYY-MM-DD).

    Raises:
        SettingsError: if `on` is no date.
        LexiconError: if the project's file is malformed.
    """
    from detente.pipeline.actor_lists import known_actors

    return known_actors(search, None if project is None else Path(project), day_of(on))


def add_actor(
    project: PathLike,
    text: str,
    code: str,
    *,
    kind: str = "institution",
    sector: str = "",
    valid_from: str = "",
    valid_to: str = "",
) -> Path:
    """Adds a name to the project's `actors.csv`, whose rows win over ours from the next run on; returns the file.

    Args:
        text: the name as it stands in the sources.
        code: ISO 3166-1 alpha-3, a former code (SUN), or a PLOVER non-state code (IGO, NGO, MNC …).
        kind: institution, party, armed_group, company, group, city, place, seat, person, name, adjective or demonym.
        sector: PLOVER sector, or "".
        valid_from, valid_to: YYYY, YYYY-MM or YYYY-MM-DD; half-open.

    Raises:
        LexiconError: if a value is bad; nothing is written then.
        SettingsError: if there is no such folder.
    """
    from detente.pipeline.actor_lists import add_actor as add

    return add(Path(project), text, code, kind=kind, sector=sector, valid_from=valid_from, valid_to=valid_to)


def explain(text: str, published: date | str | None = None, *, settings: Settings | None = None) -> Explanation:
    """Mentions, actors, events of a text and, for each thing not coded, why; arguments as for `code`."""
    from detente.pipeline.explaining import explain_text

    return explain_text(text, day_of(published), settings or Settings())


def run(
    inputs: PathLike | Sequence[PathLike],
    out: PathLike,
    *,
    settings: Settings | None = None,
    progress: Progress | None = None,
) -> Project:
    """Code documents into a project folder, with tables, exports and a report.

    Args:
        inputs: a path, folder, pattern or URL, or several; `-` for standard input.
        out: the project folder; made when absent. A repeated run codes only what changed.
        settings: None takes those of the project's `detente.toml`, or the defaults.
        progress: called with (step, done, total).

    Raises:
        ProjectError: if the folder cannot be used or another process writes to it.
        SettingsError, LexiconError: if a setting or a user's lexicon is bad.
    """
    from detente.pipeline.run import run_project

    several = [inputs] if isinstance(inputs, str | os.PathLike) else inputs
    run_project([os.fspath(item) for item in several], Path(out), settings, progress)
    return Project(out)


def import_events(
    files: PathLike | Sequence[PathLike],
    out: PathLike,
    *,
    format: str = "",
    columns: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> ImportResult:
    """Import event data that others coded into a project's table `imported`, beside what the project holds.

    Args:
        files: a path, folder or pattern, or several; plain, gzip or zip.
        out: the project folder; made when absent. Files that it holds already are not read again.
        format: icews, gdelt1, gdelt2, polecat, phoenix, plover, acled, ucdp or table; "" guesses by the first line.
        columns: for tables, the file's column by ours: `{"actor": "source_country"}`.
        progress: called with (step, done, total).

    Raises:
        InputError: if there is no such format or column, or no file can be read.
        ProjectError: if the folder cannot be used or another process writes to it.
    """
    from detente.pipeline.importing import import_project

    several = [files] if isinstance(files, str | os.PathLike) else files
    return import_project([os.fspath(item) for item in several], Path(out), format, columns, progress)


def demo(out: PathLike = "demo-project", *, progress: Progress | None = None) -> Project:
    """The bundled dispatches, copied to `out`/corpus, coded and reported; arguments and errors as for `run`."""
    from detente.store.atomic import write_atomic
    from detente.store.project import ProjectStore

    folder = Path(out)
    ProjectStore.create(folder, Settings())
    with as_file(files("detente").joinpath("demo", "corpus")) as corpus:
        for path in sorted(corpus.iterdir()):
            if path.suffix in DISPATCHES:
                write_atomic(folder / "corpus" / path.name, path.read_bytes())
    return run(folder / "corpus", folder, progress=progress)


def review(project: PathLike, csv_file: PathLike) -> ReviewResult:
    """Append corrections (columns event_id, field, value, reason, reviewer) to a project's log and apply them.

    Raises:
        ReviewError: if the file cannot be read or lacks a column.
        ProjectError: if the project is absent or another process writes to it.
    """
    from detente.pipeline.reviewing import review_project

    return review_project(Path(project), Path(csv_file))


def export(project: PathLike, out: PathLike | None = None, formats: Sequence[str] = ()) -> list[Path]:
    """Write exports of a project.

    Args:
        project: the project folder.
        out: where to; None: its `exports` folder.
        formats: names as listed by `detente export --help`; none given: all.

    Returns:
        The files written.

    Raises:
        ProjectError: if there is no finished project.
        InputError: if there is no format of that name.
    """
    from detente.pipeline.publishing import export_project

    return export_project(Path(project), None if out is None else Path(out), tuple(formats))


def balance(
    ties: Any,
    *,
    solver: str = "highs",
    time_limit: float = 30.0,
    nulls: int = 0,
    seed: int = 0,
    details: bool = False,
) -> Balance:
    """How balanced a signed network is: the frustration index with its proof, and the measures beside it.

    Args:
        ties: a networkx graph whose edges have `sign` (and perhaps `weight`), a table with the columns a, b, sign
            (and perhaps weight), or rows of these; each pair once. A weight counts without its sign.
        solver: `highs` or `rc2`, a second way to the same number.
        time_limit: seconds for each exact optimisation; past it the best found comes with its gap.
        nulls: graphs to draw from each null model; 0: none.
        seed: of all that is random.
        details: also what all best splits agree on, the second best, and weak balance (more than two camps).

    Raises:
        SchemaError: if `ties` is none of these, or a tie is bad.
        SettingsError: if an option is bad.
    """
    from detente.align.balance import BalanceOptions
    from detente.pipeline.balancing import balance_of

    return balance_of(ties, BalanceOptions(solver, time_limit, nulls, seed, details))


def balance_frames(
    path: PathLike | None = None,
    *,
    project: PathLike | None = None,
    unweighted: bool = False,
    solver: str = "highs",
    time_limit: float = 30.0,
    nulls: int = 0,
    seed: int = 0,
    details: bool = False,
) -> Iterator[Balance]:
    """Balance of each network of a file, or of the ties of a project, as they are worked out.

    Args:
        path: CSV or TSV with the columns a, b, sign and perhaps frame and weight; GraphML; GEXF.
        project: a project folder instead.
        unweighted: count every tie as 1.
        solver, time_limit, nulls, seed, details: as for `balance`.

    Raises:
        ReadError: if the file cannot be read or a row is bad; it names the line.
        ProjectError: if there is no finished project.
        SettingsError: if an option is bad, or both or neither of `path` and `project` are given.
    """
    from detente.align.balance import BalanceOptions
    from detente.pipeline.balancing import balance_files

    return balance_files(
        None if path is None else Path(path),
        None if project is None else Path(project),
        BalanceOptions(solver, time_limit, nulls, seed, details),
        unweighted=unweighted,
    )


def doctor(folder: PathLike = ".") -> list[Check]:
    """Checks of this installation, and whether `folder` can be written; each says what to do."""
    from detente.pipeline.checking import check_installation

    return check_installation(Path(folder))
