"""Hours of the week as people write them: "Mon-Fri 07:30-18:00; Sat 08:00-12:00"."""

import re
from collections.abc import Container
from dataclasses import dataclass
from datetime import date

from fullscore.engine.calendars.clock import END_OF_DAY, midnight, moment
from fullscore.engine.calendars.spans import Span, Spans, merged
from fullscore.engine.calendars.workdays import DAY

_DAYS = (
    ("mon", "monday", "mo", "montag"), ("tue", "tuesday", "tues", "tu", "di", "dienstag"),
    ("wed", "wednesday", "we", "mi", "mittwoch"),
    ("thu", "thursday", "thur", "thurs", "th", "do", "donnerstag"),
    ("fri", "friday", "fr", "freitag"), ("sat", "saturday", "sa", "samstag", "sonnabend"),
    ("sun", "sunday", "su", "so", "sonntag"),
)  # fmt: skip
_NUMBER = {word: number for number, words in enumerate(_DAYS, start=1) for word in words}
_WORDS = {
    "daily": range(1, 8), "every day": range(1, 8), "täglich": range(1, 8), "weekdays": range(1, 6),
    "werktags": range(1, 6), "weekend": range(6, 8), "weekends": range(6, 8), "wochenende": range(6, 8),
}  # fmt: skip
_ALWAYS = frozenset({"always", "24/7", "24x7", "immer", "any time", "round the clock"})
_TIMES = re.compile(
    r"(\d{1,2})(?::(\d{2}))?\s*(?:h|uhr)?\s*(?:-|–|to|bis)\s*(\d{1,2})(?::(\d{2}))?\s*(?:h|uhr)?$"  # noqa: RUF001
)
_RANGE = re.compile(r"\s*(?:-|–|\bto\b|\bbis\b)\s*")  # noqa: RUF001
_WHOLE_DAY = ("00:00", END_OF_DAY)
ALL_DAYS = frozenset(range(1, 8))


class HoursError(ValueError):
    """The text names no hours; `part` is what was not understood."""

    def __init__(self, part: str) -> None:
        super().__init__(f"'{part}' is no hours. Write Mon-Fri 07:30-18:00.")
        self.part = part


@dataclass(frozen=True, slots=True)
class Week:
    """Hours of each weekday: (weekdays with Monday as 1, from, to); to before from is on the next day."""

    parts: tuple[tuple[frozenset[int], str, str], ...]

    def spans(self, begin: date, end: date, zone: str, closed: Container[date] = ()) -> Spans:
        """Return the hours that lie in the local days [begin, end], clipped to them.

        Hours begin on days that are not in `closed`; a clock time that is skipped begins when clocks go on.
        """
        found = [
            span
            for step in range(-1, (end - begin).days + 1)
            if (day := begin + DAY * step) not in closed
            for days, start, stop in self.parts
            if day.isoweekday() in days and (span := _span(day, start, stop, zone)) is not None
        ]
        low, high = midnight(begin, zone), midnight(end + DAY, zone)
        clipped = ((max(each.start, low), min(each.end, high)) for each in found)
        return merged(Span(start, stop) for start, stop in clipped if start < stop)


def _span(day: date, start: str, stop: str, zone: str) -> Span | None:
    first = moment(day, start, zone).at
    last = moment(day if _is_later(stop, start) else day + DAY, stop, zone).at
    return Span(first, last) if first < last else None


def _is_later(stop: str, start: str) -> bool:
    return stop == END_OF_DAY or stop > start


def hours(text: str) -> Week:
    """Return the hours a text names; raises `HoursError` for one that names none."""
    even = " ".join(text.casefold().split())
    if even in _ALWAYS:
        return Week(((ALL_DAYS, *_WHOLE_DAY),))
    parts = [part.strip() for part in re.split(r"[;\n]|,(?=\s*[a-zäöü])", even) if part.strip()]
    if not parts:
        raise HoursError(text)
    return Week(tuple(each for part in _joined(parts) for each in _part(part)))


def _joined(parts: list[str]) -> list[str]:
    """Return the parts with days that stand before a comma joined to the hours after it: "Mon, Wed 8-12"."""
    found: list[str] = []
    waiting = ""
    for at, part in enumerate(parts):
        whole = f"{waiting}, {part}" if waiting else part
        waits = not _has_hours(part) and any(_has_hours(later) for later in parts[at + 1 :])
        found, waiting = (found, whole) if waits else ([*found, whole], "")
    return found


def _has_hours(part: str) -> bool:
    return any(letter.isdigit() for letter in part)


def _part(text: str) -> list[tuple[frozenset[int], str, str]]:
    at = next((place for place, letter in enumerate(text) if letter.isdigit()), len(text))
    days, times = text[:at].strip(" :,"), text[at:].strip()
    named = _all_of(days) if days else ALL_DAYS
    if named is None:
        raise HoursError(text)
    if not times:
        return [(named, *_WHOLE_DAY)]
    return [(named, *_times(each.strip(), text)) for each in re.split(r",|\band\b|\bund\b", times)]


def _all_of(text: str) -> frozenset[int] | None:
    if text in _WORDS:
        return frozenset(_WORDS[text])
    found: set[int] = set()
    for each in re.split(r"[,/&]|\band\b|\bund\b", text):
        ends = [_NUMBER.get(word.strip(" .")) for word in _RANGE.split(each.strip())]
        if not 1 <= len(ends) <= 2 or None in ends:  # noqa: PLR2004  a day, or two with a dash
            return None
        first, last = ends[0] or 0, ends[-1] or 0
        found |= {(first - 1 + step) % 7 + 1 for step in range((last - first) % 7 + 1)}
    return frozenset(found)


def _times(text: str, whole: str) -> tuple[str, str]:
    match = _TIMES.fullmatch(text)
    if match is None:
        raise HoursError(whole)
    start, stop = (_clock(match[at], match[at + 1], whole) for at in (1, 3))
    # "9 to 5" means the afternoon to those who write it: nobody is to guess.
    is_guess = not (match[2] or match[4]) and stop < start < "12:00"
    if start in {END_OF_DAY, stop} or is_guess:
        raise HoursError(whole)
    return start, END_OF_DAY if stop == "00:00" else stop


def _clock(hour: str, minute: str | None, whole: str) -> str:
    found = f"{int(hour):02}:{minute or '00'}"
    if found > END_OF_DAY or found[3:] > "59":
        raise HoursError(whole)
    return found
