"""Packs for whoever asked on a page, by REST or in a shell that does not wait."""

from datetime import UTC, datetime

from fullscore.usecases.reports import working

KIND = working.KIND


def handle(key: str, now: datetime) -> None:
    """Make one pack, unless it is being made."""
    working.advance(key=key, clock=lambda: datetime.now(UTC))


def stale(now: datetime) -> tuple[str, ...]:
    """Return the packs that wait and nobody works on."""
    return working.stale(now=now)
