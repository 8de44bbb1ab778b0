"""`fullscore settings …`: what an organisation's calendar and money follow."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from fullscore.usecases.host import operator
from fullscore.usecases.settings import branding, closed, documents, organisation

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


@group.command()
def brand(
    colour: Annotated[str | None, typer.Option(help="#2f52cc; empty: as shipped.")] = None,
    paper: Annotated[str | None, typer.Option(help="letter or a4; empty: as usual in the country.")] = None,
    year_label: Annotated[str | None, typer.Option(help="year (2027), FY (FY27) or span (2026/27).")] = None,
    logo: Annotated[Path | None, typer.Option(help="A PNG, JPEG or SVG of at most 1 MB.")] = None,
    no_logo: Annotated[bool, typer.Option("--no-logo", help="Print none any more.")] = False,
    org: Org = None,
    as_json: AsJson = False,
) -> None:
    """Show or change how packs look; what is not named stays."""
    by, now = operator(org), datetime.now(UTC)
    given = {"colour": colour, "paper": paper, "year_label": year_label}
    changes = {name: text for name, text in given.items() if text is not None}
    if logo is not None:
        branding.put_logo(by=by, content=_content(logo), now=now)
    if no_logo:
        branding.drop_logo(by=by, now=now)
    if changes:
        branding.change_brand(by=by, changes=changes, version=None, now=now)
    _say(branding.brand_document(branding.branding_of(by=by)), as_json=as_json)


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(branding.LIMIT_MB * 1024 * 1024 + 1)
    except OSError as error:
        raise typer.BadParameter(f"{path} cannot be read: {error.strerror}.") from error


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
