"""The grammar around the nouns: by, before, until, in, from … to, end of."""

import re
from dataclasses import dataclass
from datetime import date

from fullscore.engine.goals.atoms import (
    ATOMS,
    DISTANCE,
    IN_DISTANCE,
    YEAR_ALONE,
    Reader,
    read_distance,
    read_year,
)
from fullscore.engine.goals.periods import DAY, Edge, Period, Reckoning, month_of, months_of, year_start

_BY = r"no later than|not later than|at the latest by|latest by|ready by|by"
_UNTIL = r"until|till|up to|through"
_IN = (
    r"starting in|starting on|starting from|starting with|starting|beginning in|beginning on|beginning|"
    r"effective from|effective|as of|as from|from|during|throughout|over|for|on|at|in"
)
_THE = r"(?:the (?!first|second|third|fourth|last|next|coming))?"
_PREFIX = re.compile(
    rf"(?:(?P<by>{_BY})|(?P<before>before)|(?P<until>{_UNTIL})|(?P<after>after)|"
    rf"(?P<within>within)|(?P<in>{_IN}))\s+{_THE}"
)
_POINT = re.compile(r"(?:the )?(?P<point>end|close|beginning|start|middle)(?: of)?(?: the)? ")
_UNIT_END = re.compile(r"(?:the )?(?:(?P<unit>month|quarter|year)(?:'s)?[ -]end|eo(?P<letter>[mqy]))(?!\w)")
_UNIT = re.compile(r"(?:the )?(?P<unit>month|quarter|year)(?!\w)")
_SPAN = re.compile(rf"(?:the )?(?:next|coming|following) {DISTANCE}(?!\w)")
_FROM_NOW = re.compile(rf"{DISTANCE} from (?:now|today)(?!\w)")
_TO = re.compile(r"\s*(?:to|until|till|through|and|-|–)\s*(?:the )?")  # noqa: RUF001  people write the dash
_RANGE = re.compile(r"(?:from|between|starting|during|in|for)\s+(?:the )?")
# Days beyond these are typing errors.
EARLIEST, LATEST = 1990, 2150
_NOT_ALONE = {"may", "march", "mar"}
_START = re.compile(r"(?<![\w.,-])(?=\w)")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of a sentence that names a period; None stands for a date that does not exist."""

    period: Period | None
    start: int
    end: int
    words: str
    is_until: bool = False
    has_start: bool = True


@dataclass(frozen=True, slots=True)
class _Read:
    period: Period | None
    end: int
    is_until: bool = False
    has_start: bool = True


def find(sentence: str, reckoning: Reckoning) -> tuple[Phrase, ...]:
    """Return every period a sentence names, in order; the longest reading at a place wins."""
    text, found, position = sentence.lower(), [], 0
    for begin in (match.start() for match in _START.finditer(text)):
        if begin < position:
            continue
        read = _at(text, begin, reckoning)
        if read is not None:
            position = read.end
            words = sentence[begin:position]
            found.append(Phrase(read.period, begin, position, words, read.is_until, read.has_start))
    return tuple(found)


def _at(text: str, begin: int, reckoning: Reckoning) -> _Read | None:
    readings = (reader(text, begin, reckoning) for reader in (_range, _prefixed, _bare))
    return next((read for read in readings if read is not None), None)


def _range(text: str, begin: int, reckoning: Reckoning) -> _Read | None:
    opening = _RANGE.match(text, begin)
    first = opening and _noun(text, opening.end(), reckoning, alone=False)
    joint = first and _TO.match(text, first.end)
    last = joint and _noun(text, joint.end(), reckoning, alone=False)
    if not first or not last:
        return None
    if first.period is None or last.period is None:
        return _Read(None, last.end)
    start, end = first.period.start, last.period.end
    if end < start:  # "from October to January": the January after that October
        end = _after(last.period, start)
    return _Read(Period(start, end, notes=first.period.notes + last.period.notes), last.end)


def _after(period: Period, start: date) -> date:
    """Return the period's last day in the first year in which it is not before `start`."""
    years = range(start.year, start.year + 3)
    return next(day for year in years if (day := _in_year(period.end, year)) >= start)


def _in_year(day: date, year: int) -> date:
    month = month_of(year, day.month)
    return date(year, day.month, min(day.day, month.end.day))


def _prefixed(text: str, begin: int, reckoning: Reckoning) -> _Read | None:
    prefix = _PREFIX.match(text, begin)
    if prefix is None:
        return None
    noun = _noun(text, prefix.end(), reckoning) or _with_prefix_only(text, prefix, reckoning)
    if noun is None or noun.period is None:
        return noun
    return _Read(_placed(prefix, noun.period, reckoning), noun.end, prefix["until"] is not None, prefix["until"] is None)


def _placed(prefix: "re.Match[str]", period: Period, reckoning: Reckoning) -> Period:
    """Return what the period means after 'by', 'before', 'until', 'after', 'within' or 'in'."""
    on = reckoning.on
    if prefix["by"]:
        return Period(min(on, period.end), period.end, Edge.END, (*period.notes, *_last_day_said(period)))
    if prefix["before"]:
        end = period.start - DAY
        return Period(min(on, end), end, Edge.END, period.notes)
    if prefix["after"]:
        return Period(period.end + DAY, period.end + DAY, Edge.START, period.notes)
    if prefix["until"] or prefix["within"]:
        edge = Edge.END if prefix["within"] else Edge.START
        return Period(min(on, period.end), period.end, edge, period.notes)
    return period


def _last_day_said(period: Period) -> tuple[str, ...]:
    """Say which day 'by March' means; 'by 1 March' needs no words."""
    if period.start == period.end:
        return ()
    return (f"By the end of that time is meant: {period.end.day} {period.end:%B %Y}",)


def _with_prefix_only(text: str, prefix: "re.Match[str]", reckoning: Reckoning) -> _Read | None:
    """Read what is a period only behind a preposition: 'in 2027', 'within six weeks', 'in may'."""
    year = YEAR_ALONE.match(text, prefix.end())
    if year is not None:
        return _Read(read_year(year, reckoning), year.end())
    distance = IN_DISTANCE.match(text, prefix.end())
    if distance is not None and (prefix["within"] or prefix["in"] == "in"):
        return _Read(read_distance(distance, reckoning), distance.end())
    month = _noun(text, prefix.end(), reckoning, alone=False)
    return month if prefix["in"] not in {"for", "at"} else None


def _bare(text: str, begin: int, reckoning: Reckoning) -> _Read | None:
    return _noun(text, begin, reckoning)


def _noun(text: str, begin: int, reckoning: Reckoning, *, alone: bool = True) -> _Read | None:
    """Read a date, a named stretch or a point of one; `alone` refuses the words 'may' and 'march'."""
    for reader in (_point, _stretch, _event):
        read = reader(text, begin, reckoning)
        if read is not None:
            return read
    for pattern, reader_of in ATOMS:
        match = pattern.match(text, begin)
        if match is not None and not (alone and match[0] in _NOT_ALONE):
            return _Read(_within_reach(reader_of, match, reckoning), match.end())
    return None


def _within_reach(reader: Reader, match: "re.Match[str]", reckoning: Reckoning) -> Period | None:
    """Return what a reader makes of a match; None for days no calendar has or no plan reaches."""
    try:
        period = reader(match, reckoning)
    except (ValueError, OverflowError):  # "FY0000"
        return None
    if period is None or period.start.year < EARLIEST or period.end.year > LATEST:
        return None
    return period


def _point(text: str, begin: int, reckoning: Reckoning) -> _Read | None:
    """Read 'end of March', 'beginning of next year', 'month end'."""
    unit_end = _UNIT_END.match(text, begin)
    if unit_end is not None:
        unit = unit_end["unit"] or {"m": "month", "q": "quarter", "y": "year"}[unit_end["letter"]]
        return _Read(_ending(_around(unit, reckoning)), unit_end.end())
    point = _POINT.match(text, begin)
    whole = point and _whole(text, point.end(), reckoning)
    if not point or not whole:
        return None
    return _Read(whole.period and _pointed(point["point"], whole.period), whole.end)


def _whole(text: str, begin: int, reckoning: Reckoning) -> _Read | None:
    unit, year = _UNIT.match(text, begin), YEAR_ALONE.match(text, begin)
    if unit is not None:
        return _Read(_around(unit["unit"], reckoning), unit.end())
    if year is not None:
        return _Read(read_year(year, reckoning), year.end())
    return _noun(text, begin, reckoning, alone=False)


def _pointed(point: str, period: Period) -> Period:
    if point in {"end", "close"}:
        return _ending(period)
    day = period.start
    if point == "middle":
        day += (period.end - period.start) // 2
    return Period(day, day, Edge.START, period.notes)


def _ending(period: Period) -> Period:
    return Period(period.end, period.end, Edge.END, period.notes)


def _around(unit: str, reckoning: Reckoning) -> Period:
    """Return the calendar month, quarter or year the day lies in."""
    on, months = reckoning.on, {"month": 1, "quarter": 3, "year": 12}[unit]
    year, month = year_start(on, 1)
    return months_of(year, month + (on.month - 1) // months * months, months)


def _stretch(text: str, begin: int, reckoning: Reckoning) -> _Read | None:
    """Read 'the next six months' as a stretch, 'six weeks from now' as a day."""
    span, from_now = _SPAN.match(text, begin), _FROM_NOW.match(text, begin)
    match = span or from_now
    if match is None:
        return None
    day = read_distance(match, reckoning)
    if day is None or span is None:
        return _Read(day, match.end())
    note = f"'{match[0]}' is read as: by {day.end.day} {day.end:%B %Y} at the latest"
    return _Read(Period(reckoning.on, day.end, Edge.END, (note,)), match.end())


def _event(text: str, begin: int, reckoning: Reckoning) -> _Read | None:
    """Read a business event by its name."""
    for name, (start, end) in reckoning.events.items():
        low = name.lower()
        if low and text.startswith(low, begin) and not text[begin + len(low) :][:1].isalnum():
            return _Read(Period(start, end), begin + len(low))
    return None
