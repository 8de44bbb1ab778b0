"""What an order costs: once, and a year from then on; a missing price stays missing."""

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
class Cost:
    """Amounts in the organisation's currency; None where there is no such part, or no price for it."""

    once: Trace | None = None
    year: Trace | None = None
    is_known: bool = True
    assumptions: tuple[Assumption, ...] = ()


def of_quantity(thing: ModelFact | PoolFact, quantity: Trace, holdings: Holdings) -> Cost:
    """Return what so many units cost at the price of the register."""
    if thing.unit_cost is None:
        return _unknown(thing.name, thing.REGISTER, thing.ref, "unit_cost")
    price = Trace(
        thing.unit_cost, row=source_of(thing, "unit_cost", holdings.estate.files), note="price of one"
    )
    period = thing.cost_period if isinstance(thing, PoolFact) else "once"
    if period == "once":
        return Cost(once=_amount((quantity, price)))
    months = (Trace(MONTHS, "months"),) if period == "month" else ()
    return Cost(year=_amount((quantity, price, *months)))


def of_level(pool: PoolFact, chosen: LevelFact, present: LevelFact | None, holdings: Holdings) -> Cost:
    """Return what changing from the present level to the chosen one costs."""
    files = holdings.estate.files
    if chosen.cost_month is None:
        return _unknown(f"{pool.name}, {chosen.capacity:f}", "levels", chosen.ref, "cost_month")
    if present is None or present.cost_month is None:
        ref, register = (pool.ref, "pools") if present is None else (present.ref, "levels")
        return _unknown(f"the present size of {pool.name}", register, ref, "cost_month")
    new = Trace(chosen.cost_month, row=source_of(chosen, "cost_month", files), note="a month from then on")
    old = Trace(present.cost_month, row=source_of(present, "cost_month", files), note="a month today")
    difference = Trace(chosen.cost_month - present.cost_month, op="difference", args=(new, old))
    year = _amount((difference, Trace(MONTHS, "months")))
    if chosen.cost_once is None:
        return Cost(year=year)
    once = Trace(chosen.cost_once, row=source_of(chosen, "cost_once", files), note="for the change")
    return Cost(once=_amount((once,)), year=year)


def _amount(factors: tuple[Trace, ...]) -> Trace:
    exact = Decimal(1)
    for factor in factors:
        assert isinstance(factor.value, Decimal | int)
        exact *= factor.value
    return Trace(cents(exact), "money", "cents", (Trace(exact, "money", "product", factors),))


def _unknown(name: str, register: str, ref: str, field: str) -> Cost:
    told = Assumption(f"The price of {name} is not known; totals are at least so much", register, ref, field)
    return Cost(is_known=False, assumptions=(told,))
