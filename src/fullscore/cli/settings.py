"""`fullscore settings …`: what an organisation's calendar and money follow."""

import json
from datetime import UTC, datetime
from typing import Annotated

import typer

from fullscore.usecases.host import operator
from fullscore.usecases.settings import closed, documents, organisation

Org = Annotated[
    str | None, typer.Option(envvar="FULLSCORE_ORG", help="The organisation; needed when there are several.")
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON document on standard output.")]

group = typer.Typer(
    no_args_is_help=True, help="Name, zone, working days, fiscal year and currency of an organisation."
)


def mount(app: typer.Typer) -> None:
    """Give `app` the commands about settings."""
    app.add_typer(group, name="settings")


@group.command()
def show(org: Org = None, as_json: AsJson = False) -> None:
    """Show the settings and the next closed days."""
    by = operator(org)
    days = closed.closed_days(by=by, on=datetime.now(UTC).date())
    _say(documents.settings_document(organisation.settings_of(by=by), days), as_json=as_json)


@group.command("set")
def change(
    values: Annotated[list[str], typer.Argument(help="setting=value, such as zone=America/Chicago.")],
    org: Org = None,
    as_json: AsJson = False,
) -> None:
    """Change settings; what is not named stays."""
    given = dict(_pair(value) for value in values)
    now = organisation.change_settings(by=operator(org), changes=given, version=None, now=datetime.now(UTC))
    _say(documents.settings_document(now), as_json=as_json)


def _pair(text: str) -> tuple[str, str]:
    setting, sign, value = text.partition("=")
    if not sign:
        raise typer.BadParameter(f"'{text}' has no '='. Write setting=value.")
    return setting.strip(), value


def _say(document: documents.Document, *, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(document, ensure_ascii=False, indent=2))
        return
    from rich.console import Console  # noqa: PLC0415  who asks for JSON does not wait for drawing
    from rich.table import Table  # noqa: PLC0415  as above

    table = Table(show_header=False, box=None)
    for name, value in document.items():
        if name not in {"schema", "closed_days", "version"}:
            table.add_row(name.replace("_", " "), str(value))
    Console().print(table)
