"""A portfolio of the same value for less money: no option is kept that something cheaper makes up for.

Money is no part of the value, so among portfolios of one value a solver takes any. Whoever pays does not.
"""

from collections.abc import Iterator
from decimal import Decimal

from fullscore.engine.budget.asking import with_option
from fullscore.engine.budget.breaking import broken
from fullscore.engine.budget.figures import figures
from fullscore.engine.budget.options import options_of, taken
from fullscore.engine.budget.problem import Option, Problem, Proposal
from fullscore.engine.budget.solution import Portfolio

_NONE = Decimal(0)


def thrifty(problem: Problem, portfolio: Portfolio) -> Portfolio:
    """Return a portfolio worth at least as much, in which no one option could be a cheaper one.

    Cheaper is less money over all years, or as much and less work. The dearest are tried first, until none
    can be; rules that are kept stay kept.
    """
    while (cheaper := _cheaper(problem, portfolio)) is not None:
        portfolio = cheaper
    return portfolio


def _cheaper(problem: Problem, portfolio: Portfolio) -> Portfolio | None:
    options = taken(problem, portfolio)
    value = figures(problem, portfolio).value
    dearest = sorted(problem.proposals, key=lambda each: _takes(options[each.ref]), reverse=True)
    for proposal in dearest:
        for option in _may_do(proposal, options[proposal.ref]):
            other = with_option(portfolio, proposal.ref, option)
            if figures(problem, other).value >= value and not broken(problem, other):
                return other
    return None


def _may_do(proposal: Proposal, now: Option) -> Iterator[Option]:
    """Yield cheaper options, cheapest first, without those that earn less and bring no other control."""
    for option in sorted(options_of(proposal), key=_takes):
        is_less = option.goal_value + option.cost_avoided < now.goal_value + now.cost_avoided
        if _takes(option) < _takes(now) and not (is_less and option.controls <= now.controls):
            yield option


def _takes(option: Option) -> tuple[Decimal, Decimal]:
    return sum(option.spends, _NONE), sum(option.hours, _NONE)
