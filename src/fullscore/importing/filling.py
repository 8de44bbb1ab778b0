"""From the cells of one row to typed values of a register's columns, or the reasons why not."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from fullscore.engine.findings.finding import Finding, Subject, Value
from fullscore.engine.registers.cleaning import clean, shown
from fullscore.engine.registers.columns import Column, Kind
from fullscore.importing import literals
from fullscore.importing.records import NOTHING, Context, Mention, Reason, Told

_AMOUNTS = frozenset({Kind.MONEY, Kind.NUMBER, Kind.INTEGER})


@dataclass(frozen=True, slots=True)
class Given:
    """One cell on its way: the file's column, ours, and the text; `seed` fills a row it may make."""

    header: str
    column: str
    text: str
    seed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Filled:
    values: dict[str, Told]
    reasons: tuple[Reason, ...]
    headers: dict[str, str]


def filled(context: Context, register: str, line: int, cells: Iterable[Given]) -> Filled:
    """Return the cells as the register's columns keep them; empty cells say nothing and are left out."""
    values: dict[str, Told] = {}
    reasons: list[Reason] = []
    headers: dict[str, str] = {}
    subject = Subject("imports", f"{context.file}:{line}")
    for given in cells:
        if not given.text or given.column in values:
            continue
        value = _value(context, context.registers[register].column(given.column), given, subject)
        if isinstance(value, Finding):
            reasons.append(Reason(given.header, value))
        elif value is not None:
            values[given.column] = value
            headers[given.column] = given.header
    return Filled(values, tuple(reasons), headers)


def _value(context: Context, column: Column, given: Given, subject: Subject) -> Told | Finding:
    if column.kind is Kind.REFERENCE:
        return _mention(context, column, given, subject)
    try:
        return clean(column, _read(context, column, given), subject)
    except literals.UnreadError as unread:
        values: dict[str, Value] = {"field": column.label, "value": shown(given.text), "guess": unread.guess}
        return Finding(unread.code, subject, values)


def _mention(context: Context, column: Column, given: Given, subject: Subject) -> Mention | Finding:
    target = context.registers[str(column.target)]
    name = clean(target.column(target.title), _one_line(given.text), subject)
    if isinstance(name, Finding):
        return name
    if target.title == "ref":
        # Nobody calls it anything else, and nothing is made of a number alone.
        return Mention(target.name, (("ref", str(name)),), is_made=False)
    return by_name(target.name, str(name), given.seed)


def by_name(register: str, name: str, seed: Mapping[str, str] = NOTHING) -> Mention:
    """Return a mention of a row by what people call it; people are never made, e-mails go first."""
    is_person = register == "people"
    if is_person and "@" in name:
        return Mention(register, (("email", name.lower()),), seed, is_made=False)
    return Mention(register, (("name", name),), seed, is_made=not is_person)


def _read(context: Context, column: Column, given: Given) -> object:
    text = given.text
    if column.kind is Kind.DATE:
        return literals.day(text, context.orders.get(given.header, context.date_order))
    if column.kind is Kind.YES_NO:
        return literals.yes_no(text)
    if column.kind not in _AMOUNTS:
        return _one_line(text) if column.kind is not Kind.LONG_TEXT else text
    return None if literals.is_nothing(text) else _amount(context, column, text)


def _amount(context: Context, column: Column, text: str) -> Decimal:
    number = literals.amount(text, context.currency)
    # Programs write 41.666666 for a price; what is beyond the column's places is rounded once, here.
    return round(number, column.places) if column.places is not None and _is_near(number) else number


def _is_near(number: Decimal) -> bool:
    exponent = number.as_tuple().exponent
    return isinstance(exponent, int) and exponent < -4  # noqa: PLR2004


def _one_line(text: str) -> str:
    return " ".join(text.split())


def refused(context: Context, line: int, code: str, header: str | None, **values: Value) -> Reason:
    """Return a reason of the source's own."""
    return Reason(header, Finding(code, Subject("imports", f"{context.file}:{line}"), values))
