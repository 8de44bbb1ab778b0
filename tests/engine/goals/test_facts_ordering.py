"""How an order is made out: for how many months, of which size, and what comes too late to help."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from fullscore.engine.estate.facts import Estate, LevelFact, OrderFact, PoolFact
from fullscore.engine.findings.sentences_en import say
from fullscore.engine.goals.plans import lines
from tests.engine.goals.mill import CRM, LAPTOP, LEVELS, LINK, TODAY, each, goal, mill, numbers, of, planned
from tests.engine.goals.recomputing import wrong_in

D = Decimal


def with_link(**changes: object) -> Estate:
    return replace(mill(), pools=(CRM, replace(LINK, **changes)))  # type: ignore[arg-type]


def on_its_way(due: date) -> Estate:
    """A hundred Mbit/s more have been ordered."""
    order = OrderFact("l", None, "link", D(100), TODAY, due)
    return replace(mill(), orders=(*mill().orders, order))


@pytest.mark.parametrize(
    ("until", "months"),
    [
        (date(2027, 1, 4), 1), (date(2027, 2, 3), 1), (date(2027, 2, 4), 2), (date(2027, 3, 31), 3),
        (date(2027, 12, 31), 12), (date(2028, 1, 3), 12), (date(2028, 1, 4), 13),
    ],
)  # fmt: skip
def test_a_month_that_is_begun_counts_whole(until: date, months: int) -> None:
    season = replace(goal(mill()), until=until)

    assert of(planned(mill(), season), "crm").months == months


def test_who_stays_makes_the_order_one_for_good() -> None:
    season = replace(goal(mill(), to=30), until=date(2027, 3, 31))

    assert of(planned(mill(), season, goal(mill(), to=30, ref="b")), "crm").months is None


def test_what_is_kept_back_of_a_link_is_short_as_well() -> None:
    assert numbers(of(planned(with_link(safety=D(10))), "link")) == (181, 160, 0, 10, 31, 500)


def test_a_larger_link_that_is_ordered_helps_when_it_comes_before_setting_up_begins() -> None:
    # Six hours on 31 December: what comes by the 30th counts, what comes on that day does not.
    in_time = of(planned(on_its_way(date(2026, 12, 30))), "link")
    assert numbers(in_time) == (181, 160, 100, 0, 0, 0)
    assert in_time.hours is not None
    assert in_time.hours.value == 0
    too_late = of(planned(on_its_way(date(2026, 12, 31))), "link")
    assert numbers(too_late) == (181, 160, 0, 0, 21, 500)
    assert too_late.hours is not None
    assert too_late.hours.value == 6


def test_what_no_size_carries_is_said_with_what_is_needed_and_the_largest_size() -> None:
    made = planned(with_link(per_head=D(60)))

    # 160 in use and twelve times 60.
    (finding,) = [one for one in made.findings if one.code == "pool-no-size-large-enough"]
    assert (finding.values["needed"], finding.values["unit"], finding.values["largest"]) == (
        880,
        "Mbit/s",
        500,
    )
    assert "880 Mbit/s" in say(finding)
    assert (finding.subject.register, finding.subject.ref) == ("pools", "link")


def test_without_a_unit_what_no_size_carries_is_counted_in_units() -> None:
    made = planned(with_link(per_head=D(60), unit=None))

    (finding,) = [one for one in made.findings if one.code == "pool-no-size-large-enough"]
    assert finding.values["unit"] == "units"


def test_sizes_are_shown_from_small_to_large_and_halves_as_halves() -> None:
    levels = (LevelFact("half", "link", D("250.5"), D(500)), *LEVELS)
    link = of(planned(replace(mill(), levels=levels)), "link")

    assert link.lot == {"type": "levels", "levels": [200, 250.5, 500]}
    # 80 % of 250.5 is 200.4 and carries the 181.
    assert link.ordered == D("250.5")


def test_the_present_size_is_the_one_the_link_has() -> None:
    levels = (LevelFact("a", "link", D(100), D(1)), *LEVELS)
    cost = of(planned(replace(mill(), levels=levels)), "link").cost

    assert cost is not None
    assert cost.year is not None
    # From 410 to 690 a month.
    assert cost.year.value == 280 * 12


def test_a_size_ordered_before_carries_its_share_for_whoever_comes_after() -> None:
    levels = (*LEVELS, LevelFact("link-1000", "link", D(1000), D(990)))
    estate = replace(with_link(per_head=D(12)), levels=levels)
    more = goal(estate, to=54, need_by=date(2027, 4, 1), ref="b")
    made = planned(estate, goal(estate, to=40), more)

    # 160 in use, 16 times 12 and 30 times 12 more; of the 500 ordered first 400 may be used.
    first, second = each(made, "link")
    assert (numbers(first), numbers(second)) == ((352, 160, 0, 0, 192, 500), (712, 400, 0, 0, 312, 1000))
    assert wrong_in(*lines.parts(first).values(), *lines.parts(second).values()) == []


def test_a_pool_sold_in_sizes_of_which_none_is_known_is_sold_in_steps() -> None:
    link = of(planned(replace(mill(), levels=())), "link")

    assert (link.kind, numbers(link)) == ("pool", (21, 0, 0, 0, 21, 21))


def test_a_seat_that_may_not_be_filled_is_not_free() -> None:
    pool = replace(CRM, planning_limit=90, capacity=D(30), safety=D(1))

    # 27 of 30 may be used, 24 are: 3 free, one of them kept back.
    assert numbers(of(planned(replace(mill(), pools=(pool,))), "crm")) == (12, 3, 0, 1, 10, 10)


def test_every_open_order_that_comes_too_late_is_named_with_its_day() -> None:
    late = OrderFact("119", "laptop-14", None, D(3), TODAY, date(2026, 12, 23))
    just = OrderFact("120", "laptop-14", None, D(1), TODAY, date(2026, 12, 21))
    made = planned(replace(mill(), orders=(*mill().orders, late, just)))

    named = {one.subject.ref: one.values for one in made.findings if one.code == "order-comes-too-late"}
    assert numbers(of(made, "laptop-14")) == (12, 3, 3, 2, 8, 8)
    assert list(named) == ["119"]
    assert (named["119"]["quantity"], named["119"]["due_on"]) == (3, date(2026, 12, 23))


def test_what_is_in_time_after_all_comes_when_its_lead_time_is_over() -> None:
    # Laptops cannot be in time any more; the seats ordered today are here on 9 December, eleven days later.
    estate = replace(
        mill(), pools=(replace(CRM, lead_days=11),), levels=(), models=(replace(LAPTOP, lead_days=12),)
    )
    when = of(planned(estate, goal(estate, need_by=date(2026, 12, 14))), "crm").timing

    assert when is not None
    assert when.late is None
    assert [day.value for day in (when.order_by, when.arrive_by, when.deploy_from)] == [
        TODAY, date(2026, 12, 9), date(2026, 12, 10),
    ]  # fmt: skip


def test_a_pool_of_a_site_does_not_serve_another() -> None:
    other = PoolFact(
        "link-lima", "Link Lima", "link", "site", "lima", unit="Mbit/s", capacity=D(900), per_head=D(1)
    )

    assert {one.ref for one in planned(replace(mill(), pools=(CRM, other))).orders} == {"crm", "laptop-14"}
