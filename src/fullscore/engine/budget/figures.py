"""What a portfolio is worth and takes: added up exactly, option by option, without any model."""

from decimal import Decimal
from itertools import zip_longest

from fullscore.engine.budget.options import taken
from fullscore.engine.budget.problem import Option, Problem
from fullscore.engine.budget.solution import Figures, Portfolio
from fullscore.engine.risk.parts import expected

_NONE = Decimal(0)
Amounts = tuple[Decimal, ...]


def figures(problem: Problem, portfolio: Portfolio) -> Figures:
    """Return its figures; a control counts once however many options bring it.

    Raises `KeyError` for an option nobody knows.
    """
    options = taken(problem, portfolio)
    controls = {ref for option in options.values() for ref in option.controls}
    purposes = {purpose.value: _NONE for purpose in type(problem.proposals[0].purpose)} if options else {}
    for proposal in problem.proposals:
        purposes[proposal.purpose.value] += sum(options[proposal.ref].spends, _NONE)
    return Figures(
        sum((option.goal_value for option in options.values()), _NONE),
        sum((option.cost_avoided for option in options.values()), _NONE),
        expected(problem.parts, controls),
        _added([option.spends for option in options.values()], len(problem.budgets)),
        _added([option.hours for option in options.values()], len(problem.hours)),
        purposes,
    )


def _added(rows: list[Amounts], least: int) -> Amounts:
    """Return the sums by year or quarter, at least so many; what is not written is 0."""
    rows = [*rows, (_NONE,) * least]
    return tuple(sum(column, _NONE) for column in zip_longest(*rows, fillvalue=_NONE))


def worth(option: Option) -> Decimal:
    """Return what a year of the option brings beside less loss."""
    return option.goal_value + option.cost_avoided
