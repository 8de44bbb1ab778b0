"""Contracts that end unless somebody renews them: what an end of what is needed costs."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from fullscore.engine.estate.services import ServiceFact
from fullscore.engine.estate.sources import source_of
from fullscore.engine.findings.actions import Action, Missing
from fullscore.engine.findings.finding import Basis, Subject
from fullscore.engine.findings.losses import Counted, Loss, Step
from fullscore.engine.findings.trace import Trace, leaf
from fullscore.engine.vendors.ends import DAY
from fullscore.engine.vendors.facts import Bound
from fullscore.engine.vendors.noticing_days import last_open
from fullscore.engine.vendors.noticing_values import RENEWING, about, action, vendor_group
from fullscore.engine.vendors.renewals import Renewal

HORIZON = timedelta(days=400)
# Ended longer ago and nobody has missed it: the register is behind, not the service down.
STALE = timedelta(days=30)


def ending(one: Renewal, bound: Bound, *, on: date) -> Iterator[Action]:
    """Yield the renewal of what is needed and ends; nothing for what is meant to end or has a successor."""
    end = one.dates.ends_on
    if end is None or not on - STALE <= end <= on + HORIZON or one.contract.intent == "end":
        return
    if not one.is_needed or _is_succeeded(one, end, bound):
        return
    ends = one.day("ends_on")
    assert ends is not None
    services = _services(one, bound)
    loss = _outage(services, end, bound)
    is_over = end < on
    by = ends if is_over else _by(ends, bound, on)
    values = about(
        one, bound, ends_on=end, services=tuple(service.name for service in services), is_over=int(is_over),
        send_by=by.value if isinstance(by.value, date) else None,
    )  # fmt: skip
    yield action(
        "contract-ending", Subject("contracts", one.ref), values, on=on, hours=RENEWING, by=by,
        stake=one.price_year, loss=loss, group=vendor_group(one),
        cause=f"contracts:{one.ref}:{end}", missing=None if loss else _untold(one, services),
    )  # fmt: skip


def _by(ends: Trace, bound: Bound, on: date) -> Trace:
    """Return the last working day before it ends, or today where that has passed."""
    day = last_open(ends, bound)
    if isinstance(day.value, date) and day.value < on:
        return Trace(on, op="later", args=(day, leaf(on, note="today")))
    return day


def _services(one: Renewal, bound: Bound) -> tuple[ServiceFact, ...]:
    refs = {cover.service for cover in bound.covers if cover.contract == one.ref}
    return tuple(service for service in bound.services if service.ref in refs)


def _is_succeeded(one: Renewal, end: date, bound: Bound) -> bool:
    """Return whether another contract of its kind pays for the same from the day after."""
    mine = {(cover.service, cover.item) for cover in bound.covers if cover.contract == one.ref}
    if not mine:
        return False
    others = {
        contract.ref
        for contract in bound.contracts
        if contract.ref != one.ref
        and contract.kind == one.contract.kind
        and contract.starts_on is not None
        and end - STALE <= contract.starts_on <= end + DAY
        and (contract.ends_on is None or contract.ends_on > end)
    }
    return mine <= {(cover.service, cover.item) for cover in bound.covers if cover.contract in others}


def _outage(services: tuple[ServiceFact, ...], end: date, bound: Bound) -> Loss | None:
    """Return what the working days without these services cost; None where nobody has said for any."""
    priced = tuple(service for service in services if service.outage_cost_hour is not None)
    if not priced:
        return None
    steps = tuple(_step(service, end, bound) for service in priced)
    whose = {text: None for service in priced if (text := _whose(service))}
    return Loss(steps, whose="; ".join(whose))


def _step(service: ServiceFact, end: date, bound: Bound) -> Step:
    cost = service.outage_cost_hour or Decimal(0)
    row = source_of(service, "outage_cost_hour", bound.files)
    args = (
        leaf(cost, row, f"an hour without {service.name} costs"),
        leaf(bound.hours_a_day, note="hours of a working day"),
    )
    a_day = Trace(cost * bound.hours_a_day, op="product", args=args, note="a working day without it")
    return Step(
        end + DAY, per_day=cost * bound.hours_a_day, basis=Basis.ASSUMED, counts=Counted.WORKING_DAYS,
        reason="outage", trace=a_day,
    )  # fmt: skip


def _whose(service: ServiceFact) -> str:
    """Return whose figure the cost is, and since when: Ruth Morrow, 3 September 2026."""
    said = service.outage_cost_on
    since = f"{said.day} {said:%B %Y}" if said else ""
    return ", ".join(part for part in (service.outage_cost_by, since) if part)


def _untold(one: Renewal, services: tuple[ServiceFact, ...]) -> Missing:
    """Return the field that would tell: what an hour costs, or which service the contract pays for."""
    if not services:
        return Missing("covers", one.ref, "service", "what it pays for")
    return Missing("services", services[0].ref, "outage_cost_hour", "an hour without it costs")
