"""`fullscore changes calendars|calendar-add|calendar-remove`: calendars kept elsewhere."""

import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from fullscore.cli.estate import On, day_meant
from fullscore.cli.settings import AsJson, Org
from fullscore.usecases.changes import calendars
from fullscore.usecases.host import operator

Place = Annotated[str, typer.Argument(help="A file, or an address that begins with https:// or webcal://.")]
Name = Annotated[str, typer.Argument(help="What it is called here.")]
Number = Annotated[int, typer.Argument(help="Its number, as `changes calendars` says it.")]
Means = Annotated[str, typer.Option("--means", help=f"What its days are: {', '.join(calendars.MEANS)}.")]
Person = Annotated[str, typer.Option("--person", help="Whose absences they are: a person's ref.")]
Service = Annotated[str, typer.Option("--service", help="Only this service is frozen: its ref.")]


def add_to(group: typer.Typer) -> None:
    """Give the commands of the register of changes those of calendars."""
    group.command("calendars")(listed)
    group.command("calendar-add")(add)
    group.command("calendar-remove")(remove)


def listed(org: Org = None, as_json: AsJson = False) -> None:
    """List the calendars, how old the copy of each is, and why the last reading failed."""
    found = calendars.listed(by=operator(org))
    if as_json:
        _print(found)
        return
    for one in found:
        _tell(one)
    if not found:
        typer.echo("There is no calendar yet. Bring one in with `fullscore changes calendar-add`.")


def add(
    name: Name, place: Place, means: Means = "hard freeze", person: Person = "", service: Service = "",
    on: On = None, org: Org = None, as_json: AsJson = False,
) -> None:  # fmt: skip
    """Bring a calendar in by its file, or by an address that is then read again every hour."""
    by, is_address = operator(org), "://" in place
    content = None if is_address else _content(Path(place))
    found = calendars.add(
        by=by, name=name, means=means, now=datetime.now(UTC), on=day_meant(on, by), content=content,
        address=place if is_address else "", person=person, service=service,
    )  # fmt: skip
    if as_json:
        _print((found,))
    else:
        _tell(found)


def remove(number: Number, org: Org = None) -> None:
    """Take a calendar out, with all that was read from it."""
    name = calendars.remove(by=operator(org), number=number, now=datetime.now(UTC))
    typer.echo(f"{name} is gone, with all that was read from it.")


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise typer.BadParameter(f"{path} cannot be read: {error.strerror}.") from error


def _print(found: tuple[calendars.Source, ...]) -> None:
    told = {"schema": "fullscore/change-calendars/1", "calendars": [_document(one) for one in found]}
    typer.echo(json.dumps(told, ensure_ascii=False, indent=2))


def _document(one: calendars.Source) -> dict[str, Any]:
    times = {"read_at": one.read_at, "tried_at": one.tried_at}
    return {
        **asdict(one), "notes": list(one.notes),
        **{name: at.isoformat() if at else None for name, at in times.items()},
    }  # fmt: skip


def _tell(one: calendars.Source) -> None:
    read = f"read {one.read_at:%Y-%m-%d %H:%M} UTC" if one.read_at else "never read"
    about = f", {one.about}" if one.about else ""
    typer.echo(f"{one.number}  {one.name}: {one.means}{about}, {one.events} days and times, {read}")
    for note in (*((f"Not read again: {one.error}",) if one.error else ()), *one.notes):
        typer.echo(f"   {note}")
