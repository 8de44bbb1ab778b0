"""What findings about contracts are made of: their values, amounts, last safe days and traces."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal

from fullscore.engine.findings.actions import Action, Missing
from fullscore.engine.findings.finding import Basis, Finding, Subject, Value
from fullscore.engine.findings.losses import Loss
from fullscore.engine.findings.trace import Trace, named
from fullscore.engine.money.amounts import words
from fullscore.engine.vendors.facts import Bound
from fullscore.engine.vendors.renewals import Renewal

# Work in hours, each by what it takes at a desk that has the contract at hand.
WRITING = Decimal("0.33")  # find it, write, have it signed, send it: twenty minutes
DECIDING = Decimal("0.5")  # ask whoever uses it, look at the price, note the decision
RENEWING = Decimal("0.5")  # ask for the offer, compare, sign
NAMING = Decimal("0.17")  # one call and one field
LOOKING_UP = Decimal("0.17")  # open the contract, find the clause, type it
COMPARING = Decimal(1)  # two contracts read side by side
# Days between these two are said without their year.
_LONG_AGO, _FAR_AHEAD = timedelta(days=-180), timedelta(days=330)


def about(one: Renewal, bound: Bound, **more: Value) -> dict[str, Value]:
    """Return the values every sentence about the contract may use."""
    worth = in_words(one.price_year, bound)
    return {"name": one.contract.name, "vendor": one.vendor, "worth": worth, **more}


def in_words(amount: Trace | None, bound: Bound) -> str | None:
    """Return an amount as people read it, in its own currency; None where it is not known, or nothing."""
    value = None if amount is None else amount.value
    if amount is None or not isinstance(value, Decimal) or not value:
        return None
    return words(value, amount.unit or bound.currency)


def at_stake(amount: Trace | None) -> Decimal | None:
    """Return an amount where it is in the organisation's currency."""
    if amount is None or amount.unit is not None or not isinstance(amount.value, Decimal):
        return None
    return amount.value


def action(
    code: str, subject: Subject, values: Mapping[str, Value], *, on: date, hours: Decimal,
    by: Trace | None = None, stake: Trace | None = None, loss: Loss | None = None, group: str = "",
    cause: str = "", missing: Missing | None = None, basis: Basis | None = None,
) -> Action:  # fmt: skip
    """Return what is to be done about a row; `by` is its last safe day, `stake` what it is about in money."""
    act_by = by.value if by is not None and isinstance(by.value, date) else None
    sure = basis or (loss.basis if loss is not None else Basis.CERTAIN)
    finding = Finding(
        code, subject, {**values, "years": with_year(values, on)}, act_by=act_by, at_stake=at_stake(stake),
        basis=sure, trace=_opened(by, stake),
    )  # fmt: skip
    return Action(finding, loss=loss, hours=hours, group=group, cause=cause, missing=missing)


def vendor_group(one: Renewal) -> str:
    """Return what brings contracts of one vendor that end together into one line."""
    return f"vendors:{one.contract.vendor}" if one.contract.vendor else ""


def unpriced(one: Renewal) -> Missing | None:
    """Return the field without which no amount of the contract can be compared; None when it has a price."""
    if one.is_foreign:
        return missing(one, "currency")
    return missing(one, "price") if one.price_year is None else None


_LABELS = {
    "intent": "decided", "notice": "notice", "ends_on": "ends on", "renewal": "renews",
    "renewal_months": "renews for", "price": "price", "currency": "currency", "owner": "owner",
}  # fmt: skip


def missing(one: Renewal, field: str) -> Missing:
    """Return a field of the contract as the one that would tell."""
    return Missing("contracts", one.ref, field, _LABELS[field])


def with_year(values: Mapping[str, Value], on: date) -> tuple[str, ...]:
    """Return which days lie so far away that a sentence must name their year."""
    days: Iterable[tuple[str, date]] = ((key, day) for key, day in values.items() if isinstance(day, date))
    return tuple(sorted(key for key, day in days if not _LONG_AGO < day - on < _FAR_AHEAD))


def _opened(by: Trace | None, stake: Trace | None) -> Trace | None:
    known = {"act_by": by, "at_stake": stake if at_stake(stake) is not None else None}
    args = tuple(named(trace, figure) for figure, trace in known.items() if trace is not None)
    return Trace(None, op="figures", args=args) if args else None
