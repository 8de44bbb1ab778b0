"""Renewals as documents: what REST and `--json` answer, the same for both."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from fullscore.engine.findings.problem import finding_document
from fullscore.engine.findings.trace import Trace, as_document, named, plain_value
from fullscore.engine.money.amounts import plain
from fullscore.engine.vendors.facts import ChargeFact, ContractFact
from fullscore.engine.vendors.renewals import Renewal
from fullscore.engine.vendors.seats import Seats
from fullscore.engine.vendors.totals import Totals
from fullscore.usecases.vendors.values import Case, Renewals

Document = dict[str, object]


def renewals_document(found: Renewals, within: int | None = None) -> Document:
    """Return `fullscore/renewals/1`; `within` so many days keeps contracts with a notice day until then.

    Figures about all contracts stay those of all.
    """
    kept = [one for one in found.renewals if within is None or is_due(one, found.on, within)]
    return {
        "schema": "fullscore/renewals/1",
        **_head(found),
        "contracts": len(found.renewals),
        "price_year": _money(found.year),
        "owed": _money(_owed(found)),
        "unseen": _money(found.unseen),
        "unpriced": list(found.totals.unpriced) if found.totals else [],
        "foreign": list(found.totals.foreign) if found.totals else [],
        "totals": _totals(found.totals) if found.totals else None,
        "renewals": [_renewal(one, found) for one in kept],
        "trace": _figures({}, price_year=found.year, owed=_owed(found), unseen=found.unseen),
    }


def _owed(found: Renewals) -> Trace | None:
    return found.totals.owed if found.totals else None


def is_due(one: Renewal, on: date, within: int) -> bool:
    """Return whether notice must be given in so many days from `on`."""
    return one.dates.notice_by is not None and 0 <= (one.dates.notice_by - on).days <= within


def case_document(found: Case) -> Document:
    """Return `fullscore/renewal/1`: one contract with its lines, shares, what it pays for and what to do."""
    everything = found.all
    return {
        "schema": "fullscore/renewal/1",
        **_head(everything),
        **_renewal(found.renewal, everything),
        "terms": _terms(found.renewal.contract),
        "charges": [_charge(one) for one in found.charges],
        "shares": [{"team": one.team, "percent": plain_value(one.percent)} for one in found.shares],
        "covers": [{"service": one.service, "item": one.item} for one in found.covers],
        "prices": [
            {"on": one.on.isoformat(), "before": plain(one.before), "after": plain(one.after)}
            for one in found.changes
        ],
        "findings": [finding_document(one) for one in found.findings],
        "version": found.row.version,
    }


def _head(found: Renewals) -> Document:
    return {
        "organisation": found.organisation,
        "on": found.on.isoformat(),
        "currency": found.currency,
        "data_as_of": {name: at.isoformat(timespec="seconds") for name, at in found.ages.items()},
    }


def _renewal(one: Renewal, found: Renewals) -> Document:
    """Return a contract by the names people know its dates and figures by."""
    contract, dates = one.contract, one.dates
    return {
        "contract": contract.ref,
        "name": contract.name,
        "vendor": contract.vendor,
        "vendor_name": found.name("vendors", contract.vendor) or None,
        "kind": contract.kind,
        "owner": contract.owner,
        "owner_name": found.name("people", contract.owner) or None,
        "intent": contract.intent,
        "ends_on": _day(dates.ends_on),
        "renews_on": _day(dates.renews_on),
        "notice_by": _day(dates.notice_by),
        "decide_by": _day(dates.decide_by),
        "next_exit": _day(dates.next_exit),
        "missed": _day(dates.missed),
        "unknown": dates.unknown,
        "price_year": _money(one.price_year),
        "seats": _seats(one.seats),
        "renew": one.renew,
        "state": one.state,
        "saves_year": _money(one.saves_year),
        "at_stake": _money(one.at_stake),
        "trace": as_document(one.trace),
    }


def _seats(seats: Seats | None) -> Document | None:
    if seats is None:
        return None
    counts = {name: getattr(seats, name) for name in ("paid", "assigned", "active", "needed", "spare")}
    numbers = {name: None if found is None else plain_value(found.value) for name, found in counts.items()}
    return {"pool": seats.pool, **numbers, "text": seats.text}


def _terms(contract: ContractFact) -> Document:
    return {
        "starts_on": _day(contract.starts_on),
        "initial_months": contract.initial_months,
        "renewal": contract.renewal,
        "renewal_months": contract.renewal_months,
        "counting": contract.counting,
        "notice": contract.notice,
        "notice_unit": contract.notice_unit,
        "notice_to": contract.notice_to,
        "notice_form": contract.notice_form,
        "notice_given_on": _day(contract.notice_given_on),
    }


def _charge(one: ChargeFact) -> Document:
    return {
        "charge": one.ref,
        "name": one.name,
        "kind": one.kind,
        "quantity": plain_value(one.quantity),
        "unit_price": None if one.unit_price is None else str(one.unit_price),
        "period": one.period,
        "pool": one.pool,
        "starts_on": _day(one.starts_on),
        "ends_on": _day(one.ends_on),
    }


def _totals(found: Totals) -> Document:
    """Return the total and its divisions; what a line comes to is spelled out once, under the total.

    A month carries no sum of its own: its payments follow from the lines.
    """
    shown = {
        id(line.total): f"total#{line.charge.ref if line.charge else line.contract.ref}"
        for line in found.lines
    }

    def parts(amounts: Mapping[str, Trace] | Mapping[str | None, Trace]) -> list[Document]:
        return [
            {"of": of, "amount": _money(amount), "trace": _figures(shown, amount=amount)}
            for of, amount in amounts.items()
        ]

    return {
        "total": _money(found.total),
        "by_kind": parts(found.by_kind),
        "by_month": [
            {"of": f"{month:%Y-%m}", "amount": _money(amount), "trace": None}
            for month, amount in found.by_month.items()
        ],
        "by_vendor": parts(found.by_vendor),
        "by_service": parts(found.by_service),
        "by_team": parts(found.by_team),
        "by_payment": parts(found.by_payment),
        "trace": _figures({}, total=found.total),
    }


def _figures(shown: Mapping[int, str], **amounts: Trace | None) -> Mapping[str, object]:
    """Return how figures came about, each under the field that shows it."""
    args = (named(trace, name) for name, trace in amounts.items() if trace is not None)
    return as_document(Trace(None, op="figures", args=tuple(args)), shown)


def _money(trace: Trace | None) -> str | None:
    return None if trace is None or trace.value is None else plain(Decimal(str(trace.value)))


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
