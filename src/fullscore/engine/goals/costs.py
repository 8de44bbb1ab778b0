"""What an order costs: once, and a year from then on; a missing price stays missing."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from fullscore.engine.estate.facts import LevelFact, ModelFact, PoolFact
from fullscore.engine.estate.sources import source_of
from fullscore.engine.findings.trace import Trace
from fullscore.engine.goals.goal import Assumption
from fullscore.engine.goals.holdings import Holdings
from fullscore.engine.money.amounts import cents

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Option:
    """One price that was compared, in words, with what it comes to."""

    text: str
    cost: Decimal
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Cost:
    """Amounts in the organisation's currency; None where there is no such part, or no price for it."""

    once: Trace | None = None
    year: Trace | None = None
    is_known: bool = True
    assumptions: tuple[Assumption, ...] = ()
    # How often the yearly part is paid.
    period: str = "month"
    options: tuple[Option, ...] = ()


def of_quantity(
    thing: ModelFact | PoolFact, quantity: Trace, holdings: Holdings, months: int | None = None
) -> Cost:
    """Return what so many units cost at the price of the register; for some `months` only, it is once."""
    if thing.unit_cost is None:
        return _unknown(thing.name, thing.REGISTER, thing.ref, "unit_cost")
    price = Trace(
        thing.unit_cost, row=source_of(thing, "unit_cost", holdings.estate.files), note="price of one"
    )
    period = thing.cost_period if isinstance(thing, PoolFact) else "once"
    if period == "once":
        return Cost(once=_amount((quantity, price)))
    if months is not None:
        return Cost(once=_amount((quantity, price, _for_a_time(months, period))))
    twelve = (Trace(MONTHS, "months"),) if period == "month" else ()
    return Cost(year=_amount((quantity, price, *twelve)), period=period)


def _for_a_time(months: int, period: str) -> Trace:
    if period == "month":
        return Trace(months, "months", note="as long as they are here")
    return Trace(math.ceil(months / MONTHS), "years", note="paid by the year")


def of_level(
    pool: PoolFact,
    chosen: LevelFact,
    present: LevelFact | None,
    holdings: Holdings,
    months: int | None = None,
) -> Cost:
    """Return what changing from the present level to the chosen one costs.

    For some `months` only: the difference for as long, not less than the level's shortest term, and back.
    """
    files = holdings.estate.files
    if chosen.cost_month is None:
        return _unknown(f"{pool.name}, {chosen.capacity:f}", "levels", chosen.ref, "cost_month")
    if present is None or present.cost_month is None:
        ref, register = (pool.ref, "pools") if present is None else (present.ref, "levels")
        return _unknown(f"the present size of {pool.name}", register, ref, "cost_month")
    new = Trace(chosen.cost_month, row=source_of(chosen, "cost_month", files), note="a month from then on")
    old = Trace(present.cost_month, row=source_of(present, "cost_month", files), note="a month today")
    step = chosen.cost_month - present.cost_month
    difference = Trace(step, op="difference", args=(new, old))
    change = () if chosen.cost_once is None else (_change(chosen, chosen.cost_once, files),)
    if months is not None:
        least = max(months, chosen.term_months or 0)
        term = Trace(least, "months", note="as long as they are here, not below the shortest term")
        whole = Trace(step * least, "money", "product", (difference, term))
        return Cost(once=_total((whole, *change)))
    year = _amount((difference, Trace(MONTHS, "months")))
    return Cost(once=_total(change) if change else None, year=year)


def _change(chosen: LevelFact, amount: Decimal, files: Mapping[int, str]) -> Trace:
    return Trace(amount, "money", row=source_of(chosen, "cost_once", files), note="for the change")


def _total(parts: tuple[Trace, ...]) -> Trace:
    total = sum((part.value for part in parts if isinstance(part.value, Decimal)), Decimal(0))
    return Trace(cents(total), "money", "cents", (Trace(total, "money", "sum", parts),))


def _amount(factors: tuple[Trace, ...]) -> Trace:
    exact = Decimal(1)
    for factor in factors:
        assert isinstance(factor.value, Decimal | int)
        exact *= factor.value
    return Trace(cents(exact), "money", "cents", (Trace(exact, "money", "product", factors),))


def _unknown(name: str, register: str, ref: str, field: str) -> Cost:
    told = Assumption(f"The price of {name} is not known; totals are at least so much", register, ref, field)
    return Cost(is_known=False, assumptions=(told,))
