"""Facts about netting and planning at their edges: days that just count, sums that open, what is late."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from fullscore.engine.estate.facts import LevelFact, MeasurementFact, OrderFact, PoolFact
from fullscore.engine.goals.orders.pegging import Peg, peg
from fullscore.engine.goals.orders.requirement import Requirement
from fullscore.engine.goals.plans.plan import plan
from tests.engine.goals.mill import (
    LAPTOP,
    LEVELS,
    NEW_YEAR,
    TODAY,
    goal,
    house,
    mill,
    numbers,
    of,
    planned,
)
from tests.engine.goals.recomputing import wrong_in

D = Decimal
DAY = timedelta(days=1)
# The mill's laptops must be there by then for the first working day of the year.
ARRIVE_BY = date(2026, 12, 21)


def figures(one: Requirement) -> tuple[object, ...]:
    names = ("gross", "on_hand", "scheduled_receipts", "safety_stock", "net")
    return tuple(getattr(one.figures, name) for name in names)


@pytest.mark.parametrize(("due", "comes"), [(ARRIVE_BY, 2), (ARRIVE_BY + DAY, 0)])
def test_an_order_helps_until_the_last_day_to_arrive_and_no_longer(due: date, comes: int) -> None:
    order = replace(mill().orders[0], due_on=due)
    made = planned(replace(mill(), orders=(order,)))

    laptops = of(made, "laptop-14")
    assert numbers(laptops)[2] == comes
    assert laptops.timing is not None
    assert laptops.timing.arrive_by.value == ARRIVE_BY
    codes = [one.code for one in made.findings]
    assert ("order-comes-too-late" in codes) == (comes == 0)


@pytest.mark.parametrize(("due", "size"), [(date(2026, 12, 20), 200), (date(2027, 1, 20), 500)])
def test_an_order_for_a_link_carries_its_load_when_it_comes_in_time(due: date, size: int) -> None:
    estate = replace(
        mill(), levels=(*LEVELS, LevelFact("link-900", "link", D(900), D(990))),
        orders=(OrderFact("7", None, "link", D(40), TODAY, due),),
    )  # fmt: skip

    link = of(planned(estate), "link")

    # 181 of 160 that may be used: an order of 40 in time is enough.
    assert link.figures.amount("scheduled_receipts") == (40 if size == 200 else 0)
    assert int(link.ordered) == (0 if size == 200 else size)
    assert wrong_in(*figures(link)) == []  # type: ignore[arg-type]


POWER = PoolFact(
    "power", "Power", kind="power", scope="site", site="dayton", unit="kW", capacity=D(10), used=D(8),
    per_head=D(1), deploy_hours=D(4), lead_days=5,
)  # fmt: skip


@pytest.mark.parametrize(("units", "hours"), [(20, 0), (9, 4)])
def test_capacity_that_comes_in_time_is_no_work(units: int, hours: int) -> None:
    order = OrderFact("9", None, "power", D(units), TODAY, date(2026, 12, 7))
    power = of(planned(replace(mill(), pools=(POWER,), orders=(order,))), "power")

    assert (power.is_order, power.hours and power.hours.value) == (hours > 0, hours)


def test_every_figure_of_a_need_that_follows_another_opens_to_its_sum() -> None:
    estate = mill()
    later = replace(goal(estate, to=30, need_by=date(2027, 3, 1)), ref="later")
    made = plan((goal(estate, to=25), later), estate=estate, house=house())

    rows = [one for one in (*made.orders, *made.covered) if one.ref in {"laptop-14", "crm"}]
    assert len(rows) == 4
    for one in rows:
        assert wrong_in(*figures(one), one.quantity) == []  # type: ignore[arg-type]
    # Three in stock and two on order, of which one is gone for the first and two are kept back.
    assert [numbers(one)[:4] for one in rows if one.ref == "laptop-14"][-1] in {(6, 2, 2, 2), (1, 3, 2, 2)}


def test_who_is_short_opens_to_its_share() -> None:
    late = replace(LAPTOP, lead_days=60)
    made = planned(replace(mill(), models=(late,)))

    laptops = of(made, "laptop-14")
    assert laptops.timing is not None
    assert laptops.timing.late is not None
    # Twelve come, three are there and two on their way; two are kept back: nine are short.
    assert laptops.timing.late.people.value == 9
    assert wrong_in(laptops.timing.late.people, laptops.timing.late.earliest) == []


def test_what_people_need_is_never_more_short_than_they_are() -> None:
    late = replace(LAPTOP, lead_days=60, safety_stock=40)
    laptops = of(planned(replace(mill(), models=(late,))), "laptop-14")

    assert laptops.timing is not None
    assert laptops.timing.late is not None
    assert laptops.timing.late.people.value == 12


def test_an_order_in_time_is_late_when_nobody_has_the_hours() -> None:
    """Two hundred laptops need 500 hours; Tomas has not a fifth of them until New Year."""
    estate = mill()
    made = planned(estate, goal(estate, to=224))

    laptops = of(made, "laptop-14")
    assert laptops.timing is not None
    assert laptops.timing.late is not None
    assert laptops.timing.late.earliest.value > NEW_YEAR  # type: ignore[operator]
    assert wrong_in(laptops.timing.late.earliest, laptops.timing.late.working_days) == []
    assert "workload-does-not-fit" in {one.code for one in made.findings}


def test_a_trend_is_told_by_the_month() -> None:
    rows = tuple(
        MeasurementFact(f"m{n}", "crm", TODAY - DAY * (20 * (3 - n)), D(18 + 2 * n)) for n in range(4)
    )
    made = planned(replace(mill(), measurements=rows))

    text = "The use of CRM goes on growing by 3.0 seats a month, as 4 measurements say"
    assert (text, "pools", "crm", "is_trend_followed") in [
        (one.text, one.register, one.ref, one.field) for one in made.assumptions
    ]


def test_on_one_day_the_higher_priority_gets_what_there_is() -> None:
    estate = mill()
    first, second = (replace(goal(estate, to=30), ref=ref, priority=at) for ref, at in (("b", 1), ("a", 9)))

    laptops = of(plan((second, first), estate=estate, house=house()), "laptop-14")

    assert [one.goal for one in laptops.pegs] == ["b", "a"]
    assert laptops.pegs[0].quantity < laptops.pegs[1].quantity


def test_shares_go_by_the_order_in_which_needs_are_served() -> None:
    assert peg((("a", D(3)), ("b", D(2))), net=D(2), quantity=D(2)) == (Peg("b", D(2)),)
    assert peg((("a", D(3)), ("b", D(2))), net=D(3), quantity=D(5)) == (Peg("a", D(1)), Peg("b", D(4)))
    assert peg((("a", D(3)), ("b", D(2))), net=D(0), quantity=D(4)) == (Peg("b", D(4)),)


@pytest.mark.parametrize(("on", "is_late"), [(date(2026, 11, 25), False), (date(2026, 11, 30), True)])
def test_the_last_day_to_order_itself_is_in_time(on: date, *, is_late: bool) -> None:
    laptops = of(planned(mill(), of=house(on)), "laptop-14")

    assert laptops.order_by == date(2026, 11, 25)
    assert laptops.timing is not None
    assert (laptops.timing.late is not None) == is_late
