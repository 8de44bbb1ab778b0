"""What is paid once in a month, or so much a year from a month on: of accepted plans and proposals."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from fullscore.engine.budget.forecast.facts import Amounts
from fullscore.engine.findings.trace import Trace
from fullscore.engine.goals.orders.costs import MONTHS
from fullscore.engine.goals.orders.months import twelfth


@dataclass(frozen=True, slots=True)
class Paid:
    """An amount of one month; or, `is_yearly`, a twelfth of it in each month from then on."""

    amount: Trace
    month: int
    is_yearly: bool = False

    def within(self, first: int, last: int) -> Iterator[tuple[int, Decimal]]:
        """Yield what falls into each of these months; twelve in a row are the year to the cent."""
        value = _value(self.amount)
        if not self.is_yearly:
            if first <= self.month <= last:
                yield self.month, value
            return
        shares = [_value(twelfth(self.amount, value, number)) for number in range(MONTHS)]
        for month in range(max(first, self.month), last + 1):
            yield month, shares[(month - self.month) % MONTHS]

    def opened(self, first: int, last: int) -> Iterator[Trace]:
        """Yield how it comes about in these months: whole years of it, then the single months."""
        value = _value(self.amount)
        if not self.is_yearly:
            if first <= self.month <= last:
                yield self.amount
            return
        begin = max(first, self.month)
        years, months = divmod(max(0, last + 1 - begin), MONTHS)
        if years == 1:
            yield self.amount
        elif years:
            times = Trace(years, note="years")
            yield Trace(value * years, op="product", args=(self.amount, times), note=self.amount.note)
        for month in range(begin + years * MONTHS, begin + years * MONTHS + months):
            yield twelfth(self.amount, value, (month - self.month) % MONTHS)


def amounts(paid: Sequence[Paid], first: int, last: int) -> Amounts:
    """Return what all of it comes to in each month; months of which nothing is known are left out."""
    found: defaultdict[int, Decimal] = defaultdict(Decimal)
    for one in paid:
        for month, amount in one.within(first, last):
            found[month] += amount
    return dict(found)


def opened(paid: Sequence[Paid], first: int, last: int) -> tuple[Trace, ...]:
    return tuple(trace for one in paid for trace in one.opened(first, last))


def _value(trace: Trace) -> Decimal:
    assert isinstance(trace.value, Decimal)
    return trace.value
