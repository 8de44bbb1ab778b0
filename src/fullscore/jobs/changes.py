"""Dates of changes for whoever asked on the page; silence of owners, which is agreement; calendars anew."""

from datetime import UTC, datetime

from fullscore.usecases import changes
from fullscore.usecases.changes import calendars, living

KIND = changes.KIND


def handle(key: str, now: datetime) -> None:
    """Find the dates one run asks for, unless they are being found; note one silence; or read a calendar."""
    if key.startswith(calendars.KEY):
        calendars.read_again(key=key, now=now)
    elif key.startswith(living.SILENCE):
        living.note_silence(key=key, now=now)
    else:
        changes.advance(key=key, clock=lambda: datetime.now(UTC))


def stale(now: datetime) -> tuple[str, ...]:
    """Return the runs that wait and nobody works on, and the questions whose last day is over."""
    return (*changes.stale(now=now), *living.silent(now=now), *calendars.stale(now=now))
