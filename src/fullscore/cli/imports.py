"""`fullscore import FILE…`: files in, counts and reasons out."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.findings.problem import problem
from fullscore.usecases import imports
from fullscore.usecases.host import operator
from fullscore.usecases.imports import Imported
from fullscore.usecases.registers import RefusedError

Files = Annotated[list[str], typer.Argument(help="CSV or XLSX files, applied in this order.")]
Org = Annotated[
    str | None, typer.Option(envvar="FULLSCORE_ORG", help="The organisation; needed when there are several.")
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON document on standard output.")]
Strict = Annotated[bool, typer.Option("--strict", help="Exit with 2 when a row was refused.")]
REFUSED = 2
_REASONS_SHOWN = 20


def mount(app: typer.Typer) -> None:
    """Give `app` the import command."""
    app.command("import", help="Bring in files: what they are is recognised by their header.")(bring_in)


def bring_in(files: Files, org: Org = None, as_json: AsJson = False, strict: Strict = False) -> None:
    by = operator(org)
    contents = [_read(Path(name)) for name in files]
    imports.refuse_unknown(by=by, files=contents)
    done = []
    for name, content in contents:
        with _progress(name) as progress:
            done.append(
                imports.bring_in(
                    by=by, file_name=name, content=content, clock=lambda: datetime.now(UTC), progress=progress
                )
            )
    _answer(tuple(done), as_json=as_json, is_strict=strict and any(file.refused for file in done))


def _read(path: Path) -> tuple[str, bytes]:
    try:
        return path.name, path.read_bytes()
    except OSError as error:
        values = {"file": str(path), "reason": error.strerror or "it cannot be read"}
        raise RefusedError(
            Finding("import-file-unreadable", Subject("imports", path.name), values)
        ) from error


@contextmanager
def _progress(name: str) -> Iterator[imports.Progress]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(name, total=None)
        yield lambda at, rows: bar.update(task, completed=at, total=rows)


def _answer(done: tuple[Imported, ...], *, as_json: bool, is_strict: bool) -> None:
    document = imports.imports_document(done)
    if not as_json:
        _draw(done)
    elif is_strict:
        refused = sum(file.refused for file in done)
        detail = f"{refused} rows were refused; the others were brought in."
        refusal = problem(status=422, code="import-rows-refused", detail=detail)
        typer.echo(json.dumps({**refusal, "files": document["files"]}, ensure_ascii=False, indent=2))
    else:
        typer.echo(json.dumps(document, ensure_ascii=False, indent=2))
    if is_strict:
        raise typer.Exit(REFUSED)


def _draw(done: tuple[Imported, ...]) -> None:
    table = Table(box=None)
    for heading in ("File", "Is", "Rows", "New", "Changed", "The same", "Refused"):
        table.add_column(heading, justify="left" if heading in {"File", "Is"} else "right")
    for file in done:
        counts = (file.rows, file.created, file.updated, file.left, file.refused)
        table.add_row(file.file, file.kind, *(f"{count:,}" for count in counts))
    Console().print(table)
    for file in done:
        for reason in file.reasons[:_REASONS_SHOWN]:
            typer.echo(f"{file.file}, row {reason.line}: {reason.sentence}")
        if len(file.reasons) > _REASONS_SHOWN:
            typer.echo(f"… and {len(file.reasons) - _REASONS_SHOWN} more; --json tells them all.")
