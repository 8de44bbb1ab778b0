"""And if they start later? The same goal in steps or on a later day, beside the one that was asked."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from fullscore.engine.goals import days
from fullscore.engine.goals.goal import Arrival, Goal, House
from fullscore.engine.goals.periods import Edge, Period
from fullscore.engine.goals.plans.plan import Plan

# How far a start is moved when nothing is late and there is only the comparison to make.
A_MONTH = timedelta(days=28)


@dataclass(frozen=True, slots=True)
class Start:
    """One way to start, and what becomes of it: who begins without something, for how many days."""

    sentence: str
    label: str
    goal: Goal
    late_orders: int
    people_without: int
    working_days: int
    short_hours: Fraction
    days_given_up: int
    plan: Plan


def starts(
    goal: Goal, made: Plan, house: House, *, plan_of: Callable[[Goal], Plan], say: Callable[[Goal], str]
) -> tuple[Start, ...]:
    """Return the start that was asked for, then in two steps and later on when the team grows.

    `plan_of` plans another start beside the same other goals; `say` puts a goal into a sentence that is
    read as the same goal again.
    """
    others = tuple(_others(goal, made, house)) if goal.delta > 0 and made.orders else ()
    plans = ((goal, made), *((other, plan_of(other)) for other in others))
    return tuple(_start(one, its, goal, house, say(one)) for one, its in plans)


def _others(goal: Goal, made: Plan, house: House) -> Iterator[Goal]:
    ready = max(
        [days.day_of(one.timing.late.earliest) for one in made.orders if one.timing and one.timing.late],
        default=None,
    )
    later = ready if ready and ready > goal.need_by else house.calendar.on_or_after(goal.need_by + A_MONTH)
    if goal.until is not None and later > goal.until:
        return
    if goal.delta > 1 and not goal.arrivals:
        first = goal.delta - goal.delta // 2
        steps = (Arrival(goal.need_by, first), Arrival(later, goal.delta // 2))
        period = Period(goal.need_by, max(later, goal.period.end))
        yield replace(goal, arrivals=steps, period=period)
    yield _moved(goal, later)


def _moved(goal: Goal, later: date) -> Goal:
    return replace(goal, arrivals=(), need_by=later, period=Period(later, later, Edge.START))


def _start(goal: Goal, made: Plan, asked: Goal, house: House, sentence: str) -> Start:
    late = [one.timing.late for one in made.orders if one.timing is not None and one.timing.late is not None]
    people = max((days.count_of(one.people) for one in late), default=0)
    waiting = max((days.count_of(one.working_days) for one in late), default=0)
    given_up = sum(
        step.people * house.calendar.between(asked.need_by, step.on)
        for step in goal.steps
        if step.on > asked.need_by
    )
    return Start(sentence, _label(goal), goal, len(late), people, waiting, made.short_hours, given_up, made)


def _label(goal: Goal) -> str:
    return ", ".join(f"{step.people} on {step.on.day} {step.on:%B}" for step in goal.steps)
