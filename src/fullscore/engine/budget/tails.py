"""Bad years of portfolios: simulated with the same dice for all, so that they differ by their controls alone.

What a year costs in the worst of so many is no sum of what options do, so a limit of a bad year is kept by
looking, not by proof: the best of those examined that meets it is named as just that.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Protocol

from fullscore.engine.budget.asking import Best, controls_of
from fullscore.engine.budget.figures import figures
from fullscore.engine.budget.problem import Option, Problem
from fullscore.engine.budget.solution import Portfolio
from fullscore.engine.risk.scenario import Risks
from fullscore.engine.risk.simulation import Simulation

# How much goal value and cost avoided count when safer portfolios than the best are looked for.
_WEIGHTS = (Decimal("0.5"), Decimal("0.2"), Decimal(0))


class Compared(Protocol):
    """Simulates the same years under several sets of controls."""

    def __call__(
        self, risks: Risks, sets: Sequence[Collection[str]], *, seed: int
    ) -> Sequence[Simulation]: ...


@dataclass(frozen=True, slots=True)
class BadYear:
    """The owners want at most `amount` to stay with them in the worst of `years` years."""

    years: int
    amount: float


@dataclass(frozen=True, slots=True)
class Examined:
    """A portfolio with its simulated years; `is_within` says whether it meets the limit, None without one.

    `is_sure`: it also does at the upper end of the percentile's interval.
    """

    chosen: Portfolio
    value: float
    controls: frozenset[str]
    simulation: Simulation
    is_within: bool | None = None
    is_sure: bool | None = None


@dataclass(frozen=True, slots=True)
class Tail:
    """All that were examined, in the order given; `best` is the one of most value that meets the limit.

    Without a limit it is the one of most value; None: none of the examined meets it.
    """

    examined: tuple[Examined, ...]
    limit: BadYear | None
    best: Examined | None
    seed: int

    @property
    def count(self) -> int:
        return len(self.examined)


def candidates(problem: Problem, portfolios: Iterable[Portfolio], *, best: Best) -> tuple[Portfolio, ...]:
    """Return the portfolios, and safer ones: best where all but losses counts less, down to nothing."""
    found = list(portfolios)
    for weight in _WEIGHTS:
        safer = best(_weighted(problem, weight))
        if safer.figures is not None:
            found.append(safer.chosen)
    return tuple({tuple(sorted(each.items())): each for each in found}.values())


def examine(
    problem: Problem, portfolios: Sequence[Portfolio], risks: Risks, *, compared: Compared, seed: int,
    limit: BadYear | None = None,
) -> Tail:  # fmt: skip
    """Return the simulated years of every portfolio, and the best of them that meets the limit.

    Portfolios that bring the same controls share their years.
    """
    brought = [controls_of(problem, portfolio) for portfolio in portfolios]
    sets = list(dict.fromkeys(brought))
    simulated = dict(zip(sets, compared(risks, sets, seed=seed) if sets else (), strict=True))
    examined = tuple(
        _judged(Examined(portfolio, figures(problem, portfolio).value, controls, simulated[controls]), limit)
        for portfolio, controls in zip(portfolios, brought, strict=True)
    )
    meeting = (each for each in examined if each.is_within is not False)
    return Tail(examined, limit, max(meeting, key=lambda each: each.value, default=None), seed)


def _judged(examined: Examined, limit: BadYear | None) -> Examined:
    if limit is None:
        return examined
    outlook = examined.simulation.net
    point = outlook.points.get(limit.years)
    if point is not None:
        return replace(
            examined, is_within=point.value <= limit.amount, is_sure=point.high <= limit.amount
        )  # fmt: skip
    is_within = outlook.chance_of(limit.amount) <= 1 / limit.years
    return replace(examined, is_within=is_within, is_sure=None)


def _weighted(problem: Problem, weight: Decimal) -> Problem:
    def lessened(option: Option) -> Option:
        return replace(
            option, goal_value=option.goal_value * weight, cost_avoided=option.cost_avoided * weight
        )  # fmt: skip

    return replace(
        problem,
        proposals=tuple(
            replace(each, options=tuple(lessened(option) for option in each.options))
            for each in problem.proposals
        ),
    )
