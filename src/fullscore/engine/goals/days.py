"""Days with their traces: counting along a calendar so that anybody can count again."""

import math
import statistics
from collections.abc import Sequence
from datetime import date

from fullscore.engine.calendars.workdays import Calendar
from fullscore.engine.findings.trace import Source, Trace, leaf


def day_of(trace: Trace) -> date:
    """Return the date a trace stands for."""
    assert isinstance(trace.value, date)
    return trace.value


def count_of(trace: Trace) -> int:
    """Return the whole number a trace stands for."""
    assert isinstance(trace.value, int)
    return trace.value


def before(calendar: Calendar, day: Trace, count: Trace, note: str | None = None) -> Trace:
    """Return the working day `count` working days before `day`."""
    found = calendar.workdays_before(day_of(day), count_of(count))
    return Trace(
        found, op="workdays-before", args=(day, count, *_rules(calendar, found, day_of(day))), note=note
    )


def after(calendar: Calendar, day: Trace, count: Trace, note: str | None = None) -> Trace:
    """Return the working day `count` working days after `day`."""
    found = calendar.workdays_after(day_of(day), count_of(count))
    return Trace(
        found, op="workdays-after", args=(day, count, *_rules(calendar, day_of(day), found)), note=note
    )


def on_or_after(calendar: Calendar, day: Trace, note: str | None = None) -> Trace:
    """Return the first working day that is not before `day`."""
    found = calendar.on_or_after(day_of(day))
    return Trace(found, op="workday-from", args=(day, *_rules(calendar, day_of(day), found)), note=note)


def on_or_before(calendar: Calendar, day: Trace, note: str | None = None) -> Trace:
    """Return the last working day that is not after `day`."""
    found = calendar.on_or_before(day_of(day))
    return Trace(found, op="workday-until", args=(day, *_rules(calendar, found, day_of(day))), note=note)


def between(calendar: Calendar, start: Trace, end: Trace, note: str | None = None) -> Trace:
    """Return how many working days lie after `start`, up to and including `end`."""
    first, last = day_of(start), day_of(end)
    rules = _rules(calendar, min(first, last), max(first, last))
    return Trace(
        calendar.between(first, last), "working days", "workdays-between", (start, end, *rules), note=note
    )


def median(days: Sequence[Trace]) -> Trace:
    """Return the middle of several numbers of days, upwards to a whole day."""
    value = math.ceil(statistics.median(count_of(one) for one in days))
    return Trace(value, "working days", "median", tuple(days), note="the usual one, rounded up to a day")


def ninth_decile(days: Sequence[Trace]) -> Trace:
    """Return the number that nine in ten do not exceed (nearest rank)."""
    values = sorted(count_of(one) for one in days)
    value = values[math.ceil(len(values) * 9 / 10) - 1]
    return Trace(value, "working days", "ninth-decile", tuple(days), note="nine in ten take no longer")


def longest(days: Sequence[Trace]) -> Trace:
    """Return the greatest of several numbers of days."""
    value = max(count_of(one) for one in days)
    return Trace(value, "working days", "max", tuple(days), note="the longest so far")


def _rules(calendar: Calendar, start: date, end: date) -> tuple[Trace, ...]:
    weekdays = leaf(calendar.weekdays, Source("settings", "organisation", "working_weekdays"), "working days")
    closed = calendar.closed_between(start, end)
    return weekdays, *(leaf(day, note=name) for day, name in closed)


def later(one: Trace, other: Trace) -> Trace:
    """Return the later of two days."""
    return Trace(max(day_of(one), day_of(other)), op="later", args=(one, other))
