"""How far a notice reaches: the first day it can end a contract on, and the last day it may arrive."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import wraps
from typing import ParamSpec, TypeVar

from fullscore.engine.calendars.workdays import Calendar, NoWorkdayError
from fullscore.engine.vendors.ends import DAY, day_in, month_end, month_of

P = ParamSpec("P")
T = TypeVar("T")


def within_time(reckon: Callable[P, T | None]) -> Callable[P, T | None]:
    """Let a day before the first year or after the last be None, and a calendar that never opens as well."""

    @wraps(reckon)
    def reckoned(*args: P.args, **kwargs: P.kwargs) -> T | None:
        try:
            return reckon(*args, **kwargs)
        except (OverflowError, NoWorkdayError):
            return None

    return reckoned


@within_time
def reached(received: date, notice: int, unit: str, calendar: Calendar) -> date | None:
    """Return the earliest end that notice received on that day still reaches.

    Months clip to the earlier day: from 30 November, three months reach 28 February.
    """
    if unit == "months":
        return day_in(month_of(received) + notice, received.day)
    if unit == "working days":
        return calendar.workdays_after(received, notice)
    return received + timedelta(days=notice * (7 if unit == "weeks" else 1))


@within_time
def latest(end: date, notice: int, unit: str, calendar: Calendar) -> date | None:
    """Return the last day on which notice can be received and still reach that end.

    Months clip both ways: whatever day of November it is, three months reach the last day of February.
    """
    if unit == "months":
        back = day_in(month_of(end) - notice, end.day)
        return month_end(back) if back is not None and end == month_end(end) else back
    if unit == "working days":
        return _workdays_back(end, notice, calendar)
    return end - timedelta(days=notice * (7 if unit == "weeks" else 1))


def _workdays_back(end: date, notice: int, calendar: Calendar) -> date:
    """Return the day before the last `notice` working days up to `end`; it may be a day off itself."""
    if not notice:
        return end
    last = calendar.on_or_before(end)
    return calendar.workdays_before(last, notice - 1) - DAY
