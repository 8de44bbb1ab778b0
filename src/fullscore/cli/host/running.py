"""What serve, web and demo share: their options, and how this process becomes the parent of others."""

import os
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from fullscore.cli.host.parent import LINK
from fullscore.usecases import host
from fullscore.usecases.host import NewerDatabaseError

Host = Annotated[str, typer.Option("--host", help="The address to listen on; 0.0.0.0 for all.")]
Port = Annotated[int, typer.Option(min=0, max=65535, help="0 takes a free one.")]
ReadyFile = Annotated[Path | None, typer.Option(help="Written with the address once pages are served.")]
Certificate = Annotated[Path | None, typer.Option(exists=True, dir_okay=False, help="TLS certificate, PEM.")]
Key = Annotated[Path | None, typer.Option(exists=True, dir_okay=False, help="Its key, PEM.")]
On = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Take this day for today.")]


@dataclass(frozen=True, slots=True)
class Wish:
    """How pages are to be served."""

    host: str
    port: int
    ready_file: Path | None
    cert: Path | None
    key: Path | None
    on: datetime | None
    has_worker: bool = True
    # Whose door the printed link opens where there are several organisations.
    organisation: str | None = None

    def __post_init__(self) -> None:
        if (self.cert is None) != (self.key is None):
            raise typer.BadParameter("A certificate needs its key: give --cert and --key.")

    @property
    def arguments(self) -> list[str]:
        files = (("--ready-file", self.ready_file), ("--cert", self.cert), ("--key", self.key))
        named = [part for name, path in files if path for part in (name, str(path))]
        more = [] if self.has_worker else ["--without-worker"]
        return ["--host", self.host, "--port", str(self.port), *named, *more]

    @property
    def variables(self) -> dict[str, str]:
        day = {"FULLSCORE_ON": f"{self.on:%Y-%m-%d}"} if self.on else {}
        # With our own certificate nothing travels in the clear: neither shall the cookies.
        return day | ({"FULLSCORE_HTTPS": "1"} if self.cert else {})


def run(wish: Wish) -> NoReturn:
    """Make ready and become the parent of web and worker; a newer database gets a page that refuses."""
    now = datetime.now(UTC)
    try:
        host.prepare(now=now, say=note)
    except NewerDatabaseError as error:
        become("fullscore.cli.host.parent", *wish.arguments, "--refuse", str(error))
    if not host.is_begun():
        note("There is no organisation yet. `fullscore init --org NAME --owner EMAIL` makes the first.")
    link = host.sign_in_link(now=now, wanted=wish.organisation)
    variables = wish.variables | ({LINK: link.path} if link else {})
    become("fullscore.cli.host.parent", *wish.arguments, **variables)


def note(text: str) -> None:
    """Say how the work goes on, apart from its result."""
    typer.echo(text, err=True)


def become(module: str, *arguments: str, **variables: str) -> NoReturn:
    """Turn this process into another module's, so that none of Django's memory stays behind."""
    sys.stdout.flush()
    os.execve(sys.executable, [sys.executable, "-m", module, *arguments], os.environ | variables)  # noqa: S606


def again(**variables: str) -> NoReturn:
    """Run the same command once more with other variables, which settings read once at the start."""
    become("fullscore.cli.main", *sys.argv[1:], **variables)
