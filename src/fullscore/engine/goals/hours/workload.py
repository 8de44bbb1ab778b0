"""The workload: hours needed and hours free, week by week, and what does not fit."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from fullscore.engine.calendars.workdays import Calendar
from fullscore.engine.findings.finding import Basis, Finding, Subject, Value
from fullscore.engine.findings.trace import Trace, named
from fullscore.engine.goals.hours.crew import Crew
from fullscore.engine.goals.hours.hands import DAY
from fullscore.engine.goals.hours.jobs import Job, Placed

WEEK = timedelta(days=7)
SUBJECT = Subject("goals", "workload")


@dataclass(frozen=True, slots=True)
class Week:
    """Hours of one week, from its Monday; of the week that has begun, only from today on."""

    monday: date
    needed: Trace
    free: Trace

    @property
    def trace(self) -> Trace:
        args = (named(self.needed, "needed_hours"), named(self.free, "free_hours"))
        return Trace(None, op="figures", args=args)


@dataclass(frozen=True, slots=True)
class Overload:
    """Hours that would have to be done by the end of a week and find no room before the need."""

    monday: date
    hours: Fraction


def weeks(jobs: Sequence[Job], placed: Mapping[str, Placed], crew: Crew, on: date) -> tuple[Week, ...]:
    """Return every week from `on` to the last with work or need."""
    if not jobs:
        return ()
    work: defaultdict[date, list[Trace]] = defaultdict(list)
    for job in jobs:
        for monday, hours in _by_week(placed[job.key]).items():
            work[monday].append(Trace(hours, "hours", note=job.name or job.ref))
    last = max(max(job.need_by, placed[job.key].finish) for job in jobs)
    return tuple(_week(monday, work[monday], crew, on) for monday in _mondays(on, max(on, last)))


def overloaded(
    jobs: Sequence[Job], fits: Mapping[str, Fraction], calendar: Calendar, on: date
) -> tuple[Overload, ...]:
    """Return the weeks at whose end work is missing; what comes in too late is not for want of hours."""
    short: defaultdict[date, Fraction] = defaultdict(Fraction)
    for job in jobs:
        eve = calendar.workdays_before(job.need_by, 1)
        if fits[job.key] < job.hours and eve >= max(on, job.ready_from):
            short[_monday(eve)] += job.hours - fits[job.key]
    return tuple(Overload(monday, hours) for monday, hours in sorted(short.items()))


def not_fitting(overload: Sequence[Overload], placed: Mapping[str, Placed], crew: Crew) -> Iterator[Finding]:
    """Say from when on there is more work than time, and when all of it would be done."""
    if not overload:
        return
    values: dict[str, Value] = {
        "week": overload[0].monday, "hours": math.ceil(sum(one.hours for one in overload)),
        "ready_on": max(one.ready for one in placed.values()), "people": crew.name,
    }  # fmt: skip
    yield Finding("workload-does-not-fit", SUBJECT, values, basis=Basis.EXPECTED)


def nobody_free(jobs: Sequence[Job], crew: Crew) -> Iterator[Finding]:
    """Say that some work was left out of the count because nobody has time for it within reach."""
    if jobs:
        hours = math.ceil(sum(job.hours for job in jobs))
        values: dict[str, Value] = {"hours": hours, "people": crew.name}
        yield Finding("workload-nobody-free", SUBJECT, values, basis=Basis.EXPECTED)


def _by_week(placed: Placed) -> Mapping[date, Fraction]:
    hours: defaultdict[date, Fraction] = defaultdict(Fraction)
    for slot in placed.slots:
        hours[_monday(slot.day)] += slot.taken
    return hours


def _week(monday: date, work: Sequence[Trace], crew: Crew, on: date) -> Week:
    total = sum((one.value for one in work if isinstance(one.value, Fraction)), Fraction(0))
    needed = Trace(total, "hours", "sum", tuple(work), note="needed for setting up")
    return Week(monday, needed, crew.trace(max(monday, on), monday + WEEK - DAY))


def _mondays(first: date, last: date) -> Iterator[date]:
    monday = _monday(first)
    while monday <= last:
        yield monday
        monday += WEEK


def _monday(day: date) -> date:
    return day - DAY * day.weekday()
