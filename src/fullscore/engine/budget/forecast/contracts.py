"""What contracts cost: every price on the days it falls due, with its increases, until a certain end."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from fullscore.engine.budget.forecast.facts import Booked, Horizon, Known, Made, Part, Unknown
from fullscore.engine.findings.trace import Trace
from fullscore.engine.vendors.billing import (
    Billed,
    Payment,
    billed,
    is_undated,
    is_unpriced,
    payments_trace,
)
from fullscore.engine.vendors.ends import month_of
from fullscore.engine.vendors.facts import Bound, ChargeFact, ContractFact
from fullscore.engine.vendors.prices import is_foreign
from fullscore.engine.vendors.terms import ending, terms_of


class Due(NamedTuple):
    """One price and what of it falls due."""

    billed: Billed
    payments: tuple[Payment, ...]


def parts(known: Known, horizon: Horizon) -> Made:
    """Return a part for each contract with anything to pay, and what of contracts nobody can price."""
    bound, charges = known.bound, charges_of(known.bound)
    found, unknown = [], []
    for contract in bound.contracts:
        lines = charges[contract.ref]
        unknown += [Unknown("contract", "contracts", contract.ref, contract.name, why)
                    for why in _why_unknown(contract, lines, bound, horizon)]  # fmt: skip
        if not is_foreign(contract, bound):
            found += _part(contract, _due(contract, lines, bound, horizon), known)
    return tuple(found), tuple(unknown)


def charges_of(bound: Bound) -> Mapping[str, list[ChargeFact]]:
    found: dict[str, list[ChargeFact]] = defaultdict(list)
    for line in bound.charges:
        found[line.contract].append(line)
    return found


def _why_unknown(
    contract: ContractFact, lines: list[ChargeFact], bound: Bound, horizon: Horizon
) -> Iterator[str]:
    end = ending(terms_of(contract), bound.calendar)
    if end is not None and end < horizon.on:
        return
    if is_foreign(contract, bound):
        yield "currency"
        return
    if is_unpriced(contract, lines):
        yield "price"
    if is_undated(contract, lines):
        yield "day"


def _due(contract: ContractFact, lines: list[ChargeFact], bound: Bound, horizon: Horizon) -> tuple[Due, ...]:
    end = ending(terms_of(contract), bound.calendar)
    prices = billed(contract, lines, on=horizon.on, ends_on=end)
    found = (Due(one, tuple(one.payments(horizon.now, horizon.last))) for one in prices)
    return tuple(one for one in found if one.payments)


def _part(contract: ContractFact, due: tuple[Due, ...], known: Known) -> Iterator[Part]:
    if due:
        booked = known.booked.get(contract.ref, Booked())
        yield Part(
            "contract", "contracts", contract.ref, contract.name, booked.purpose, booked.treatment,
            by_month(due), partial(opened, due, known.bound), vendor=contract.vendor,
        )  # fmt: skip


def by_month(due: tuple[Due, ...]) -> Mapping[int, Decimal]:
    amounts: dict[int, Decimal] = defaultdict(Decimal)
    for one in due:
        for payment in one.payments:
            amounts[month_of(payment.day)] += payment.amount
    return dict(amounts)


def opened(due: tuple[Due, ...], bound: Bound, first: int, last: int) -> tuple[Trace, ...]:
    """Return each price with what of it falls due in these months."""
    found = []
    for one in due:
        payments = tuple(each for each in one.payments if first <= month_of(each.day) <= last)
        if payments:
            found.append(payments_trace(one.billed, payments, bound))
    return tuple(found)
