"""All money of an organisation as flows that belong somewhere in a month: plan, contracts, bills."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from fullscore.engine.budget.matching import match
from fullscore.engine.budget.matching_facts import (
    BillFact,
    Expected,
    Match,
    Matching,
    PlannedLine,
    Unmatched,
    Why,
)
from fullscore.engine.budget.matching_facts import Posed as PosedBills
from fullscore.engine.budget.year.facts import (
    REFRESH,
    REST_OF_BILLS,
    REST_OF_ORDERS,
    AmountFact,
    Asked,
    Flow,
    Heading,
    Home,
    LineFact,
)
from fullscore.engine.estate.sources import source_of
from fullscore.engine.findings.trace import Source, leaf
from fullscore.engine.vendors.billing import Billed, payment_trace
from fullscore.engine.vendors.ends import month_of
from fullscore.engine.vendors.facts import Bound, ContractFact
from fullscore.engine.vendors.totals import every_price
from fullscore.store import budget_lines as store
from fullscore.usecases.goals import recalling
from fullscore.usecases.vendors.binding import bound_of

_MONTHS = 12
# A line of this category bears what is bought by order and what is replaced, when it is the only one.
_HARDWARE = frozenset({"hardware", "equipment", "devices", "computers"})


@dataclass(frozen=True, slots=True)
class Gathered:
    """What every year is made from, on one day; `matching` says what each bill pays for."""

    on: date
    bound: Bound
    lines: tuple[LineFact, ...]
    planned: tuple[Flow, ...]
    prices: tuple[Billed, ...]
    bills: tuple[Flow, ...]
    matching: Matching
    homes: Mapping[Home, Home]
    headings: Mapping[Home, Heading]

    @property
    def lost(self) -> tuple[Unmatched, ...]:
        """Return bills that no contract, order or line is known for."""
        known = (each for each in self.matching.unmatched if each.why is not Why.OTHER_CURRENCY)
        return tuple(each for each in known if ("bills", each.bill.vendor or "") not in self.homes)

    @property
    def foreign(self) -> tuple[Unmatched, ...]:
        """Return bills in another currency: they are in no sum."""
        return tuple(each for each in self.matching.unmatched if each.why is Why.OTHER_CURRENCY)


def gathered(organisation_id: int, on: date) -> Gathered:
    """Read everything and match every bill; what was read stays until anything is written."""
    key = ("budget-gathered", organisation_id, on)
    return recalling.recalled(key, lambda: _gathered(organisation_id, on))


def _gathered(organisation_id: int, on: date) -> Gathered:
    bound = bound_of(organisation_id, on)
    lines, amounts = store.read_lines(organisation_id), store.read_amounts(organisation_id)
    told = tuple(store.read_bills(organisation_id))
    prices = tuple(every_price(bound, on=on))
    posed = PosedBills(
        tuple(bill for bill, _ in told), store.read_agreements(organisation_id),
        tuple(_asked_for(prices, [bill for bill, _ in told])), store.read_orders(organisation_id),
        bound.currency, tuple(_planned_for(lines)),
    )  # fmt: skip
    matching = match(posed)
    # What is agreed by the year and billed by the month falls due by the month from here on.
    bound = as_billed(bound, matching)
    prices = tuple(every_price(bound, on=on))
    sources = {bill.ref: source for bill, source in told}
    bills = (*_placed(matching, sources), *_without_place(matching, sources))
    return Gathered(
        on, bound, lines, tuple(_planned(amounts, bound)), prices, bills, matching, _homes(lines),
        _Headings(bound, lines).all(),
    )  # fmt: skip


def as_billed(bound: Bound, matching: Matching) -> Bound:
    """Return the contracts with what their bills have shown: instalments, and when their periods begin."""
    parts, begun = matching.instalments, _begun(matching)
    return replace(bound, contracts=tuple(_as_billed(one, parts, begun) for one in bound.contracts))


def _as_billed(
    one: ContractFact, parts: Mapping[str, int], begun: Mapping[str, date]
) -> ContractFact:  # fmt: skip
    is_undated = one.starts_on is None and one.ends_on is None
    starts = begun.get(one.ref) if is_undated else one.starts_on
    return replace(one, instalments=parts.get(one.ref, 1), starts_on=starts)


def _begun(matching: Matching) -> Mapping[str, date]:
    """Return by contract the day of the first bill that came for it."""
    found: dict[str, date] = {}
    for one in matching.matched:
        if one.contract and one.bill.amount > 0:
            found[one.contract] = min(one.bill.billed_on, found.get(one.contract, one.bill.billed_on))
    return found


def _planned_for(lines: tuple[LineFact, ...]) -> Iterator[PlannedLine]:
    for line in lines:
        if line.vendor and not line.contract:
            yield PlannedLine(line.ref, line.name, line.vendor)


def asked(found: Gathered, first: int, expected: tuple[Flow, ...], named: Mapping[Home, Heading]) -> Asked:
    """Return the year that begins in a month, with what is expected of months that are not over."""
    now = month_of(found.on)
    return Asked(
        first, now, found.lines, found.planned, tuple(committed(found, first)),
        tuple(flow for flow in expected if flow.month >= now), found.bills, found.homes,
        _known({**named, **found.headings}, (*expected, *found.bills)),
    )  # fmt: skip


def committed(found: Gathered, first: int) -> Iterator[Flow]:
    """Yield what contracts bill in the twelve months from one."""
    for price in found.prices:
        home = ("contracts", price.contract.ref)
        for payment in price.payments(first, first + _MONTHS - 1):
            trace = payment_trace(price, payment, found.bound)
            yield Flow(home, month_of(payment.day), payment.amount, trace)


def _planned(amounts: tuple[AmountFact, ...], bound: Bound) -> Iterator[Flow]:
    for one in amounts:
        trace = leaf(one.amount, source_of(one, "amount", bound.files), one.said_by or "planned")
        yield Flow(("lines", one.line), month_of(one.month), one.amount, trace)


def _asked_for(prices: tuple[Billed, ...], bills: list[BillFact]) -> Iterator[Expected]:
    """Yield every payment a bill may be for, from a year before the first to a year after the last."""
    if not bills:
        return
    first = month_of(min(bill.billed_on for bill in bills)) - _MONTHS
    last = month_of(max(bill.billed_on for bill in bills)) + _MONTHS
    for price in prices:
        charge = price.charge.ref if price.charge else None
        for payment in price.payments(first, last):
            yield Expected(price.contract.ref, charge, payment.day, payment.amount, price.step)


def _placed(matching: Matching, sources: Mapping[str, Source]) -> Iterator[Flow]:
    for one in matching.matched:
        for part in one.parts:
            home = _home(one, part.what.register, part.what.ref)
            yield _flow(home, one.bill, part.amount, sources, str(one.how))


def _home(one: Match, register: str, ref: str) -> Home:
    if one.line:
        return "lines", one.line
    return REST_OF_ORDERS if register == "orders" else (register, ref)


def _without_place(matching: Matching, sources: Mapping[str, Source]) -> Iterator[Flow]:
    for one in matching.unmatched:
        if one.why is not Why.OTHER_CURRENCY:
            home = ("bills", one.bill.vendor or "")
            yield _flow(home, one.bill, one.bill.amount, sources, "matched to nothing")


def _flow(home: Home, bill: BillFact, amount: Decimal, sources: Mapping[str, Source], how: str) -> Flow:
    number = f" {bill.number}" if bill.number else ""
    note = f"bill{number} of {bill.billed_on.isoformat()}, {how}"
    return Flow(home, month_of(bill.billed_on), amount, leaf(amount, sources[bill.ref], note))


def _homes(lines: tuple[LineFact, ...]) -> Mapping[Home, Home]:
    """Return which line covers what: a contract, a vendor's other bills, orders where it is for hardware."""
    found: dict[Home, Home] = {}
    for line in lines:
        if line.contract:
            found.setdefault(("contracts", line.contract), ("lines", line.ref))
    vendors = Counter(line.vendor for line in lines if line.vendor and not line.contract)
    for line in lines:
        # What a vendor bills beside its contracts is the one line's that names the vendor.
        if line.vendor and not line.contract and vendors[line.vendor] == 1:
            found["bills", line.vendor] = ("lines", line.ref)
    hardware = [line for line in lines if (line.category or "").casefold() in _HARDWARE and not line.contract]
    if len(hardware) == 1:
        found |= dict.fromkeys((REST_OF_ORDERS, REFRESH), ("lines", hardware[0].ref))
    return found


class _Headings:
    """What rows are called and grouped by."""

    def __init__(self, bound: Bound, lines: tuple[LineFact, ...]) -> None:
        self._bound, self._lines = bound, lines
        self._vendors = {one.ref: one.name for one in bound.vendors}

    def all(self) -> Mapping[Home, Heading]:
        found = {each.home: each for each in (*self._of_lines(), *self._of_contracts(), *self._of_bills())}
        found[REST_OF_ORDERS] = Heading(REST_OF_ORDERS, "Bought by order", treatment="capex")
        found[REFRESH] = Heading(REFRESH, "Replacements", treatment="capex")
        return found

    def _of_lines(self) -> Iterator[Heading]:
        vendors = {one.ref: one.vendor for one in self._bound.contracts}
        for one in self._lines:
            vendor = one.vendor or vendors.get(one.contract or "")
            yield Heading(
                ("lines", one.ref), one.name, one.purpose, one.treatment, one.category, one.team,
                one.service, vendor, one,
            )  # fmt: skip

    def _of_contracts(self) -> Iterator[Heading]:
        services = _only({(one.contract, one.service) for one in self._bound.covers if one.service})
        teams = _only({(one.contract, one.team) for one in self._bound.shares})
        for one in self._bound.contracts:
            yield Heading(
                ("contracts", one.ref), one.name, category=one.kind, team=teams.get(one.ref),
                service=services.get(one.ref), vendor=one.vendor,
            )  # fmt: skip

    def _of_bills(self) -> Iterator[Heading]:
        yield Heading(REST_OF_BILLS, "Bills of nobody known")
        for ref, name in self._vendors.items():
            yield Heading(("bills", ref), f"{name}, for no contract known", vendor=ref)


def _only(pairs: set[tuple[str, str | None]]) -> Mapping[str, str]:
    """Return what a contract has exactly one of."""
    found: dict[str, str | None] = {}
    for contract, one in sorted(pairs, key=str):
        found[contract] = None if contract in found else one
    return {contract: one for contract, one in found.items() if one}


def _known(headings: Mapping[Home, Heading], flows: tuple[Flow, ...]) -> Mapping[Home, Heading]:
    """Return the headings, with a plain one for whatever was put away since."""
    missing = {flow.home for flow in flows} - headings.keys()
    return {**headings, **{home: Heading(home, home[1] or home[0]) for home in missing}}
