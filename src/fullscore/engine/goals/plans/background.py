"""Background work: refresh and trends take the hours that goals leave, and the weeks show both."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from math import ceil

from fullscore.engine.calendars.workdays import DAY
from fullscore.engine.goals import days
from fullscore.engine.goals.demands.demand import REFRESH, USUAL_PRIORITY
from fullscore.engine.goals.goal import Assumption
from fullscore.engine.goals.hours import workload
from fullscore.engine.goals.hours.crew import Crew
from fullscore.engine.goals.hours.jobs import Job
from fullscore.engine.goals.hours.loading import load
from fullscore.engine.goals.hours.workload import Week
from fullscore.engine.goals.orders.requirement import Requirement
from fullscore.engine.goals.plans.planner import Made
from fullscore.engine.goals.plans.scope import Ground

# Weeks are shown for so long after the last need.
AFTER = timedelta(days=14)


def weeks(
    made: Made, hours: Mapping[date, Fraction], ground: Ground, lines: Sequence[Requirement]
) -> tuple[tuple[Week, ...], tuple[Assumption, ...]]:
    """Return the weeks until the last need of these lines, and what is to be said of other work."""
    if not lines:
        return (), ()
    last = max(_last(one) for one in lines) + AFTER
    on, calendar = ground.house.on, ground.house.calendar
    jobs = [
        Job(f"{REFRESH}@{day}", spent, day, on, USUAL_PRIORITY, REFRESH, "replacing what is old")
        for day, spent in sorted(hours.items()) if day <= last
    ]  # fmt: skip
    taken: dict[date, Fraction] = {}
    for placed in made.loading.placed.values():
        for day, spent in placed.by_day.items():
            taken[day] = taken.get(day, Fraction(0)) + spent
    other = load(jobs, _left(ground.crew, taken), calendar, on)
    both = {**made.loading.placed, **other.placed}
    shown = [job for job in (*made.jobs, *jobs) if job.need_by <= last]
    return workload.weeks(shown, both, ground.crew, on), _told(jobs, other.overload)


def _last(one: Requirement) -> date:
    if one.timing is None or one.timing.late is None:
        return one.need_by
    return days.day_of(one.timing.late.earliest)


def _left(crew: Crew, taken: Mapping[date, Fraction]) -> Crew:
    """Return the crew with the hours that goals have taken gone."""
    turns = sorted({*crew.turns, *taken, *(day + DAY for day in taken)})
    hours = [crew.between(day) - taken.get(day, Fraction(0)) for day in turns]
    return replace(crew, turns=tuple(turns), hours=(crew.hours[0], *hours))


def _told(jobs: Sequence[Job], overload: Sequence[workload.Overload]) -> tuple[Assumption, ...]:
    short = sum((one.hours for one in overload), Fraction(0))
    if not short:
        return ()
    asked = sum((job.hours for job in jobs), Fraction(0))
    text = (
        f"Replacing what is old takes {ceil(asked)} h in these weeks, {ceil(short)} h more than is free; "
        "the goal goes first"
    )
    return (Assumption(text, "items", None, "replace_by"),)
