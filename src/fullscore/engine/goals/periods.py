"""Periods as values: what 'next quarter', 'by 1 March' or 'in six weeks' mean on a given day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

DAY = timedelta(days=1)


class Edge(StrEnum):
    """On which side of a period people must be ready."""

    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends within it. `edge` END means: ready by its last day, at the latest.

    `notes` say how an ambiguous wording was read, for people to correct.
    """

    start: date
    end: date
    edge: Edge = Edge.START
    notes: tuple[str, ...] = field(default=(), compare=False)

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"A period cannot end ({self.end}) before it starts ({self.start}).")


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What the organisation has settled about dates: the day it is, its fiscal year, its order of dates."""

    on: date
    fiscal_start_month: int = 1
    date_order: str = "mdy"
    events: Mapping[str, tuple[date, date]] = field(default_factory=lambda: MappingProxyType({}))


def month_of(year: int, month: int) -> Period:
    """Return a month; months beyond 12 run on into the next years, those below 1 into the last."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    following = date(year + month // 12, month % 12 + 1, 1)
    return Period(date(year, month, 1), following - DAY)


def months_of(year: int, month: int, count: int) -> Period:
    """Return `count` whole months from the first of a month."""
    return Period(month_of(year, month).start, month_of(year, month + count - 1).end)


def shifted(day: date, months: int) -> date:
    """Return the same day some months on, or that month's last day where it has no such day."""
    target = month_of(day.year, day.month + months)
    return date(target.start.year, target.start.month, min(day.day, target.end.day))


def year_start(day: date, fiscal_start_month: int) -> tuple[int, int]:
    """Return (calendar year, month) in which the fiscal year around `day` began."""
    return (day.year if day.month >= fiscal_start_month else day.year - 1), fiscal_start_month


def fiscal_year_named(year: int, fiscal_start_month: int) -> int:
    """Return the calendar year in which the fiscal year called `year` begins: it is called by its end."""
    return year if fiscal_start_month == 1 else year - 1
