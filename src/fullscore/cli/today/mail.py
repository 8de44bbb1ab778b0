"""`fullscore digest`: this week's mail to one person, printed or sent."""

import json
from datetime import UTC, datetime
from typing import Annotated

import typer

from fullscore.cli.context import FAILED
from fullscore.cli.settings import AsJson, Org
from fullscore.engine.registers.access import Member
from fullscore.usecases.host import operator
from fullscore.usecases.today import digests

To = Annotated[str, typer.Option("--to", help="Who gets it.")]
Kind = Annotated[
    str | None,
    typer.Option(
        help="list: every line; brief: three lines and what needs deciding. Else theirs, or the list."
    ),
]
Dry = Annotated[bool, typer.Option("--dry-run", help="Print the mail; send and keep nothing.")]


def mount(app: typer.Typer) -> None:
    """Give `app` the command about the weekly mail."""
    app.command("digest")(digest)


def digest(to: To, kind: Kind = None, dry_run: Dry = False, org: Org = None, as_json: AsJson = False) -> None:
    """Send this week's mail to one person now, or print it."""
    by = operator(org)
    if dry_run:
        _print(by, to, kind, as_json=as_json)
    else:
        _send(by, to, kind, as_json=as_json)


def _print(by: Member, to: str, kind: str | None, *, as_json: bool) -> None:
    letter = digests.try_out(by=by, email=to, kind=kind, now=datetime.now(UTC))
    if as_json:
        typer.echo(json.dumps(digests.letter_document(letter), ensure_ascii=False, indent=2))
        return
    typer.echo(f"To: {letter.to}\nSubject: {letter.subject}\n\n{letter.text}", nl=False)


def _send(by: Member, to: str, kind: str | None, *, as_json: bool) -> None:
    done = digests.send_at_once(by=by, email=to, kind=kind, clock=lambda: datetime.now(UTC))
    if as_json:
        typer.echo(json.dumps(digests.delivery_document(done, to), ensure_ascii=False, indent=2))
    if done.state == "sent":
        typer.echo(f"Sent to {to}: {done.lines} {'line' if done.lines == 1 else 'lines'}.", err=True)
        return
    again = " A worker tries again." if done.state == "waiting" else ""
    typer.echo(f"Not sent: {done.error or 'another worker has it in hand.'}{again}", err=True)
    raise typer.Exit(FAILED)
