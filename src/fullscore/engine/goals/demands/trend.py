"""Trends: how fast the measured use of a pool grows, robustly, and what that adds month by month.

The slope is the median of the slopes between all pairs of measurements, so that a few odd ones do not tilt
it (Theil 1950). Its interval runs between two of those slopes, counted from either end as far as Kendall's
S allows (Sen, Journal of the American Statistical Association 63, 1968), with the exact distribution of S.
"""

import math
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

from fullscore.engine.calendars.workdays import Calendar
from fullscore.engine.estate.facts import MeasurementFact
from fullscore.engine.estate.sources import source_of
from fullscore.engine.findings.trace import Trace
from fullscore.engine.goals.demands import kendall

# Two measurements always lie on a line; they say nothing about how sure it is.
FEWEST = 3
# Of more measurements every second, third, ... is read, from the newest back: pairs grow with the square.
MOST = 60
PER_DAY = "a day"
_LONGEST_MONTH = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Trend:
    """How use grows a day, between `low` and `high` with this confidence (three measurements: 2/3)."""

    slope: Trace
    low: Trace
    high: Trace
    confidence: Fraction
    points: tuple[tuple[date, Fraction], ...]
    measured: tuple[Trace, ...]

    @property
    def is_clear(self) -> bool:
        """Return whether use certainly grows or certainly falls: zero lies outside the interval."""
        return _exact(self.low) > 0 or _exact(self.high) < 0

    def at(self, day: date) -> Trace:
        """Return the use on a day: the middle of what each measurement leads to along the slope."""
        slope = _exact(self.slope)
        led = statistics.median(value + slope * (day - measured).days for measured, value in self.points)
        args = (Trace(day), self.slope, *self.measured)
        return Trace(led, op="trend-value", args=args, note=f"expected on {day.day} {day:%B %Y}")


@dataclass(frozen=True, slots=True)
class Step:
    """Whole units needed more from a day on: since the start in all, and since the step before."""

    on: date
    total: Trace
    more: Trace


def trend(measurements: Sequence[MeasurementFact], on: date, files: Mapping[int, str]) -> Trend | None:
    """Return the trend of one pool's measurements until `on`; None when there are fewer than three days."""
    by_day = {one.measured_on: one for one in sorted(measurements, key=_order) if one.measured_on <= on}
    known = list(by_day.values())[:: -math.ceil(max(1, len(by_day)) / MOST)][::-1]
    if len(known) < FEWEST:
        return None
    points = tuple((one.measured_on, Fraction(one.value)) for one in known)
    measured = tuple(part for one in known for part in _row(one, files))
    slopes = sorted(
        (more - less) / (later - day).days for (day, less), (later, more) in combinations(points, 2)
    )
    rank, confidence = kendall.rank(len(points))
    top = len(slopes) + 1 - rank
    slope = Trace(statistics.median(slopes), PER_DAY, "theil-sen", measured, note="the middle of all slopes")
    low, high = (_ranked(slopes, place, measured, confidence) for place in (rank, top))
    return Trend(slope, low, high, confidence, points, measured)


def steps(found: Trend, on: date, end: date, calendar: Calendar) -> tuple[Step, ...]:
    """Return what growth since `on` adds, on the first working day of each month until `end`.

    Each step brings the whole units that all growth so far makes, so fractions are rounded up once and not
    every month. What is not clear, or falls, adds nothing.
    """
    if not found.is_clear or _exact(found.slope) <= 0:
        return ()
    made, before = list[Step](), Trace(Decimal(0))
    for day in _firsts(on, end, calendar):
        total = _grown(found.slope, on, day)
        more = _whole(total) - _whole(before)
        if more > 0:
            made.append(Step(day, total, Trace(more, op="difference", args=(total, before))))
            before = total
    return tuple(made)


def _order(one: MeasurementFact) -> tuple[date, str]:
    return one.measured_on, one.ref


def _row(one: MeasurementFact, files: Mapping[int, str]) -> tuple[Trace, Trace]:
    row = source_of(one, "value", files)
    return Trace(one.measured_on, row=source_of(one, "measured_on", files)), Trace(one.value, row=row)


def _ranked(
    slopes: Sequence[Fraction], place: int, measured: tuple[Trace, ...], confidence: Fraction
) -> Trace:
    note = f"with {round(confidence * 100)} % between the ends"
    args = (Trace(place, note="counted from the smallest slope"), *measured)
    return Trace(slopes[place - 1], PER_DAY, "slope-of-rank", args, note=note)


def _firsts(on: date, end: date, calendar: Calendar) -> list[date]:
    """Return the first working day of each month after the month of `on`, as far as `end`."""
    found, month = list[date](), on.replace(day=1)
    while True:
        month = (month + _LONGEST_MONTH).replace(day=1)
        day = calendar.on_or_after(month)
        if day > end:
            return found
        found.append(day)


def _grown(slope: Trace, on: date, day: date) -> Trace:
    passed = Trace((day - on).days, "days", "days-between", (Trace(on, note="today"), Trace(day)))
    exact = Trace(_exact(slope) * (day - on).days, op="product", args=(slope, passed))
    return Trace(Decimal(math.ceil(_exact(exact))), op="ceil", args=(exact,), note="more than today")


def _exact(trace: Trace) -> Fraction:
    assert isinstance(trace.value, Fraction)
    return trace.value


def _whole(trace: Trace) -> Decimal:
    assert isinstance(trace.value, Decimal)
    return trace.value
