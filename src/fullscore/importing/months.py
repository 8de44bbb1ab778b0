"""Months as headers name them: Jan, Mrz 27, 2027-01, 01/2027, a first of the month from a spreadsheet."""

import re
from functools import lru_cache

from fullscore.importing.days import month_named

_NAMED = re.compile(r"([^\W\d_]{3,12})\.?(?:[ \-/.,']*(20[0-9]{2}|[0-9]{2}))?", re.UNICODE)
_YEAR_FIRST = re.compile(r"(20[0-9]{2})[-/. ]([0-9]{1,2})(?:-01(?:[ T]00:00(?::00)?)?)?")
_YEAR_LAST = re.compile(r"(?:0?1/)?([0-9]{1,2})[-/. ](20[0-9]{2})")
_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LONGEST = 24
_CENTURY = 2000


@lru_cache(maxsize=16384)
def month_in(text: str) -> tuple[int | None, int] | None:
    """Return the year, if it says one, and the month a header names; None for another text."""
    plain = " ".join(text.split())
    if len(plain) > _LONGEST:
        return None
    if found := _YEAR_FIRST.fullmatch(plain):
        return _checked(int(found[1]), int(found[2]))
    if found := _YEAR_LAST.fullmatch(plain):
        return _checked(int(found[2]), int(found[1]))
    named = _NAMED.fullmatch(plain.removesuffix("(2)").strip())
    month = month_named(named[1]) if named else None
    if named is None or month is None:
        return None
    year = int(named[2]) if named[2] else None
    return (year if year is None or year >= _CENTURY else _CENTURY + year), month


def without_year(name: str) -> str:
    """Return a header without the year beside its month: Jan 27 is a January."""
    found = month_in(name)
    return name if found is None or found[0] is None else _ENGLISH[found[1] - 1]


def _checked(year: int, month: int) -> tuple[int, int] | None:
    return (year, month) if 1 <= month <= len(_ENGLISH) else None
