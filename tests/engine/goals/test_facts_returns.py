"""What comes back, where it is used again, and how far ahead a plan looks."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from fullscore.engine.estate.facts import Estate, ItemFact, ModelFact, SiteFact
from fullscore.engine.goals.goal import Arrival, Goal
from fullscore.engine.goals.periods import Period
from fullscore.engine.goals.plans.plan import Plan, plan
from tests.engine.goals.mill import LAPTOP, each, goal, house, mill, only_laptops, planned
from tests.engine.goals.recomputing import wrong_in

D = Decimal
FAR = date(2028, 1, 3)


def packing(holders: int) -> Estate:
    """So many of the ten packers hold a laptop."""
    estate = only_laptops(mill())
    held = tuple(ItemFact(f"P{n}", "laptop-14", "in use", f"packing-{n:02}") for n in range(holders))
    return replace(estate, items=estate.items + held)


def back(made: Plan) -> list[tuple[str, int, date, str | None]]:
    return [(one.thing.ref, int(one.quantity), one.since, one.place) for one in made.returns]


def leaving(estate: Estate, day: date, *, item_site: str | None = None) -> Estate:
    first, *others = estate.people
    items = (replace(estate.items[0], site=item_site), *estate.items[1:])
    return replace(estate, people=(replace(first, ends_on=day), *others), items=items)


def far(estate: Estate) -> Goal:
    return replace(goal(estate, need_by=FAR), period=Period(FAR, FAR))


def test_a_shrinking_team_gives_back_what_its_share_of_people_holds_rounded_down() -> None:
    def given(holders: int, to: int) -> list[tuple[str, int]]:
        estate = packing(holders)
        fewer = goal(estate, team="packing", to=to, need_by=date(2026, 12, 7))
        made = plan([fewer], estate=estate, house=house())
        assert wrong_in(*(one.units for one in made.returns)) == []
        return [(ref, count) for ref, count, *_ in back(made)]

    # Half of ten hold one: four people fewer give back two, three give back one.
    assert given(5, 6) == [("laptop-14", 2)]
    assert given(5, 7) == [("laptop-14", 1)]
    # One of ten holds one: who gives it back is not known before all go.
    assert given(1, 1) == []
    assert given(1, 0) == [("laptop-14", 1)]


def test_fewer_people_give_back_what_they_hold_by_name_and_no_part_of_a_link() -> None:
    fewer = goal(mill(), to=20, need_by=date(2026, 12, 7))

    # Seats are free the day after, laptops in three working days.
    assert sorted(back(plan([fewer], estate=mill(), house=house()))) == [
        ("crm", 4, date(2026, 12, 8), None), ("laptop-14", 4, date(2026, 12, 10), "dayton"),
    ]  # fmt: skip


def test_a_team_that_shrinks_in_steps_gives_back_step_by_step() -> None:
    estate = packing(10)
    steps = (Arrival(date(2026, 12, 7), 1), Arrival(date(2027, 2, 1), 3))
    fewer = replace(goal(estate, team="packing", to=6), arrivals=steps)

    # Three working days to make a laptop ready: nobody has said otherwise.
    made = plan([fewer], estate=estate, house=house())
    assert back(made) == [
        ("laptop-14", 1, date(2026, 12, 10), "dayton"), ("laptop-14", 3, date(2027, 2, 4), "dayton"),
    ]  # fmt: skip


def test_how_long_it_takes_to_make_ready_is_assumed_only_where_nobody_said() -> None:
    def told(refit: int | None) -> set[str | None]:
        estate = replace(
            leaving(only_laptops(mill()), date(2026, 12, 4)), models=(replace(LAPTOP, refit_days=refit),)
        )
        return {one.field for one in planned(estate).assumptions}

    assert "refit_days" in told(None)
    assert "refit_days" not in told(0)
    assert "refit_days" not in told(2)


def test_a_thing_comes_back_where_it_stands_else_where_its_holder_works() -> None:
    estate = replace(only_laptops(mill()), sites=(*mill().sites, SiteFact("lima", "Lima")))

    assert back(planned(leaving(estate, date(2026, 12, 4), item_site="lima")))[0][3] == "lima"
    assert back(planned(leaving(estate, date(2026, 12, 4))))[0][3] == "dayton"


def test_a_plan_looks_ahead_to_the_end_of_its_last_goal_and_at_least_a_year() -> None:
    estate = mill()
    plans = {
        "a year and a day": goal(estate),
        "the day of need": far(estate),
        "the period": replace(goal(estate), period=Period(date(2027, 1, 4), date(2028, 3, 31))),
        "the last day of use": replace(goal(estate), until=date(2028, 6, 30)),
    }

    assert {name: planned(estate, one).horizon[1] for name, one in plans.items()} == {
        "a year and a day": date(2027, 11, 24),
        "the day of need": FAR,
        "the period": date(2028, 3, 31),
        "the last day of use": date(2028, 6, 30),
    }


def test_who_leaves_on_the_last_day_looked_at_gives_back_and_one_day_later_does_not() -> None:
    estate = only_laptops(mill())

    assert len(back(planned(leaving(estate, date(2027, 11, 24))))) == 1
    assert back(planned(leaving(estate, date(2027, 11, 25)))) == []


def test_what_seasonal_people_leave_of_a_link_serves_whoever_comes_the_day_after() -> None:
    estate = mill()
    season = replace(goal(estate, ref="season"), until=date(2028, 1, 2))

    # 160 in use and 21 for twelve people, whoever they are.
    made = each(planned(estate, season, far(estate)), "link")
    assert [int(one.figures.amount("gross")) for one in made] == [181, 181]


def test_what_is_due_before_it_is_ready_again_does_not_come_back() -> None:
    # Ready on 9 December, three working days after the 4th.
    def due(day: date) -> list[tuple[str, int, date, str | None]]:
        estate = leaving(only_laptops(mill()), date(2026, 12, 4))
        return back(
            planned(replace(estate, items=(replace(estate.items[0], replace_by=day), *estate.items[1:])))
        )

    assert due(date(2026, 12, 9)) == []
    assert due(date(2026, 12, 10)) == [("laptop-14", 1, date(2026, 12, 9), "dayton")]


def test_a_bike_that_nobody_else_has_comes_back_as_what_it_is() -> None:
    estate = leaving(only_laptops(mill()), date(2026, 12, 4))
    bike = ModelFact("bike", "Bike", "other", refit_days=0)
    estate = replace(
        estate, models=(LAPTOP, bike), items=(*estate.items, ItemFact("B", "bike", "in use", "sales-00"))
    )

    assert ("bike", 1, date(2026, 12, 4), "dayton") in back(planned(estate))
