"""In which order work for the same day is done: what decides how late each thing may be ordered."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from math import ceil

from fullscore.engine.goals.crew import Crew
from fullscore.engine.goals.goal import House
from fullscore.engine.goals.jobs import Job
from fullscore.engine.goals.loading import Loading, load


def load_in_order(jobs: Sequence[Job], crew: Crew, house: House) -> Loading:
    """Load jobs so that of those needed on one day the shortest is done last; in time before anything else.

    Last comes what cannot be here early enough anyway, so that it is late by as little as can be. Then short
    work stands nearest to its day: the sum of days that things lie ready is least (shortest processing time,
    Smith 1956), and seats are not paid for before anybody sits on them. When this order leaves work undone,
    work may be done on any day.
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
    found, hours = [], Fraction(0)
    for job in sorted(jobs, key=lambda job: (not _is_short_of_days(job, crew, house), job.hours, job.ref)):
        hours += job.hours
        found.append(replace(job, ready_from=max(house.on, _back(job.need_by, hours, crew, house))))
    return found


def _is_short_of_days(job: Job, crew: Crew, house: House) -> bool:
    return job.ready_from > _back(job.need_by, job.hours, crew, house)


def _back(need_by: date, hours: Fraction, crew: Crew, house: House) -> date:
    """Return the day from which on so many hours are free before the need, at the pace of its eve."""
    a_day = crew.free(house.calendar.workdays_before(need_by, 1))
    return house.calendar.workdays_before(need_by, max(1, ceil(hours / a_day)) if a_day else 1)
