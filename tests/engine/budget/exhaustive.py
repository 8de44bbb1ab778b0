"""The best portfolio by trying every one: what solvers are held against, and what small questions need."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from fullscore.engine.budget.breaking import broken
from fullscore.engine.budget.figures import figures
from fullscore.engine.budget.options import apart as ways_apart
from fullscore.engine.budget.options import options_of
from fullscore.engine.budget.problem import Problem
from fullscore.engine.budget.solution import Figures, Portfolio, Solution, Status

_LEAST_APART = 2


Tried = tuple[Portfolio, Figures, frozenset[str]]
# The problem is kept beside what was tried, so that its parts are not mistaken for others'.
_SEEN: dict[object, tuple[Problem, list[Tried]]] = {}
_MOST_SEEN = 8


def kept(problem: Problem) -> Iterator[Portfolio]:
    """Yield every portfolio that breaks no rule."""
    return (portfolio for portfolio, _, keys in _tried(problem) if keys <= problem.dropped)


def _tried(problem: Problem) -> list[Tried]:
    """Return every portfolio with its figures and what it breaks, whatever is let go."""
    shares = (tuple(each.items()) for each in (problem.floors, problem.ceilings))
    given = (id(problem.proposals), id(problem.parts), problem.ties)
    key = (*given, problem.budgets, problem.hours, *shares)
    if key not in _SEEN:
        if len(_SEEN) >= _MOST_SEEN:
            _SEEN.clear()
        _SEEN[key] = problem, list(_every(replace(problem, dropped=frozenset())))
    return _SEEN[key][1]


def _every(problem: Problem) -> Iterator[Tried]:
    refs = [each.ref for each in problem.proposals]
    for options in product(*(options_of(each) for each in problem.proposals)):
        portfolio = dict(zip(refs, (option.ref for option in options), strict=True))
        keys = frozenset(each.key for each in broken(problem, portfolio))
        yield portfolio, figures(problem, portfolio), keys


def best(
    problem: Problem, *, apart: Sequence[Portfolio] = (), at_least: float | None = None,
    hint: Portfolio | None = None,
) -> Solution:  # fmt: skip
    """Return the first of the best portfolios; a hint is of no use to who tries all."""
    found = [
        (money, each) for each, money, keys in _tried(problem)
        if keys <= problem.dropped
        and all(len(ways_apart(problem, each, other)) >= _LEAST_APART for other in apart)
    ]  # fmt: skip
    least = float("-inf") if at_least is None else at_least - 1e-9
    worthy = [each for each in found if each[0].value >= least]
    if not worthy:
        return Solution(Status.IMPOSSIBLE, {}, None, 0.0, 0.0)
    money, portfolio = max(worthy, key=lambda each: (each[0].value, -sum(each[0].spends)))
    return Solution(Status.PROVEN, portfolio, money, money.value, 0.0)
