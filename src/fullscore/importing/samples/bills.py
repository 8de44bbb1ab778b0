"""Bills of the last twenty-two months of a sample company, made from what it is bound to and has ordered.

Most are what was agreed; prices were lower before they rose, one vendor raised them in July, and a few are
credits, of nobody known, or for what no contract speaks of.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from fullscore.importing.samples.writing import Cell, american, csv_file

QUICKBOOKS = (
    "*BillNo", "*Supplier", "*BillDate", "*DueDate", "Terms", "Location", "Memo", "*Account",
    "LineDescription", "*LineAmount", "Currency",
)  # fmt: skip
OWN_SHEET = ("Invoice no", "Vendor", "Invoice date", "Due date", "Description", "Invoice total")
MONTHS = 22
_A_YEAR = 12
_TIMES = {"monthly": 12, "quarterly": 4, "annual": 1, "": 1}
_PERCENT = re.compile(r"([0-9]+)%")
_JULY = 7
_TERMS = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Told:
    """What only bills tell: prices that rose in July, how some contracts bill, and bills beside all of them.

    `rises` name → percent; `billed` name → (billing, amount) where its lines are billed apart; `beside` a
    bill a line: days ago, vendor, number, what for, amount. `metered`: vendor, what for and amount of what
    comes every month without a contract. `silent`: vendors whose bills name no contract.
    """

    rises: Mapping[str, str] = field(default_factory=dict)
    billed: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict)
    beside: str = ""
    metered: tuple[str, str, str] | None = None
    silent: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Bill:
    number: str
    vendor: str
    on: date
    about: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Price:
    """One price of a contract: how often a year it is billed, until which day it was agreed."""

    name: str
    vendor: str
    number: str
    times: int
    amount: Decimal
    renews: date | None
    increase: Decimal
    ends: bool
    place: int


def bills(renewals: str, orders: bytes, told: Told, on: date) -> list[Bill]:
    """Return every bill up to today, the oldest first."""
    every = list(prices(renewals, told, on))
    named = {vendor for vendor, count in Counter(one.vendor for one in every).items() if count > 1}
    found = [bill for one in every for bill in _of(one, told, one.vendor in named, on)]
    found += [*_of_orders(orders, on), *_beside(told.beside, on), *_metered(told, on)]
    return sorted(
        (bill for bill in found if _first(on) <= bill.on <= on), key=lambda bill: (bill.on, bill.number)
    )


def quickbooks(found: Sequence[Bill]) -> bytes:
    """Return a bill list as QuickBooks takes it in and gives it out."""
    return csv_file(QUICKBOOKS, [
        (bill.number, bill.vendor, american(bill.on), american(bill.on + _TERMS), "Net 30", "", "", "6150 IT",
         bill.about, f"{bill.amount:,.2f}", "")
        for bill in found
    ])  # fmt: skip


def own_sheet(found: Sequence[Bill]) -> bytes:
    """Return the bills as somebody writes them down: credits in parentheses, days as Excel shows them."""
    rows: list[list[Cell]] = [
        [bill.number, bill.vendor, american(bill.on), american(bill.on + _TERMS), bill.about,
         f"({-bill.amount:,.2f})" if bill.amount < 0 else f"{bill.amount:,.2f}"]
        for bill in found
    ]  # fmt: skip
    return csv_file(OWN_SHEET, rows)


def _first(on: date) -> date:
    return month(on, 1 - MONTHS)


def month(day: date, months: int) -> date:
    """Return the first day of the month so many months from a day's."""
    year, month = divmod(day.year * _A_YEAR + day.month - 1 + months, _A_YEAR)
    return date(year, month + 1, 1)


def prices(renewals: str, told: Told, on: date) -> Iterator[Price]:
    """Yield what each contract bills; lines of one number come on one bill."""
    by_number: dict[str, Price] = {}
    for place, line in enumerate(renewals.strip().splitlines()):
        name, vendor, number, *_, auto, _, billing, cost, _, _, rise, _, _ = (
            cell.strip() for cell in line.split("|")
        )
        renews = _cell(line, 5)
        day = on + timedelta(days=int(renews)) if renews else None
        found = _PERCENT.search(rise)
        increase = Decimal(found.group(1)) if found else Decimal(0)
        ended = day is not None and day < on and auto != "yes"
        for often, amount in told.billed.get(name, ((billing, cost),)):
            times = _TIMES[often]
            each = Decimal(amount) if name in told.billed else Decimal(amount) / times
            one = Price(name, vendor, number, times, each, day, increase, ended, place)
            if number and number in by_number and name not in told.billed:
                first = by_number[number]
                one = Price(
                    first.name, vendor, number, times, first.amount + each, day, increase, ended, place
                )
            by_number[number or f"{name}{often}"] = one
    yield from by_number.values()


def _cell(line: str, place: int) -> str:
    return line.split("|")[place].strip()


def _of(one: Price, told: Told, is_named: bool, on: date) -> Iterator[Bill]:  # noqa: FBT001  of several contracts
    """Yield the bills of a price; what a vendor of several contracts bills says for which."""
    for count, day in enumerate(_days(one, on)):
        what = "Services" if one.vendor in told.silent or not is_named else one.name
        about = f"{what}, {day:%B %Y}" if one.times == _A_YEAR else what
        number = f"{_short(one.vendor)}-{day:%y%m}{one.place:02d}"
        # The bill comes a few days around the day, never the same number twice.
        came = day + timedelta(days=(one.place * 5 + count * 3) % 6)
        yield Bill(number, one.vendor, came, about, _then(one, told, day, on))


def _days(one: Price, on: date) -> Iterator[date]:
    """Yield the days it fell due on since the first of all months, the last one first."""
    anchor = one.renews or month(on, 0).replace(day=1)
    day_of_month = min(anchor.day, 28)
    months = _A_YEAR // one.times
    start = month(anchor, -_A_YEAR * 4)
    for count in range(0, _A_YEAR * 8, months):
        day = month(start, count).replace(day=day_of_month)
        if _first(on) <= day <= on and not (one.ends and one.renews and day >= one.renews.replace(day=1)):
            yield day


def _then(one: Price, told: Told, day: date, on: date) -> Decimal:
    """Return the price on a day: as today's before it rose, more since the July in which it was raised."""
    amount = one.amount
    if one.increase and one.renews and day < _year_before(one.renews, on):
        amount /= 1 + one.increase / 100
    if one.name in told.rises and day >= _last_july(on):
        amount *= 1 + Decimal(told.rises[one.name]) / 100
    return round(amount, 2)


def _year_before(renews: date, on: date) -> date:
    """Return the latest anniversary that has passed."""
    day = renews
    while day > on:
        day = month(day, -_A_YEAR).replace(day=min(day.day, 28))
    return day


def _last_july(on: date) -> date:
    return date(on.year if on.month >= _JULY else on.year - 1, _JULY, 1)


def _short(vendor: str) -> str:
    return "".join(word[0] for word in re.findall(r"[A-Z]\w*", vendor))[:4]


def _of_orders(orders: bytes, on: date) -> Iterator[Bill]:
    """Yield the bill of each order that has come, some days after; every other one names the order."""
    for place, row in enumerate(csv.DictReader(io.StringIO(orders.decode(), newline=""))):
        if not row["received_on"]:
            continue
        came = date.fromisoformat(row["received_on"]) + timedelta(days=2 + place % 4)
        amount = Decimal(row["quantity"]) * Decimal(row["unit_cost"])
        what = row["model"] or row["pool"]
        about = f"{row['quantity']} × {what}" + (f", PO {row['number']}" if place % 2 == 0 else "")  # noqa: RUF001  as printed
        yield Bill(f"{_short(row['vendor'])}-G{row['number']}", row["vendor"], min(came, on), about, amount)


def _metered(told: Told, on: date) -> Iterator[Bill]:
    """Yield a bill a month whose amount is never the same."""
    for count in range(MONTHS if told.metered else 0):
        vendor, about, amount = told.metered or ("", "", "0")
        day = month(on, count + 1 - MONTHS)
        drift = Decimal(count * 7 % 11 - 5) / 100
        came = day + timedelta(days=13 + count % 3)
        yield Bill(
            f"{_short(vendor)}-{day:%y%m}", vendor, came, about, round(Decimal(amount) * (1 + drift), 2)
        )


def _beside(lines: str, on: date) -> Iterator[Bill]:
    for line in lines.strip().splitlines():
        ago, vendor, number, about, amount = (cell.strip() for cell in line.split("|"))
        yield Bill(number, vendor, on - timedelta(days=int(ago)), about, Decimal(amount))
