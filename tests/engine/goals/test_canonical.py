"""What was understood is said back in one sentence; read again, it gives the same goal."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from fullscore.engine.estate.facts import Estate, SiteFact, TeamFact
from fullscore.engine.findings.sentences_en import say
from fullscore.engine.goals.goal import Arrival, Goal, House
from fullscore.engine.goals.periods import Edge, Period
from fullscore.engine.goals.sentences.canonical import canonical, compose
from fullscore.engine.goals.sentences.meant import EVERYBODY
from fullscore.engine.goals.sentences.ramps import need_by_of
from fullscore.engine.goals.sentences.whereabouts import fact_of
from tests.engine.goals.mill import TODAY, house, mill, people, read

HOUSES = (
    house(),
    house(date(2026, 12, 31)),
    house(date(2028, 2, 29)),
    house(date(2027, 7, 1), fiscal_start_month=7, date_order="dmy"),
    house(
        events={
            "packing": (date(2028, 5, 1), date(2028, 5, 2)),
            "sales": (date(2029, 1, 1), date(2029, 1, 9)),
        }
    ),
)
# Names that are also words of a sentence, beside plain ones.
NAMES = (
    "Sales",
    "Packing",
    "Inside Sales",
    "Sales Support",
    "IT",
    "R&D",
    "2nd Shift",
    "Night shift",
    "Plant 2",
    "May",
    "March",
    "New Plant",
    "Audit",
    "Half Time",
    "Temps",
    "Double Check",
    "Growth",
    "The Q1 Team",
    "until June",
    "Customer Service Levels",
    'The "A" Team',
    "in 6 weeks",
    "Hire",
    "50 percent",
    "Ångström",
    "Ones",
    "Open Office",
    "new site in Erie",
    "Not",
    "If",
)
PLACES = (
    "Dayton",
    "Lima",
    "New York",
    "Erie",
    "St. Mary's 2",
    "March",
    "Unit 7",
    "Rio de Janeiro",
    "with",
    "A",
)


def estate_of(team: str, site: str) -> Estate:
    teams = tuple(
        TeamFact(f"t-{step}", name) for step, name in enumerate(dict.fromkeys((team, "Sales", "Packing")))
    )
    sites = tuple(SiteFact(f"s-{step}", name) for step, name in enumerate(dict.fromkeys((site, "Dayton"))))
    return replace(mill(), teams=teams, sites=sites, people=people("t-0", 7), items=(), seats=())


IN_TURNS = "4 on 4 January 2027, 4 on 1 February 2027 and 4 on 1 March 2027"
RATE = f"Grow Sales from 24 to 36 people in Q1 2027: {IN_TURNS}"
DAYTON = (
    "Grow Sales from 24 to 26 people, the new ones in Dayton: 1 on 4 January 2027 and 1 on 1 February 2027"
)
days = st.integers(1, 700)


@st.composite
def asked(draw: st.DrawFn) -> tuple[Goal, Estate, House]:
    """Return a goal as a sentence may mean it, its estate and its house."""
    home = draw(st.sampled_from(HOUSES))
    name, place = draw(st.sampled_from(NAMES)), draw(st.sampled_from(PLACES))
    estate = estate_of(name, place)
    is_new = draw(st.booleans())
    site = fact_of("Sixth Avenue") if is_new else draw(st.sampled_from((None, estate.sites[0])))
    team = EVERYBODY if is_new and draw(st.booleans()) else estate.teams[0]
    before = 0 if team is EVERYBODY else 7
    change = draw(st.integers(1, 40)) if is_new else draw(st.integers(-6, 40).filter(bool))
    period = draw(periods(home))
    steps = draw(ramps(period, abs(change), home))
    until = None
    if change > 0 and draw(st.booleans()):
        until = max(period.end, need_by_of(period, home)) + timedelta(days=draw(days))
        period = period if period.edge is Edge.END and not steps else Period(period.start, until)
    elif steps:
        period = Period(period.start, period.end)
    goal = Goal(
        "asked",
        team,
        before,
        before + change,
        period,
        steps[0].on if steps else need_by_of(period, home),
        until,
        steps,
        site,
        is_new,
    )
    return goal, estate, home


@st.composite
def periods(draw: st.DrawFn, home: House) -> Period:
    start = home.on + timedelta(days=draw(days))
    end = start + timedelta(days=draw(st.sampled_from((0, 0, 1, 27, 30, 89, 400))))
    if draw(st.booleans()):
        assume(home.calendar.on_or_before(start) >= home.on)
        return Period(home.on, start, Edge.END)
    return Period(start, end)


@st.composite
def ramps(draw: st.DrawFn, period: Period, change: int, home: House) -> tuple[Arrival, ...]:
    first, last = home.calendar.on_or_after(period.start), home.calendar.on_or_before(period.end)
    found = {
        home.calendar.on_or_after(first + timedelta(days=step)) for step in draw(st.sets(days, max_size=4))
    }
    inside = sorted(day for day in found if first <= day <= last)
    if not 1 < len(inside) <= change:
        return ()
    steps = [Arrival(day, 1) for day in inside[:-1]]
    return (*steps, Arrival(inside[-1], change - len(steps)))


@given(asked())
def test_the_sentence_of_a_goal_means_that_goal(case: tuple[Goal, Estate, House]) -> None:
    goal, estate, home = case
    sentence = canonical(goal, home)
    reading = read(sentence, estate, home)

    assert [say(one) for one in reading.refusals] == [], sentence
    assert reading.goal == goal, sentence
    assert reading.not_understood == (), sentence
    assert canonical(reading.goal, home) == sentence


@pytest.mark.parametrize(
    ("sentence", "again"),
    [
        (
            "We need to scale our sales team by 50 percent next quarter",
            "Grow Sales from 24 to 36 people in Q1 2027",
        ),
        ("hire 12 reps in March", "Grow Sales from 24 to 36 people in March 2027"),
        ("hire 12 reps on 1 March", "Grow Sales from 24 to 36 people on 1 March 2027"),
        ("hire 12 reps by 1 March", "Grow Sales from 24 to 36 people by 1 March 2027"),
        (
            "hire 12 reps from 1 to 20 March",
            "Grow Sales from 24 to 36 people between 1 March 2027 and 20 March 2027",
        ),
        ("lay off 9 people in packing on 1 March", "Reduce Packing from 10 to 1 person on 1 March 2027"),
        (
            "hire 30 seasonal workers in Packing from October to January",
            "Grow Packing temporarily from 10 to 40 people, from 1 October 2027 until 31 January 2028",
        ),
        (
            "hire 30 workers in Packing by 1 March until 30 June",
            "Grow Packing temporarily from 10 to 40 people, by 1 March 2027 until 30 June 2027",
        ),
        (
            "hire 12 reps: 6 on 4 January and 6 on 1 February",
            "Grow Sales from 24 to 36 people: 6 on 4 January 2027 and 6 on 1 February 2027",
        ),
        ("hire 4 reps a month in Q1", RATE),
        (
            "hire 5 reps in Dayton in March",
            "Grow Sales from 24 to 29 people, the new ones in Dayton, in March 2027",
        ),
        (
            "hire 2 reps in Dayton: 1 on 4 January and 1 on 1 February",
            DAYTON,
        ),
        (
            "lay off 2 reps in Dayton in March",
            "Reduce Sales from 24 to 22 people, the ones in Dayton, in March 2027",
        ),
        (
            "open a second plant in Erie with 40 people on 1 March",
            "Open a new site in Erie with 40 people on 1 March 2027",
        ),
        (
            "open a shop in Erie with 1 person for sales on 1 March",
            "Open a new site in Erie with 1 person for Sales on 1 March 2027",
        ),
    ],
)
def test_a_goal_is_said_back_in_plain_words(sentence: str, again: str) -> None:
    goal = read(sentence).goal
    assert goal is not None

    assert canonical(goal, house()) == again
    assert read(again).goal == goal


def test_a_quarter_is_named_only_where_no_fiscal_year_has_another() -> None:
    fiscal = house(fiscal_start_month=7)
    goal = read("hire 12 reps in Q1 2027", of=fiscal).goal
    assert goal is not None

    assert canonical(goal, fiscal).endswith("between 1 January 2027 and 31 March 2027")


def test_a_form_needs_no_period() -> None:
    day, last = date(2027, 1, 4), date(2027, 8, 31)

    assert compose("Sales", 24, 36, day, None, [], "", is_new_site=False) == (
        "Grow Sales from 24 to 36 people on 4 January 2027"
    )
    assert compose("Sales", 24, 36, day, last, [], "", is_new_site=False) == (
        "Grow Sales temporarily from 24 to 36 people, from 4 January 2027 until 31 August 2027"
    )
    assert compose("", 0, 4, day, None, [(day, 1), (date(2027, 2, 1), 3)], "Erie", is_new_site=True) == (
        "Open a new site in Erie with 4 people: 1 on 4 January 2027 and 3 on 1 February 2027"
    )
    assert compose("Sales", 24, 36, day, last, [(day, 6), (date(2027, 2, 1), 6)], "", is_new_site=False) == (
        "Grow Sales temporarily from 24 to 36 people, from 4 January 2027 until 31 August 2027: "
        "6 on 4 January 2027 and 6 on 1 February 2027"
    )


@pytest.mark.parametrize("name", ["May", "2nd Shift", "in 6 weeks", "sales", "New Plant"])
def test_a_name_that_could_be_something_else_stands_between_quotes(name: str) -> None:
    assert f'"{name}"' in compose(name, 24, 36, TODAY, None, [], "", is_new_site=False)
