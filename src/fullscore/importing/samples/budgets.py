"""The budget sheet of a sample company for its fiscal year: what contracts cost, and what else is planned.

It was written before the year began: prices that rose since stand as they were, some months are not known.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from fullscore.importing.samples.bills import Price, Told, month, prices
from fullscore.importing.samples.writing import Cell, csv_file

MONTHS = 12
# What costs less a year nobody plans for.
_LEAST = 500
_BEFORE = (
    "Budget line", "Category", "Purpose", "Opex/Capex", "Team", "Vendor", "Contract",
)  # fmt: skip
_AFTER = ("Total", "Comment", "Assumption")
_NOTHING = Decimal(0)
Months = Mapping[int, Decimal]


@dataclass(frozen=True, slots=True)
class Planned:
    """What contracts do not tell: `category`, `purpose` and `team` by the name of a contract.

    `beside` is a line a row: name, category, purpose, opex or capex, team, vendor, then months and amounts
    ("0-11 300, 5 1200": from the first month to the last, and once more in the sixth), comment, assumption.
    """

    category: Mapping[str, str] = field(default_factory=dict)
    purpose: Mapping[str, str] = field(default_factory=dict)
    team: Mapping[str, str] = field(default_factory=dict)
    beside: str = ""


def begins(on: date, start_month: int) -> date:
    """Return the first day of the fiscal year of a day."""
    return date(on.year if on.month >= start_month else on.year - 1, start_month, 1)


def sheet(renewals: str, told: Told, planned: Planned, on: date, *, first: date) -> bytes:
    """Return the sheet: a row a line, a column a month, with the total of each row and each column."""
    names = [f"{month(first, count):%b %Y}" for count in range(MONTHS)]
    rows = [*_of_contracts(list(prices(renewals, told, on)), planned, on, first), *_beside(planned.beside)]
    totals = [sum((each.get(count, _NOTHING) for _, each, _ in rows), _NOTHING) for count in range(MONTHS)]
    body = [_row(cells, months, after) for cells, months, after in rows]
    body.append(
        ["Total", *[""] * (len(_BEFORE) - 1), *map(_told, totals), _told(sum(totals, _NOTHING)), "", ""]
    )
    return csv_file((*_BEFORE, *names, *_AFTER), body)


Line = tuple[Sequence[Cell], Months, tuple[str, str]]


def _row(cells: Sequence[Cell], months: Months, after: tuple[str, str]) -> list[Cell]:
    told = [_told(months[count]) if count in months else "" for count in range(MONTHS)]
    return [*cells, *told, _told(sum(months.values(), _NOTHING)), *after]


def _told(amount: Decimal) -> str:
    return f"{amount:,.2f}"


def _of_contracts(every: Sequence[Price], planned: Planned, on: date, first: date) -> Iterator[Line]:
    by_name: dict[str, tuple[Price, dict[int, Decimal]]] = {}
    for one in every:
        if one.amount * one.times >= _LEAST:
            _, months = by_name.setdefault(one.name, (one, {}))
            for count in _falls_due(one, on, first):
                months[count] = months.get(count, _NOTHING) + one.amount
    for name, (one, months) in by_name.items():
        if months:
            yield _cells(name, one.vendor, planned), dict(sorted(months.items())), ("", _rests_on(one))


def _rests_on(one: Price) -> str:
    return f"rises by at most {one.increase} %" if one.increase else ""


def _cells(name: str, vendor: str, planned: Planned) -> list[Cell]:
    return [
        name, planned.category.get(name, "Software"), planned.purpose.get(name, "run"), "opex",
        planned.team.get(name, ""), vendor, name,
    ]  # fmt: skip


def _falls_due(one: Price, on: date, first: date) -> Iterator[int]:
    """Yield the months of the year, counted from 0, in which a price falls due."""
    anchor = one.renews or month(on, 0)
    for count in range(MONTHS):
        day = month(first, count)
        apart = (day.year - anchor.year) * MONTHS + day.month - anchor.month
        if apart % (MONTHS // one.times) == 0 and not (one.ends and one.renews and apart >= 0):
            yield count


def _beside(lines: str) -> Iterator[Line]:
    for line in lines.strip().splitlines():
        name, category, purpose, treatment, team, vendor, told, comment, assumption = (
            cell.strip() for cell in line.split("|")
        )
        yield [name, category, purpose, treatment, team, vendor, ""], _months(told), (comment, assumption)


def _months(told: str) -> Months:
    found: dict[int, Decimal] = {}
    for part in told.split(","):
        when, amount = part.split()
        begin, _, end = when.partition("-")
        for count in range(int(begin), int(end or begin) + 1):
            found[count] = found.get(count, _NOTHING) + Decimal(amount)
    return dict(sorted(found.items()))
