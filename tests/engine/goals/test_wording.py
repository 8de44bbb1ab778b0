"""What a sentence is read as; every word is used or named, and nothing is guessed."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.estate.facts import TeamFact
from fullscore.engine.findings.sentences_en import say
from fullscore.engine.goals.sentences.canonical import canonical
from tests.engine.goals.mill import NEW_YEAR, TITLE, house, mill, people, read

MARCH = date(2027, 3, 1)


@pytest.mark.parametrize(
    ("sentence", "team", "before", "after", "need_by"),
    [
        (TITLE, "sales", 24, 36, NEW_YEAR),
        ("grow Sales by 12 people in March", "sales", 24, 36, MARCH),
        ("hire 12 reps in March", "sales", 24, 36, MARCH),
        ("grow sales from 24 to 36 by 1 March", "sales", 24, 36, MARCH),
        ("add 5 people to packing by 1 March", "packing", 10, 15, MARCH),
        ("double the packing team in Q1", "packing", 10, 20, NEW_YEAR),
        ("triple packing in Q1", "packing", 10, 30, NEW_YEAR),
        ("halve the packing team in Q1", "packing", 10, 5, NEW_YEAR),
        ("increase packing by half in Q1", "packing", 10, 15, NEW_YEAR),
        ("hire a dozen more people for packing in March", "packing", 10, 22, MARCH),
        ("hire twenty-five packers in March", "packing", 10, 35, MARCH),
        ("reduce the sales team by 25% in Q1", "sales", 24, 18, NEW_YEAR),
        ("scale down sales by 5 people in Q1", "sales", 24, 19, NEW_YEAR),
        ("lay off 2 people in packing in Q1", "packing", 10, 8, NEW_YEAR),
        ("5 fewer people in sales in Q1", "sales", 24, 19, NEW_YEAR),
        ("50% more people in sales in Q1", "sales", 24, 36, NEW_YEAR),
        ("Sales' headcount to 36 in Q1", "sales", 24, 36, NEW_YEAR),
        ("GROW SALES BY 50 PER CENT IN Q1!", "sales", 24, 36, NEW_YEAR),
        ("expand sales to a total of 30 people by end of February", "sales", 24, 30, date(2027, 2, 26)),
        ("next quarter sales +50%", "sales", 24, 36, NEW_YEAR),
        ("we will lay off a fifth of the packing team in Q1", "packing", 10, 8, NEW_YEAR),
        ("we're doubling the packing team in Q1", "packing", 10, 20, NEW_YEAR),
        ("a person leaves packing in Q1", "packing", 10, 9, NEW_YEAR),
        ("no later than 1 March we need 3 more people in packing", "packing", 10, 13, MARCH),
    ],
)
def test_a_sentence_becomes_a_goal(sentence: str, team: str, before: int, after: int, need_by: date) -> None:
    reading = read(sentence)

    assert [finding.code for finding in reading.refusals] == []
    assert reading.goal is not None
    found = (reading.goal.team.ref, reading.goal.head_from, reading.goal.head_to, reading.goal.need_by)
    assert found == (team, before, after, need_by)
    assert reading.not_understood == ()


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        ("", ["goal-empty"]),
        ("?!", ["goal-empty"]),
        ("x" * 501, ["goal-too-long"]),
        ("grow sales \x00 by 5 people in March", ["goal-unreadable"]),
        ("grow sales \ud800 by 5 people in March", ["goal-unreadable"]),
        ("grow sails by 50 percent next quarter", ["goal-team-unknown"]),
        ("grow the zebras by 50 percent next quarter", ["goal-team-unknown"]),
        ("grow by 50 percent next quarter", ["goal-team-missing"]),
        ("grow sales next quarter", ["goal-number-missing"]),
        ("grow sales by 50 percent", ["goal-period-missing"]),
        ("grow sales", ["goal-number-missing", "goal-period-missing"]),
        ("grow sales and packing by 5 people in March", ["goal-names-two-teams"]),
        ("grow sales by 5 people, 10 percent, in March", ["goal-names-two-numbers"]),
        ("grow sales by 5 people in March in April", ["goal-names-two-periods"]),
        ("we need 12 people in sales in March", ["goal-direction-missing"]),
        ("grow sales by 0 people in March", ["headcount-not-positive"]),
        ("grow sales by -5 people in March", ["headcount-not-positive"]),
        ("grow sales to 0 people in March", ["headcount-not-positive"]),
        ("cut sales by 100 percent in March", ["headcount-not-positive"]),
        ("cut sales by 30 people in March", ["headcount-not-positive"]),
        ("grow sales by 2.5 people in March", ["headcount-not-whole"]),
        ("grow sales to 24 people in March", ["goal-changes-nothing"]),
        ("grow sales by 99999999 people in March", ["goal-number-too-large"]),
        (f"grow sales by {2**70} people in March", ["goal-number-too-large"]),
        ("grow sales by 50 percent last quarter", ["goal-period-past"]),
        ("grow sales by 50 percent by 1 March 2020", ["goal-period-past"]),
        ("grow sales by 50 percent by 31 February 2027", ["goal-date-does-not-exist"]),
        ("we do not want to grow sales by 50 percent in March", ["goal-hangs-on-a-word"]),
        ("if we win, grow sales by 50 percent in March", ["goal-hangs-on-a-word"]),
        ("reach 99.9% uptime of the shop by March", ["goal-kind-not-planned-yet"]),
        ("close the plant in March", ["goal-kind-not-planned-yet"]),
        ("replace the CRM by March", ["goal-kind-not-planned-yet"]),
        ("cut IT spending by 10 percent next year", ["goal-kind-not-planned-yet"]),
        ("become ISO 27001 certified by next year", ["goal-kind-not-planned-yet"]),
        ("move 5 people from Sales to Packing in March", ["goal-kind-not-planned-yet"]),
        ("grow sales revenue by 50 percent next quarter", ["goal-kind-not-planned-yet"]),
    ],
)
def test_what_is_not_clear_is_asked_and_never_guessed(sentence: str, codes: list[str]) -> None:
    reading = read(sentence)

    assert reading.goal is None
    assert [finding.code for finding in reading.refusals] == codes
    assert all(say(finding) for finding in reading.refusals)


def test_a_misspelt_team_gets_the_one_that_was_meant() -> None:
    (finding,) = read("grow sails by 50 percent next quarter").refusals

    assert say(finding) == 'No team is called "sails". Did you mean Sales?'


def test_a_team_with_nobody_has_no_half() -> None:
    estate = replace(mill(), teams=(*mill().teams, TeamFact("lab", "Lab")))

    assert [one.code for one in read("grow the lab by 50 percent in March", estate).refusals] == [
        "goal-team-has-nobody"
    ]
    assert read("hire 3 people for the lab in March", estate).goal is not None


def test_what_was_understood_stays_when_a_question_is_open() -> None:
    reading = read("grow the sales team a lot next quarter")

    assert reading.team is not None
    assert reading.team.name == "Sales"
    assert reading.need_by == NEW_YEAR
    assert reading.not_understood == ("lot",)


def test_words_nobody_used_are_named() -> None:
    reading = read("grow sales by 12 people in March because of the Ohio contract")

    assert reading.not_understood == ("because", "Ohio contract")
    assert [one.code for one in reading.findings] == ["goal-words-not-understood"]


def test_a_share_of_a_person_is_a_whole_one_and_said() -> None:
    reading = read("grow sales by 33% in Q1")

    assert reading.goal is not None
    assert reading.goal.head_to == 32
    assert "33% of 24 people is 7.92, rounded up to 8" in [one.text for one in reading.assumptions]


def test_a_role_that_only_one_team_carries_names_the_team_and_says_so() -> None:
    reading = read("hire 12 reps in March")

    assert reading.assumptions[0].text == '"reps" means the team Sales: nobody else has this job title'


def test_a_role_of_two_teams_names_none() -> None:
    estate = replace(mill(), people=people("sales", 4, title="Rep") + people("packing", 4, title="Rep"))

    assert [one.code for one in read("hire 12 reps in March", estate).refusals] == ["goal-team-unknown"]


def test_a_sentence_that_starts_from_another_number_than_the_register_is_told() -> None:
    reading = read("grow sales from 20 to 36 in March")

    assert reading.goal is not None
    assert reading.goal.head_from == 24
    assert [one.code for one in reading.findings] == ["goal-starts-elsewhere"]


def test_seasonal_people_have_a_last_day() -> None:
    reading = read("hire 30 seasonal workers for packing from October to January")

    assert reading.goal is not None
    assert reading.goal.until == date(2028, 1, 31)


def test_people_who_have_left_or_not_yet_come_do_not_count() -> None:
    estate = mill()
    gone = replace(estate.people[0], ends_on=date(2026, 11, 20))
    coming = replace(estate.people[1], starts_on=date(2026, 12, 1))
    left = replace(estate.people[2], status="left")
    estate = replace(estate, people=(gone, coming, left, *estate.people[3:]))

    reading = read(TITLE, estate)

    assert reading.goal is not None
    assert (reading.goal.head_from, reading.goal.head_to) == (21, 32)


@given(st.text(max_size=600))
def test_no_text_breaks_the_reading(sentence: str) -> None:
    reading = read(sentence)

    assert (reading.goal is None) == bool(reading.refusals)
    assert all(say(finding) for finding in (*reading.refusals, *reading.findings))


WORDS = [
    "grow",
    "sales",
    "packing",
    "by",
    "50",
    "percent",
    "12",
    "people",
    "to",
    "from",
    "in",
    "march",
    "next",
    "quarter",
    "double",
    "hire",
    "reps",
    "the",
    "until",
    "q1",
    "2027",
]


@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_any_order_of_known_words_is_a_goal_or_a_question(sentence: str) -> None:
    reading = read(sentence)

    assert (reading.goal is None) == bool(reading.refusals)
    assert reading.goal is None or reading.goal.head_to > 0


@given(
    st.lists(
        st.sampled_from(
            [
                "fy", "0000", "9999", "q1", "before", "after", "by", "from", "to", "12", "31", "-", "/", ".",
                "02", "29", "february", "in", "weeks", "99999", "end of", "the", "next", "2100", "0001-01-01",
                "years",
            ]
        ),
        max_size=9,
    ).map(" ".join)
)  # fmt: skip
def test_no_date_however_odd_breaks_the_reading(odd: str) -> None:
    for sentence in (f"grow sales by 5 people {odd}", f"grow sales by 5 people {odd.replace(' ', '')}"):
        reading = read(sentence)

        assert (reading.goal is None) == bool(reading.refusals)


def test_a_team_called_it_is_named_only_in_its_own_letters() -> None:
    estate = replace(mill(), teams=(*mill().teams, TeamFact("it", "IT")))

    assert read("grow it by 5 people in March", estate).team is None
    found = read("grow IT by 5 people in March", estate).team
    assert found is not None
    assert found.ref == "it"


def test_of_two_team_names_inside_each_other_the_longer_is_meant() -> None:
    teams = (
        TeamFact("sales", "Sales"),
        TeamFact("inside-sales", "Inside Sales"),
        TeamFact("support", "Sales Support"),
    )
    estate = replace(mill(), teams=teams)

    for sentence, ref in (("hire 2 people for inside sales in March", "inside-sales"),
                          ("hire 2 people for sales support in March", "support"),
                          ("hire 2 people for sales in March", "sales")):  # fmt: skip
        goal = read(sentence, estate).goal
        assert goal is not None
        assert goal.team.ref == ref


def test_the_greatest_number_that_is_planned_is_planned() -> None:
    greatest = read("grow sales to 100000 people in March")

    assert greatest.goal is not None
    assert [one.code for one in read("grow sales to 100001 people in March").refusals] == [
        "goal-number-too-large"
    ]


def test_people_for_a_season_without_a_team_are_a_mix_of_all_and_come_back() -> None:
    found = read("30 seasonal workers from October to January")

    assert found.goal is not None
    assert (found.goal.team.ref, found.goal.delta, found.goal.until) == ("", 30, date(2028, 1, 31))
    assert "No team is named: these people are a mix of all teams" in {one.text for one in found.assumptions}
    assert read(canonical(found.goal, house())).goal == found.goal


def test_who_comes_for_good_is_asked_for_a_team() -> None:
    assert [one.code for one in read("hire 30 workers in October").refusals] == ["goal-team-missing"]
