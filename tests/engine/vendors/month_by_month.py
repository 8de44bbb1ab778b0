"""What falls due, written into a diary month by month as a bookkeeper would; knows no arithmetic of ours."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from fullscore.engine.vendors.facts import Bound, ChargeFact, ContractFact
from fullscore.engine.vendors.terms import ending, next_exit, terms_of
from tests.engine.vendors.day_by_day import DAY, day_or_last

STEPS = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}


@dataclass(frozen=True)
class Written:
    contract: str
    charge: str | None
    kind: str
    day: date
    amount: Decimal


def cents(amount: Fraction) -> Decimal:
    exact = Decimal(amount.numerator) / Decimal(amount.denominator)
    return exact.quantize(Decimal("0.01"), ROUND_HALF_UP)


def years_begin_on(contract: ContractFact, on: date) -> date:
    if contract.starts_on:
        return contract.starts_on
    return contract.ends_on + DAY if contract.ends_on else on.replace(day=1)


def rises_by(contract: ContractFact, on: date, day: date) -> int:
    """Walk from the day after `on` to the day, counting birthdays of the contract."""
    begun = years_begin_on(contract, on)
    count = 0
    for year in range(on.year, day.year + 1):
        birthday = day_or_last(year, begun.month, begun.day)
        is_first_day = contract.starts_on is not None and birthday <= begun
        is_ours = contract.starts_on is not None or contract.ends_on is not None or birthday > begun
        count += on < birthday <= day and not is_first_day and is_ours
    return count


def percent(contract: ContractFact) -> Fraction:
    if contract.increase_percent is None:
        return Fraction(0)
    cap = contract.increase_cap
    return Fraction(contract.increase_percent if cap is None else min(cap, contract.increase_percent))


def due_days(anchor: date, period: str, first: date, last: date) -> list[date]:
    """Go through the diary month by month: does a period of it begin here?"""
    found, month = [], first.replace(day=1)
    while month <= last:
        apart = 12 * (month.year - anchor.year) + month.month - anchor.month
        day = day_or_last(month.year, month.month, anchor.day)
        is_due = apart % STEPS[period] == 0 if period in STEPS else apart == 0
        found += [day] if is_due and first <= day <= last else []
        month = day_or_last(month.year, month.month + 1, 1)
    return found


def diary(bound: Bound, on: date, first: date, last: date) -> list[Written]:
    """Write down every payment between two days."""
    ours = [one for one in bound.contracts if not one.currency or one.currency == bound.currency]
    return [entry for one in ours for entry in _of_contract(one, bound, on, first, last)]


def _of_contract(one: ContractFact, bound: Bound, on: date, first: date, last: date) -> list[Written]:
    return [entry for line in _chosen(one, bound) for entry in _of_price(one, line, bound, on, (first, last))]


def _chosen(one: ContractFact, bound: Bound) -> list[ChargeFact | None]:
    lines = [line for line in bound.charges if line.contract == one.ref]
    again = [line for line in lines if line.kind != "one-off" and line.period in STEPS]
    is_own_repeated = one.price is not None and one.period in STEPS
    use_own = is_own_repeated and (not again or any(line.unit_price is None for line in again))
    use_own = use_own or (one.price is not None and not lines)
    chosen: list[ChargeFact | None] = [line for line in lines if line not in again or not use_own]
    return [*chosen, None] if use_own else chosen


def _of_price(
    one: ContractFact, line: ChargeFact | None, bound: Bound, on: date, window: tuple[date, date]
) -> list[Written]:
    price = one.price if line is None else line.unit_price and line.unit_price * line.quantity
    kind, period = ("committed", one.period) if line is None else (line.kind, line.period)
    if kind == "one-off" or period not in STEPS:
        kind, period = "one-off", "once"
    begun = (line.starts_on if line else None) or one.starts_on
    if price is None or (begun is None and period == "once"):
        return []
    anchor = begun or years_begin_on(one, on)
    starts = [window[0], one.starts_on, line.starts_on if line else None]
    ends = [window[1], ending(terms_of(one), bound.calendar), line.ends_on if line else None]
    first, last = max(day for day in starts if day), min(day for day in ends if day)
    return [
        Written(one.ref, line and line.ref, kind, day,
                cents(Fraction(price) * (1 + percent(one) / 100) ** rises_by(one, on, day)))
        for day in due_days(anchor, period, first, last)
    ]  # fmt: skip


def owed(bound: Bound, on: date) -> Decimal:
    """Give notice on everything today, and pay for every day until each contract has ended."""
    total = Decimal(0)
    for one in bound.contracts:
        end = next_exit(terms_of(one), on, bound.calendar)
        if end is None or (one.currency and one.currency != bound.currency):
            continue
        for line in _chosen(one, bound):
            price = one.price if line is None else line.unit_price and line.unit_price * line.quantity
            kind, period = ("committed", one.period) if line is None else (line.kind, line.period)
            if price is not None and kind == "committed" and period in STEPS:
                days = _days_of(one, line, bound, on, min(end, on + timedelta(days=50 * 365)))
                total += cents(Fraction(price) * 12 / STEPS[period] * days / 365)
    return total


def _days_of(one: ContractFact, line: ChargeFact | None, bound: Bound, on: date, end: date) -> int:
    starts = [on, one.starts_on, line.starts_on if line else None]
    ends = [end, ending(terms_of(one), bound.calendar), line.ends_on if line else None]
    first, last = max(day for day in starts if day), min(day for day in ends if day)
    return max(0, last.toordinal() + 1 - first.toordinal())
