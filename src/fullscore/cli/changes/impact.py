"""`fullscore changes impact`: what fails with the firewall, who waits then and what it costs."""

import json
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any

import typer

from fullscore.cli.estate import On, day_meant
from fullscore.cli.settings import AsJson, Org
from fullscore.engine.money.amounts import words
from fullscore.usecases import estate
from fullscore.usecases.host import operator

if TYPE_CHECKING:
    from rich.console import Console

Of = Annotated[list[str], typer.Argument(help="What fails: its name, or items:fw-1; several fail together.")]
Hours = Annotated[float | None, typer.Option(min=0.1, max=2160, help="How long; without it a working day.")]
Begin = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%dT%H:%M"], help="From when, 2026-11-23T09:00 on this machine's clock."),
]


def add_to(group: typer.Typer) -> None:
    """Give the commands of changes the one about what fails with what."""
    group.command("impact")(impact)


def impact(
    of: Of, hours: Hours = None, begin: Begin = None, on: On = None, org: Org = None, as_json: AsJson = False
) -> None:
    """Say what is down or worse when these fail, who waits then and what it costs."""
    by = operator(org)
    found = estate.impacted(
        by=by, of=of, on=day_meant(on, by), begin=begin.astimezone() if begin else None,
        hours=None if hours is None else Decimal(str(hours)),
    )  # fmt: skip
    document = estate.impact_document(found)
    if as_json:
        typer.echo(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        _tell(document)


def _tell(document: dict[str, Any]) -> None:
    console = _console()
    console.print(_title(document), style="bold", highlight=False)
    for one in document["services"]:
        who = "nobody has said who uses it" if one["people"] is None else f"{one['people']} people"
        owner = f", owner {one['owner_name']}" if one["owner_name"] else ", no owner"
        console.print(f"- {one['sentence']} {who}{owner}.", highlight=False)
    for one in document["things"]:
        console.print(f"- {one['sentence']}", highlight=False)


def _title(document: dict[str, Any]) -> str:
    names = " and ".join(one["name"] for one in document["of"])
    count = len(document["services"])
    if not count:
        return f"{names} takes no service along."
    title = f"{names} takes {count} service{'' if count == 1 else 's'} along"
    if document["people_hours"] is not None:
        title += f": {document['people_hours']:,.0f} hours of {document['people']} people"
    if document["cost"] is not None:
        title += f", {words(Decimal(document['cost']), document['currency'])}"
    return f"{title}, from {document['begin'][:16]} to {document['end'][:16]}."


def _console() -> "Console":
    from rich.console import Console  # noqa: PLC0415  who asks for JSON does not wait for drawing

    return Console()
