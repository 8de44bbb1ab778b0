"""People who come in steps: on which days, how many, and what does not add up."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.findings.sentences_en import say
from fullscore.engine.goals.goal import Goal
from fullscore.engine.goals.periods import Edge, Period
from fullscore.engine.goals.sentences.ramps import turns
from tests.engine.goals.mill import TODAY, house, read

# New Year is a holiday and Friday: work begins on 4 January 2027. 1 May 2027 is a Saturday.
JAN, FEB, MARCH = date(2027, 1, 4), date(2027, 2, 1), date(2027, 3, 1)


def understood(sentence: str) -> Goal:
    reading = read(sentence)
    assert [say(one) for one in reading.refusals] == []
    assert reading.goal is not None
    assert reading.not_understood == ()
    return reading.goal


@pytest.mark.parametrize(
    ("sentence", "change", "steps"),
    [
        ("hire 12 reps: 6 on 4 January and 6 on 1 February", 12, [(JAN, 6), (FEB, 6)]),
        ("hire 12 reps: 6 on 1 February and 6 on 4 January", 12, [(JAN, 6), (FEB, 6)]),
        ("hire 6 reps on 4 January and 6 on 1 February", 12, [(JAN, 6), (FEB, 6)]),
        ("hire 6 people for Sales in January and 5 more in February", 11, [(JAN, 6), (FEB, 5)]),
        ("12 more reps, half in January and half in February", 12, [(JAN, 6), (FEB, 6)]),
        ("13 more reps, half in January and half in February", 13, [(JAN, 7), (FEB, 6)]),
        ("13 more reps, half in January and the other half in March", 13, [(JAN, 7), (MARCH, 6)]),
        ("10 more reps: a third in January, a third in February and a third in March", 10,
         [(JAN, 4), (FEB, 3), (MARCH, 3)]),
        ("12 more reps: three quarters in January and a quarter in March", 12, [(JAN, 9), (MARCH, 3)]),
        ("12 more reps: 25% in January and 75 percent in March", 12, [(JAN, 3), (MARCH, 9)]),
        ("hire 12 reps, 5 in January and the rest in February", 12, [(JAN, 5), (FEB, 7)]),
        ("hire 12 reps, half in January, 2 in February and the rest in March", 12,
         [(JAN, 6), (FEB, 2), (MARCH, 4)]),
        ("hire 12 reps, 6 of them on 4 January and the remaining 6 on 1 February", 12, [(JAN, 6), (FEB, 6)]),
        ("hire 12 reps by March, half in January and the rest in March", 12, [(JAN, 6), (MARCH, 6)]),
        ("hire 12 reps in Q1, 4 in January and 8 in March", 12, [(JAN, 4), (MARCH, 8)]),
        ("hire 4 reps a month from January to March", 12, [(JAN, 4), (FEB, 4), (MARCH, 4)]),
        ("hire 12 reps, 4 a month from January to March", 12, [(JAN, 4), (FEB, 4), (MARCH, 4)]),
        ("hire 4 reps each month in Q1", 12, [(JAN, 4), (FEB, 4), (MARCH, 4)]),
        ("hire 4 reps per month by March", 16, [(date(2026, 12, 1), 4), (JAN, 4), (FEB, 4), (MARCH, 4)]),
        ("hire 4 reps a month until March", 16, [(date(2026, 12, 1), 4), (JAN, 4), (FEB, 4), (MARCH, 4)]),
        ("hire 4 reps a month from November to January", 12,
         [(TODAY, 4), (date(2026, 12, 1), 4), (JAN, 4)]),
        ("add 4 people to sales every month in Q1", 12, [(JAN, 4), (FEB, 4), (MARCH, 4)]),
        ("hire 4 reps each in January and February", 8, [(JAN, 4), (FEB, 4)]),
        ("hire 13 reps, 4 a month from January", 13, [(JAN, 4), (FEB, 4), (MARCH, 4), (date(2027, 4, 1), 1)]),
        ("hire 2 reps a week in January", 8,
         [(JAN, 2), (date(2027, 1, 11), 2), (date(2027, 1, 18), 2), (date(2027, 1, 25), 2)]),
        ("hire 5 reps a quarter in 2027", 20,
         [(JAN, 5), (date(2027, 4, 1), 5), (date(2027, 7, 1), 5), (date(2027, 10, 1), 5)]),
        ("grow sales to 30 in January and to 36 in March", 12, [(JAN, 6), (MARCH, 6)]),
        ("cut packing to 8 in January and to 5 in March", -5, [(JAN, 2), (MARCH, 3)]),
        ("cut packing from 10 to 6: 2 on 4 January and 2 on 1 February", -4, [(JAN, 2), (FEB, 2)]),
        ("grow sales by 50%: 6 by 31 January and 6 by 28 February", 12,
         [(date(2027, 1, 29), 6), (date(2027, 2, 26), 6)]),
        ("hire 12 reps: 4 on 2 January, 2 on 4 January and 6 in March", 12, [(JAN, 6), (MARCH, 6)]),
    ],
)  # fmt: skip
def test_people_come_in_the_steps_a_sentence_says(
    sentence: str, change: int, steps: list[tuple[date, int]]
) -> None:
    goal = understood(sentence)

    assert goal.delta == change
    assert [(one.on, one.people) for one in goal.arrivals] == steps
    assert goal.need_by == steps[0][0]
    assert goal.period.edge is Edge.START
    assert goal.period.start <= steps[0][0]
    assert steps[-1][0] <= goal.period.end


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("hire 12 reps: 6 on 4 January and 7 on 1 February", "goal-ramp-does-not-fit"),
        ("hire 12 reps, 4 a month from January to February", "goal-ramp-does-not-fit"),
        ("12 more reps: half in January and a third in February", "goal-ramp-does-not-fit"),
        ("hire 12 reps: 0 on 4 January and 12 on 1 February", "goal-step-not-people"),
        ("hire 12 reps: 12 on 4 January and the rest on 1 February", "goal-step-not-people"),
        ("hire 12 reps: 5.5 on 4 January and 6.5 on 1 February", "goal-step-not-people"),
        ("hire 0 reps a month from January to March", "goal-step-not-people"),
        ("hire 1.5 reps a month from January to March", "goal-step-not-people"),
        ("hire 12 reps in Q1: 6 in January and 6 in May", "goal-step-outside-period"),
        ("hire 12 reps: 6 in January and 6 on 31 February", "goal-date-does-not-exist"),
        ("hire 12 reps: 6 on 1 March 2020 and 6 in January", "goal-period-past"),
        ("half of the reps in January and half in February", "goal-number-missing"),
    ],
)
def test_steps_that_do_not_fit_are_refused_by_name(sentence: str, code: str) -> None:
    reading = read(sentence)

    assert reading.goal is None
    assert code in [one.code for one in reading.refusals]
    assert all(say(one) for one in reading.refusals)


def test_the_refusal_says_both_sums() -> None:
    (finding,) = read("hire 12 reps: 6 on 4 January and 7 on 1 February").refusals

    assert say(finding) == ("The steps add up to 13 people, the goal is 12. Correct the steps or the goal.")


def test_everybody_on_one_day_is_no_ramp() -> None:
    goal = understood("hire 12 reps: 5 on 2 January and 7 on 4 January")

    assert goal.arrivals == ()
    assert goal.need_by == JAN


def test_a_ramp_may_lie_in_a_longer_period() -> None:
    goal = understood("hire 12 reps in Q1: 6 in January and 6 in February")

    assert goal.period == Period(date(2027, 1, 1), date(2027, 3, 31))


def test_a_ramp_of_people_for_a_time_names_their_last_day() -> None:
    sentence = "hire 30 temps for packing until 31 August: 15 on 1 June and 15 on 1 July"
    goal = understood(sentence)

    assert goal.until == date(2027, 8, 31)
    assert goal.period == Period(date(2027, 6, 1), date(2027, 8, 31))


@given(
    st.dates(date(2026, 12, 1), date(2030, 1, 1)), st.integers(0, 700),
    st.sampled_from(["week", "month", "quarter", "year"]),
)  # fmt: skip
def test_a_rate_has_one_working_day_in_each_turn(start: date, days: int, unit: str) -> None:
    period = Period(start, date.fromordinal(start.toordinal() + days))
    found = turns(period, unit, house())

    assert found == sorted(set(found))
    assert all(house().calendar.is_workday(day) for day in found)
    firsts = {
        _turn(date.fromordinal(day), unit) for day in range(start.toordinal(), period.end.toordinal() + 1)
    }
    assert len(found) <= len(firsts)
    # Two turns share a day only where the first of them has no working day left.
    assert len(found) >= len(firsts) - 1


def _turn(day: date, unit: str) -> object:
    months = {"month": 1, "quarter": 3, "year": 12}
    return day.isocalendar()[:2] if unit == "week" else (day.year, (day.month - 1) // months[unit])


def test_steps_without_a_direction_are_quoted_in_the_question() -> None:
    (finding,) = read("Sales: 6 in January and 6 in March").refusals

    assert finding.code == "goal-direction-missing"
    assert finding.values["said"] == "6 in January and 6"


def test_turns_start_today_at_the_earliest_and_there_is_one_at_least() -> None:
    november = Period(date(2026, 11, 1), date(2026, 11, 30))

    assert turns(november, "month", house()) == [TODAY]
    assert turns(Period(TODAY, date(2026, 11, 30)), "month", house()) == [TODAY]
    assert turns(Period(TODAY, date(2026, 12, 1)), "month", house()) == [date(2026, 12, 1)]
