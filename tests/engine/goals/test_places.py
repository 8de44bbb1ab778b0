"""Stock at several sites, and who is served first when it is short."""

from dataclasses import replace
from decimal import Decimal

from fullscore.engine.estate.facts import (
    Estate,
    ItemFact,
    LaneFact,
    SiteFact,
)
from fullscore.engine.goals.orders.pegging import Peg
from fullscore.engine.goals.plans.plan import plan
from tests.engine.goals.mill import (
    LAPTOP,
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
LIMA = SiteFact("lima", "Lima")


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

    # Two are ordered for Lima to keep back; Dayton need not keep back its own.
    assert (numbers(dayton), dayton.moved) == ((3, 0, 0, 0, 3, 3), ())
    assert (numbers(lima), lima.moved) == ((3, 3, 0, 2, 2, 2), ())


def test_what_is_kept_back_is_kept_once_not_at_every_site() -> None:
    estate = replace(two_sites(), items=mill().items[:24])
    erie = tuple(replace(one, ref=f"e-{one.ref}", site="lima") for one in people("sales", 24))
    held = tuple(ItemFact(f"E{n}", "laptop-14", "in use", one.ref) for n, one in enumerate(erie))
    estate = replace(estate, people=(*estate.people, *erie), items=estate.items + held)

    assert sorted(numbers(one) for one in each(planned(estate, goal(estate, to=54)), "laptop-14")) == [
        (3, 0, 0, 0, 3, 3), (3, 0, 0, 2, 5, 5),
    ]  # fmt: skip


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


def test_a_new_size_is_on_the_account_of_all_by_their_part() -> None:
    estate = mill()
    goals = (goal(estate, to=36, ref="a"), goal(estate, team="packing", to=14, ref="b"))

    link = of(planned(estate, *goals), "link")

    # 12 and 4 people at 1.75 Mbit/s: 21 and 7 of the 500.
    assert link.pegs == (Peg("a", D(375)), Peg("b", D(125)))


def test_a_line_in_which_a_goal_has_no_share_is_not_told() -> None:
    estate = only_laptops(mill())
    first = replace(goal(estate, to=26, ref="asked"), priority=1)
    held = tuple(ItemFact(f"P{n}", "laptop-14", "in use", f"packing-{n:02}") for n in range(10))
    estate = replace(estate, items=estate.items + held, orders=(), models=(replace(LAPTOP, safety_stock=0),))
    others = goal(estate, team="packing", to=20, ref="g-1")

    made = plan([first, others], estate=estate, house=house(), asked="asked")

    # Two of the three spare laptops are for this goal; what is ordered is for the other.
    assert made.orders == ()
