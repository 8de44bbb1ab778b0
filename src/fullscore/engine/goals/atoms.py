"""The nouns of the period grammar: dates, months, quarters, halves, years, weeks, named days.

Each reader takes a match and the reckoning; it returns the period, or None where there is no such day.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from fullscore.engine.goals.numbers import NUMBER, value_of
from fullscore.engine.goals.periods import (
    DAY,
    Period,
    Reckoning,
    fiscal_year_named,
    month_of,
    months_of,
    shifted,
    year_start,
)

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_SHORT = {name[:3]: step for step, name in enumerate(MONTHS, 1)} | {"sept": 9}
_MONTH_NUMBERS = {name: step for step, name in enumerate(MONTHS, 1)} | _SHORT
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTH_NUMBERS, key=len, reverse=True))})\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_ORDINALS = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": 4,
}  # fmt: skip
_ORDINAL = rf"(?P<nth>{'|'.join(_ORDINALS)})"
_WHICH = r"(?P<which>this|next|last|previous|current|coming|following|the coming|the next)"
_FISCAL = r"(?P<fiscal>fiscal|financial|calendar)"
_OF_YEAR = rf"(?:,?(?: of|/)? ?(?:fy ?(?P<fy>\d{{4}}|\d\d)|{_YEAR}))?"
_NTH = rf"(?:the )?{_ORDINAL} (?:{_FISCAL} )?(?P<kind>quarter|half)"
_MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "half year": 6, "half-year": 6, "year": 12}
_HALF_YEAR = 6
_QUARTER = 3

Reader = Callable[["re.Match[str]", Reckoning], Period | None]


def _day(year: int, month: int, day: int) -> Period | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return Period(found, found)


def _iso(match: "re.Match[str]", _: Reckoning) -> Period | None:
    return _day(int(match["y"]), int(match["m"]), int(match["d"]))


def _dotted(match: "re.Match[str]", _: Reckoning) -> Period | None:
    return _day(_full(match["y"]), int(match["m"]), int(match["d"]))


def _slashed(match: "re.Match[str]", reckoning: Reckoning) -> Period | None:
    """Read 3/4/2027 in the organisation's order and say so when the other order is a day as well."""
    a, b, year = int(match["a"]), int(match["b"]), _full(match["y"])
    month_first = reckoning.date_order == "mdy"
    ours, other = ((a, b), (b, a)) if month_first else ((b, a), (a, b))
    found = _day(year, *ours)
    if found is None:
        return _day(year, *other)
    if a == b or _day(year, *other) is None:
        return found
    order = "month first" if month_first else "day first"
    note = f"{match[0]} is read {order}: {found.start.day} {MONTHS[found.start.month - 1].title()} {year}"
    return Period(found.start, found.end, notes=(note,))


def _day_of_month(match: "re.Match[str]", reckoning: Reckoning) -> Period | None:
    month, day = _MONTH_NUMBERS[match["month"]], int(match["day"])
    if match["year"]:
        return _day(int(match["year"]), month, day)
    years = range(reckoning.on.year, reckoning.on.year + 9)
    days = (found for year in years if (found := _day(year, month, day)))
    return next((found for found in days if found.end >= reckoning.on), None)


def _month(match: "re.Match[str]", reckoning: Reckoning) -> Period | None:
    month, on = _MONTH_NUMBERS[match["month"]], reckoning.on
    if match["year"]:
        return month_of(int(match["year"]), month)
    coming = month_of(on.year + (month < on.month), month)
    which = match["which"]
    if which in {"last", "previous"}:
        return month_of(on.year - (month >= on.month), month)
    if which in {"next", "the next", "following"} and month == on.month:
        return month_of(on.year + 1, month)
    return coming


def _part_of_month(match: "re.Match[str]", reckoning: Reckoning) -> Period | None:
    whole = _month(match, reckoning)
    if whole is None:
        return None
    days = {"early": (1, 10), "mid": (11, 20), "late": (21, whole.end.day)}[match["part"]]
    return Period(whole.start.replace(day=days[0]), whole.start.replace(day=days[1]))


def _unit(match: "re.Match[str]", reckoning: Reckoning) -> Period | None:
    """Read 'this', 'next' or 'last' month, quarter, half or year, calendar or fiscal."""
    months = _MONTHS_IN[match["unit"]]
    first = reckoning.fiscal_start_month if match["fiscal"] in {"fiscal", "financial"} else 1
    year, month = year_start(reckoning.on, first)
    passed = (reckoning.on.year - year) * 12 + reckoning.on.month - month
    step = {"last": -1, "previous": -1, "this": 0, "current": 0}.get(match["which"], 1)
    found = months_of(year, month + (passed // months + step) * months, months)
    return _noted(found, match, reckoning) if months in {_QUARTER, _HALF_YEAR} else found


def _noted(period: Period, match: "re.Match[str]", reckoning: Reckoning) -> Period:
    """Say that the calendar's quarter was taken where the fiscal year's is another one."""
    if match["fiscal"] or (reckoning.fiscal_start_month - 1) % 3 == 0:
        return period
    words = " ".join(match[0].split())
    return Period(
        period.start, period.end, notes=(f"'{words}' is read by the calendar; say 'fiscal' for yours",)
    )


def _week(match: "re.Match[str]", reckoning: Reckoning) -> Period:
    monday = reckoning.on - DAY * reckoning.on.weekday()
    step = {"last": -1, "previous": -1, "this": 0, "current": 0}.get(match["which"], 1)
    return Period(monday + timedelta(weeks=step), monday + timedelta(weeks=step, days=6))


def _numbered(match: "re.Match[str]", reckoning: Reckoning) -> Period:
    """Read Q1 to Q4, H1, H2 and their words, of a year or of the one coming."""
    groups = match.groupdict()
    length = _QUARTER if groups["kind"].startswith("q") else _HALF_YEAR
    number = int(groups.get("n") or _ORDINALS[groups["nth"]])
    if length == _HALF_YEAR and groups.get("nth") == "last":
        number = 2
    year, fy = groups["year"] or groups.get("year2"), groups.get("fy")
    is_fiscal = groups["fiscal"] in {"fiscal", "financial"} or fy is not None
    first = reckoning.fiscal_start_month if is_fiscal else 1
    named = _full(fy) if fy else int(year) if year else None
    found = _nth_part(number, length, first, named, reckoning.on)
    if is_fiscal or groups["fiscal"] or reckoning.fiscal_start_month == 1:
        return found
    words = " ".join(match[0].split()).upper()
    note = f"{words} is read by the calendar year; say 'fiscal {words}' for yours"
    return Period(found.start, found.end, notes=(note,))


def _nth_part(number: int, length: int, first: int, named: int | None, on: date) -> Period:
    if named is not None:
        return months_of(fiscal_year_named(named, first), first + (number - 1) * length, length)
    year = year_start(on, first)[0]
    found = months_of(year, first + (number - 1) * length, length)
    return found if found.end >= on else months_of(year + 1, first + (number - 1) * length, length)


def _fiscal_year(match: "re.Match[str]", reckoning: Reckoning) -> Period:
    first = reckoning.fiscal_start_month
    return months_of(fiscal_year_named(_full(match["fy"]), first), first, 12)


def _year(match: "re.Match[str]", _: Reckoning) -> Period:
    return months_of(int(match["year"]), 1, 12)


def _distance(match: "re.Match[str]", reckoning: Reckoning) -> Period | None:
    """Read 'six weeks' as the one day that far from now."""
    amount, unit = match["amount"], match["unit"]
    count = 1 if amount in {"a", "an", "one"} else int(value_of(amount))
    if count > 10_000 // (365 if unit == "year" else 30 if unit in {"month", "quarter"} else 1):
        return None
    days = {"day": 1, "week": 7}.get(unit)
    if days is not None:
        day = reckoning.on + timedelta(days=days * count)
    else:
        day = shifted(reckoning.on, _MONTHS_IN[unit] * count)
    return Period(day, day)


def _today(match: "re.Match[str]", reckoning: Reckoning) -> Period:
    day = reckoning.on + DAY * (match[0] == "tomorrow")
    return Period(day, day)


def _weekday(match: "re.Match[str]", reckoning: Reckoning) -> Period:
    ahead = (_WEEKDAYS.index(match["weekday"]) - reckoning.on.weekday()) % 7 or 7
    day = reckoning.on + DAY * ahead
    return Period(day, day)


def _christmas(_: "re.Match[str]", reckoning: Reckoning) -> Period:
    this = date(reckoning.on.year, 12, 25)
    day = this if this >= reckoning.on else date(reckoning.on.year + 1, 12, 25)
    return Period(day, day)


def _full(year: str) -> int:
    return int(year) if len(year) > 2 else 2000 + int(year)  # noqa: PLR2004  two digits or four


DISTANCE = rf"(?P<amount>an?|one|{NUMBER})\s+(?P<unit>day|week|month|quarter|year)s?"
# In this order: the longer wording before the shorter one it begins with.
ATOMS: tuple[tuple["re.Pattern[str]", Reader], ...] = tuple(
    (re.compile(pattern + r"(?![\w])"), reader)
    for pattern, reader in (
        (r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})", _iso),
        (r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4}|\d\d)", _dotted),
        (r"(?P<a>\d{1,2})[/-](?P<b>\d{1,2})[/-](?P<y>\d{4}|\d\d)", _slashed),
        (rf"(?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{_MONTH}(?:,? {_YEAR})?", _day_of_month),
        (rf"{_MONTH} (?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,? {_YEAR})?", _day_of_month),
        (rf"(?P<part>early|mid|late)[- ](?:{_WHICH} )?{_MONTH}(?:,? {_YEAR})?", _part_of_month),
        (rf"(?:{_WHICH} )?{_MONTH}(?:,? (?:of )?{_YEAR})?", _month),
        (rf"(?:{_FISCAL} )?(?P<kind>q)(?P<n>[1-4]){_OF_YEAR}", _numbered),
        (rf"(?:{_FISCAL} )?(?P<kind>h)(?P<n>[12]){_OF_YEAR}", _numbered),
        (rf"(?:fy ?(?P<fy>\d{{4}}|\d\d)|{_YEAR})[ -]?(?P<fiscal>)(?P<kind>q)(?P<n>[1-4])", _numbered),
        (rf"{_NTH}(?:,?(?: of)?(?: the year)? ?(?:fy ?(?P<fy>\d{{4}}|\d\d)|{_YEAR}))", _numbered),
        (rf"(?:the )?(?:{_WHICH} )(?:{_FISCAL} )?(?P<unit>half[- ]year|quarter|month|half|year)", _unit),
        # Neither year can match here; the reader asks for both groups.
        (rf"{_NTH}(?: of the year)?(?P<fy>(?!))?(?P<year>(?!))?", _numbered),
        (rf"(?:the )?{_WHICH} week", _week),
        (r"(?:fy ?|fiscal year |fiscal |financial year )(?P<fy>\d{4}|\d\d)", _fiscal_year),
        (rf"(?:{_WHICH} )?(?P<weekday>{'|'.join(_WEEKDAYS)})", _weekday),
        (r"(?:christmas|xmas)(?: day)?", _christmas),
        (r"today|tomorrow|now|immediately", _today),
    )
)
YEAR_ALONE = re.compile(_YEAR + r"(?![\w-])")
IN_DISTANCE = re.compile(DISTANCE + r"(?![\w])")


def read_distance(match: "re.Match[str]", reckoning: Reckoning) -> Period | None:
    """Return the day that lies a distance such as 'six weeks' away, or None beyond any plan."""
    return _distance(match, reckoning)


def read_year(match: "re.Match[str]", reckoning: Reckoning) -> Period:
    """Return the year written alone."""
    return _year(match, reckoning)
