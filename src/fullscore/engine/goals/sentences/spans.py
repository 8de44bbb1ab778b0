"""Stretches of the calendar: months, quarters, halves, years, weeks, seasons, the days around Christmas."""

from datetime import date, timedelta

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
from fullscore.engine.goals.sentences.atoms import (
    FISCAL,
    FY,
    MONTH,
    MONTH_NUMBERS,
    OF_YEAR,
    WHICH,
    YEAR,
    Match,
    compiled,
    first_month,
    full,
    is_fiscal,
    is_next,
    one_day,
    step_of,
    year_said,
)
from fullscore.engine.goals.sentences.numbers import value_of

_ORDINALS = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": 4,
}  # fmt: skip
_NTH = rf"(?:the )?(?P<nth>{'|'.join(_ORDINALS)}) (?:{FISCAL} )?(?P<kind>quarter|half)"
_IN_ITS_YEAR = r"(?: of the (?:(?P<own>fiscal|financial|calendar) )?year)"
_DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}
MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12, "fy": 12}
_QUARTER, _HALF = 3, 6
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_FEAST_DAYS = {
    "christmas": (12, 25), "christmas day": (12, 25), "xmas": (12, 25), "christmas eve": (12, 24),
    "boxing day": (12, 26), "new year's eve": (12, 31), "new years eve": (12, 31), "new year's day": (1, 1),
    "new year's": (1, 1), "new year": (1, 1), "the new year": (1, 1),
}  # fmt: skip
_LAST_WEEK = 53
_TOO_FAR = 10_000


def _month(match: Match, reckoning: Reckoning) -> Period | None:
    month, on, which = MONTH_NUMBERS[match["month"]], reckoning.on, match["which"]
    year, fiscal = year_said(match, reckoning)
    if year is not None:
        return month_of(year + (fiscal and month < reckoning.fiscal_start_month), month)
    if step_of(which) < 0:
        return month_of(on.year - (month >= on.month), month)
    if is_next(which) and month == on.month:
        return month_of(on.year + 1, month)
    return month_of(on.year + (month < on.month), month)


def _month_in_digits(match: Match, _: Reckoning) -> Period:
    return month_of(full(match["year"]), int(match["m"]))


def _unit(match: Match, reckoning: Reckoning) -> Period:
    """Read 'this', 'next' or 'last' month, quarter, half or year, calendar or fiscal."""
    groups = match.groupdict()
    unit = groups["unit"].replace("-", " ").removesuffix(" year")
    fiscal = is_fiscal(groups["fiscal"]) or unit == "fy"
    step = 2 if groups.get("twice") else step_of(groups["which"])
    found = around(MONTHS_IN[unit], step, first_month(fiscal, reckoning), reckoning.on)
    is_own = (reckoning.fiscal_start_month - 1) % MONTHS_IN[unit] == 0
    if groups["fiscal"] or is_own or MONTHS_IN[unit] not in {_QUARTER, _HALF}:
        return found
    note = f"'{match[0]}' is read by the calendar; say 'fiscal' for yours"
    return Period(found.start, found.end, notes=(note,))


def around(months: int, step: int, first: int, on: date) -> Period:
    """Return the stretch of so many months a day lies in, or one some steps on; years begin in `first`."""
    year, month = year_start(on, first)
    passed = (on.year - year) * 12 + on.month - month
    return months_of(year, month + (passed // months + step) * months, months)


def week_around(on: date, step: int) -> Period:
    """Return the week, Monday to Sunday, a day lies in, or one some steps on."""
    monday = on - DAY * on.weekday() + timedelta(weeks=step)
    return Period(monday, monday + DAY * 6)


def _week(match: Match, reckoning: Reckoning) -> Period:
    return week_around(reckoning.on, step_of(match["which"]))


def _week_after_next(_: Match, reckoning: Reckoning) -> Period:
    return week_around(reckoning.on, 2)


def _numbered_week(match: Match, reckoning: Reckoning) -> Period | None:
    """Read 'week 50' by ISO 8601; without a year the next one that is not over."""
    number, on = int(match["n"]), reckoning.on
    if not 1 <= number <= _LAST_WEEK:
        return None
    years = [full(match["year"])] if match["year"] else [on.year - 1, on.year, on.year + 1, on.year + 2]
    weeks = (_iso_week(year, number) for year in years)
    return next((week for week in weeks if week and (match["year"] or week.end >= on)), None)


def _iso_week(year: int, number: int) -> Period | None:
    try:
        return week_around(date.fromisocalendar(year, number, 1), 0)
    except ValueError:  # most years have 52
        return None


def _numbered(match: Match, reckoning: Reckoning) -> Period:
    """Read Q1 to Q4, H1, H2 and their words, of a year or of the one coming."""
    groups = match.groupdict()
    length = _QUARTER if groups["kind"].startswith("q") else _HALF
    number = int(groups.get("n") or _ORDINALS[groups["nth"]])
    if length == _HALF:
        number = min(number, 2)  # the last half
    year, fiscal = year_said(match, reckoning)
    fiscal = fiscal or is_fiscal(groups.get("own"))
    first = first_month(fiscal, reckoning)
    found = _nth_part(number, length, first, year, reckoning.on)
    is_said = fiscal or groups["fiscal"] or groups.get("own") or (groups.get("relf") or "").strip()
    if is_said or reckoning.fiscal_start_month == 1:
        return found
    words = match[0].upper()
    note = f"{words} is read by the calendar year; say 'fiscal {words}' for yours"
    return Period(found.start, found.end, notes=(note,))


def _nth_part(number: int, length: int, first: int, year: int | None, on: date) -> Period:
    month = first + (number - 1) * length
    if year is not None:
        return months_of(year, month, length)
    found = months_of(year_start(on, first)[0], month, length)
    return found if found.end >= on else months_of(found.start.year + 1, found.start.month, length)


def _fiscal_year(match: Match, reckoning: Reckoning) -> Period:
    first = reckoning.fiscal_start_month
    return months_of(fiscal_year_named(full(match["fy"]), first), first, 12)


def year_alone(match: Match, _: Reckoning) -> Period:
    """Read the year written alone."""
    return months_of(full(match["year"]), 1, 12)


def length(match: Match) -> tuple[int, int]:
    """Return how long 'six weeks' is, in months and days."""
    amount, unit = ("6", "month") if match["half"] else (match["amount"], match["unit"])
    count = 1 if amount in {"a", "an", "one"} else int(value_of(amount))
    days = _DAYS_IN.get(unit)
    return (0, days * count) if days is not None else (MONTHS_IN[unit] * count, 0)


def distance(match: Match, reckoning: Reckoning, sense: int = 1, start: date | None = None) -> Period | None:
    """Read 'six weeks' as the one day that far from `start`, back with `sense` -1; None beyond any plan."""
    months, days = length(match)
    if 30 * months + days > _TOO_FAR:  # nobody plans that far, and no calendar goes on for ever
        return None
    day = shifted(start or reckoning.on, sense * months) + DAY * days * sense
    return Period(day, day)


def _season(match: Match, reckoning: Reckoning) -> Period:
    """Read a season as three whole months, as north of the equator, and say so."""
    month, on = _SEASONS[match["season"]], reckoning.on
    year, which = year_said(match, reckoning)[0], match["which"]
    if year is None:
        seasons = (months_of(on.year + step, month, 3) for step in (-1, 0, 1, 2))
        open_ones = [one for one in seasons if one.end >= on]
        found = open_ones[is_next(which) and open_ones[0].start <= on]
        found = months_of(found.start.year - 1, month, 3) if step_of(which) < 0 and which else found
    else:
        found = months_of(year, month, 3)
    note = (
        f"'{match[0]}' is read as {found.start.day} {found.start:%B %Y} to {found.end.day} {found.end:%B %Y}"
    )
    return Period(found.start, found.end, notes=(note,))


def _feast_day(match: Match, reckoning: Reckoning) -> Period | None:
    month, day = _FEAST_DAYS[match["feast"]]
    if match["year"]:
        return one_day(full(match["year"]), month, day)
    this = date(reckoning.on.year, month, day)
    found = this if this >= reckoning.on else date(this.year + 1, month, day)
    return Period(found, found)


_UNITS = r"(?P<unit>half[- ]year|quarter|month|half|year|fy)"
_FEASTS = "|".join(sorted(_FEAST_DAYS, key=len, reverse=True))
# In this order: the longer wording before the shorter one it begins with.
ATOMS = compiled(
    (r"(?P<year>(?:19|20)\d\d)-(?P<m>0[1-9]|1[0-2])(?![-\d])", _month_in_digits),
    (r"(?P<m>0?[1-9]|1[0-2])/(?P<year>20\d\d)", _month_in_digits),
    (rf"(?:{WHICH} )?{MONTH}(?:{OF_YEAR})?", _month),
    (rf"(?:{FISCAL} )?(?P<kind>q)(?:uarter )?(?P<n>[1-4])(?:{OF_YEAR})?", _numbered),
    (rf"(?:{FISCAL} )?(?P<kind>h)(?:alf )?(?P<n>[12])(?:{OF_YEAR})?", _numbered),
    (rf"(?:fy ?{FY}|{YEAR})[ -]?(?P<fiscal>)(?P<kind>[qh])(?P<n>[1-4])", _numbered),
    (rf"{_NTH}(?:{_IN_ITS_YEAR}|{OF_YEAR})", _numbered),
    (rf"(?:the )?(?:{FISCAL} )?(?P<unit>quarter|month|half|year) (?P<twice>after next)(?P<which>)", _unit),
    (rf"(?:the )?{WHICH} (?:{FISCAL} )?{_UNITS}", _unit),
    (_NTH, _numbered),
    (r"(?:the )?week after next", _week_after_next),
    (rf"(?:the )?{WHICH} week", _week),
    (rf"(?:calendar week|week|kw|cw) ?(?P<n>\d\d?)(?:(?:,| of| in|/)? ?{YEAR})?",
     _numbered_week),
    (rf"(?:fy ?|fiscal year |fiscal |financial year ){FY}", _fiscal_year),
    (rf"(?:calendar year |the year ){YEAR}", year_alone),
    (rf"(?:the )?(?:{WHICH} )?(?P<season>{'|'.join(_SEASONS)})(?:{OF_YEAR})?", _season),
    (rf"(?P<feast>{_FEASTS})(?:,? {YEAR})?", _feast_day),
)  # fmt: skip
