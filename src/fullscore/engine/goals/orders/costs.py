"""What an order costs: once, and a year from then on; a missing price stays missing."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from fullscore.engine.estate.facts import LevelFact, PoolFact
from fullscore.engine.estate.sources import source_of
from fullscore.engine.findings.trace import Trace
from fullscore.engine.goals.goal import Assumption
from fullscore.engine.goals.kits.holdings import Holdings
from fullscore.engine.money.amounts import cents

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Cost:
    """Amounts in the organisation's currency; None where there is no such part, or no price for it."""

    once: Trace | None = None
    year: Trace | None = None
    is_known: bool = True
    assumptions: tuple[Assumption, ...] = ()
    # How often the yearly part is paid.
    period: str = "month"


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
    old = _today(pool, present, files)
    if old is None:
        ref, register = (pool.ref, "pools") if present is None else (present.ref, "levels")
        return _unknown(f"the present size of {pool.name}", register, ref, "cost_month")
    new = Trace(chosen.cost_month, row=source_of(chosen, "cost_month", files), note="a month from then on")
    assert isinstance(old.value, Decimal)
    step = chosen.cost_month - old.value
    difference = Trace(step, op="difference", args=(new, old))
    change = () if chosen.cost_once is None else (_change(chosen, chosen.cost_once, files),)
    if months is not None:
        least = max(months, chosen.term_months or 0)
        term = Trace(least, "months", note="as long as they are here, not below the shortest term")
        whole = Trace(step * least, "money", "product", (difference, term))
        return Cost(once=_total((whole, *change)))
    year = _amount((difference, Trace(MONTHS, "months")))
    return Cost(once=_total(change) if change else None, year=year)


def _today(pool: PoolFact, present: LevelFact | None, files: Mapping[int, str]) -> Trace | None:
    """Return what the present size costs a month; None when nobody knows, 0 where there is nothing yet."""
    if present is None and not pool.capacity:
        return Trace(Decimal(0), "money", note="nothing is there yet")
    if present is None or present.cost_month is None:
        return None
    return Trace(present.cost_month, row=source_of(present, "cost_month", files), note="a month today")


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
