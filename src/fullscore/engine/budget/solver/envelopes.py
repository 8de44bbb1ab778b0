"""The best line below each summand where all switches may be halves: what the proof begins with.

Of up to eight controls every set is written down, with a weight each: their mixture is the convex envelope of
the loss on the cube, the tightest bound there is. Solved once as a linear programme, its dual prices are one
line a summand, and these lines give the same bound without the weights (projection of a hull, Balas 1998).
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from ortools.math_opt.python import mathopt

from fullscore.engine.budget.solver.losses import Line, Summand
from fullscore.engine.budget.solver.model import Model

# Two to the eighth weights; of more controls only the tangents bound the loss.
_MOST = 8
_SAFE = 1e-12


@dataclass(frozen=True, slots=True)
class _Hull:
    """The rows of one summand in the programme, by which its weights mix to each control."""

    place: int
    links: dict[str, mathopt.LinearConstraint]


def lines(model: Model) -> Iterator[tuple[int, Line]]:
    """Yield a line for each summand that has few controls, touching at the relaxed optimum of `model`.

    `model` is one of its own, without lines of those summands and with its objective; it is used up.
    """
    for switch in model.switches.values():
        switch.integer = False
    hulls = [_hull(model, place, each) for place, each in enumerate(model.summands) if is_few(each)]
    result = mathopt.solve(model.model, mathopt.SolverType.GLOP)
    if not result.has_dual_feasible_solution():
        return
    prices = result.dual_values()
    for hull in hulls:
        slopes = {ref: -prices[link] for ref, link in hull.links.items()}
        yield hull.place, _below(model.summands[hull.place], slopes)


def is_few(summand: Summand) -> bool:
    """Say whether all sets of its controls can be written down; of one the line is exact already."""
    return 1 < len(summand.logs) <= _MOST


def _hull(model: Model, place: int, summand: Summand) -> _Hull:
    sets = tuple(_sets(tuple(summand.logs)))
    weights = [model.model.add_variable(lb=0.0) for _ in sets]
    model.model.add_linear_constraint(mathopt.fast_sum(weights) == 1)
    links = {
        ref: model.model.add_linear_constraint(
            mathopt.fast_sum(weight for weight, one in zip(weights, sets, strict=True) if ref in one)
            - model.controls[ref]
            == 0
        )
        for ref in summand.logs
    }
    losses = mathopt.fast_sum(weight * summand.left(one) for weight, one in zip(weights, sets, strict=True))
    model.model.add_linear_constraint(model.losses[place] - losses >= 0)
    return _Hull(place, links)


def _sets(refs: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for size in range(len(refs) + 1):
        yield from combinations(refs, size)


def _below(summand: Summand, slopes: dict[str, float]) -> Line:
    """Return the highest line of these slopes that no set lies below: right whatever the prices are."""
    constant = min(
        summand.left(one) - math.fsum(slopes[ref] for ref in one) for one in _sets(tuple(summand.logs))
    )
    return Line(constant - _SAFE * summand.amount, slopes)
