"""Growth: use that goes on growing, people who come in steps, sites that are new."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from fullscore.engine.estate.facts import (
    ItemFact,
    KitFact,
    LaneFact,
    MeasurementFact,
    ModelFact,
    PoolFact,
    SiteFact,
    TeamFact,
)
from fullscore.engine.goals.goal import Arrival, Goal
from fullscore.engine.goals.periods import Period
from fullscore.engine.goals.plans.plan import plan
from tests.engine.goals.mill import (
    CRM,
    LAPTOP,
    LINK,
    NEW_YEAR,
    TODAY,
    each,
    goal,
    house,
    mill,
    numbers,
    of,
    only_laptops,
    people,
    planned,
)

D = Decimal
MARCH = date(2027, 3, 1)


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


def test_a_new_site_is_fed_as_the_site_like_it_is() -> None:
    lima = tuple(replace(one, ref=f"l-{one.ref}", site="lima") for one in people("packing", 3))
    spare = tuple(replace(one, site="dayton") for one in mill().items[24:])
    lanes = (LaneFact("a", "dayton", "lima", 2), LaneFact("b", "lima", "dayton", 5))
    estate = replace(
        only_laptops(mill()), people=(*mill().people, *lima), sites=(*mill().sites, SiteFact("lima", "Lima")),
        items=mill().items[:24] + spare, lanes=lanes, orders=(), models=(replace(LAPTOP, safety_stock=0),),
    )  # fmt: skip
    small = Goal(
        "asked", TeamFact("", "everybody"), 0, 4, Period(MARCH, MARCH), MARCH,
        site=SiteFact("erie", "Erie"), is_new_site=True,
    )  # fmt: skip

    laptop = of(plan([small], estate=estate, house=house(), asked="asked"), "laptop-14")

    # Lima's three people are nearest in number; what feeds Lima feeds Erie.
    assert laptop.moved == (("dayton", D(3)),)


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
