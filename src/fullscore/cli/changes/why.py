"""`fullscore changes why|move|calendar`: one change's date, why, and another one; and all of them."""

import json
from datetime import UTC, date, datetime
from typing import Annotated, Any

import typer

from fullscore.cli.changes.schedule import moment, tell_unplaced
from fullscore.cli.estate import On, day_meant
from fullscore.cli.settings import AsJson, Org
from fullscore.usecases import changes
from fullscore.usecases.host import operator

Ref = Annotated[str, typer.Argument(help="The change's ref.")]
Start = Annotated[str, typer.Argument(help="Day and time on the organisation's clock: 2026-12-12T22:00.")]
Look = Annotated[bool, typer.Option("--look", help="Only say what stands against it; write nothing.")]
Yes = Annotated[bool, typer.Option("--yes", help="Also a date that people were told.")]
First = Annotated[str, typer.Argument(help="The first day, 2026-12-01.")]
Last = Annotated[str, typer.Argument(help="The last day.")]
Without = Annotated[
    list[str] | None, typer.Option("--without", help="What if this rule did not hold: freeze:stocktaking.")
]


def add_to(group: typer.Typer) -> None:
    """Give the commands of the register of changes those about one date."""
    group.command("why")(why)
    group.command("move")(move)
    group.command("calendar")(calendar)


def why(ref: Ref, without: Without = None, on: On = None, org: Org = None, as_json: AsJson = False) -> None:
    """Say why a change lies where it does, or what leaves it no date."""
    by, now = operator(org), datetime.now(UTC)
    asked = changes.asked_for(without or ())
    found = changes.why(by=by, ref=ref, on=day_meant(on, by), now=now, asked=asked)
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        _tell(found)


def _tell(found: dict[str, Any]) -> None:
    if found["unplaced"]:
        tell_unplaced(found["unplaced"])
        return
    each = found["placed"]
    typer.echo(f"{each['name']}: {moment(each['start'])} to {moment(each['end'])}")
    for rule in found["rules"]:
        typer.echo(f"    Against it: {rule['sentence']}")
    for reason in each["why"]:
        typer.echo(f"    Not earlier: {reason['sentence']}")
    for at in each["alternatives"]:
        typer.echo(f"    Also: {moment(at)}")


def move(
    ref: Ref, start: Start, look: Look = False, yes: Yes = False, on: On = None, org: Org = None,
    as_json: AsJson = False,
) -> None:  # fmt: skip
    """Give a change another date, and say what stands against it there."""
    by, now = operator(org), datetime.now(UTC)
    at, day = changes.moment_for(by=by, text=start), day_meant(on, by)
    if look:
        found = changes.tried_document(changes.try_move(by=by, ref=ref, start=at, on=day, now=now))
    else:
        moved = changes.move(by=by, ref=ref, start=at, version=None, on=day, now=now, is_confirmed=yes)
        found = changes.moved_document(moved)
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        _tell_moved(found)


def _tell_moved(found: dict[str, Any]) -> None:
    typer.echo(f"{found['name']}: {moment(found['start'])} to {moment(found['end'])}")
    for rule in found["rules"]:
        typer.echo(f"    Against it: {rule['sentence']}")
    for each in found.get("dates", ()):
        typer.echo(f"    Works: {moment(each['start'])}")


def calendar(first: First, last: Last, on: On = None, org: Org = None, as_json: AsJson = False) -> None:
    """Say what lies in some days: changes, windows, freezes, events, absences."""
    by, now = operator(org), datetime.now(UTC)
    days = [date.fromisoformat(f"{changes.moment_for(by=by, text=f'{each}T12:00'):%Y-%m-%d}")
            for each in (first, last)]  # fmt: skip
    found = changes.board_document(
        changes.board(by=by, on=day_meant(on, by), now=now, begin=days[0], end=max(days))
    )
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        _tell_calendar(found)


def _tell_calendar(found: dict[str, Any]) -> None:
    for each in found["changes"]:
        at = moment(each["start"]) if each["start"] else "no date"
        typer.echo(f"{at}  {each['name']} ({each['state']})")
        for rule in each["rules"]:
            typer.echo(f"    Against it: {rule['sentence']}")
    for bar in found["bars"]:
        typer.echo(f"{moment(bar['start'])} to {moment(bar['end'])}  {bar['kind']}: {bar['name']}")
