"""The plan's document beside another goal: whose part is what, what comes back, and what is understood."""

from dataclasses import replace
from datetime import date
from typing import Any

from fullscore.engine.estate.facts import Estate, ItemFact, ModelFact, SiteFact, TeamFact
from fullscore.engine.goals.goal import Arrival, Goal, Reading
from fullscore.engine.goals.periods import Period
from fullscore.engine.goals.plans.document import document
from fullscore.engine.goals.plans.later import starts
from fullscore.engine.goals.plans.plan import plan
from tests.engine.goals.mill import CRM, NEW_YEAR, goal, house, mill, planned

BIKE = ModelFact("bike", "Bike", "other")


def told(estate: Estate, asked: Goal, *others: Goal) -> Any:  # noqa: ANN401  a document is plain JSON
    made = plan((asked, *others), estate=estate, house=house(), asked=asked.ref)
    return document(Reading("as asked", asked), made, house(), {})


def with_leavers() -> Estate:
    """Two of sales leave, before and after the day of need; the first has a bike, too."""
    estate = mill()
    first, second, *stay = estate.people
    going = replace(first, ends_on=date(2026, 12, 4)), replace(second, ends_on=date(2027, 1, 15))
    bike = ItemFact("B", "bike", "in use", first.ref)
    return replace(estate, people=(*going, *stay), models=(*estate.models, BIKE), items=(*estate.items, bike))


def test_the_asked_goals_part_of_what_two_goals_cost() -> None:
    estate = replace(mill(), pools=(CRM,), levels=())
    six = goal(estate, to=30)
    totals = told(estate, six, replace(six, ref="b"))["totals"]

    # Three laptops are free beyond what is kept back, for 'asked', which is served first: of nine laptops it
    # is short of three at $1,285, and of ten seats of two at $66 a month.
    assert (totals["cost_once"], totals["cost_year"]) == ("11565.00", "7920.00")
    assert totals["share"] == {"cost_once": "3855.00", "cost_year": "1584.00"}


def test_a_goal_without_orders_has_no_part_of_any_cost() -> None:
    estate = replace(mill(), pools=(), seats=(), levels=())
    two = goal(estate, to=26)

    assert told(estate, two)["totals"]["share"] == {"cost_once": "0.00", "cost_year": "0.00"}


def test_what_comes_back_is_told_where_the_plan_needs_it_and_in_time() -> None:
    # The bike is of no use to newcomers of which nobody else has one, and the second leaver is too late.
    back = told(with_leavers(), goal(mill(), to=30))["returns"]

    assert [(one["item"], one["quantity"], one["usable_from"], one["why"]) for one in back] == [
        ("laptop-14", 1, "2026-12-09", "sales-00 leaves on 4 December 2026"),
        ("crm", 1, "2026-12-07", "sales-00 leaves on 4 December 2026"),
    ]


def test_what_a_leaver_gives_back_on_the_day_of_need_is_told() -> None:
    estate = mill()
    leaver = replace(estate.people[0], ends_on=date(2027, 1, 3))
    back = told(replace(estate, people=(leaver, *estate.people[1:])), goal(estate))["returns"]

    assert [(one["register"], one["item"], one["unit"], one["usable_from"]) for one in back] == [
        ("pools", "crm", "seats", "2027-01-04")
    ]


def test_what_the_asked_goals_people_give_back_is_told_and_what_others_give_back_is_not() -> None:
    season = replace(goal(mill(), to=30), until=date(2027, 3, 31))
    others = replace(goal(mill(), to=26, ref="b"), until=date(2027, 5, 31))
    back = told(mill(), season, others)["returns"]

    # 31 March and 1 April are working days; a laptop is made ready in three more. Nobody holds the link.
    assert {(one["item"], one["quantity"], one["usable_from"]) for one in back} == {
        ("crm", 6, "2027-04-01"), ("laptop-14", 6, "2027-04-05"),
    }  # fmt: skip


def test_a_new_site_is_a_kind_of_its_own() -> None:
    march = date(2027, 3, 1)
    erie = SiteFact("erie", "Erie")
    opening = Goal(
        "asked", TeamFact("", "everybody"), 0, 4, Period(march, march), march, site=erie, is_new_site=True
    )

    assert told(mill(), goal(mill()))["understood"]["kind"] == "headcount"
    understood = told(mill(), opening)["understood"]
    assert (understood["kind"], understood["site"], understood["site_split"]) == (
        "new site", "erie", {"erie": 4},
    )  # fmt: skip


def test_another_start_is_told_from_its_first_step_on() -> None:
    asked = replace(goal(mill()), arrivals=(Arrival(NEW_YEAR, 5), Arrival(date(2027, 2, 1), 7)))
    made = planned(mill(), asked)
    ways = starts(
        asked, made, house(), plan_of=lambda one: planned(mill(), one), say=lambda one: str(one.need_by)
    )
    said: Any = document(Reading("as asked", asked), made, house(), {}, ways)

    first = said["later"][0]
    assert said["understood"]["canonical"] == said["later"][0]["sentence"] == "2027-01-04"
    assert said["later"][1]["sentence"] != "2027-01-04"
    assert (first["from"], first["label"]) == ("2027-01-04", "5 on 4 January, 7 on 1 February")
    assert said["understood"]["ramp"] == [
        {"on": "2027-01-04", "people": 5}, {"on": "2027-02-01", "people": 7},
    ]  # fmt: skip
