"""Imports in the background: go on where the last worker stopped."""

from datetime import UTC, datetime

from fullscore.usecases import imports

KIND = imports.KIND


def handle(key: str, now: datetime) -> None:
    """Apply what is left of one import, unless somebody has it in hand."""
    imports.advance(key=key, clock=lambda: datetime.now(UTC))


def stale(now: datetime) -> tuple[str, ...]:
    """Return the imports that are unfinished and in nobody's hands."""
    return imports.stale(now=now)
