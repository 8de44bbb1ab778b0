"""The figures of a budget's row, month by month, and whether they come to its total."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from fullscore.engine.findings.finding import Finding, Subject
from fullscore.engine.registers.cleaning import clean
from fullscore.importing import literals
from fullscore.importing.kinds.budget.months import Calendar
from fullscore.importing.kinds.rows import Row
from fullscore.importing.records import Reason
from fullscore.importing.sums import to_cents
from fullscore.importing.vocabularies import currencies

# What cents lost by rounding twelve months may add up to.
NEAR = Decimal("0.06")
_TOTALS = ("total", "annual", "yearly", "budget", "sum", "gesamt", "jahr")
_DIGITS = frozenset("0123456789.,'()+-−– \u00a0\u202f")  # noqa: RUF001  the signs that stand in amounts
_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Figures:
    """What is planned by the column it stands in; `wrong` says why the row cannot be taken."""

    amounts: Mapping[str, Decimal] = field(default_factory=dict)
    wrong: tuple[Reason, ...] = ()
    notes: tuple[Reason, ...] = ()


def figures(row: Row, calendar: Calendar | None) -> Figures:
    """Return the planned amounts of a row; an empty month is unknown and 0 is 0."""
    told = row.said("month")
    if told and calendar is None:
        return Figures(wrong=(row.reason("budget-year-unknown", next(iter(told)), file=row.context.file),))
    read = {header: _amount(row, header, text) for header, text in told.items()}
    wrong = [each for each in read.values() if isinstance(each, Reason)]
    amounts = {header: each for header, each in read.items() if isinstance(each, Decimal)}
    wrong += _misplaced(row, amounts, calendar) if calendar else []
    notes: list[Reason] = []
    if not wrong:
        (wrong if amounts else notes).extend(_off(row, amounts))
    return Figures(amounts, tuple(wrong), tuple(notes))


def _misplaced(row: Row, amounts: Mapping[str, Decimal], calendar: Calendar) -> list[Reason]:
    """Return why figures are of no month, or of one that another column has."""
    year = {"first": _spoken(calendar.first), "last": _spoken(calendar.last)}
    outside = [row.reason("budget-month-outside", each, column=each, **year)
               for each in amounts if each in calendar.outside]  # fmt: skip
    twice = [row.reason("budget-month-twice", each, column=each, other=calendar.twice[each])
             for each in amounts if each in calendar.twice]  # fmt: skip
    return outside + twice


def _spoken(day: object) -> str:
    return str(day)[:7]


def _off(row: Row, amounts: Mapping[str, Decimal]) -> list[Reason]:
    """Return the totals that the months do not come to; without months, what nobody has spread."""
    found: list[Reason] = []
    whole = sum(amounts.values(), _ZERO)
    for header, text in row.said("yearly").items():
        total = _amount(row, header, text)
        if isinstance(total, Reason):
            found.append(total)
        elif not amounts:
            found.append(row.reason("budget-without-months", header, value=f"{total:,.2f}"))
        elif _is_total(header) and abs(total - whole) > NEAR:
            values = {"total": f"{total:,.2f}", "sum": f"{whole:,.2f}", "off": f"{abs(total - whole):,.2f}"}
            found.append(row.reason("budget-row-off-total", header, name=called(row), **values))
    return found


def _is_total(header: str) -> bool:
    return any(word in header.casefold() for word in _TOTALS)


def called(row: Row) -> str:
    """Return what a row is called: its line, else the next best that tells what it is for."""
    names = (row.text(each) for each in ("line", "category", "account", "description"))
    return next((name for name in names if name), "")


def _amount(row: Row, header: str, text: str) -> Decimal | Reason:
    ours, told = row.context.currency, row.text("currency")
    code = ours if not told or currencies.is_shared(told) else currencies.code(told) or told
    try:
        amount = literals.amount(text, ours)
    except literals.UnreadError as unread:
        theirs = currencies.code("".join(letter for letter in text if letter not in _DIGITS))
        if unread.code != "import-other-currency" or not theirs:
            return row.reason("field-not-a-number", header, field="planned", value=text[:60])
        amount, code = _ZERO, theirs
    if code != ours:
        return row.reason("budget-other-currency", header, currency=code, ours=ours)
    column = row.context.registers["amounts"].column("amount")
    kept = clean(column, to_cents(amount), Subject("imports", f"{row.context.file}:{row.line}"))
    return Reason(header, kept) if isinstance(kept, Finding) else to_cents(amount)
