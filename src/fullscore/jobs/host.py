"""The host's work by the clock: a backup each night."""

from datetime import UTC, datetime

from fullscore.usecases.host import periodic

KIND = "backup"


def handle(key: str, now: datetime) -> None:
    """Write the backup of one night, unless somebody has it in hand."""
    periodic.back_up_night(night=key, now=now, clock=lambda: datetime.now(UTC))


def stale(now: datetime) -> tuple[str, ...]:
    """Return the nights whose backup is due and nobody writes."""
    return periodic.nights_due(now=now)
