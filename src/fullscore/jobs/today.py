"""Findings worked out when their inputs have changed and each night; the week's mail when it is due."""

from datetime import UTC, datetime

from fullscore.usecases import today
from fullscore.usecases.today import digests

KIND = today.KIND


def handle(key: str, now: datetime) -> None:
    """Work one organisation's findings out, unless they are up to date; or send one mail."""
    if key.startswith(digests.MAIL):
        digests.deliver(key=key, clock=lambda: datetime.now(UTC))
    else:
        today.advance(key=key, now=now)


def stale(now: datetime) -> tuple[str, ...]:
    """Return the organisations that are behind, and the mails that are due."""
    return (*today.stale(now=now), *digests.due(now=now))
