"""What things need themselves, and kit lines that somebody typed."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from fullscore.engine.estate.facts import (
    ItemFact,
    KitFact,
    ModelFact,
    PoolFact,
)
from fullscore.engine.findings.sentences_en import say
from fullscore.engine.goals.kits import parts
from fullscore.engine.goals.kits.holdings import look_up
from fullscore.engine.goals.kits.kits import learn
from fullscore.engine.goals.orders.pegging import Peg
from tests.engine.goals.mill import (
    LAPTOP,
    TODAY,
    TOMAS,
    each,
    goal,
    mill,
    numbers,
    of,
    only_laptops,
    people,
    planned,
)

D = Decimal
MDM = PoolFact(
    "mdm", "Device management", capacity=D(30), used=D(24), unit_cost=D(4), cost_period="month", lead_days=1
)


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


def test_a_part_whose_successor_others_need_as_well_is_netted_once() -> None:
    old = ModelFact("dock-1", "Dock 1", "dock", D(200), 5, successor="dock-2")
    new = ModelFact("dock-2", "Dock 2", "dock", D(220), 5)
    held = tuple(ItemFact(f"D{n}", "dock-1", "in use", f"sales-{n:02}") for n in range(24))
    spare = tuple(ItemFact(f"N{n}", "dock-2", "in stock") for n in range(4))
    estate = only_laptops(mill())
    estate = replace(
        estate, models=(LAPTOP, old, new), items=(*estate.items, *held, *spare),
        kits=(part("k1", of_model="laptop-14", model="dock-1", when="ordered"),),
    )  # fmt: skip

    docks = each(planned(estate), "dock-2")

    # 12 for the people and 9 with the laptops; four lie in stock, once.
    assert sum(numbers(one)[0] for one in docks) == 21
    assert sum(numbers(one)[5] for one in docks) == 17


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
