"""Where new people sit: at a known site, at a new one, or nowhere anybody knows."""

from dataclasses import replace
from datetime import date

import pytest

from fullscore.engine.estate.facts import Estate, SiteFact, TeamFact
from fullscore.engine.findings.sentences_en import say
from fullscore.engine.goals.goal import Goal, Reading
from tests.engine.goals.mill import mill, people, read

SITES = (SiteFact("dayton", "Dayton"), SiteFact("lima", "Lima"), SiteFact("new-york", "New York"))


def estate() -> Estate:
    return replace(mill(), sites=SITES, people=(*mill().people, *(
        replace(one, ref=f"lima-{one.ref}") for one in people("sales", 6, site="lima")
    )))  # fmt: skip


def asked(sentence: str) -> Reading:
    return read(sentence, estate())


def understood(sentence: str) -> Goal:
    reading = asked(sentence)
    assert [say(one) for one in reading.refusals] == []
    assert reading.goal is not None
    assert reading.not_understood == ()
    return reading.goal


@pytest.mark.parametrize(
    ("sentence", "site", "change"),
    [
        ("hire 5 people for Sales in Lima in March", "lima", 5),
        ("hire 5 people for sales at the Lima site in March", "lima", 5),
        ("hire 5 people for sales in new york in March", "new-york", 5),
        ('hire 5 people for sales in "New York" in March', "new-york", 5),
        ("hire 5 people for Sales in March", None, 5),
        ("grow Sales in Lima by 50% in March", "lima", 3),
        ("double the sales team in Lima in March", "lima", 6),
        ("grow Sales in Lima to 10 people in March", "lima", 4),
        ("grow Sales in Lima from 6 to 10 people in March", "lima", 4),
        ("cut Sales in Lima by 2 people in March", "lima", -2),
        ("cut Sales in Lima by 6 people in March", "lima", -6),
        ("hire 5 people for Sales in the new office in Lima in March", "lima", 5),
        ("grow Sales from 30 to 33 people, the new ones in Lima, in March", "lima", 3),
    ],
)
def test_new_people_sit_where_the_sentence_says(sentence: str, site: str | None, change: int) -> None:
    goal = understood(sentence)

    assert (goal.site.ref if goal.site else None) == site
    assert (goal.head_from, goal.delta, goal.is_new_site) == (30, change, False)


@pytest.mark.parametrize(
    ("sentence", "team", "name", "people_before", "people_after"),
    [
        ("open a second plant in Erie with 40 people on 1 March", "", "Erie", 0, 40),
        ("open a second plant in erie with 40 people on 1 March", "", "Erie", 0, 40),
        ("we are opening an office in Rio de Janeiro on 1 March, with 4 people", "", "Rio de Janeiro", 0, 4),
        (
            "open a new site in Fort Worth with 40 people for Packing on 1 March",
            "packing",
            "Fort Worth",
            10,
            50,
        ),
        ('launch a shop in "Unit 7" with a total of 40 people in March', "", "Unit 7", 0, 40),
        ("set up a new warehouse near Erie with 40 packers on 1 March", "packing", "Erie", 10, 50),
        ("hire 40 people for a second plant in Erie on 1 March", "", "Erie", 0, 40),
        ("a new clinic in Erie with twenty people by summer", "", "Erie", 0, 20),
        ("open another sales office in Erie with 5 people on 1 March", "sales", "Erie", 30, 35),
    ],
)
def test_a_new_site_comes_with_its_people(
    sentence: str, team: str, name: str, people_before: int, people_after: int
) -> None:
    goal = understood(sentence)

    assert goal.is_new_site
    assert goal.site is not None
    assert goal.site.name == name
    assert goal.site.ref == name.lower().replace(" ", "-")
    assert (goal.team.ref, goal.head_from, goal.head_to) == (team, people_before, people_after)


def test_a_site_without_a_team_is_for_everybody_and_said() -> None:
    reading = asked("open a second plant in Erie with 40 people on 1 March")

    assert reading.goal is not None
    assert reading.goal.team == TeamFact("", "everybody")
    assert [one.text for one in reading.assumptions] == ["The people in Erie are a mix of all teams"]


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        ("hire 5 people for Sales in Limma in March", ["goal-site-unknown"]),
        ("hire 5 people for Sales in limma in March", ["goal-site-unknown"]),
        ("hire 5 people for Sales in Paris in March", ["goal-site-unknown"]),
        ("hire 5 people for Sales in Lima and Dayton in March", ["goal-names-two-sites"]),
        ("open a second plant in Dayton with 40 people on 1 March", ["goal-site-exists"]),
        ("open a second plant in new-york with 40 people on 1 March", ["goal-site-exists"]),
        ("open a second plant with 40 people on 1 March", ["goal-site-unnamed"]),
        ("open a second plant in Erie on 1 March", ["goal-number-missing"]),
        ("open a second plant in Erie with 50% more people on 1 March", ["goal-new-site-needs-people"]),
        ("open a second plant in Erie with 40 fewer people on 1 March", ["goal-new-site-needs-people"]),
        ("open a second plant in Erie with 40 people for Pakcing on 1 March", ["goal-team-unknown"]),
        ("double the sales team in New York in March", ["goal-team-has-nobody"]),
        ("grow Sales in Lima to 6 people in March", ["goal-changes-nothing"]),
        ("cut Sales in Lima by 7 people in March", ["headcount-not-positive"]),
    ],
)
def test_a_place_that_is_not_clear_is_asked_about(sentence: str, codes: list[str]) -> None:
    reading = asked(sentence)

    assert reading.goal is None
    assert [one.code for one in reading.refusals] == codes
    assert all(say(one) for one in reading.refusals)


def test_a_misspelt_site_gets_the_one_that_was_meant() -> None:
    (finding,) = asked("hire 5 people for Sales in Limma in March").refusals

    assert say(finding) == 'No site is called "Limma". Did you mean Lima?'


def test_an_unknown_place_gets_the_known_ones() -> None:
    (finding,) = asked("hire 5 people for Sales in Paris in March").refusals

    assert say(finding) == (
        'No site is called "Paris". The sites are Dayton, Lima and New York. '
        "For a new one say: open a site in Paris."
    )


def test_words_behind_in_that_are_no_name_are_only_listed() -> None:
    reading = asked("hire 5 people for Sales in earnest in March")

    assert reading.goal is not None
    assert reading.not_understood == ("earnest",)


def test_a_share_at_one_site_is_of_the_people_there() -> None:
    reading = asked("grow Sales in Lima by 25% in March")

    assert reading.goal is not None
    assert reading.goal.delta == 2
    assert "25% of 6 people is 1.5, rounded up to 2" in [one.text for one in reading.assumptions]


def test_a_name_of_both_a_team_and_a_site_is_a_place_where_it_stands_like_one() -> None:
    teams = (*mill().teams, TeamFact("lima", "Lima"))
    both = replace(estate(), teams=teams, people=(*estate().people, *people("lima", 3)))

    placed = read("hire 5 people for Sales in Lima in March", both).goal
    grown = read("grow Lima by 5 people in March", both).goal

    assert placed is not None
    assert placed.site is not None
    assert (placed.team.ref, placed.site.ref) == ("sales", "lima")
    assert grown is not None
    assert (grown.team.ref, grown.site) == ("lima", None)


@pytest.mark.parametrize(
    ("sentence", "until"),
    [
        ("hire 30 seasonal workers in Packing from October to January", date(2028, 1, 31)),
        ("hire 30 workers in Packing from October until January", date(2028, 1, 31)),
        ("hire 30 workers in Packing on 1 October 2027 until 31 January 2028", date(2028, 1, 31)),
        ("hire 30 workers in Packing by March until 30 June", date(2027, 6, 30)),
        ("hire 30 temporary workers in Packing in March", date(2027, 3, 31)),
        ("hire 30 workers in Packing for three months from 1 March", date(2027, 5, 31)),
        ("hire 30 workers in Packing for six weeks by 1 March", date(2027, 4, 11)),
        ("hire 30 workers in Packing for the next three months", date(2027, 2, 22)),
        ("hire 30 workers in Packing from October to January", None),
    ],
)
def test_people_for_a_time_have_a_last_day(sentence: str, until: date | None) -> None:
    assert understood(sentence).until == until


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("hire 30 temps for Packing on 1 March", "goal-until-missing"),
        ("hire 30 temps for Packing by 1 March", "goal-until-missing"),
        ("hire 30 temps for Packing: 15 in March and 15 in April", "goal-until-missing"),
        ("hire 30 people for Packing by 1 March until 1 February 2027", "goal-ends-before-it-starts"),
        ("hire 30 people for Packing for 3 months", "goal-period-missing"),
        ("hire 30 people for Packing in March until June until July", "goal-names-two-periods"),
        ("lay off 2 people in Packing from March until May", "goal-fewer-for-a-time"),
    ],
)
def test_a_stay_that_is_not_clear_is_asked_about(sentence: str, code: str) -> None:
    reading = asked(sentence)

    assert [one.code for one in reading.refusals] == [code]
    assert say(reading.refusals[0])


def test_a_place_called_like_a_team_is_a_place_where_something_opens() -> None:
    goal = understood("open a plant in Packing with 5 people on 1 March")

    assert goal.site == SiteFact("packing", "Packing")
    assert goal.team.ref == ""


def test_a_team_beside_a_place_called_like_another_team_is_still_the_team() -> None:
    goal = understood("grow sales by opening a plant in Packing with 5 people on 1 March")

    assert goal.site == SiteFact("packing", "Packing")
    assert (goal.team.ref, goal.delta) == ("sales", 5)
