"""What a thing needs itself, level by level: once for each use, or once with each order."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from fullscore.engine.estate.facts import Estate, ItemFact, KitFact, ModelFact, PoolFact, SiteFact
from fullscore.engine.goals.demands.demand import explode, seated, split
from fullscore.engine.goals.goal import Arrival
from fullscore.engine.goals.kits.holdings import look_up
from fullscore.engine.goals.kits.parts import refusals
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
    planned,
)

D = Decimal
BAG = ModelFact("bag", "Bag", "other", D(30), 5)
DOCK = ModelFact("dock", "Dock", "other", D(100), 5)
ADAPTER = ModelFact("adapter", "Adapter", "other", D(10), 5)
ROUTER = ModelFact("router", "Router", "other", D(400), 5)
MDM = PoolFact("mdm", "Device management", capacity=D(0), used=D(0), lead_days=1)


def part(of_thing: str, needs: str, count: int = 1, *, when: str = "used") -> KitFact:
    """Each of a thing needs so many of another; the things are models unless named so."""
    thing = {"for_model": None, "for_pool": None, "model": None, "pool": None}
    thing["for_pool" if of_thing == "link" else "for_model"] = of_thing  # type: ignore[assignment]
    thing["pool" if needs == "mdm" else "model"] = needs  # type: ignore[assignment]
    return KitFact(f"{of_thing}-{needs}", None, None, quantity=D(count), when=when, **thing)  # type: ignore[arg-type]


def with_parts(*kits: KitFact, items: tuple[ItemFact, ...] = ()) -> Estate:
    estate = only_laptops(mill())
    models = (LAPTOP, BAG, DOCK, ADAPTER, ROUTER)
    return replace(estate, models=models, pools=(MDM,), kits=kits, items=estate.items + items)


def test_what_is_needed_for_each_one_is_needed_for_twelve_what_comes_with_an_order_for_nine() -> None:
    made = planned(with_parts(part("laptop-14", "mdm"), part("laptop-14", "bag", 2, when="ordered")))

    # Twelve newcomers; three laptops lie in stock, two come, two are kept back: nine are ordered.
    assert numbers(of(made, "mdm"))[0] == 12
    assert numbers(of(made, "bag"))[0] == 18
    assert (of(made, "mdm").unit, of(made, "bag").unit) == ("seats", None)


def test_what_was_used_for_a_time_comes_back_and_what_was_ordered_along_does_not() -> None:
    estate = with_parts(part("laptop-14", "mdm"), part("laptop-14", "bag", when="ordered"))
    season = replace(goal(estate), until=date(2027, 3, 31))
    back = {one.thing.ref: (int(one.quantity), one.since) for one in planned(estate, season).returns}

    assert back["mdm"] == (12, date(2027, 4, 1))
    assert "bag" not in back


def test_a_larger_link_brings_one_router_whatever_its_size() -> None:
    estate = replace(
        mill(), models=(LAPTOP, ROUTER), pools=(CRM, LINK), kits=(part("link", "router", when="ordered"),)
    )
    router = of(planned(estate), "router")

    assert (numbers(router)[0], router.place) == (1, "dayton")
    assert router.pegs[0].goal == "asked"


def test_a_link_that_carries_everybody_brings_no_router() -> None:
    estate = replace(
        mill(), models=(LAPTOP, ROUTER), pools=(CRM, replace(LINK, used=D(0))),
        kits=(part("link", "router", when="ordered"),),
    )  # fmt: skip

    assert each(planned(estate), "router") == []


def test_a_part_on_two_levels_takes_what_lies_in_stock_once() -> None:
    ten = tuple(ItemFact(f"A{n}", "adapter", "in stock") for n in range(10))
    kits = (part("laptop-14", "dock"), part("laptop-14", "adapter"), part("dock", "adapter", 2))
    made = planned(with_parts(*kits, items=ten))

    # Two for each of twelve docks, which are set up first, and one for each laptop.
    assert [numbers(one) for one in each(made, "adapter")] == [(24, 10, 0, 0, 14, 14), (12, 0, 0, 0, 12, 12)]
    assert numbers(of(made, "dock")) == (12, 0, 0, 0, 12, 12)


def test_parts_of_a_pool_stand_at_its_site_only() -> None:
    ports = PoolFact("ports", "Ports", "ports", "site", "lima", "ports", D(0))
    estate = with_parts(KitFact("k", None, None, "laptop-14", None, None, "ports", D(1)))

    assert each(planned(replace(estate, pools=(ports,))), "ports") == []
    here = replace(estate, pools=(replace(ports, site="dayton"),))
    assert numbers(of(planned(here), "ports"))[0] == 12


def test_half_a_part_each_is_rounded_up_once() -> None:
    half = replace(part("laptop-14", "mdm"), quantity=D("0.5"))
    estate = with_parts(half)

    assert numbers(of(planned(estate, goal(estate, to=35)), "mdm"))[0] == 6


def test_a_circle_is_named_from_the_thing_it_begins_with() -> None:
    circle = with_parts(part("dock", "adapter"), part("adapter", "bag"), part("bag", "dock"))
    (refusal,) = refusals(circle)

    names = {"dock": "Dock", "adapter": "Adapter", "bag": "Bag"}
    told = refusal.values["circle"]
    assert isinstance(told, tuple)
    assert refusal.subject.register == "kits"
    assert told[0] == told[-1] == names[refusal.subject.ref or ""]
    assert set(told) == set(names.values())
    with_pool = with_parts(
        part("laptop-14", "mdm"), KitFact("k", None, None, None, "mdm", "laptop-14", None, D(1))
    )
    (refusal,) = refusals(with_pool)
    assert set(refusal.values["circle"]) == {'Laptop 14"', "Device management"}  # type: ignore[arg-type]


def two_sites() -> Estate:
    """Six of the team's 24 people sit in Lima, the others in Dayton."""
    estate = mill()
    sales = tuple(replace(one, site="lima") if n < 6 else one for n, one in enumerate(estate.people[:24]))
    return replace(
        estate, people=(*sales, *estate.people[24:]), sites=(*estate.sites, SiteFact("lima", "Lima"))
    )


def test_every_step_of_a_ramp_has_about_the_sites_proportions() -> None:
    estate = two_sites()
    steps = (Arrival(NEW_YEAR, 2), Arrival(date(2027, 2, 1), 2))
    ramp = replace(goal(estate, to=28), arrivals=steps)

    # Three go to Dayton, one to Lima: in the middle, the second of Dayton before the one of Lima.
    found = [
        (site, before, after, day.value)
        for site, before, after, day in seated(ramp, look_up(estate, TODAY), house())
    ]
    assert found == [
        ("dayton", 0, 2, NEW_YEAR), ("dayton", 2, 3, date(2027, 2, 1)), ("lima", 0, 1, date(2027, 2, 1)),
    ]  # fmt: skip


def test_newcomers_go_where_the_largest_part_of_one_is_left_over() -> None:
    sites = ["dayton"] * 5 + ["lima"] * 3 + ["erie"] * 2
    members = [replace(mill().people[0], ref=f"m{n}", site=site) for n, site in enumerate(sites)]

    # Of three: 1.5, 0.9 and 0.6; of four: 2, 1.2 and 0.8; of five with two ties: 2.5, 1.5 and 1.
    assert split(members, 3) == {"dayton": 1, "erie": 1, "lima": 1}
    assert split(members, 4) == {"dayton": 2, "erie": 1, "lima": 1}
    assert split(members, 5) == {"dayton": 3, "erie": 1, "lima": 1}
    assert split(members, 10) == {"dayton": 5, "erie": 2, "lima": 3}
    assert split(members, 0) == {}
    assert split([], 3) == {None: 3}


def test_newcomers_who_are_registered_without_a_site_sit_nowhere() -> None:
    estate = two_sites()
    new = tuple(
        replace(estate.people[0], ref=f"n{n}", site=site, starts_on=NEW_YEAR)
        for n, site in enumerate((None, "lima"))
    )
    estate = replace(estate, people=(*estate.people, *new))
    two = replace(goal(estate, to=26), head_from=24)

    seats = [(site, before, after) for site, before, after, _ in seated(two, look_up(estate, TODAY), house())]
    assert seats == [(None, 0, 1), ("lima", 0, 1)]


def test_nobody_new_needs_nothing() -> None:
    known = look_up(mill(), TODAY)

    assert explode(goal(mill(), to=24), known, lambda _team, _site: (), house()) == ()
    assert explode(goal(mill(), to=20), known, lambda _team, _site: (), house()) == ()
