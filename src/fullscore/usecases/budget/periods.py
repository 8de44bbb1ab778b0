"""The fiscal years and quarters that are chosen for, and what people call them."""

from dataclasses import dataclass
from datetime import date

MONTHS, QUARTERS = 12, 4
# So many quarters have hours; a start may lie in any of them.
AHEAD = 8
LEAST_YEARS, MOST_YEARS = 3, 10


@dataclass(frozen=True, slots=True)
class Periods:
    """Fiscal years and quarters from the first fiscal year that starts after `on`, counted from 0."""

    begin: date
    years: int

    @property
    def year_names(self) -> tuple[str, ...]:
        return tuple(self.name_of(place) for place in range(self.years))

    @property
    def quarter_names(self) -> tuple[str, ...]:
        return tuple(f"Q{place % QUARTERS + 1} {self.name_of(place // QUARTERS)}" for place in range(AHEAD))

    def name_of(self, place: int) -> str:
        """Return what a fiscal year is called: by the calendar year it is, or by both it lies in."""
        first = self.begin.year + place
        return str(first) if self.begin.month == 1 else f"{first}/{(first + 1) % 100:02d}"

    def quarter_start(self, place: int) -> date:
        return months_on(self.begin, 3 * place)

    def year_of(self, day: date) -> int | None:
        """Return the place of the fiscal year a day lies in; None: it is none of those chosen for."""
        return self._place(day, MONTHS, self.years)

    def quarter_of(self, day: date) -> int | None:
        return self._place(day, MONTHS // QUARTERS, AHEAD)

    def _place(self, day: date, months: int, most: int) -> int | None:
        gone = (day.year - self.begin.year) * MONTHS + day.month - self.begin.month
        place = gone // months
        return place if 0 <= place < most else None

    def starts(self, first: date | None, last: date | None) -> range:
        """Return the quarters something may start in: those that begin within the days, if any are said.

        A quarter in which the first day lies counts too: then it starts within it. Empty: none of these.
        """
        if first is None and last is None:
            return range(1)
        begin = 0 if first is None or first <= self.begin else self.quarter_of(first)
        if begin is None:
            return range(0)
        until = AHEAD - 1 if last is None else self.quarter_of(last)
        if until is None:
            until = AHEAD - 1 if last is not None and last > self.begin else -1
        return range(begin, until + 1)


def periods_after(on: date, month: int, last: date | None = None) -> Periods:
    """Return the periods after a day; `last` is the latest day anybody gave a budget for."""
    year = on.year if on < date(on.year, month, 1) else on.year + 1
    begin = date(year, month, 1)
    told = 0 if last is None else (last.year - year) * MONTHS + last.month - month
    years = min(MOST_YEARS, max(LEAST_YEARS, told // MONTHS + 1))
    return Periods(begin, years)


def months_on(day: date, months: int) -> date:
    """Return the same day of a later month; for first days of months."""
    place = day.year * MONTHS + day.month - 1 + months
    return date(place // MONTHS, place % MONTHS + 1, day.day)
