"""One total of all the organisation is bound to pay, and the same money by month, vendor, service, team.

Each way of dividing it comes to the total, to the cent. Contracts nobody can price, or of another currency,
are named apart and never counted as 0.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Context, Decimal, localcontext
from types import MappingProxyType

from fullscore.engine.findings.trace import Later, Trace, leaf, named
from fullscore.engine.money.amounts import cents
from fullscore.engine.vendors.billing import (
    MONTHS_A_YEAR,
    Billed,
    Payment,
    billed,
    is_undated,
    is_unpriced,
    payment_trace,
    payments_trace,
    price_trace,
)
from fullscore.engine.vendors.ends import DAY, day_in, month_of
from fullscore.engine.vendors.facts import Bound, ChargeFact, ContractFact
from fullscore.engine.vendors.prices import is_foreign
from fullscore.engine.vendors.shares import Part, by_service, by_team, value_of
from fullscore.engine.vendors.terms import ending, next_exit, terms_of

KINDS = ("committed", "variable", "one-off")
# Prices carry 4 places, quantities 2, and each yearly increase 5 more: nothing may be rounded on the way.
_EXACT = Context(prec=120)
# A contract may say that it ends in the year 9999.
_LONGEST = timedelta(days=50 * 365)
_DAYS_A_YEAR = 365
_NOTHING = Decimal(0)

Amounts = Mapping[str | None, Trace]


@dataclass(frozen=True, slots=True)
class Entry:
    """One payment; `charge` is None for a contract's own price, `month` its first day."""

    contract: str
    charge: str | None
    kind: str
    month: date
    amount: Trace


@dataclass(frozen=True, slots=True)
class Line:
    """One price of a contract and what of it falls due in the months looked at."""

    billed: Billed
    payments: tuple[Payment, ...]
    total: Trace

    @property
    def contract(self) -> ContractFact:
        return self.billed.contract

    @property
    def charge(self) -> ChargeFact | None:
        return self.billed.charge

    @property
    def kind(self) -> str:
        return self.billed.kind


@dataclass(frozen=True, slots=True)
class Totals:
    """The total and its divisions, largest part first; under None what belongs to no service, team ….

    `by_month` holds every month, in order. `owed` is what is committed until each contract's next exit, were
    notice given on all of them today: by days, at today's prices, whenever it is billed, fifty years at
    most. Contracts whose exit nobody knows are in `exit_unknown` instead.
    `unpriced`, `foreign`, `undated` (paid once, nobody knows when) and `assumed` (follows an index) name
    contracts.
    """

    on: date
    total: Trace
    by_kind: Mapping[str, Trace]
    by_month: Mapping[date, Trace]
    by_vendor: Amounts
    by_service: Amounts
    by_team: Amounts
    by_payment: Amounts
    lines: tuple[Line, ...]
    owed: Trace
    unpriced: tuple[str, ...]
    foreign: tuple[str, ...]
    undated: tuple[str, ...]
    assumed: tuple[str, ...]
    exit_unknown: tuple[str, ...]
    bound: Bound

    @property
    def entries(self) -> Iterator[Entry]:
        """Return every payment of every line, with its trace."""
        for line in self.lines:
            charge = None if line.charge is None else line.charge.ref
            for payment in line.payments:
                amount = payment_trace(line.billed, payment, self.bound)
                yield Entry(line.contract.ref, charge, line.kind, payment.day.replace(day=1), amount)


def totals(bound: Bound, *, on: date, months: int = 60) -> Totals:
    """Return what falls due from the month of `on`, that whole month included, for so many months."""
    with localcontext(_EXACT):
        return _totals(bound, on, months)


def _totals(bound: Bound, on: date, months: int) -> Totals:
    charges = _by_contract(bound.charges)
    ours = [one for one in bound.contracts if not is_foreign(one, bound)]
    running = [one for one in ours if _runs(one, bound, on)]
    # What has ended this month was still paid for this month.
    every = every_price(bound, on=on)
    first = month_of(on)
    lines = tuple(_lines(every, first, first + months - 1, bound))
    amounts = _by_ref(lines)
    owed, exit_unknown = _owed(every, bound, on)
    return Totals(
        on=on,
        total=named(_sum((line.total for line in lines), "total"), "total"),
        by_kind=MappingProxyType({kind: _of_kind(lines, kind) for kind in KINDS}),
        by_month=_by_month(lines, [first + count for count in range(months)], bound),
        by_vendor=_grouped((line.contract.vendor, line.total) for line in lines),
        by_service=_grouped(by_service(amounts, bound)),
        by_team=_grouped(by_team(amounts, bound)),
        by_payment=_grouped((line.contract.payment_method, line.total) for line in lines),
        lines=lines,
        owed=named(owed, "owed"),
        unpriced=tuple(one.ref for one in running if is_unpriced(one, charges[one.ref])),
        foreign=tuple(
            one.ref for one in bound.contracts if is_foreign(one, bound) and _runs(one, bound, on)
        ),
        undated=tuple(one.ref for one in running if is_undated(one, charges[one.ref])),
        assumed=tuple(one.ref for one in running if one.increase_index),
        exit_unknown=exit_unknown,
        bound=bound,
    )  # fmt: skip


def every_price(bound: Bound, *, on: date) -> list[Billed]:
    """Return every known price in the organisation's currency, of contracts that ended as well."""
    charges = _by_contract(bound.charges)
    ours = (one for one in bound.contracts if not is_foreign(one, bound))
    return [price for one in ours for price in billed(one, charges[one.ref], on=on, ends_on=_end(one, bound))]


def _by_contract(charges: Iterable[ChargeFact]) -> Mapping[str, list[ChargeFact]]:
    found: dict[str, list[ChargeFact]] = defaultdict(list)
    for charge in charges:
        found[charge.contract].append(charge)
    return found


def _end(contract: ContractFact, bound: Bound) -> date | None:
    """Return the day it certainly ends; contracts one could only leave go on as planned."""
    return ending(terms_of(contract), bound.calendar)


def _runs(contract: ContractFact, bound: Bound, on: date) -> bool:
    end = _end(contract, bound)
    return end is None or end >= on


def _lines(every: Iterable[Billed], first: int, last: int, bound: Bound) -> Iterator[Line]:
    """Return what falls due in these months; a price of which nothing does is no line."""
    for price in every:
        payments = tuple(price.payments(first, last))
        if payments:
            yield Line(price, payments, payments_trace(price, payments, bound))


def _by_ref(lines: Iterable[Line]) -> Mapping[str, Trace]:
    """Return what each contract comes to."""
    parts: dict[str, list[Trace]] = defaultdict(list)
    for line in lines:
        parts[line.contract.ref].append(line.total)
    return {ref: found[0] if len(found) == 1 else _sum(found, ref) for ref, found in parts.items()}


def _of_kind(lines: Iterable[Line], kind: str) -> Trace:
    return _sum((line.total for line in lines if line.kind == kind), kind)


def _by_month(lines: tuple[Line, ...], months: Iterable[int], bound: Bound) -> Mapping[date, Trace]:
    sums: dict[int, Decimal] = dict.fromkeys(months, _NOTHING)
    for line in lines:
        for payment in line.payments:
            sums[month_of(payment.day)] += payment.amount
    days = {month: day_in(month, 1) for month in sums}
    return MappingProxyType(
        {day: _month(lines, day, sums[month], bound) for month, day in days.items() if day is not None}
    )


def _month(lines: tuple[Line, ...], first: date, amount: Decimal, bound: Bound) -> Trace:
    """Return a month's sum; its payments are only looked for when somebody opens it."""
    month = month_of(first)
    due = Later(
        lambda: tuple(
            payment_trace(line.billed, payment, bound)
            for line in lines
            for payment in line.payments
            if month_of(payment.day) == month
        )
    )
    return Trace(amount, op="sum", args=due, note=f"due in {first:%Y-%m}")


def _grouped(parts: Iterable[Part]) -> Amounts:
    """Return the sum under each key, the largest first; what has no key comes last."""
    found: dict[str | None, list[Trace]] = defaultdict(list)
    for key, part in parts:
        found[key or None].append(part)
    sums = [(key, _sum(traces, key)) for key, traces in found.items()]
    sums.sort(key=lambda one: (one[0] is None, -value_of(one[1]), one[0] or ""))
    return MappingProxyType(dict(sums))


def _sum(parts: Iterable[Trace], note: str | None) -> Trace:
    args = tuple(parts)
    return Trace(sum((value_of(part) for part in args), _NOTHING), op="sum", args=args, note=note)


def _owed(every: Iterable[Billed], bound: Bound, on: date) -> tuple[Trace, tuple[str, ...]]:
    """Return what is committed from today to the next exits, and the contracts that have none known."""
    parts, unknown = [], dict[str, None]()
    exits = {one.ref: next_exit(terms_of(one), on, bound.calendar) for one in bound.contracts}
    for price in every:
        end = exits[price.contract.ref]
        if price.kind != "committed" or price.step is None or not _runs(price.contract, bound, on):
            continue
        if end is None:
            unknown[price.contract.ref] = None
            continue
        first, last = max(on, price.starts_on or on), min(end, price.ends_on or end, on + _LONGEST)
        if first <= last:
            parts.append(_until(price, price.step, first, last, bound))
    return _sum(parts, "committed until each contract can end"), tuple(unknown)


def _until(price: Billed, step: int, first: date, last: date, bound: Bound) -> Trace:
    """Return what a price comes to from one day to another, both included, by days of a year of 365."""
    times, span = MONTHS_A_YEAR // step, (last - first).days + 1
    days = Trace(
        span, op="days-between", note="days",
        args=(leaf(first - DAY, note="from the end of"), leaf(last, note="to the end of")),
    )  # fmt: skip
    args = (price_trace(price, bound), leaf(times, note="payments a year"), days)
    product = Trace(price.price * times * span, op="product", args=args)
    year = leaf(_DAYS_A_YEAR, note="days a year")
    share = Trace(value_of(product) / _DAYS_A_YEAR, op="quotient", args=(product, year))
    return Trace(cents(value_of(share)), op="cents", args=(share,), note=price.contract.name)
