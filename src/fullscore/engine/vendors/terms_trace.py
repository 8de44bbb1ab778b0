"""The dates of a contract, opened to the rows they were reckoned from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from fullscore.engine.calendars.workdays import Calendar
from fullscore.engine.estate.sources import source_of
from fullscore.engine.findings.trace import Source, Trace, leaf, named
from fullscore.engine.vendors.facts import ContractFact
from fullscore.engine.vendors.reach import reached
from fullscore.engine.vendors.terms import Dates, Terms, ending, ends_of, terms_of


@dataclass(frozen=True, slots=True)
class _Opened:
    """A contract, what was worked out of it, and what it takes to show how."""

    contract: ContractFact
    dates: Dates
    files: Mapping[int, str]
    on: date
    calendar: Calendar

    @property
    def terms(self) -> Terms:
        return terms_of(self.contract)

    @property
    def today(self) -> Trace:
        return leaf(self.on, note="today")

    def said(self, field: str, note: str) -> Trace:
        """Return a field of the contract as a leaf that names its row."""
        return leaf(getattr(self.contract, field), source_of(self.contract, field, self.files), note)


def dates_trace(
    contract: ContractFact, dates: Dates, files: Mapping[int, str], *, on: date, calendar: Calendar
) -> Trace:
    """Return every date that is known, as figures that open to their rows; `on` is the day they hold for."""
    opened = _Opened(contract, dates, files, on, calendar)
    found = {
        "ends_on": _ends_on(opened), "renews_on": _renews_on(opened), "notice_by": _notice_by(opened),
        "decide_by": _decide_by(opened), "next_exit": _next_exit(opened),
    }  # fmt: skip
    return Trace(None, op="figures", args=tuple(named(one, name) for name, one in found.items() if one))


def _ends_on(opened: _Opened) -> Trace | None:
    end, first = opened.dates.ends_on, opened.terms.ends_on or opened.terms.starts_on
    if end is None or first is None:
        return None
    if ending(opened.terms, opened.calendar) == end:
        return _certain(opened, end)
    day = opened.today if end >= opened.on else leaf(first, note="no later term is known")
    return _first_end(opened, day, end)


def _renews_on(opened: _Opened) -> Trace | None:
    end, renews_on = _ends_on(opened), opened.dates.renews_on
    if end is None or renews_on is None:
        return None
    return Trace(renews_on, op="days-after", args=(end, leaf(1, note="the day after")), note="renews on")


def _notice_by(opened: _Opened) -> Trace | None:
    by, end = opened.dates.notice_by, _next_exit(opened)
    if by is None:
        return None
    if opened.contract.notice is None or end is None:
        return opened.said("notice_said", "last notice, as written down")
    args = (end, *_notice(opened), *_rules(opened, by, _day(end)))
    return Trace(by, op="notice-until", args=args, note="last day notice can arrive")


def _decide_by(opened: _Opened) -> Trace | None:
    day = _notice_by(opened) or _next_exit(opened)
    if opened.dates.decide_by is None or day is None:
        return None
    days = (_day(day) - opened.dates.decide_by).days
    is_said = opened.contract.decide_days is not None
    row = source_of(opened.contract, "decide_days", opened.files) if is_said else None
    args = (day, leaf(days, row, "time to decide" if is_said else "the usual time to decide"))
    return Trace(opened.dates.decide_by, op="days-before", args=args, note="decide by")


def _next_exit(opened: _Opened) -> Trace | None:
    end = opened.dates.next_exit
    if end is None:
        return None
    if ending(opened.terms, opened.calendar) is not None:
        return _certain(opened, end)
    if opened.contract.notice is None:
        return _first_end(opened, opened.today, end)
    return _exit(opened, _reached(opened, opened.today), end)


def _certain(opened: _Opened, end: date) -> Trace:
    """Return the end that cannot be avoided any more: of itself, or of the notice that was given."""
    if opened.terms.ends_by_itself:
        return _first_end(opened, leaf(end, note="it ends by itself"), end)
    given = opened.said("notice_given_on", "notice given on")
    return _exit(opened, given if opened.contract.notice is None else _reached(opened, given), end)


def _reached(opened: _Opened, received: Trace) -> Trace:
    contract, day = opened.contract, _day(received)
    value = reached(day, contract.notice or 0, contract.notice_unit, opened.calendar) or day
    args = (received, *_notice(opened), *_rules(opened, day, value))
    return Trace(value, op="notice-reaches", args=args, note="notice reaches")


def _exit(opened: _Opened, day: Trace, end: date) -> Trace:
    if opened.terms.is_to_term:
        return _first_end(opened, day, end)
    first = _earliest(opened)
    floor = day if first is None else Trace(max(_day(day), _day(first)), op="later", args=(day, first))
    if opened.contract.notice_to == "any day":
        return floor
    op = "month-end" if opened.contract.notice_to == "month" else "quarter-end"
    return Trace(end, op=op, args=(floor,), note=f"to the end of the {opened.contract.notice_to}")


def _earliest(opened: _Opened) -> Trace | None:
    """Return the day before which nobody gets out: the end of the first term, else the start."""
    ends = ends_of(opened.terms)
    end = None if ends is None else ends.at(0)
    if end is not None:
        return _first_end(opened, leaf(end, note="the first term"), end)
    return None if opened.contract.starts_on is None else opened.said("starts_on", "starts on")


def _first_end(opened: _Opened, day: Trace, end: date) -> Trace:
    """Return the first end of a term on a day or later, with what the terms are counted from."""
    contract, ends = opened.contract, ends_of(opened.terms)
    if contract.ends_on is not None:
        counted = (opened.said("ends_on", "ends on"), leaf("ends on", note="counted from an end"), leaf(0))
    else:
        field = "initial_months" if contract.initial_months else "renewal_months"
        counted = (
            opened.said("starts_on", "starts on"), opened.said("counting", "counts to"),
            opened.said(field, "first term in months"),
        )  # fmt: skip
    repeats = ends is not None and ends.step is not None
    step = (opened.said("renewal_months", "renews for so many months"),) if repeats else ()
    return Trace(end, op="first-end", args=(day, *counted, *step), note="first end of a term from there on")


def _notice(opened: _Opened) -> tuple[Trace, Trace]:
    return opened.said("notice", "notice"), opened.said("notice_unit", "notice counts")


def _rules(opened: _Opened, start: date, end: date) -> tuple[Trace, ...]:
    """Return the working days and the closed days between, where notice counts by them."""
    if opened.contract.notice_unit != "working days":
        return ()
    row = Source("settings", "organisation", "working_weekdays")
    closed = opened.calendar.closed_between(start, end)
    weekdays = leaf(opened.calendar.weekdays, row, "working days")
    return weekdays, *(leaf(day, note=name) for day, name in closed)


def _day(trace: Trace) -> date:
    assert isinstance(trace.value, date)
    return trace.value
