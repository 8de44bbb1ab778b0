"""Schedules of changes: level after level made as small as can be, each held for those that follow.

The answer is checked by `violations`, which knows nothing of the model, and its levels are counted again.
"""

from collections.abc import Callable, Mapping, Sequence

from fullscore.engine.changes.effects import Effect, effects
from fullscore.engine.changes.problem import Problem
from fullscore.engine.changes.schedule import LevelName, Placed, Schedule, Violation
from fullscore.engine.changes.solver.board import board
from fullscore.engine.changes.solver.running import Clock
from fullscore.engine.changes.solver.work import Told, Work, WrongScheduleError
from fullscore.engine.changes.violations import violations

# CP-SAT's deterministic time for a second of the limit: less than a slow machine does in it, so that the
# clock strikes seldom and the answer is the same everywhere.
DETERMINISTIC = 0.1


def solved(
    problem: Problem,
    *,
    first: Schedule,
    limit: float,
    progress: Callable[[str, str], None] = lambda _name, _value: None,
    stop: Callable[[], bool] = lambda: False,
    told: Mapping[str, Effect] | None = None,
) -> Schedule:
    """Return the best schedule found within `limit` seconds of wall clock, never a worse one than `first`.

    `progress` hears a level's name and each better value; both are called in the caller's thread. Raises
    `WrongScheduleError` for a schedule that breaks a rule.
    """
    known = told if told is not None else effects(problem)
    running = {job.ref for job in problem.jobs if job.is_fixed}
    fixed = [each for each in first.placed if each.ref in running]
    # A first schedule that breaks a rule is no beginning; what is fixed stays all the same.
    begun = fixed if _wrong(first.placed, problem, known) else first.placed
    with Clock(limit) as clock:
        work = Work(board(problem, known, fixed), begun, clock, limit * DETERMINISTIC, Told(progress, stop))
        for name in LevelName:
            work.level(name)
    check(work.best, problem, known)
    there = {each.ref for each in work.best}
    return Schedule(
        tuple(sorted(work.best, key=lambda each: (each.start, each.ref))),
        tuple(job.ref for job in problem.jobs if job.ref not in there),
        tuple(work.levels()),
        is_cut=work.is_cut,
    )


def check(placed: Sequence[Placed], problem: Problem, told: Mapping[str, Effect]) -> None:
    """Raise `WrongScheduleError` for a broken rule; what fixed changes break among themselves stays so."""
    if wrong := _wrong(placed, problem, told):
        raise WrongScheduleError("; ".join(f"{rule.change} breaks {rule.key}" for rule in wrong))


def _wrong(placed: Sequence[Placed], problem: Problem, told: Mapping[str, Effect]) -> list[Violation]:
    fixed = {job.ref for job in problem.jobs if job.is_fixed}
    there = {each.ref for each in placed}

    def is_given(rule: Violation) -> bool:
        return rule.change in fixed and (rule.other is None or rule.other in fixed or rule.other not in there)

    return [rule for rule in violations(placed, problem, told) if not is_given(rule)]
