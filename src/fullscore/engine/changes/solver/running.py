"""One run of CP-SAT: the same input gives the same answer, unless the clock strikes or somebody stops it.

With `interleave_search` the workers take turns by deterministic time, not by who is first.
"""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from threading import Event, Timer
from typing import Self

from ortools.sat.python import cp_model

WORKERS = 2
SEED = 20261123
# How often somebody who waits is asked whether he still does, in seconds.
POLL = 0.1


@dataclass(frozen=True, slots=True)
class Clock:
    """Strikes once, after `limit` seconds. The engine knows no time of day; waiting is all it does here."""

    limit: float
    struck: Event = field(default_factory=Event)

    def __enter__(self) -> Self:
        timer = Timer(self.limit, self.struck.set)
        timer.daemon = True
        timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        """The timer is a daemon and sets an event nobody looks at any more."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run found; `value` and `bound` are of the model's objective. `used`: deterministic time."""

    solver: cp_model.CpSolver
    status: cp_model.CpSolverStatus
    used: float
    is_cut: bool

    @property
    def is_found(self) -> bool:
        return self.status in {cp_model.OPTIMAL, cp_model.FEASIBLE}

    @property
    def is_proven(self) -> bool:
        """A search that was stopped proves nothing, even where it says so as it ends."""
        return self.status == cp_model.OPTIMAL and not self.is_cut

    @property
    def bound(self) -> int | None:
        """What nothing is below, as far as this search got."""
        if not self.is_found or (self.status == cp_model.OPTIMAL and self.is_cut):
            return None
        return round(self.solver.best_objective_bound)


class _Told(cp_model.CpSolverSolutionCallback):
    """Notes the value of every solution; told on by the thread that waits."""

    def __init__(self, values: deque[float]) -> None:
        super().__init__()
        self._values = values

    def on_solution_callback(self) -> None:
        self._values.append(self.objective_value)


def ran(
    model: cp_model.CpModel,
    *,
    clock: Clock,
    budget: float,
    stop: Callable[[], bool],
    told: Callable[[float], None] = lambda _: None,
) -> Ran:
    """Solve for `budget` of deterministic time. `stop` and `told` are called from the caller's own thread."""
    solver = _solver(clock, budget)
    values: deque[float] = deque()
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(solver.solve, model, _Told(values))
        is_cut = _waited(running, solver, values, lambda: clock.struck.is_set() or stop(), told)
    used = solver.response_proto.deterministic_time
    return Ran(solver, running.result(), used, is_cut)


def _solver(clock: Clock, budget: float) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = WORKERS
    solver.parameters.interleave_search = True
    solver.parameters.random_seed = SEED
    # Trying every literal once takes longer than most of these searches.
    solver.parameters.cp_model_probing_level = 0
    solver.parameters.max_deterministic_time = budget
    solver.parameters.max_time_in_seconds = clock.limit
    return solver


def _waited(
    running: "Future[cp_model.CpSolverStatus]",
    solver: cp_model.CpSolver,
    values: deque[float],
    is_over: Callable[[], bool],
    told: Callable[[float], None],
) -> bool:
    """Wait to the end; say whether the run was cut short."""
    is_cut = False
    while not wait([running], timeout=POLL).done:
        if not is_cut and is_over():
            is_cut = True
        if is_cut:
            # Asked again each time: a search that has not begun yet does not hear it.
            solver.stop_search()
        while values:
            told(values.popleft())
    return is_cut
