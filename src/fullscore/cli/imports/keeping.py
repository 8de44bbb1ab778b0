"""`fullscore imports …`: what was brought in, listed, shown, answered and taken back."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from fullscore.cli.imports import pairing, telling
from fullscore.cli.settings import AsJson, Org
from fullscore.usecases import imports
from fullscore.usecases.host import operator
from fullscore.usecases.imports import Imported

Number = Annotated[int, typer.Argument(help="The import's number, as `fullscore imports list` tells it.")]

group = typer.Typer(no_args_is_help=True, help="What was brought in: listed, answered, taken back.")
group.add_typer(pairing.group, name="pairs")


def mount(app: typer.Typer) -> None:
    """Give `app` the commands about imports."""
    app.add_typer(group, name="imports")


@group.command("list")
def list_imports(org: Org = None, as_json: AsJson = False) -> None:
    """List the latest imports, newest first."""
    found = imports.imports(by=operator(org))
    if as_json:
        telling.as_json(imports.imports_document(found))
    else:
        telling.listed(found)


@group.command()
def show(number: Number, org: Org = None, as_json: AsJson = False) -> None:
    """Show one import: its counts, and a reason for each row not taken."""
    _say(imports.one(by=operator(org), number=number), as_json=as_json)


@group.command()
def undo(number: Number, org: Org = None, as_json: AsJson = False) -> None:
    """Take an import back as one: every value as it was before, later edits kept and listed."""
    by = operator(org)
    _say(imports.take_back(by=by, number=number, clock=_now), as_json=as_json)


@group.command()
def confirm(number: Number, org: Org = None, as_json: AsJson = False) -> None:
    """Let a file that waits on the page be brought in as it was looked at."""
    by = operator(org)
    _say(imports.confirm(by=by, number=number, now=_now()), as_json=as_json)


@group.command()
def discard(number: Number, org: Org = None, as_json: AsJson = False) -> None:
    """Put away a file that waits on the page; no row was touched."""
    by = operator(org)
    _say(imports.discard(by=by, number=number, now=_now()), as_json=as_json)


def _say(file: Imported, *, as_json: bool) -> None:
    if as_json:
        telling.as_json(imports.imports_document((file,)))
    else:
        telling.one(file)


def _now() -> datetime:
    return datetime.now(UTC)
