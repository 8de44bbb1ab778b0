"""What each budget of a year brings: the best portfolio at each total, without a point that buys nothing."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from fullscore.engine.budget.asking import Best, chosen_of, of_year, with_budget
from fullscore.engine.budget.problem import Problem
from fullscore.engine.budget.solution import Figures, Portfolio, Solution, Status

COUNT = 12
_STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))
# Values closer than the gap of a proof are the same value.
_SAME = 1e-4


@dataclass(frozen=True, slots=True)
class Point:
    """The best at one total: `budget` asked for, `spend` of it used, `value` brought a year."""

    budget: Decimal
    value: float
    spend: Decimal
    chosen: Portfolio
    figures: Figures
    status: Status
    gap: float


@dataclass(frozen=True, slots=True)
class Frontier:
    """Points of rising spend and value; `impossible` totals no portfolio keeps to.

    From `flat_from` on more money brought nothing at the totals that were asked for; None: all of it did.
    """

    year: int
    points: tuple[Point, ...]
    impossible: tuple[Decimal, ...]
    flat_from: Decimal | None


def frontier(
    problem: Problem, totals: Iterable[Decimal], *, best: Best, year: int = 0,
    progress: Callable[[float], None] = lambda _: None, stop: Callable[[], bool] = lambda: False,
) -> Frontier:  # fmt: skip
    """Return the best portfolio for each total of a year, all other limits as they are.

    A total whose best is no better than that of a smaller one, or spends as little as it for as much, is no
    point of its own; nor is one whose time was up before anything was found. `progress` gets the share
    done, in [0, 1]; stops early when `stop` says so.
    """
    wanted, impossible = sorted(set(totals)), list[Decimal]()
    found: list[Point] = []
    for number, total in enumerate(wanted):
        if stop():
            break
        # What kept to a smaller total keeps to this one.
        hint = found[-1].chosen if found else None
        solution = best(with_budget(problem, year, total), hint=hint)
        if solution.status is Status.IMPOSSIBLE:
            impossible.append(total)
        elif solution.figures is not None:
            found.append(_point(total, solution, year))
        progress((number + 1) / len(wanted))
    points = _rising(found)
    last = points[-1].budget if points else None
    flat = next((point.budget for point in found if last is not None and point.budget > last), None)
    return Frontier(year, points, tuple(impossible), flat)


def totals(
    problem: Problem, base: Solution, *, best: Best, year: int = 0, count: int = COUNT
) -> tuple[Decimal, ...]:
    """Return round totals from nothing to what the best portfolio spends without a limit in the year.

    What `base` spends and its budget are among them. Raises `NothingChosenError` without a portfolio.
    """
    spends = of_year(chosen_of(base).spends, year)
    most = of_year(chosen_of(best(with_budget(problem, year, None), hint=base.chosen)).spends, year)
    step = _round_step(max(most, spends) / max(1, count - 1))
    limit = problem.budgets[year] if year < len(problem.budgets) else None
    ladder = {step * number for number in range(count)} if step else set[Decimal]()
    own = {spends} if limit is None else {spends, min(limit, max(most, spends))}
    return tuple(sorted(ladder | own))


def _round_step(wanted: Decimal) -> Decimal:
    """Return the next of 1, 2, 5 x a power of ten."""
    if wanted <= 0:
        return Decimal(0)
    power = Decimal(1).scaleb(wanted.adjusted())
    return (next(step for step in _STEPS if step * power >= wanted) * power).quantize(
        Decimal(1).scaleb(min(0, wanted.adjusted())), ROUND_CEILING
    )


def _point(total: Decimal, solution: Solution, year: int) -> Point:
    figures = chosen_of(solution)
    spend = of_year(figures.spends, year)
    return Point(total, figures.value, spend, solution.chosen, figures, solution.status, solution.gap)


def _rising(found: list[Point]) -> tuple[Point, ...]:
    """Return the points without those that another one beats: as much value for as little money or less."""
    kept: list[Point] = []
    for point in found:
        if kept and point.value <= kept[-1].value + _tolerance(point):
            continue
        while kept and kept[-1].spend >= point.spend:
            kept.pop()
        kept.append(point)
    return tuple(kept)


def _tolerance(point: Point) -> float:
    return _SAME * (abs(point.value) + point.figures.loss)
