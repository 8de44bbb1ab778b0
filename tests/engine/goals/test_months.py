"""Money by month, hours by week, and what a later start would mean."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from fullscore.engine.estate.facts import (
    AbsenceFact,
    LevelFact,
)
from fullscore.engine.goals.goal import Goal
from fullscore.engine.goals.orders.months import by_month
from fullscore.engine.goals.plans.later import starts
from fullscore.engine.goals.plans.plan import Plan
from tests.engine.goals.mill import (
    CRM,
    LEVELS,
    LINK,
    each,
    goal,
    house,
    mill,
    numbers,
    of,
    planned,
)

D = Decimal


def test_what_is_bought_falls_into_the_month_it_comes_and_what_runs_into_every_month_after() -> None:
    made = planned(mill())
    found = {one.first: (one.once.value, one.running.value) for one in by_month(made.orders, made.horizon[1])}

    assert found[date(2026, 12, 1)] == (D("11565.00"), D(0))
    # The link comes in January; ten CRM seats at $66 and the link's $280 from then on.
    assert found[date(2027, 1, 1)] == (D("450.00"), D("940.00"))
    assert found[date(2027, 11, 1)] == (D(0), D("940.00"))


def test_twelve_months_add_up_to_the_year_to_the_cent() -> None:
    # Ten seats at $66.6667 a month are $8,000.00 a year, and no month is a whole number of cents.
    made = planned(replace(mill(), pools=(replace(CRM, unit_cost=D("66.6667")), LINK)))
    months = by_month(made.orders, date(2027, 12, 31))
    year = [one.running.value for one in months if one.first >= date(2027, 1, 1)]

    assert len(year) == 12
    assert sum(year) == made.totals.year.value == D("11360.00")  # type: ignore[arg-type]


def test_hours_by_week_never_pass_what_is_free_and_show_all_the_work() -> None:
    made = planned(mill())

    assert all(week.needed.value <= week.free.value for week in made.weeks)  # type: ignore[operator]
    assert sum(week.needed.value for week in made.weeks) == made.totals.hours.value  # type: ignore[misc]


def test_a_holiday_of_the_only_one_who_sets_up_moves_the_order_forward() -> None:
    away = AbsenceFact("a", "tomas", date(2026, 12, 21), date(2027, 1, 1))
    there, gone = planned(mill()), planned(replace(mill(), absences=(away,)))

    assert of(gone, "laptop-14").order_by < of(there, "laptop-14").order_by


def test_later_starts_are_compared_with_the_one_asked_for() -> None:
    estate = mill()
    asked = goal(estate)
    made = planned(estate, asked)

    def plan_of(other: Goal) -> Plan:
        return planned(estate, other)

    found = starts(asked, made, house(), plan_of=plan_of, say=lambda one: one.ref)

    assert [one.label for one in found] == [
        "12 on 4 January", "6 on 4 January, 6 on 5 January", "12 on 5 January",
    ]  # fmt: skip
    assert found[0].late_orders == 1
    assert found[-1].late_orders == 0
    assert found[1].days_given_up == 6


def test_the_same_goals_in_any_order_give_the_same_plan() -> None:
    estate = mill()
    goals = [goal(estate, to=30, ref="a"), goal(estate, team="packing", to=14, ref="b")]

    assert planned(estate, *goals) == planned(estate, *reversed(goals))


def test_levels_grow_from_size_to_size() -> None:
    levels = (*LEVELS, LevelFact("link-1000", "link", D(1000), D(990)))
    estate = replace(mill(), levels=levels, pools=(replace(LINK, per_head=D(12)),))
    goals = (goal(estate, to=40, ref="a"), goal(estate, to=54, need_by=date(2027, 4, 1), ref="b"))

    first, second = each(planned(estate, *goals), "link")

    assert numbers(first) == (160 + 192, 160, 0, 0, 192, 500)
    assert numbers(second) == (160 + 192 + 360, 400, 0, 0, 312, 1000)
    assert second.cost is not None
    assert second.cost.year is not None
    assert second.cost.year.value == D(300 * 12)
