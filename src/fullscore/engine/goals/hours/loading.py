"""Loading: work counted back from the day of need on the hours that are free (CRP, finite, backward).

Three rules, each exact:
1. How much of a job is done in time is settled by need date, then priority, then ref: a later need never
   takes hours that an earlier one cannot do without, and one more job never helps another.
2. What is done in time is done as late as possible, counted back from the last need. Of the jobs that may
   run on a day, the one whose things can be here last goes first, then the one needed last: earliest
   deadline first, seen from the end, finds room whenever there is any (Horn 1974; for backward loading
   see Orlicky 1975).
3. What is left goes into the first free hours from the day of need on; such a job is late. It comes after
   all others, so that nobody waits because somebody else is late already.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from fullscore.engine.calendars.workdays import Calendar
from fullscore.engine.findings.finding import Finding
from fullscore.engine.goals.hours import workload
from fullscore.engine.goals.hours.crew import Crew
from fullscore.engine.goals.hours.jobs import Job, Placed, Slot, by_need
from fullscore.engine.goals.hours.rota import Rota
from fullscore.engine.goals.hours.workload import Overload, Week

# Nobody waits longer than this for somebody to have time: beyond, nobody counts as free.
REACH = timedelta(days=3 * 366)


@dataclass(frozen=True, slots=True)
class Loading:
    """Where every job's hours lie, and what is to be said."""

    placed: Mapping[str, Placed]
    overload: tuple[Overload, ...]
    findings: tuple[Finding, ...]
    jobs: tuple[Job, ...]
    crew: Crew
    on: date

    @property
    def weeks(self) -> tuple[Week, ...]:
        """The weeks with what they need and have; few of the loadings a plan tries are ever looked at."""
        return workload.weeks(self.jobs, self.placed, self.crew, self.on)


def load(jobs: Iterable[Job], crew: Crew, calendar: Calendar, on: date) -> Loading:
    """Return all jobs placed; the order they are given in does not matter."""
    ordered = sorted(jobs, key=by_need)
    end = max([on, *(max(job.need_by, job.ready_from) for job in ordered)]) + REACH
    counted, hopeless = ordered, list[Job]()
    while True:
        rota = Rota(crew, counted, on, end)
        fits, missing = _filled(rota, counted)
        if not missing:
            break
        never = _never(counted, missing)
        hopeless += [job for job in counted if job.key in never]
        counted = [job for job in counted if job.key not in never]
    placed = {job.key: _placed(job, rota.slots[job.key], calendar, on) for job in counted}
    placed |= {job.key: _at_once(job, calendar, on, is_counted=False) for job in hopeless}
    overload = workload.overloaded(counted, fits, calendar, on)
    findings = (*workload.not_fitting(overload, placed, crew), *workload.nobody_free(hopeless, crew))
    return Loading(placed, overload, findings, tuple(ordered), crew, on)


def _filled(rota: Rota, jobs: Sequence[Job]) -> tuple[Mapping[str, Fraction], Mapping[str, Fraction]]:
    """Return the hours of each job done in time, and those there is never time for."""
    fits = rota.in_time(jobs)
    rota.fill_back(jobs, fits)
    late = [job for job in jobs if fits[job.key] < job.hours]
    missing = {job.key: rota.fill_forward(job, job.hours - fits[job.key]) for job in late}
    return fits, {key: hours for key, hours in missing.items() if hours}


def _never(jobs: Sequence[Job], missing: Mapping[str, Fraction]) -> set[str]:
    """Return the jobs to leave out, the largest first, until the others may have room."""
    too_much, left_out = sum(missing.values()), set[str]()
    for job in sorted((job for job in jobs if job.key in missing), key=lambda one: -one.hours):
        if too_much <= 0:
            break
        too_much -= job.hours
        left_out.add(job.key)
    return left_out


def _placed(job: Job, slots: Sequence[Slot], calendar: Calendar, on: date) -> Placed:
    if not slots:
        return _at_once(job, calendar, on)
    first, last = min(slot.day for slot in slots), max(slot.day for slot in slots)
    is_late = last >= job.need_by
    ready = calendar.workdays_after(last, 1) if is_late else job.need_by
    return Placed(job.key, first, last, ready, is_late, tuple(slots))


def _at_once(job: Job, calendar: Calendar, on: date, *, is_counted: bool = True) -> Placed:
    """Return a job that takes no time: the working day before the need, if things can be here by then."""
    begin, eve = max(on, job.ready_from), calendar.workdays_before(job.need_by, 1)
    is_late = eve < begin
    day = calendar.on_or_after(begin) if is_late else eve
    ready = calendar.workdays_after(day, 1) if is_late else job.need_by
    return Placed(job.key, day, day, ready, is_late, is_counted=is_counted)
