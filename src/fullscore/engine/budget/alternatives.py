"""Portfolios nearly as good: so that whoever decides sees what little another taste costs."""

from dataclasses import dataclass

from fullscore.engine.budget.asking import Best, chosen_of
from fullscore.engine.budget.lines import Line, lines
from fullscore.engine.budget.problem import Problem
from fullscore.engine.budget.solution import Figures, Portfolio, Solution, Status

MOST = 5
# Within a hundredth of value + loss, the measure of the gap too: value alone may be near nothing.
WITHIN = 0.01


@dataclass(frozen=True, slots=True)
class Alternative:
    """A portfolio that is `lost` worse a year than the best; `lines` tell it from that one.

    Within the gap of the proof it may be a little better; `lost` is 0 then.
    """

    chosen: Portfolio
    figures: Figures
    lost: float
    lines: tuple[Line, ...]
    status: Status
    gap: float


def alternatives(
    problem: Problem, solution: Solution, *, best: Best, most: int = MOST, year: int = 0
) -> tuple[Alternative, ...]:
    """Return the best portfolios within a hundredth of value + loss, best first.

    Each does at least two proposals in another way than the best one and than each above it. Raises
    `NothingChosenError` for a solution without a portfolio.
    """
    figures = chosen_of(solution)
    least = figures.value - WITHIN * (abs(figures.value) + figures.loss)
    seen, found = [solution.chosen], list[Alternative]()
    while len(found) < most:
        next_best = best(problem, apart=seen, at_least=least)
        if next_best.status is Status.IMPOSSIBLE or next_best.figures is None:
            break
        found.append(_alternative(problem, solution, next_best, year))
        seen.append(next_best.chosen)
    return tuple(sorted(found, key=lambda each: -each.figures.value))


def _alternative(problem: Problem, solution: Solution, other: Solution, year: int) -> Alternative:
    was, figures = chosen_of(solution), chosen_of(other)
    changes = lines(problem, solution.chosen, other.chosen, year)
    return Alternative(
        other.chosen, figures, max(0.0, was.value - figures.value), changes, other.status, other.gap
    )
