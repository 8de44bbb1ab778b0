"""Renewals on one day: every contract read whole, judged by the engine, for those who see them all."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.findings.trace import Trace
from fullscore.engine.registers.access import FieldClass, Member, Right
from fullscore.engine.vendors import noticing
from fullscore.engine.vendors.facts import Bound
from fullscore.engine.vendors.renewals import Renewal
from fullscore.engine.vendors.renewals import renewals as worked_out
from fullscore.engine.vendors.totals import totals
from fullscore.store import contracts
from fullscore.usecases import registers
from fullscore.usecases.goals import recalling
from fullscore.usecases.goals.planning import refuse_far
from fullscore.usecases.registers.values import NotThereError
from fullscore.usecases.vendors.binding import bound_of
from fullscore.usecases.vendors.values import Case, Renewals

CONTRACTS = "contracts"


def renewals(*, by: Member, on: date) -> Renewals:
    """Return every contract by its notice day; for those who see the registers whole, who may plan."""
    by.require(Right.PLAN_GOALS)
    refuse_far(on)
    sees_money = FieldClass.MONEY in by.reads
    key = ("renewals", by.organisation_id, on, sees_money)
    return recalling.recalled(key, lambda: _renewals(by, on, sees_money=sees_money))


def _renewals(by: Member, on: date, *, sees_money: bool) -> Renewals:
    whole = bound_of(by.organisation_id, on)
    # What nobody reads cannot show: not in a saving, nor in how long a dear contract takes to decide about.
    bound = whole if sees_money else _without_money(whole)
    found = worked_out(bound, on=on)
    return Renewals(
        organisation=by.organisation,
        currency=bound.currency,
        on=on,
        renewals=found,
        totals=totals(bound, on=on) if sees_money else None,
        year=_year(found, bound),
        unseen=_year(filter(_is_unseen, found), bound),
        ages=contracts.read_contract_ages(by.organisation_id),
        names=dict(_names(bound)),
        bound=bound,
        sees_money=sees_money,
    )


def _without_money(bound: Bound) -> Bound:
    """Return the same without a price: of contracts, their lines, licences and items."""
    held = bound.held
    return replace(
        bound,
        contracts=tuple(
            replace(one, price=None, increase_percent=None, increase_cap=None, increase_index=None)
            for one in bound.contracts
        ),
        charges=tuple(replace(one, unit_price=None) for one in bound.charges),
        price_changes=(),
        services=tuple(replace(one, outage_cost_hour=None) for one in bound.services),
        held=replace(
            held,
            pools=tuple(replace(one, unit_cost=None) for one in held.pools),
            items=tuple(replace(one, cost=None) for one in held.items),
            models=tuple(replace(one, unit_cost=None) for one in held.models),
            priced_otherwise=frozenset(),
        ),
    )


def _year(found: Iterable[Renewal], bound: Bound) -> Trace | None:
    """Return what they cost a year together, of those with a price in the organisation's currency."""
    amounts = tuple(one.price_year for one in found if _counts(one, bound))
    known = tuple(amount for amount in amounts if amount is not None)
    values = (Decimal(str(amount.value)) for amount in known)
    return Trace(sum(values, Decimal(0)), op="sum", args=known, note="a year") if known else None


def _counts(one: Renewal, bound: Bound) -> bool:
    is_foreign = bool(one.contract.currency) and one.contract.currency != bound.currency
    return one.price_year is not None and not is_foreign and not one.dates.is_over


def _is_unseen(one: Renewal) -> bool:
    return bool(one.dates.unknown) and not one.dates.is_over


def _names(bound: Bound) -> Iterator[tuple[tuple[str, str], str]]:
    held = bound.held
    for named in (bound.vendors, bound.contracts, bound.services, bound.teams, held.pools):
        yield from (((one.REGISTER, one.ref), one.name) for one in named)
    for called in (held.people, held.items):
        yield from (((one.REGISTER, one.ref), one.called) for one in called)


def case(*, by: Member, ref: str, on: date) -> Case:
    """Return one contract with all that belongs to it; raises `NotThereError` for one that is not here."""
    everything = renewals(by=by, on=on)
    found = next((one for one in everything.renewals if one.contract.ref == ref), None)
    if found is None:
        values = {"target": "contract", "value": ref[:64]}
        raise NotThereError(Finding("row-not-found", Subject(CONTRACTS, ref[:64]), values))
    bound = everything.bound
    return Case(
        all=everything,
        renewal=found,
        row=registers.one(by=by, register=CONTRACTS, ref=ref),
        charges=tuple(one for one in bound.charges if one.contract == ref),
        shares=tuple(one for one in bound.shares if one.contract == ref),
        covers=tuple(one for one in bound.covers if one.contract == ref),
        changes=tuple(one for one in bound.price_changes if one.contract == ref),
        findings=_findings(everything, ref),
        files=tuple(registers.attachments(by=by, register=CONTRACTS, ref=ref)),
    )


def _findings(everything: Renewals, ref: str) -> tuple[Finding, ...]:
    """Return what there is to say about one contract."""
    noticed = noticing.actions(everything.bound, everything.renewals, on=everything.on)
    about = Subject(CONTRACTS, ref)
    return tuple(one.finding for one in noticed if one.finding.subject == about)
