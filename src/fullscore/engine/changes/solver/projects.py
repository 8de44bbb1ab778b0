"""Projects made as short as can be: a population of plans first, CP-SAT for the proof and the rest.

The best plan found is the hint and the horizon: only something shorter is looked for.
"""

from collections.abc import Callable, Sequence

import numpy as np
from ortools.sat.python import cp_model

from fullscore.engine.changes.projects import Course, Project, faults, least
from fullscore.engine.changes.solver.breeding import bred
from fullscore.engine.changes.solver.running import SEED, Clock, ran
from fullscore.engine.changes.solver.serial import Network, Plan, chains, network

# Plans that are bred for each second of the limit, and CP-SAT's deterministic time for it: see benchmarks.
CHILDREN, DETERMINISTIC = 1500, 0.5


class WrongPlanError(AssertionError):
    """A plan of the solver breaks a rule of its project: never answered."""


def solved(project: Project, *, limit: float, stop: Callable[[], bool] = lambda: False) -> Course:
    """Return the shortest plan found within `limit` seconds of wall clock. Raises `WrongPlanError`."""
    of, floor = network(project), least(project)
    with Clock(limit) as clock:

        def is_over() -> bool:
            return clock.struck.is_set() or stop()

        children = int(CHILDREN * limit)
        plan = bred(of, np.random.default_rng(SEED), children=children, least=floor, stop=is_over)
        if plan.length <= floor or is_over():
            return _course(plan.starts, plan.length, floor, project)
        return _shortened(project, of, plan, clock=clock, budget=limit * DETERMINISTIC, stop=stop)


def _course(
    starts: Sequence[int], length: int, bound: int, project: Project, *, is_cut: bool = False
) -> Course:
    found = {each.ref: start for each, start in zip(project.activities, starts, strict=True)}
    if wrong := faults(found, project):
        raise WrongPlanError(" ".join(wrong))
    return Course(found, length, bound, is_cut)


def _shortened(
    project: Project, of: Network, plan: Plan, *, clock: Clock, budget: float, stop: Callable[[], bool]
) -> Course:
    model = cp_model.CpModel()
    whole = model.new_int_var(least(project), plan.length, "whole")
    starts = _starts(model, of, whole, plan)
    _capacities(model, project, starts)
    model.minimize(whole)
    model.add_hint(whole, plan.length)
    run = ran(model, clock=clock, budget=budget, stop=stop)
    if not run.is_found:
        return _course(plan.starts, plan.length, least(project), project, is_cut=run.is_cut)
    found = [run.solver.value(start) for start in starts]
    bound = max(run.bound or 0, least(project))
    return _course(found, run.solver.value(whole), bound, project, is_cut=run.is_cut)


def _starts(
    model: cp_model.CpModel, of: Network, whole: cp_model.IntVar, plan: Plan
) -> list[cp_model.IntVar]:
    """Between the longest chain in front of an activity and the longest one behind it."""
    heads, tails = chains(of.lengths, of.before), chains(of.lengths, of.behind)
    starts = []
    for number, head in enumerate(heads):
        last = plan.length - tails[number] - of.lengths[number]
        starts.append(model.new_int_var(head, last, f"start {number}"))
        model.add_hint(starts[-1], plan.starts[number])
        model.add(starts[-1] + of.lengths[number] + tails[number] <= whole)
    for number, firsts in enumerate(of.before):
        for first in firsts:
            model.add(starts[first] + of.lengths[first] <= starts[number])
    return starts


def _capacities(model: cp_model.CpModel, project: Project, starts: list[cp_model.IntVar]) -> None:
    intervals = [
        model.new_fixed_size_interval_var(start, each.length, each.ref)
        for each, start in zip(project.activities, starts, strict=True)
    ]
    for place, whole in enumerate(project.capacities):
        asked = [
            (interval, each.needs[place])
            for each, interval in zip(project.activities, intervals, strict=True)
            if each.length and each.needs and each.needs[place]
        ]
        model.add_cumulative([interval for interval, _ in asked], [need for _, need in asked], whole)
