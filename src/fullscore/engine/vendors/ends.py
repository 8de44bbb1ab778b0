"""The days on which the terms of a contract end: one anchored day, so many months apart.

The month is counted, the day is kept: ends on 31 January, monthly, are 28 February and 31 March. A month
without that day ends a term on its own last day. Nothing is walked: every answer is a little arithmetic.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)
_SHORTEST = 28  # Every month has so many days: most dates need no look at how long theirs is.
_FIRST_MONTH = date.min.year * 12 + date.min.month - 1
_LAST_MONTH = date.max.year * 12 + date.max.month - 1


def month_of(day: date) -> int:
    """Return the number of a month, counted on through the years."""
    return day.year * 12 + day.month - 1


def day_in(month: int, day: int) -> date | None:
    """Return that day of a month, or the month's last day; None where the calendar has ended or not begun."""
    if not _FIRST_MONTH <= month <= _LAST_MONTH:
        return None
    year, of_year = divmod(month, 12)
    if day > _SHORTEST:
        day = min(day, monthrange(year, of_year + 1)[1])
    return date(year, of_year + 1, day)


def month_end(day: date) -> date:
    return date(day.year, day.month, monthrange(day.year, day.month)[1])


def quarter_end(day: date) -> date:
    month = (day.month + 2) // 3 * 3
    return date(day.year, month, monthrange(day.year, month)[1])


@dataclass(frozen=True, slots=True)
class Ends:
    """The ends of all terms: in `month` on `day`, then every `step` months; only one where it is None."""

    month: int
    day: int
    step: int | None

    def at(self, number: int) -> date | None:
        """Return the last day of a term, the first being 0; None after the last year there is."""
        if number and self.step is None:
            return None
        return day_in(self.month + number * (self.step or 0), self.day)

    def number_from(self, day: date) -> int | None:
        """Return which term is the first to end on `day` or later; None where none is known to."""
        first = self.at(0)
        if first is None or first >= day:
            return None if first is None else 0
        if self.step is None:
            return None
        number = -((self.month - month_of(day)) // self.step)
        end = self.at(number)
        return number + 1 if end is not None and end < day else number

    def from_day(self, day: date) -> date | None:
        """Return the first end on `day` or later."""
        number = self.number_from(day)
        return None if number is None else self.at(number)


def ends_from(given: date, step: int | None) -> Ends:
    """Return the ends that repeat from one the contract names."""
    return Ends(month_of(given), given.day, step)


def ends_counted(start: date, months: int, step: int | None, *, to_anniversary: bool) -> Ends:
    """Return the ends counted from the first day in force.

    A term ends the day before the one of the same number, or on the last day of a month that has none:
    a year from 29 February ends on 28 February, a month from 31 January as well.
    """
    month = month_of(start) + months
    if to_anniversary:
        return Ends(month, start.day, step)
    return Ends(month - 1, 31, step) if start.day == 1 else Ends(month, start.day - 1, step)
