"""Cost by month: what is paid once in the month it comes, what runs in each month it runs."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from fullscore.engine.findings.trace import Trace, named
from fullscore.engine.goals import days
from fullscore.engine.goals.orders.costs import MONTHS
from fullscore.engine.goals.orders.requirement import Requirement
from fullscore.engine.goals.periods import month_of
from fullscore.engine.money.amounts import cents

NONE = Decimal("0.00")


@dataclass(frozen=True, slots=True)
class Month:
    """What falls into one month; `first` is its first day."""

    first: date
    once: Trace
    running: Trace

    @property
    def trace(self) -> Trace:
        return Trace(
            None, op="figures", args=(named(self.once, "cost_once"), named(self.running, "cost_running"))
        )


def by_month(orders: Sequence[Requirement], until: date) -> tuple[Month, ...]:
    """Return every month from the first with a cost to the last day of the horizon.

    Paid once: in the month of arrival. Running: from the month of first use on, by the month; what is
    paid by the year falls whole into that month and each twelfth after it.
    """
    once: defaultdict[date, list[Trace]] = defaultdict(list)
    running: defaultdict[date, list[Trace]] = defaultdict(list)
    for one in orders:
        if one.cost is None or one.timing is None:
            continue
        if one.cost.once is not None:
            once[_month(_paid_on(one))].append(one.cost.once)
        for month, part in _running(one, until):
            running[month].append(part)
    if not once and not running:
        return ()
    return tuple(_made(first, once, running) for first in _months(min({*once, *running}), until))


def _paid_on(one: Requirement) -> date:
    """Return the day an order comes: of a late one the working day it is here at the earliest."""
    assert one.timing is not None
    if one.timing.late is not None:
        return days.day_of(one.timing.late.earliest)
    return days.day_of(one.timing.arrive_by)


def _used_from(one: Requirement) -> date:
    assert one.timing is not None
    return days.day_of(one.timing.late.earliest) if one.timing.late is not None else one.need_by


def _running(one: Requirement, until: date) -> Iterator[tuple[date, Trace]]:
    assert one.cost is not None
    year = one.cost.year
    if year is None:
        return
    assert isinstance(year.value, Decimal)
    for number, month in enumerate(_months(_month(_used_from(one)), until)):
        if one.cost.period == "year":
            if number % MONTHS == 0:
                yield month, year
        else:
            yield month, twelfth(year, year.value, number % MONTHS)


def twelfth(year: Trace, amount: Decimal, number: int) -> Trace:
    """Return one month of a yearly amount, so rounded that twelve of them are the year."""
    until, before = _share(year, amount, number + 1), _share(year, amount, number)
    assert isinstance(until.value, Decimal)
    assert isinstance(before.value, Decimal)
    return Trace(until.value - before.value, "money", "difference", (until, before), note="a month of it")


def _share(year: Trace, amount: Decimal, months: int) -> Trace:
    product = Trace(amount * months, "money", "product", (year, Trace(months, "months")))
    exact = Trace(Fraction(amount) * months / MONTHS, op="quotient", args=(product, Trace(MONTHS, "months")))
    whole = cents(amount * months / MONTHS)
    return Trace(whole, "money", "cents", (exact,), note=f"{months} of {MONTHS} months")


def _made(first: date, once: Mapping[date, list[Trace]], running: Mapping[date, list[Trace]]) -> Month:
    return Month(first, _sum(once.get(first, [])), _sum(running.get(first, [])))


def _sum(parts: Sequence[Trace]) -> Trace:
    total = sum((part.value for part in parts if isinstance(part.value, Decimal)), NONE)
    return Trace(total, "money", "sum", tuple(parts))


def _month(day: date) -> date:
    return day.replace(day=1)


def _months(first: date, until: date) -> Iterator[date]:
    while first <= until:
        yield first
        first = month_of(first.year, first.month + 1).start
