"""Bills from rows: who billed how much when; who is only paid is a vendor and bills nothing again."""

from collections.abc import Iterator
from datetime import date

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.cleaning import clean
from fullscore.importing.filling import by_name
from fullscore.importing.kinds.bills.figures import figure
from fullscore.importing.kinds.bills.grouping import Bill, Read, grouped
from fullscore.importing.kinds.bills.sorts import Sort, sort_of
from fullscore.importing.kinds.kind import Mapped
from fullscore.importing.kinds.naming import vendor_line
from fullscore.importing.kinds.rows import Row, rows
from fullscore.importing.records import Context, Line, Mention, Reason, Record, Told
from fullscore.importing.sums import to_cents

REGISTER = "bills"
_DAYS = ("billed_on", "paid_on", "due_on")
_FIGURES = ("amount", "net", "line_amount", "unit_amount", "credit")
_PLAIN = {
    "number": "number", "covers_from": "covers_from", "covers_until": "covers_until", "line": "line"
}  # fmt: skip


def lines(context: Context, mapped: Mapped) -> Iterator[Line]:
    """Yield the bill of each row; a list that tells no amounts or days only names vendors."""
    bills = grouped(each for each in _reads(context, mapped) if isinstance(each, Read))
    for each in _reads(context, mapped):
        yield each if isinstance(each, Line) else _line(each, *bills[each.row.line])


def _reads(context: Context, mapped: Mapped) -> Iterator[Read | Line]:
    """Yield what each row is; reports by vendor name them once, above their rows."""
    above = ""
    for row in rows(context, mapped):
        named = row.text("vendor")
        if named and len(row.cells) == 1:
            above = named
            yield vendor_line(row, named)
        else:
            yield _read(row, named or above)


def _read(row: Row, vendor: str) -> Read | Line:
    sort = sort_of(row.text("transaction_type"))
    if sort is Sort.SALE:
        return Line(row.line)
    if sort is Sort.PAYMENT or not _is_told(row.mapped):
        return vendor_line(row, vendor)
    if not vendor:
        return Line(row.line, (), (row.reason("bill-without-vendor", row.header("vendor")),))
    return _billed(row, vendor, sort)


def _is_told(mapped: Mapped) -> bool:
    return mapped.has(*_FIGURES) and mapped.has(*_DAYS)


def _billed(row: Row, vendor: str, sort: Sort) -> Read | Line:
    name = clean(row.context.registers["vendors"].column("name"), vendor, _subject(row))
    who = Reason(row.header("vendor"), name) if isinstance(name, Finding) else vendor
    day, told = _day(row), figure(row, sort)
    if isinstance(who, Reason) or isinstance(day, Reason) or isinstance(told, Reason):
        return Line(row.line, (), tuple(each for each in (who, day, told) if isinstance(each, Reason)))
    return Read(row, who, day, told)


def _day(row: Row) -> date | Reason:
    """Return the day of the bill; where a list has none, the day it was paid on or was due."""
    meaning = next((each for each in _DAYS if row.text(each)), "")
    got = row.filled(REGISTER, {meaning: "billed_on"} if meaning else {})
    day = got.values.get("billed_on")
    if isinstance(day, date):
        return day
    missing = row.reason("import-required-missing", row.header(*_DAYS), field="date of the bill")
    return got.reasons[0] if got.reasons else missing


def _line(read: Read, bill: Bill, place: int) -> Line:
    row = read.row
    if row.line in bill.repeats:
        return Line(row.line, (), (_repeated(read, bill.repeats[row.line]),))
    if row.line in bill.others:
        return Line(row.line, (), (_of_two_currencies(read, bill),))
    got = row.filled(REGISTER, _PLAIN)
    amount = clean(row.context.registers[REGISTER].column("amount"), to_cents(bill.amount), _subject(row))
    currency = clean(row.context.registers[REGISTER].column("currency"), bill.currency, _subject(row))
    wrong = [(read.figure.header, each) for each in (amount, currency) if isinstance(each, Finding)]
    if wrong or isinstance(amount, Finding) or isinstance(currency, Finding):
        return Line(row.line, (), tuple(Reason(*each) for each in wrong))
    values: dict[str, Told] = {**got.values, **_said(row, place), "vendor": by_name("vendors", read.vendor),
                               "billed_on": read.billed_on, "amount": amount}  # fmt: skip
    values |= {"currency": currency} if currency else {}
    values |= {"about": bill.about} if bill.about else {}
    return Line(row.line, (_record(read, bill, values),), (), (*got.reasons, *_foreign(read)))


def _record(read: Read, bill: Bill, values: dict[str, Told]) -> Record:
    row = read.row
    columns = {"vendor": "vendor", "number": "number", "text": "about", "contract": "contract",
               "order": "order", "currency": "currency"}  # fmt: skip
    headers = {ours: row.header(meaning) for meaning, ours in columns.items() if row.text(meaning)}
    headers |= {"amount": read.figure.header, "billed_on": row.header(*_DAYS)}
    headers |= {ours: row.header(meaning) for meaning, ours in _PLAIN.items() if row.text(meaning)}
    is_cut = row.text("text") and row.text("text") not in bill.about
    spoken = {header for ours, header in headers.items() if not (ours == "about" and is_cut)}
    extra = row.beside(spoken) if row.line == bill.lines[0] else {}
    return Record(
        REGISTER, values, together=("vendor", "number", "billed_on"), extra=extra, headers=headers,
        is_shared=True,
    )  # fmt: skip


def _said(row: Row, place: int) -> dict[str, Told]:
    """Return the contract and the order that the row names, and which of a day's bills it is."""
    told: dict[str, Told] = {}
    if row.text("contract"):
        words = tuple((each, row.text("contract")) for each in ("number", "ref", "name"))
        told["contract"] = Mention("contracts", words, is_made=False)
    if row.text("order"):
        told["order"] = Mention("orders", (("ref", row.text("order")),), is_made=False)
    # Two taxis of one day are two bills, though neither has a number.
    return told | ({"number": f"({place + 1})"} if place else {})


def _repeated(read: Read, first: int) -> Reason:
    row = read.row
    header = row.header("number")
    return row.reason("import-repeated", header, column=header, value=row.text("number"), first=first)


def _of_two_currencies(read: Read, bill: Bill) -> Reason:
    currency = read.figure.currency or read.row.context.currency
    return read.row.reason("bill-of-two-currencies", read.figure.header, currency=currency, first=bill.first)


def _foreign(read: Read) -> tuple[Reason, ...]:
    told = read.figure
    if not told.currency:
        return ()
    value = f"{told.amount:,f}"
    return (read.row.reason("bill-other-currency", told.header, currency=told.currency, value=value),)


def _subject(row: Row) -> Subject:
    return Subject("imports", f"{row.context.file}:{row.line}")
