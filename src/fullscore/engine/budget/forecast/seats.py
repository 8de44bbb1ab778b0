"""Seats in use beyond those paid for: they are added at the next renewal, at what one costs by now.

What accepted plans ask for is not counted here: the plans price it themselves.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial

from fullscore.engine.budget.forecast.contracts import Due, by_month, charges_of
from fullscore.engine.budget.forecast.facts import Booked, Horizon, Known, Made, Part, Unknown
from fullscore.engine.findings.trace import Trace, leaf
from fullscore.engine.vendors.billing import Payment, billed, payments_trace
from fullscore.engine.vendors.ends import month_of
from fullscore.engine.vendors.facts import Bound, ChargeFact, ContractFact
from fullscore.engine.vendors.prices import is_foreign, is_repeating, periods_a_year
from fullscore.engine.vendors.seats import Seats, seats
from fullscore.engine.vendors.terms import Dates, dates, ending, terms_of


def parts(known: Known, horizon: Horizon) -> Made:
    """Return a part for each licence of which a contract pays for too few seats."""
    bound = _with_seats(known.bound)
    ours = {one.ref: one for one in bound.contracts if not is_foreign(one, bound)}
    days = {one.ref: dates(terms_of(one), horizon.on, bound.calendar, 0) for one in bound.contracts}
    charges, found, unknown = charges_of(bound), list[Part](), list[Unknown]()
    for ref, pools in seats(bound, days, on=horizon.on).items():
        for each in pools:
            if ref not in ours or not each.missing or days[ref].is_over:
                continue
            if each.unit is None:
                unknown.append(Unknown("seats", "pools", each.pool, each.name, "price", int(each.missing)))
                continue
            added = _Added(ours[ref], each, charges[ref], days[ref], known, horizon)
            found += added.parts()
    return tuple(found), tuple(unknown)


def _with_seats(bound: Bound) -> Bound:
    """Return the contracts that pay for a licence, and nothing of what plans ask for."""
    paying = {line.contract for line in bound.charges if line.pool is not None}
    return replace(bound, contracts=tuple(one for one in bound.contracts if one.ref in paying), needs=())


class _Added:
    """The seats that one contract will have to pay for beyond today's."""

    def __init__(  # noqa: PLR0917  one value of each thing a contract is made of
        self, contract: ContractFact, short: Seats, lines: list[ChargeFact], days: Dates, known: Known,
        horizon: Horizon,
    ) -> None:  # fmt: skip
        self.contract, self.short, self.known, self.horizon = contract, short, known, horizon
        own = (one for one in lines if one.pool == short.pool and is_repeating(one))
        self.times = next((periods_a_year(one.period) for one in own), None) or 1
        self.starts = max(days.renews_on or horizon.on, horizon.on)

    def parts(self) -> Iterator[Part]:
        contract, bound, booked = self.contract, self.known.bound, self.known.booked
        due = self._due(bound)
        if due:
            of = booked.get(contract.ref, Booked())
            count = f"{self.short.missing.normalize():f}"
            yield Part(
                "seats", "contracts", contract.ref, f"{contract.name}: {count} more of {self.short.name}",
                of.purpose, of.treatment, by_month(due), partial(self._opened, due),
                vendor=contract.vendor,
            )  # fmt: skip

    def _due(self, bound: Bound) -> tuple[Due, ...]:
        contract = self.contract
        line = ChargeFact(
            "", contract.ref, self.short.name, unit_price=_value(self._each), starts_on=self.starts,
            period={12: "month", 4: "quarter", 2: "half-year"}.get(self.times, "year"),
        )  # fmt: skip
        end = ending(terms_of(contract), bound.calendar)
        alone = replace(contract, price=None)
        found = (
            Due(one, tuple(one.payments(self.horizon.now, self.horizon.last)))
            for one in billed(alone, [line], on=self.horizon.on, ends_on=end)
        )
        return tuple(one for one in found if one.payments)

    @property
    def _each(self) -> Trace:
        """Return what the missing ones cost each time they are paid."""
        assert self.short.paid is not None
        assert self.short.needed is not None
        assert self.short.unit is not None
        short = Trace(
            self.short.missing, op="difference", args=(self.short.needed, self.short.paid),
            note="used beyond those paid for",
        )  # fmt: skip
        year = Trace(
            self.short.missing * _value(self.short.unit), op="product", args=(short, self.short.unit)
        )
        times = leaf(self.times, note="payments a year")
        return Trace(_value(year) / self.times, op="quotient", args=(year, times), note="each time")

    def _opened(self, due: tuple[Due, ...], first: int, last: int) -> tuple[Trace, ...]:
        found = []
        for one in due:
            payments = tuple(each for each in one.payments if first <= month_of(each.day) <= last)
            if payments:
                found.append(self._trace(one, payments))
        return tuple(found)

    def _trace(self, one: Due, payments: tuple[Payment, ...]) -> Trace:
        """Return them as they fall due; the price opens to the seats, not to a row that is not there."""
        told = payments_trace(one.billed, (payments[0], payments[-1]), self.known.bound)
        value = sum((each.amount for each in payments), Decimal(0))
        return Trace(value, op="dues", args=(self._each, *told.args[1:]), note=told.note)


def _value(trace: Trace) -> Decimal:
    assert isinstance(trace.value, Decimal | int)
    return Decimal(trace.value)
