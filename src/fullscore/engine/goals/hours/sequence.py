"""In which order work for the same day is done: what decides how late each thing may be ordered."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from math import ceil, lcm

from fullscore.engine.calendars.workdays import DAY
from fullscore.engine.goals.goal import House
from fullscore.engine.goals.hours.crew import Crew
from fullscore.engine.goals.hours.jobs import Job
from fullscore.engine.goals.hours.loading import Loading, load


def load_in_order(jobs: Sequence[Job], crew: Crew, house: House) -> Loading:
    """Load jobs so that of those needed on one day the shortest is done last; in time before anything else.

    Short work stands nearest to its day: the sum of days that things lie ready is least (shortest processing
    time, Smith 1956), and seats are not paid for before anybody sits on them. What would then come too late,
    or comes too late anyway, goes behind it. When this order leaves work undone, work may be done any day.
    """
    windows = [job for together in _by_need(jobs, crew, house) for job in together]
    made = load(windows, crew, house.calendar, house.on)
    if not any(placed.is_late for placed in made.placed.values()):
        return made
    return load([replace(job, ready_from=house.on) for job in jobs], crew, house.calendar, house.on)


def _by_need(jobs: Sequence[Job], crew: Crew, house: House) -> list[list[Job]]:
    together: defaultdict[date, list[Job]] = defaultdict(list)
    for job in jobs:
        together[job.need_by].append(job)
    return [_windows(together[day], crew, house) for day in sorted(together)]


def _windows(jobs: Sequence[Job], crew: Crew, house: House) -> list[Job]:
    """Return the jobs of one day, each beginning when those done after it leave room for it."""
    need_by = jobs[0].need_by
    a_day = crew.free(house.calendar.workdays_before(need_by, 1)) or Fraction(1)
    there_are = house.calendar.between(house.on - DAY, need_by - DAY)
    found, hours = [], Fraction(0)
    for job in _from_the_end(jobs, a_day, house):
        hours += job.hours
        needed = max(1, ceil(hours / a_day))
        begin = house.calendar.workdays_before(need_by, needed) if needed < there_are else house.on
        found.append(replace(job, ready_from=begin))
    return found


def _from_the_end(jobs: Sequence[Job], a_day: Fraction, house: House) -> Iterator[Job]:
    """Yield the jobs of one day, the last one first: the shortest, unless another could then be too late."""
    room = {job.key: house.calendar.between(job.ready_from - DAY, job.need_by - DAY) for job in jobs}
    # Parts of a day in whole units: as exact as fractions, and quick.
    unit = lcm(*((job.hours / a_day).denominator for job in jobs))
    size = {job.key: int(job.hours / a_day * unit) for job in jobs}

    def days(units: int) -> int:
        return -(-units // unit)

    def is_pressed(job: Job, shortest: Job) -> bool:
        """Return whether a job is in time only if it goes now, or is late whatever comes first."""
        if room[job.key] < days(size[job.key]):
            return room[job.key] < room[shortest.key]
        after = taken + size[shortest.key] + size[job.key]
        return days(taken + size[job.key]) <= max(1, room[job.key]) < days(after)

    left, taken = sorted(jobs, key=lambda job: (job.hours, job.ref, job.key)), 0
    while left:
        shortest = left[0]
        pressed = [job for job in left[1:] if is_pressed(job, shortest)]
        chosen = min(pressed, key=lambda job: (room[job.key], job.ref), default=shortest)
        left.remove(chosen)
        taken += size[chosen.key]
        yield chosen
