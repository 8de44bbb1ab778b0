"""What accepted plans ask to be ordered: paid when it comes, running from the day it is needed."""

from functools import partial

from fullscore.engine.budget.forecast.facts import AskedFact, Horizon, Known, Made, Part, Unknown
from fullscore.engine.budget.forecast.running import Paid, amounts, opened
from fullscore.engine.findings.trace import Source, leaf
from fullscore.engine.vendors.ends import month_of


def parts(known: Known, horizon: Horizon) -> Made:
    """Return a part for each order that is still to come; what came stands among contracts and items."""
    to_come = [one for one in known.asked if one.came_on is None]
    found = (_part(one, horizon) for one in to_come)
    unknown = (
        Unknown("plan", "goals", one.plan, one.name, "price")
        for one in to_come
        if one.once is None and one.year is None
    )
    return tuple(part for part in found if part.amounts), tuple(unknown)


def _part(one: AskedFact, horizon: Horizon) -> Part:
    month = max(month_of(one.need_by), horizon.now)
    paid = []
    if one.once is not None:
        paid.append(Paid(leaf(one.once, Source(one.REGISTER, one.ref, "cost_once"), "once"), month))
    if one.year is not None:
        yearly = leaf(one.year, Source(one.REGISTER, one.ref, "cost_year"), "a year")
        paid.append(Paid(yearly, month, is_yearly=True))
    treatment = "capex" if one.register == "models" else "opex"
    return Part(
        "plan", "goals", one.plan, one.name, "grow", treatment, amounts(paid, horizon.now, horizon.last),
        partial(opened, tuple(paid)), team=one.team,
    )  # fmt: skip
