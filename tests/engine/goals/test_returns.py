"""What comes back: from people who leave, and from those who came for a time only."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from fullscore.engine.estate.facts import (
    ItemFact,
)
from fullscore.engine.goals.plans.plan import plan
from tests.engine.goals.mill import (
    LAPTOP,
    LEVELS,
    each,
    goal,
    house,
    mill,
    numbers,
    of,
    only_laptops,
    planned,
)

D = Decimal


def test_a_leavers_laptop_is_ready_for_the_next_after_it_was_made_ready() -> None:
    estate = only_laptops(mill())
    model = replace(LAPTOP, refit_days=2)
    leaver = replace(estate.people[0], ends_on=date(2026, 12, 4))
    estate = replace(estate, models=(model,), people=(leaver, *estate.people[1:]))
    made = planned(estate, goal(estate, to=35))

    # 11 more than the 24 of today; the laptop that comes back on 4 December is free on 8 December.
    assert [(one.since, one.quantity) for one in made.returns] == [(date(2026, 12, 8), D(1))]
    assert numbers(of(made, "laptop-14"))[:3] == (11, 4, 2)


def test_a_laptop_that_comes_back_too_late_helps_nobody() -> None:
    estate = only_laptops(mill())
    leaver = replace(estate.people[0], ends_on=date(2026, 12, 18))
    made = planned(replace(estate, people=(leaver, *estate.people[1:])))

    assert numbers(of(made, "laptop-14"))[1] == 3


def test_a_laptop_due_for_refresh_does_not_come_back_into_use() -> None:
    estate = only_laptops(mill())
    old = replace(estate.items[0], replace_by=date(2026, 12, 7))
    leaver = replace(estate.people[0], ends_on=date(2026, 12, 4))
    made = planned(replace(estate, items=(old, *estate.items[1:]), people=(leaver, *estate.people[1:])))

    assert numbers(of(made, "laptop-14"))[1] == 3


def test_a_leavers_seat_is_free_the_day_after() -> None:
    estate = mill()
    leaver = replace(estate.people[0], ends_on=date(2026, 12, 4))
    made = planned(replace(estate, people=(leaver, *estate.people[1:])))

    assert numbers(of(made, "crm"))[:2] == (12, 5)


def test_a_team_that_shrinks_gives_its_things_to_one_that_grows() -> None:
    estate = mill()
    fewer = goal(estate, to=20, need_by=date(2026, 12, 7), ref="fewer")
    held = tuple(ItemFact(f"P{n}", "laptop-14", "in use", f"packing-{n:02}") for n in range(10))
    estate = replace(only_laptops(estate), items=estate.items + held)
    grow = goal(estate, team="packing", to=14, ref="grow")

    made = plan([fewer, grow], estate=estate, house=house(), asked="grow")

    # Four come back from sales on 7 December and are ready on the 10th.
    assert numbers(of(made, "laptop-14"))[:2] == (4, 7)


def test_what_seasonal_people_had_is_free_for_those_who_come_after() -> None:
    estate = only_laptops(mill())
    season = replace(goal(estate, to=34, ref="season"), until=date(2027, 1, 29))
    after = goal(estate, to=30, need_by=date(2027, 3, 1), ref="after")

    first, second = each(planned(estate, season, after), "laptop-14")

    assert numbers(first) == (10, 3, 2, 2, 7, 7)
    # Twelve had been there: 2 are kept back; the 10 come back on 29 January.
    assert numbers(second) == (6, 12, 0, 2, 0, 0)


def test_seats_for_a_season_are_paid_for_as_long_as_it_lasts() -> None:
    estate = mill()
    season = replace(goal(estate, to=34, ref="asked"), until=date(2027, 3, 31))
    crm = of(planned(estate, season), "crm")

    assert crm.months == 3
    assert crm.cost is not None
    assert crm.cost.year is None
    # 10 needed, 4 free, sold in fives: 10 seats at $66 for three months.
    assert crm.cost.once is not None
    assert crm.cost.once.value == D("1980.00")


def test_a_larger_link_for_a_season_costs_its_difference_and_not_less_than_its_term() -> None:
    levels = (LEVELS[0], replace(LEVELS[1], term_months=6))
    season = replace(goal(mill(), to=36), until=date(2027, 3, 31))
    link = of(planned(replace(mill(), levels=levels), season), "link")

    assert link.cost is not None
    assert link.cost.year is None
    assert link.cost.once is not None
    # 6 months at 690 - 410, and 450 for the change.
    assert link.cost.once.value == D("2130.00")
