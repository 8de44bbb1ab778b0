"""Jobs: hours of setting up that must be done before a day, and where they came to lie."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from fullscore.engine.calendars.workdays import Calendar
from fullscore.engine.findings.trace import Trace
from fullscore.engine.goals import days


@dataclass(frozen=True, slots=True)
class Job:
    """Work to be done on days before `need_by`, not before `ready_from`; priority 1 goes before 9."""

    key: str
    hours: Fraction
    need_by: date
    ready_from: date
    priority: int
    ref: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Slot:
    """A day that was counted for a job: the hours others had left of it, and those the job took."""

    day: date
    left: Fraction
    taken: Fraction


@dataclass(frozen=True, slots=True)
class Placed:
    """One job in the calendar. `slots` in the order of counting: back from the need, forward when late.

    A job that nobody ever has time for is not counted: it lies as if it took no time, and a finding says so.
    """

    key: str
    start: date
    finish: date
    ready: date
    is_late: bool
    slots: tuple[Slot, ...] = ()
    is_counted: bool = True

    @property
    def by_day(self) -> Mapping[date, Fraction]:
        return {slot.day: slot.taken for slot in sorted(self.slots, key=lambda one: one.day)}


def by_need(job: Job) -> tuple[date, int, str, str]:
    """Return what decides who goes first when hours are short: need date, priority, ref."""
    return job.need_by, job.priority, job.ref, job.key


def start_trace(placed: Placed, *, need_by: Trace, hours: Trace, calendar: Calendar) -> Trace:
    """Return the first day of work, counted back over the free hours; of a late job the first day it got."""
    note = "first day of setting up"
    if placed.is_late:
        days_of_work = tuple(Trace(day) for day in placed.by_day) or (Trace(placed.start),)
        return Trace(placed.start, op="min", args=days_of_work, note=note)
    if not placed.slots:
        return days.before(calendar, need_by, Trace(1, "working days"), note)
    return Trace(placed.start, op="hours-before", args=(need_by, hours, *_counted(placed.slots)), note=note)


def finish_trace(placed: Placed, *, hours: Trace) -> Trace:
    """Return the last day of work of a late job, counted forward over the hours it gets."""
    note = "last day of setting up"
    got = sorted(placed.slots, key=lambda one: one.day)
    if not got:
        return Trace(placed.finish, note=note)
    pairs = _counted([Slot(slot.day, slot.taken, slot.taken) for slot in got])
    return Trace(placed.finish, op="hours-after", args=(hours, *pairs), note=note)


def ready_trace(placed: Placed, *, need_by: Trace, hours: Trace, calendar: Calendar) -> Trace:
    """Return the day on which it works: the day of need, or the working day after the work of a late job."""
    if not placed.is_late:
        return need_by
    done = finish_trace(placed, hours=hours)
    return days.after(calendar, done, Trace(1, "working days"), "works from this day on")


def _counted(slots: Sequence[Slot]) -> tuple[Trace, ...]:
    """Return day and free hours in turn, as "hours-before" and "hours-after" read them."""
    return tuple(
        part for slot in slots for part in (Trace(slot.day), Trace(slot.left, "hours", note="free that day"))
    )
