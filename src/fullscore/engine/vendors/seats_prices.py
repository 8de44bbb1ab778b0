"""What one seat costs a year under a contract, never more than the contract bears out."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from fullscore.engine.estate.held import HeldPool
from fullscore.engine.estate.sources import source_of
from fullscore.engine.findings.finding import Basis
from fullscore.engine.findings.trace import Trace, leaf
from fullscore.engine.vendors.facts import Bound, ChargeFact, ContractFact
from fullscore.engine.vendors.prices import is_foreign, periods_a_year


@dataclass(frozen=True, slots=True)
class Paying:
    """How one contract pays for one licence; `is_alone` when it charges for nothing else."""

    contract: ContractFact
    pool: HeldPool
    lines: tuple[ChargeFact, ...]
    paid: Trace | None
    is_alone: bool


def is_lump(pool: HeldPool, lines: Iterable[ChargeFact]) -> bool:
    """Return whether "1" of the lines stands for the whole licence rather than for one seat."""
    quantity = sum((line.quantity for line in lines), Decimal(0))
    return quantity == 1 and pool.capacity is not None and pool.capacity > 1


def unit_year(paying: Paying, bound: Bound) -> tuple[Trace | None, Basis]:
    """Return what one seat costs a year: by the cheapest line, so that no saving is too high.

    A lump sum by the seats it is for is an assumption: the vendor may not lower it seat by seat.
    """
    if is_foreign(paying.contract, bound) or paying.paid is None or not _value(paying.paid):
        return None, Basis.CERTAIN
    prices = [price for line in paying.lines if (price := _a_year(line, bound)) is not None]
    if not prices:
        return _without_lines(paying, paying.paid, bound)
    cheapest = min(prices, key=_value)
    if is_lump(paying.pool, paying.lines):
        return _each(cheapest, paying.paid), Basis.ASSUMED
    return cheapest, Basis.CERTAIN


def _without_lines(paying: Paying, paid: Trace, bound: Bound) -> tuple[Trace | None, Basis]:
    """Return the contract's own price by its seats where it is for nothing else, else the licence's."""
    contract, pool = paying.contract, paying.pool
    times = periods_a_year(contract.period)
    if contract.price is not None and times is not None and paying.is_alone:
        whole = leaf(contract.price, source_of(contract, "price", bound.files), "price of the contract")
        return _each(_times(whole, times), paid), Basis.ASSUMED
    if pool.unit_cost is None or pool.times_a_year is None:
        return None, Basis.CERTAIN
    price = leaf(pool.unit_cost, source_of(pool, "unit_cost", bound.files), "price of one")
    return _times(price, pool.times_a_year), Basis.ASSUMED


def _a_year(line: ChargeFact, bound: Bound) -> Trace | None:
    times = periods_a_year(line.period)
    if line.unit_price is None or times is None:
        return None
    price = leaf(line.unit_price, source_of(line, "unit_price", bound.files), "price of one")
    return _times(price, times)


def _times(price: Trace, times: int) -> Trace:
    if times == 1:
        return price
    payments = leaf(times, note="payments a year")
    return Trace(_value(price) * times, op="product", args=(price, payments), note="a year")


def _each(whole: Trace, paid: Trace) -> Trace:
    return Trace(_value(whole) / _value(paid), op="quotient", args=(whole, paid), note="a year for one")


def _value(trace: Trace) -> Decimal:
    assert isinstance(trace.value, Decimal | int)
    return Decimal(trace.value)
