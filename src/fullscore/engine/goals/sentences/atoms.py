"""What the words of time are made of: names of months and weekdays, years, which one is meant.

A reader takes a match and the reckoning; it returns the period, or None where there is no such day.
"""

import re
from collections.abc import Callable
from datetime import date

from fullscore.engine.goals.periods import Period, Reckoning, fiscal_year_named
from fullscore.engine.goals.sentences.numbers import NUMBER

Match = re.Match[str]
Reader = Callable[[Match, Reckoning], Period | None]
Atoms = tuple[tuple["re.Pattern[str]", Reader], ...]

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_SHORT = {name[:3]: step for step, name in enumerate(MONTHS, 1)} | {"sept": 9}
MONTH_NUMBERS = {name: step for step, name in enumerate(MONTHS, 1)} | _SHORT
MONTH = rf"(?P<month>{'|'.join(sorted(MONTH_NUMBERS, key=len, reverse=True))})\b\.?"
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DAY_NUMBER = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:19|20)\d\d|'\d\d)"
FY = r"(?:\d{2,4}[/-])?(?P<fy>\d{4}|\d\d)"
WHICH = r"(?P<which>this coming|this|next|last|past|previous|current|coming|following)"
FISCAL = r"(?P<fiscal>fiscal|financial|calendar)"
# "of 2027", "FY27", "next year": the year something lies in; '/27' and '-27' without a space only.
OF_YEAR = (
    rf"(?:(?:,|,? of)? ?(?:fy ?{FY}|{YEAR}|(?:the )?(?P<rel>this|next|last|current|coming|following) "
    r"(?P<relf>fiscal |financial |calendar )?year)|[/-](?P<short>(?:20)?\d\d))"
)
DISTANCE = (
    rf"(?:(?P<amount>{NUMBER}|an?|one)\s+(?P<unit>day|week|fortnight|month|quarter|year)s?"
    r"|(?P<half>half a(?: |-)year))"
)
_STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0}
FISCAL_WORDS = frozenset({"fiscal", "financial"})


def compiled(*pairs: tuple[str, Reader]) -> Atoms:
    """Return readers with their patterns; a word goes on where letters follow."""
    return tuple((re.compile(pattern + r"(?!\w)"), reader) for pattern, reader in pairs)


def one_day(year: int, month: int, day: int) -> Period | None:
    """Return a day as a period, None where the calendar has no such day."""
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return Period(found, found)


def full(year: str) -> int:
    """Return 2027 for 27, '27 and 2027."""
    number = int(year.strip("'"))
    return number if len(year.strip("'")) > 2 else 2000 + number  # noqa: PLR2004  two digits or four


def step_of(which: str | None) -> int:
    """Return how many units on 'this', 'next' or 'last' is."""
    return _STEPS.get(which or "", 1)


def is_next(which: str | None) -> bool:
    return which in {"next", "following"}


def is_fiscal(word: str | None) -> bool:
    return (word or "").strip() in FISCAL_WORDS


def first_month(fiscal: bool, reckoning: Reckoning) -> int:  # noqa: FBT001  read from a word
    return reckoning.fiscal_start_month if fiscal else 1


def year_said(match: Match, reckoning: Reckoning) -> tuple[int | None, bool]:
    """Return the calendar year in which the year a match names begins, and whether it is a fiscal one."""
    groups = match.groupdict()
    if groups.get("fy"):
        return fiscal_year_named(full(groups["fy"]), reckoning.fiscal_start_month), True
    if groups.get("year") or groups.get("short"):
        return _written(match, full(groups.get("year") or groups["short"]), reckoning)
    if groups.get("rel"):
        fiscal = is_fiscal(groups["relf"])
        first = first_month(fiscal, reckoning)
        begun = reckoning.on.year if reckoning.on.month >= first else reckoning.on.year - 1
        return begun + step_of(groups["rel"]), fiscal
    return None, is_fiscal(groups.get("fiscal"))


def _written(match: Match, year: int, reckoning: Reckoning) -> tuple[int, bool]:
    fiscal = is_fiscal(match.groupdict().get("fiscal"))
    return (fiscal_year_named(year, reckoning.fiscal_start_month) if fiscal else year), fiscal
