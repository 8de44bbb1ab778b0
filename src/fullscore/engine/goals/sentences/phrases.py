"""The grammar around the nouns of time: by, before, until, in, from … to."""

import re
from dataclasses import dataclass, replace
from datetime import date

from fullscore.engine.goals.periods import DAY, Edge, Period, Reckoning, month_of
from fullscore.engine.goals.sentences import dates, nouns
from fullscore.engine.goals.sentences.atoms import DISTANCE, YEAR, Match
from fullscore.engine.goals.sentences.points import Read
from fullscore.engine.goals.sentences.spans import distance, length, year_alone

_BY = r"no later than|not later than|at the latest by|latest by|ready by|in time for|by"
_UNTIL = r"until|till|up to|through"
_IN = (
    r"starting in|starting on|starting from|starting with|starting|beginning in|beginning on|beginning|"
    r"effective from|effective|as of|as from|from|during|throughout|over|for|on|at|in"
)
_THE = r"(?:the (?!first|1st|second|2nd|third|3rd|fourth|4th|last|next|coming|\d))?"
_PREFIX = re.compile(
    rf"(?:(?P<by>{_BY})|(?P<before>before)|(?P<until>{_UNTIL})|(?P<after>after)|"
    rf"(?P<within>within)|(?P<in>{_IN}))\s+{_THE}"
)
_FOR = re.compile(rf"for (?P<next>the (?:next|coming) )?{DISTANCE}(?!\w)")
_TO = re.compile(r"\s*(?P<joint>to|until|till|through|and|-|–)\s*(?:the )?")  # noqa: RUF001  people write the dash
_RANGE = re.compile(r"(?:from|between|starting|during|over|in|for)\s+(?:the )?")
_NOW = re.compile(r"(?:now|today)\b")
_YEAR_ALONE = re.compile(YEAR + r"(?![\w-])")
_DISTANCE = re.compile(DISTANCE + r"(?!\w)")
# A date with a year or one counted from today means itself; any other comes once a year.
_SETTLED = re.compile(r"\d{4}|'\d\d|\bfy|this|next|last|current|coming|now|today|tomorrow|week|year|ago")
_START = re.compile(r"(?<![\w.,-])(?=\w)")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of a sentence that names a period; None stands for a date that does not exist.

    `is_until`: people stay to its end and no longer. `has_start`: it says when they come. `stay`, months and
    days, says how long they stay ("for three months"); the period then counts from today.
    """

    period: Period | None
    start: int
    end: int
    words: str
    is_until: bool = False
    has_start: bool = True
    stay: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    period: Period | None
    end: int
    is_until: bool = False
    has_start: bool = True
    stay: tuple[int, int] | None = None


def find(sentence: str, reckoning: Reckoning) -> tuple[Phrase, ...]:
    """Return every period a sentence names, in order; the longest reading at a place wins."""
    text, found, position = sentence.lower(), list[Phrase](), 0
    for begin in (match.start() for match in _START.finditer(text)):
        read = None if begin < position else _at(text, begin, reckoning)
        if read is not None:
            position = read.end
            period = read.period and _from_today(read.period, reckoning)
            words = sentence[begin:position]
            found.append(Phrase(period, begin, position, words, read.is_until, read.has_start, read.stay))
    return tuple(found)


def _from_today(period: Period, reckoning: Reckoning) -> Period:
    """Return a deadline as the stretch from today to it."""
    if period.edge is Edge.START:
        return period
    return replace(period, start=min(period.start, reckoning.on, period.end))


def _at(text: str, begin: int, reckoning: Reckoning) -> _Found | None:
    readings = (reader(text, begin, reckoning) for reader in (_staying, _range, _prefixed, _bare))
    return next((read for read in readings if read is not None), None)


def _staying(text: str, begin: int, reckoning: Reckoning) -> _Found | None:
    """Read 'for three months' as how long people stay, 'for the next three months' as that from today on."""
    match = _FOR.match(text, begin)
    if match is None:
        return None
    day = distance(match, reckoning)
    if match["next"]:
        until = day and Period(reckoning.on, max(reckoning.on, day.start - DAY))
        return _Found(until, match.end(), is_until=True)
    return _Found(day, match.end(), is_until=True, has_start=False, stay=length(match))


def _range(text: str, begin: int, reckoning: Reckoning) -> _Found | None:
    opening = _RANGE.match(text, begin)
    at = opening.end() if opening else begin
    first = nouns.noun(text, at, reckoning, alone=opening is None)
    joint = first and _TO.match(text, first.end)
    last = joint and nouns.noun(text, joint.end(), reckoning, alone=False)
    if not first or not joint or not last or (opening is None and joint["joint"] == "and"):
        return None
    if first.period is None or last.period is None:
        return _Found(None, last.end)
    is_until = joint["joint"] in {"until", "till"}
    if opening and opening[0].startswith("between") and _NOW.match(text, at):
        end = last.period.end
        note = f"'{text[begin : last.end]}' is read as: by {end.day} {end:%B %Y} at the latest"
        return _Found(Period(min(reckoning.on, end), end, Edge.END, (note,)), last.end)
    settled = (_is_settled(text[at : first.end]), _is_settled(text[joint.end() : last.end]))
    return _Found(_joined(first.period, last.period, *settled, reckoning.on), last.end, is_until)


def _is_settled(words: str) -> bool:
    return _SETTLED.search(words) is not None


def _joined(
    first: Period,
    last: Period,
    first_settled: bool,  # noqa: FBT001
    last_settled: bool,  # noqa: FBT001
    on: date,
) -> Period | None:
    """Return the stretch from one to the other; a day without a year takes that of the other."""
    start, end = first.start, last.end
    if last_settled and not first_settled:
        start = _before(start, end)
        if start < on.replace(day=1):  # "from March to January 2027", said in November 2026
            return None
    elif end < start and not first_settled and _in_year(start, start.year - 1) >= on.replace(day=1):
        start = _in_year(start, start.year - 1)  # it has begun this month
    elif end < start and not last_settled:  # "from October to January": the January after that October
        end = _after(last, start)
    return Period(start, end, notes=first.notes + last.notes) if start <= end else None


def _before(start: date, end: date) -> date:
    """Return such a day in the last year in which it is not after `end`."""
    return next(day for year in range(end.year, end.year - 3, -1) if (day := _in_year(start, year)) <= end)


def _after(period: Period, start: date) -> date:
    """Return the period's last day in the first year in which it is not before `start`."""
    years = range(start.year, start.year + 3)
    return next(day for year in years if (day := _in_year(period.end, year)) >= start)


def _in_year(day: date, year: int) -> date:
    month = month_of(year, day.month)
    is_last = day == month_of(day.year, day.month).end
    return month.end if is_last else day.replace(year=year, day=min(day.day, month.end.day))


def _prefixed(text: str, begin: int, reckoning: Reckoning) -> _Found | None:
    prefix = _PREFIX.match(text, begin)
    if prefix is None:
        return None
    noun = nouns.noun(text, prefix.end(), reckoning) or _behind_only(text, prefix, reckoning)
    if noun is None or noun.period is None:
        return None if noun is None else _Found(None, noun.end)
    is_until = prefix["until"] is not None
    return _Found(_placed(prefix, noun, noun.period, reckoning), noun.end, is_until, not is_until)


def _placed(prefix: Match, noun: Read, period: Period, reckoning: Reckoning) -> Period:
    """Return what the period means after 'by', 'before', 'until', 'after', 'within' or 'in'."""
    due, is_end = noun.due or period.end, period.edge is Edge.END
    if prefix["after"]:
        return Period(period.end + DAY, period.end + DAY, Edge.START, period.notes)
    if prefix["by"] or (prefix["before"] and is_end):
        return _up_to(due, Edge.END, reckoning, (*period.notes, *_last_day_said(period, due)))
    if prefix["before"]:
        return _up_to((noun.due or period.start) - DAY, Edge.END, reckoning, period.notes)
    if prefix["until"] or prefix["within"]:
        return _up_to(due, Edge.END if prefix["within"] else Edge.START, reckoning, period.notes)
    return period


def _up_to(day: date, edge: Edge, reckoning: Reckoning, notes: tuple[str, ...]) -> Period:
    return Period(min(reckoning.on, day), day, edge, notes)


def _last_day_said(period: Period, due: date) -> tuple[str, ...]:
    """Say which day 'by March' means; 'by 1 March' needs no words."""
    if due == period.end and (period.start == period.end or period.edge is Edge.END):
        return ()
    what = "By the end of that time" if due == period.end else "By that time"
    return (f"{what} is meant: {due.day} {due:%B %Y}",)


def _behind_only(text: str, prefix: Match, reckoning: Reckoning) -> Read | None:
    """Read what is a period only behind a preposition: 'in 2027', 'within six weeks', 'in may'."""
    at = prefix.end()
    year = _YEAR_ALONE.match(text, at)
    if year is not None:
        return Read(year_alone(year, reckoning), year.end())
    away = _DISTANCE.match(text, at)
    if away is not None and (prefix["within"] or prefix["in"] == "in"):
        return Read(distance(away, reckoning), away.end())
    if prefix["in"] in {"for", "at"}:
        return None
    if not prefix["in"] or prefix["in"] in {"on", "from", "starting", "starting on", "as of", "as from"}:
        for pattern, reader in dates.BEHIND_ONLY:
            match = pattern.match(text, at)
            if match is not None:
                return Read(nouns.within_reach(reader, match, reckoning), match.end())
    return nouns.noun(text, at, reckoning, alone=False)


def _bare(text: str, begin: int, reckoning: Reckoning) -> _Found | None:
    noun = nouns.noun(text, begin, reckoning)
    return None if noun is None else _Found(noun.period, noun.end)
