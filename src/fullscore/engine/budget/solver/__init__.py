"""The best portfolio, proven: solve with a bounded loss, evaluate the answer exactly, bound it there, again.

Outer approximation (Duran and Grossmann 1986): every solve bounds the value from above, every portfolio found
from below. The import of the solver takes a third of a second: only who solves imports this package.
"""

from collections.abc import Callable, Mapping, Sequence

from ortools.math_opt.python import mathopt

from fullscore.engine.budget.breaking import broken
from fullscore.engine.budget.figures import figures
from fullscore.engine.budget.options import apart as differing
from fullscore.engine.budget.options import taken
from fullscore.engine.budget.problem import Problem
from fullscore.engine.budget.solution import Figures, Portfolio, Solution, Status
from fullscore.engine.budget.solver import envelopes
from fullscore.engine.budget.solver.losses import lines_at
from fullscore.engine.budget.solver.model import Model, brought, uncovered
from fullscore.engine.budget.thrift import thrifty

GAP = 1e-4
LIMIT = 60.0
_APART = 2
# The programme is solved closer than asked, so that the rest of the gap is left to the lines of the loss.
_CLOSER = 0.9
_ENDED = {mathopt.TerminationReason.OPTIMAL, mathopt.TerminationReason.FEASIBLE}
_NONE_EXISTS = {mathopt.TerminationReason.INFEASIBLE, mathopt.TerminationReason.INFEASIBLE_OR_UNBOUNDED}


class SolverError(RuntimeError):
    """The solver ended in a way that is neither an answer, nor that there is none, nor its time."""


class _Search:
    """What is known so far: the best portfolio, and what none exceeds."""

    def __init__(self, problem: Problem, apart: Sequence[Portfolio], at_least: float | None) -> None:
        self.problem, self.apart, self.at_least = problem, apart, at_least
        self.model = Model(problem)
        self.best: Portfolio | None = None
        self.figures: Figures | None = None
        self.bound, self.rounds, self.spent = float("inf"), 0, 0.0

    def offer(self, portfolio: Portfolio) -> None:
        """Keep a portfolio that keeps all rules and is better."""
        if broken(self.problem, portfolio):
            return
        if any(len(differing(self.problem, portfolio, other)) < _APART for other in self.apart):
            return
        found = figures(self.problem, portfolio)
        if self.at_least is not None and found.value < self.at_least:
            return
        if self.figures is None or found.value > self.figures.value:
            self.best, self.figures = portfolio, found

    @property
    def gap(self) -> float:
        """Return by how much another could be better, as a share of value and loss."""
        if self.figures is None:
            return float("inf")
        size = abs(self.figures.value) + self.figures.loss
        return max(self.bound - self.figures.value, 0.0) / size if size else 0.0


def best(
    problem: Problem, *, apart: Sequence[Portfolio] = (), at_least: float | None = None,
    hint: Portfolio | None = None, gap: float = GAP, limit: float = LIMIT,
    progress: Callable[[int, float], None] = lambda _round, _gap: None,
    stop: Callable[[], bool] = lambda: False,
) -> Solution:  # fmt: skip
    """Return the best portfolio within `gap` of value + loss, or the best found in `limit` seconds.

    `progress` is told the round and the gap; `stop` ends it after a round. Raises `SolverError`.
    """
    search = _Search(problem, apart, at_least)
    if hint is not None:
        search.offer(hint)
    _ask(search, search.model)
    if search.model.summands:
        relaxed = Model(problem, has_lines=lambda summand: not envelopes.is_few(summand))
        _ask(search, relaxed)
        for place, line in envelopes.lines(relaxed):
            search.model.bound(place, line)
    while search.gap > gap and search.spent < limit and not (search.rounds and stop()):
        if not _round(search, limit - search.spent, gap):
            break
        progress(search.rounds, search.gap)
    return _answer(search, gap, max(limit - search.spent, 1.0))


def _ask(search: _Search, model: Model) -> None:
    """Ask a model for the greatest value, away from those it shall be apart from."""
    for portfolio in search.apart:
        model.apart(portfolio, _APART)
    model.model.maximize(model.value())
    if search.at_least is not None:
        model.model.add_linear_constraint(model.value() >= search.at_least + model.fixed)


def _round(search: _Search, seconds: float, gap: float) -> bool:
    """Solve once; False when nothing is left to find."""
    result = search.model.solved(seconds, gap * _CLOSER if search.model.summands else gap)
    search.rounds += 1
    search.spent += result.solve_time().total_seconds()
    reason = result.termination.reason
    if reason in _NONE_EXISTS:
        # Whatever was found before is the best: nothing else keeps the rules.
        search.bound = search.figures.value if search.figures else float("-inf")
        return False
    bounds = result.termination.objective_bounds
    search.bound = min(search.bound, bounds.dual_bound - search.model.fixed)
    if reason not in _ENDED or not result.has_primal_feasible_solution():
        if reason is mathopt.TerminationReason.NO_SOLUTION_FOUND:
            return True
        raise SolverError(f"{reason}: {result.termination.detail}")
    _learn(search, result.variable_values())
    return True


def _learn(search: _Search, values: Mapping[mathopt.Variable, float]) -> None:
    """Keep what was found, and bound the loss where it was evaluated."""
    model = search.model
    portfolio = model.portfolio(values)
    search.offer(portfolio)
    controls = brought(taken(search.problem, portfolio).values())
    below = uncovered(model.summands, [values[each] for each in model.losses], controls)
    for place in below:
        for line in lines_at(model.summands[place], controls):
            model.bound(place, line)
    if not below and portfolio != search.best:
        # Off by the solver's tolerance, or no better than the best: it is not looked at again.
        model.without(portfolio)


def _answer(search: _Search, gap: float, seconds: float) -> Solution:
    if search.best is None or search.figures is None:
        is_none = search.bound == float("-inf")
        return Solution(
            Status.IMPOSSIBLE if is_none else Status.FOUND, {}, None, search.bound, search.gap, search.rounds
        )
    chosen = _early(search, _cheaper(search, search.best), seconds)
    if wrong := broken(search.problem, chosen):
        raise SolverError(f"the answer breaks {wrong[0].key}")
    found = figures(search.problem, chosen)
    status = Status.PROVEN if search.gap <= gap else Status.FOUND
    return Solution(status, chosen, found, max(search.bound, found.value), search.gap, search.rounds)


def _cheaper(search: _Search, chosen: Portfolio) -> Portfolio:
    """Return one worth as much for less money, unless it is too much like one it shall be apart from."""
    cheaper = thrifty(search.problem, chosen)
    is_apart = all(len(differing(search.problem, cheaper, other)) >= _APART for other in search.apart)
    return cheaper if is_apart else chosen


def _early(search: _Search, chosen: Portfolio, seconds: float) -> Portfolio:
    """Return the same ways, each starting as early as money and hours allow together."""
    if not any(option.starts for option in taken(search.problem, chosen).values()):
        return chosen
    model = Model(search.problem)
    model.hold(chosen)
    model.model.minimize(model.later())
    result = model.solved(seconds, 0.0)
    if not result.has_primal_feasible_solution():
        return chosen
    earlier = model.portfolio(result.variable_values())
    return chosen if broken(search.problem, earlier) else earlier
