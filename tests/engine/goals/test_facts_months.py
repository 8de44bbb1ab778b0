"""What falls into which month: what is paid by the year whole, what is paid by the month in twelfths."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from fullscore.engine.estate.facts import Estate, PoolFact
from fullscore.engine.goals.orders.months import by_month
from fullscore.engine.goals.periods import Period
from tests.engine.goals.mill import CRM, NEW_YEAR, goal, mill, planned

D = Decimal
JANUARY, NEXT = date(2027, 1, 1), date(2028, 1, 1)


def only(pool: PoolFact) -> Estate:
    return replace(mill(), pools=(pool,), levels=(), items=(), models=(), orders=())


def running(pool: PoolFact, count: int = 12) -> dict[date, D]:
    """Return what seats cost in each month until the end of February a year later."""
    asked = replace(goal(only(pool), to=24 + count), period=Period(NEW_YEAR, date(2028, 2, 28)))
    made = planned(only(pool), asked)
    found = by_month(made.orders, made.horizon[1])
    assert all(one.once.value == 0 for one in found)
    return {one.first: D(str(one.running.value)) for one in found}


def test_what_is_paid_by_the_year_falls_whole_into_its_month_each_year() -> None:
    months = running(replace(CRM, cost_period="year"))

    # Ten seats at $66 a year.
    assert {first: cost for first, cost in months.items() if cost} == {JANUARY: 660, NEXT: 660}
    assert len(months) == 14


def test_what_is_paid_by_the_month_falls_into_every_month() -> None:
    assert set(running(CRM).values()) == {D(660)}


def test_twelve_rounded_months_are_the_year_and_the_thirteenth_is_the_first_again() -> None:
    odd = replace(CRM, capacity=D(24), lot_minimum=1, lot_step=1, unit_cost=D("0.125"))
    months = running(odd, count=3)

    # Three seats at an eighth of a dollar: 37.5 cents a month, $4.50 a year.
    assert sum(list(months.values())[:12]) == D("4.50")
    assert set(months.values()) == {D("0.37"), D("0.38")}
    assert months[NEXT] == months[JANUARY]


def test_where_nothing_costs_anything_there_is_no_month() -> None:
    free = planned(only(replace(CRM, unit_cost=None)))

    assert by_month(free.orders, free.horizon[1]) == ()
