"""Timing: from the day of need back through setting up and lead time to the last day to order."""

from fullscore.engine.findings.trace import Trace
from fullscore.engine.goals import days
from fullscore.engine.goals.goal import House
from fullscore.engine.goals.leadtime import LeadTime
from fullscore.engine.goals.requirement import Late, Timing
from fullscore.engine.goals.setup import Setup


def arrive_by(need_by: Trace, setup: Setup, house: House) -> tuple[Trace, Trace]:
    """Return (first day of setting up, the working day before it: the last for arrival)."""
    start = days.before(house.calendar, need_by, setup.days, "first day of setting up")
    return start, days.before(house.calendar, start, Trace(1, "working days"), "last day to arrive")


def timing(*, need_by: Trace, setup: Setup, lead: LeadTime, people_short: Trace, house: House) -> Timing:
    """Return every date of an order; late when its last day to order has passed."""
    start, arrival = arrive_by(need_by, setup, house)
    order = _ordered(arrival, lead.safe, house, "last day to order, to be safe")
    likely = _ordered(arrival, lead.likely, house, "last day to order, if all goes as usual")
    is_late = days.day_of(order) < house.on
    late = _late(need_by, setup, lead, people_short, house) if is_late else None
    return Timing(need_by, start, arrival, order, likely, lead, setup.hours, late)


def _ordered(arrival: Trace, lead: Trace, house: House, note: str) -> Trace:
    """Count back in the vendor's days; then to a day on which somebody here can send the order."""
    at_vendor = days.before(house.vendor_calendar, arrival, lead)
    return days.on_or_before(house.calendar, at_vendor, note)


def _late(need_by: Trace, setup: Setup, lead: LeadTime, people: Trace, house: House) -> Late:
    today = Trace(house.on, note="today")
    order = days.on_or_after(house.calendar, today, "ordered")
    arrival = days.on_or_after(house.calendar, days.after(house.vendor_calendar, order, lead.safe), "arrives")
    done = days.after(house.calendar, arrival, setup.days, "last day of setting up")
    ready = days.after(house.calendar, done, Trace(1, "working days"), "works from this day on")
    ready = days.later(ready, need_by)
    last_without = days.before(house.calendar, ready, Trace(1, "working days"))
    day_before = days.before(house.calendar, need_by, Trace(1, "working days"))
    waiting = days.between(house.calendar, day_before, last_without, "working days without")
    return Late(ready, people, waiting)
