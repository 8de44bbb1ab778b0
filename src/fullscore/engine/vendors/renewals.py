"""Every contract on one day: by when to say what, what that saves, and where it stands."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import partial

from fullscore.engine.findings.trace import Later, Trace, named
from fullscore.engine.money.amounts import cents
from fullscore.engine.vendors.facts import Bound, ChargeFact, ContractFact
from fullscore.engine.vendors.prices import is_foreign, price_year
from fullscore.engine.vendors.renewals_terms import Extension, extension, over_term
from fullscore.engine.vendors.seats import Seats, seats
from fullscore.engine.vendors.terms import Dates, dates, terms_of
from fullscore.engine.vendors.terms_trace import dates_trace

# Assumed where the contract does not say how long deciding takes: large sums are talked over.
LARGE = Decimal(10_000)
DAYS_IF_LARGE, DAYS_ELSE = 30, 14
# From so many days before the day to decide on, an open question is one.
_SOON = timedelta(days=30)


class State(StrEnum):
    """Where a contract stands, for the chip beside it."""

    NOTICE_GIVEN = "notice-given"
    OVER = "over"
    ENDS = "ends"
    TO_RENEW = "to-renew"
    NO_NOTICE_DATE = "no-notice-date"
    MISSED = "missed"
    GIVE_NOTICE = "give-notice"
    RENEW_FEWER = "renew-fewer"
    MORE_NEEDED = "more-needed"
    TAKE_BACK = "take-back"
    CHANGE = "change"
    WANTED = "wanted"
    AS_PLANNED = "as-planned"
    ANY_MONTH = "any-month"
    DECIDE = "decide"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Renewal:
    """One contract as it comes up; `seats` is the licence most can be saved on, `pools` are all it has.

    `renew` is "keep", "change", "end", "decide" or "38 of 50"; `added` what a late notice adds, `at_stake`
    its price. Amounts in another currency than the organisation's name it as their trace's unit.
    """

    contract: ContractFact
    vendor: str | None
    owner: str | None
    dates: Dates
    price_year: Trace | None
    seats: Seats | None
    pools: tuple[Seats, ...]
    renew: str
    saves_year: Trace | None
    state: State
    at_stake: Trace | None
    added: Extension | None
    is_needed: bool
    is_foreign: bool
    trace: Trace

    @property
    def ref(self) -> str:
        return self.contract.ref

    def day(self, name: str) -> Trace | None:
        """Return one of its days; what it was made of is only worked out when somebody opens it."""
        value = getattr(self.dates, name)
        if value is None:
            return None
        return Trace(value, op="later", args=Later(partial(self._made_of, name)))

    def _made_of(self, name: str) -> tuple[Trace, ...]:
        return tuple(part for part in self.trace.args if part.figure == name)

    @property
    def spare(self) -> tuple[Seats, ...]:
        """Return the licences of which fewer will do."""
        return tuple(one for one in self.pools if one.is_too_many)

    @property
    def is_in_full_use(self) -> bool:
        """Return whether its seats are counted, and all are needed."""
        return bool(self.pools) and all(one.spare is not None and not one.is_too_many for one in self.pools)

    @property
    def is_missed(self) -> bool:
        """Return whether the last notice for the running term has passed; a rolling exit is never missed."""
        return self.dates.missed is not None and not self.dates.is_rolling


def renewals(bound: Bound, *, on: date) -> tuple[Renewal, ...]:
    """Return every contract by its notice day; those without one last, those that are over after them."""
    made = _Making(bound, on)
    return tuple(sorted((made.renewal(contract) for contract in bound.contracts), key=_order))


def decide_days(contract: ContractFact, price: Trace | None) -> int:
    """Return the days deciding takes: as written down, else assumed by the price."""
    if contract.decide_days is not None:
        return contract.decide_days
    return DAYS_IF_LARGE if price is not None and _value(price) >= LARGE else DAYS_ELSE


def _order(one: Renewal) -> tuple[bool, bool, date, date, str]:
    by, end = one.dates.notice_by, one.dates.ends_on
    return one.dates.is_over, by is None, by or date.max, end or date.max, one.ref


class _Making:
    """The rows of every contract brought together once."""

    def __init__(self, bound: Bound, on: date) -> None:
        self.bound, self.on = bound, on
        self.charges: dict[str, list[ChargeFact]] = defaultdict(list)
        for line in bound.charges:
            self.charges[line.contract].append(line)
        self.vendors = {vendor.ref: vendor.name for vendor in bound.vendors}
        self.people = {person.ref: person.called for person in bound.held.people}
        self.needed = {cover.contract for cover in bound.covers if cover.service is not None}
        self.prices = {one.ref: self._price(one) for one in bound.contracts}
        self.dates = {one.ref: self._dates(one) for one in bound.contracts}
        self.seats: Mapping[str, tuple[Seats, ...]] = seats(bound, self.dates, on=on)

    def _price(self, contract: ContractFact) -> Trace | None:
        return price_year(contract, self.charges[contract.ref], self.bound, on=self.on)

    def _dates(self, contract: ContractFact) -> Dates:
        days = decide_days(contract, self.prices[contract.ref])
        return dates(terms_of(contract), self.on, self.bound.calendar, days)

    def renewal(self, contract: ContractFact) -> Renewal:
        price, found = self.prices[contract.ref], self.dates[contract.ref]
        pools = self.seats.get(contract.ref, ())
        added = extension(contract, found, self.bound.calendar)
        stake = None if price is None or added is None else _stake(price, added, contract, self.bound)
        made = Renewal(
            contract, self.vendors.get(contract.vendor or ""), self.people.get(contract.owner or ""), found,
            price, _foremost(pools), pools, "", None, State.OPEN, stake, added,
            contract.intent == "keep" or contract.ref in self.needed, is_foreign(contract, self.bound),
            Trace(None, op="figures"),
        )  # fmt: skip
        whole = replace(
            made, renew=_renew(made), saves_year=_saves(made), state=state_of(made, on=self.on)
        )  # fmt: skip
        return replace(
            whole, trace=Trace(None, op="figures", args=Later(partial(_figures, whole, self.bound, self.on)))
        )


def _stake(price: Trace, added: Extension, contract: ContractFact, bound: Bound) -> Trace:
    return over_term(price, added, contract, bound, "owed if notice is late")


def _foremost(pools: Sequence[Seats]) -> Seats | None:
    """Return the licence most is saved on, else the first."""
    return max(pools, key=lambda one: _value(one.saves_year) if one.saves_year else Decimal(-1), default=None)


def _renew(one: Renewal) -> str:
    if one.contract.intent == "end":
        return "end"
    if one.spare:
        return (
            f"{_count(one.spare[0].needed)} of {_count(one.spare[0].paid)}"
            if len(one.spare) == 1
            else "change"
        )
    return one.contract.intent or "decide"


def _count(trace: Trace | None) -> str:
    assert trace is not None
    return f"{_value(trace).normalize():f}"


def _saves(one: Renewal) -> Trace | None:
    """Return what the renewal can save a year: all of it, or the seats nobody needs."""
    if one.contract.intent == "end":
        return None if one.is_foreign else one.price_year
    parts = tuple(each.saves_year for each in one.spare if each.saves_year is not None)
    if len(parts) <= 1:
        return parts[0] if parts else None
    value = sum((_value(part) for part in parts), Decimal(0))
    return Trace(cents(value), op="sum", args=parts, note="a year")


def state_of(one: Renewal, *, on: date) -> State:
    """Return where it stands; the first that is true says it."""
    return _closing(one) or _wanting(one) or _deciding(one, on)


def _closing(one: Renewal) -> State | None:
    contract, found = one.contract, one.dates
    if found.is_over:
        return State.OVER
    if contract.notice_given_on is not None:
        return State.NOTICE_GIVEN
    if contract.renewal in {"none", "express"}:
        return State.TO_RENEW if one.is_needed and contract.intent != "end" else State.ENDS
    return State.NO_NOTICE_DATE if found.notice_by is None else None


def _wanting(one: Renewal) -> State | None:
    wants_out = one.contract.intent == "end"
    if wants_out:
        return State.MISSED if one.is_missed else State.GIVE_NOTICE
    if one.spare:
        return State.RENEW_FEWER
    if any(each.missing for each in one.pools):
        return State.MORE_NEEDED
    return State.TAKE_BACK if any(each.leavers for each in one.pools) else None


def _deciding(one: Renewal, on: date) -> State:
    decided = {"change": State.CHANGE, "keep": State.WANTED}.get(one.contract.intent or "")
    if decided is not None:
        return decided
    if one.is_in_full_use:
        return State.AS_PLANNED
    if one.added is not None and one.added.is_short:
        return State.ANY_MONTH
    by = one.dates.decide_by
    return State.DECIDE if by is not None and by <= on + _SOON else State.OPEN


def _figures(one: Renewal, bound: Bound, on: date) -> tuple[Trace, ...]:
    """Return every figure of the contract's document with what it was made of."""
    seat = one.seats
    amounts = (("price_year", one.price_year), ("saves_year", one.saves_year), ("at_stake", one.at_stake))
    parts = ("paid", "assigned", "active", "needed", "spare")
    counts = tuple((f"seats.{part}", getattr(seat, part)) for part in parts) if seat else ()
    told = dates_trace(one.contract, one.dates, bound.files, on=on, calendar=bound.calendar).args
    return (*told, *(named(trace, figure) for figure, trace in (*amounts, *counts) if trace is not None))


def _value(trace: Trace) -> Decimal:
    assert isinstance(trace.value, Decimal | int)
    return Decimal(trace.value)
