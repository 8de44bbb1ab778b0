"""Putting away sessions and links that have run out."""

from datetime import datetime

from fullscore.usecases.accounts import tidying

KIND = "accounts"


def handle(_key: str, now: datetime) -> None:
    """Put away what has run out; doing it twice does nothing more."""
    tidying.tidy(now=now)


def stale(now: datetime) -> tuple[str, ...]:
    """Return one key when anything has run out."""
    return ("run-out",) if tidying.is_untidy(now=now) else ()
