"""Days as people write them: ISO, US and European dates, a day of a month, weekdays, today."""

import re
from datetime import date, timedelta

from fullscore.engine.goals.periods import DAY, Period, Reckoning, shifted
from fullscore.engine.goals.sentences.atoms import (
    DAY_NUMBER,
    MONTH,
    MONTH_NUMBERS,
    MONTHS,
    WEEKDAYS,
    WHICH,
    YEAR,
    Match,
    compiled,
    full,
    is_next,
    one_day,
)

_WEEKDAY = rf"(?P<weekday>{'|'.join(f'{name}|{name[:3]}' for name in WEEKDAYS)})\.?"
_NTH = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3, "last": -1}
# A day that comes within this many years is meant: 29 February may be eight years away.
_YEARS_AHEAD = 9


def _number(day: str) -> int:
    return int(day.rstrip("stndrh"))


def _written_out(match: Match, _: Reckoning) -> Period | None:
    return one_day(full(match["y"]), int(match["m"]), int(match["d"]))


def slashed(match: Match, reckoning: Reckoning) -> Period | None:
    """Read 3/4/2027 in the organisation's order and say so when the other order is a day as well."""
    a, b = int(match["a"]), int(match["b"])
    month_first = reckoning.date_order == "mdy"
    ours, other = ((a, b), (b, a)) if month_first else ((b, a), (a, b))
    found = _dated(match, *ours, reckoning)
    if found is None:
        return _dated(match, *other, reckoning)
    if a == b or _dated(match, *other, reckoning) is None:
        return found
    order = "month first" if month_first else "day first"
    day = found.start
    note = f"{match[0]} is read {order}: {day.day} {MONTHS[day.month - 1].title()} {day.year}"
    return Period(day, day, notes=(note,))


def _dated(match: Match, month: int, day: int, reckoning: Reckoning) -> Period | None:
    year = match.groupdict().get("y")
    return one_day(full(year), month, day) if year else coming(month, day, reckoning.on)


def dotted(match: Match, reckoning: Reckoning) -> Period | None:
    """Read 1.3. as the first of March to come."""
    return coming(int(match["m"]), int(match["d"]), reckoning.on)


def coming(month: int, day: int, on: date) -> Period | None:
    """Return the next such day that is not over, None where no year has it."""
    days = (one_day(year, month, day) for year in range(on.year, on.year + _YEARS_AHEAD))
    return next((found for found in days if found and found.end >= on), None)


def _day_of_month(match: Match, reckoning: Reckoning) -> Period | None:
    month, day = MONTH_NUMBERS[match["month"]], _number(match["day"])
    year = match["year"]
    found = one_day(full(year), month, day) if year else coming(month, day, reckoning.on)
    if found is None or not match["weekday"]:
        return found
    told = WEEKDAYS[found.start.weekday()]
    if told.startswith(match["weekday"]):
        return found
    note = f"{found.start.day} {found.start:%B %Y} is a {told.title()}"
    return Period(found.start, found.end, notes=(note,))


def _days_of_month(match: Match, reckoning: Reckoning) -> Period | None:
    """Read '1 to 15 March' as a stretch within one month."""
    month, year = MONTH_NUMBERS[match["month"]], match["year"]
    first, last = _number(match["d1"]), _number(match["d2"])
    end = one_day(full(year), month, last) if year else coming(month, last, reckoning.on)
    start = end and one_day(end.start.year, month, first)
    return Period(start.start, end.end) if start and end and start.start <= end.end else None


def _day_alone(match: Match, reckoning: Reckoning) -> Period | None:
    """Read 'the 15th' as the next one, 'the 15th of next month' as that."""
    day, on = _number(match["day"]), reckoning.on
    of = match.groupdict().get("of")
    if of:
        there = shifted(on.replace(day=1), of == "next")
        return one_day(there.year, there.month, day)
    months = (shifted(on.replace(day=1), step) for step in range(3))
    days = (one_day(there.year, there.month, day) for there in months)
    return next((found for found in days if found and found.end >= on), None)


def _weekday(match: Match, reckoning: Reckoning) -> Period:
    """Read 'Friday' as the next one, 'next Friday' as the one in next week, and say so."""
    on, which = reckoning.on, match["which"]
    index = next(step for step, name in enumerate(WEEKDAYS) if name.startswith(match["weekday"]))
    ahead = (index - on.weekday()) % 7 or 7
    in_week = on - DAY * on.weekday() + DAY * index
    if which in {"last", "past", "previous"}:
        day = on + DAY * (ahead - 7) if ahead < 7 else on - DAY * 7  # noqa: PLR2004  days of a week
        return Period(day, day)
    if which == "this":
        return Period(in_week, in_week)
    if is_next(which):
        day = in_week + timedelta(weeks=1)
        return Period(day, day, notes=(f"'{match[0]}' is read as {day:%A} {day.day} {day:%B}, in next week",))
    return Period(on + DAY * ahead, on + DAY * ahead)


def _today(_: Match, reckoning: Reckoning) -> Period:
    return Period(reckoning.on, reckoning.on)


def _tomorrow(_: Match, reckoning: Reckoning) -> Period:
    return Period(reckoning.on + DAY, reckoning.on + DAY)


def nth_weekday(nth: str, weekday: str, whole: Period) -> Period | None:
    """Return the first, second ... or last Monday of a stretch of days."""
    index = next(step for step, name in enumerate(WEEKDAYS) if name.startswith(weekday))
    first = whole.start + DAY * ((index - whole.start.weekday()) % 7)
    days = [first + timedelta(weeks=step) for step in range((whole.end - first).days // 7 + 1)]
    step = _NTH[nth]
    return Period(days[step], days[step], notes=whole.notes) if step < len(days) else None


NTH_WEEKDAY = re.compile(rf"(?:the )?(?P<nth>{'|'.join(_NTH)}) {_WEEKDAY} (?:of|in) (?:the )?")
# Without a year these could be fractions or prices; behind 'by', 'on' or 'from' they are days.
BEHIND_ONLY = compiled(
    (r"(?P<a>\d{1,2})/(?P<b>\d{1,2})(?![/\d])", slashed),
    (r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?!\d)", dotted),
)
_TO = r" ?(?:-|–|to|and|until|till|through) ?"  # noqa: RUF001  people write the dash
_BETWEEN_DAYS = rf"(?:between )?(?:the )?(?P<d1>{DAY_NUMBER}){_TO}(?:the )?(?P<d2>{DAY_NUMBER}) (?:of )?"
ATOMS = compiled(
    (r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})", _written_out),
    (r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4}|\d\d)", _written_out),
    (r"(?P<a>\d{1,2})[/-](?P<b>\d{1,2})[/-](?P<y>\d{4}|\d\d)", slashed),
    (rf"{_BETWEEN_DAYS}{MONTH}(?:,? {YEAR})?", _days_of_month),
    (rf"{MONTH} (?P<d1>{DAY_NUMBER}){_TO}(?P<d2>{DAY_NUMBER})(?:,? {YEAR})?", _days_of_month),
    (
        rf"(?:{_WEEKDAY},? )?(?:the )?(?P<day>\d{{1,2}}(?:st|nd|rd|th)?) (?:of )?{MONTH}(?:,? {YEAR})?",
        _day_of_month,
    ),
    (
        rf"(?:{_WEEKDAY},? )?{MONTH} (?:the )?(?P<day>\d{{1,2}}(?:st|nd|rd|th)?)(?:,? {YEAR})?",
        _day_of_month,
    ),
    (rf"(?:the )?(?P<day>{DAY_NUMBER}) of (?P<of>this|next) month", _day_alone),
    (
        r"the (?P<day>(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th))(?! (?:quarter|half|week|month|day|of|in)\b)",
        _day_alone,
    ),
    (rf"(?:{WHICH} )?{_WEEKDAY.replace('|mon', '|mon(?!th)')}", _weekday),
    (
        r"today|now|immediately|asap|as soon as possible|right (?:away|now)|straight away|at once",
        _today,
    ),
    (r"tomorrow", _tomorrow),
)
