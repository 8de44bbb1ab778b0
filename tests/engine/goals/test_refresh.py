"""What grows old is replaced, and takes its part of stock and orders."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from fullscore.engine.goals.orders.pegging import Peg
from tests.engine.goals.mill import (
    LAPTOP,
    NEW_YEAR,
    mill,
    numbers,
    of,
    only_laptops,
    planned,
)

D = Decimal


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
