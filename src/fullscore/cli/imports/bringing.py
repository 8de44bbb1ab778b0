"""`fullscore import FILE…`: files in, counts and reasons out; with --dry-run only told."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fullscore.cli.imports import telling
from fullscore.cli.settings import AsJson, Org
from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.findings.problem import problem
from fullscore.engine.registers.access import Member
from fullscore.usecases import imports
from fullscore.usecases.host import operator
from fullscore.usecases.imports import Imported, Said
from fullscore.usecases.registers import RefusedError

if TYPE_CHECKING:
    from rich.progress import Progress

Files = Annotated[
    list[str],
    typer.Argument(help="CSV, Excel, JSON or calendar files, or ZIPs of them, applied in this order."),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would happen; nothing is saved.")]
Kind = Annotated[
    str, typer.Option("--as", metavar="KIND", help="What the files are, where the header does not say.")
]
Columns = Annotated[
    list[str] | None,
    typer.Option(
        "--column", metavar="HEADER=MEANING",
        help="What a column means; empty leaves it out. May be repeated.",
    ),
]  # fmt: skip
Words = Annotated[
    list[str] | None,
    typer.Option(
        "--word", metavar="MEANING:THEIRS=OURS",
        help="What a word of the file means: 'status:Out for Repair=in repair'. May be repeated.",
    ),
]  # fmt: skip
Strict = Annotated[bool, typer.Option("--strict", help="Exit with 2 when a row was refused.")]
Content = tuple[str, bytes]
FAILED, REFUSED = 1, 2


def mount(app: typer.Typer) -> None:
    """Give `app` the import command."""
    app.command("import", help="Bring in files: what they are is recognised by their header.")(bring_in)


def bring_in(
    files: Files, dry_run: DryRun = False, kind: Kind = "", column: Columns = None, word: Words = None,
    strict: Strict = False, org: Org = None, as_json: AsJson = False,
) -> None:  # fmt: skip
    by = operator(org)
    said = _said(by, kind, column or [], word or [])
    contents = [inside for name in files for inside in imports.opened(*_read(Path(name)))]
    if len(contents) > 1:
        # One that is refused is named before the first is applied.
        imports.refuse_unknown(by=by, files=contents, said=said)
    done = tuple(_done(by, each, said, is_dry=dry_run, as_json=as_json) for each in contents)
    _answer(done, as_json=as_json, is_dry=dry_run, is_strict=strict and any(file.refused for file in done))


def _read(path: Path) -> Content:
    try:
        return path.name, path.read_bytes()
    except OSError as error:
        values = {"file": str(path), "reason": error.strerror or "it cannot be read"}
        raise RefusedError(
            Finding("import-file-unreadable", Subject("imports", path.name), values)
        ) from error


def _said(by: Member, kind: str, columns: Sequence[str], words: Sequence[str]) -> Said:
    """Return what the options say of every file of this command."""
    known = tuple(each.kind for each in imports.kinds(by=by)) if kind else ()
    if kind not in {"", *known}:
        raise typer.BadParameter(f"'{kind}' is no kind of list. Known are {', '.join(sorted(known))}.")
    by_meaning: dict[str, dict[str, str]] = {}
    for text in words:
        meaning, _, pair = text.partition(":")
        theirs, ours = _pair(pair, "MEANING:THEIRS=OURS", text)
        by_meaning.setdefault(meaning.strip(), {})[theirs.casefold()] = ours
    return Said(
        kind=kind,
        columns=dict(_pair(text, "HEADER=MEANING", text) for text in columns),
        words=by_meaning,
    )


def _pair(text: str, shape: str, given: str) -> tuple[str, str]:
    # A header may hold the sign itself; a meaning never does.
    first, sign, second = text.rpartition("=")
    if not sign or not first.strip():
        raise typer.BadParameter(f"'{given}' is not {shape}.")
    return first.strip(), second.strip()


def _done(by: Member, content: Content, said: Said, *, is_dry: bool, as_json: bool) -> Imported:
    name, data = content
    with _progress(name) as progress:
        if is_dry:
            return imports.dry_run(
                by=by, file_name=name, content=data, now=_now(), said=said, progress=progress
            )
        try:
            return imports.bring_in(
                by=by, file_name=name, content=data, clock=_now, said=said, progress=progress
            )
        except KeyboardInterrupt:
            _tell_of_the_rest(by, name, as_json=as_json)
            raise typer.Exit(FAILED) from None


def _tell_of_the_rest(by: Member, name: str, *, as_json: bool) -> None:
    """Say what stands after Ctrl-C, and what becomes of the rest."""
    latest = next((one for one in imports.imports(by=by) if one.file == name and not one.is_finished), None)
    if latest is None:
        detail = f"Stopped before a row of {name} was saved."
    else:
        detail = (
            f"Stopped at row {latest.applied:,} of {latest.rows:,} of {name}; those rows are saved whole. "
            f"Where `fullscore serve` runs, it goes on with the rest within a few minutes. Run the command "
            f"again: nothing doubles. `fullscore imports undo {latest.id}` takes it back once it is finished."
        )
    typer.echo(detail, err=True)
    if as_json:
        telling.as_json(problem(status=500, code="import-interrupted", detail=detail))


def _now() -> datetime:
    return datetime.now(UTC)


@contextmanager
def _progress(name: str) -> Iterator[Callable[[int, int], None]]:
    with _bar() as bar:
        task = bar.add_task(name, total=None)
        yield lambda at, rows: bar.update(task, completed=at, total=rows)


def _bar() -> "Progress":
    from rich.console import Console  # noqa: PLC0415  slow to load
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415  the same

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)


def _is_refused(file: Imported) -> bool:
    """Return whether a file was only looked at, and could not be brought in without a further word."""
    return any(reason.code == "import-not-sure" for reason in file.reasons)


def _answer(done: tuple[Imported, ...], *, as_json: bool, is_dry: bool, is_strict: bool) -> None:
    if not as_json:
        telling.files(done, is_dry=is_dry)
    elif is_strict:
        refused, would = sum(file.refused for file in done), "would be" if is_dry else "were"
        others = "nothing was saved" if is_dry else "the others were brought in"
        detail = f"{refused} rows {would} refused; {others}."
        refusal = problem(status=422, code="import-rows-refused", detail=detail)
        telling.as_json({**refusal, "files": imports.imports_document(done)["files"]})
    else:
        telling.as_json(imports.imports_document(done))
    if is_strict or any(_is_refused(file) for file in done):
        raise typer.Exit(REFUSED)
