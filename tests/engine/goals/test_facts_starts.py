"""And if they start later: which other starts are shown, and what each of them means."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from fullscore.engine.estate.facts import Estate
from fullscore.engine.goals.goal import Arrival, Goal
from fullscore.engine.goals.periods import Period
from fullscore.engine.goals.plans.later import Start, starts
from tests.engine.goals.mill import CRM, LAPTOP, LINK, NEW_YEAR, goal, house, mill, of, planned


def shown(estate: Estate, asked: Goal) -> tuple[Start, ...]:
    return starts(
        asked,
        planned(estate, asked),
        house(),
        plan_of=lambda one: planned(estate, one),
        say=lambda one: one.ref,
    )


def in_time() -> Estate:
    """Without the link nothing is late."""
    return replace(mill(), pools=(CRM,), levels=())


def test_when_all_is_in_time_the_start_four_weeks_later_is_compared() -> None:
    found = shown(in_time(), goal(in_time()))

    assert [one.label for one in found] == [
        "12 on 4 January", "6 on 4 January, 6 on 1 February", "12 on 1 February",
    ]  # fmt: skip
    assert [(one.late_orders, one.people_without, one.working_days) for one in found] == [(0, 0, 0)] * 3
    # The steps' period lasts as long as the goal's, and as long as the last step.
    until = [Period(NEW_YEAR, date(2027, 2, 28)), Period(NEW_YEAR, NEW_YEAR)]
    periods = [shown(in_time(), replace(goal(in_time()), period=one))[1].goal.period for one in until]
    assert [(one.start, one.end) for one in periods] == [
        (NEW_YEAR, date(2027, 2, 28)), (NEW_YEAR, date(2027, 2, 1)),
    ]  # fmt: skip
    # Four weeks of five days for six people, and for all twelve.
    assert [one.days_given_up for one in found] == [0, 120, 240]


def test_an_odd_one_comes_with_the_first_half() -> None:
    assert shown(in_time(), goal(in_time(), to=35))[1].label == "6 on 4 January, 5 on 1 February"


def test_one_newcomer_comes_later_but_not_in_steps_and_two_may() -> None:
    estate = replace(in_time(), items=mill().items[:24], orders=())

    assert [one.label for one in shown(estate, goal(estate, to=25))] == ["1 on 4 January", "1 on 1 February"]
    assert shown(estate, goal(estate, to=26))[1].label == "1 on 4 January, 1 on 1 February"


def test_who_comes_in_steps_already_is_not_divided_again() -> None:
    ramp = replace(goal(in_time()), arrivals=(Arrival(NEW_YEAR, 2), Arrival(date(2027, 3, 1), 10)))

    assert [one.label for one in shown(in_time(), ramp)] == [
        "2 on 4 January, 10 on 1 March",
        "12 on 1 February",
    ]


def test_who_goes_again_before_the_later_start_is_not_asked_to_start_later() -> None:
    until = [date(2027, 1, 31), date(2027, 2, 1)]
    seasons = [replace(goal(in_time()), until=last) for last in until]

    assert [len(shown(in_time(), season)) for season in seasons] == [1, 3]


def test_fewer_people_and_people_for_whom_there_is_enough_start_no_other_day() -> None:
    enough = replace(mill(), pools=(), seats=(), levels=(), items=mill().items[:24], models=())

    assert len(shown(in_time(), goal(in_time(), to=20))) == 1
    assert len(shown(enough, goal(enough))) == 1


def test_of_several_late_orders_the_longest_wait_and_most_people_are_told() -> None:
    # The link works ten working days late for all twelve; nine of twelve wait for their laptops.
    slow = replace(LINK, lead_days=35)
    laptops = replace(LAPTOP, lead_days=28)
    estate = replace(mill(), pools=(CRM, slow), models=(laptops,))
    made = planned(estate)
    first = shown(estate, goal(estate))[0]

    waits = {
        ref: (late.people.value, late.working_days.value)
        for ref in ("link", "laptop-14")
        if (timing := of(made, ref).timing) and (late := timing.late)
    }
    assert waits["link"][0] == 12
    assert waits["laptop-14"][0] == 9
    assert waits["laptop-14"][1] != waits["link"][1]
    # The later start is the one at which all of it works.
    works = [of(made, ref).timing.late.earliest.value for ref in ("link", "laptop-14")]  # type: ignore[union-attr]
    assert shown(estate, goal(estate))[-1].goal.need_by == max(works)  # type: ignore[type-var]
    assert first.late_orders == 2
    assert first.people_without == 12
    assert first.working_days == max(Decimal(str(days)) for _, days in waits.values())
