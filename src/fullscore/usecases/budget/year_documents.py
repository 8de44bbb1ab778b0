"""A fiscal year as documents: what REST and `--json` answer, the same for both."""

from collections.abc import Iterator, Mapping
from datetime import date

from fullscore.engine.budget.matching_facts import Unmatched
from fullscore.engine.budget.year.proposing import Proposed
from fullscore.engine.budget.year.year import MEASURES, MONTHS, WAYS, Figures, Row, Year, amount_of
from fullscore.engine.findings.trace import Trace, as_document, named
from fullscore.engine.money.amounts import plain
from fullscore.engine.vendors.ends import day_in
from fullscore.usecases.budget.documents import said
from fullscore.usecases.budget.yearly import BudgetYear

Document = dict[str, object]
# What a group of each way is a row of; the others are words.
_REGISTERS = {"team": "teams", "service": "services", "vendor": "vendors"}


def year_document(found: BudgetYear) -> Document:
    """Return `fullscore/budget-year/1`: every row by month, and every grouping, each with the one total."""
    year = found.year
    return {
        **_head(found, "budget-year"),
        "billed": None if year.billed is None else [_month(each) for each in year.billed],
        "totals": _amounts(year.totals),
        "months": [{"month": _month(month), **_amounts(year.by_month[month])} for month in year.months],
        "rows": [_row(row, year) for row in year.rows],
        "by": {way: list(_groups(found, way)) for way in WAYS},
        "unmatched": [_unmatched(each) for each in found.unmatched],
        "findings": said(found.findings),
    }


def _head(found: BudgetYear, kind: str) -> Document:
    first, last = day_in(found.year.first, 1), day_in(found.year.first + MONTHS - 1, 31)
    return {
        "schema": f"fullscore/{kind}/1", "organisation": found.organisation, "on": found.on.isoformat(),
        "currency": found.currency, "year": found.number, "starts_on": _day(first), "ends_on": _day(last),
    }  # fmt: skip


def _row(row: Row, year: Year) -> Document:
    heading = row.heading
    line = heading.line
    return {
        "register": heading.home[0], "ref": heading.home[1], "name": heading.name,
        "purpose": heading.purpose, "treatment": heading.treatment, "category": heading.category,
        "team": heading.team, "service": heading.service, "vendor": heading.vendor,
        "comment": line.comment if line else None, "assumption": line.assumption if line else None,
        "totals": {measure: _amount(row.total(measure)) for measure in MEASURES},
        "months": {
            measure: [_amount(row.cells[measure].get(month)) for month in year.months] for measure in MEASURES
        },
    }  # fmt: skip


def _groups(found: BudgetYear, way: str) -> Iterator[Document]:
    for key, figures in found.year.by(way).items():
        name = found.name(_REGISTERS[way], key) if way in _REGISTERS else key
        yield {"key": key, "name": name or None, "totals": _amounts(figures)}


def _unmatched(one: Unmatched) -> Document:
    return {
        "bill": one.bill.ref, "vendor": one.bill.vendor, "billed_on": _day(one.bill.billed_on),
        "amount": plain(one.bill.amount), "currency": one.bill.currency, "why": str(one.why),
        "candidates": [{"register": each.register, "ref": each.ref} for each in one.candidates],
    }  # fmt: skip


def figure_document(found: BudgetYear, trace: Trace) -> Document:
    """Return `fullscore/budget-figure/1`: one figure with the tree it was computed from."""
    return {
        **_head(found, "budget-figure"), "amount": _amount(trace),
        "trace": as_document(Trace(None, op="figures", args=(named(trace, "amount"),))),
    }  # fmt: skip


def proposal_document(found: BudgetYear, proposed: tuple[Proposed, ...]) -> Document:
    """Return `fullscore/budget-proposal/1`: what each row of next year is proposed to cost, and why."""
    return {**_head(found, "budget-proposal"), "rows": [_proposed(each, found.year) for each in proposed]}


def _proposed(one: Proposed, year: Year) -> Document:
    return {
        "register": one.heading.home[0], "ref": one.heading.home[1], "name": one.heading.name,
        "why": one.why, "amount": _amount(one.total), "this_year": _amount(one.this_year),
        "confirmed": _amount(one.confirmed),
        "months": [_amount(one.months.get(month)) for month in year.months],
    }  # fmt: skip


def _amounts(figures: Figures | Mapping[str, Trace]) -> Document:
    return {measure: _amount(figures.get(measure)) for measure in MEASURES}


def _amount(trace: Trace | None) -> str | None:
    amount = amount_of(trace)
    return None if amount is None else plain(amount)


def _month(month: int) -> str:
    return f"{month // MONTHS:04d}-{month % MONTHS + 1:02d}"


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
