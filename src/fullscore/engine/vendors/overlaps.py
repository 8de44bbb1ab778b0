"""Two contracts in force that pay for the same: only where one of them alone would do.

Seats bought in two lots are no overlap while both are needed, nor are two links of one vendor for one
service, nor a contract that certainly ends soon beside the one that follows it.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations

from fullscore.engine.findings.actions import Action
from fullscore.engine.findings.finding import Subject
from fullscore.engine.findings.trace import Trace
from fullscore.engine.vendors.facts import Bound
from fullscore.engine.vendors.noticing_values import COMPARING, about, action, at_stake, in_words, missing
from fullscore.engine.vendors.renewals import Renewal, State
from fullscore.engine.vendors.seats import Seats

# A service needs one of these; of links, licences and leases it may well need two.
_ONE_FOR_A_SERVICE = frozenset({"maintenance", "insurance", "warranty"})
_ONE_FOR_AN_ITEM = frozenset({"maintenance", "insurance", "warranty", "lease"})
# A handover takes a while: whatever ends within it is being followed by the other.
_HANDOVER = timedelta(days=90)


def overlaps(bound: Bound, found: Sequence[Renewal], *, on: date) -> Iterator[Action]:
    """Yield one line for each pair, about the one with the later ref; a contract is named once."""
    said: set[str] = set()
    for thing, one, other in (*_seats(bound, found, on), *_covers(bound, found, on)):
        first, second = sorted((one, other), key=lambda each: each.ref)
        if second.ref not in said:
            said.add(second.ref)
            yield _overlap(thing, first, second, bound, on)


def _goes_on(one: Renewal, on: date) -> bool:
    is_closed = one.state in {State.OVER, State.NOTICE_GIVEN} or one.contract.intent == "end"
    begun = one.contract.starts_on is None or one.contract.starts_on <= on
    ends = one.contract.renewal in {"none", "express"} and one.dates.ends_on is not None
    return begun and not is_closed and not (ends and one.dates.ends_on <= on + _HANDOVER)  # type: ignore[operator]


def _seats(bound: Bound, found: Sequence[Renewal], on: date) -> Iterator[tuple[str, Renewal, Renewal]]:
    """Yield contracts for one licence of which the larger would do alone."""
    capacities = {pool.ref: pool.capacity for pool in bound.held.pools}
    payers: dict[str, list[tuple[Renewal, Seats]]] = defaultdict(list)
    for one in found:
        for seats in one.pools:
            if _goes_on(one, on):
                payers[seats.pool].append((one, seats))
    for pool, paying in payers.items():
        for (one, its), (other, theirs) in combinations(paying, 2):
            if _one_would_do(its, theirs, capacities[pool]):
                yield its.name, one, other


def _one_would_do(one: Seats, other: Seats, capacity: Decimal | None) -> bool:
    """Return whether one of the two is needless: by use, else because each is for the whole licence."""
    bought = tuple(_count(each.paid) for each in (one, other))
    if one.wanted is not None:
        return _count(one.wanted) <= max(bought) and min(bought) > 0
    return capacity is not None and capacity > 1 and min(bought) >= capacity


def _covers(bound: Bound, found: Sequence[Renewal], on: date) -> Iterator[tuple[str, Renewal, Renewal]]:
    """Yield contracts of one kind for one thing; for a service only those of one vendor."""
    going = {one.ref: one for one in found if _goes_on(one, on)}
    things: dict[tuple[str, ...], list[Renewal]] = defaultdict(list)
    for cover in bound.covers:
        one = going.get(cover.contract)
        if one is None:
            continue
        if cover.item is not None and one.contract.kind in _ONE_FOR_AN_ITEM:
            things["item", cover.item, one.contract.kind].append(one)
        elif cover.service is not None and one.contract.kind in _ONE_FOR_A_SERVICE and one.contract.vendor:
            things["service", cover.service, one.contract.kind, one.contract.vendor].append(one)
    names = {("item", item.ref): item.called for item in bound.held.items}
    names |= {("service", service.ref): service.name for service in bound.services}
    for (kind, ref, *_), paying in things.items():
        for one, other in combinations(paying, 2):
            yield names.get((kind, ref), ref), one, other


def _overlap(thing: str, one: Renewal, other: Renewal, bound: Bound, on: date) -> Action:
    """Nobody can say which of the two will go: the cheaper one's price a year is at stake."""
    least = _cheaper(one.price_year, other.price_year)
    names = {"name": thing, "one": one.contract.name, "other": other.contract.name}
    values = {**about(other, bound, worth=in_words(least, bound)), **names}
    return action(
        "contract-overlap", Subject("contracts", other.ref), values, on=on, hours=COMPARING,
        by=other.day("notice_by"), stake=least, missing=missing(other, "intent"),
    )  # fmt: skip


def _cheaper(one: Trace | None, other: Trace | None) -> Trace | None:
    prices = [(price, trace) for trace in (one, other) if (price := at_stake(trace)) is not None]
    return min(prices, key=lambda each: each[0])[1] if len(prices) > 1 else None


def _count(trace: Trace | None) -> Decimal:
    return Decimal(str(trace.value)) if trace is not None else Decimal(0)
