"""`fullscore today`: every finding in the order in which it is worth doing."""

import json
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer
from django.conf import settings

from fullscore.cli.settings import AsJson, Org
from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.money.amounts import words
from fullscore.engine.registers.access import Member
from fullscore.usecases import today
from fullscore.usecases.host import operator
from fullscore.usecases.registers.values import RefusedError
from fullscore.usecases.settings.organisation import settings_of
from fullscore.usecases.today import KeptLine, Today

if TYPE_CHECKING:
    from rich.console import Console

On = Annotated[str | None, typer.Option("--on", help="As if it were this day, 2026-11-23; stores nothing.")]


def mount(app: typer.Typer) -> None:
    """Give `app` the command about this week."""
    app.command("today")(this_week)


def this_week(on: On = None, org: Org = None, as_json: AsJson = False) -> None:
    """Say what to do this week, in order, by when, and what waiting costs."""
    by, now = operator(org), datetime.now(UTC)
    found = today.current(by=by, on=_day(on, by, now), now=now)
    if as_json:
        typer.echo(json.dumps(today.today_document(found), ensure_ascii=False, indent=2))
    else:
        _tell(found)


def _day(text: str | None, by: Member, now: datetime) -> date:
    """Return the day meant; without one the day it is in the organisation's zone."""
    if text is None:
        fixed: date | None = settings.ON
        return fixed or now.astimezone(ZoneInfo(settings_of(by=by).zone)).date()
    try:
        return date.fromisoformat(text)
    except ValueError:
        values = {"said": text[:64]}
        raise RefusedError(Finding("day-not-understood", Subject("today", "on"), values)) from None


def _tell(found: Today) -> None:
    from rich.table import Table  # noqa: PLC0415  who asks for JSON does not wait for drawing

    console = _console()
    console.print(_head(found), style="bold", highlight=False)
    table = Table("", "What", "Act by", "Waiting a week costs", "Hours", box=None)
    for line in found.lines:
        table.add_row(*_cells(line, found.currency))
    console.print(table)
    for sentence in _foot(found):
        console.print(sentence, highlight=False)


def _cells(line: KeptLine, currency: str) -> tuple[str, ...]:
    act_by = line.act_by.isoformat() if line.act_by else ""
    cost = "not known" if line.cost is None else words(line.cost, currency)
    title = str(line.document.get("title") or line.ref)
    return (
        str(line.rank),
        title,
        act_by,
        "in another line" if line.is_counted_elsewhere else cost,
        f"{line.hours:f}",
    )


def _head(found: Today) -> str:
    free = "" if found.free is None else f" of {found.free:f} hours somebody has"
    count = len(found.lines)
    cost = "" if found.cost is None else f" Waiting a week costs {words(found.cost, found.currency)}."
    return f"{count} to do this week, {found.hours:f} hours{free}.{cost}"


def _foot(found: Today) -> list[str]:
    told = []
    if found.is_more_than_a_week:
        told.append("It is more than a week: ask for help, or let what costs least wait.")
    if found.rest:
        told.append(f"{len(found.rest)} more can wait; --json lists them.")
    if found.unpriced:
        told.append(f"For {found.unpriced} nobody can say yet what waiting costs.")
    if found.error:
        told.append(f"The last time it was worked out something went wrong: {found.error}")
    return told


def _console() -> "Console":
    from rich.console import Console  # noqa: PLC0415  who asks for JSON does not wait for drawing

    return Console()
