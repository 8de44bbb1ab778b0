"""What a plan says: the assumptions it rests on, the answer's sentences, and what its lines are called."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from fullscore.engine.estate.facts import Estate, MeasurementFact, SiteFact, TeamFact
from fullscore.engine.findings.sentences_en import say
from fullscore.engine.findings.trace import as_document
from fullscore.engine.goals.goal import Arrival, Goal
from fullscore.engine.goals.periods import Period
from fullscore.engine.goals.plans import lines
from fullscore.engine.goals.plans.answer import answer
from fullscore.engine.goals.plans.plan import Plan, plan
from tests.engine.goals.mill import (
    CRM,
    LAPTOP,
    LINK,
    NEW_YEAR,
    TODAY,
    goal,
    house,
    mill,
    of,
    people,
    planned,
)

D = Decimal
LEARNED = "New people in Sales get what its 24 people hold today"


def texts(made: Plan) -> list[str]:
    return [one.text for one in made.assumptions]


def with_leads(laptop: int, crm: int, link: int) -> Estate:
    pools = (replace(CRM, lead_days=crm), replace(LINK, lead_days=link))
    return replace(mill(), models=(replace(LAPTOP, lead_days=laptop),), pools=pools)


def sentences(estate: Estate) -> list[str]:
    return [say(one) for one in answer(planned(estate), goal(estate))]


def test_that_all_start_on_one_day_is_assumed_of_two_and_not_of_one() -> None:
    assert "All 2 start on the same day" in texts(planned(mill(), goal(mill(), to=26)))
    assert not [text for text in texts(planned(mill(), goal(mill(), to=25))) if text.startswith("All")]


def test_that_all_start_on_one_day_is_not_assumed_of_a_ramp() -> None:
    ramp = replace(goal(mill()), arrivals=(Arrival(NEW_YEAR, 5), Arrival(date(2027, 2, 1), 7)))

    assert not [text for text in texts(planned(mill(), ramp)) if text.startswith("All")]


def test_what_new_people_get_is_said_where_there_are_new_people_and_things() -> None:
    fewer, nobody = goal(mill(), to=20), goal(mill(), to=24)
    nothing = replace(mill(), items=(), seats=(), pools=())

    assert LEARNED in texts(planned(mill()))
    assert LEARNED not in texts(planned(nothing))
    assert LEARNED not in texts(planned(mill(), fewer, goal(mill(), team="packing", to=12, ref="b")))
    assert LEARNED not in texts(planned(mill(), nobody, goal(mill(), team="packing", to=12, ref="b")))


def test_what_people_of_no_team_get_is_what_everybody_holds() -> None:
    opening = Goal(
        "asked", TeamFact("", "everybody"), 0, 5, Period(NEW_YEAR, NEW_YEAR), NEW_YEAR,
        site=SiteFact("erie", "Erie"), is_new_site=True,
    )  # fmt: skip

    assert "New people get what everybody here holds today" in texts(planned(mill(), opening))


def test_one_newcomer_of_a_team_of_which_nothing_is_known_is_named() -> None:
    nothing = replace(mill(), items=(), seats=(), pools=())

    def named(to: int) -> list[str]:
        return [one.code for one in planned(nothing, goal(nothing, to=to)).findings]

    assert named(25) == ["kit-nothing-known"]
    assert named(24) == []
    assert named(20) == []


def test_who_is_registered_to_come_and_who_leaves_before_is_counted() -> None:
    estate = mill()
    first, second, third, *others = estate.people
    going = (replace(first, ends_on=date(2026, 12, 31)), replace(second, ends_on=date(2027, 1, 3)))
    coming = tuple(replace(one, ref=f"n-{one.ref}", starts_on=NEW_YEAR) for one in people("sales", 2))
    later = replace(third, ends_on=NEW_YEAR)
    estate = replace(estate, people=(*going, later, *others, *coming))
    made = planned(estate, replace(goal(estate), head_from=24))

    assert made.registered == {"asked": 2}
    assert "2 of the 12 new people are in the register already, with their first day" in texts(made)
    assert "2 of the 24 leave before; the goal does not replace them" in texts(made)


def test_nobody_is_registered_for_a_team_that_shrinks() -> None:
    coming = tuple(replace(one, ref=f"n-{one.ref}", starts_on=NEW_YEAR) for one in people("sales", 2))
    estate = replace(mill(), people=(*mill().people, *coming))

    assert planned(estate, replace(goal(estate, to=20), head_from=24)).registered == {"asked": 0}


def test_how_many_hours_are_short_is_what_does_not_fit_before_the_need() -> None:
    quick = replace(mill(), models=(replace(LAPTOP, lead_days=0),), pools=(), seats=(), levels=())

    # Twelve laptops take 30 h; from Tuesday, when they are here, 13 h are free before Monday 30 November.
    assert planned(quick, goal(quick, need_by=date(2026, 11, 30))).short_hours == 17
    assert planned(quick).short_hours == 0


def test_how_much_tomas_works_is_assumed_where_something_is_ordered() -> None:
    def told(estate: Estate) -> bool:
        return "hours_week" in {one.field for one in planned(estate).assumptions}

    untold = tuple(replace(one, hours_week=None) for one in mill().people)
    unknown = replace(mill(), people=untold)
    some = replace(unknown, pools=(replace(CRM, capacity=D(40)), LINK))
    enough = replace(some, pools=some.pools[:1], models=(), items=(), levels=())

    assert told(unknown)
    assert told(some)
    assert not told(enough)


def test_how_fast_use_goes_on_growing_is_said_by_the_month() -> None:
    rows = tuple(
        MeasurementFact(f"m{n}", "crm", TODAY - timedelta(days=30 * (4 - n)), D(15 + 3 * n)) for n in range(4)
    )
    told = planned(replace(mill(), measurements=rows)).assumptions

    # A tenth of a seat a day, 365.25 days a year.
    text = "The use of CRM goes on growing by 3.0 seats a month, as 4 measurements say"
    (one,) = [one for one in told if one.text == text]
    assert (one.register, one.ref, one.field) == ("pools", "crm", "is_trend_followed")


def test_the_last_day_of_the_orders_that_follow_is_that_of_the_last_of_them() -> None:
    estate = with_leads(17, 2, 10)

    # The seats are the shortest work and done last, on 31 December: here by the 30th, sent on the 28th.
    assert [one.ref for one in planned(estate).orders] == ["laptop-14", "link", "crm"]
    assert sentences(estate)[2] == "Two more orders follow, the last by Monday 28 December."


def test_two_late_orders_are_told_and_a_third_is_counted() -> None:
    def late(estate: Estate) -> list[str]:
        return [one.code for one in answer(planned(estate), goal(estate)) if "late" in one.code]

    assert late(with_leads(90, 90, 10)) == ["answer-late", "answer-late"]
    assert late(with_leads(90, 90, 35)) == ["answer-late", "answer-late", "answer-more-late"]
    assert late(with_leads(17, 2, 35)) == ["answer-late"]


def test_lines_are_called_by_thing_day_and_the_place_goods_go_to() -> None:
    assert sorted(one.id for one in planned(mill()).orders) == [
        "models/laptop-14@2027-01-04@dayton", "pools/crm@2027-01-04", "pools/link@2027-01-04",
    ]  # fmt: skip
    nowhere = replace(mill(), people=people("sales", 24, site=None), pools=())
    assert [one.id for one in planned(nowhere).orders] == ["models/laptop-14@2027-01-04"]


def test_the_part_of_a_goal_in_an_order_is_its_pegs() -> None:
    six = goal(mill(), to=30)
    laptop = of(planned(mill(), six, replace(six, ref="b")), "laptop-14")

    assert [laptop.share(ref) for ref in ("asked", "b", "somebody")] == [3, 6, 0]


def test_a_line_opens_to_every_figure_it_shows() -> None:
    common = {"gross", "on_hand", "scheduled_receipts", "safety_stock", "net", "quantity", "hours"}
    days = {
        "need_by",
        "deploy_from",
        "arrive_by",
        "order_by",
        "order_by_likely",
        "lead_days.likely",
        "lead_days.safe",
    }
    made = planned(replace(mill(), pools=(replace(CRM, capacity=D(40)), LINK)))

    late = {"late.earliest", "late.people", "late.working_days"}
    assert set(lines.parts(of(made, "crm"))) == common
    assert set(lines.parts(of(made, "laptop-14"))) == common | days | {"cost_once"}
    assert set(lines.parts(of(made, "link"))) == common | days | late | {"cost_once", "cost_year"}


def test_on_whose_account_an_order_goes_is_said_in_words() -> None:
    estate = mill()
    old = replace(estate.items[0], replace_by=NEW_YEAR)
    rows = tuple(
        MeasurementFact(f"m{n}", "crm", TODAY - timedelta(days=30 * (4 - n)), D(15 + 3 * n)) for n in range(4)
    )
    estate = replace(estate, items=(old, *estate.items[1:]), measurements=rows)
    made = plan((goal(estate), goal(estate, to=28, ref="g-3")), estate=estate, house=house(), asked="asked")

    said = {
        ref: [(peg["goal"], peg["text"]) for peg in lines.order(of(made, ref), "asked")["pegged_to"]]  # type: ignore[attr-defined]
        for ref in ("laptop-14", "crm")
    }
    asked, kept = ("asked", "this goal"), ("g-3", "the goal g-3")
    assert said["laptop-14"] == [asked, kept, ("refresh", "replacing what is old")]
    assert said["crm"] == [asked, kept, ("trend", "the growing use")]


def test_how_sure_a_figure_of_one_person_is_nobody_can_tell() -> None:
    def kit(count: int) -> dict[str, Any]:
        estate = replace(mill(), people=mill().people[:count], items=mill().items[:count], orders=())
        need: dict[str, Any] = lines.need(of(planned(estate, goal(estate, to=count + 2)), "laptop-14"))
        return dict(need["kit"][0])

    assert (kit(1)["low"], kit(1)["high"], kit(1)["sample"]) == (0.0, None, 1)
    assert (kit(24)["low"], kit(24)["high"], kit(24)["holders"]) == (1.0, 1.0, 24)


def test_an_order_without_a_price_shows_none() -> None:
    made = planned(replace(mill(), models=(replace(LAPTOP, unit_cost=None),)))
    order = lines.order(of(made, "laptop-14"), "asked")

    assert (order["cost_once"], order["cost_year"], order["cost_known"]) == (None, None, False)
    assert order["share"] == {"quantity": 9, "cost_once": None, "cost_year": None}
    assert as_document(of(made, "laptop-14").quantity)["value"] == 9
