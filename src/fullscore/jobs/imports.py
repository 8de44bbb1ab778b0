"""Imports in the background: go on where the last worker stopped, and look into the watched folder."""

from datetime import UTC, datetime

from fullscore.usecases import imports

KIND = imports.KIND


def handle(key: str, now: datetime) -> None:
    """Apply what is left of one import, unless somebody has it in hand; or bring in what was dropped."""
    if key == imports.INBOX:
        imports.take_in(now=now)
    else:
        imports.advance(key=key, clock=lambda: datetime.now(UTC))


def stale(now: datetime) -> tuple[str, ...]:
    """Return the imports that are unfinished and in nobody's hands, and the inbox when files lie there."""
    inbox = (imports.INBOX,) if imports.is_filled(now=now) else ()
    return (*inbox, *imports.stale(now=now))
