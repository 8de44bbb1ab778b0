"""The last day on which something can still be sent so that it arrives: post takes time, offices close."""

from dataclasses import dataclass
from datetime import date, timedelta

from fullscore.engine.calendars.workdays import DAY, Calendar
from fullscore.engine.findings.trace import Trace, leaf
from fullscore.engine.vendors.facts import Bound
from fullscore.engine.vendors.reach import within_time
from fullscore.engine.vendors.renewals import Renewal

# Assumed: a letter is three working days on its way; everything else arrives on the day it is sent.
POST_DAYS = 3
# The post works from Monday to Friday, whether or not the office is open.
_POST = Calendar("12345")


@dataclass(frozen=True, slots=True)
class Sending:
    """`by` opens the last day to send; `closed` are the office's days off from then to the day of arrival.

    `is_rush` when the post is too slow by now, and it must be brought.
    """

    by: Trace
    closed: tuple[str, ...]
    is_rush: bool = False

    @property
    def day(self) -> date:
        assert isinstance(self.by.value, date)
        return self.by.value


def sending(one: Renewal, arrives: Trace, bound: Bound, *, on: date) -> Sending:
    """Return by when to send what must have arrived on a day; never a day that has passed."""
    day = arrives.value
    assert isinstance(day, date)
    posted = _posted(arrives) if one.contract.notice_form == "letter" else arrives
    sent = _open(posted, bound.calendar)
    if _day(sent) >= on:
        return Sending(sent, _closed(_day(sent), day, bound.calendar))
    brought = _open(arrives, bound.calendar)
    is_rush = posted is not arrives
    if _day(brought) >= on:
        return Sending(brought, _closed(_day(brought), day, bound.calendar), is_rush)
    return Sending(Trace(on, op="later", args=(brought, leaf(on, note="today"))), (), is_rush)


def last_open(day: Trace, bound: Bound) -> Trace:
    """Return the last working day that is not after a day."""
    return _open(day, bound.calendar)


def _posted(arrives: Trace) -> Trace:
    rules = (leaf(POST_DAYS, note="a letter's days on its way, assumed"), leaf("12345", note="working days"))
    return Trace(
        _POST.workdays_before(_day(arrives), POST_DAYS), op="workdays-before", args=(arrives, *rules),
        note="posted by",
    )  # fmt: skip


def _open(day: Trace, calendar: Calendar) -> Trace:
    found = _on_or_before(_day(day), calendar)
    if found is None or found == _day(day):
        return day
    closed = (each for each in calendar.closed if found < each <= _day(day))
    rules = (leaf(calendar.weekdays, note="working days"), *(leaf(each, note="closed") for each in closed))
    return Trace(found, op="workday-until", args=(day, *rules), note="the office is open")


@within_time
def _on_or_before(day: date, calendar: Calendar) -> date | None:
    return calendar.on_or_before(day)


def _closed(sent: date, arrives: date, calendar: Calendar) -> tuple[str, ...]:
    """Return the days off between sending and arrival, as ISO text; none where nothing lies between."""
    if arrives - sent < timedelta(days=1):
        return ()
    return tuple(day.isoformat() for day, _ in calendar.closed_between(sent + DAY, arrives))


def _day(trace: Trace) -> date:
    assert isinstance(trace.value, date)
    return trace.value
