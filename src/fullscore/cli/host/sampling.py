"""`fullscore demo`: the sample company, in a home of its own."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from fullscore.cli.host import running
from fullscore.usecases import host

HOME = Path.home() / ".local/share/fullscore-demo"


def demo(
    on: running.On = None,
    host_name: running.Host = "127.0.0.1",
    port: running.Port = 8000,
    ready_file: running.ReadyFile = None,
    load_only: Annotated[bool, typer.Option("--load-only", help="Load the company; start nothing.")] = False,
) -> None:
    """Load a manufacturer of 200 people from files in real export formats, and start."""
    if not os.environ.get("FULLSCORE_HOME"):
        running.again(FULLSCORE_HOME=str(HOME))
    now = datetime.now(UTC)
    host.prepare(now=now, say=running.note)
    day = host.bring_sample(on=on.date() if on else None, today=now.date(), now=now, say=running.note)
    running.note(f"The sample's today is {day}.")
    if not load_only:
        shown = datetime(day.year, day.month, day.day, tzinfo=UTC)
        running.run(running.Wish(host_name, port, ready_file, None, None, shown))
