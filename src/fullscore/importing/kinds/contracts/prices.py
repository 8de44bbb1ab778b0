"""What a contract costs, per when, in which money, for how many, and what it may rise by."""

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction

from fullscore.importing import literals
from fullscore.importing.filling import Given, filled
from fullscore.importing.kinds.contracts.increases import increase
from fullscore.importing.kinds.contracts.parts import REGISTER, Part, cleaned, joined, part_of
from fullscore.importing.kinds.rows import Row
from fullscore.importing.records import Reason, Told
from fullscore.importing.vocabularies import costs, currencies, periods

_KEPT = frozenset({"once", "month", "quarter", "half-year", "year"})
_WHOLE_TERM = re.compile(r"\btcv\b|total contract|contract total|auftragswert|gesamtvertrag", re.IGNORECASE)
_FIGURES = re.compile(r"[(+-]*[0-9][0-9.,'\u2019\s()+-]*")
_CODE = re.compile(r"(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])")
_PLACES = 2
_UNIT_PLACES = 4
_MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Price:
    """What the row costs; `of_one` is one seat's, `quantity` how many. `part` is what the contract keeps."""

    part: Part = field(default_factory=Part)
    amount: Decimal | None = None
    of_one: Decimal | None = None
    quantity: Decimal | None = None
    period: str = "year"
    currency: str = ""


@dataclass(frozen=True, slots=True)
class _Cell:
    header: str
    amount: Decimal
    period: str
    is_of_one: bool


def price(row: Row, months: int | None) -> Price:
    """Return what the row costs; `months` is how long the first term runs, where that is known."""
    code, currency = _currency(row)
    if currency.refusals:
        return Price(currency)
    inside = replace(row, context=replace(row.context, currency=code or row.context.currency))
    cells, read = _cells(inside)
    quantity, counted = _quantity(row)
    all_of_it = next((cell for cell in cells if not cell.is_of_one), None)
    one = next((cell for cell in cells if cell.is_of_one), None)
    parts = [currency, read, counted]
    chosen = all_of_it or one
    if chosen is None:
        return Price(joined((*parts, _period_alone(row))), quantity=quantity)
    if all_of_it is not None and _WHOLE_TERM.search(all_of_it.header):
        return _by_term(row, all_of_it, months, Price(joined(parts), quantity=quantity, currency=code))
    return _priced(row, all_of_it, one, Price(joined(parts), quantity=quantity, currency=code))


def _priced(row: Row, all_of_it: _Cell | None, one: _Cell | None, so_far: Price) -> Price:
    chosen = all_of_it or one
    if chosen is None:
        return so_far
    told = chosen.period or row.word("billing") or ""
    notes = () if told else (_assumed(row, chosen.header),)
    amount, period = _in_kept(all_of_it.amount, told or "year") if all_of_it else (None, told or "year")
    each, period_each = (
        _in_kept(one.amount, one.period or told or "year", _UNIT_PLACES) if one else (None, period)
    )
    # "5 a month each, 720 a year": the line is kept by its own period, the contract by its own.
    if all_of_it is None:
        period = period_each
        amount = _product(each, so_far.quantity)
    elif period_each != period:
        each = None
    each = each if each is not None else _share(amount, so_far.quantity)
    values: dict[str, Told] = {} if amount is None else {"price": amount, "period": period}
    headers = {"price": chosen.header, "period": row.header("billing") or chosen.header}
    kept = Part(values, {name: headers[name] for name in values}, notes=(*notes, *_unknown(row)))
    return replace(so_far, part=joined((kept, so_far.part)), amount=amount, of_one=each, period=period)


def _unknown(row: Row) -> tuple[Reason, ...]:
    return (row.unknown("billing"),) if row.text("billing") and not row.word("billing") else ()


def _assumed(row: Row, header: str) -> Reason:
    return row.reason("import-period-assumed", header, value=row.cells[header])


def _period_alone(row: Row) -> Part:
    word = row.word("billing")
    return (
        Part({"period": word}, {"period": row.header("billing")})
        if word in _KEPT
        else Part(notes=_unknown(row))
    )


def _in_kept(amount: Decimal, period: str, places: int = _PLACES) -> tuple[Decimal, str]:
    """Return an amount by a period that contracts keep: what is paid for three years is a third a year."""
    if period in _KEPT:
        return amount, period
    each = Fraction(amount) * periods.A_YEAR[period]
    return round(Decimal(each.numerator) / Decimal(each.denominator), places), "year"


def _by_term(row: Row, cell: _Cell, months: int | None, so_far: Price) -> Price:
    """Return a year's share of what the whole term costs."""
    label = row.mapped.kind.meaning("cost").label
    if not months:
        told = row.reason("import-total-without-term", cell.header, field=label, value=row.cells[cell.header])
        return replace(so_far, part=joined((so_far.part, Part(notes=(told,)))))
    amount = round(cell.amount * _MONTHS_A_YEAR / months, _PLACES)
    kept = Part({"price": amount, "period": "year"}, {"price": cell.header, "period": cell.header})
    each = _share(amount, so_far.quantity)
    return replace(so_far, part=joined((kept, so_far.part)), amount=amount, of_one=each)


def _product(each: Decimal | None, quantity: Decimal | None) -> Decimal | None:
    """Return what all cost, None where cents would be rounded."""
    whole = None if each is None or quantity is None else each * quantity
    return None if whole is None or whole != round(whole, _PLACES) else round(whole, _PLACES)


def _share(amount: Decimal | None, quantity: Decimal | None) -> Decimal | None:
    """Return what one of them costs, None where it does not come out even."""
    if amount is None or not quantity:
        return None
    each = round(amount / quantity, _UNIT_PLACES)
    return each if each * quantity == amount else None


def _quantity(row: Row) -> tuple[Decimal | None, Part]:
    header = row.header("quantity")
    got = filled(row.context, "charges", row.line, [Given(header, "quantity", _bare(row.text("quantity")))])
    part = part_of(got)
    found = part.values.get("quantity")
    return (found if isinstance(found, Decimal) else None), Part(refusals=part.refusals, notes=part.notes)


def _bare(text: str) -> str:
    """Return "50 seats" as 50; other words are left for the reason why not."""
    found = re.fullmatch(
        r"([0-9.,]+)\s*(?:seats?|users?|pcs\.?|units?|licen[cs]es?|plätze|nutzer|stück|lizenzen)?",
        text,
        re.IGNORECASE,
    )
    return found[1] if found else text


def _cells(row: Row) -> tuple[list[_Cell], Part]:
    """Return the amounts of the row, those first that say for how long, and why others cannot be read."""
    said = [("unit_price", header, text) for header, text in row.said("unit_price").items()]
    said += [("cost", header, text) for header, text in row.said("cost").items()]
    found: list[_Cell] = []
    parts: list[Part] = []
    for meaning, header, text in said:
        cell, part = _cell(row, meaning, header, text)
        parts.append(part)
        found += [cell] if cell is not None else []
    return sorted(found, key=lambda cell: not cell.period), joined(parts)


def _cell(row: Row, meaning: str, header: str, text: str) -> tuple[_Cell | None, Part]:
    amount, *ends = costs.JOINT.split(text)
    is_of_one = meaning == "unit_price" or costs.is_of_one(header)
    register, column = ("charges", "unit_price") if is_of_one else (REGISTER, "price")
    part = part_of(filled(row.context, register, row.line, [Given(header, column, amount)]))
    value = part.values.get(column)
    why = Part(refusals=part.refusals, notes=part.notes)
    if not isinstance(value, Decimal):
        return None, why
    words = (end.casefold() for end in ends)
    by_cell = next((periods.WORDS[word] for word in words if word in periods.WORDS), "")
    return _Cell(header, value, by_cell or costs.period_of(header), is_of_one), why


def _currency(row: Row) -> tuple[str, Part]:
    """Return the money's three letters ("" the organisation's), by its column, else by the amount."""
    text, header = row.text("currency"), row.header("currency")
    if not text:
        text, header = _named(row)
    # A bare dollar sign is of several countries: it means the organisation's own money.
    if not text or currencies.is_shared(text):
        return "", Part()
    part = cleaned(row, header, {"currency": currencies.code(text) or text})
    code = str(part.values.get("currency", ""))
    return ("" if code == row.context.currency else code), part


def _named(row: Row) -> tuple[str, str]:
    """Return the other currency an amount is written with, and where; "" when it is the organisation's."""
    for meaning in ("cost", "unit_price"):
        for header, text in row.said(meaning).items():
            amount, *_ = costs.JOINT.split(text)
            try:
                literals.amount(amount, row.context.currency)
            except literals.UnreadError as unread:
                if unread.code == "import-other-currency" and _FIGURES.search(amount):
                    return next(iter(_CODE.findall(amount)), _FIGURES.sub(" ", amount).strip()), header
    return "", ""


def rises(row: Row) -> Part:
    """Return what it may rise by each year."""
    text, header = row.text("increase"), row.header("increase")
    if not text:
        return Part()
    told = increase(text)
    if told is None:
        label = row.mapped.kind.meaning("increase").label
        return Part(notes=(row.reason("import-increase-unread", header, field=label, value=text),))
    said = {"increase_percent": told.percent, "increase_cap": told.cap, "increase_index": told.index or None}
    return cleaned(row, header, {name: value for name, value in said.items() if value is not None})
