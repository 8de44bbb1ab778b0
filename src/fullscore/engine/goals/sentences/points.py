"""Parts of a stretch of time: its end, start, middle, early days, first week; so long before or after it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from fullscore.engine.goals.periods import DAY, Edge, Period, Reckoning, month_of, months_of
from fullscore.engine.goals.sentences.atoms import (
    DISTANCE,
    FISCAL,
    MONTH,
    WHICH,
    YEAR,
    Match,
    first_month,
    full,
    is_fiscal,
)
from fullscore.engine.goals.sentences.dates import NTH_WEEKDAY, nth_weekday
from fullscore.engine.goals.sentences.spans import MONTHS_IN, around, distance, week_around, year_alone


@dataclass(frozen=True, slots=True)
class Read:
    """A period read up to `end`; None for no such day. `due` is what 'by' means where not its last day."""

    period: Period | None
    end: int
    due: date | None = None


Noun = Callable[[str, int, Reckoning], Read | None]
_UNIT = rf"(?:the )?(?:{FISCAL} )?(?P<unit>week|month|quarter|half|year)"
_UNIT_END = re.compile(
    rf"(?:(?:the )?(?:{FISCAL} )?(?P<unit>week|month|quarter|year)(?:'s)?[ -]end|eo(?P<letter>[mqyw]|fy))"
    rf"(?: (?:of )?{YEAR})?(?!\w)"
)
_OUT = re.compile(rf"{_UNIT} (?:is (?:out|over|up)|ends)(?!\w)")
_POINT = re.compile(r"(?:the )?(?:very )?(?P<point>end|close|beginning|start|middle)(?: of)?(?: the)? ")
_PART = re.compile(r"(?:the )?(?P<part>early|mid|late|later)(?:-| in | )(?:the )?")
_REST = re.compile(r"(?:the )?(?:rest|remainder) of (?:the )?")
_UNIT_ALONE = re.compile(rf"{_UNIT}(?!\w)")
_YEAR_ALONE = re.compile(YEAR + r"(?![\w-])")
_NTH = r"(?:the )?(?P<nth>first|1st|second|2nd|third|3rd|fourth|4th|last)"
_NTH_DAYS = re.compile(rf"{_NTH} (?P<kind>week|day|working day|business day|workday) (?:of|in) (?:the )?")
_HALF_MONTH = re.compile(rf"(?:the )?(?P<nth>first|second) half of (?=(?:{WHICH} )?(?:{MONTH}|month\b))")
_WEEK_OF = re.compile(r"(?:the )?week (?:of|beginning|commencing|starting|from|with)(?: on)? (?:the )?")
_OFFSET = re.compile(
    rf"(?:{DISTANCE}|the (?P<single>day|week)) (?P<sense>before|after) (?:the )?(?!next|last|that)"
)
_TENTHS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31), "later": (21, 31)}
_THIRD = {"early": 0, "mid": 1, "late": 2, "later": 2}
_STEPS = {
    "first": 0,
    "1st": 0,
    "second": 1,
    "2nd": 1,
    "third": 2,
    "3rd": 2,
    "fourth": 3,
    "4th": 3,
    "last": -1,
}
_LETTERS = {"m": "month", "q": "quarter", "y": "year", "w": "week", "fy": "year"}


def read(text: str, begin: int, reckoning: Reckoning, noun: Noun) -> Read | None:
    """Read a part of a stretch; `noun` reads the stretch itself."""
    readers = (_unit_end, _point, _half_month, _part, _rest, _nth_days, _week_of, _offset)
    found = (reader(text, begin, reckoning, noun) for reader in readers)
    return next((one for one in found if one is not None), None)


def _around(unit: str, fiscal: str | None, reckoning: Reckoning, step: int = 0) -> Period:
    if unit == "week":
        return week_around(reckoning.on, step)
    return around(MONTHS_IN[unit], step, first_month(is_fiscal(fiscal), reckoning), reckoning.on)


def _unit_end(text: str, begin: int, reckoning: Reckoning, _: Noun) -> Read | None:
    match = _UNIT_END.match(text, begin) or _OUT.match(text, begin)
    if match is None:
        return None
    groups = match.groupdict()
    unit = groups["unit"] or _LETTERS[groups["letter"]]
    fiscal = "fiscal" if groups.get("letter") == "fy" else groups["fiscal"]
    if groups.get("year") and unit == "year":
        year, first = full(groups["year"]), first_month(is_fiscal(fiscal), reckoning)
        return Read(_ending(months_of(year - (first > 1), first, 12)), match.end())
    return Read(_ending(_around(unit, fiscal, reckoning)), match.end())


def _whole(text: str, begin: int, reckoning: Reckoning, noun: Noun) -> Read | None:
    """Read the stretch behind 'end of': also 'the quarter' and '2027', which say nothing on their own."""
    unit, year = _UNIT_ALONE.match(text, begin), _YEAR_ALONE.match(text, begin)
    if unit is not None:
        return Read(_around(unit["unit"], unit["fiscal"], reckoning), unit.end())
    if year is not None:
        return Read(year_alone(year, reckoning), year.end())
    return noun(text, begin, reckoning)


def _behind(match: Match | None, text: str, reckoning: Reckoning, noun: Noun) -> Read | None:
    return match and _whole(text, match.end(), reckoning, noun)


def _coming(text: str, begin: int, whole: Period, day: date, reckoning: Reckoning) -> Period:
    """Return the stretch; 'the start of the year' is that of the next one when this one's is over."""
    unit = _UNIT_ALONE.match(text, begin)
    if unit is None or day >= reckoning.on:
        return whole
    return _around(unit["unit"], unit["fiscal"], reckoning, 1)


def _point(text: str, begin: int, reckoning: Reckoning, noun: Noun) -> Read | None:
    """Read 'end of March', 'beginning of next year', 'the middle of the quarter'."""
    match = _POINT.match(text, begin)
    whole = _behind(match, text, reckoning, noun)
    if not match or not whole or whole.period is None:
        return whole
    if match["point"] in {"end", "close"}:
        return Read(_ending(whole.period), whole.end)
    day_of = _middle if match["point"] == "middle" else _start
    period = _coming(text, match.end(), whole.period, day_of(whole.period), reckoning)
    day = day_of(period)
    return Read(Period(day, day, Edge.START, period.notes), whole.end)


def _start(period: Period) -> date:
    return period.start


def _middle(period: Period) -> date:
    """Return the 15th of the middle month, the last day before the middle where months are even."""
    months = _months(period)
    if not months:
        return period.start + (period.end - period.start) // 2
    if months % 2:
        return month_of(period.start.year, period.start.month + months // 2).start.replace(day=15)
    return months_of(period.start.year, period.start.month, months // 2).end


def _months(period: Period) -> int:
    """Return how many whole calendar months a period is, 0 for any other stretch."""
    count = (period.end.year - period.start.year) * 12 + period.end.month - period.start.month + 1
    return count if period == months_of(period.start.year, period.start.month, count) else 0


def _ending(period: Period) -> Period:
    return Period(period.end, period.end, Edge.END, period.notes)


def _part(text: str, begin: int, reckoning: Reckoning, noun: Noun) -> Read | None:
    """Read 'early next year', 'mid-January', 'late Q1': a third of it, said; 'by mid-' is the middle."""
    match = _PART.match(text, begin)
    whole = _behind(match, text, reckoning, noun)
    if not match or not whole or whole.period is None:
        return whole
    part = match["part"]
    if part == "later":  # "later this year": from today to its end
        end = whole.period.end
        return Read(Period(min(reckoning.on, end), end, Edge.END, whole.period.notes), whole.end)
    period = _coming(text, match.end(), whole.period, _third(whole.period, part).end, reckoning)
    found = _third(period, part)
    words = text[begin : whole.end]
    notes = period.notes
    if _months(period) != 1:
        span = f"{found.start.day} {found.start:%B} to {found.end.day} {found.end:%B %Y}"
        notes = (*notes, f"'{words}' is read as {span}")
    return Read(replace(found, notes=notes), whole.end, _middle(period) if part == "mid" else None)


def _third(period: Period, part: str) -> Period:
    months, start = _months(period), period.start
    if months == 1:
        first, last = _TENTHS[part]
        return Period(start.replace(day=first), start.replace(day=min(last, period.end.day)))
    if months % 3 == 0 and months:
        return months_of(start.year, start.month + _THIRD[part] * months // 3, months // 3)
    days = (period.end - start).days + 1
    step = _THIRD[part]
    return Period(
        start + DAY * (days * step // 3), start + DAY * max(days * (step + 1) // 3 - 1, days * step // 3)
    )


def _rest(text: str, begin: int, reckoning: Reckoning, noun: Noun) -> Read | None:
    match = _REST.match(text, begin)
    whole = _behind(match, text, reckoning, noun)
    if not whole or whole.period is None:
        return whole
    end = whole.period.end
    return Read(Period(min(max(reckoning.on, whole.period.start), end), end, Edge.END), whole.end)


def _half_month(text: str, begin: int, reckoning: Reckoning, noun: Noun) -> Read | None:
    match = _HALF_MONTH.match(text, begin)
    whole = match and noun(text, match.end(), reckoning)
    if not match or not whole or whole.period is None:
        return whole
    start, end = whole.period.start, whole.period.end
    if match["nth"] == "first":
        return Read(Period(start, start.replace(day=15)), whole.end)
    return Read(Period(start.replace(day=16), end), whole.end)


def _nth_days(text: str, begin: int, reckoning: Reckoning, noun: Noun) -> Read | None:
    """Read 'the first week of March' as its days 1 to 7, 'the last day of March' as that."""
    match = _NTH_DAYS.match(text, begin) or NTH_WEEKDAY.match(text, begin)
    whole = _behind(match, text, reckoning, noun)
    if not match or not whole or whole.period is None:
        return whole
    period, nth = whole.period, match["nth"]
    if "weekday" in match.groupdict():
        return Read(nth_weekday(nth, match["weekday"], period), whole.end)
    step = _STEPS[nth]
    if match["kind"] != "week":
        if step < 0:
            return Read(_ending(period), whole.end)
        day = period.start + DAY * step
        return Read(Period(day, day, notes=period.notes), whole.end)
    start = period.end - DAY * 6 if step < 0 else period.start + timedelta(weeks=step)
    end = start + DAY * 6
    note = f"'{text[begin : whole.end]}' is read as {start.day} to {end.day} {end:%B %Y}"
    return Read(Period(start, end, notes=(*period.notes, note)), whole.end)


def _week_of(text: str, begin: int, reckoning: Reckoning, noun: Noun) -> Read | None:
    """Read 'the week of 7 December' as the week, Monday to Sunday, in which that lies."""
    match = _WEEK_OF.match(text, begin)
    day = match and noun(text, match.end(), reckoning)
    if not day or day.period is None:
        return day
    return Read(replace(week_around(day.period.start, 0), notes=day.period.notes), day.end)


def _offset(text: str, begin: int, reckoning: Reckoning, noun: Noun) -> Read | None:
    """Read 'two weeks before Christmas' as a day, 'the week after Christmas' as the seven days behind it."""
    match = _OFFSET.match(text, begin)
    whole = match and (read(text, match.end(), reckoning, noun) or _whole(text, match.end(), reckoning, noun))
    if not match or not whole or whole.period is None:
        return whole
    sense = -1 if match["sense"] == "before" else 1
    edge = whole.period.start if sense < 0 else whole.period.end
    if match["single"] == "week":
        first, last = sorted((edge + DAY * sense, edge + DAY * 7 * sense))
        return Read(Period(first, last, notes=whole.period.notes), whole.end)
    if match["single"]:
        return Read(Period(edge + DAY * sense, edge + DAY * sense, notes=whole.period.notes), whole.end)
    found = distance(match, reckoning, sense, edge)
    return Read(found and replace(found, notes=whole.period.notes), whole.end)
