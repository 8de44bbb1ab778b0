"""init, serve, web, worker, demo, backup, restore, upgrade, doctor."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from fullscore.cli.host import doctoring, running, sampling
from fullscore.usecases import host

PANEL = "The host"


def mount(app: typer.Typer) -> None:
    """Give `app` the host's commands."""
    commands = (init, serve, web, worker, backup, restore, upgrade)
    for command in (*commands, sampling.demo, doctoring.doctor):
        app.command(rich_help_panel=PANEL)(command)


def init(
    org: Annotated[str | None, typer.Option(help="The organisation's name; asked for when left out.")] = None,
    owner: Annotated[
        str | None, typer.Option(help="The first owner's e-mail; asked for when left out.")
    ] = None,
    currency: str = "USD",
    country: str = "US",
    subdivision: Annotated[str, typer.Option(help="State or province, as OH.")] = "",
    zone: Annotated[str, typer.Option(help="Time zone.")] = "America/New_York",
    fiscal_start: Annotated[str, typer.Option(help="The month in which the fiscal year begins.")] = "1",
) -> None:
    """Make an organisation and print the link that makes its owner."""
    name, email = (
        _told(org, "--org", "Name of the organisation"),
        _told(owner, "--owner", "E-mail of its owner"),
    )
    now = datetime.now(UTC)
    host.prepare(now=now, say=running.note)
    given = {
        "name": name, "currency": currency, "country": country, "subdivision": subdivision, "zone": zone,
        "fiscal_start_month": fiscal_start,
    }  # fmt: skip
    made = host.begin(given=given, owner=email, is_sample=False, now=now)
    typer.echo(f"{made.name} is ready. `fullscore serve` starts it and prints the address.")
    typer.echo(f"Its owner signs in once, within 15 minutes, at <address>{made.link.path}")
    typer.echo("Until somebody has, `fullscore serve` prints a fresh link.")


def _told(given: str | None, option: str, question: str) -> str:
    """Return what was given, else ask whoever sits at the terminal; nobody there is a refusal."""
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise typer.BadParameter(f"{option} is missing. Say {option} and what it is.", param_hint=option)
    return str(typer.prompt(question))


def serve(
    host_name: running.Host = "127.0.0.1",
    port: running.Port = 8000,
    ready_file: running.ReadyFile = None,
    cert: running.Certificate = None,
    key: running.Key = None,
    on: running.On = None,
) -> None:
    """Start pages and worker, and stop both with Ctrl+C."""
    running.run(running.Wish(host_name, port, ready_file, cert, key, on))


def web(
    host_name: running.Host = "127.0.0.1",
    port: running.Port = 8000,
    ready_file: running.ReadyFile = None,
    cert: running.Certificate = None,
    key: running.Key = None,
    on: running.On = None,
) -> None:
    """Start pages only; a worker must run elsewhere."""
    running.run(running.Wish(host_name, port, ready_file, cert, key, on, has_worker=False))


def worker() -> None:
    """Start a worker only; as many as there is work for."""
    host.prepare(now=datetime.now(UTC), say=running.note)
    running.become("fullscore.conf.working")


def backup(file: Annotated[Path, typer.Argument(help="The archive to write, as fullscore.zip.")]) -> None:
    """Write everything into one verified file, while people go on working."""
    made = host.back_up(file=file, now=datetime.now(UTC))
    typer.echo(f"{made.file}: {made.rows} rows, {made.size / 2**20:.1f} MB, read back and found whole.")


def restore(
    file: Annotated[Path, typer.Argument(help="An archive that `fullscore backup` wrote.")],
    home: Annotated[
        Path | None, typer.Option(help="The folder to restore into, instead of FULLSCORE_HOME.")
    ] = None,
) -> None:
    """Check an archive, build a database from it beside the present one, and swap them."""
    if home is not None and os.environ.get("FULLSCORE_HOME") != str(home.absolute()):
        running.again(FULLSCORE_HOME=str(home.absolute()))
    made = host.restore(file=file, now=datetime.now(UTC), say=running.note)
    typer.echo(f"Restored {made.rows} rows as they were on {made.made_at}. Everybody signs in anew.")
    if made.aside is not None:
        typer.echo(f"The database that was here is kept as {made.aside}.")


def upgrade() -> None:
    """Bring the database to this program's version, after a backup; `serve` does the same."""
    host.prepare(now=datetime.now(UTC), say=running.note)
    typer.echo("The database is up to date.")
