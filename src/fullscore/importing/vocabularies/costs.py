"""What a column of costs says of itself: for how long, and for one seat or for all."""

import re

# "12.50 / month", "1,200 per year".
JOINT = re.compile(r"\s*/\s*|\s+(?:per|pro|je|each|a)\s+", re.IGNORECASE)
_BY_HEADER = (
    ("month", re.compile(r"month|monat|mtl", re.IGNORECASE)),
    ("quarter", re.compile(r"quarter|quartal", re.IGNORECASE)),
    ("year", re.compile(r"year|annual|jahr|jähr|p\.a\.", re.IGNORECASE)),
)
# "Cost per seat/year" and "Kosten je Nutzer" are of one seat, whatever column they were taken for.
_EACH = re.compile(
    r"(?:\b(?:per|pro|je)|/)\s*(?:seat|user|licen[cs]e|unit|head|person|lizenz|nutzer|benutzer|platz|arbeitsplatz|stück)"
    r"|\bunit\b|\beach\b|einzelpreis|stückpreis",
    re.IGNORECASE,
)


def period_of(header: str) -> str:
    """Return the period a header names; "" when it names none or several."""
    found = [period for period, pattern in _BY_HEADER if pattern.search(header)]
    return found[0] if len(found) == 1 else ""


def is_of_one(header: str) -> bool:
    """Say whether a header is of a single seat."""
    return _EACH.search(header) is not None
