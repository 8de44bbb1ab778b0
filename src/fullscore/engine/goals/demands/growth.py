"""Growth: pools whose measured use has been growing need more without any goal."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from fullscore.engine.estate.facts import MeasurementFact, PoolFact
from fullscore.engine.findings.trace import Trace
from fullscore.engine.goals.demands import trend
from fullscore.engine.goals.demands.demand import TREND, Demand, place_of, thing_unit
from fullscore.engine.goals.goal import Assumption, House
from fullscore.engine.goals.kits.holdings import Holdings


def demands(holdings: Holdings, house: House, last: date) -> Iterator[Demand]:
    """Yield what a clear trend adds to each pool until the last day, pegged to 'trend'."""
    for ref, measured in sorted(holdings.measured.items()):
        pool = holdings.pools.get(ref)
        if pool is not None and pool.is_trend_followed:
            yield from _steps(pool, measured, holdings, house, last)


def _steps(
    pool: PoolFact, measured: tuple[MeasurementFact, ...], holdings: Holdings, house: House, last: date
) -> Iterator[Demand]:
    found = trend.trend(measured, house.on, holdings.estate.files)
    if found is None:
        return
    told = (_told(pool, found, len(measured)),)
    for step in trend.steps(found, house.on, last, house.calendar):
        day = Trace(step.on, note="the month begins")
        more = Trace(
            step.more.value, thing_unit(pool), step.more.op, step.more.args, note="use goes on growing"
        )
        yield Demand(pool, place_of(pool, pool.site), TREND, day, more, assumptions=told)


def _told(pool: PoolFact, found: trend.Trend, count: int) -> Assumption:
    assert isinstance(found.slope.value, Fraction)
    a_month = round(float(found.slope.value) * 365.25 / 12, 1)
    growing = f"The use of {pool.name} goes on growing by {a_month} {pool.unit or 'units'} a month"
    text = f"{growing}, as {count} measurements say"
    return Assumption(text, "pools", pool.ref, "is_trend_followed")
