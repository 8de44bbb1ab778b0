"""`fullscore demo`: a sample company, in a home of its own."""

import os
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Annotated

import typer

from fullscore.cli.host import running
from fullscore.usecases import host
from fullscore.usecases.host.companies import Sample

HOME = Path.home() / ".local/share/fullscore-demo"
Which = Annotated[Sample, typer.Option("--company", help="Another one is loaded beside what is there.")]


def demo(
    company: Which = Sample.MANUFACTURER,
    on: running.On = None,
    host_name: running.Host = "127.0.0.1",
    port: running.Port = 8000,
    ready_file: running.ReadyFile = None,
    load_only: Annotated[bool, typer.Option("--load-only", help="Load the company; start nothing.")] = False,
) -> None:
    """Load a sample company from files in real export formats, and start.

    A manufacturer of 200 people, a healthcare provider of 140 in five clinics, or builders, 90 people.
    """
    if not os.environ.get("FULLSCORE_HOME"):
        running.again(FULLSCORE_HOME=str(HOME))
    now = datetime.now(UTC)
    host.prepare(now=now, say=running.note)
    asked = on.date() if on else None
    there = host.bring_sample(company=company, on=asked, today=now.date(), now=now, say=running.note)
    running.note(f"The sample's today is {there.day}.")
    if not load_only:
        shown = datetime.combine(there.day, time(), UTC)
        wish = running.Wish(host_name, port, ready_file, None, None, shown, organisation=there.organisation)
        running.run(wish)
