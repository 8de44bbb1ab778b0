"""What one more term is, and what it costs: the days a contract goes on for when notice comes too late."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from fullscore.engine.calendars.workdays import Calendar
from fullscore.engine.estate.sources import source_of
from fullscore.engine.findings.trace import Trace, leaf
from fullscore.engine.money.amounts import cents
from fullscore.engine.vendors.ends import DAY, day_in, month_end, month_of
from fullscore.engine.vendors.facts import Bound, ContractFact
from fullscore.engine.vendors.terms import Dates, next_exit, terms_of

# Whoever may leave every month or two renews nothing worth deciding about beforehand.
SHORT_MONTHS = 3
_A_YEAR, _DAYS_A_YEAR = 12, 365
# Decimals end somewhere; a tie of half a cent must still be seen as one.
_FINE = Decimal("1e-12")


@dataclass(frozen=True, slots=True)
class Extension:
    """From `first` to `last` it goes on when notice is late; `months` is None where they are not whole."""

    first: date
    last: date
    months: int | None

    @property
    def is_daily(self) -> bool:
        """Return whether it may end on any day."""
        return self.first == self.last

    @property
    def is_short(self) -> bool:
        """Return whether it is a month or two, after which one may leave again."""
        return (self.last - self.first).days < SHORT_MONTHS * 30


def extension(contract: ContractFact, dates: Dates, calendar: Calendar) -> Extension | None:
    """Return what is added when notice arrives a day too late; None where no notice date or term is known."""
    if dates.notice_by is None or dates.next_exit is None or dates.next_exit == date.max:
        return None
    later = next_exit(terms_of(contract), dates.notice_by + DAY, calendar)
    if later is None or later <= dates.next_exit:
        return None
    return Extension(dates.next_exit + DAY, later, _months(dates.next_exit, later))


def _months(before: date, last: date) -> int | None:
    """Return how many whole months lie between two last days; ends of months are whole, however long."""
    months = month_of(last) - month_of(before)
    is_whole = day_in(month_of(last), before.day) == last
    both_end = before == month_end(before) and last == month_end(last)
    return months if months and (is_whole or both_end) else None


def over_term(a_year: Trace, added: Extension, contract: ContractFact, bound: Bound, note: str) -> Trace:
    """Return what an amount a year comes to over the added term, to the cent."""
    if added.months is None:
        length = _days(added)
        share = _DAYS_A_YEAR
    else:
        is_said = added.months == contract.renewal_months
        row = source_of(contract, "renewal_months", bound.files) if is_said else None
        length = leaf(added.months, row, "months it renews for")
        share = _A_YEAR
    times = Trace(_value(a_year) * _value(length), op="product", args=(a_year, length))
    part = leaf(share, note="months a year" if share == _A_YEAR else "days a year")
    value = _value(times) / share
    exact = Trace(value, op="quotient", args=(times, part), note=note)
    return Trace(cents(value.quantize(_FINE)), a_year.unit, "cents", (exact,), note=note)


def _days(added: Extension) -> Trace:
    ends = (leaf(added.first - DAY, note="first exit"), leaf(added.last, note="next exit"))
    return Trace((added.last - added.first).days + 1, op="days-between", args=ends, note="days it goes on")


def _value(trace: Trace) -> Decimal:
    assert isinstance(trace.value, Decimal | int)
    return Decimal(trace.value)
