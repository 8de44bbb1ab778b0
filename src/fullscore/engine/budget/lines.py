"""What tells two portfolios apart, one proposal a line: the money it frees and the value it takes along.

Controls multiply, so what one proposal is worth hangs on what else is done. Lines are counted in the order
they stand in: each is what changes when this proposal follows those above it, and all of them together
are what tells the two portfolios apart, to the last cent.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from fullscore.engine.budget.asking import of_year, with_option
from fullscore.engine.budget.figures import figures
from fullscore.engine.budget.options import nothing_of, taken, way_of
from fullscore.engine.budget.problem import Option, Problem
from fullscore.engine.budget.solution import Figures, Portfolio

QUARTERS = 4


class How(StrEnum):
    """What becomes of a proposal."""

    OUT = "falls out"
    OTHER = "is done in another way"
    LATER = "begins later"
    SOONER = "begins sooner"
    IN = "comes in"


@dataclass(frozen=True, slots=True)
class Line:
    """One proposal that changes: money it saves in the year asked for, and what a year loses with it.

    `lost` = goal_value + cost_avoided + loss, each what goes (less than 0: what is gained), of one year at
    full effect. One that begins `quarters` later misses `meanwhile` until then, which is no part of `lost`.
    """

    proposal: str
    name: str
    before: Option
    after: Option
    how: How
    saved: Decimal
    lost: float
    goal_value: Decimal
    cost_avoided: Decimal
    loss: float
    quarters: int = 0
    meanwhile: float = 0.0


_ORDER = tuple(How)


def lines(problem: Problem, before: Portfolio, after: Portfolio, year: int = 0) -> tuple[Line, ...]:
    """Return a line for every proposal that changes: what falls out first, and of that what saves most."""
    first, last = taken(problem, before), taken(problem, after)
    names = {each.ref: each.name for each in problem.proposals}
    found, here, now = list[Line](), before, figures(problem, before)
    for ref in _changed(first, last, year):
        here = with_option(here, ref, last[ref])
        then = figures(problem, here)
        line = _line(ref, names[ref], (first[ref], last[ref]), (now, then), year)
        found.append(replace(line, meanwhile=_meanwhile(problem, after, line)))
        now = then
    return tuple(found)


def worth(problem: Problem, portfolio: Portfolio, ref: str) -> float:
    """Return what a year loses when this proposal alone is not done, all others as they are."""
    proposal = next(each for each in problem.proposals if each.ref == ref)
    bare = with_option(portfolio, ref, nothing_of(proposal))
    return figures(problem, portfolio).value - figures(problem, bare).value


def together(found: Sequence[Line]) -> tuple[Decimal, float]:
    """Return what all lines save in the year and what they lose a year."""
    return sum((line.saved for line in found), Decimal(0)), sum(line.lost for line in found)


def _line(
    ref: str, name: str, options: tuple[Option, Option], then: tuple[Figures, Figures], year: int
) -> Line:
    (before, after), (now, later) = options, then
    return Line(
        ref, name, before, after, _how(before, after), _saved(before, after, year), now.value - later.value,
        now.goal_value - later.goal_value, now.cost_avoided - later.cost_avoided, later.loss - now.loss,
        after.starts - before.starts if way_of(before) == way_of(after) else 0,
    )  # fmt: skip


def _changed(first: Mapping[str, Option], last: Mapping[str, Option], year: int) -> list[str]:
    def place(ref: str) -> tuple[int, Decimal, str]:
        return (
            _ORDER.index(_how(first[ref], last[ref])), -_saved(first[ref], last[ref], year), ref,
        )  # fmt: skip

    return sorted((ref for ref, option in first.items() if option.ref != last[ref].ref), key=place)


def _meanwhile(problem: Problem, after: Portfolio, line: Line) -> float:
    return worth(problem, after, line.proposal) * line.quarters / QUARTERS if line.how is How.LATER else 0.0


def _saved(before: Option, after: Option, year: int) -> Decimal:
    return of_year(before.spends, year) - of_year(after.spends, year)


def _how(before: Option, after: Option) -> How:
    if after.is_nothing:
        return How.OUT
    if before.is_nothing:
        return How.IN
    if way_of(before) != way_of(after):
        return How.OTHER
    return How.LATER if after.starts > before.starts else How.SOONER
