"""Services that rest on things out of support: the warranty has ended and no contract covers them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from fullscore.engine.estate.held import HeldItem
from fullscore.engine.estate.services import ServiceFact
from fullscore.engine.estate.sources import source_of
from fullscore.engine.findings.actions import Action, Missing
from fullscore.engine.findings.finding import Basis, Subject
from fullscore.engine.findings.trace import Trace, leaf
from fullscore.engine.vendors.ends import DAY
from fullscore.engine.vendors.facts import Bound
from fullscore.engine.vendors.noticing_values import RENEWING, action, in_words
from fullscore.engine.vendors.renewals import Renewal

# A contract of these kinds for a service supports what the service rests on.
_SUPPORTING = frozenset({"maintenance", "warranty"})


@dataclass(frozen=True, slots=True)
class Gap:
    """An item a service rests on, without support since a day."""

    item: HeldItem
    since: date


def gaps(bound: Bound, found: Sequence[Renewal], *, on: date) -> Iterator[Action]:
    """Yield each service with such an item, with the one longest without; the rest as a count."""
    open_since = _unsupported(bound, found, on)
    resting = _Resting(bound)
    supporting = _in_force(found, on, _SUPPORTING)
    supported = {cover.service for cover in bound.covers if cover.contract in supporting}
    for service in bound.services:
        if service.ref in supported:
            continue
        items = (open_since[ref] for ref in resting.of(service.ref) if ref in open_since)
        missing = sorted(items, key=lambda gap: (gap.since, gap.item.ref))
        if missing:
            yield _gap(service, missing, bound, on)


def _in_force(found: Sequence[Renewal], on: date, kinds: frozenset[str] | None = None) -> frozenset[str]:
    """Return the contracts that run on that day; of some kinds, or of any."""
    return frozenset(
        one.ref
        for one in found
        if not one.dates.is_over
        and (one.contract.starts_on is None or one.contract.starts_on <= on)
        and (kinds is None or one.contract.kind in kinds)
    )


def _unsupported(bound: Bound, found: Sequence[Renewal], on: date) -> Mapping[str, Gap]:
    """Return the live items whose warranty has ended and that no contract in force covers."""
    running = _in_force(found, on)
    ended = {one.ref: one.dates.ends_on for one in found if one.dates.is_over}
    covered: set[str] = set()
    last: dict[str, date] = {}
    for cover in bound.covers:
        if cover.item is None:
            continue
        if cover.contract in running:
            covered.add(cover.item)
        over = ended.get(cover.contract)
        if over is not None:
            last[cover.item] = max(over, last.get(cover.item, over))
    return {
        item.ref: Gap(item, max(item.warranty_ends_on, last.get(item.ref, item.warranty_ends_on)) + DAY)
        for item in bound.held.live
        if item.warranty_ends_on is not None and item.warranty_ends_on < on and item.ref not in covered
    }


class _Resting:
    """What a service rests on, over other services as well; services may rest on each other in a circle."""

    def __init__(self, bound: Bound) -> None:
        self.items: dict[str, set[str]] = defaultdict(set)
        self.others: dict[str, set[str]] = defaultdict(set)
        for support in bound.supports:
            if support.item is not None:
                self.items[support.service].add(support.item)
            if support.other is not None:
                self.others[support.service].add(support.other)

    def of(self, service: str) -> frozenset[str]:
        seen, ahead = {service}, [service]
        found: set[str] = set()
        while ahead:
            at = ahead.pop()
            found |= self.items.get(at, set())
            fresh = self.others.get(at, set()) - seen
            seen |= fresh
            ahead.extend(sorted(fresh))
        return frozenset(found)


def _gap(service: ServiceFact, missing: Sequence[Gap], bound: Bound, on: date) -> Action:
    """Nobody can say how likely it fails: a working day without the service is at stake, where priced."""
    first = missing[0]
    stake = _a_day(service, bound)
    values = {
        "name": first.item.called, "vendor": None, "service": service.name, "since": first.since,
        "ended_on": first.since - DAY, "more": len(missing) - 1, "worth": in_words(stake, bound),
    }  # fmt: skip
    untold = Missing("services", service.ref, "outage_cost_hour", "an hour without it costs")
    return action(
        "service-support-gap", Subject("services", service.ref), values, on=on, hours=RENEWING, stake=stake,
        group=f"items:{first.item.ref}", missing=None if stake else untold,
        basis=Basis.ASSUMED if stake else None,
    )  # fmt: skip


def _a_day(service: ServiceFact, bound: Bound) -> Trace | None:
    if service.outage_cost_hour is None:
        return None
    cost = leaf(service.outage_cost_hour, source_of(service, "outage_cost_hour", bound.files), "an hour")
    hours = leaf(bound.hours_a_day, note="hours of a working day")
    value = Decimal(service.outage_cost_hour) * bound.hours_a_day
    return Trace(value, op="product", args=(cost, hours), note="a working day without it")
