"""Purchase orders of a sample company: past ones, from which lead times are learned, and open ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from fullscore.importing.calendars.public import public_holidays
from fullscore.importing.samples.writing import csv_file

HEADER = (
    "number", "vendor", "model", "pool", "site", "quantity", "unit_cost", "ordered_on", "due_on",
    "received_on", "ref",
)  # fmt: skip
Row = tuple[str | int | date, ...]
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Series:
    """Orders of one model from one vendor in one state; `promised` working days were agreed."""

    vendor: str
    model: str
    site: str
    unit_cost: str
    promised: int
    state: str


@dataclass(frozen=True, slots=True)
class Wait:
    """One order: how many days ago it went out, the working days until it came, and how many pieces."""

    number: str
    ago: int
    took: int
    pieces: int


def orders(rows: Sequence[Row]) -> bytes:
    return csv_file(HEADER, rows)


def past(series: Series, wait: Wait, on: date) -> Row:
    """Return an order that has come."""
    ordered = working(on - timedelta(days=wait.ago), series.state)
    due, came = (after(ordered, count, series.state) for count in (series.promised, wait.took))
    return (
        wait.number, series.vendor, series.model, "", series.site, wait.pieces, series.unit_cost, ordered,
        due, came, wait.number,
    )  # fmt: skip


def on_its_way(series: Series, wait: Wait, on: date, *, due: date) -> Row:
    """Return an order that has not come yet; one that is due before today is overdue."""
    ordered = on - timedelta(days=wait.ago)
    return (
        wait.number, series.vendor, series.model, "", series.site, wait.pieces, series.unit_cost, ordered,
        due, "", wait.number,
    )  # fmt: skip


def working(day: date, state: str) -> date:
    """Return the day itself, or the first working day after it."""
    while not _is_open(day, state):
        day += timedelta(days=1)
    return day


def after(day: date, working_days: int, state: str) -> date:
    """Return the day that many of the vendor's working days later."""
    while working_days:
        day += timedelta(days=1)
        working_days -= _is_open(day, state)
    return day


def _is_open(day: date, state: str) -> bool:
    return day.weekday() < _SATURDAY and day not in _closed(day.year, state)


@cache
def _closed(year: int, state: str) -> frozenset[date]:
    return frozenset(day for day, _ in public_holidays(country="US", subdivision=state, years=(year,)))
