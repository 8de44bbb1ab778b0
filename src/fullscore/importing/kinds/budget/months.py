"""Which calendar months the columns of a sheet are: by the years they say, or the one the sheet is of."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from fullscore.importing.months import month_in

MONTHS = 12
_CENTURY = 2000
_SPAN = re.compile(r"(?<!\d)(20\d\d)\s?[/–-]\s?(20\d\d|\d\d)(?!\d)")  # noqa: RUF001  the dash of a span
_FISCAL = re.compile(
    r"(?:\bFY|fiscal year|budget|\bGJ|geschäftsjahr|haushalt|plan)\D{0,6}(20\d\d|\d\d)(?!\d)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Calendar:
    """The month of each column by its header; `outside` lie in no year of the others.

    `twice` is a column whose month another one has said: header → that other.
    """

    months: Mapping[str, date] = field(default_factory=dict)
    outside: frozenset[str] = frozenset()
    twice: Mapping[str, str] = field(default_factory=dict)
    first: date | None = None

    @property
    def last(self) -> date | None:
        return None if self.first is None else _on(self.first, MONTHS - 1)


def year_said(texts: Iterable[str]) -> tuple[int, bool] | None:
    """Return the year that the first of the texts is about, and whether it is where the year begins.

    2026/27 begins in 2026; FY27 or 2027 is the calendar year, or for other years the one it ends in.
    """
    for text in texts:
        for found in _SPAN.finditer(text):
            if (int(found[1]) + 1) % 100 == int(found[2]) % 100:
                return int(found[1]), True
        fiscal = _FISCAL.search(text)
        if fiscal:
            year = int(fiscal[1])
            return (year if year >= _CENTURY else _CENTURY + year), False
        years = set(_YEAR.findall(text))
        if len(years) == 1:
            return int(years.pop()), False
    return None


def calendar(headers: Sequence[str], said: tuple[int, bool] | None) -> Calendar | None:
    """Return the months of a sheet's columns, in their order; None where no year is known."""
    told = [(header, found) for header in headers if (found := month_in(header)) is not None]
    days = _dated([found for _, found in told], said)
    if days is None:
        return None
    by_header = dict(zip((header for header, _ in told), days, strict=True))
    first = _begins(days)
    inside = {header: day for header, day in by_header.items() if first <= day < _on(first, MONTHS)}
    seen: dict[date, str] = {}
    twice = {header: seen[day] for header, day in inside.items() if seen.setdefault(day, header) != header}
    months = {header: day for header, day in inside.items() if header not in twice}
    return Calendar(months, frozenset(by_header.keys() - inside.keys()), twice, first)


def _dated(told: Sequence[tuple[int | None, int]], said: tuple[int, bool] | None) -> list[date] | None:
    """Return the day each month begins on: a month without a year follows the one before it."""
    place = next((place for place, (year, _) in enumerate(told) if year is not None), None)
    if not told or (place is None and said is None):
        return None
    first = _first(told, place, said)
    days: list[date] = []
    for year, month in told:
        day = date(year, month, 1) if year is not None else _next(days[-1] if days else None, month, first)
        days.append(day)
    return days


def _first(told: Sequence[tuple[int | None, int]], place: int | None, said: tuple[int, bool] | None) -> int:
    """Return the calendar year of the first column."""
    if place is not None:
        year, month = told[place]
        return (year or 0) - (told[0][1] > month)
    year, is_begin = said or (0, True)
    return year if is_begin or told[0][1] == 1 else year - 1


def _next(before: date | None, month: int, first: int) -> date:
    if before is None:
        return date(first, month, 1)
    return date(before.year + (month < before.month), month, 1)


def _begins(days: Sequence[date]) -> date:
    """Return the month from which twelve hold the most columns; of several the earliest."""
    return min(days, key=lambda day: (-sum(day <= each < _on(day, MONTHS) for each in days), day))


def _on(day: date, months: int) -> date:
    year, month = divmod(day.year * MONTHS + day.month - 1 + months, MONTHS)
    return date(year, month + 1, 1)
