"""A slow clerk who plans one thing at one place: walks through every day and counts single units by hand.

Written from the rules of the plan, not from its code: no sums of lots, no dates but by stepping.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from fullscore.engine.calendars.workdays import Calendar

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Unit:
    """One unit: usable from a day on, and not for needs on or after the day it is due for replacement."""

    since: date
    until: date | None = None


@dataclass(frozen=True)
class Want:
    """So many units needed on a day by goals, so many for what is old; `back` is when they return."""

    day: date
    people: int
    old: int = 0
    back: tuple[date, ...] = ()


@dataclass(frozen=True)
class Line:
    """What the clerk wrote down for one day of need."""

    day: date
    gross: int
    there: int
    short: int
    bought: int


def step_back(calendar: Calendar, day: date, count: int) -> date:
    while count:
        day -= DAY
        count -= calendar.is_workday(day)
    return day


def needed_there(want: Want, calendar: Calendar, on: date) -> date:
    """Return when units must be there: a day to set up before the need, a day before that to arrive.

    What only replaces something old has no such day of its own in the plan of a goal.
    """
    return max(on, step_back(calendar, want.day, 2 if want.people else 1))


def clerk(
    units: Sequence[Unit],
    wants: Sequence[Want],
    *,
    calendar: Calendar,
    on: date,
    safety: int,
    lot: tuple[int, int],
) -> list[Line]:
    """Walk from today to the last need and buy whenever the shelf would fall below what is kept back."""
    shelf, lines = list(units), []
    last = max((want.day for want in wants), default=on)
    today = on
    while today <= last:
        due = [want for want in wants if needed_there(want, calendar, on) == today]
        lines += [_serve(shelf, want, today, safety, lot) for want in sorted(due, key=lambda one: one.day)]
        today += DAY
    return lines


def _serve(shelf: list[Unit], want: Want, today: date, safety: int, lot: tuple[int, int]) -> Line:
    gross = want.people + want.old
    good = [one for one in shelf if one.since <= today and (one.until is None or one.until > want.day)]
    bought, (minimum, step) = 0, lot
    if len(good) - gross < safety:
        while len(good) + bought - gross < safety or bought < minimum or bought % step:
            bought += 1
    line = Line(want.day, gross, len(good), max(0, gross + safety - len(good)), bought)
    good.sort(key=lambda one: one.until or date.max)
    for one in good[:gross]:
        shelf.remove(one)
    shelf += [Unit(today)] * (bought - max(0, gross - len(good)))
    shelf += [Unit(day) for day in want.back]
    return line
