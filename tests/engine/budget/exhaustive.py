"""The best portfolio by trying every one: what solvers are held against, and what small questions need."""

from collections.abc import Iterator, Sequence
from itertools import product

from fullscore.engine.budget.breaking import broken
from fullscore.engine.budget.figures import figures
from fullscore.engine.budget.options import apart as ways_apart
from fullscore.engine.budget.options import options_of
from fullscore.engine.budget.problem import Problem
from fullscore.engine.budget.solution import Portfolio, Solution, Status

_LEAST_APART = 2


def kept(problem: Problem) -> Iterator[Portfolio]:
    """Yield every portfolio that breaks no rule."""
    refs = [each.ref for each in problem.proposals]
    for options in product(*(options_of(each) for each in problem.proposals)):
        portfolio = dict(zip(refs, (option.ref for option in options), strict=True))
        if not broken(problem, portfolio):
            yield portfolio


def best(
    problem: Problem, *, apart: Sequence[Portfolio] = (), at_least: float | None = None,
    hint: Portfolio | None = None,
) -> Solution:  # fmt: skip
    """Return the first of the best portfolios; a hint is of no use to who tries all."""
    found = [
        (figures(problem, each), each) for each in kept(problem)
        if all(len(ways_apart(problem, each, other)) >= _LEAST_APART for other in apart)
    ]  # fmt: skip
    least = float("-inf") if at_least is None else at_least - 1e-9
    worthy = [each for each in found if each[0].value >= least]
    if not worthy:
        return Solution(Status.IMPOSSIBLE, {}, None, 0.0, 0.0)
    money, portfolio = max(worthy, key=lambda each: (each[0].value, -sum(each[0].spends)))
    return Solution(Status.PROVEN, portfolio, money, money.value, 0.0)
