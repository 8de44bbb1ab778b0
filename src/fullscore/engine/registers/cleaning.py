"""From what a door was given to what a column may hold, or the finding that says why not."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation

from fullscore.engine.calendars.hours import hours
from fullscore.engine.findings.finding import Finding, Subject, Value
from fullscore.engine.money.currencies import CODES
from fullscore.engine.registers.columns import Column, Kind
from fullscore.engine.registers.refs import RESERVED
from fullscore.engine.registers.shares import needed_up

Plain = str | int | Decimal | date | bool | None

_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_REF = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+|[^@\s]+@localhost")
_SHOWN = 60
_DIGITS = 40
_EARLIEST, _LATEST = date(1900, 1, 1), date(2200, 12, 31)
_YES = frozenset({"true", "yes", "y", "1", "on"})
_NO = frozenset({"false", "no", "n", "0", "off", ""})


class _UnfitError(Exception):
    """The value does not fit; carries the code and what its sentence needs."""

    def __init__(self, code: str, **values: Value) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def clean(column: Column, raw: object, subject: Subject) -> Plain | Finding:
    """Return the value `column` may keep (None for nothing), or the finding that refuses it.

    References stay refs (text); the use case looks them up inside the organisation.
    """
    try:
        return _required(column, _nothing_or(_CLEANERS[column.kind], column, raw))
    except _UnfitError as unfit:
        values: dict[str, Value] = {"field": column.label, "value": shown(raw), **unfit.values}
        return Finding(unfit.code, subject, values)


def _required(column: Column, value: Plain) -> Plain:
    if value is None and column.is_required:
        raise _UnfitError("field-required")
    return value


def shown(raw: object) -> str:
    """Return a value as a sentence may quote it: short, on one line, without odd characters."""
    text = _UNFIT.sub("?", str(raw)[: _SHOWN * 2]).replace("\n", " ")
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


# 7:30, 22:00, 24:00 for the end of a day.
_CLOCK = re.compile(r"(24(?=:00|$)|[01]?\d|2[0-3])(?::([0-5]\d))?")


def _nothing_or(cleaner: Callable[[Column, object], Plain], column: Column, raw: object) -> Plain:
    if raw is None or (isinstance(raw, str) and not raw.strip() and column.kind is not Kind.YES_NO):
        return None
    return cleaner(column, raw)


def _text(column: Column, raw: object) -> str:
    if not isinstance(raw, str | int | Decimal) or isinstance(raw, bool):
        raise _UnfitError("field-not-text")
    text = str(raw).strip().replace("\r\n", "\n").replace("\r", "\n")
    if _UNFIT.search(text) or (column.kind is not Kind.LONG_TEXT and re.search("[\n\t\u2028\u2029]", text)):
        raise _UnfitError("field-bad-characters")
    if column.name == "ref" and (not _REF.fullmatch(text) or text in RESERVED):
        raise _UnfitError("field-not-a-ref")
    if column.name == "currency":
        return _currency(text)
    if column.form is not None:
        text = _formed(column.form, text)
    if column.max_length is not None and len(text) > column.max_length:
        raise _UnfitError("field-too-long", limit=column.max_length, length=len(text))
    return text


def _formed(form: str, text: str) -> str:
    """Return a text of a form as it is kept; what the form's reader cannot read is refused."""
    try:
        return _FORMS[form](text)
    except ValueError as error:
        raise _UnfitError(f"field-not-{form}") from error


def _hours(text: str) -> str:
    hours(text)
    return text


def _time(text: str) -> str:
    match = _CLOCK.fullmatch(text)
    if match is None:
        raise ValueError(text)
    return f"{int(match[1]):02}:{match[2] or '00'}"


def _share(text: str) -> str:
    needed_up(text, 1)
    return text.replace(" ", "")


def _weekdays(text: str) -> str:
    days = sorted(set(text.replace(",", "").replace(" ", "")))
    if not set(days) <= set("1234567"):
        raise ValueError(text)
    return "".join(days)


_FORMS: dict[str, Callable[[str], str]] = {
    "hours": _hours, "time": _time, "share": _share, "weekdays": _weekdays,
}  # fmt: skip


def _currency(text: str) -> str:
    code = text.upper()
    if code not in CODES:
        raise _UnfitError("currency-unknown")
    return code


def _email(column: Column, raw: object) -> str:
    text = _text(column, raw)
    if not _EMAIL.fullmatch(text):
        raise _UnfitError("field-not-an-email")
    return text.lower()


def _number(column: Column, raw: object) -> Decimal:
    if isinstance(raw, bool) or not isinstance(raw, str | int | float | Decimal):
        raise _UnfitError("field-not-a-number")
    text = str(raw).strip()
    try:
        amount = Decimal(text if len(text) <= _DIGITS else "nan")
    except InvalidOperation:
        amount = Decimal("nan")
    if not amount.is_finite():
        raise _UnfitError("field-not-a-number")
    return _in_bounds(column, amount)


def _in_bounds(column: Column, amount: Decimal) -> Decimal:
    if column.minimum is not None and amount < column.minimum:
        raise _UnfitError("field-too-small", limit=column.minimum)
    if column.maximum is not None and amount > column.maximum:
        raise _UnfitError("field-too-large", limit=column.maximum)
    if column.places is not None and amount != round(amount, column.places):
        raise _UnfitError("field-too-exact", limit=column.places)
    return amount


def _integer(column: Column, raw: object) -> int:
    amount = _number(column, raw)
    if amount != amount.to_integral_value():
        raise _UnfitError("field-not-whole")
    return int(amount)


def _day(_: Column, raw: object) -> date:
    if isinstance(raw, date):
        return raw
    try:
        day = date.fromisoformat(str(raw).strip()) if len(str(raw).strip()) == len("2026-11-23") else None
    except ValueError:
        day = None
    if day is None:
        raise _UnfitError("field-not-a-date")
    if not _EARLIEST <= day <= _LATEST:
        raise _UnfitError("field-date-out-of-reach")
    return day


def _yes_no(_: Column, raw: object) -> bool:
    if isinstance(raw, bool):
        return raw
    word = str(raw).strip().lower()
    if word not in _YES | _NO:
        raise _UnfitError("field-not-yes-no")
    return word in _YES


def _choice(column: Column, raw: object) -> str:
    word = str(raw).strip().casefold()
    for choice in column.choices:
        if word in {choice.value.casefold(), choice.label.casefold()}:
            return choice.value
    raise _UnfitError("field-not-a-choice", choices=tuple(choice.value for choice in column.choices))


_CLEANERS: dict[Kind, Callable[[Column, object], Plain]] = {
    Kind.TEXT: _text,
    Kind.LONG_TEXT: _text,
    Kind.EMAIL: _email,
    Kind.INTEGER: _integer,
    Kind.NUMBER: _number,
    Kind.MONEY: _number,
    Kind.DATE: _day,
    Kind.YES_NO: _yes_no,
    Kind.CHOICE: _choice,
    Kind.REFERENCE: _text,
}
