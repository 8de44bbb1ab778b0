"""Choices, cuts, frontiers, cases and simulations for whoever asked on a page or by REST."""

from datetime import UTC, datetime

from fullscore.usecases.budget import working

KIND = working.KIND


def handle(key: str, now: datetime) -> None:
    """Answer one run, unless it is being answered."""
    working.advance(key=key, clock=lambda: datetime.now(UTC))


def stale(now: datetime) -> tuple[str, ...]:
    """Return the runs that wait and nobody works on."""
    return working.stale(now=now)
