"""`fullscore estate …`: what is not known yet, what rests on what, and until when makers support it."""

import json
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Annotated, Any
from zoneinfo import ZoneInfo

import typer
from django.conf import settings

from fullscore.cli.settings import AsJson, Org
from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.access import Member
from fullscore.usecases import estate
from fullscore.usecases.host import operator
from fullscore.usecases.registers.values import RefusedError
from fullscore.usecases.settings.organisation import settings_of

if TYPE_CHECKING:
    from rich.console import Console

On = Annotated[str | None, typer.Option("--on", help="As if it were this day, 2026-11-23.")]
_PARTS = (
    ("expires", "What expires"), ("unassigned", "What is unassigned"), ("ownerless", "What has no owner"),
    ("gaps", "What is missing"),
)  # fmt: skip
# What each list adds, in the order of the page.
_ADDS = {
    "devices": "a list of devices: who holds what, when warranties end",
    "people": "a list of people: what leavers still have, who has no computer, goals for teams",
    "licences": "a list of licences: what runs out when, seats bought and unused",
    "licence seats": "a list of users with licences: seats of people who left",
    "models": "a list of models with prices: what forecasts cost",
}


def mount(app: typer.Typer) -> None:
    """Give `app` the commands about the estate as a whole."""
    group = typer.Typer(no_args_is_help=True, help="The estate as a whole: what to see to, what is missing.")
    group.command("gaps")(gaps)
    group.command("connect")(connect)
    group.command("support-ends")(support_ends)
    app.add_typer(group, name="estate")


def gaps(on: On = None, org: Org = None, as_json: AsJson = False) -> None:
    """Say what is not known yet and what it is about in money, and what to see to meanwhile."""
    by = operator(org)
    document = estate.completeness(by=by, on=day_meant(on, by))
    if as_json:
        typer.echo(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        _tell(document)


def connect(
    sentence: Annotated[str, typer.Argument(help='Such as "CRM rests on Internet link, M365 login".')],
    adds: Annotated[bool, typer.Option("--add", help="Names nobody knows become services.")] = False,
    org: Org = None,
    as_json: AsJson = False,
) -> None:
    """Write down what rests on what, in a sentence."""
    found = estate.connect(by=operator(org), sentence=sentence, now=datetime.now(UTC), adds=adds)
    if as_json:
        typer.echo(json.dumps(estate.connected_document(found), ensure_ascii=False, indent=2))
    else:
        made = f" New: {', '.join(found.services)}." if found.services else ""
        count = len(found.refs)
        _console().print(f"{count} line{'' if count == 1 else 's'} written down.{made}", highlight=False)


def support_ends(
    search: Annotated[str, typer.Option("--search", help="Every release known by these words.")] = "",
    asks: Annotated[bool, typer.Option("--refresh", help="First ask endoflife.date.")] = False,
    on: On = None,
    org: Org = None,
    as_json: AsJson = False,
) -> None:
    """Say until when makers support what items run, and who says so."""
    by = operator(org)
    asked = estate.refresh(by=by, now=datetime.now(UTC)) if asks else None
    found = estate.supported(by=by, on=day_meant(on, by), search=search)
    document = estate.support_ends_document(found)
    if asked is not None:
        document = estate.refreshed_document(asked, found)
    if as_json:
        typer.echo(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        _tell_ends(document)


def _tell_ends(document: dict[str, Any]) -> None:
    console = _console()
    if "asked_about" in document:
        asked = ", ".join(document["asked_about"]) or "nothing: no item names a product it knows"
        console.print(f"Asked endoflife.date about {asked}.", highlight=False)
    for each in document["releases"]:
        ends = each["ends_on"] or "no day known"
        line = f"- {each['product']} {each['release']}: {ends} ({each['state']}), {len(each['items'])} items"
        console.print(line, highlight=False)
    for each in document["unclear"]:
        said = " or ".join(f"{one['product']} {one['release']}" for one in each["choices"])
        console.print(f"- {said}: not told which, {len(each['items'])} items", highlight=False)
    if document["items_silent"]:
        console.print(f"{document['items_silent']:,} items do not say what they run.", highlight=False)


def day_meant(text: str | None, by: Member) -> date:
    """Return the day meant; without one the day it is in the organisation's zone."""
    if text is None:
        fixed: date | None = settings.ON
        return fixed or datetime.now(UTC).astimezone(ZoneInfo(settings_of(by=by).zone)).date()
    try:
        return date.fromisoformat(text)
    except ValueError:
        values = {"said": text[:64]}
        raise RefusedError(Finding("day-not-understood", Subject("estate", "on"), values)) from None


def _tell(document: dict[str, Any]) -> None:
    console = _console()
    known = document["known"]
    if known["percent"] is not None:
        have, want = (sum(need[name] for need in known["needs"]) for name in ("known", "needed"))
        share = (
            f"Plans find {known['percent']} % of what they need in these rows ({have:,} of {want:,} values)."
        )
        console.print(share, style="bold", highlight=False)
    for part, heading in _PARTS:
        if document[part]:
            console.print(f"\n{heading}", style="bold", highlight=False)
        for one in document[part]:
            console.print(f"- {one['sentence']}", highlight=False)
    if document["next"]:
        console.print("\nWhat to bring next", style="bold", highlight=False)
    for kind in document["next"]:
        console.print(f"- {_ADDS[kind]}", highlight=False)


def _console() -> "Console":
    from rich.console import Console  # noqa: PLC0415  who asks for JSON does not wait for drawing

    return Console()
