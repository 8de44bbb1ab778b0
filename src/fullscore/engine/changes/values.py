"""How good a schedule is, level by level: what a solver makes small, counted again without it."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from decimal import Decimal

from fullscore.engine.calendars.clock import local_day
from fullscore.engine.calendars.spans import Span
from fullscore.engine.changes.effects import Effect, Profile, disturbed, profile
from fullscore.engine.changes.problem import Job, Problem
from fullscore.engine.changes.schedule import LevelName, Placed


def levels_of(
    placed: Sequence[Placed],
    problem: Problem,
    told: Mapping[str, Effect],
    profiles: Mapping[str, Profile] | None = None,
) -> dict[LevelName, Decimal]:
    """Return what each level comes to; units as `Level` says."""
    known = profiles if profiles is not None else {ref: profile(problem, each) for ref, each in told.items()}
    jobs = {job.ref: job for job in problem.jobs}
    there = {each.ref: each for each in placed}
    announced = [job for job in problem.jobs if job.is_announced and job.set_for is not None]
    return {
        LevelName.UNPLACED: Decimal(len(problem.jobs) - len(placed)),
        LevelName.LATENESS: sum((late(jobs[each.ref], each, problem) for each in placed), Decimal(0)),
        LevelName.DISTURBED: sum(
            (disturbed(known[each.ref], Span(each.start, each.end)) for each in placed), Decimal(0)
        ),
        LevelName.MOVED: Decimal(sum(job.set_for != _start(there.get(job.ref)) for job in announced)),
        LevelName.EARLINESS: Decimal(sum(days_in(each, problem) for each in placed)),
    }


def _start(each: Placed | None) -> object:
    return each.start if each is not None else None


def weight_of(job: Job) -> int:
    """Return what a day late counts: its cost, and one where nobody has said what it costs."""
    return max(1, round(job.day_cost)) if job.day_cost is not None else 1


def late(job: Job, each: Placed, problem: Problem) -> Decimal:
    """Return its days past the day it is wanted by, each as dear as waiting is."""
    if job.due is None:
        return Decimal(0)
    # What ends at midnight was over on the day before, as its due day says as a rule.
    last = local_day(each.end - timedelta(microseconds=1), problem.zone)
    return Decimal(max(0, (last - job.due).days) * weight_of(job))


def days_in(each: Placed, problem: Problem) -> int:
    """Return how many whole local days after the plan's first day it starts."""
    return (local_day(each.start, problem.zone) - local_day(problem.begin, problem.zone)).days
