"""Who answers what the best portfolio is: given to every question, so that none of them knows a solver."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Protocol

from fullscore.engine.budget.options import options_of, taken, way_of
from fullscore.engine.budget.problem import Option, Pin, Problem, Proposal
from fullscore.engine.budget.solution import Figures, Portfolio, Solution, Status


class Best(Protocol):
    """Finds the best portfolio of a problem.

    `apart` asks for one that does at least two proposals in another way than each of these, `at_least` for
    one of that value or more; where there is none the answer is IMPOSSIBLE. `hint` is one to begin from.
    """

    def __call__(
        self, problem: Problem, *, apart: Sequence[Portfolio] = (), at_least: float | None = None,
        hint: Portfolio | None = None,
    ) -> Solution: ...  # fmt: skip


class NothingChosenError(ValueError):
    """Asked about a portfolio where none was found: ask for the clash instead."""


def chosen_of(solution: Solution) -> Figures:
    """Return the figures of a solution; raises `NothingChosenError` where it has no portfolio."""
    if solution.status is Status.IMPOSSIBLE or solution.figures is None:
        raise NothingChosenError
    return solution.figures


def of_year(amounts: Sequence[Decimal], year: int) -> Decimal:
    """Return what stands for a year or quarter; those not written at the end are 0."""
    return amounts[year] if year < len(amounts) else Decimal(0)


def with_budget(problem: Problem, year: int, amount: Decimal | None) -> Problem:
    """Return the problem with another budget in one year; None: no limit."""
    budgets = list(problem.budgets) + [None] * (year + 1 - len(problem.budgets))
    budgets[year] = amount
    return replace(problem, budgets=tuple(budgets))


def without(problem: Problem, ref: str) -> Problem:
    """Return the problem in which a proposal cannot be done in any way but not at all."""

    def barred(option: Option) -> Option:
        return option if option.is_nothing else replace(option, pin=Pin.FORBIDDEN)

    return _changed(problem, ref, lambda each: tuple(barred(option) for option in each.options))


def doing(problem: Problem, ref: str) -> Problem:
    """Return the problem in which a proposal is done, in the best of its ways that nobody forbids."""

    def asked(option: Option) -> Option:
        pin = Pin.FORBIDDEN if option.is_nothing else option.pin
        return replace(option, pin=Pin.FREE if pin is Pin.PINNED else pin)

    return _changed(problem, ref, lambda each: tuple(asked(option) for option in options_of(each)))


def _changed(problem: Problem, ref: str, change: "_Options") -> Problem:
    """Return the problem with other options of one proposal, whose pins hold whatever was let go before."""
    proposals = tuple(
        replace(each, options=change(each)) if each.ref == ref else each for each in problem.proposals
    )
    pins = {f"pin:{way_of(option)}" for each in proposals if each.ref == ref for option in each.options}
    return replace(problem, proposals=proposals, dropped=problem.dropped - pins)


class _Options(Protocol):
    def __call__(self, proposal: Proposal, /) -> tuple[Option, ...]: ...


def dropped(problem: Problem, *keys: str) -> Problem:
    """Return the problem without these rules."""
    return replace(problem, dropped=problem.dropped | frozenset(keys))


def with_option(portfolio: Portfolio, ref: str, option: Option) -> Portfolio:
    """Return the portfolio with another option of one proposal, all else as it is."""
    return {**portfolio, ref: option.ref}


def controls_of(problem: Problem, portfolio: Portfolio) -> frozenset[str]:
    """Return every control the portfolio brings."""
    return frozenset(ref for option in taken(problem, portfolio).values() for ref in option.controls)
