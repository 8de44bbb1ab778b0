"""How people and programs write days, and what is meant."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from fullscore.importing.unread import UnreadError

_NAMES = (
    ("jan", "january", "januar", "jänner", "jän", "janv", "janvier", "ene", "enero", "gennaio", "gen"),
    ("feb", "february", "februar", "feber", "févr", "fév", "février", "fevrier", "febrero", "febbraio"),
    ("mar", "march", "märz", "mär", "mrz", "maerz", "mars", "marzo"),
    ("apr", "april", "avr", "avril", "abr", "abril", "aprile"),
    ("may", "mai", "mayo", "maggio", "mag"),
    ("jun", "june", "juni", "juin", "junio", "giugno", "giu"),
    ("jul", "july", "juli", "juil", "juillet", "julio", "luglio", "lug"),
    ("aug", "august", "août", "aout", "ago", "agosto"),
    ("sep", "sept", "september", "septembre", "septiembre", "settembre", "set"),
    ("oct", "october", "okt", "oktober", "octobre", "octubre", "ottobre", "ott"),
    ("nov", "november", "novembre", "noviembre"),
    ("dec", "december", "dez", "dezember", "déc", "décembre", "decembre", "dic", "diciembre", "dicembre"),
)  # fmt: skip
_MONTHS = {name: number for number, names in enumerate(_NAMES, start=1) for name in names}
_COUNT = 12
_END = r"(?:[ ,T].*)?"
_WEEKDAY = r"(?:[^\W\d_]{2,12}\.?,? )?"
_ISO = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[T Z+].*)?")
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:[T ]?[0-9]{4,6}.*)?")
_PARTS = re.compile(
    rf"{_WEEKDAY}([0-9]{{1,2}})[-/. ] ?([0-9]{{1,2}})[-/. ] ?([0-9]{{4}}|[0-9]{{2}})\.?{_END}"
)
_MONTH_FIRST = re.compile(
    rf"{_WEEKDAY}([^\W\d_]{{3,12}})\.?[- ]([0-9]{{1,2}})(?:st|nd|rd|th)?,?[- ]([0-9]{{4}}){_END}"
)
_DAY_FIRST = re.compile(
    rf"{_WEEKDAY}([0-9]{{1,2}})(?:st|nd|rd|th|er|º)?[- ./]+(?:de |of )?([^\W\d_]{{3,12}})\.?(?:,| de)?[- ./]*"
    rf"([0-9]{{4}}|[0-9]{{2}}){_END}",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(rf"([0-9]{{4}})[- ]([^\W\d_]{{3,12}})\.?[- ]([0-9]{{1,2}}){_END}")
# "Thu Feb 3 04:05:06 CET 2025", as programs print it.
_PRINTED = re.compile(r"[^\W\d_]{3} ([^\W\d_]{3}) +([0-9]{1,2}) [0-9:]{5,8}(?: [A-Z+0-9:-]{1,6})? ([0-9]{4})")
_SERIAL = re.compile(r"([0-9]{5})(?:[.,][0-9]+)?")
# Day 0 of spreadsheets; the range is 1954 to 2119, so that an order number is not taken for a day.
_SPREADSHEET_EPOCH = date(1899, 12, 30)
_SERIALS = range(20_000, 80_000)
_NO_DAY = frozenset(
    {"0000-00-00", "0000-00-00 00:00:00", "00/00/0000", "00.00.0000", "0", "-", "--", "---", "n/a", "na",
     "none", "null", "nil", "never", "nie", "unknown", "unbekannt", "tbd", "tba", "open", "offen", "not set",
     "no date", "kein datum", "keine", "unbegrenzt", "unlimited", "perpetual", "lifetime",
     "0001-01-01t00:00:00z", "0001-01-01t00:00:00", "0001-01-01 00:00:00", "0001-01-01", "1/1/0001",
     "01/01/0001", "1/1/0001 12:00:00 am", "9999-12-31", "9999-12-31t23:59:59z", "31.12.9999", "12/31/9999"}
)  # fmt: skip
_CENTURY, _PIVOT = 100, 70
_LONGEST = 80
_FIRST = re.compile(rf"{_WEEKDAY}([0-9]{{1,2}})([-/.])([0-9]{{1,2}})[-/.][0-9]{{2,4}}(?:[ ,T].*)?")


def month_named(name: str) -> int | None:
    """Return the number of a month by its name or what it is shortened to."""
    return _MONTHS.get(name.casefold())


# Lists hold the same few hundred days over and over.
@lru_cache(maxsize=8192)
def day(text: str, order: str) -> date | None:
    """Return the day, None for words that mean none; `order` (mdy, dmy, ymd) settles what is ambiguous.

    The day is the one written: a moment's zone is not reckoned with.
    """
    plain = " ".join(text.split())
    if plain.casefold() in _NO_DAY:
        return None
    if len(text) > _LONGEST:
        raise UnreadError("field-not-a-date")
    if found := _ISO.fullmatch(plain) or _COMPACT.fullmatch(plain):
        year, month, number = (int(part) for part in found.groups())
        return _date(year, month, number)
    if found := _SERIAL.fullmatch(plain):
        return _from_serial(int(found.group(1)))
    return _by_parts(plain, order) or _by_name(plain)


def order_of(cells: Iterable[str], default: str) -> str:
    """Return the order a whole column proves: a 13 or more in one place settles it for all its cells.

    A column that proves both orders, or none, is read in the organisation's.
    """
    found = [match.groups() for cell in cells if (match := _FIRST.fullmatch(" ".join(cell.split())))]
    firsts = any(int(first) > _COUNT for first, mark, _ in found if mark != ".")
    seconds = any(int(second) > _COUNT for _, mark, second in found if mark != ".")
    if firsts == seconds:
        return default
    return "dmy" if firsts else "mdy"


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
    day_first = order == "dmy" or re.match(r"[^0-9]*[0-9]{1,2}\.", text) is not None
    month, number = (second, first) if day_first else (first, second)
    if month > _COUNT >= number:
        month, number = number, month
    return _date(_full_year(year), month, number)


def _by_name(text: str) -> date:
    if found := _MONTH_FIRST.fullmatch(text) or _PRINTED.fullmatch(text):
        name, number, year = found.groups()
    elif found := _DAY_FIRST.fullmatch(text):
        number, name, year = found.groups()
    elif found := _YEAR_FIRST.fullmatch(text):
        year, name, number = found.groups()
    else:
        raise UnreadError("field-not-a-date")
    month = _MONTHS.get(name.casefold())
    if month is None:
        raise UnreadError("field-not-a-date")
    return _date(_full_year(int(year)), month, int(number))


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
    if not (1 <= month <= _COUNT and 1 <= year < date.max.year):
        return ""
    following = date(year + month // _COUNT, month % _COUNT + 1, 1)
    return (following - timedelta(days=1)).isoformat()
