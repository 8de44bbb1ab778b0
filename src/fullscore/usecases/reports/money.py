"""What IT costs by fiscal year, read for a pack: what was billed, is owed, planned and expected, as one."""

from collections.abc import Mapping
from datetime import date
from itertools import takewhile

from fullscore.engine.budget.year.facts import Heading, Home
from fullscore.engine.budget.year.year import Row
from fullscore.engine.findings.sentences_en import say
from fullscore.engine.findings.trace import Trace
from fullscore.engine.registers.access import Member
from fullscore.engine.reports.sections import budget
from fullscore.engine.reports.sections.budget import Against, Cost, Money
from fullscore.engine.reports.voice import summed, value_of
from fullscore.usecases.budget import yearly
from fullscore.usecases.budget.yearly import BudgetYear

# The one in hand, and five to come where so much is known.
YEARS = 6
_MOST_SAID = 3
# What the year in hand is held against, as the budget's page calls it.
_BESIDE = {
    "planned": "Planned for the whole year", "committed": "Owed by contracts", "actual": "Billed so far",
    "last": "Billed last year",
}  # fmt: skip


def money(*, by: Member, on: date) -> Money:
    """Return this fiscal year and those to come."""
    start = yearly.start_of(by.organisation_id)
    here = yearly.current(on, start)
    found = [yearly.year_of(by=by, on=on, number=here + place) for place in range(YEARS)]
    known = list(takewhile(_is_whole, found))
    if not known:
        return Money((), ())
    this = found[0]
    told = tuple(say(each) for each in this.findings[:_MOST_SAID])
    firsts = tuple(each.first for each in known)
    return budget.money(firsts, tuple(_costs(known)), _against(this), told)


def _is_whole(each: BudgetYear) -> bool:
    """Say whether a year is known to its end: of one to come it holds what contracts ask for."""
    totals = each.year.totals
    if "forecast" not in totals:
        return False
    owed = totals.get("committed")
    return each.first <= each.on or owed is None or value_of(totals["forecast"]) >= value_of(owed)


def _costs(years: list[BudgetYear]) -> list[Cost]:
    """Return a cost for each line, contract or the like, with what it comes to in each year."""
    headings: dict[Home, Heading] = {}
    amounts: list[Mapping[Home, Trace]] = []
    for each in years:
        rows = {row.heading.home: row for row in each.year.rows}
        headings |= {home: row.heading for home, row in rows.items()}
        totals = {home: _due(row) for home, row in rows.items()}
        amounts.append({home: trace for home, trace in totals.items() if trace is not None})
    return [
        Cost(heading.name, heading.purpose, home[0], tuple(by.get(home) for by in amounts))
        for home, heading in headings.items()
        if any(home in by for by in amounts)
    ]


def _due(row: Row) -> Trace | None:
    """Return what of a year falls due; None where nothing does."""
    due = [cell for cell in row.cells["forecast"].values() if value_of(cell)]
    return summed(due, row.heading.name) if due else None


def _against(this: BudgetYear) -> tuple[Against, ...]:
    totals = this.year.totals
    return tuple(Against(label, totals[name]) for name, label in _BESIDE.items() if name in totals)
