"""One fiscal year on one day, its figures opened to their sums, and next year as it is proposed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from fullscore.engine.budget.matching_facts import Unmatched
from fullscore.engine.budget.year.proposing import Proposed, proposed
from fullscore.engine.budget.year.varying import findings
from fullscore.engine.budget.year.year import MEASURES, MONTHS, Year, year
from fullscore.engine.findings.finding import Finding, Subject, Value
from fullscore.engine.findings.trace import Trace
from fullscore.engine.goals.periods import fiscal_year_named
from fullscore.engine.registers.access import Member, Right
from fullscore.engine.vendors.ends import day_in, month_of
from fullscore.store.models import Organisation
from fullscore.usecases.budget import forecasting, gathering
from fullscore.usecases.budget.gathering import Gathered
from fullscore.usecases.goals import recalling
from fullscore.usecases.registers.values import RefusedError

# Years nobody plans for: contracts may say that they go on until 9999.
_BACK, _AHEAD = 10, 20
_YEARS_AHEAD = 5


@dataclass(frozen=True, slots=True)
class BudgetYear:
    """A fiscal year, called by the calendar year it ends in; `names` are what rows are called.

    `unmatched` are bills without a place, and those in another currency.
    """

    organisation: str
    currency: str
    on: date
    number: int
    year: Year
    findings: tuple[Finding, ...]
    unmatched: tuple[Unmatched, ...]
    names: Mapping[tuple[str, str], str]
    is_mapped: bool

    @property
    def first(self) -> date:
        return _day(self.year.first)

    @property
    def is_empty(self) -> bool:
        return not self.year.totals

    def name(self, register: str, ref: str | None) -> str:
        """Return what a row is called; its ref where it is not there, "" for none."""
        return self.names.get((register, ref), ref) if ref else ""


def year_of(*, by: Member, on: date, number: int | None = None) -> BudgetYear:
    """Return a fiscal year with all its money; None: the one in hand.

    Raises `RefusedError` "budget-year-outside" for one that nobody plans for.
    """
    by.require(Right.PLAN_GOALS)
    start = start_of(by.organisation_id)
    number = current(on, start) if number is None else number
    _refuse_far(number, on)
    return recalling.recalled(
        ("budget-year", by.organisation_id, on, number), lambda: _year_of(by, on, number, start)
    )


def start_of(organisation_id: int) -> int:
    """Return the month fiscal years begin in."""
    row = Organisation.objects.filter(pk=organisation_id)
    return int(row.values_list("fiscal_start_month", flat=True)[0])


def current(on: date, start: int) -> int:
    """Return the fiscal year a day lies in."""
    return on.year + (start > 1 and on.month >= start)


def first_month(number: int, start: int) -> int:
    """Return the first month of a fiscal year, as `month_of` counts."""
    return month_of(date(fiscal_year_named(number, start), start, 1))


def _refuse_far(number: int, on: date) -> None:
    if not on.year - _BACK <= number <= on.year + _AHEAD:
        values: dict[str, Value] = {"value": number, "first": on.year - _BACK, "last": on.year + _AHEAD}
        raise RefusedError(Finding("budget-year-outside", Subject("budget", str(number)[:20]), values))


def _year_of(by: Member, on: date, number: int, start: int) -> BudgetYear:
    found, ahead = (
        gathering.gathered(by.organisation_id, on),
        forecasting.forecast(by=by, on=on, years=_YEARS_AHEAD),
    )
    expected, named = tuple(forecasting.flows(ahead)), forecasting.headings(ahead)
    worked_out = year(gathering.asked(found, first_month(number, start), expected, named))
    return BudgetYear(
        by.organisation, found.bound.currency, on, number, worked_out,
        (*findings(worked_out, found.bound.currency), *_noted(found)), (*found.lost, *found.foreign),
        _names(found),
        is_mapped=bool(found.lines),
    )  # fmt: skip


def _noted(found: Gathered) -> tuple[Finding, ...]:
    """Return what is in no sum, or in a sum without a place."""
    about = Subject("budget", "bills")
    foreign = [each.bill for each in found.foreign]
    lost = [each.bill for each in found.lost]
    values: dict[str, Value] = {
        "count": len(lost), "amount": sum((bill.amount for bill in lost), Decimal(0)),
        "currency": found.bound.currency,
    }  # fmt: skip
    others: dict[str, Value] = {
        "count": len(foreign), "currencies": tuple(sorted({bill.currency or "" for bill in foreign})),
        "currency": found.bound.currency,
    }  # fmt: skip
    told = ((lost, "bills-without-place", values), (foreign, "bills-of-other-currency", others))
    return tuple(Finding(code, about, said) for bills, code, said in told if bills)


def _names(found: Gathered) -> Mapping[tuple[str, str], str]:
    bound = found.bound
    every = (bound.vendors, bound.contracts, bound.services, bound.teams, found.lines)
    return {(one.REGISTER, one.ref): one.name for named in every for one in named}


def figure(
    *, by: Member, on: date, number: int | None, home: tuple[str, str] | None, measure: str,
    month: int | None = None,
) -> tuple[BudgetYear, Trace]:  # fmt: skip
    """Return one figure of a year opened to its sum: of a row or of all, of a month (0 to 11) or of all.

    Raises `RefusedError` "budget-figure-unknown" where there is none.
    """
    found = year_of(by=by, on=on, number=number)
    trace = _figure(found, home, measure, month)
    if trace is None:
        about = Subject(*home) if home else Subject("budget", "year")
        raise RefusedError(Finding("budget-figure-unknown", about, {"measure": measure[:20]}))
    return found, trace


def _figure(found: BudgetYear, home: tuple[str, str] | None, measure: str, month: int | None) -> Trace | None:
    if measure not in MEASURES or (month is not None and not 0 <= month < MONTHS):
        return None
    place = None if month is None else found.year.first + month
    if home is None:
        return found.year.totals.get(measure) if place is None else found.year.by_month[place].get(measure)
    row = next((each for each in found.year.rows if each.heading.home == home), None)
    if row is None:
        return None
    return row.total(measure) if place is None else row.cells[measure].get(place)


def home_of(text: str) -> tuple[str, str]:
    """Return where money belongs as people write it: "contracts:crm"."""
    register, _, ref = text.partition(":")
    return register, ref


def next_year(*, by: Member, on: date, number: int | None = None) -> tuple[BudgetYear, tuple[Proposed, ...]]:
    """Return the year after the one in hand, or the one named, with a proposal for each of its rows."""
    start = start_of(by.organisation_id)
    number = current(on, start) + 1 if number is None else number
    this, following = (year_of(by=by, on=on, number=each) for each in (number - 1, number))
    return following, proposed(this.year, following.year)


def _day(month: int) -> date:
    found = day_in(month, 1)
    assert found is not None
    return found
