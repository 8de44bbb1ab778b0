"""How people and programs write amounts of money, counts, sizes, shares and durations."""

import re
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from fullscore.importing.unread import UnreadError

_SIGNS = {"€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR"}
# A sign or a word that several countries' money shares: it stands for the organisation's own.
_SHARED = re.compile(r"US\$|[$]|Fr\.|SFr\.?|kr\.?|zł", re.IGNORECASE)
_SHARED_BY = {
    "us$": ("USD",), "fr.": ("CHF",), "sfr": ("CHF",), "sfr.": ("CHF",), "zł": ("PLN",),
    "kr": ("SEK", "NOK", "DKK", "ISK"), "kr.": ("SEK", "NOK", "DKK", "ISK"),
    "$": ("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN"),
}  # fmt: skip
# Where a point stands between thousands: "€1.285" is no price of one euro and a third.
_POINTED = frozenset({"EUR", "DKK", "NOK", "SEK", "ISK", "PLN", "CZK", "HUF", "RON", "TRY", "BRL"})
_IN_THOUSANDS = re.compile(r"[+-]?[0-9]{1,3}\.[0-9]{3}")
_CODE = re.compile(r"(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])")
_SPACES = re.compile(r"[\s\u00a0\u2007\u2009\u202f'\u2019`]")
_MINUSES = str.maketrans({"\u2212": "-", "\u2013": "-", "\u2014": "-", "\u00ad": ""})
_PLAIN = re.compile(r"[+-]?[0-9][0-9.,]*|[+-]?[.,][0-9]+")
_SCIENTIFIC = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?[eE][+-]?[0-9]{1,2}")
_WHOLE_END = re.compile(r"[.,](?:-{1,2})$")
_NOTHING = frozenset(
    {"", "-", "--", "---", "n/a", "na", "none", "null", "nil", "unknown", "unbekannt", "tbd"}
)
_MONTHS_A_YEAR = 12
_LONGEST = 80
_UNITS = {
    **dict.fromkeys(("m", "mo", "mos", "mth", "mths", "mon", "month", "months", "monat", "monate", "monaten",
                     "mois", "mes", "meses"), 1),
    **dict.fromkeys(("y", "yr", "yrs", "year", "years", "j", "jahr", "jahre", "jahren", "an", "ans", "année",
                     "années", "año", "años", "a"), _MONTHS_A_YEAR),
}  # fmt: skip
_DURATION = re.compile(r"([0-9]+(?:[.,][0-9]+)?)\s*-?\s*([^\W\d_]+)?\.?(?:\(s\))?")
_SIZES = {"": 0, "k": 1, "m": 2, "g": 3, "t": 4, "p": 5}
_SIZE = re.compile(r"([0-9][0-9., ]*)([kmgtp]?)(i?)(?:b|bytes?)?", re.IGNORECASE)
_YES = frozenset(
    {"yes", "y", "true", "1", "on", "x", "ja", "j", "wahr", "✓", "✔", "checked", "enabled", "oui", "vrai",
     "sí", "si", "verdadero", "aktiviert", "t"}
)  # fmt: skip
_NO = frozenset(
    {"no", "n", "false", "0", "off", "nein", "falsch", "✗", "✘", "disabled", "non", "faux", "falso",
     "deaktiviert", "f", "never", "nie"}
)  # fmt: skip
_PIECES = re.compile(r"(.*?[0-9]) ?(?:pcs\.?|pieces|units?|x|st\.?|stk\.?|stück)?", re.IGNORECASE)


def is_nothing(text: str) -> bool:
    """Say whether a text only fills a cell: a dash, n/a, unknown."""
    return " ".join(text.casefold().split()) in _NOTHING


@lru_cache(maxsize=8192)
def amount(text: str, currency: str) -> Decimal:
    """Return a number as written with signs, separators and a currency; raises for another currency."""
    if len(text) > _LONGEST:
        raise UnreadError("field-not-a-number")
    named = text.translate(_MINUSES)
    _refuse_other_currency(named, currency)
    bare = _without_currency(named)
    plain, is_negative = _signed(_SPACES.sub("", bare))
    if bare != named and currency in _POINTED and _IN_THOUSANDS.fullmatch(plain):
        plain = plain.replace(".", "")
    number = _number(plain)
    return -number if is_negative else number


def _signed(plain: str) -> tuple[str, bool]:
    """Return the digits, and whether brackets around them or a minus behind them say less than nothing."""
    is_negative = plain.startswith("(") and plain.endswith(")")
    plain = _WHOLE_END.sub("", plain.strip("()") if is_negative else plain)
    if plain.endswith("-") and not plain.startswith("+"):
        return plain[:-1].removeprefix("-"), True
    return plain, is_negative


def _without_currency(text: str) -> str:
    return _CODE.sub("", _SHARED.sub("", re.sub("[€£¥₹]|Euro", "", text)))


def _refuse_other_currency(text: str, currency: str) -> None:
    named = {code for sign, code in _SIGNS.items() if sign in text} | set(_CODE.findall(text))
    if "Euro" in text:
        named.add("EUR")
    shared = [_SHARED_BY[found.casefold()] for found in _SHARED.findall(text)]
    # "$5 CAD" names the country; a bare sign is the organisation's own where its money has that sign.
    is_other = not named and any(currency not in those for those in shared)
    if named - {currency} or is_other:
        raise UnreadError("import-other-currency", currency)


def _number(plain: str) -> Decimal:
    if len(plain) > _LONGEST:
        raise UnreadError("field-not-a-number")
    if _SCIENTIFIC.fullmatch(plain):
        return Decimal(plain.replace(",", "."))
    if not _PLAIN.fullmatch(plain):
        raise UnreadError("field-not-a-number")
    try:
        return Decimal(_with_point(plain))
    except InvalidOperation:
        raise UnreadError("field-not-a-number") from None


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


def count(text: str) -> Decimal | None:
    """Return how many, None for words that mean none; "1,024", "10 pcs", "61"."""
    if is_nothing(text):
        return None
    found = _PIECES.fullmatch(" ".join(text.split()))
    if found is None:
        raise UnreadError("field-not-a-number")
    return _number(_SPACES.sub("", found.group(1).translate(_MINUSES)))


def months(text: str) -> int | None:
    """Return a duration in months, None for words that mean none: "36", "36 months", "3 Jahre"."""
    if is_nothing(text):
        return None
    found = _DURATION.fullmatch(" ".join(text.casefold().split()))
    unit = _UNITS.get(found.group(2) or "months") if found else None
    if found is None or unit is None:
        raise UnreadError("import-not-a-duration")
    told = Decimal(found.group(1).replace(",", ".")) * unit
    if told != told.to_integral_value():
        raise UnreadError("import-not-a-duration")
    return int(told)


def size(text: str) -> int | None:
    """Return a size in bytes, None for words that mean none: "2.49GB", "512 MiB", " --"."""
    if is_nothing(text):
        return None
    found = _SIZE.fullmatch(" ".join(text.split()))
    if found is None:
        raise UnreadError("field-not-a-number")
    digits, unit, binary = found.groups()
    told = _number(_SPACES.sub("", digits)) * (1024 if binary else 1000) ** _SIZES[unit.lower()]
    return int(told)


def percent(text: str) -> Decimal | None:
    """Return a share in hundredths, None for words that mean none: "70 %", "70,5%", "70"."""
    if is_nothing(text):
        return None
    return _number(_SPACES.sub("", text.strip().removesuffix("%")))


def yes_no(text: str) -> bool | None:
    """Return yes or no, None for words that mean neither known nor said."""
    word = " ".join(text.casefold().split())
    if word in _NOTHING:
        return None
    if word not in _YES | _NO:
        raise UnreadError("field-not-yes-no")
    return word in _YES


def several(text: str) -> tuple[str, ...]:
    """Return the parts of a cell that holds several: joined by "+", ";" or a line end; each once."""
    parts = (" ".join(part.split()) for part in re.split(r"[+;|\n]", text))
    return tuple(dict.fromkeys(part for part in parts if part))
