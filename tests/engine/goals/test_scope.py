"""Everything in one plan: old things, people who go or come for a time, other sites, parts, growth."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from fullscore.engine.estate.facts import (
    AbsenceFact,
    Estate,
    ItemFact,
    KitFact,
    LaneFact,
    LevelFact,
    MeasurementFact,
    ModelFact,
    PoolFact,
    SiteFact,
    TeamFact,
)
from fullscore.engine.findings.sentences_en import say
from fullscore.engine.goals import parts
from fullscore.engine.goals.goal import Arrival, Goal
from fullscore.engine.goals.holdings import look_up
from fullscore.engine.goals.kits import learn
from fullscore.engine.goals.later import starts
from fullscore.engine.goals.months import by_month
from fullscore.engine.goals.pegging import Peg
from fullscore.engine.goals.periods import Period
from fullscore.engine.goals.plan import Plan, plan
from fullscore.engine.goals.requirement import Requirement
from tests.engine.goals.mill import (
    CRM,
    LAPTOP,
    LEVELS,
    LINK,
    NEW_YEAR,
    TODAY,
    TOMAS,
    goal,
    house,
    mill,
    numbers,
    of,
    people,
    planned,
)

D = Decimal
MARCH = date(2027, 3, 1)
LIMA = SiteFact("lima", "Lima")
MDM = PoolFact(
    "mdm", "Device management", capacity=D(30), used=D(24), unit_cost=D(4), cost_period="month", lead_days=1
)


def each(made: Plan, ref: str) -> list[Requirement]:
    found = [one for one in (*made.orders, *made.covered) if one.ref == ref]
    return sorted(found, key=lambda one: (one.need_by, one.place or ""))


def only_laptops(estate: Estate) -> Estate:
    return replace(estate, pools=(), seats=(), levels=())


# Refresh


def test_a_laptop_that_grows_too_old_before_takes_a_spare_one_first() -> None:
    estate = only_laptops(mill())
    old = replace(estate.items[0], replace_by=date(2026, 12, 18))
    estate = replace(estate, items=(old, *estate.items[1:]))

    laptop = of(planned(estate), "laptop-14")

    # Three in stock: one of them goes to whoever has the old one on 18 December.
    assert numbers(laptop) == (12, 2, 2, 2, 10, 10)
    assert laptop.pegs == (Peg("asked", D(10)),)


def test_what_is_replaced_on_the_day_of_need_shares_the_order() -> None:
    estate = only_laptops(mill())
    old = replace(estate.items[0], replace_by=NEW_YEAR)
    laptop = of(planned(replace(estate, items=(old, *estate.items[1:]))), "laptop-14")

    assert numbers(laptop) == (13, 3, 2, 2, 10, 10)
    assert laptop.pegs == (Peg("asked", D(9)), Peg("refresh", D(1)))


def test_a_thing_without_a_typed_day_is_replaced_when_its_useful_life_ends() -> None:
    estate = only_laptops(mill())
    model = replace(LAPTOP, life_months=36)
    bought = replace(estate.items[0], purchased_on=date(2023, 12, 18))
    estate = replace(estate, models=(model,), items=(bought, *estate.items[1:]))

    assert numbers(of(planned(estate), "laptop-14"))[1] == 2


def test_nobody_replaces_what_a_leaver_has_given_back() -> None:
    estate = only_laptops(mill())
    old = replace(estate.items[0], replace_by=date(2026, 12, 18))
    leaver = replace(estate.people[0], ends_on=date(2026, 12, 1))
    estate = replace(estate, items=(old, *estate.items[1:]), people=(leaver, *estate.people[1:]))

    assert numbers(of(planned(estate), "laptop-14"))[1:3] == (3, 2)


def test_things_past_their_day_are_counted_and_said() -> None:
    estate = only_laptops(mill())
    old = tuple(replace(one, replace_by=date(2026, 6, 1)) for one in estate.items[:2])
    told = planned(replace(estate, items=(*old, *estate.items[2:]))).assumptions

    assert "2 things in use have passed the day they were to be replaced by; they are not planned for" in {
        one.text for one in told
    }


def test_a_successor_is_bought_instead() -> None:
    estate = only_laptops(mill())
    new = replace(LAPTOP, ref="laptop-16", name="Laptop 16", unit_cost=D(1500))
    estate = replace(estate, models=(replace(LAPTOP, successor="laptop-16"), new))

    assert numbers(of(planned(estate), "laptop-16")) == (12, 0, 0, 2, 14, 14)


# Returns


def test_a_leavers_laptop_is_ready_for_the_next_after_it_was_made_ready() -> None:
    estate = only_laptops(mill())
    model = replace(LAPTOP, refit_days=2)
    leaver = replace(estate.people[0], ends_on=date(2026, 12, 4))
    estate = replace(estate, models=(model,), people=(leaver, *estate.people[1:]))
    made = planned(estate, goal(estate, to=35))

    # 11 more than the 24 of today; the laptop that comes back on 4 December is free on 8 December.
    assert [(one.since, one.quantity) for one in made.returns] == [(date(2026, 12, 8), D(1))]
    assert numbers(of(made, "laptop-14"))[:3] == (11, 4, 2)


def test_a_laptop_that_comes_back_too_late_helps_nobody() -> None:
    estate = only_laptops(mill())
    leaver = replace(estate.people[0], ends_on=date(2026, 12, 18))
    made = planned(replace(estate, people=(leaver, *estate.people[1:])))

    assert numbers(of(made, "laptop-14"))[1] == 3


def test_a_laptop_due_for_refresh_does_not_come_back_into_use() -> None:
    estate = only_laptops(mill())
    old = replace(estate.items[0], replace_by=date(2026, 12, 7))
    leaver = replace(estate.people[0], ends_on=date(2026, 12, 4))
    made = planned(replace(estate, items=(old, *estate.items[1:]), people=(leaver, *estate.people[1:])))

    assert numbers(of(made, "laptop-14"))[1] == 3


def test_a_leavers_seat_is_free_the_day_after() -> None:
    estate = mill()
    leaver = replace(estate.people[0], ends_on=date(2026, 12, 4))
    made = planned(replace(estate, people=(leaver, *estate.people[1:])))

    assert numbers(of(made, "crm"))[:2] == (12, 5)


def test_a_team_that_shrinks_gives_its_things_to_one_that_grows() -> None:
    estate = mill()
    fewer = goal(estate, to=20, need_by=date(2026, 12, 7), ref="fewer")
    held = tuple(ItemFact(f"P{n}", "laptop-14", "in use", f"packing-{n:02}") for n in range(10))
    estate = replace(only_laptops(estate), items=estate.items + held)
    grow = goal(estate, team="packing", to=14, ref="grow")

    made = plan([fewer, grow], estate=estate, house=house(), asked="grow")

    # Four come back from sales on 7 December and are ready on the 10th.
    assert numbers(of(made, "laptop-14"))[:2] == (4, 7)


# Temporary people


def test_what_seasonal_people_had_is_free_for_those_who_come_after() -> None:
    estate = only_laptops(mill())
    season = replace(goal(estate, to=34, ref="season"), until=date(2027, 1, 29))
    after = goal(estate, to=30, need_by=date(2027, 3, 1), ref="after")

    first, second = each(planned(estate, season, after), "laptop-14")

    assert numbers(first) == (10, 3, 2, 2, 7, 7)
    # Twelve had been there: 2 are kept back; the 10 come back on 29 January.
    assert numbers(second) == (6, 12, 0, 2, 0, 0)


def test_seats_for_a_season_are_paid_for_as_long_as_it_lasts() -> None:
    estate = mill()
    season = replace(goal(estate, to=34, ref="asked"), until=date(2027, 3, 31))
    crm = of(planned(estate, season), "crm")

    assert crm.months == 3
    assert crm.cost is not None
    assert crm.cost.year is None
    # 10 needed, 4 free, sold in fives: 10 seats at $66 for three months.
    assert crm.cost.once is not None
    assert crm.cost.once.value == D("1980.00")


def test_a_larger_link_for_a_season_costs_its_difference_and_not_less_than_its_term() -> None:
    levels = (LEVELS[0], replace(LEVELS[1], term_months=6))
    season = replace(goal(mill(), to=36), until=date(2027, 3, 31))
    link = of(planned(replace(mill(), levels=levels), season), "link")

    assert link.cost is not None
    assert link.cost.year is None
    assert link.cost.once is not None
    # 6 months at 690 - 410, and 450 for the change.
    assert link.cost.once.value == D("2130.00")


# Ramps


def test_each_step_of_a_ramp_is_needed_on_its_own_day_and_rounded_up_only_once() -> None:
    estate = only_laptops(mill())
    estate = replace(estate, items=estate.items[:8])
    ramp = replace(goal(estate, to=30), arrivals=(Arrival(NEW_YEAR, 3), Arrival(date(2027, 2, 1), 3)))

    first, second = each(planned(estate, ramp), "laptop-14")

    # A third of the team holds one: 3 people need 1, 6 people need 2.
    assert [(one.need_by, numbers(one)[0]) for one in (first, second)] == [
        (NEW_YEAR, 1), (date(2027, 2, 1), 1),
    ]  # fmt: skip


def test_a_ramp_that_does_not_add_up_is_no_goal() -> None:
    with pytest.raises(ValueError, match="12 people"):
        replace(goal(mill()), arrivals=(Arrival(NEW_YEAR, 3),))


# Places


def two_sites(*lanes: LaneFact, at: str = "lima") -> Estate:
    """Sales sit in Dayton and pack in Lima; the three spare laptops lie in one of them."""
    estate = only_laptops(mill())
    spare = tuple(replace(one, site=at) for one in estate.items[24:])
    return replace(
        estate, sites=(*estate.sites, LIMA), items=estate.items[:24] + spare, lanes=lanes, orders=()
    )


def test_stock_of_another_site_comes_after_its_transfer() -> None:
    laptop = of(planned(two_sites(LaneFact("x", "lima", "dayton", 4))), "laptop-14")

    assert numbers(laptop)[:2] == (12, 3)
    assert laptop.moved == (("lima", D(3)),)


def test_without_a_way_the_stock_of_another_site_does_not_help() -> None:
    laptop = of(planned(two_sites(LaneFact("x", "dayton", "lima", 4))), "laptop-14")

    # What is kept back is kept in Lima, where it lies.
    assert numbers(laptop) == (12, 0, 0, 0, 12, 12)


def test_a_transfer_that_takes_too_long_does_not_help() -> None:
    assert numbers(of(planned(two_sites(LaneFact("x", "lima", "dayton", 40))), "laptop-14"))[1] == 0


def test_as_long_as_nobody_typed_a_transfer_every_site_feeds_every_other_and_that_is_said() -> None:
    made = planned(two_sites())

    assert numbers(of(made, "laptop-14"))[1] == 3
    assert "lanes" in {one.register for one in made.assumptions}


def test_two_sites_with_needs_on_one_day_use_their_own_stock_first() -> None:
    estate = two_sites()
    erie = tuple(replace(one, ref=f"e-{one.ref}", site="lima") for one in people("sales", 24))
    estate = replace(estate, people=(*estate.people, *erie))
    held = tuple(ItemFact(f"E{n}", "laptop-14", "in use", one.ref) for n, one in enumerate(erie))
    estate = replace(estate, items=estate.items + held)

    dayton, lima = each(planned(estate, goal(estate, to=54)), "laptop-14")

    assert (numbers(dayton), dayton.moved) == ((3, 0, 0, 2, 5, 5), ())
    assert (numbers(lima), lima.moved) == ((3, 3, 0, 2, 2, 2), ())


# Priorities


def test_short_stock_goes_to_the_earlier_need_then_to_the_higher_priority_then_by_ref() -> None:
    estate = only_laptops(mill())
    held = tuple(ItemFact(f"P{n}", "laptop-14", "in use", f"packing-{n:02}") for n in range(10))
    estate = replace(estate, items=estate.items + held, orders=(), models=(replace(LAPTOP, safety_stock=0),))
    low = goal(estate, to=28, ref="a")
    high = replace(goal(estate, team="packing", to=14, ref="b"), priority=1)

    laptops = of(planned(estate, low, high), "laptop-14")
    same = of(planned(estate, low, replace(high, priority=5)), "laptop-14")

    assert numbers(laptops) == (8, 3, 0, 0, 5, 5)
    assert laptops.pegs == (Peg("b", D(1)), Peg("a", D(4)))
    assert same.pegs == (Peg("a", D(1)), Peg("b", D(4)))


# Parts


def part(ref: str, *, of_model: str | None = None, of_pool: str | None = None, quantity: str = "1",
         when: str = "used",
         model: str | None = None, pool: str | None = None) -> KitFact:  # fmt: skip
    return KitFact(ref, None, None, of_model, of_pool, model, pool, D(quantity), when=when)


def test_every_laptop_given_out_needs_its_seat_of_device_management_also_those_from_stock() -> None:
    estate = replace(mill(), pools=(MDM,), levels=(), kits=(part("k", of_model="laptop-14", pool="mdm"),))

    made = planned(estate)
    seats, laptop = of(made, "mdm"), of(made, "laptop-14")

    assert numbers(seats) == (12, 6, 0, 0, 6, 6)
    assert laptop.timing is not None
    assert seats.need_by == laptop.timing.deploy_from.value
    assert seats.pegs == (Peg("asked", D(6)),)


def test_a_new_switch_needs_a_place_in_the_rack_and_that_a_battery_only_when_one_is_bought() -> None:
    ports = PoolFact("ports", "Ports", "ports", "site", "dayton", "ports", D(48), D(40), per_head=D(1),
                     lot_minimum=24, lot_step=24, unit_cost=D(49), cost_period="once")  # fmt: skip
    rack = PoolFact("rack", "Rack places", "power", "site", "dayton", "places", D(4), D(4), unit_cost=D(90),
                    cost_period="once")  # fmt: skip
    ups = ModelFact("ups", "Battery", "ups", D(300))
    estate = replace(
        mill(), pools=(ports, rack), levels=(), models=(LAPTOP, ups),
        kits=(
            KitFact("k1", None, None, None, "ports", None, "rack", D("0.0417"), when="ordered"),
            KitFact("k2", None, None, None, "rack", "ups", None, D("0.5"), when="ordered"),
        ),
    )  # fmt: skip

    made = planned(estate)

    # 12 ports, 8 free: one switch of 24 ports, one more rack place for it, half a battery: one.
    assert [numbers(of(made, ref))[5] for ref in ("ports", "rack", "ups")] == [24, 1 + 1, 1]
    enough = planned(estate, goal(estate, to=30))
    assert {one.ref for one in enough.orders} == {"laptop-14"}


def test_a_part_that_two_things_share_is_netted_after_both() -> None:
    dock = ModelFact("dock", "Dock", "dock", D(200), 5)
    cable = ModelFact("cable", "Cable", "accessory", D(9), 2)
    held = tuple(ItemFact(f"D{n}", "dock", "in use", f"sales-{n:02}") for n in range(24))
    estate = only_laptops(mill())
    estate = replace(
        estate, models=(LAPTOP, dock, cable), items=estate.items + held,
        kits=(
            part("k1", of_model="laptop-14", model="dock", when="ordered"),
            part("k2", of_model="laptop-14", model="cable"),
            part("k3", of_model="dock", model="cable", quantity="2"),
        ),
    )  # fmt: skip

    assert look_up(estate, TODAY).parts.codes == {("models", "dock"): 1, ("models", "cable"): 2}
    made = planned(estate)
    # 12 docks for 12 people and 9 with the laptops bought; 12 cables with laptops, 42 with docks.
    assert sum(numbers(one)[0] for one in each(made, "dock")) == 21
    assert sum(numbers(one)[0] for one in each(made, "cable")) == 12 + 42


def test_things_that_need_one_another_are_refused_by_name() -> None:
    kits = (part("k1", of_model="laptop-14", pool="crm"), part("k2", of_pool="crm", model="laptop-14"))
    estate = replace(mill(), kits=kits)

    (refused,) = parts.refusals(estate)

    assert refused.code == "kit-cycle"
    assert "CRM" in say(refused)
    assert 'Laptop 14"' in say(refused)
    with pytest.raises(ValueError, match="one another"):
        planned(estate)
    assert parts.refusals(mill()) == ()


# Typed kit lines


def test_a_typed_line_wins_over_what_people_hold_and_says_so() -> None:
    estate = only_laptops(mill())
    kit = KitFact("k", "sales", None, None, None, "laptop-14", None, D("0.5"))
    made = planned(replace(estate, kits=(kit,)))

    assert numbers(of(made, "laptop-14"))[0] == 6
    assert ("kits", "k") in {(one.register, one.ref) for one in made.assumptions}


def test_the_line_for_team_and_site_wins_over_the_one_for_everybody() -> None:
    estate = only_laptops(mill())
    all_of_us = KitFact("a", None, None, None, None, "laptop-14", None, D(2))
    here = KitFact("b", "sales", "dayton", None, None, "laptop-14", None, D(1))
    elsewhere = KitFact("c", "sales", "lima", None, None, "laptop-14", None, D(9))

    assert numbers(of(planned(replace(estate, kits=(all_of_us, here, elsewhere))), "laptop-14"))[0] == 12


def test_what_two_shifts_share_is_needed_once_a_place() -> None:
    estate = mill()
    packers = tuple(
        replace(one, working_pattern=f"shift {n % 2 + 1}") for n, one in enumerate(people("packing", 10))
    )
    held = tuple(ItemFact(f"T{n}", "laptop-14", "in use", packers[n].ref) for n in range(0, 10, 2))
    estate = replace(only_laptops(estate), people=(*packers, TOMAS), items=held, orders=())

    (line,) = learn(look_up(estate, TODAY), "packing", "dayton")
    laptop = of(planned(estate, goal(estate, team="packing", to=13)), "laptop-14")

    assert (line.per, line.per_head, line.shifts) == ("shift place", Fraction(1), 2)
    # Three more people of two shifts need two more places.
    assert numbers(laptop)[0] == 2


def test_what_is_typed_per_full_time_equivalent_counts_part_timers_in_part() -> None:
    estate = only_laptops(mill())
    half = tuple(replace(one, working_pattern="part time") for one in people("packing", 10))
    kit = KitFact("k", "packing", None, None, None, "laptop-14", None, D(1), per="FTE")
    estate = replace(estate, people=(*half, TOMAS), items=(), kits=(kit,), orders=())

    assert numbers(of(planned(estate, goal(estate, team="packing", to=15)), "laptop-14"))[0] == 3


def test_who_is_leaving_says_nothing_about_newcomers_and_is_named() -> None:
    estate = only_laptops(mill())
    leaver = replace(estate.people[0], ends_on=date(2027, 6, 1))
    estate = replace(estate, people=(leaver, *estate.people[1:]))

    (line,) = learn(look_up(estate, TODAY), "sales", "dayton")

    assert (line.sample, line.holders) == (23, 23)
    assert [one.ref for one in line.assumptions] == ["sales-00"]


# Growth


def measured(*values: int) -> tuple[MeasurementFact, ...]:
    return tuple(
        MeasurementFact(f"m{n}", "crm", TODAY - timedelta(days=30 * (len(values) - n)), D(value))
        for n, value in enumerate(values)
    )


def test_use_that_has_been_growing_goes_on_growing_and_takes_its_part() -> None:
    estate = replace(mill(), measurements=measured(15, 18, 21, 24))
    crm = of(planned(estate), "crm")

    # Three more in thirty days: 8 days until 1 December make 1, 42 until 4 January 5 in all.
    assert numbers(crm)[:2] == (12 + 4, 28 - 24 - 1)
    assert crm.pegs[-1].goal == "trend"


def test_a_trend_is_not_followed_where_the_tick_is_taken_away() -> None:
    pool = replace(CRM, is_trend_followed=False)
    estate = replace(mill(), pools=(pool, LINK), measurements=measured(15, 18, 21, 24))

    assert numbers(of(planned(estate), "crm")) == (12, 4, 0, 0, 8, 10)


# A new site


def test_a_new_site_gets_a_link_of_its_own_and_what_stands_at_the_site_like_it() -> None:
    estate = mill()
    firewall = ModelFact("fw", "Firewall", "firewall", D(900))
    standing = ItemFact("F1", "fw", "in use", site="dayton")
    estate = replace(estate, models=(LAPTOP, firewall), items=(*estate.items, standing))
    erie = SiteFact("erie", "Erie")
    opening = Goal(
        "asked", TeamFact("", "everybody"), 0, 20, Period(MARCH, MARCH), MARCH, site=erie, is_new_site=True,
    )  # fmt: skip

    made = plan([opening], estate=estate, house=house(), asked="asked")
    link = of(made, "link@erie")

    # 20 people at 1.75 Mbit/s need 35: the smaller size carries 160; it costs 410 a month, all of it new.
    assert (numbers(link), link.place) == ((35, 0, 0, 0, 35, 200), "erie")
    assert link.cost is not None
    assert link.cost.year is not None
    assert link.cost.year.value == D(4920)
    # 24 of 35 people here hold a laptop: 20 people need 14.
    assert numbers(of(made, "laptop-14"))[0] == 14
    assert (numbers(of(made, "fw"))[0], of(made, "fw").place) == (1, "erie")


def test_a_switch_that_comes_with_new_ports_is_not_asked_for_twice() -> None:
    ports = PoolFact("ports", "Ports", "ports", "site", "dayton", "ports", D(48), D(30), per_head=D(1),
                     lot_minimum=24, lot_step=24)  # fmt: skip
    switch = ModelFact("switch", "Switch", "switch", D(900))
    estate = replace(
        only_laptops(mill()), pools=(ports,), models=(LAPTOP, switch),
        items=(*mill().items, ItemFact("S", "switch", "in use", site="dayton")),
        kits=(KitFact("k", None, None, None, "ports", "switch", None, D(1) / 24, when="ordered"),),
    )  # fmt: skip
    opening = Goal(
        "asked", TeamFact("", "everybody"), 0, 20, Period(MARCH, MARCH), MARCH,
        site=SiteFact("erie", "Erie"), is_new_site=True,
    )  # fmt: skip

    made = plan([opening], estate=estate, house=house(), asked="asked")

    assert [numbers(one)[0] for one in each(made, "switch")] == [1]


# Money and hours by time


def test_what_is_bought_falls_into_the_month_it_comes_and_what_runs_into_every_month_after() -> None:
    made = planned(mill())
    found = {one.first: (one.once.value, one.running.value) for one in by_month(made.orders, made.horizon[1])}

    assert found[date(2026, 12, 1)] == (D("11565.00"), D(0))
    # The link comes in January; ten CRM seats at $66 and the link's $280 from then on.
    assert found[date(2027, 1, 1)] == (D("450.00"), D("940.00"))
    assert found[date(2027, 11, 1)] == (D(0), D("940.00"))
    twelve = [running for first, (_, running) in found.items() if first >= date(2027, 1, 1)][:12]
    assert sum(D(str(one)) for one in twelve) + 940 == made.totals.year.value or len(twelve) == 12


def test_hours_by_week_never_pass_what_is_free_and_show_all_the_work() -> None:
    made = planned(mill())

    assert all(week.needed.value <= week.free.value for week in made.weeks)  # type: ignore[operator]
    assert sum(week.needed.value for week in made.weeks) == made.totals.hours.value  # type: ignore[misc]


def test_a_holiday_of_the_only_one_who_sets_up_moves_the_order_forward() -> None:
    away = AbsenceFact("a", "tomas", date(2026, 12, 21), date(2027, 1, 1))
    there, gone = planned(mill()), planned(replace(mill(), absences=(away,)))

    assert of(gone, "laptop-14").order_by < of(there, "laptop-14").order_by


# Other starts


def test_later_starts_are_compared_with_the_one_asked_for() -> None:
    estate = mill()
    asked = goal(estate)
    made = planned(estate, asked)

    def plan_of(other: Goal) -> Plan:
        return planned(estate, other)

    found = starts(asked, made, house(), plan_of=plan_of, say=lambda one: one.ref)

    assert [one.label for one in found] == [
        "12 on 4 January", "6 on 4 January, 6 on 5 January", "12 on 5 January",
    ]  # fmt: skip
    assert found[0].late_orders == 1
    assert found[-1].late_orders == 0
    assert found[1].days_given_up == 6


def test_the_same_goals_in_any_order_give_the_same_plan() -> None:
    estate = mill()
    goals = [goal(estate, to=30, ref="a"), goal(estate, team="packing", to=14, ref="b")]

    assert planned(estate, *goals) == planned(estate, *reversed(goals))


def test_levels_grow_from_size_to_size() -> None:
    levels = (*LEVELS, LevelFact("link-1000", "link", D(1000), D(990)))
    estate = replace(mill(), levels=levels, pools=(replace(LINK, per_head=D(12)),))
    goals = (goal(estate, to=40, ref="a"), goal(estate, to=54, need_by=date(2027, 4, 1), ref="b"))

    first, second = each(planned(estate, *goals), "link")

    assert numbers(first) == (160 + 192, 160, 0, 0, 192, 500)
    assert numbers(second) == (160 + 192 + 360, 400, 0, 0, 312, 1000)
    assert second.cost is not None
    assert second.cost.year is not None
    assert second.cost.year.value == D(300 * 12)
