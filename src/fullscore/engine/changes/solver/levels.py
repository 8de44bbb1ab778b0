"""Schedules of changes: level after level made as small as can be, each held for those that follow.

The answer is checked by `violations`, which knows nothing of the model, and its levels are counted again.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from ortools.sat.python import cp_model

from fullscore.engine.changes.effects import Effect, effects
from fullscore.engine.changes.problem import Problem
from fullscore.engine.changes.schedule import Level, LevelName, Placed, Schedule, Violation
from fullscore.engine.changes.solver.costs import SCALES, Cost, cost, values
from fullscore.engine.changes.solver.model import Model, board, model
from fullscore.engine.changes.solver.running import Clock, ran
from fullscore.engine.changes.starts import slot_down
from fullscore.engine.changes.violations import placed_at, violations

# CP-SAT's deterministic time for a second of the limit: less than a slow machine does in it, so that the
# clock strikes seldom and the answer is the same everywhere. The share of what is left one level may use up.
DETERMINISTIC, SHARE = 0.3, 0.7


class WrongScheduleError(AssertionError):
    """The solver's schedule breaks a rule of its problem: never answered."""


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
    with Clock(limit) as clock:
        known = told if told is not None else effects(problem)
        fixed = tuple(each for each in first.placed if _job_is_fixed(problem, each.ref))
        made = model(board(problem, known, fixed))
        budget = limit * DETERMINISTIC
        work = _Work(made, fixed, first.placed, clock, budget=budget, progress=progress, stop=stop)
        for name in LevelName:
            work.level(name)
        return work.answer()


def _job_is_fixed(problem: Problem, ref: str) -> bool:
    return any(job.ref == ref and job.is_fixed for job in problem.jobs)


class _Work:
    """The best schedule so far, and what is proven of it."""

    def __init__(
        self,
        made: Model,
        fixed: Sequence[Placed],
        first: Sequence[Placed],
        clock: Clock,
        *,
        budget: float,
        progress: Callable[[str, str], None],
        stop: Callable[[], bool],
    ) -> None:
        self.made, self.fixed, self.best = made, tuple(fixed), tuple(first)
        self.clock, self.budget, self.progress, self.stop = clock, budget, progress, stop
        self.bounds: dict[LevelName, int] = {}
        self.is_cut = False
        self.held = 0

    def level(self, name: LevelName) -> None:
        """Make one level small and hold it there."""
        told = cost(name, self.made, self.fixed)
        now = values(self.best, self.made)[name]
        # With changes left out, what they would have cost is no bound.
        bound = told.least if name is LevelName.UNPLACED or self.held == 0 else 0
        if now > bound and not self.is_over():
            now, bound = self._solved(name, told, now, bound)
        self.progress(name, _shown(name, now))
        self.bounds[name] = bound
        if name is LevelName.UNPLACED:
            self.held = now
        self.made.cp.add(told.whole <= now)

    def is_over(self) -> bool:
        self.is_cut = self.is_cut or self.clock.struck.is_set() or self.stop()
        return self.is_cut

    def _solved(self, name: LevelName, told: Cost, now: int, bound: int) -> tuple[int, int]:
        cp = self.made.cp
        cp.minimize(told.whole)
        self._hint()
        budget = self.budget if name is LevelName.EARLINESS else self.budget * SHARE
        run = ran(
            cp, clock=self.clock, budget=budget, stop=self.stop,
            told=lambda value: self.progress(name, _shown(name, round(value))),
        )  # fmt: skip
        self.budget = max(self.budget - run.used, 0.01)
        self.is_cut = self.is_cut or (run.is_cut and not run.is_proven)
        if not run.is_found:
            return now, bound
        found = _read(self.made, run.solver, self.fixed)
        value = values(found, self.made)[name]
        if value <= now:
            self.best = found
        if round(run.solver.objective_value) != value:
            raise WrongScheduleError(
                f"{name} is {value} by the schedule, {run.solver.objective_value} by the model."
            )
        return min(value, now), max(bound, round(run.solver.best_objective_bound))

    def _hint(self) -> None:
        made, slots = self.made, {}
        made.cp.clear_hints()  # type: ignore[no-untyped-call]  # it takes and returns nothing
        for each in self.best:
            if each.ref in made.at:
                slots[each.ref] = slot_down(made.board.problem, each.start)
        for ref, literals in made.at.items():
            _hint_change(made, ref, literals, slots.get(ref))
        who = {each.ref: each.who for each in self.best}
        for (ref, _, person), seat in made.seats.items():
            made.cp.add_hint(seat, person in who.get(ref, ()))
        for number, (ref, ranges) in made.among.items():
            slot = slots.get(ref, -1)
            literal = made.cp.get_bool_var_from_proto_index(number)
            made.cp.add_hint(literal, any(low <= slot < high for low, high in ranges))

    def answer(self) -> Schedule:
        made = self.made
        check(self.best, made.board.problem, made.board.effects)
        now = values(self.best, made)
        there = {each.ref for each in self.best}
        return Schedule(
            tuple(sorted(self.best, key=lambda each: (each.start, each.ref))),
            tuple(job.ref for job in made.board.problem.jobs if job.ref not in there),
            tuple(_level(name, now[name], self.bounds[name]) for name in LevelName),
            is_cut=self.is_cut,
        )


def _hint_change(made: Model, ref: str, literals: Sequence[cp_model.IntVar], slot: int | None) -> None:
    cp = made.cp
    cp.add_hint(made.placed[ref], slot is not None)
    if slot is not None:
        cp.add_hint(made.starts[ref], slot)
    for place, literal in zip(made.board.places[ref], literals, strict=True):
        cp.add_hint(literal, slot is not None and place.low <= slot < place.high)


def _read(made: Model, solver: cp_model.CpSolver, fixed: Sequence[Placed]) -> tuple[Placed, ...]:
    board = made.board
    found = []
    for ref in made.at:
        if solver.boolean_value(made.placed[ref]):
            who = tuple(
                person
                for (of, _, person), seat in made.seats.items()
                if of == ref and solver.boolean_value(seat)
            )
            found.append(placed_at(board.problem, board.effects[ref], solver.value(made.starts[ref]), who))
    return (*fixed, *found)


def _shown(name: LevelName, value: int) -> str:
    return str(_told(name, value))


def _told(name: LevelName, value: int) -> Decimal:
    return Decimal(value) / SCALES.get(name, 1)


def _level(name: LevelName, value: int, bound: int) -> Level:
    return Level(name, _told(name, value), _told(name, bound), is_proven=value == bound)


def check(placed: Sequence[Placed], problem: Problem, told: Mapping[str, Effect]) -> None:
    """Raise `WrongScheduleError` for a broken rule; what fixed changes break among themselves stays so."""
    fixed = {job.ref for job in problem.jobs if job.is_fixed}
    there = {each.ref for each in placed}

    def is_given(rule: Violation) -> bool:
        return rule.change in fixed and (rule.other is None or rule.other in fixed or rule.other not in there)

    wrong = [rule for rule in violations(placed, problem, told) if not is_given(rule)]
    if wrong:
        raise WrongScheduleError("; ".join(f"{rule.change} breaks {rule.key}" for rule in wrong))
