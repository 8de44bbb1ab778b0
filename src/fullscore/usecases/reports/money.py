"""What IT costs by fiscal year, read for a pack: this year, the next as it is proposed, and those to come."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from fullscore.engine.budget.year.facts import Heading, Home
from fullscore.engine.budget.year.proposing import Proposed
from fullscore.engine.budget.year.varying import variances
from fullscore.engine.budget.year.year import MONTHS, Row, Year
from fullscore.engine.calendars.fiscal import months_on
from fullscore.engine.findings.english.words import clipped
from fullscore.engine.findings.trace import Trace
from fullscore.engine.registers.access import Member
from fullscore.engine.reports.sections.costs import KINDS, Against, Cost, Money, Strayed
from fullscore.engine.reports.sections.costs import money as summed_up
from fullscore.engine.reports.voice import summed, value_of
from fullscore.store import budget as store
from fullscore.usecases.budget import forecasting, yearly
from fullscore.usecases.budget.yearly import BudgetYear

YEARS = 5
_MOST_STRAYED, _LONGEST = 3, 60
_GOALS = "goals"
# What the year in hand is held against beside its plan.
_BESIDE = {"committed": "Owed by contracts", "actual": "Billed so far", "last": "Billed last year"}


def money(*, by: Member, on: date) -> Money:
    """Return this fiscal year, and the next one as it is proposed."""
    this = yearly.year_of(by=by, on=on)
    following, proposed = yearly.next_year(by=by, on=on)
    sentences = store.goal_names(by.organisation_id)
    costs = tuple(_called(each, sentences) for each in _costs(this, proposed))
    if not costs:
        return Money((), ())
    totals = this.year.totals
    against = tuple(Against(label, totals[name]) for name, label in _BESIDE.items() if name in totals)
    whole = summed_up((this.first, following.first), costs)
    return replace(
        whole, planned=totals.get("planned"), against=against, strayed=tuple(_strayed(this)),
        before=_billed_before(this.year), before_from=months_on(this.first, -MONTHS),
    )  # fmt: skip


def _billed_before(year: Year) -> Mapping[str, Trace]:
    """Return what was billed for each purpose last year; nothing where its first bills are missing."""
    if year.billed is None or year.billed[0] > year.first - MONTHS:
        return {}
    return {key or "": sums["last"] for key, sums in year.by("purpose").items() if "last" in sums}


def _costs(this: BudgetYear, proposed: Iterable[Proposed]) -> Iterator[Cost]:
    """Yield a cost for each line, contract or the like; what comes to nothing in both years is none."""
    headings = {row.heading.home: row.heading for row in this.year.rows}
    before = {row.heading.home: _due(row, "forecast") for row in this.year.rows}
    after: dict[Home, Trace | None] = {}
    for each in proposed:
        headings[each.heading.home] = each.heading
        after[each.heading.home] = _sum(each.months, each.heading)
    for home, heading in headings.items():
        amounts = before.get(home), after.get(home)
        if any(amounts):
            yield Cost(heading.name, heading.purpose, home[0], amounts, home[1])


def _called(each: Cost, sentences: Mapping[str, str]) -> Cost:
    """Return what a goal costs under its sentence: nobody on a board knows it by its number."""
    if each.kind != _GOALS or each.ref not in sentences:
        return each
    return replace(each, name=clipped(sentences[each.ref], _LONGEST))


def _due(row: Row, measure: str) -> Trace | None:
    return _sum(row.cells[measure], row.heading)


def _sum(cells: Mapping[int, Trace], heading: Heading) -> Trace | None:
    """Return what of a year falls due; None where nothing does."""
    due = [cell for cell in cells.values() if value_of(cell)]
    return summed(due, heading.name) if due else None


def _strayed(this: BudgetYear) -> Iterator[Strayed]:
    for each in variances(this.year)[:_MOST_STRAYED]:
        larger, smaller = (each.actual, each.planned) if each.amount > 0 else (each.planned, each.actual)
        by = Trace(abs(each.amount), op="difference", args=(larger, smaller), note="billed beside planned")
        if each.amount:
            yield Strayed(each.row.heading.name, by, is_over=each.amount > 0)


def ahead(*, by: Member, on: date) -> Money:
    """Return what is known already of the fiscal years to come, by what makes it up."""
    found = forecasting.forecast(by=by, on=on, years=YEARS).found
    places = found.whole
    costs = tuple(
        Cost(part.name, part.purpose, part.kind, tuple(_unless_nothing(cells[place]) for place in places))
        for part, cells in zip(found.parts, found.cells, strict=True)
    )
    whole = summed_up(tuple(found.spans[place].begin for place in places), costs, KINDS)
    return replace(whole, unpriced=tuple(dict.fromkeys(each.name for each in found.unknown)))


def _unless_nothing(trace: Trace) -> Trace | None:
    return trace if value_of(trace) else None
