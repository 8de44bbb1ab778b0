"""Kept goals: they come back as they were kept, and ask for less as people come."""

import json
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.calendars.workdays import Calendar
from fullscore.engine.estate.facts import Estate, PersonFact, SiteFact, TeamFact
from fullscore.engine.goals.goal import Arrival, Goal, House
from fullscore.engine.goals.periods import Edge, Period, Reckoning
from fullscore.engine.goals.plans import keeping

TODAY = date(2026, 11, 23)
SALES, PACKING = TeamFact("sales", "Sales", "Commercial"), TeamFact("packing", "Packing")
ERIE = SiteFact("erie", "Erie")
QUARTER = Period(date(2027, 1, 1), date(2027, 3, 31))


def house(on: date = TODAY) -> House:
    return House("mill", "USD", Reckoning(on), Calendar(), Calendar())


def estate(sales: int, *, erie: int = 0) -> Estate:
    here = [PersonFact(f"s{n:03}", "sales", "dayton") for n in range(sales)]
    there = [PersonFact(f"e{n:03}", "sales", "erie") for n in range(erie)]
    return Estate(people=(*here, *there), teams=(PACKING, SALES), sites=(ERIE,))


def goal(ref: str, before: int, after: int, **other: object) -> Goal:
    made = Goal(ref, SALES, before, after, QUARTER, date(2027, 1, 4))
    return replace(made, **other)  # type: ignore[arg-type]  # fields by name


def rest(present: int, *goals: Goal, on: date = TODAY, erie: int = 0) -> dict[str, int]:
    left = keeping.left_of(goals, estate(present, erie=erie), house(on))
    return {one.ref: one.delta for one in left.goals}


days = st.dates(date(2026, 1, 1), date(2030, 1, 1))


@st.composite
def goals(draw: st.DrawFn) -> Goal:
    start, length = draw(days), draw(st.integers(0, 400))
    steps = draw(st.lists(st.tuples(days, st.integers(1, 9)), max_size=4, unique_by=lambda one: one[0]))
    total = sum(people for _, people in steps) or draw(st.integers(1, 60))
    before = draw(st.integers(0, 60))
    return Goal(
        draw(st.sampled_from(["g-1", "g-22"])), draw(st.sampled_from([SALES, PACKING])), before,
        before + total,
        Period(start, start + timedelta(days=length), draw(st.sampled_from(Edge)), ("as said",)),
        draw(days), draw(st.none() | days), tuple(Arrival(*step) for step in sorted(steps)),
        draw(st.none() | st.just(ERIE)), draw(st.booleans()), draw(st.integers(1, 9)),
    )  # fmt: skip


@given(goals())
def test_a_goal_comes_back_exactly_as_it_was_kept(kept: Goal) -> None:
    plain = json.loads(json.dumps(keeping.to_plain(kept)))

    assert keeping.from_plain(plain, estate(3), ref=kept.ref) == kept


def test_a_team_that_is_gone_keeps_the_name_it_had() -> None:
    plain = keeping.to_plain(goal("g-1", 24, 36))

    found = keeping.from_plain(plain, Estate(), ref="g-1")

    assert (found.team.ref, found.team.name) == ("sales", "Sales")


def test_who_has_come_is_no_longer_asked_for() -> None:
    assert rest(24, goal("g-1", 24, 36)) == {"g-1": 12}
    assert rest(30, goal("g-1", 24, 36)) == {"g-1": 6}
    assert rest(36, goal("g-1", 24, 36)) == {}


def test_who_left_meanwhile_is_asked_for_as_well() -> None:
    assert rest(22, goal("g-1", 24, 36)) == {"g-1": 14}


def test_who_comes_counts_for_the_goal_needed_first_whichever_was_kept_first() -> None:
    later = goal("g-1", 24, 34, need_by=date(2027, 3, 1))
    sooner = goal("g-2", 24, 30)

    assert rest(24, later, sooner) == {"g-1": 10, "g-2": 6}
    assert rest(32, later, sooner) == {"g-1": 8}
    assert rest(40, later, sooner) == {}


def test_growing_and_then_shrinking_is_both() -> None:
    up, down = goal("g-1", 24, 36), goal("g-2", 36, 30, need_by=date(2027, 3, 1))

    assert rest(24, up, down) == {"g-1": 12, "g-2": -6}
    assert rest(36, up, down) == {"g-2": -6}


def test_a_team_that_shrank_already_shrinks_no_further() -> None:
    assert rest(20, goal("g-1", 24, 20)) == {}
    assert rest(22, goal("g-1", 24, 20)) == {"g-1": -2}


def test_seasonal_people_who_have_gone_are_not_planned_again() -> None:
    season = goal("g-1", 24, 54, until=date(2027, 1, 31))

    assert rest(24, season) == {"g-1": 30}
    assert rest(24, season, on=date(2027, 2, 1)) == {}


def test_a_goal_past_its_day_is_needed_on_the_next_working_day() -> None:
    saturday = date(2027, 1, 9)

    (late,) = keeping.left_of([goal("g-1", 24, 36)], estate(30), house(saturday)).goals

    assert (late.need_by, late.delta) == (date(2027, 1, 11), 6)


def test_a_goal_whose_period_is_over_is_named_and_no_longer_planned() -> None:
    left = keeping.left_of([goal("g-1", 24, 36)], estate(30), house(date(2027, 4, 1)))

    assert left.goals == ()
    (finding,) = left.findings
    assert (finding.code, finding.subject.ref) == ("kept-goal-over", "g-1")
    assert (finding.values["missing"], finding.values["people"]) == (6, 12)


def test_the_first_of_a_ramp_are_those_who_are_there() -> None:
    ramp = (Arrival(date(2027, 1, 4), 5), Arrival(date(2027, 2, 1), 4), Arrival(date(2027, 3, 1), 3))
    kept = goal("g-1", 24, 36, arrivals=ramp)

    (half,) = keeping.left_of([kept], estate(31), house()).goals

    assert half.arrivals == (Arrival(date(2027, 2, 1), 2), Arrival(date(2027, 3, 1), 3))
    assert half.need_by == date(2027, 2, 1)


def test_a_step_that_is_past_moves_to_the_next_working_day() -> None:
    ramp = (Arrival(date(2027, 1, 4), 5), Arrival(date(2027, 3, 1), 7))

    (late,) = keeping.left_of([goal("g-1", 24, 36, arrivals=ramp)], estate(26), house(date(2027, 1, 9))).goals

    assert late.arrivals == (Arrival(date(2027, 1, 11), 3), Arrival(date(2027, 3, 1), 7))


def test_who_works_at_a_new_site_counts_for_its_opening_only() -> None:
    opening = goal("g-2", 24, 29, site=ERIE, is_new_site=True)

    assert rest(24, goal("g-1", 24, 36), opening, erie=3) == {"g-1": 12, "g-2": 2}


@given(st.lists(st.tuples(st.integers(1, 20), days), min_size=1, max_size=5), st.integers(0, 120))
def test_all_that_is_left_is_all_that_was_asked_less_all_who_came(
    asked: list[tuple[int, date]], came: int
) -> None:
    far = Period(date(2026, 1, 1), date(2031, 1, 1))
    kept = [
        goal(f"g-{n}", 24, 24 + people, need_by=day, period=far) for n, (people, day) in enumerate(asked, 1)
    ]

    left = rest(24 + came, *kept)

    assert sum(left.values()) == max(0, sum(people for people, _ in asked) - came)
    assert all(left.get(one.ref, 0) <= one.delta for one in kept)


@given(st.integers(0, 40), st.integers(0, 40))
def test_one_more_who_came_never_leaves_more_to_come(came: int, more: int) -> None:
    kept = [goal("g-1", 24, 36), goal("g-2", 24, 30, need_by=date(2027, 2, 1))]

    assert sum(rest(24 + came + more, *kept).values()) <= sum(rest(24 + came, *kept).values())


def test_people_on_top_of_accepted_ones_are_said_to_be() -> None:
    (told,) = keeping.beside(goal("asked", 24, 36), [goal("g-1", 24, 30), goal("g-2", 36, 24)])

    assert told.code == "goal-beside-accepted"
    assert (told.values["others"], told.values["all"], told.values["plans"]) == (6, 18, ("g-1",))
    assert keeping.beside(goal("asked", 24, 36), []) == ()


def test_the_heads_of_a_kept_goal_are_counted_from_people_and_other_plans() -> None:
    trace = keeping.traced(goal("asked", 36, 40), estate(24), house())

    before, after, delta = trace.args
    assert (before.value, after.value, delta.value) == (36, 40, 4)
    assert [part.value for part in before.args] == [24, 12]
    assert len(before.args[0].args) == 24
