"""Windows that come back: every Saturday from 22:00 to 04:00, the second Tuesday of a month."""

from calendar import monthrange
from datetime import date

from fullscore.engine.calendars.clock import END_OF_DAY, midnight, moment
from fullscore.engine.calendars.spans import Span, Spans, merged
from fullscore.engine.calendars.workdays import DAY

_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
EVERY, LAST = "every week", "last"


def recurring(  # noqa: PLR0917  in the order of a window's columns
    weekdays: str,
    weeks: str,
    opens: str,
    closes: str,
    begin: date,
    end: date,
    zone: str,
    *,
    first: date | None = None,
    last: date | None = None,
) -> Spans:
    """Return the window's spans that begin on local days of [begin - 1, end], clipped to [begin, end].

    `weekdays` are digits, Monday is 1; `weeks` says which of the month. One that closes before it opens
    closes on the next day. `first` and `last` are the days on which it may open. Raises `ValueError` for
    what is no clock time.
    """
    low, high = midnight(begin, zone), midnight(end + DAY, zone)
    found = []
    for step in range(-1, (end - begin).days + 1):
        day = begin + DAY * step
        if not _opens(day, weekdays, weeks) or (first and day < first) or (last and day > last):
            continue
        is_same_day = closes == END_OF_DAY or closes > opens
        start = max(moment(day, opens, zone).at, low)
        stop = min(moment(day if is_same_day else day + DAY, closes, zone).at, high)
        if start < stop:
            found.append(Span(start, stop))
    return merged(found)


def _opens(day: date, weekdays: str, weeks: str) -> bool:
    if str(day.isoweekday()) not in weekdays:
        return False
    if weeks == LAST:
        return day.day + 7 > monthrange(day.year, day.month)[1]
    return weeks == EVERY or (day.day - 1) // 7 + 1 == _ORDINALS[weeks]
