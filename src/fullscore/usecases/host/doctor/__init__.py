"""`fullscore doctor`: everything an operator would look at, looked at; each with what to do."""

from collections.abc import Callable
from datetime import datetime

from fullscore.usecases.host.doctor import data, folder, outside, surroundings, work
from fullscore.usecases.host.doctor.check import Check, State, broken

__all__ = ["Check", "State", "examine"]

CHECKS: tuple[Callable[[datetime], Check], ...] = (
    *surroundings.CHECKS,
    *folder.CHECKS,
    *data.CHECKS,
    *work.CHECKS,
    *outside.CHECKS,
)


def examine(*, now: datetime) -> tuple[Check, ...]:
    """Return every check; one that cannot be made is a failure, not a silence."""
    return tuple(_made(check, now) for check in CHECKS)


def _made(check: Callable[[datetime], Check], now: datetime) -> Check:
    try:
        return check(now)
    except Exception as error:  # noqa: BLE001  a doctor who faints helps nobody
        name = check.__name__.replace("_", "-")
        why = str(error).strip().partition("\n")[0] or type(error).__name__
        return broken(name, f"This could not be checked: {why}", "Mend what failed above it first.")
