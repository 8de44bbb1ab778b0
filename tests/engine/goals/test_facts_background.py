"""Replacing what is old takes the hours that goals leave, and the weeks show both.

Tomas has 6.5 hours a day. The title's goal needs 12 laptops of 2.5 h and 12 seats of a quarter of an hour by
4 January: 33 h, on 28 to 31 December (26 h), 23 December (6.5 h) and 22 December (half an hour). The link
comes too late and works on 5 January.
"""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from fullscore.engine.estate.facts import Estate, MeasurementFact
from fullscore.engine.goals.plans.plan import Plan
from tests.engine.goals.mill import TODAY, goal, mill, planned


def with_old(count: int, day: date) -> Estate:
    """So many of the laptops in use are to be replaced by that day."""
    estate = mill()
    old = tuple(replace(item, replace_by=day) for item in estate.items[:count])
    return replace(estate, items=(*old, *estate.items[count:]))


def needed(made: Plan) -> dict[str, float]:
    """Return the hours needed in each week that needs some, by its Monday."""
    return {f"{one.monday:%d %b}": float(one.needed.value) for one in made.weeks if one.needed.value}  # type: ignore[arg-type]


def replacing(made: Plan) -> list[str]:
    return [one.text for one in made.assumptions if one.text.startswith("Replacing")]


def test_the_goal_goes_first_and_what_is_old_takes_the_hours_it_leaves() -> None:
    made = planned(with_old(4, date(2026, 12, 30)))

    # 10 h for four laptops: 6 are left on 22 December, 4 more are taken of the 21st.
    assert needed(made) == {"21 Dec": 17, "28 Dec": 26, "04 Jan": 6}
    assert replacing(made) == []


def test_weeks_are_shown_for_a_fortnight_after_the_last_thing_works() -> None:
    # The link works on 5 January: what is replaced by the 19th is shown, what is replaced later is not.
    assert needed(planned(with_old(2, date(2027, 1, 19))))["18 Jan"] == 5
    assert "18 Jan" not in needed(planned(with_old(2, date(2027, 1, 20))))


def test_weeks_go_on_to_the_last_of_several_goals() -> None:
    estate = mill()
    packing = goal(estate, team="packing", to=14, need_by=date(2027, 3, 1), ref="packing")

    assert planned(estate, goal(estate), packing).weeks[-1].monday == date(2027, 3, 1)


def test_what_does_not_fit_beside_the_goal_is_said_with_its_hours() -> None:
    made = planned(with_old(24, date(2026, 11, 30)))

    # 24 x 2.5 h against the three days from 23 November: 60 - 19.5 is 40.5, an hour begun counts whole.
    (said,) = replacing(made)
    assert said.startswith("Replacing what is old takes 60 h in these weeks, 41 h more than is free")


def test_seats_that_growing_use_asks_for_take_time_and_a_growing_link_takes_none() -> None:
    def growing(pool: str, *values: int) -> Plan:
        days = [TODAY - timedelta(days=30 * (4 - n)) for n in range(4)]
        rows = tuple(
            MeasurementFact(f"m{n}", pool, day, Decimal(value))
            for n, (day, value) in enumerate(zip(days, values, strict=True))
        )
        return planned(replace(mill(), measurements=rows))

    # Three more in thirty days: by 1 December one seat more, a quarter of an hour on the day before.
    assert needed(growing("crm", 15, 18, 21, 24))["30 Nov"] == 0.25
    assert "30 Nov" not in needed(growing("link", 130, 140, 150, 160))


def test_after_the_goal_all_hours_are_there_again() -> None:
    # Three laptops by Tuesday 19 January: 6.5 h on Monday, one hour on Friday before.
    found = needed(planned(with_old(3, date(2027, 1, 19))))

    assert (found["11 Jan"], found["18 Jan"]) == (1, 6.5)
