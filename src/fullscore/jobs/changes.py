"""Dates of changes, found for whoever asked on the page; and silence of owners, which counts as agreed."""

from datetime import UTC, datetime

from fullscore.usecases import changes
from fullscore.usecases.changes import living

KIND = changes.KIND


def handle(key: str, now: datetime) -> None:
    """Find the dates one run asks for, unless somebody is at it or it is over; or note one silence."""
    if key.startswith(living.SILENCE):
        living.note_silence(key=key, now=now)
    else:
        changes.advance(key=key, clock=lambda: datetime.now(UTC))


def stale(now: datetime) -> tuple[str, ...]:
    """Return the runs that wait and nobody works on, and the questions whose last day is over."""
    return (*changes.stale(now=now), *living.silent(now=now))
