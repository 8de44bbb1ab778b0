"""A working calendar: weekdays and closed days with their names, and how far apart two working days are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from types import MappingProxyType

DAY = timedelta(days=1)
# A calendar closed for longer than this has no working days worth planning with.
LONGEST_GAP = 366


class NoWorkdayError(ValueError):
    """The calendar is closed for more than a year on end."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Working days of one organisation. `weekdays` counts Monday as 1, as people write it: "12345"."""

    weekdays: str = "12345"
    closed: Mapping[date, str] = field(default_factory=lambda: MappingProxyType({}))

    def __post_init__(self) -> None:
        if not self.weekdays or set(self.weekdays) - set("1234567"):
            raise ValueError(f"Working days are digits 1 (Monday) to 7 (Sunday), not '{self.weekdays}'.")

    def is_workday(self, day: date) -> bool:
        return str(day.isoweekday()) in self.weekdays and day not in self.closed

    def on_or_after(self, day: date) -> date:
        """Return the first working day that is not before `day`."""
        return self._seek(day, DAY)

    def on_or_before(self, day: date) -> date:
        """Return the last working day that is not after `day`."""
        return self._seek(day, -DAY)

    def workdays_after(self, day: date, count: int) -> date:
        """Return the working day `count` working days after `day`; `day` itself is never counted."""
        for _ in range(count):
            day = self._seek(day + DAY, DAY)
        return day

    def workdays_before(self, day: date, count: int) -> date:
        """Return the working day `count` working days before `day`; `day` itself is never counted."""
        for _ in range(count):
            day = self._seek(day - DAY, -DAY)
        return day

    def between(self, start: date, end: date) -> int:
        """Return how many working days lie after `start`, up to and including `end`."""
        span = (end - start).days
        return sum(self.is_workday(start + DAY * step) for step in range(1, span + 1))

    def closed_between(self, start: date, end: date) -> tuple[tuple[date, str], ...]:
        """Return the named closed days in [start, end] that would have been working days."""
        if (end - start).days < len(self.closed):
            span = (start + DAY * step for step in range((end - start).days + 1))
            days = [day for day in span if day in self.closed]
        else:
            days = sorted(day for day in self.closed if start <= day <= end)
        return tuple((day, self.closed[day]) for day in days if str(day.isoweekday()) in self.weekdays)

    def _seek(self, day: date, step: timedelta) -> date:
        for _ in range(LONGEST_GAP):
            if self.is_workday(day):
                return day
            day += step
        raise NoWorkdayError(f"No working day within {LONGEST_GAP} days of {day}.")
