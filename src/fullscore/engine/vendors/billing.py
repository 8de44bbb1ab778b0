"""What a contract bills and when: each price falls due on the first day of each of its periods.

Periods are counted from the line's start, else the contract's, else the day after the end it names; where
none is known, from the month in hand. A yearly increase begins on the first anniversary still to come.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import NamedTuple

from fullscore.engine.estate.sources import source_of
from fullscore.engine.findings.trace import Source, Trace, leaf
from fullscore.engine.money.amounts import cents
from fullscore.engine.vendors.ends import DAY, day_in, month_of
from fullscore.engine.vendors.facts import Bound, ChargeFact, ContractFact
from fullscore.engine.vendors.prices import is_repeating, periods_a_year, pricing

MONTHS_A_YEAR = 12
_HUNDRED = Decimal(100)
_NOTHING = Decimal(0)
_AMOUNT = attrgetter("amount")


class Payment(NamedTuple):
    """What falls due on one day, to the cent; `years` is how many increases it carries."""

    day: date
    years: int
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Billed:
    """One price of a contract: of a line, or its own where `charge` is None; `kind` as of a line.

    `due` is a day it falls due on, then every `step` months; None: on that day only. `birthday` is a day
    whose anniversaries raise it by `percent`; the first of them lies after `on`.
    """

    contract: ContractFact
    charge: ChargeFact | None
    kind: str
    price: Decimal
    due: date
    step: int | None
    starts_on: date | None
    ends_on: date | None
    birthday: date
    percent: Decimal
    on: date
    # Its price comes in so many bills; `price` and `step` are those of one.
    split: int = 1

    def payments(self, first: int, last: int) -> Iterator[Payment]:
        """Return what falls due from one month to another, both included, in order."""
        rises = self._rises(last)
        amounts = [
            cents(self.price * (1 + self.percent / _HUNDRED) ** years) for years in range(len(rises) + 1)
        ]
        years = 0
        for day in self._days(first, last):
            while years < len(rises) and rises[years] <= day:
                years += 1
            yield Payment(day, years, amounts[years])

    def _rises(self, last: int) -> list[date]:
        """Return the anniversaries to come on which the price rises; the day it begins on is none."""
        if not self.percent:
            return []
        month = month_of(self.birthday)
        begun = max(month, month_of(self.on) - MONTHS_A_YEAR) - month
        months = range(month + max(begun // MONTHS_A_YEAR, 1) * MONTHS_A_YEAR, last + 1, MONTHS_A_YEAR)
        days = (day_in(one, self.birthday.day) for one in months)
        return [day for day in days if day is not None and day > self.on]

    def _days(self, first: int, last: int) -> Iterator[date]:
        month, earliest, latest = month_of(self.due), self.starts_on or date.min, self.ends_on or date.max
        if self.step is None:
            if first <= month <= last and earliest <= self.due <= latest:
                yield self.due
            return
        begun = max(first, month_of(earliest))
        for due in range(begun + (month - begun) % self.step, min(last, month_of(latest)) + 1, self.step):
            day = day_in(due, self.due.day)
            if day is not None and earliest <= day <= latest:
                yield day


def billed(
    contract: ContractFact, lines: Iterable[ChargeFact], *, on: date, ends_on: date | None
) -> list[Billed]:
    """Return every price that is known, of its lines or its own; `ends_on` is the day it certainly ends.

    What is paid once on a day nobody knows is left out: it may be paid already.
    """
    charges = tuple(lines)
    chosen: list[ChargeFact | None] = list(pricing(contract, charges))
    chosen = chosen or ([None] if _has_own(contract, charges) else [])
    chosen += [line for line in charges if not is_repeating(line)]
    found = (_billed(contract, line, on, ends_on) for line in chosen)
    return [one for one in found if one is not None]


def is_unpriced(contract: ContractFact, lines: Iterable[ChargeFact]) -> bool:
    """Return whether some of what it charges has no price, or nobody has said what it charges at all."""
    charges = tuple(lines)
    if any(line.unit_price is None for line in charges if not is_repeating(line)):
        return True
    chosen = pricing(contract, charges)
    if chosen or charges:
        return any(line.unit_price is None for line in chosen)
    return contract.price is None


def is_undated(contract: ContractFact, lines: Iterable[ChargeFact]) -> bool:
    """Return whether something is paid once on a day nobody knows."""
    charges = tuple(lines)
    once = [line for line in charges if not is_repeating(line) and line.starts_on is None]
    has_once = bool(once) or (not charges and contract.price is not None and contract.period == "once")
    return contract.starts_on is None and has_once


def _has_own(contract: ContractFact, charges: tuple[ChargeFact, ...]) -> bool:
    """Return whether its own price counts; paid once, it only repeats what the lines say."""
    return contract.price is not None and (periods_a_year(contract.period) is not None or not charges)


def _billed(
    contract: ContractFact, charge: ChargeFact | None, on: date, ends_on: date | None
) -> Billed | None:
    price = contract.price if charge is None else _price(charge)
    period = contract.period if charge is None else charge.period
    times = periods_a_year(period) if charge is None or is_repeating(charge) else None
    due = _due(contract, charge, on, is_repeated=times is not None)
    if price is None or due is None:
        return None
    starts, ends = [contract.starts_on], [ends_on]
    if charge is not None:
        starts, ends = [*starts, charge.starts_on], [*ends, charge.ends_on]
    kind = "committed" if charge is None else charge.kind
    step = MONTHS_A_YEAR // times if times else None
    split = _split(contract, price, step)
    if split > 1 and step is not None:
        price, step = price / split, step // split
    return Billed(
        contract, charge, kind if times else "one-off", price, due, step,
        max((day for day in starts if day), default=None), min((day for day in ends if day), default=None),
        _birthday(contract, on), _percent(contract), on, split,
    )  # fmt: skip


def _split(contract: ContractFact, price: Decimal, step: int | None) -> int:
    """Return in how many bills a price comes, where months and cents come out even."""
    parts = contract.instalments
    if parts == 1 or step is None or step % parts:
        return 1
    return parts if cents(price / parts) * parts == price else 1


def _price(charge: ChargeFact) -> Decimal | None:
    return None if charge.unit_price is None else charge.quantity * charge.unit_price


def _due(contract: ContractFact, charge: ChargeFact | None, on: date, *, is_repeated: bool) -> date | None:
    begun = (charge.starts_on if charge is not None else None) or contract.starts_on
    if begun is not None or not is_repeated:
        return begun
    return _birthday(contract, on)


def _birthday(contract: ContractFact, on: date) -> date:
    """Return the day its years are counted from."""
    if contract.starts_on is not None:
        return contract.starts_on
    if contract.ends_on is None or contract.ends_on == date.max:
        return on.replace(day=1)
    # A year is taken off for every one that lies ahead, so that the first renewal is an anniversary too.
    renewed = contract.ends_on + DAY
    years = max(0, renewed.year - on.year + 1)
    return day_in(month_of(renewed) - years * MONTHS_A_YEAR, renewed.day) or renewed


def _percent(contract: ContractFact) -> Decimal:
    """Return the yearly increase, at most what it is capped at."""
    if contract.increase_percent is None:
        return _NOTHING
    cap = contract.increase_cap
    return contract.increase_percent if cap is None else min(contract.increase_percent, cap)


def payments_trace(one: Billed, payments: Sequence[Payment], bound: Bound) -> Trace:
    """Return what payments come to: how much falls due how often, and what raises it on the way."""
    if len(payments) == 1:
        return payment_trace(one, payments[0], bound)
    price = price_trace(one, bound)
    # Days of a long month clip in short ones: the day they are counted from says which day is meant.
    due = (
        leaf(one.due, note="counted from"), leaf(one.step, note="months from one to the next"),
        leaf(payments[0].day, note="first due"), leaf(payments[-1].day, note="last due"),
    )  # fmt: skip
    rises = _risen(one, bound) if payments[-1].years else ()
    value = sum(map(_AMOUNT, payments), _NOTHING)
    name = one.contract.name if one.charge is None else f"{one.contract.name}: {one.charge.name}"
    return Trace(value, op="dues", args=(price, *due, *rises), note=name)


def _risen(one: Billed, bound: Bound) -> tuple[Trace, ...]:
    years = leaf(one.birthday, note="years counted from"), leaf(one.on, note="today")
    return _rise(one, bound), *years


def payment_trace(one: Billed, payment: Payment, bound: Bound) -> Trace:
    """Return one payment opened to the rows it comes from: its price, and each increase on the one before."""
    exact = price_trace(one, bound)
    for _ in range(payment.years):
        rise = Trace(_value(exact) * one.percent / _HUNDRED, op="percent", args=(exact, _rise(one, bound)))
        exact = Trace(_value(exact) + _value(rise), op="sum", args=(exact, rise), note="a year later")
    return Trace(payment.amount, op="cents", args=(exact,), note=f"due {payment.day.isoformat()}")


def price_trace(one: Billed, bound: Bound) -> Trace:
    """Return the price of one bill, opened to the contract or its line."""
    whole = _whole(one, bound)
    if one.split == 1:
        return whole
    return Trace(one.price, op="quotient", args=(whole, leaf(one.split, note="bills it comes in")))


def _whole(one: Billed, bound: Bound) -> Trace:
    price = one.price * one.split if one.split > 1 else one.price
    if one.charge is None:
        return leaf(price, source_of(one.contract, "price", bound.files), "price")
    quantity = leaf(one.charge.quantity, source_of(one.charge, "quantity", bound.files), "quantity")
    of_one = leaf(one.charge.unit_price, source_of(one.charge, "unit_price", bound.files), "price of one")
    return Trace(price, op="product", args=(quantity, of_one), note=one.charge.name)


def _rise(one: Billed, bound: Bound) -> Trace:
    contract = one.contract
    percent = leaf(contract.increase_percent, _row(contract, "increase_percent", bound), "yearly increase")
    if contract.increase_cap is None:
        return percent
    cap = leaf(contract.increase_cap, _row(contract, "increase_cap", bound), "increase at most")
    return Trace(one.percent, op="min", args=(percent, cap))


def _row(contract: ContractFact, field: str, bound: Bound) -> Source:
    return source_of(contract, field, bound.files)


def _value(trace: Trace) -> Decimal:
    assert isinstance(trace.value, Decimal)
    return trace.value
