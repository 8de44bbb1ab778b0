"""Who sets things up, and how many hours are free on a day."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.estate.facts import AbsenceFact, Estate, PersonFact, TeamFact
from fullscore.engine.findings.trace import Source, Trace
from fullscore.engine.goals.goal import Assumption
from fullscore.engine.goals.hours.crew import Crew, crew_of
from tests.engine.goals.mill import TODAY, house
from tests.engine.goals.recomputing import wrong_in

D = Decimal
DAY = timedelta(days=1)
TUESDAY = date(2026, 11, 24)
THANKSGIVING, SATURDAY = date(2026, 11, 26), date(2026, 11, 28)
TOMAS = PersonFact("Tomas Reyes", "ops", "dayton", sets_up=True, hours_week=D(40), ticket_share=70)
ANN = PersonFact("Ann Lee", "ops", "dayton", sets_up=True, hours_week=D(20), ticket_share=40)


def crew(
    *people: PersonFact, teams: tuple[TeamFact, ...] = (), absences: tuple[AbsenceFact, ...] = ()
) -> Crew:
    return crew_of(Estate(people=people, teams=teams, absences=absences), house())


def away(person: str, first: date, last: date, ref: str = "a") -> AbsenceFact:
    return AbsenceFact(ref, person, first, last)


def test_a_day_has_the_weeks_hours_over_its_days_less_what_tickets_take() -> None:
    assert crew(TOMAS).free(TUESDAY) == Fraction(40, 5) * Fraction(30, 100)
    assert crew(TOMAS, ANN).free(TUESDAY) == Fraction("2.4") + Fraction("2.4")


def test_a_week_of_six_working_days_has_shorter_days() -> None:
    of_six = house()
    six = replace(of_six, calendar=replace(of_six.calendar, weekdays="123456"))

    found = crew_of(Estate(people=(TOMAS,)), six)

    assert found.free(SATURDAY) == found.free(TUESDAY) == 2


def test_nobody_sets_things_up_when_the_house_is_closed() -> None:
    assert crew(TOMAS).free(THANKSGIVING) == 0
    assert crew(TOMAS).free(SATURDAY) == 0


def test_an_absence_takes_its_days_and_no_others() -> None:
    found = crew(TOMAS, ANN, absences=(away("Ann Lee", TUESDAY, date(2026, 11, 25)),))

    assert [found.free(TODAY + DAY * step) for step in (0, 1, 2, 7)] == [
        Fraction("4.8"), Fraction("2.4"), Fraction("2.4"), Fraction("4.8"),
    ]  # fmt: skip


def test_two_absences_on_one_day_take_it_once() -> None:
    twice = (away("Ann Lee", TODAY, date(2026, 11, 25)), away("Ann Lee", TUESDAY, TUESDAY, "b"))

    found = crew(TOMAS, ANN, absences=twice)

    assert found.free(TUESDAY) == Fraction("2.4")
    assert found.free(date(2026, 11, 25)) == Fraction("2.4")
    assert found.free(date(2026, 11, 30)) == Fraction("4.8")
    assert wrong_in(found.trace(TODAY, TUESDAY)) == []


def test_an_absence_that_ends_before_it_begins_is_none() -> None:
    assert crew(TOMAS, absences=(away("Tomas Reyes", TUESDAY, TODAY),)).free(TUESDAY) == Fraction("2.4")


def test_an_absence_for_ever_has_no_last_day() -> None:
    assert crew(TOMAS, absences=(away("Tomas Reyes", TUESDAY, date.max),)).free(date(2099, 1, 1)) == 0


def test_who_starts_later_has_no_hours_before_and_who_leaves_none_after() -> None:
    new = replace(TOMAS, starts_on=date(2026, 12, 1))
    going = replace(ANN, ends_on=date(2026, 12, 1))

    found = crew(new, going)

    assert found.free(date(2026, 11, 30)) == Fraction("2.4")
    assert found.free(date(2026, 12, 1)) == Fraction("4.8")
    assert found.free(date(2026, 12, 2)) == Fraction("2.4")


def test_who_has_left_sets_nothing_up() -> None:
    gone = (replace(ANN, status="left"), replace(ANN, ref="Bea", ends_on=TODAY - DAY))

    assert [hand.name for hand in crew(TOMAS, *gone).hands] == ["Tomas Reyes"]
    assert [hand.name for hand in crew(TOMAS, replace(ANN, ends_on=TODAY)).hands] == [
        "Ann Lee",
        "Tomas Reyes",
    ]


@pytest.mark.parametrize(
    "name", ["IT", "it", "Information Technology", "IT department", "The IT-Support Team"]
)
def test_nobody_ticked_the_team_called_it_sets_things_up(name: str) -> None:
    members = (replace(TOMAS, sets_up=False, team="t-1"), replace(ANN, sets_up=False, team="sales"))

    found = crew(*members, teams=(TeamFact("t-1", name), TeamFact("sales", "Sales")))

    assert (found.name, found.free(TUESDAY), found.assumptions) == ("Tomas Reyes", Fraction("2.4"), ())


@pytest.mark.parametrize("name", ["Items", "It Sales", "Departments", ""])
def test_a_team_called_otherwise_does_not(name: str) -> None:
    found = crew(replace(TOMAS, sets_up=False, team="t-1"), teams=(TeamFact("t-1", name),))

    assert found.name == "one person, assumed"


def test_a_teams_ref_names_it_as_well() -> None:
    found = crew(replace(TOMAS, sets_up=False, team="it"), teams=(TeamFact("it", "Bits and bytes"),))

    assert found.name == "Tomas Reyes"


def test_who_is_ticked_goes_before_the_team_called_it() -> None:
    other = replace(ANN, sets_up=False, team="it")

    assert crew(TOMAS, other, teams=(TeamFact("it", "IT"),)).name == "Tomas Reyes"


def test_nobody_at_all_is_one_person_and_says_so() -> None:
    found = crew(replace(TOMAS, sets_up=False))

    text = (
        "One person with 40 hours a week, 70 % of them for tickets, sets things up; "
        "nobody is ticked and no team is called IT"
    )
    assert found.free(TUESDAY) == Fraction("2.4")
    assert found.name == "one person, assumed"
    assert found.assumptions == (Assumption(text, "people", None, "sets_up"),)
    assert wrong_in(found.trace(TODAY, SATURDAY)) == []


def test_several_are_named_by_their_number() -> None:
    assert crew(TOMAS, ANN).name == "IT, 2 people"


def test_what_nobody_typed_is_assumed_and_named() -> None:
    untold = PersonFact("Kim", "ops", None, sets_up=True)
    part = replace(untold, ref="Lou", working_pattern="part time")

    found = crew(untold, part)

    assert found.free(TUESDAY) == Fraction("2.4") + Fraction("1.2")
    assert found.assumptions == (
        Assumption(
            "Kim works 40 hours a week, as is usual full time; nobody has said so",
            "people",
            "Kim",
            "hours_week",
        ),
        Assumption(
            "70 % of the time of Kim goes into tickets; nobody has said so", "people", "Kim", "ticket_share"
        ),
        Assumption(
            "Lou works 20 hours a week, as is usual part time; nobody has said so",
            "people",
            "Lou",
            "hours_week",
        ),
        Assumption(
            "70 % of the time of Lou goes into tickets; nobody has said so", "people", "Lou", "ticket_share"
        ),
    )


def test_nothing_typed_is_not_the_same_as_typed_zero() -> None:
    assert crew(replace(TOMAS, ticket_share=0)).free(TUESDAY) == 8
    assert crew(replace(TOMAS, ticket_share=100)).free(TUESDAY) == 0
    assert crew(replace(TOMAS, hours_week=D(0))).free(TUESDAY) == 0
    assert crew(replace(TOMAS, hours_week=D(0), ticket_share=0)).assumptions == ()


def test_who_is_on_leave_counts_from_a_known_return_only() -> None:
    leave = replace(TOMAS, status="on leave", ticket_share=None)
    back = (away("Tomas Reyes", TODAY, date(2026, 12, 1)),)

    open_end, known = crew(leave), crew(leave, absences=back)

    text = "Tomas Reyes is on leave and no day of return is known, so none of their hours count"
    assert open_end.free(date(2027, 6, 1)) == 0
    assert open_end.assumptions == (Assumption(text, "people", "Tomas Reyes", "status"),)
    assert [known.free(date(2026, 12, day)) for day in (1, 2)] == [0, Fraction("2.4")]
    assert crew(leave, absences=(away("Tomas Reyes", TUESDAY, TUESDAY),)).free(date(2026, 12, 2)) == 0


def test_the_free_hours_of_a_week_open_to_people_hours_shares_and_absences() -> None:
    told = replace(TOMAS, provenance={"hours_week": ["bamboohr", 7, 4, None]})
    absences = (away("Ann Lee", TUESDAY, date(2026, 11, 25)),)
    estate = Estate(people=(told, ANN), absences=absences, files={7: "people.csv"})

    week = crew_of(estate, house()).trace(TODAY, date(2026, 11, 29))

    ann, tomas = week.args
    a_day, there = ann.args
    # Of the five days Thanksgiving and the Friday after are closed.
    assert (week.value, tomas.value, ann.value) == (Fraction("9.6"), Fraction("7.2"), Fraction("2.4"))
    assert (there.value, there.args[0].value, there.args[1].value) == (1, 3, 2)
    assert [(one.value, one.row, one.note) for one in there.args[1].args] == [
        (day, Source("absences", "a", "starts_on"), "Ann Lee: absent")
        for day in (TUESDAY, date(2026, 11, 25))
    ]
    hours, share = tomas.args[0].args[0].args[0], a_day.args[1].args[1]
    assert hours.row == Source("people", "Tomas Reyes", "hours_week", "bamboohr", "people.csv", 4)
    assert share.row == Source("people", "Ann Lee", "ticket_share")
    assert wrong_in(week) == []


PEOPLE = st.builds(
    PersonFact,
    ref=st.sampled_from(["a", "b", "c"]), team=st.just("ops"), site=st.none(), sets_up=st.just(True),
    hours_week=st.none() | st.decimals(0, 60, places=2), ticket_share=st.none() | st.integers(0, 100),
    starts_on=st.none() | st.dates(date(2026, 11, 1), date(2027, 1, 1)),
    ends_on=st.none() | st.dates(TODAY, date(2027, 1, 1)),
    working_pattern=st.sampled_from([None, "part time", "full time", "shift 1"]),
    status=st.sampled_from(["active", "on leave"]),
)  # fmt: skip
SPANS = st.tuples(st.sampled_from("abc"), st.integers(-9, 40), st.integers(-1, 12))


@given(st.lists(PEOPLE, max_size=3, unique_by=lambda one: one.ref), st.lists(SPANS, max_size=5))
def test_the_free_hours_of_a_span_are_those_of_its_days(
    people: list[PersonFact], spans: list[tuple[str, int, int]]
) -> None:
    absences = tuple(
        away(who, TODAY + DAY * first, TODAY + DAY * (first + length), str(number))
        for number, (who, first, length) in enumerate(spans)
    )
    found = crew(*people, absences=absences)

    week: Trace = found.trace(TODAY, TODAY + DAY * 40)

    assert week.value == sum(found.free(TODAY + DAY * step) for step in range(41))
    assert wrong_in(week) == []
