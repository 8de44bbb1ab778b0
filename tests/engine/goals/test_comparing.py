"""Two plans of one goal: what is otherwise is told, nothing else is, and a reason where the rows give one."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from fullscore.engine.estate.facts import Estate, ItemFact, OrderFact
from fullscore.engine.goals.goal import Goal
from fullscore.engine.goals.periods import Period
from fullscore.engine.goals.plans import comparing, document, placing, plan, showing
from fullscore.engine.goals.sentences import wording
from tests.engine.goals.mill import CRM, LAPTOP, LINK, TITLE, house, mill

Json = dict[str, Any]


def answered(estate: Estate, *others: Goal) -> Json:
    asked = wording.read(TITLE, estate=estate, house=house())
    assert asked.goal is not None
    made = plan.plan((asked.goal, *others), estate=estate, house=house(), asked="asked")
    return document.document(asked, made, house(), {})


def told(before: Estate, after: Estate) -> list[str]:
    return [change.text for change in comparing.changes(answered(before), answered(after))]


def spare(number: int) -> ItemFact:
    return ItemFact(f"spare-{number}", "laptop-14", "in stock", site="dayton")


def changed(estate: Estate, *, laptop: Json | None = None, crm: Json | None = None, more: int = 0) -> Estate:
    return replace(
        estate,
        models=(replace(LAPTOP, **laptop or {}),),
        pools=(replace(CRM, **crm or {}), LINK),
        items=(*estate.items, *(spare(number) for number in range(more))),
    )


worlds = st.builds(
    changed,
    st.just(mill()),
    laptop=st.fixed_dictionaries({}, optional={
        "unit_cost": st.sampled_from([None, Decimal(1285), Decimal("1310.50")]),
        "lead_days": st.integers(5, 40), "safety_stock": st.integers(0, 9), "lot_step": st.integers(1, 6),
    }),
    crm=st.fixed_dictionaries({}, optional={
        "capacity": st.sampled_from([Decimal(24), Decimal(28), Decimal(60)]),
        "lot_minimum": st.integers(1, 20),
    }),
    more=st.integers(0, 14),
)  # fmt: skip


@settings(max_examples=20)
@given(worlds)
def test_a_plan_is_not_otherwise_than_itself(world: Estate) -> None:
    assert comparing.changes(answered(world), answered(world)) == ()


def orders(made: Json) -> dict[str, tuple[object, ...]]:
    shown = ("quantity", "order_by", "late", "cost_once", "cost_year")
    return {one["item"]: tuple(one[name] for name in shown) for one in made["requirements"]}


@settings(max_examples=30)
@given(worlds, worlds)
def test_whatever_is_ordered_otherwise_is_told_of_its_item_only(one: Estate, other: Estate) -> None:
    before, after = answered(one), answered(other)
    ours, theirs = orders(before), orders(after)
    quantity_or_day = {
        item for item in {*ours, *theirs}
        if ours.get(item, (None, None))[:2] != theirs.get(item, (None, None))[:2]
    }  # fmt: skip
    differing = {item for item in {*ours, *theirs} if ours.get(item) != theirs.get(item)}

    changes = comparing.changes(before, after)

    assert quantity_or_day <= {change.item for change in changes} <= differing
    assert all(change.before != change.after for change in changes)


@settings(max_examples=30)
@given(worlds, worlds)
def test_going_back_tells_of_the_same_things_the_other_way(one: Estate, other: Estate) -> None:
    there = {(c.item, c.before, c.after) for c in comparing.changes(answered(one), answered(other))}
    back = {(c.item, c.after, c.before) for c in comparing.changes(answered(other), answered(one))}

    assert there == back


def test_stock_that_came_and_stock_that_went_are_counted() -> None:
    assert 'Laptop 14": 7 to order instead of 9, because 2 came back into stock' in told(
        mill(), changed(mill(), more=2)
    )
    assert 'Laptop 14": 9 to order instead of 7, because 2 are no longer in stock' in told(
        changed(mill(), more=2), mill()
    )


def test_what_is_kept_back_now_is_named() -> None:
    assert 'Laptop 14": 10 to order instead of 9, because what is kept back is 3 instead of 2' in told(
        mill(), changed(mill(), laptop={"safety_stock": 3})
    )


def test_nothing_to_order_any_more_is_said_so() -> None:
    (text,) = [one for one in told(mill(), changed(mill(), crm={"capacity": Decimal(60)})) if "CRM" in one]

    assert text == "CRM: nothing to order any more instead of 10, because the capacity is 60 instead of 28"


def test_an_order_on_its_way_is_why_fewer_are_ordered() -> None:
    coming = OrderFact("900", "laptop-14", None, Decimal(4), date(2026, 11, 2), date(2026, 12, 4))
    after = replace(mill(), orders=(*mill().orders, coming))

    assert 'Laptop 14": 5 to order instead of 9, because 1 more order is on its way' in told(mill(), after)


def test_a_goal_that_needs_the_same_is_named() -> None:
    beside = Goal(
        "g-7", mill().teams[0], 24, 27, Period(date(2026, 12, 21), date(2026, 12, 31)), date(2026, 12, 21)
    )
    team = next(one for one in mill().teams if one.ref == "sales")

    changes = comparing.changes(answered(mill()), answered(mill(), replace(beside, team=team)))

    assert any(change.item == "laptop-14" for change in changes)


def test_of_an_order_for_several_goals_each_has_its_part() -> None:
    team = next(one for one in mill().teams if one.ref == "sales")
    goals = [
        Goal(ref, team, 24, after, Period(date(2027, 1, 1), date(2027, 3, 31)), date(2027, 1, 4))
        for ref, after in (("g-1", 30), ("g-2", 36))
    ]
    made = plan.plan(goals, estate=mill(), house=house())

    parts = placing.parts(made, frozenset({"g-1", "g-2"}))

    for one in made.orders:
        ours = [part for part in parts if part.requirement == one.id]
        whole = one.kind == "level"
        assert sum(part.quantity for part in ours) == one.ordered
        assert len(ours) == 1 if whole else len(ours) <= 2
    assert {part.ref for part in placing.parts(made, frozenset({"g-1"}))} <= {part.ref for part in parts}
    assert placing.parts(made, frozenset()) == ()


def test_strangers_see_sums_and_days_and_no_row_of_a_register() -> None:
    shown = showing.for_strangers(answered(mill()))

    text = str(shown)
    assert "'trace'" not in text
    assert "'row'" not in text
    assert "sales-00" not in text
    assert "tomas" not in text
    assert shown["totals"]["cost_once"] == answered(mill())["totals"]["cost_once"]
    assert {one["person_or_team"] for one in shown["workload"]} <= {"IT"}
    assert showing.places_in(shown) <= {"dayton"}


def test_a_link_says_it_where_a_plan_names_who_sets_things_up() -> None:
    estate = mill()
    busy = tuple(
        replace(one, name="Tomas Reyes", ticket_share=99) if one.sets_up else one for one in estate.people
    )
    content = answered(replace(estate, people=busy))

    assert "Tomas Reyes" in json.dumps(content["findings"])
    assert "Tomas Reyes" not in json.dumps(showing.for_strangers(content))
