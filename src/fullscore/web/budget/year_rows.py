"""Rows, groups and months of a fiscal year as the page shows them; each figure leads to its sum."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.http import urlencode

from fullscore.engine.budget.matching_facts import Why
from fullscore.engine.budget.year.year import MEASURES, Row, amount_of
from fullscore.engine.findings.trace import Trace
from fullscore.usecases.budget.yearly import BudgetYear
from fullscore.web.templatetags.words import full_day, money

NAMES = {
    "planned": "Planned", "committed": "Contracts", "actual": "Billed", "forecast": "Forecast",
    "last": "Last year",
}  # fmt: skip
_REGISTERS = {"team": "teams", "service": "services", "vendor": "vendors"}
_NOBODY = {"team": "No team named", "service": "No service named", "vendor": "No vendor named"}
_WHY = {
    Why.OTHER_CURRENCY: "in another currency", Why.NO_VENDOR: "names no vendor",
    Why.NOTHING_AGREED: "nothing agreed with this vendor", Why.SEVERAL: "fits several",
    Why.PAID_ALREADY: "paid already by another bill", Why.OTHER_AMOUNT: "fits no amount agreed",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figure:
    """One amount with the way to its sum; "" where nobody knows it."""

    label: str
    words: str
    address: str
    css: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """One row: its name, what is told below it, and its figures in the order of the columns."""

    name: str
    address: str
    note: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Group:
    name: str
    rows: tuple[Shown, ...]
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Lost:
    words: str
    why: str
    amount: str
    address: str


def figures(found: BudgetYear) -> tuple[Figure, ...]:
    return _figures(found, found.year.totals, "")


def total(found: BudgetYear) -> tuple[Figure, ...]:
    return figures(found)


def _figures(
    found: BudgetYear, told: Mapping[str, Trace], row: str, month: int | None = None
) -> tuple[Figure, ...]:
    return tuple(_figure(found, told.get(measure), measure, row, month) for measure in NAMES)


def _figure(found: BudgetYear, trace: Trace | None, measure: str, row: str, month: int | None) -> Figure:
    amount = amount_of(trace)
    if amount is None:
        return Figure(NAMES[measure], "", "", measure)
    base = reverse("budget-figure", args=[found.organisation, found.number])
    asked = {"measure": measure} | ({"row": row} if row else {})
    asked |= {} if month is None else {"month": str(month)}
    return Figure(NAMES[measure], money(amount, found.currency), f"{base}?{urlencode(asked)}", measure)


def groups(found: BudgetYear, way: str) -> Iterator[Group]:
    """Yield the rows of each group with what they come to; without a way all rows in one."""
    rows: dict[str | None, list[Row]] = {}
    for row in found.year.rows:
        rows.setdefault(getattr(row.heading, way) or None if way else None, []).append(row)
    for key, sums in found.year.by(way).items() if way else ((None, found.year.totals),):
        shown = tuple(_shown(found, row) for row in rows[key])
        named = found.name(_REGISTERS[way], key) if way in _REGISTERS and key else key
        yield Group(named or _NOBODY.get(way, "Nothing said"), shown, _plain(_figures(found, sums, "")))


def _plain(told: Iterable[Figure]) -> tuple[Figure, ...]:
    """Return figures of a group: its rows open to their sums."""
    return tuple(Figure(each.label, each.words, "", each.css) for each in told)


def _shown(found: BudgetYear, row: Row) -> Shown:
    heading = row.heading
    register, ref = heading.home
    totals = {measure: trace for measure in MEASURES if (trace := row.total(measure)) is not None}
    return Shown(
        heading.name, _address(found, register, ref), _note(found, row),
        _figures(found, totals, f"{register}:{ref}"),
    )  # fmt: skip


def _address(found: BudgetYear, register: str, ref: str) -> str:
    """Return the way to the line or contract a row is about, "" for rows that are about no row."""
    room = {"lines": "budget", "contracts": "vendors"}.get(register)
    return reverse("register-row", args=[found.organisation, room, register, ref]) if room and ref else ""


def _note(found: BudgetYear, row: Row) -> str:
    heading, line = row.heading, row.heading.line
    vendor = found.name("vendors", heading.vendor)
    if line is None:
        register = heading.home[0]
        return {"contracts": "no line plans for it"}.get(register, "") if found.is_mapped else ""
    return line.comment or line.assumption or (vendor if vendor != heading.name else "")


def months(found: BudgetYear) -> Iterator[Shown]:
    for place, month in enumerate(found.year.months):
        first = date(month // 12, month % 12 + 1, 1)
        name = f"{first:%B %Y}" if first.month == 1 or not place else f"{first:%B}"
        note = "this month" if month == found.year.now else ""
        yield Shown(name, "", note, _figures(found, found.year.by_month[month], "", place))


def unmatched(found: BudgetYear) -> Iterator[Lost]:
    """Yield the bills without a place, with the way to say what they were for."""
    for one in found.unmatched:
        bill = one.bill
        who = found.name("vendors", bill.vendor) or bill.about or "Nobody named"
        number = f" {bill.number}" if bill.number else ""
        yield Lost(
            f"{who}{number}, {full_day(bill.billed_on)}", _WHY[one.why],
            money(bill.amount, bill.currency or found.currency),
            reverse("register-edit", args=[found.organisation, "budget", "bills", bill.ref]),
        )  # fmt: skip
