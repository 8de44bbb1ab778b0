"""Timing: from the day of need back through setting up and lead time to the last day to order."""

from datetime import date

from fullscore.engine.findings.trace import Trace
from fullscore.engine.goals import days
from fullscore.engine.goals.goal import House
from fullscore.engine.goals.hours.jobs import Placed, ready_trace, start_trace
from fullscore.engine.goals.orders.leadtime import LeadTime
from fullscore.engine.goals.orders.requirement import Late, Timing

ONE = Trace(1, "working days")


def start(placed: Placed, need_by: Trace, hours: Trace, house: House) -> Trace:
    """Return the first day of setting up, counted back over the hours that are free."""
    return start_trace(placed, need_by=need_by, hours=hours, calendar=house.calendar)


def arrive_by(deploy_from: Trace, house: House) -> Trace:
    """Return the working day before setting up begins: the last one for arrival."""
    return days.before(house.calendar, deploy_from, ONE, "last day to arrive")


def timing(*, need_by: Trace, deploy_from: Trace, lead: LeadTime, house: House) -> Timing:
    """Return every date of an order that is in time, or would have been."""
    arrival = arrive_by(deploy_from, house)
    return Timing(
        need_by, deploy_from, arrival,
        _ordered(arrival, lead.safe, house, "last day to order, to be safe"),
        _ordered(arrival, lead.likely, house, "last day to order, if all goes as usual"), lead, None,
    )  # fmt: skip


def _ordered(arrival: Trace, lead: Trace, house: House, note: str) -> Trace:
    """Count back in the vendor's days; then to a day on which somebody here can send the order."""
    at_vendor = days.before(house.vendor_calendar, arrival, lead)
    return days.on_or_before(house.calendar, at_vendor, note)


def earliest_arrival(lead: LeadTime, house: House) -> Trace:
    """Return the day on which what is ordered today is here."""
    order = days.on_or_after(house.calendar, Trace(house.on, note="today"), "ordered")
    sent = days.after(house.vendor_calendar, order, lead.safe)
    return days.on_or_after(house.calendar, sent, "arrives")


def first_day_of_work(lead: LeadTime, house: House) -> date:
    """Return the first day on which what is ordered today can be set up."""
    return house.calendar.workdays_after(days.day_of(earliest_arrival(lead, house)), 1)


def late(
    need_by: Trace, placed: Placed, *, hours: Trace, people: Trace, lead: LeadTime, house: House
) -> Late:
    """Return when it works at the earliest, and who waits how long; `placed` was loaded from its arrival."""
    if placed.slots and placed.is_late:
        ready = ready_trace(placed, need_by=need_by, hours=hours, calendar=house.calendar)
    else:
        begun = days.after(house.calendar, earliest_arrival(lead, house), ONE, "set up")
        ready = days.after(house.calendar, begun, ONE, "works from this day on")
    ready = days.later(ready, need_by)
    last_without = days.before(house.calendar, ready, ONE)
    day_before = days.before(house.calendar, need_by, ONE)
    waiting = days.between(house.calendar, day_before, last_without, "working days without")
    return Late(ready, people, waiting)
