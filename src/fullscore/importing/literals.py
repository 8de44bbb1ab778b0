"""How people and programs write days and amounts, and what is meant."""

import re
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
_PARTS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:[ ,T].*)?")
_MONTH_FIRST = re.compile(r"(?:[A-Za-z]{3,9},? )?([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})(?:[ ,].*)?")
_DAY_FIRST = re.compile(r"(?:[A-Za-z]{3,9},? )?(\d{1,2})[- .]+([A-Za-z]{3,9})[- .]+(\d{4}|\d{2})(?:[ ,].*)?")
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
# Day 0 of spreadsheets; the range is 1954 to 2119, so that an order number is not taken for a day.
_SPREADSHEET_EPOCH = date(1899, 12, 30)
_SERIALS = range(20_000, 80_000)
_NO_DAY = frozenset({"0000-00-00", "00/00/0000", "-", "n/a", "none", "never"})
_CENTURY, _PIVOT = 100, 70
_SIGNS = {"€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR"}
_CODE = re.compile(r"[A-Z]{3}")


class UnreadError(ValueError):
    """The text is no day or no amount; `guess` is what was probably meant."""

    def __init__(self, code: str, guess: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.guess = guess


def day(text: str, order: str) -> date | None:
    """Return the day, None for words that mean none; `order` (mdy, dmy, ymd) settles what is ambiguous."""
    plain = " ".join(text.split())
    if plain.casefold() in _NO_DAY:
        return None
    if found := _ISO.fullmatch(plain):
        year, month, number = (int(part) for part in found.groups())
        return _date(year, month, number)
    if found := _SERIAL.fullmatch(plain):
        return _from_serial(int(found.group(1)))
    return _by_parts(plain, order) or _by_name(plain)


def _from_serial(serial: int) -> date:
    if serial not in _SERIALS:
        raise UnreadError("field-not-a-date")
    return _SPREADSHEET_EPOCH + timedelta(days=serial)


def _by_parts(text: str, order: str) -> date | None:
    found = _PARTS.fullmatch(text)
    if found is None:
        return None
    first, second, year = (int(part) for part in found.groups())
    # A point between numbers is how Europe writes a day, whatever the organisation's order is.
    day_first = order == "dmy" or re.match(r"\d{1,2}\.", text) is not None
    month, number = (second, first) if day_first else (first, second)
    if month > len(_MONTHS) >= number:
        month, number = number, month
    return _date(_full_year(year), month, number)


def _by_name(text: str) -> date:
    if found := _MONTH_FIRST.fullmatch(text):
        name, number, year = found.groups()
    elif found := _DAY_FIRST.fullmatch(text):
        number, name, year = found.groups()
    else:
        raise UnreadError("field-not-a-date")
    if name[:3].lower() not in _MONTHS:
        raise UnreadError("field-not-a-date")
    return _date(_full_year(int(year)), _MONTHS.index(name[:3].lower()) + 1, int(number))


def _full_year(year: int) -> int:
    if year >= _CENTURY:
        return year
    return year + (1900 if year >= _PIVOT else 2000)


def _date(year: int, month: int, number: int) -> date:
    try:
        return date(year, month, number)
    except ValueError:
        raise UnreadError("import-day-impossible", _last_of_month(year, month)) from None


def _last_of_month(year: int, month: int) -> str:
    if not (1 <= month <= len(_MONTHS) and 1 <= year < date.max.year):
        return ""
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - timedelta(days=1)).isoformat()


def amount(text: str, currency: str) -> Decimal:
    """Return a number as written with signs, separators and a currency; raises for another currency."""
    plain = re.sub(r"[\s\u00a0\u202f'\u2019]", "", text)
    _refuse_other_currency(plain, currency)
    is_negative = plain.startswith("(") and plain.endswith(")")
    digits = re.sub(r"[^0-9.,+-]", "", plain)
    if re.search(r"[A-Za-z]", _CODE.sub("", plain)) or not re.search(r"\d", digits):
        raise UnreadError("field-not-a-number")
    try:
        number = Decimal(_with_point(digits))
    except InvalidOperation:
        raise UnreadError("field-not-a-number") from None
    return -number if is_negative else number


def _refuse_other_currency(plain: str, currency: str) -> None:
    named = {code for sign, code in _SIGNS.items() if sign in plain} | set(_CODE.findall(plain))
    if named - {currency}:
        raise UnreadError("import-other-currency", currency)


def _with_point(digits: str) -> str:
    """Return the digits with a decimal point: the later of two separators is the decimal one."""
    comma, point = digits.rfind(","), digits.rfind(".")
    if comma >= 0 and point >= 0:
        thousands = "," if point > comma else "."
        return digits.replace(thousands, "").replace(",", ".")
    is_thousands = re.fullmatch(r"[+-]?\d{1,3}(,\d{3})+", digits) or re.fullmatch(
        r"[+-]?\d{1,3}(\.\d{3}){2,}", digits
    )
    return re.sub("[,.]", "", digits) if is_thousands else digits.replace(",", ".")
