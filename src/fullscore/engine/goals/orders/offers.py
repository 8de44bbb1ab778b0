"""Offers: what an order costs at the cheapest of its prices, and what the others would have cost.

A permanent need takes what costs least in the first year. A need for some months is priced both ways where
both exist: given back after them, or bound and paid for whole years; it is one amount, never a yearly one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil

from fullscore.engine.estate.facts import OfferFact
from fullscore.engine.findings.finding import Finding, Subject, Value
from fullscore.engine.findings.trace import Trace
from fullscore.engine.goals.goal import Assumption
from fullscore.engine.goals.kits.kit import Thing
from fullscore.engine.goals.netting.brackets import MONTHS, Brackets, Price, at, prices_of
from fullscore.engine.goals.netting.lots import Multiple
from fullscore.engine.goals.orders.costs import Cost
from fullscore.engine.money.amounts import cents, words

_EACH = {"once": "each", "month": "a month", "year": "a year"}
_BOUND = {None: "not bound", "month": "month by month", "year": "bound for a year"}


@dataclass(frozen=True, slots=True)
class Option:
    """One way to buy, with what it costs in all: once, or in a year."""

    text: str
    cost: Decimal
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Priced:
    """What an order costs, the ways that were compared (none: there is one way), and what is to be said."""

    cost: Cost
    options: tuple[Option, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Purchase:
    """What is bought: so many units for good, or for some `months`; `net` is what is short."""

    thing: Thing
    quantity: Trace
    net: Decimal
    lot: Multiple
    months: int | None
    currency: str

    @property
    def count(self) -> int:
        assert isinstance(self.quantity.value, Decimal | int)
        return int(self.quantity.value)


def price(bought: Purchase, offers: Sequence[OfferFact], files: Mapping[int, str]) -> Priced:
    """Return the cost of an order at the cheapest of the prices that hold for its quantity."""
    groups = prices_of(bought.thing, offers, files)
    holding = [found for group in groups.values() if (found := at(group, bought.count))]
    if not holding:
        return Priced(_unknown(bought.thing))
    ways = sorted(((_cost(bought, one), one) for one in holding), key=lambda way: _in_all(way[0]))
    (cost, chosen), *others = ways
    less = _less(bought, groups.get(chosen.commitment, ()))
    said = [] if less is None else [_more_is_cheaper(bought, cost, less)]
    if others and bought.months is not None:
        said.append(_compared(bought, ways[0], others[0]))
    options = [_option(bought, one, bought.count, is_chosen=one is chosen) for _, one in ways]
    options += [] if less is None else [_option(*less, is_chosen=False)]
    return Priced(cost, tuple(options) if len(options) > 1 else (), tuple(said))


def _less(bought: Purchase, prices: Sequence[Price]) -> tuple[Purchase, Price, int] | None:
    """Return the smaller order that would have been enough, where more is cheaper."""
    least = bought.lot.least(bought.net) if isinstance(bought.lot, Brackets) else bought.count
    found = at(prices, least)
    if least >= bought.count or found is None:
        return None
    smaller = Purchase(bought.thing, Trace(least), bought.net, bought.lot, bought.months, bought.currency)
    return smaller, found, least


def _cost(bought: Purchase, one: Price) -> Cost:
    each = Trace(one.unit_cost, row=one.row, note="price of one")
    if one.period == "once":
        return Cost(once=_amount((bought.quantity, each)))
    if bought.months is None:
        twelve = (Trace(MONTHS, "months"),) if one.period == "month" else ()
        return Cost(year=_amount((bought.quantity, each, *twelve)), period=one.period)
    return Cost(once=_amount((bought.quantity, each, *_for_a_time(bought.months, one))))


def _for_a_time(months: int, one: Price) -> Iterator[Trace]:
    """Yield what a unit price is multiplied by: months as they are, or the whole years one is bound for."""
    needed = Trace(months, "months", note="as long as they are here")
    part = Fraction(months, MONTHS)
    years = Trace(part, "years", "quotient", (needed, Trace(MONTHS, "months")))
    if one.commitment == "month":
        yield needed if one.period == "month" else years
    elif one.commitment is None and one.period == "month":
        yield needed
    else:
        yield Trace(ceil(part), "years", "ceil", (years,), note="paid for whole years")
        yield from (Trace(MONTHS, "months"),) if one.period == "month" else ()


def _amount(factors: Sequence[Trace]) -> Trace:
    exact = Fraction(1)
    for factor in factors:
        assert isinstance(factor.value, Decimal | Fraction | int)
        exact *= Fraction(factor.value)
    total = Decimal(exact.numerator) / Decimal(exact.denominator)
    return Trace(cents(total), "money", "cents", (Trace(total, "money", "product", tuple(factors)),))


def _unknown(thing: Thing) -> Cost:
    text = f"The price of {thing.name} is not known; totals are at least so much"
    return Cost(is_known=False, assumptions=(Assumption(text, thing.REGISTER, thing.ref, "unit_cost"),))


def _in_all(cost: Cost) -> Decimal:
    return sum(
        (part.value for part in (cost.once, cost.year) if part and isinstance(part.value, Decimal)),
        Decimal(0),
    )


def _option(bought: Purchase, one: Price, count: int, *, is_chosen: bool) -> Option:
    each = f"{words(one.unit_cost, bought.currency)} {_EACH[one.period]}"
    bound = f", {_BOUND[one.commitment]}" if one.commitment else ""
    return Option(f"{count} at {each}{bound}", _in_all(_cost(bought, one)), is_chosen)


def _more_is_cheaper(bought: Purchase, cost: Cost, less: tuple[Purchase, Price, int]) -> Finding:
    smaller, found, least = less
    saved = _in_all(_cost(smaller, found)) - _in_all(cost)
    values: dict[str, Value] = {
        "name": bought.thing.name, "quantity": bought.count, "needed": least,
        "cost": words(_in_all(cost), bought.currency), "saved": words(saved, bought.currency),
    }  # fmt: skip
    return Finding("more-is-cheaper", Subject(bought.thing.REGISTER, bought.thing.ref), values)


def _compared(bought: Purchase, chosen: tuple[Cost, Price], other: tuple[Cost, Price]) -> Finding:
    values: dict[str, Value] = {
        "name": bought.thing.name, "quantity": bought.count, "months": bought.months,
        "chosen": _BOUND[chosen[1].commitment], "cost": words(_in_all(chosen[0]), bought.currency),
        "other": _BOUND[other[1].commitment], "other_cost": words(_in_all(other[0]), bought.currency),
    }  # fmt: skip
    return Finding("commitment-compared", Subject(bought.thing.REGISTER, bought.thing.ref), values)
