"""How far what Today says can be trusted: sources and their age, the worker, backups, and the days ahead."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from fullscore.engine.registers.access import Member
from fullscore.store import reading
from fullscore.store import today as store
from fullscore.usecases.settings.closed import closed_days
from fullscore.usecases.today.values import NextDay, Night

AHEAD = timedelta(days=14)
NIGHTS = 14
DAY = timedelta(days=1)


def next_days(by: Member, on: date) -> tuple[NextDay, ...]:
    """Return closed days and events of the next two weeks, nearest first; what has begun is among them."""
    until = on + AHEAD
    closed = (NextDay(day.on, day.on, day.name, True) for day in closed_days(by=by, on=on) if day.on <= until)
    events = (
        NextDay(start, end, name, is_closed)
        for name, start, end, is_closed in reading.read_closures(by.organisation_id)
        if start <= until and end >= on
    )
    return tuple(sorted((*closed, *events), key=lambda day: (day.on, day.name)))


def nights(on: date) -> tuple[Night, ...]:
    """Return the last fourteen nights, the oldest first; a night's key is the day it ends on."""
    first = on - DAY * (NIGHTS - 1)
    known = store.nights(first)
    days = (first + DAY * step for step in range(NIGHTS))
    return tuple(Night(day, *known.get(day.isoformat(), ("", ""))) for day in days)


def day_of(zone: str, now: datetime, fixed: date | None) -> date:
    """Return the day it is in a zone, or the day the program was told it is."""
    return fixed or now.astimezone(ZoneInfo(zone)).date()
