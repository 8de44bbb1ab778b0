"""A person says yes to what next year is proposed to cost; taken back, the amounts are put away."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from fullscore.engine.budget.year.facts import Heading, Home
from fullscore.engine.budget.year.proposing import Proposed
from fullscore.engine.budget.year.year import MONTHS, amount_of
from fullscore.engine.findings.finding import Finding, Subject, Value
from fullscore.engine.findings.trace import Trace
from fullscore.engine.money.amounts import cents, plain
from fullscore.engine.registers.access import Member, Right
from fullscore.engine.registers.cleaning import shown
from fullscore.engine.vendors.ends import day_in
from fullscore.store.models import LineAmount
from fullscore.usecases import registers
from fullscore.usecases.budget.yearly import BudgetYear, next_year
from fullscore.usecases.registers.values import RefusedError

_LINES, _AMOUNTS = "lines", "amounts"


@dataclass(frozen=True, slots=True)
class Confirmed:
    """Lines whose amounts were written or put away, by ref, and what they came to."""

    organisation: str
    currency: str
    year: int
    lines: tuple[str, ...]
    amount: Decimal


def confirm(
    *, by: Member, homes: Iterable[Home], number: int | None, on: date, now: datetime
) -> Confirmed:  # fmt: skip
    """Write what is proposed for these rows as planned amounts of theirs, all or none.

    A contract that no line covers gets one. Raises `RefusedError` "budget-line-unknown" for a row that is not
    proposed or of which nothing is known, "budget-line-said" for one that has amounts already.
    """
    by.require(Right.EDIT_REGISTERS)
    with transaction.atomic():
        year, proposals = next_year(by=by, on=on, number=number)
        known = {each.heading.home: each for each in proposals}
        chosen = [_chosen(known.get(home), home, year) for home in dict.fromkeys(homes)]
        lines = tuple(_written(by, each, year, on, now) for each in chosen)
    total = sum((amount_of(each.total) or Decimal(0) for each in chosen), Decimal(0))
    return Confirmed(by.organisation, year.currency, year.number, lines, cents(total))


def _chosen(found: Proposed | None, home: Home, year: BudgetYear) -> Proposed:
    about = Subject(shown(home[0]), shown(home[1]))
    if found is None or not found.months:
        raise RefusedError(Finding("budget-line-unknown", about, {"value": shown(home[1] or home[0])}))
    if found.confirmed is not None:
        values: dict[str, Value] = {"name": found.heading.name, "year": year.number}
        raise RefusedError(Finding("budget-line-said", about, values))
    return found


def _written(by: Member, one: Proposed, year: BudgetYear, on: date, now: datetime) -> str:
    line = one.heading.home[1] if one.heading.line else _new_line(by, one.heading, now)
    for month in year.year.months:
        trace = one.months.get(month)
        if trace is not None:
            registers.save(
                by=by, register=_AMOUNTS, ref=None, values=_said(by, line, month, trace, on), version=None,
                now=now,
            )  # fmt: skip
    return line


def _new_line(by: Member, heading: Heading, now: datetime) -> str:
    register, ref = heading.home
    values: dict[str, object] = {
        "name": heading.name, "purpose": heading.purpose, "treatment": heading.treatment,
        "category": heading.category or ("hardware" if register in {"items", "orders"} else ""),
        "team": heading.team, "service": heading.service, "vendor": heading.vendor,
        "contract": ref if register == "contracts" else None,
    }  # fmt: skip
    return registers.save(by=by, register=_LINES, ref=None, values=values, version=None, now=now).ref


def _said(by: Member, line: str, month: int, trace: Trace, on: date) -> dict[str, object]:
    day = day_in(month, 1)
    assert day is not None
    return {
        "line": line, "month": day.isoformat(), "amount": plain(amount_of(trace) or Decimal(0)),
        "said_by": by.name, "said_on": on.isoformat(),
    }  # fmt: skip


def unconfirm(*, by: Member, line: str, number: int | None, on: date, now: datetime) -> Confirmed:
    """Put away what is planned for a line in a year; each amount can be brought back from its history.

    Raises `RefusedError` "budget-line-unknown" where nothing is.
    """
    by.require(Right.EDIT_REGISTERS)
    with transaction.atomic():
        year, _ = next_year(by=by, on=on, number=number)
        rows = list(_rows(by.organisation_id, line, year))
        if not rows:
            values: dict[str, Value] = {"value": shown(line)}
            raise RefusedError(Finding("budget-line-unknown", Subject(_LINES, shown(line)), values))
        for row in rows:
            registers.archive(by=by, register=_AMOUNTS, ref=row.ref, now=now)
    total = sum((row.amount for row in rows), Decimal(0))
    return Confirmed(by.organisation, year.currency, year.number, (line,), total)


def _rows(organisation_id: int, line: str, year: BudgetYear) -> Iterable[LineAmount]:
    first, after = day_in(year.year.first, 1), day_in(year.year.first + MONTHS, 1)
    rows = LineAmount.objects.of(organisation_id).filter(archived_at=None, line__ref=line)
    return rows.filter(month__gte=first, month__lt=after).order_by("month", "ref")


def confirmed_document(done: Confirmed) -> dict[str, object]:
    """Return `fullscore/budget-confirmed/1`: which lines, of what year, and what they come to."""
    return {
        "schema": "fullscore/budget-confirmed/1", "organisation": done.organisation,
        "currency": done.currency, "year": done.year, "lines": list(done.lines), "amount": plain(done.amount),
    }  # fmt: skip
