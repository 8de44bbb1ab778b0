"""Clock times of a place as moments: some do not exist, some come twice, and both are said."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo

from fullscore.engine.calendars.workdays import DAY

END_OF_DAY = "24:00"


class ClockTrouble(StrEnum):
    """What is odd about a clock time on the day clocks change."""

    SKIPPED = "skipped"
    TWICE = "twice"


@dataclass(frozen=True, slots=True)
class Moment:
    """A clock time as a moment in UTC. A skipped time is the end of the gap; of two the first is meant."""

    at: datetime
    trouble: ClockTrouble | None = None


@lru_cache(maxsize=64)
def zone_of(name: str) -> ZoneInfo:
    """Return a time zone; raises `ZoneInfoNotFoundError` for one nobody knows."""
    return ZoneInfo(name)


def moment(day: date, clock: str, zone: str) -> Moment:
    """Return the moment a clock of `zone` shows `clock` ("22:00", "24:00") on a day.

    Raises `ValueError` for what is no clock time.
    """
    if clock == END_OF_DAY:
        return moment(day + DAY, "00:00", zone)
    return _moment(datetime.combine(day, time.fromisoformat(clock)), zone)


def _moment(wall: datetime, zone: str) -> Moment:
    place = zone_of(zone)
    first, second = (wall.replace(tzinfo=place, fold=fold).astimezone(UTC) for fold in (0, 1))
    back = first.astimezone(place).replace(tzinfo=None)
    if back != wall:
        # The offset from before the gap lands behind its end, by as much as the time lies inside it.
        return Moment(_end_of_gap(min(first, second), max(first, second), place), ClockTrouble.SKIPPED)
    return Moment(first, ClockTrouble.TWICE if first != second else None)


def _end_of_gap(low: datetime, high: datetime, place: ZoneInfo) -> datetime:
    """Return the first moment after which the place's offset is the later one; both ends lie around it."""
    before = low.astimezone(place).utcoffset()
    minute = timedelta(minutes=1)
    while high - low > minute:
        middle = low + minute * ((high - low) // minute // 2)
        if middle.astimezone(place).utcoffset() == before:
            low = middle
        else:
            high = middle
    return high


def midnight(day: date, zone: str) -> datetime:
    """Return the moment a local day begins."""
    return moment(day, "00:00", zone).at


def local_day(at: datetime, zone: str) -> date:
    return at.astimezone(zone_of(zone)).date()


def clock_of(at: datetime, zone: str) -> str:
    """Return what a clock of the place shows: "22:00"."""
    return f"{at.astimezone(zone_of(zone)):%H:%M}"
