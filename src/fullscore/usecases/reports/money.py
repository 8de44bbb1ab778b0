"""What IT costs by fiscal year, read for a pack."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from fullscore.engine.calendars.fiscal import year_start, years_on
from fullscore.engine.findings.trace import Trace
from fullscore.engine.reports.sections.budget import Cost, Money
from fullscore.engine.reports.voice import summed
from fullscore.engine.vendors.billing import Payment, payments_trace
from fullscore.engine.vendors.totals import Line, Totals, totals
from fullscore.usecases.vendors.values import Renewals

YEARS = 5


def of_contracts(found: Renewals, first_month: int) -> Money:
    """Return what contracts come to in the fiscal years that lie wholly ahead."""
    start = years_on(year_start(found.on, first_month), 1)
    years = tuple(years_on(start, place) for place in range(YEARS))
    months = (years[-1].year + 1 - found.on.year) * 12 + years[-1].month - found.on.month
    whole = totals(found.bound, on=found.on, months=months)
    amounts: dict[str, dict[date, list[Trace]]] = defaultdict(lambda: defaultdict(list))
    for line in whole.lines:
        for year, trace in _by_year(line, whole, first_month).items():
            amounts[line.contract.ref][year].append(trace)
    costs = tuple(
        Cost(
            found.name("contracts", ref), "run", "contract",
            tuple(summed(by[year], found.name("contracts", ref)) if year in by else None for year in years),
        )
        for ref, by in amounts.items()
    )  # fmt: skip
    return Money(years, costs, tuple(found.name("contracts", ref) for ref in whole.unpriced))


def _by_year(line: Line, whole: Totals, first_month: int) -> Mapping[date, Trace]:
    by: dict[date, list[Payment]] = defaultdict(list)
    for payment in line.payments:
        by[year_start(payment.day, first_month)].append(payment)
    return {year: payments_trace(line.billed, payments, whole.bound) for year, payments in by.items()}
