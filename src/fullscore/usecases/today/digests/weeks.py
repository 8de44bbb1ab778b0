"""When a weekly mail is due: a weekday and an hour on the wall clock of a zone, once for each ISO week."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_WEEK = timedelta(days=7)
# Minutes until the next try, the last again and again: a server that restarts is met soon, one that is
# gone for days is not knocked at every minute.
_WAITS = (1, 5, 15, 60, 180, 360, 720)


@dataclass(frozen=True, slots=True)
class Schedule:
    """`weekday` counts from Monday, 1, to Sunday, 7."""

    weekday: int
    at: time
    zone: str


@dataclass(frozen=True, slots=True)
class Due:
    """One week's mail: `key` is the ISO week (2026-W53), `at` a moment in UTC."""

    key: str
    at: datetime


def latest(schedule: Schedule, now: datetime) -> Due:
    """Return the last mail that was due at `now` or before."""
    return max((due for due in _around(schedule, now) if due.at <= now), key=lambda due: due.at)


def following(schedule: Schedule, now: datetime) -> Due:
    """Return the first mail that is due after `now`."""
    return min((due for due in _around(schedule, now) if due.at > now), key=lambda due: due.at)


def wait(attempts: int) -> timedelta:
    """Return how long to wait after so many tries that failed."""
    return timedelta(minutes=_WAITS[min(attempts, len(_WAITS)) - 1])


def _around(schedule: Schedule, now: datetime) -> tuple[Due, ...]:
    here = now.astimezone(ZoneInfo(schedule.zone)).date()
    monday = here - timedelta(days=here.isoweekday() - 1)
    return tuple(_due(schedule, monday + weeks * _WEEK) for weeks in (-2, -1, 0, 1, 2))


def _due(schedule: Schedule, monday: date) -> Due:
    year, week, _ = monday.isocalendar()
    day = monday + timedelta(days=schedule.weekday - 1)
    # An hour the clock skips comes as much later as it skips; one it shows twice is the first of the two.
    there = datetime.combine(day, schedule.at, ZoneInfo(schedule.zone))
    return Due(f"{year}-W{week:02}", there.astimezone(UTC))
