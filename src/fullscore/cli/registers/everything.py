"""`fullscore export --out FILE.zip`: every register in one file that the import takes back."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from fullscore.cli.settings import Org
from fullscore.engine.findings.finding import Finding, Subject
from fullscore.usecases import registers
from fullscore.usecases.host import operator
from fullscore.usecases.registers import RefusedError

Out = Annotated[
    Path,
    typer.Option("--out", metavar="FILE.zip", help="The file to write; one that is there stays as it is."),
]
_REASONS = {
    FileExistsError: "it is there already, and stays as it is",
    FileNotFoundError: "there is no such folder",
}


def mount(app: typer.Typer) -> None:
    """Give `app` the command that writes everything."""
    app.command("export")(export)


def export(out: Out, org: Org = None) -> None:
    """Write every register into one ZIP, CSV and JSON with a manifest; `fullscore import` takes it back."""
    by = operator(org)
    content = registers.everything(by=by, now=datetime.now(UTC))
    try:
        with out.open("xb") as file:
            file.write(content)
    except (FileExistsError, FileNotFoundError, IsADirectoryError, PermissionError) as error:
        values = {"file": str(out), "reason": _REASONS.get(type(error), error.strerror)}
        raise RefusedError(
            Finding("export-file-unwritable", Subject("registers", out.name), values)
        ) from error
    typer.echo(f"{out} holds {len(registers.registers(by)):,} registers, {len(content):,} bytes.")
