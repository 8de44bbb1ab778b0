"""What one seat costs and per when: by its own column, or by what all seats cost together."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from fullscore.importing import literals
from fullscore.importing.filling import Given, filled
from fullscore.importing.kinds.rows import Row
from fullscore.importing.records import Reason, Told
from fullscore.importing.vocabularies import costs, currencies, periods

_PLACES = 4
_TOTAL = re.compile(r"total|gesamt|summe|annual|year|month|spend|value|jahr|jähr|monat", re.IGNORECASE)
_TERMS = (("year", 365), ("2 years", 730), ("3 years", 1096), ("5 years", 1826))
_NEARLY = 10
_BOUGHT = re.compile(r"purchase|kauf|anschaffung", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Price:
    """The price as the register keeps it; `fills` where it is a guess."""

    values: Mapping[str, Told] = field(default_factory=dict)
    fills: Mapping[str, Told] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class _Cell:
    """One amount: its column, its figure, its period if cell or column tell one, and for how many seats."""

    header: str
    amount: Decimal
    period: str
    is_of_all: bool


def price(row: Row, capacity: Told) -> Price:
    """Return what a seat costs; what cannot be told for sure stays beside the licence."""
    notes = (row.unknown("period"),) if row.text("period") and not row.word("period") else ()
    foreign = _foreign(row)
    if foreign:
        return Price(notes=(*notes, *foreign))
    cell, troubles = _cell(row)
    if cell is None:
        return Price(_period_alone(row), headers=_period_header(row), notes=(*notes, *troubles))
    seats = capacity if isinstance(capacity, Decimal) and capacity > 0 else None
    period = cell.period or _period(row, cell)
    is_unclear = period is None or (cell.is_of_all and seats is None)
    if is_unclear and not (period is None and _is_assumed(cell, seats)):
        return Price(notes=(*notes, *troubles))
    return _priced(row, cell, seats, period, (*notes, *troubles))


def _is_assumed(cell: _Cell, seats: Decimal | None) -> bool:
    """Say whether a price whose period nobody tells may be taken for a year's."""
    return not _BOUGHT.search(cell.header) and (not cell.is_of_all or seats is not None)


def _priced(
    row: Row, cell: _Cell, seats: Decimal | None, period: str | None, notes: tuple[Reason, ...]
) -> Price:
    each = Fraction(cell.amount) / (Fraction(seats) if cell.is_of_all and seats else 1)
    cost, per = _yearly(each, period or "year")
    told: dict[str, Told] = {"unit_cost": cost, "cost_period": per}
    headers = {"unit_cost": cell.header, **_period_header(row)}
    if period is None:
        assumed = row.reason("import-period-assumed", cell.header, value=row.cells[cell.header])
        return Price(fills=told, headers=headers, notes=(*notes, assumed))
    # What was paid once upon a time, and a bare "Cost", may be of all seats or of one: guesses fill gaps.
    is_sure = not cell.is_of_all or (_TOTAL.search(cell.header) and not _BOUGHT.search(cell.header))
    return Price(told if is_sure else {}, {} if is_sure else told, headers, notes)


def _yearly(each: Fraction, period: str) -> tuple[Decimal, str]:
    """Return the cost by the month, by the year or once; a quarter's is four times as much a year."""
    times = periods.A_YEAR.get(period)
    if times is not None:
        each, period = each * times, "year"
    return round(Decimal(each.numerator) / Decimal(each.denominator), _PLACES), period


def _foreign(row: Row) -> tuple[Reason, ...]:
    text = row.text("currency")
    code = currencies.code(text)
    if not text or code in {None, row.context.currency}:
        return ()
    label = row.mapped.kind.meaning("currency").label
    return (
        row.reason(
            "import-other-currency", row.header("currency"), field=label, value=text,
            guess=row.context.currency,
        ),
    )  # fmt: skip


def _cell(row: Row) -> tuple[_Cell | None, tuple[Reason, ...]]:
    troubles: list[Reason] = []
    found: list[_Cell] = []
    for meaning in ("unit_cost", "cost"):
        text, header = row.text(meaning), row.header(meaning)
        amount, *ends = costs.JOINT.split(text)
        got = filled(row.context, "pools", row.line, [Given(header, "unit_cost", amount)])
        troubles += got.reasons
        cost = got.values.get("unit_cost")
        if isinstance(cost, Decimal):
            by_cell = next(
                (periods.WORDS[end.casefold()] for end in ends if end.casefold() in periods.WORDS), ""
            )
            found.append(_Cell(header, cost, by_cell or costs.period_of(header), _is_of_all(meaning, header)))
    # "Price 10, annual cost 1,200": the one that says for how long is the surer one.
    sure = [cell for cell in found if cell.period] if not row.text("period") else []
    return next(iter([*sure, *found]), None), tuple(troubles)


def _is_of_all(meaning: str, header: str) -> bool:
    return meaning == "cost" and not costs.is_of_one(header)


def _period(row: Row, cell: _Cell) -> str | None:
    """Return what the column of periods says, else the term that what was bought runs for.

    What was bought for good, perhaps long ago, tells no price of today.
    """
    if row.text("period"):
        return row.word("period")
    return _term(row) if _BOUGHT.search(cell.header) else None


def _term(row: Row) -> str | None:
    """Return how long the licence runs from its purchase to its end, where that is a usual term."""
    days = []
    for meaning in ("purchased_on", "expires_on"):
        try:
            found = literals.day(row.text(meaning), row.context.date_order)
        except literals.UnreadError:
            return None
        days.append(found)
    first, end = days
    if first is None or end is None:
        return None
    return next((period for period, usual in _TERMS if abs((end - first).days - usual) <= _NEARLY), None)


def _period_alone(row: Row) -> dict[str, Told]:
    word = row.word("period")
    return {"cost_period": word} if word in {"once", "month", "year"} else {}


def _period_header(row: Row) -> dict[str, str]:
    return {"cost_period": row.header("period")} if row.word("period") else {}
