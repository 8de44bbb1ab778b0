"""Accepted proposals: what their chosen way costs once, every year, and in single years of it."""

from collections.abc import Iterator
from functools import partial

from fullscore.engine.budget.forecast.facts import Horizon, Known, Made, Part, ProjectFact, Unknown
from fullscore.engine.budget.forecast.running import Paid, amounts, opened
from fullscore.engine.findings.trace import Source, leaf
from fullscore.engine.goals.orders.costs import MONTHS
from fullscore.engine.vendors.ends import month_of


def parts(known: Known, horizon: Horizon) -> Made:
    """Return a part for each accepted proposal with a price; those without a way or a price are named."""
    found, unknown = [], []
    for one in known.projects:
        paid = tuple(_paid(one))
        if not paid:
            why = "way" if one.option is None else "price"
            unknown.append(Unknown("project", "proposals", one.ref, one.name, why))
            continue
        months = amounts(paid, horizon.now, horizon.last)
        if months:
            found.append(
                Part("project", "proposals", one.ref, one.name, one.purpose, "opex", months,
                     partial(opened, paid))
            )  # fmt: skip
    return tuple(found), tuple(unknown)


def _paid(one: ProjectFact) -> Iterator[Paid]:
    """Yield what its way costs; what it costs once is not paid again for a start that lies behind."""
    if one.option is None:
        return
    month = month_of(one.starts_on)
    if one.once is not None:
        yield Paid(leaf(one.once, Source("options", one.option, "once_cost"), "once"), month)
    if one.year is not None:
        yearly = leaf(one.year, Source("options", one.option, "yearly_cost"), "a year")
        yield Paid(yearly, month, is_yearly=True)
    for outlay in one.outlays:
        row = Source("outlays", outlay.ref, "amount")
        yield Paid(leaf(outlay.amount, row, outlay.note), month + MONTHS * (outlay.year - 1))
