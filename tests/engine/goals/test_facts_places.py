"""Who is served first and from where, what is kept back where, and on whose account an order goes."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from fullscore.engine.estate.facts import Estate, ItemFact, LaneFact, MeasurementFact, SiteFact
from fullscore.engine.goals.goal import Goal
from fullscore.engine.goals.orders.pegging import Peg, peg
from fullscore.engine.goals.plans import lines
from fullscore.engine.goals.plans.plan import Plan
from tests.engine.goals.mill import (
    CRM,
    LAPTOP,
    LINK,
    TODAY,
    each,
    goal,
    mill,
    numbers,
    of,
    only_laptops,
    planned,
)
from tests.engine.goals.recomputing import wrong_in

D = Decimal
SITES = tuple(SiteFact(ref, ref.title()) for ref in ("dayton", "erie", "lima"))
DAYTON, ERIE, LIMA = SITES


def spare(**by_site: int) -> tuple[ItemFact, ...]:
    return tuple(
        ItemFact(f"{site}{n}", "laptop-14", "in stock", site=None if site == "nowhere" else site)
        for site, count in by_site.items()
        for n in range(count)
    )


def three_sites(*lanes: LaneFact, safety: int = 0, **by_site: int) -> Estate:
    """Sales sell in Dayton, Erie and Lima; spare laptops lie where it is said, nothing is on its way."""
    estate = only_laptops(mill())
    return replace(
        estate, sites=SITES, items=estate.items[:24] + spare(**by_site), lanes=lanes, orders=(),
        models=(replace(LAPTOP, safety_stock=safety),),
    )  # fmt: skip


def at(site: SiteFact, count: int, ref: str = "asked", priority: int = 5) -> Goal:
    return replace(goal(mill(), to=24 + count, ref=ref), site=site, priority=priority)


def laptops(made: Plan) -> dict[str | None, tuple[int, int, tuple[tuple[str, D], ...]]]:
    """Return for each site what is free for it, what is ordered for it, and what comes from elsewhere."""
    found = each(made, "laptop-14")
    wrong = wrong_in(*(trace for one in found for trace in lines.parts(one).values()))
    assert wrong == []
    return {one.place: (numbers(one)[1], numbers(one)[5], one.moved) for one in found}


def test_a_site_with_something_of_its_own_is_served_before_one_that_would_take_it() -> None:
    estate = three_sites(erie=1, lima=3)
    made = planned(estate, at(DAYTON, 3, "a"), at(LIMA, 3, "b"))

    # Lima uses its own three; for Dayton there is the one in Erie.
    assert laptops(made) == {"dayton": (1, 2, (("erie", D(1)),)), "lima": (4, 0, ())}


def test_the_goal_of_higher_priority_takes_what_lies_at_a_third_site() -> None:
    estate = three_sites(erie=3)
    made = planned(estate, at(DAYTON, 3, "a"), at(LIMA, 3, "b", priority=1))

    assert laptops(made) == {"dayton": (0, 3, ()), "lima": (3, 0, (("erie", D(3)),))}


def test_a_site_goes_by_the_highest_priority_of_its_goals() -> None:
    estate = three_sites(erie=3)
    made = planned(estate, at(DAYTON, 3, "a"), at(LIMA, 1, "b", priority=9), at(LIMA, 2, "c", priority=1))

    assert laptops(made) == {"dayton": (0, 3, ()), "lima": (3, 0, (("erie", D(3)),))}


def test_that_stock_travels_is_assumed_only_where_it_does_and_nobody_typed_how() -> None:
    def told(estate: Estate) -> bool:
        return "lanes" in {one.register for one in planned(estate, at(DAYTON, 3)).assumptions}

    assert told(three_sites(lima=3))
    assert not told(three_sites(dayton=3))
    assert not told(three_sites(LaneFact("x", "lima", "dayton", 2), lima=3))


def test_of_two_ways_between_the_same_sites_the_faster_counts() -> None:
    slow, fast = LaneFact("a", "lima", "dayton", 60), LaneFact("b", "lima", "dayton", 2)

    for ways in ((slow, fast), (fast, slow)):
        assert laptops(planned(three_sites(*ways, lima=3), at(DAYTON, 3))) == {
            "dayton": (3, 0, (("lima", D(3)),))
        }


def test_what_is_kept_back_is_kept_where_most_lies() -> None:
    only_out = LaneFact("x", "dayton", "lima", 2)
    estate = three_sites(only_out, safety=2, dayton=1, lima=3)
    laptop = of(planned(estate, at(DAYTON, 12)), "laptop-14")

    # Nothing comes from Lima to Dayton, and what is kept back is kept in Lima.
    assert numbers(laptop) == (12, 1, 0, 0, 11, 11)
    there = of(planned(estate, at(LIMA, 12)), "laptop-14")
    assert numbers(there) == (12, 4, 0, 2, 10, 10)


def test_what_lies_too_far_away_to_help_counts_as_kept_back_there() -> None:
    estate = three_sites(LaneFact("x", "lima", "dayton", 60), safety=2, dayton=3, lima=1)

    # One of the two to keep back lies in Lima: of three, two serve newcomers.
    assert laptops(planned(estate, at(DAYTON, 12))) == {"dayton": (3, 10, ())}
    assert numbers(of(planned(estate, at(DAYTON, 12)), "laptop-14")) == (12, 3, 0, 1, 10, 10)


def test_of_two_sites_with_as_much_the_first_by_name_keeps_back() -> None:
    only_out = LaneFact("x", "lima", "erie", 2)
    estate = three_sites(only_out, safety=2, dayton=2, lima=2)

    assert numbers(of(planned(estate, at(DAYTON, 12)), "laptop-14")) == (12, 2, 0, 2, 12, 12)
    assert numbers(of(planned(estate, at(LIMA, 12)), "laptop-14")) == (12, 2, 0, 0, 10, 10)


def test_what_lies_nobody_knows_where_serves_every_site() -> None:
    estate = three_sites(nowhere=2, dayton=1)

    assert laptops(planned(estate, at(LIMA, 3))) == {"lima": (3, 0, (("dayton", D(1)),))}


def test_spare_things_with_different_days_are_counted_apart() -> None:
    estate = three_sites(dayton=3)
    first, second, third = estate.items[24:]
    dated = (replace(first, replace_by=date(2027, 1, 4)), replace(second, replace_by=date(2027, 1, 5)), third)

    # What is to be replaced on the day of need helps nobody.
    made = planned(replace(estate, items=estate.items[:24] + dated), at(DAYTON, 3))
    assert laptops(made) == {"dayton": (2, 1, ())}
    today = tuple(replace(one, replace_by=TODAY) for one in dated)
    assert laptops(planned(replace(estate, items=estate.items[:24] + today), at(DAYTON, 3))) == {
        "dayton": (0, 3, ())
    }


def test_a_pool_that_is_just_full_is_not_over_used_and_one_seat_more_is() -> None:
    def over(used: int) -> list[object]:
        pools = (replace(CRM, capacity=D(24), used=D(used)), LINK)
        made = planned(replace(mill(), pools=pools))
        return [one.values["over"] for one in made.findings if one.code == "pool-over-used"]

    assert over(24) == []
    assert over(25) == [1]


def test_use_that_was_measured_today_counts_and_what_is_to_be_measured_does_not() -> None:
    def free(day: date) -> int:
        rows = (MeasurementFact("m", "crm", day, D(20)),)
        return numbers(of(planned(replace(mill(), measurements=rows)), "crm"))[1]

    # Of 28 seats 24 are held.
    assert free(TODAY) == 8
    assert free(date(2026, 11, 24)) == 4


def test_a_pool_with_a_unit_is_not_said_to_have_none() -> None:
    assert [one.code for one in planned(mill()).findings] == ["requirement-late"]


def test_an_order_goes_on_the_account_of_those_for_whom_nothing_is_free() -> None:
    estate = only_laptops(mill())
    made = planned(estate, goal(estate, to=26, ref="a"), goal(estate, to=28, ref="b"))

    # Three lie there, two come, two are kept back: 'a' has its two, of four 'b' is short of three.
    assert numbers(of(made, "laptop-14")) == (6, 3, 2, 2, 3, 3)
    assert of(made, "laptop-14").pegs == (Peg("b", D(3)),)


def test_an_order_that_only_refills_what_is_kept_back_goes_on_the_last_goals_account() -> None:
    estate = replace(only_laptops(mill()), orders=())
    made = planned(estate, goal(estate, to=25, ref="a"), goal(estate, to=26, ref="b"))

    assert numbers(of(made, "laptop-14")) == (3, 3, 0, 2, 2, 2)
    assert of(made, "laptop-14").pegs == (Peg("b", D(2)),)
    assert peg([("a", D(1)), ("b", D(2))], net=D(0), quantity=D(4)) == (Peg("b", D(4)),)


def test_seats_that_need_no_setting_up_and_come_late_work_the_second_day_after_they_are_sent() -> None:
    slow = replace(CRM, lead_days=40, deploy_hours=D(0))
    timing = of(planned(replace(mill(), pools=(slow, LINK))), "crm").timing

    # The vendor works on all days but Thanksgiving, Christmas and New Year: 40 days after Monday 23 November
    # are Thursday 21 January. Friday to hand them out, and they work on Monday: fifteen days late.
    assert timing is not None
    assert timing.late is not None
    assert (timing.late.earliest.value, timing.late.working_days.value) == (date(2027, 1, 25), 15)
    # Twelve need one, four are free.
    assert timing.late.people.value == 8


def test_who_waits_for_a_thing_that_half_of_them_need_is_counted_in_people() -> None:
    estate = only_laptops(mill())
    held = tuple(one for n, one in enumerate(estate.items[:24]) if n % 2)
    slow = replace(LAPTOP, lead_days=60, safety_stock=0)
    made = planned(replace(estate, models=(slow,), items=held + estate.items[24:25], orders=()))
    laptop = of(made, "laptop-14")

    # Six for twelve people, one is there: five of six are short, ten people wait.
    assert numbers(laptop) == (6, 1, 0, 0, 5, 5)
    assert laptop.timing is not None
    assert laptop.timing.late is not None
    assert laptop.timing.late.people.value == 10
