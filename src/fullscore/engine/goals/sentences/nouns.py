"""One noun of time: a date, a stretch, a part of one, or a business event by its name."""

import re
from datetime import date

from fullscore.engine.goals.periods import DAY, Edge, Period, Reckoning, shifted
from fullscore.engine.goals.sentences import dates, points, spans
from fullscore.engine.goals.sentences.atoms import DISTANCE, Match, Reader
from fullscore.engine.goals.sentences.points import Read
from fullscore.engine.goals.sentences.spans import around, distance

_SPAN = re.compile(rf"(?:the )?(?P<which>next|coming|following|last|past|previous) {DISTANCE}(?!\w)")
_FROM_NOW = re.compile(rf"{DISTANCE} from (?:now|today)(?!\w)")
# Days beyond these are typing errors.
EARLIEST, LATEST = 1990, 2150
_NOT_ALONE = {"may", "march", "mar", "fall", "spring", "sun", "sat", "mon", "wed"}
# Most words begin no noun of time: for those one look is enough.
_MAY_BEGIN = re.compile(
    r"\d|jan|feb|mar|apr|may|ju[nl]|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|q[1-4u]|h[12a]|"
    r"fy|fis|fin|cal|this|next|last|past|previous|current|coming|following|the |first|second|third|"
    r"fourth|early|mid|late|end|close|beginning|start|very|rest |remainder|week|kw|cw|year|eo[mqywf]|"
    r"today|tomorrow|now|immed|asap|as soon|right|straight|at once|christmas|xmas|boxing|new|spring|"
    r"summer|autumn|fall|winter|between|an? |one|two|t[hw]|four|five|six|seven|eight|nine|ten|eleven|"
    r"forty|fift|hundred|dozen|couple"
)


def noun(text: str, begin: int, reckoning: Reckoning, *, alone: bool = True) -> Read | None:
    """Read a date, a named stretch or a part of one; `alone` refuses words such as 'may' and 'march'."""
    if _MAY_BEGIN.match(text, begin) is None:
        return _event(text, begin, reckoning)
    part = points.read(text, begin, reckoning, _inner) or _stretch(text, begin, reckoning)
    return part or _named(text, begin, reckoning, alone=alone)


def _inner(text: str, begin: int, reckoning: Reckoning) -> Read | None:
    return _named(text, begin, reckoning, alone=False)


def _named(text: str, begin: int, reckoning: Reckoning, *, alone: bool) -> Read | None:
    event = _event(text, begin, reckoning)
    if event is not None:
        return event
    for pattern, reader in (*dates.ATOMS, *spans.ATOMS):
        match = pattern.match(text, begin)
        if match is not None and not (alone and match[0].rstrip(".") in _NOT_ALONE):
            period = within_reach(reader, match, reckoning)
            return Read(period, match.end(), _due(match, period, reckoning.on))
    return None


def _due(match: Match, period: Period | None, on: date) -> date | None:
    """Return the day 'by summer' means: the next first day of one; None for what is due at its end."""
    groups = match.groupdict()
    if period is None or not groups.get("season"):
        return None
    is_running = period.start < on and not (groups["year"] or groups["rel"] or groups["which"])
    return shifted(period.start, 12) if is_running else period.start


def within_reach(reader: Reader, match: Match, reckoning: Reckoning) -> Period | None:
    """Return what a reader makes of a match; None for days no calendar has or no plan reaches."""
    try:
        period = reader(match, reckoning)
    except (ValueError, OverflowError):  # "FY0000"
        return None
    if period is None or period.start.year < EARLIEST or period.end.year > LATEST:
        return None
    return period


def _stretch(text: str, begin: int, reckoning: Reckoning) -> Read | None:
    """Read 'the next six months' as a deadline, 'six weeks from now' as a day."""
    span, from_now = _SPAN.match(text, begin), _FROM_NOW.match(text, begin)
    if span is None:
        return from_now and Read(distance(from_now, reckoning), from_now.end())
    if span["which"] in {"last", "past", "previous"}:
        day = distance(span, reckoning, -1)
        return Read(day and Period(day.start, max(day.start, reckoning.on - DAY)), span.end())
    day = distance(span, reckoning)
    if day is None:
        return Read(None, span.end())
    # Quarters are counted whole, as budgets are; days, weeks and months from today.
    end = around(3, 0, 1, day.end).end if span["unit"] == "quarter" else day.end
    note = f"'{span[0]}' is read as: by {end.day} {end:%B %Y} at the latest"
    return Read(Period(reckoning.on, end, Edge.END, (note,)), span.end())


def _event(text: str, begin: int, reckoning: Reckoning) -> Read | None:
    """Read a business event by its name, with or without its hyphens."""
    best: Read | None = None
    for name, (start, end) in reckoning.events.items():
        words = [re.escape(word) for word in re.split(r"[\s-]+", name.lower()) if word]
        match = re.compile(r"[\s-]?".join(words) + r"(?!\w)").match(text, begin) if words else None
        if match is not None and (best is None or match.end() > best.end):
            best = Read(Period(start, end), match.end())
    return best
