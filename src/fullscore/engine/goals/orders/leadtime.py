"""Lead times in working days: learned from past orders, else typed, else what is usual for the class."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from fullscore.engine.calendars.workdays import Calendar
from fullscore.engine.estate.facts import ModelFact, OrderFact, PoolFact
from fullscore.engine.estate.sources import source_of
from fullscore.engine.findings.trace import Trace, leaf
from fullscore.engine.goals import days
from fullscore.engine.goals.goal import Assumption
from fullscore.engine.goals.kits.holdings import Holdings

MANY = 10
SOME = 3
# Working days from order to arrival where nothing is known of the thing itself.
USUAL = {
    "laptop": 15, "desktop": 15, "monitor": 10, "dock": 10, "phone": 8, "tablet": 10, "printer": 10,
    "scanner": 10, "switch": 20, "access point": 15, "firewall": 25, "server": 30, "ups": 15, "accessory": 5,
    "licence": 3, "link": 40, "ports": 20, "phone lines": 10, "storage": 10, "power": 40,
}  # fmt: skip
USUAL_OTHER = 15


@dataclass(frozen=True, slots=True)
class LeadTime:
    """From order to arrival: what is likely, what is safe, and how that is known."""

    likely: Trace
    safe: Trace
    basis: str
    assumptions: tuple[Assumption, ...] = ()


def lead_time(thing: ModelFact | PoolFact, holdings: Holdings, calendar: Calendar) -> LeadTime:
    """Return the lead time of a model or pool in the vendor's working days."""
    past = _past(thing, holdings, calendar)
    if len(past) >= MANY:
        return LeadTime(
            days.median(past), days.ninth_decile(past), f"{len(past)} past orders: median, nine in ten"
        )
    if len(past) >= SOME:
        return LeadTime(days.median(past), days.longest(past), f"{len(past)} past orders: median, longest")
    if thing.lead_days is not None:
        row = source_of(thing, "lead_days", holdings.estate.files)
        typed = Trace(thing.lead_days, "working days", row=row, note="lead time as typed")
        return LeadTime(typed, typed, "typed")
    return _usual(thing)


def _usual(thing: ModelFact | PoolFact) -> LeadTime:
    kind = thing.category if isinstance(thing, ModelFact) else thing.kind
    usual = USUAL.get(kind, USUAL_OTHER)
    text = f"{thing.name} takes {usual} working days to come, as is usual for a {kind}; nobody has said so"
    told = Assumption(text, thing.REGISTER, thing.ref, "lead_days")
    trace = Trace(usual, "working days", note=f"usual for a {kind}; nobody has said so")
    return LeadTime(trace, trace, "assumed", (told,))


def _past(thing: ModelFact | PoolFact, holdings: Holdings, calendar: Calendar) -> tuple[Trace, ...]:
    orders = holdings.orders.get((thing.REGISTER, thing.ref), ())
    return tuple(
        _taken(order, order.received_on, holdings, calendar) for order in _received(orders, holdings.on)
    )


def _received(orders: Sequence[OrderFact], on: date) -> list[OrderFact]:
    return [order for order in orders if order.received_on is not None and order.received_on <= on]


def _taken(order: OrderFact, received_on: date | None, holdings: Holdings, calendar: Calendar) -> Trace:
    files = holdings.estate.files
    ordered = leaf(order.ordered_on, source_of(order, "ordered_on", files), "ordered")
    received = leaf(received_on, source_of(order, "received_on", files), "received")
    return days.between(calendar, ordered, received, note=f"order {order.ref}")
