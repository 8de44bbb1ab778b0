"""What a goal of twelve more people asks of IT: quantities, days, money, and the way back to the rows."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from fullscore.engine.calendars.workdays import Calendar
from fullscore.engine.estate.facts import Estate, ItemFact, OrderFact, PoolFact
from fullscore.engine.findings.sentences_en import say
from fullscore.engine.goals.orders.pegging import Peg
from fullscore.engine.goals.plans.answer import answer
from fullscore.engine.goals.plans.document import document
from tests.engine.goals.mill import (
    CLOSED,
    CRM,
    LAPTOP,
    LEVELS,
    LINK,
    NEW_YEAR,
    TITLE,
    TODAY,
    goal,
    house,
    mill,
    numbers,
    of,
    people,
    planned,
    read,
)


def codes(estate: Estate) -> list[str]:
    return [finding.code for finding in planned(estate).findings]


def with_pool(pool: PoolFact) -> Estate:
    return replace(mill(), pools=tuple(pool if one.ref == pool.ref else one for one in mill().pools))


def test_stock_and_open_orders_are_used_before_anything_is_ordered_and_some_is_kept_back() -> None:
    assert numbers(of(planned(mill()), "laptop-14")) == (12, 3, 2, 2, 9, 9)


def test_seats_come_in_the_lots_they_are_sold_in() -> None:
    assert numbers(of(planned(mill()), "crm")) == (12, 4, 0, 0, 8, 10)


def test_a_link_is_replaced_by_the_size_that_carries_everybody() -> None:
    link = of(planned(mill()), "link")

    assert numbers(link) == (181, 160, 0, 0, 21, 500)
    assert (link.kind, link.place, link.lot) == ("level", "dayton", {"type": "levels", "levels": [200, 500]})


def test_a_new_size_costs_its_difference_to_the_present_one() -> None:
    cost = of(planned(mill()), "link").cost

    assert cost is not None
    assert cost.once is not None
    assert cost.year is not None
    assert (cost.once.value, cost.year.value) == (Decimal("450.00"), Decimal("3360.00"))


def test_totals_are_the_sum_of_what_is_ordered() -> None:
    totals = planned(mill()).totals

    assert (totals.once.value, totals.year.value) == (Decimal("12015.00"), Decimal("11280.00"))
    assert totals.is_complete


def test_a_missing_price_makes_the_total_at_least_and_names_the_field() -> None:
    made = planned(replace(mill(), models=(replace(LAPTOP, unit_cost=None),)))

    assert made.totals.is_complete is False
    assert made.totals.once.value == Decimal("450.00")
    assert ("models", "laptop-14", "unit_cost") in {
        (one.register, one.ref, one.field) for one in made.assumptions
    }


def test_laptops_are_counted_back_from_the_first_working_day_through_set_up_and_lead_time() -> None:
    timing = of(planned(mill()), "laptop-14").timing

    assert timing is not None
    days = (timing.order_by, timing.arrive_by, timing.deploy_from, timing.need_by)
    assert [day.value for day in days] == [
        date(2026, 11, 25), date(2026, 12, 21), date(2026, 12, 22), NEW_YEAR,
    ]  # fmt: skip


def test_an_order_whose_last_day_has_passed_says_when_it_works_and_who_waits() -> None:
    late = of(planned(with_pool(replace(LINK, lead_days=35))), "link").timing

    assert late is not None
    assert late.late is not None
    assert late.order_by.value < TODAY  # type: ignore[operator]
    assert late.late.earliest.value == date(2027, 1, 18)
    assert (late.late.people.value, late.late.working_days.value) == (12, 10)


def test_a_late_order_is_a_finding_to_act_on() -> None:
    made = planned(with_pool(replace(LINK, lead_days=35)))

    (late,) = [one for one in made.findings if one.code == "requirement-late"]
    assert late.act_by == of(made, "link").order_by
    assert "12 people wait 10 working days" in say(late)


def test_what_there_is_enough_of_is_shown_and_not_ordered() -> None:
    made = planned(with_pool(replace(CRM, capacity=Decimal(40))))

    assert numbers(of(made, "crm")) == (12, 16, 0, 0, 0, 0)
    assert "crm" in {one.ref for one in made.covered}


def test_measured_use_counts_before_seats_held() -> None:
    assert numbers(of(planned(with_pool(replace(CRM, used=Decimal(20)))), "crm"))[1] == 8


def test_a_stock_laptop_due_for_replacement_by_then_is_not_free() -> None:
    estate = mill()
    old = tuple(replace(item, replace_by=date(2026, 12, 31)) for item in estate.items if item.ref == "S0")
    kept = tuple(item for item in estate.items if item.ref != "S0")

    assert numbers(of(planned(replace(estate, items=kept + old)), "laptop-14"))[1] == 2


def test_another_model_of_the_class_in_stock_does_not_count() -> None:
    estate = mill()
    other = replace(LAPTOP, ref="laptop-13", name='Laptop 13"')
    odd = tuple(ItemFact(f"X{number}", "laptop-13", "in stock") for number in range(5))

    made = planned(replace(estate, models=(LAPTOP, other), items=estate.items + odd))

    assert numbers(of(made, "laptop-14"))[1] == 3


def test_a_received_order_is_no_receipt_and_one_without_a_date_is_named() -> None:
    come = OrderFact(
        "117", "laptop-14", None, Decimal(5), date(2026, 10, 1), date(2026, 10, 9), date(2026, 10, 9)
    )
    dateless = OrderFact("119", "laptop-14", None, Decimal(4), date(2026, 11, 20))
    estate = replace(mill(), orders=(*mill().orders, come, dateless))

    assert numbers(of(planned(estate), "laptop-14"))[2] == 2
    assert "order-without-date" in codes(estate)


def test_an_order_that_comes_after_set_up_begins_does_not_help_and_is_named() -> None:
    late = OrderFact("120", "laptop-14", None, Decimal(4), date(2026, 11, 20), date(2026, 12, 23))
    estate = replace(mill(), orders=(*mill().orders, late))

    assert numbers(of(planned(estate), "laptop-14"))[2] == 2
    assert "order-comes-too-late" in codes(estate)


def test_an_overdue_order_is_counted_as_coming_next_and_named() -> None:
    overdue = OrderFact("116", "laptop-14", None, Decimal(1), date(2026, 10, 1), date(2026, 11, 2))
    estate = replace(mill(), orders=(*mill().orders, overdue))

    assert numbers(of(planned(estate), "laptop-14"))[2] == 3
    assert "order-overdue" in codes(estate)


def test_a_pool_without_capacity_is_named_and_nothing_is_ordered_for_it() -> None:
    made = planned(with_pool(replace(CRM, capacity=None)))

    assert "crm" not in {one.ref for one in (*made.orders, *made.covered)}
    assert "pool-without-capacity" in {one.code for one in made.findings}


def test_a_pool_without_a_unit_is_named_and_planned_all_the_same() -> None:
    estate = with_pool(replace(CRM, unit=None))

    assert numbers(of(planned(estate), "crm"))[5] == 10
    assert "pool-without-unit" in codes(estate)


def test_a_pool_used_beyond_its_limit_is_filled_up_and_named() -> None:
    estate = with_pool(replace(CRM, capacity=Decimal(20)))

    assert numbers(of(planned(estate), "crm")) == (12, -4, 0, 0, 16, 20)
    assert "pool-over-used" in codes(estate)


def test_no_size_large_enough_is_said_with_the_largest() -> None:
    estate = replace(mill(), levels=LEVELS[:1])

    made = planned(estate)

    (finding,) = [one for one in made.findings if one.code == "pool-no-size-large-enough"]
    assert finding.values["largest"] == Decimal(200)
    assert "link" not in {one.ref for one in made.orders}


def test_two_goals_share_the_stock_and_each_order_says_for_whom() -> None:
    estate = mill()
    more_packers = tuple(ItemFact(f"P{n}", "laptop-14", "in use", f"packing-{n:02}") for n in range(10))
    estate = replace(estate, items=estate.items + more_packers)
    goals = (goal(estate, ref="a"), goal(estate, team="packing", to=14, ref="b"))

    laptops = of(planned(estate, *goals), "laptop-14")

    assert numbers(laptops) == (16, 3, 2, 2, 13, 13)
    assert laptops.pegs == (Peg("a", Decimal(9)), Peg("b", Decimal(4)))


def test_a_later_goal_finds_what_an_earlier_one_left() -> None:
    estate = mill()
    goals = (goal(estate, to=25, ref="a"), goal(estate, to=26, need_by=date(2027, 3, 1), ref="b"))

    found = [
        one for one in (*planned(estate, *goals).orders, *planned(estate, *goals).covered) if one.ref == "crm"
    ]

    assert [numbers(one) for one in sorted(found, key=lambda one: one.need_by)] == [
        (1, 4, 0, 0, 0, 0), (2, 3, 0, 0, 0, 0),
    ]  # fmt: skip


def test_the_answer_names_the_first_order_and_its_day() -> None:
    estate = replace(mill(), pools=(), levels=())

    said = [say(finding) for finding in answer(planned(estate), goal(estate))]

    assert said == [
        "Yes.",
        (
            'Order nine Laptop 14" by Wednesday 25 November and all 12 people start equipped '
            "on Monday 4 January."
        ),
    ]


def test_the_answer_tells_a_gap_with_its_consequence() -> None:
    estate = with_pool(replace(LINK, lead_days=35))

    said = [say(finding) for finding in answer(planned(estate), goal(estate))]

    assert said[0] == "Yes, with one gap."
    assert said[-1] == (
        "Internet link is late: ordered today, it works on Monday 18 January; 12 people wait 10 working days."
    )


def test_enough_of_everything_is_a_plain_yes() -> None:
    estate = replace(
        mill(), pools=(replace(CRM, capacity=Decimal(99)),), items=mill().items[:24], models=(LAPTOP,)
    )
    spare = tuple(ItemFact(f"S{number}", "laptop-14", "in stock") for number in range(20))
    estate = replace(estate, items=estate.items + spare)

    said = [say(finding) for finding in answer(planned(estate), goal(estate))]

    assert said == ["Yes. What you have is enough: all 12 people start equipped on Monday 4 January."]


def test_fewer_people_need_nothing() -> None:
    estate = mill()
    fewer = goal(estate, to=20)

    made = planned(estate, fewer)

    assert made.orders == ()
    assert [say(one) for one in answer(made, fewer)] == [
        "Nothing to order. Four people leave Sales by Monday 4 January."
    ]


def test_a_team_of_which_nothing_is_known_is_said() -> None:
    estate = replace(mill(), items=(), seats=(), pools=())

    made = planned(estate)

    assert [one.code for one in made.findings] == ["kit-nothing-known"]
    assert say(answer(made, goal(estate))[0]).startswith("Not known.")


def test_a_price_opens_to_the_file_and_line_it_came_from() -> None:
    cost = of(planned(mill()), "laptop-14").cost

    assert cost is not None
    assert cost.once is not None
    price = cost.once.args[0].args[1].row
    assert price is not None
    assert (price.register, price.ref, price.field, price.file, price.line) == (
        "models", "laptop-14", "unit_cost", "assets.csv", 12,
    )  # fmt: skip


def test_the_document_holds_every_field_of_the_interface() -> None:
    reading = read(TITLE)
    assert reading.goal is not None
    made = planned(mill(), reading.goal)

    content = document(reading, made, house(), {})

    requirements = content["requirements"]
    assert isinstance(requirements, list)
    assert {
        "id", "item", "name", "unit", "place", "kind", "gross", "on_hand", "scheduled_receipts",
        "safety_stock", "net", "lot", "quantity", "need_by", "deploy_from", "arrive_by", "order_by",
        "order_by_likely", "lead_days", "late", "cost_once", "cost_year", "cost_known", "pegged_to", "trace",
    } <= set(requirements[0])  # fmt: skip


def test_people_of_two_sites_split_as_the_team_does() -> None:
    estate = replace(mill(), people=people("sales", 8) + people("sales-erie", 0))
    erie = tuple(replace(one, ref=f"e-{one.ref}", site="erie") for one in people("sales", 4))
    estate = replace(estate, people=estate.people + erie)

    made = planned(estate, goal(estate, to=19))

    assert dict(made.site_splits["asked"]) == {"dayton": 5, "erie": 2}


def test_an_answer_is_made_of_a_lead_the_first_order_and_its_gaps() -> None:
    estate = replace(mill(), pools=(replace(LINK, lead_days=35), replace(CRM, lead_days=90)))
    late = replace(estate, models=(replace(LAPTOP, lead_days=90),))

    assert [one.code for one in answer(planned(mill()), goal(mill()))] == [
        "answer-lead",
        "answer-order-first",
        "answer-orders-follow",
        "answer-late",
    ]
    assert [one.code for one in answer(planned(late), goal(late))] == [
        "answer-lead",
        "answer-late",
        "answer-late",
        "answer-more-late",
    ]
    assert say(answer(planned(late), goal(late))[0]) == "Not in time."
    assert say(answer(planned(late), goal(late))[-1]) == "One more order is late."


def test_an_answer_without_orders_is_one_sentence() -> None:
    nothing = replace(mill(), items=(), seats=(), pools=())
    enough = replace(mill(), items=mill().items[:24] + spare(20), pools=())

    assert [one.code for one in answer(planned(nothing), goal(nothing))] == ["answer-not-known"]
    assert [one.code for one in answer(planned(enough), goal(enough))] == ["answer-enough"]
    assert [one.code for one in answer(planned(mill()), goal(mill(), to=20))] == ["answer-fewer"]


def spare(count: int) -> tuple[ItemFact, ...]:
    return tuple(ItemFact(f"spare-{number}", "laptop-14", "in stock") for number in range(count))


def test_items_on_order_without_an_order_are_named_and_not_counted() -> None:
    waiting = tuple(ItemFact(f"W{number}", "laptop-14", "on order") for number in range(5))
    estate = replace(mill(), items=mill().items + waiting)

    (finding,) = [one for one in planned(estate).findings if one.code == "items-on-order-without-order"]

    # Two of the five are the two that order 118 brings.
    assert finding.values["quantity"] == 3
    assert numbers(of(planned(estate), "laptop-14"))[2] == 2


def test_who_is_registered_to_come_or_to_leave_is_said() -> None:
    estate = mill()
    leaving = replace(estate.people[0], ends_on=date(2026, 12, 18))
    coming = replace(estate.people[1], ref="new", starts_on=date(2027, 1, 4))
    estate = replace(estate, people=(leaving, *estate.people[1:], coming))

    said = [one.text for one in planned(estate).assumptions]

    assert "1 of the 12 new people are in the register already, with their first day" in said
    assert "1 of the 24 leave before; the goal does not replace them" in said


def test_people_without_a_site_are_planned_all_the_same() -> None:
    nowhere = tuple(replace(one, site=None) for one in mill().people)
    estate = replace(mill(), people=nowhere)

    made = planned(estate)

    assert numbers(of(made, "laptop-14")) == (12, 3, 2, 2, 9, 9)
    assert dict(made.site_splits["asked"]) == {}
    assert of(made, "laptop-14").place is None


def test_an_order_received_today_is_no_receipt_and_one_that_comes_tomorrow_is() -> None:
    today, tomorrow = TODAY, date(2026, 11, 24)
    for received, counted in ((today, 2), (tomorrow, 7)):
        order = OrderFact("121", "laptop-14", None, Decimal(5), date(2026, 11, 2), tomorrow, received)
        estate = replace(mill(), orders=(*mill().orders, order))
        assert numbers(of(planned(estate), "laptop-14"))[2] == counted


def test_a_laptop_to_be_replaced_on_the_very_day_of_need_is_not_free() -> None:
    estate = mill()
    for day, free in ((NEW_YEAR, 2), (date(2027, 1, 5), 3)):
        items = tuple(replace(one, replace_by=day) if one.ref == "S0" else one for one in estate.items)
        assert numbers(of(planned(replace(estate, items=items)), "laptop-14"))[1] == free


def test_a_size_that_just_carries_everybody_is_large_enough() -> None:
    # 160 in use and 21 for newcomers are 181; 80 percent of 226.25 carries exactly that.
    exact = replace(LEVELS[1], ref="link-226", capacity=Decimal("226.25"))
    estate = replace(mill(), levels=(*LEVELS, exact))

    assert of(planned(estate), "link").ordered == Decimal("226.25")


def test_a_figure_says_in_which_place_people_are_new() -> None:
    gross = of(planned(mill()), "laptop-14").figures.gross

    assert (gross.note, gross.args[0].args[0].note) == ("needed in Dayton", "new people in Dayton")


def test_a_new_size_without_the_present_ones_price_has_no_yearly_cost_and_names_the_row() -> None:
    dearless = (replace(LEVELS[0], cost_month=None), LEVELS[1])
    unknown = planned(replace(mill(), levels=dearless))
    absent = planned(replace(mill(), levels=LEVELS[1:]))

    for made, row in ((unknown, ("levels", "link-200")), (absent, ("pools", "link"))):
        cost = of(made, "link").cost
        assert cost is not None
        assert (cost.is_known, cost.once, cost.year) == (False, None, None)
        assert row in {(one.register, one.ref) for one in made.assumptions}


def test_items_on_order_that_orders_explain_are_not_named() -> None:
    waiting = tuple(ItemFact(f"W{number}", "laptop-14", "on order") for number in range(3))
    for count, is_named in ((2, False), (3, True)):
        estate = replace(mill(), items=mill().items + waiting[:count])
        assert ("items-on-order-without-order" in codes(estate)) == is_named


def test_an_order_due_today_is_not_overdue() -> None:
    due = OrderFact("122", "laptop-14", None, Decimal(1), date(2026, 11, 2), TODAY)
    estate = replace(mill(), orders=(*mill().orders, due))

    assert "order-overdue" not in codes(estate)
    assert numbers(of(planned(estate), "laptop-14"))[2] == 3


def test_a_pool_over_used_says_by_how_much_in_its_unit() -> None:
    found = {
        unit: next(
            one.values
            for one in planned(with_pool(replace(CRM, capacity=Decimal(20), unit=unit))).findings
            if one.code == "pool-over-used"
        )
        for unit in ("seats", None)
    }

    assert (found["seats"]["over"], found["seats"]["unit"], found[None]["unit"]) == (4, "seats", "units")


def test_leaving_people_are_no_newcomers_in_the_register() -> None:
    estate = mill()
    coming = replace(estate.people[0], ref="new", starts_on=date(2027, 1, 4))
    estate = replace(estate, people=(*estate.people, coming))

    said = [one.text for one in planned(estate, goal(estate, to=20)).assumptions]

    assert not any("may be in the register already" in text for text in said)


def test_what_is_in_time_after_all_is_ordered_today_and_late_for_nobody() -> None:
    """We work on Saturdays and are closed on Friday 27; vendors send nothing before Monday anyway."""
    friday = date(2026, 11, 27)
    ways = replace(house(friday), calendar=Calendar("123456", CLOSED))
    estate = replace(mill(), pools=(), models=(replace(LAPTOP, lead_days=21, deploy_hours=Decimal(1)),))

    laptop = of(planned(estate, of=ways), "laptop-14")

    assert laptop.order_by == date(2026, 11, 28)
    assert not laptop.is_late
