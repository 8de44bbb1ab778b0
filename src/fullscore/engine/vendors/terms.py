"""When a contract can end, and by when notice must have arrived: date arithmetic a lawyer would sign.

`ends_on` is the last day in force. Notice received on a day reaches an end when day + notice is not after it.
Where a row contradicts itself, the end it names wins over one that is counted. Nothing is invented: where
nobody has said how long notice is or whether the contract goes on, there is no date but a word for why.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from fullscore.engine.calendars.workdays import Calendar
from fullscore.engine.vendors.ends import DAY, Ends, day_in, ends_counted, ends_from, month_end, quarter_end
from fullscore.engine.vendors.facts import ContractFact
from fullscore.engine.vendors.reach import latest, reached, within_time

# It ends by itself: "none" for good, "express" unless both say yes until then.
_ENDING = frozenset({"none", "express"})


@dataclass(frozen=True, slots=True)
class Terms:
    """How a contract ends, in the register's words; `notice_said` counts only while `notice` is not known."""

    starts_on: date | None = None
    ends_on: date | None = None
    initial_months: int | None = None
    renewal: str | None = None
    renewal_months: int | None = None
    counting: str = "last day"
    notice: int | None = None
    notice_unit: str = "months"
    notice_to: str = "term"
    notice_said: date | None = None
    notice_given_on: date | None = None

    @property
    def ends_by_itself(self) -> bool:
        return self.renewal in _ENDING

    @property
    def is_to_term(self) -> bool:
        return self.notice_to not in {"month", "quarter", "any day"}


@dataclass(frozen=True, slots=True)
class Dates:
    """What the terms come to on one day.

    `ends_on` is the last day in force of the running term, of all once the end is certain, or of the last
    term known where nobody has said what followed. `missed` is the last notice day for the running term when
    it has passed. `unknown` is "" or why there is no notice date: "no-end", "no-notice", "no-renewal",
    "notice-said-passed", "no-exit" (none before the calendar ends).
    """

    ends_on: date | None = None
    renews_on: date | None = None
    notice_by: date | None = None
    decide_by: date | None = None
    next_exit: date | None = None
    term: tuple[date, date] | None = None
    renewed_until: date | None = None
    is_over: bool = False
    missed: date | None = None
    unknown: str = ""

    @property
    def is_rolling(self) -> bool:
        """Return whether notice is longer than the term: nobody missed a day that lay before the term."""
        return self.missed is not None and self.term is not None and self.missed < self.term[0]


def terms_of(contract: ContractFact) -> Terms:
    return Terms(
        contract.starts_on, contract.ends_on, contract.initial_months, contract.renewal,
        contract.renewal_months, contract.counting, contract.notice, contract.notice_unit,
        contract.notice_to, contract.notice_said, contract.notice_given_on,
    )  # fmt: skip


def ends_of(terms: Terms) -> Ends | None:
    """Return the ends of its terms; None where neither an end nor a start and a length is known."""
    renewed = _months(terms.renewal_months)
    step = None if terms.ends_by_itself else renewed
    first = _months(terms.initial_months) or renewed
    if terms.ends_on is not None:
        return ends_from(terms.ends_on, step)
    if terms.starts_on is None or first is None:
        return None
    return ends_counted(terms.starts_on, first, step, to_anniversary=terms.counting == "anniversary")


def _months(count: int | None) -> int | None:
    return count if count and count > 0 else None


def next_exit(terms: Terms, on: date, calendar: Calendar) -> date | None:
    """Return the earliest end still reachable if notice is received on that day."""
    certain = ending(terms, calendar)
    if certain is not None:
        return certain if on <= certain else None
    if terms.notice is not None:
        return _exit(terms, on, calendar)
    ends = ends_of(terms)
    return ends.from_day(on) if ends is not None and said_by(terms, on) else None


def notice_by(terms: Terms, on: date, calendar: Calendar) -> date | None:
    """Return the last day with the same next exit; None where no notice is needed, or none is known."""
    if ending(terms, calendar) is not None or terms.ends_by_itself:
        return None
    if terms.notice is None:
        return said_by(terms, on)
    end = next_exit(terms, on, calendar)
    return None if end is None else latest(end, terms.notice, terms.notice_unit, calendar)


def said_by(terms: Terms, on: date) -> date | None:
    """Return the last notice day somebody wrote down while it holds: in its own term, until it has passed."""
    said, ends = terms.notice_said, ends_of(terms)
    if said is None or on > said:
        return None
    return said if ends is None or ends.from_day(on) == ends.from_day(said) else None


def ending(terms: Terms, calendar: Calendar) -> date | None:
    """Return the day it certainly ends: it does so by itself, or notice has been given; else None."""
    if terms.ends_by_itself:
        ends = ends_of(terms)
        return None if ends is None else ends.at(0)
    if terms.notice_given_on is None:
        return None
    if terms.notice is None:  # Nobody wrote down how long notice is: it was given to end this term.
        return _first_exit(terms, terms.notice_given_on)
    return _exit(terms, terms.notice_given_on, calendar)


def _exit(terms: Terms, received: date, calendar: Calendar) -> date | None:
    day = reached(received, terms.notice or 0, terms.notice_unit, calendar)
    return None if day is None else _first_exit(terms, day)


def _first_exit(terms: Terms, day: date) -> date | None:
    """Return the first day from `day` on to which notice can be given; never before the first term ends."""
    ends = ends_of(terms)
    if terms.is_to_term:
        return None if ends is None else ends.from_day(day)
    first = terms.starts_on if ends is None else ends.at(0)
    if first is None and ends is not None:
        return None  # The first term ends after the last year there is.
    day = max(day, first or day)
    if terms.notice_to == "any day":
        return day
    return month_end(day) if terms.notice_to == "month" else quarter_end(day)


def dates(terms: Terms, on: date, calendar: Calendar, decide_days: int) -> Dates:
    """Return everything the terms say on that day; `decide_days` is how long deciding takes."""
    certain = ending(terms, calendar)
    by, leaving = notice_by(terms, on, calendar), next_exit(terms, on, calendar)
    end = certain or _running_end(terms, on)
    decide = leaving if terms.ends_by_itself and terms.notice_given_on is None else by
    return Dates(
        ends_on=end,
        renews_on=_renews_on(terms, on) if certain is None else None,
        notice_by=by,
        decide_by=None if decide is None else _before(decide, decide_days),
        next_exit=leaving,
        term=_term(terms, on),
        renewed_until=_renewed_until(terms, on) if certain is None else None,
        is_over=certain is not None and on > certain,
        missed=_missed(terms, on, calendar) if certain is None else None,
        unknown="" if by or leaving or certain else _unknown(terms, on),
    )


@within_time
def _before(day: date, days: int) -> date | None:
    return day - timedelta(days=days)


@within_time
def _after(day: date) -> date | None:
    return day + DAY


def _running_end(terms: Terms, on: date) -> date | None:
    ends = ends_of(terms)
    if ends is None:
        return None
    return ends.from_day(on) or (ends.at(0) if ends.step is None and terms.is_to_term else None)


def _renews_on(terms: Terms, on: date) -> date | None:
    ends = ends_of(terms)
    running = None if ends is None else ends.from_day(on)
    if ends is None or running is None or (ends.step is None and terms.renewal != "tacit"):
        return None
    return _after(running)


def _renewed_until(terms: Terms, on: date) -> date | None:
    ends = ends_of(terms)
    number = None if ends is None else ends.number_from(on)
    return None if ends is None or number is None else ends.at(number + 1)


def _term(terms: Terms, on: date) -> tuple[date, date] | None:
    """Return first and last day of the running term, or of the one to come before the start."""
    ends = ends_of(terms)
    number = None if ends is None else ends.number_from(on)
    if ends is None or number is None:
        return None
    end, before = ends.at(number), ends.at(number - 1) if number else None
    start = _after(before) if before is not None else _first_day(terms, ends)
    return (start, end) if start is not None and end is not None and start <= end else None


def _first_day(terms: Terms, ends: Ends) -> date | None:
    """Return where the first term known begins: it may be a later one than the contract's first."""
    renewed = None if ends.step is None else day_in(ends.month - ends.step, ends.day)
    begun = None if renewed is None else _after(renewed)
    if terms.starts_on is None or begun is None:
        return terms.starts_on or begun
    counted = ends_of(Terms(terms.starts_on, initial_months=terms.initial_months))
    first = None if counted is None else counted.at(0)
    is_first = terms.ends_on is None or first is None or first >= terms.ends_on
    return terms.starts_on if is_first else max(terms.starts_on, begun)


def _missed(terms: Terms, on: date, calendar: Calendar) -> date | None:
    ends = ends_of(terms)
    running = None if ends is None else ends.from_day(on)
    if ends is None or running is None:
        return None
    if terms.notice is None:
        is_past = terms.notice_said is not None and terms.notice_said < on
        return terms.notice_said if is_past and ends.from_day(terms.notice_said or on) == running else None
    if not terms.is_to_term and running != ends.at(0):
        return None  # After the first term there is always a next month, quarter or day.
    target = _first_exit(terms, running)
    last = None if target is None else latest(target, terms.notice, terms.notice_unit, calendar)
    return last if last is not None and last < on else None


def _unknown(terms: Terms, on: date) -> str:
    ends = ends_of(terms)
    if terms.is_to_term and ends is None:
        return "no-end"
    if terms.notice is None and terms.notice_given_on is None:
        is_past = terms.notice_said is not None and terms.notice_said < on
        return "notice-said-passed" if is_past else "no-notice"
    return "no-renewal" if ends is not None and ends.step is None else "no-exit"
