"""When am I out if notice arrives today? Asked for every single day, as somebody with a paper calendar would.

Knows nothing of how the product reckons: ends are written down one by one, days are tried one by one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from fullscore.engine.calendars.workdays import Calendar
from fullscore.engine.vendors.terms import Terms

DAY = timedelta(days=1)


def day_or_last(year: int, month: int, number: int) -> date:
    """Return that day; from a month that is too short, its last one."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    while True:
        try:
            return date(year, month, number)
        except ValueError:
            number -= 1


def term_ends(terms: Terms, until: date) -> Iterator[date]:
    """Write down one end after the other."""
    months = terms.initial_months or terms.renewal_months or 0
    if terms.ends_on:
        months = 0
    elif not terms.starts_on or not months:
        return
    while True:
        end = _end_after(terms, months)
        yield end
        months += terms.renewal_months or 0
        if end > until or not terms.renewal_months or terms.renewal in {"none", "express"}:
            return


def _end_after(terms: Terms, months: int) -> date:
    first = terms.ends_on or terms.starts_on
    assert first is not None
    named = day_or_last(first.year, first.month + months, first.day)
    is_day_before = not terms.ends_on and terms.counting == "last day" and named.day == first.day
    return named - DAY if is_day_before else named


@dataclass
class PaperCalendar:
    """One contract and every day it may end on, crossed in one by one."""

    terms: Terms
    office: Calendar
    start: date
    until: date

    def __post_init__(self) -> None:
        ends = list(term_ends(self.terms, self.until))
        self.first = ends[0] if ends else self.terms.starts_on or date.min
        days = [self.start + DAY * n for n in range((self.until - self.start).days)]
        self.exits = [day for day in days if self.may_end(day, set(ends))]
        self.worked = {}
        count = 0
        for day in days:
            count += self.office.is_workday(day)
            self.worked[day] = count

    def may_end(self, day: date, ends: set[date]) -> bool:
        if self.terms.notice_to == "term":
            return day in ends
        is_month_end = (day + DAY).day == 1
        is_right = {
            "month": is_month_end, "quarter": is_month_end and day.month in {3, 6, 9, 12}, "any day": True,
        }  # fmt: skip
        return is_right[self.terms.notice_to] and day >= self.first

    def is_in_time(self, received: date, end: date) -> bool:
        notice = self.terms.notice or 0
        if self.terms.notice_unit == "months":
            return day_or_last(received.year, received.month + notice, received.day) <= end
        if self.terms.notice_unit == "working days":
            return end >= received and self.worked[end] - self.worked[received] >= notice
        return (end - received).days >= notice * {"days": 1, "weeks": 7}[self.terms.notice_unit]

    def out_on(self, received: date) -> date | None:
        """Return the first day that notice received then ends it on."""
        return next((end for end in self.exits if self.is_in_time(received, end)), None)

    def last_day(self, on: date) -> date | None:
        """Wait day by day for as long as waiting changes nothing."""
        out = self.out_on(on)
        if out is None:
            return None
        while self.out_on(on + DAY) == out:
            on += DAY
        return on
