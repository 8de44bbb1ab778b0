"""Amounts of many rows: each sum keeps the rows it was made of, and says nothing where nothing is known."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from fullscore.engine.estate.held import Held, HeldItem, HeldPool
from fullscore.engine.estate.sources import source_of
from fullscore.engine.findings.trace import Later, Trace, leaf, named
from fullscore.engine.money.amounts import cents

FIGURE = "at_stake"


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum in cents with its trace; `of` counts the rows whose price is known."""

    value: Decimal
    of: int
    trace: Trace


def total(parts: Iterable[Trace], note: str) -> Amount | None:
    """Return what the parts come to together, None where there are none: nobody knows is not nothing."""
    known = tuple(parts)
    if not known:
        return None
    exact = sum((_number(part) for part in known), Decimal(0))
    value = cents(exact)
    adding = Trace(exact, op="sum", args=known, note=note)
    return Amount(value, len(known), _opened(Trace(value, op="cents", args=(adding,), note=note)))


def _opened(trace: Trace) -> Trace:
    return Trace(None, op="figures", args=(named(trace, FIGURE),))


def cost_of(item: HeldItem, held: Held) -> Trace | None:
    """Return what an item was bought for."""
    return None if item.cost is None else leaf(item.cost, source_of(item, "cost", held.files))


def a_year(pool: HeldPool, quantity: Trace, held: Held) -> Trace | None:
    """Return what so many of a pool cost a year; None when its price is not known, or paid once."""
    if pool.unit_cost is None or pool.times_a_year is None:
        return None
    price = leaf(pool.unit_cost, source_of(pool, "unit_cost", held.files), "price of one")
    times = leaf(pool.times_a_year, note="payments a year")
    value = _number(quantity) * pool.unit_cost * pool.times_a_year
    return Trace(value, op="product", args=(quantity, price, times), note=pool.name)


def mean(parts: tuple[Trace, ...], note: str) -> Trace:
    """Return the mean of known amounts, with what it is the mean of."""
    adding = Trace(sum((_number(part) for part in parts), Decimal(0)), op="sum", args=parts, note=note)
    counted = Trace(len(parts), op="count", args=parts, note="of them")
    return Trace(_number(adding) / len(parts), op="quotient", args=(adding, counted), note=note)


def counted(refs: Iterable[tuple[str, str]], note: str) -> Trace:
    """Return how many rows there are, (register, ref) each; they are only written down when asked for."""
    rows = tuple(refs)
    return Trace(
        len(rows), op="count", args=Later(lambda: tuple(leaf(1, note=ref) for _, ref in rows)), note=note
    )


def _number(trace: Trace) -> Decimal:
    value = trace.value
    assert isinstance(value, Decimal | int)
    return Decimal(value)
