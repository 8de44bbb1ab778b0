"""What a bill comes to and in whose money: its total, else what is written of its lines."""

from dataclasses import dataclass
from decimal import Decimal

from fullscore.importing import literals
from fullscore.importing.kinds.bills.sorts import Sort
from fullscore.importing.kinds.rows import Row
from fullscore.importing.records import Reason
from fullscore.importing.sums import to_cents
from fullscore.importing.vocabularies import currencies

_DIGITS = frozenset("0123456789.,'()+-−– \u00a0\u202f")  # noqa: RUF001  the signs that stand in amounts
_TOTALS = ("total", "invoice", "bill", "gesamt", "rechnung", "brutto", "gross")


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount, whose column it stood in, and its currency ("" the organisation's).

    `is_of_line`: it is of one line of the bill; `is_total`: of all of it, on whichever line it stands.
    """

    amount: Decimal
    header: str
    currency: str = ""
    is_of_line: bool = False
    is_total: bool = False


def figure(row: Row, sort: Sort) -> Figure | Reason:
    """Return what the row comes to, or why that cannot be read."""
    try:
        found = _figure(row)
    except literals.UnreadError as unread:
        header = row.header("amount", "net", "line_amount", "unit_amount", "credit")
        shown = row.told.text.get("amount") or next(iter(row.said("net").values()), "")
        return row.reason(unread.code, header, field="amount", value=shown[:60], guess=unread.guess)
    if found is None:
        return row.reason(
            "import-required-missing", row.header("amount", "net", "line_amount"), field="amount"
        )
    return _signed(found, sort)


def _signed(found: Figure, sort: Sort) -> Figure:
    """Return it as what it is to us: a credit is below nothing, money spent above."""
    signs = {Sort.CREDIT: -abs(found.amount), Sort.SPENT: abs(found.amount)}
    return Figure(
        signs.get(sort, found.amount), found.header, found.currency, found.is_of_line, found.is_total
    )  # fmt: skip


def _figure(row: Row) -> Figure | None:
    for meaning in ("amount", "net", "line_amount"):
        if row.text(meaning):
            return _told(row, meaning)
    if row.text("credit"):
        amount, currency = _money(row, "credit")
        return Figure(-amount, row.header("credit"), currency)
    if row.text("unit_amount"):
        return _counted(row)
    return None


def _told(row: Row, meaning: str) -> Figure:
    amount, currency = _money(row, meaning)
    header = row.header(meaning)
    is_total = meaning == "amount" and any(word in header.casefold() for word in _TOTALS)
    return Figure(amount, header, currency, meaning == "line_amount", is_total)


def _counted(row: Row) -> Figure:
    amount, currency = _money(row, "unit_amount")
    many = literals.count(row.text("quantity")) if row.text("quantity") else Decimal(1)
    whole = amount * (Decimal(1) if many is None else many)
    return Figure(to_cents(whole), row.header("unit_amount"), currency, is_of_line=True)


def _money(row: Row, meaning: str) -> tuple[Decimal, str]:
    """Return an amount and the currency that its column, or a column of its own, names for it."""
    text, ours = row.text(meaning), row.context.currency
    told = row.text("currency")
    code = ours if not told or currencies.is_shared(told) else currencies.code(told) or told
    if told or code != ours:
        return literals.amount(text, code), "" if code == ours else code
    try:
        return literals.amount(text, ours), ""
    except literals.UnreadError as unread:
        theirs = currencies.code("".join(letter for letter in text if letter not in _DIGITS))
        if unread.code != "import-other-currency":
            raise
        if theirs is None:
            raise literals.UnreadError("field-not-a-number") from None
        return literals.amount(text, theirs), theirs
