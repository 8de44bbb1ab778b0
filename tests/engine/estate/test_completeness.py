"""What is missing, what it is about in money, and what somebody must see to meanwhile."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullscore.engine.estate import completeness, noticing
from fullscore.engine.estate.facts import ModelFact, PersonFact, SeatFact
from fullscore.engine.estate.held import Held, HeldItem, HeldPool
from fullscore.engine.estate.noticing import Notice
from fullscore.engine.findings.finding import Basis
from fullscore.engine.findings.sentences_en import say
from tests.engine.goals.recomputing import wrong_in

TODAY = date(2026, 11, 23)


def laptop(ref: str, **values: object) -> HeldItem:
    told = {"model": "dell", "category": "laptop", "holder": "ann", "site": "dayton"} | values
    return HeldItem(ref, **told)  # type: ignore[arg-type]  # the test's own words


def notice(found: tuple[Notice, ...], code: str) -> Notice:
    return next(one for one in found if one.code == code)


def codes(found: tuple[Notice, ...]) -> set[str]:
    return {one.code for one in found}


def everything(held: Held) -> tuple[Notice, ...]:
    ask = (noticing.expiring, noticing.unassigned, noticing.ownerless, completeness.gaps)
    return tuple(one for each in ask for one in each(held, on=TODAY))


def test_one_list_of_devices_tells_the_day_on_which_a_warranty_ends_and_what_is_at_stake() -> None:
    held = Held(items=(
        laptop("a-1", name="Laptop of Ann", warranty_ends_on=date(2026, 12, 3), cost=Decimal(1400)),
        laptop("a-2", warranty_ends_on=date(2027, 1, 20), cost=Decimal("1250.50")),
        laptop("a-3", warranty_ends_on=date(2026, 11, 1)),
        laptop("a-4", warranty_ends_on=date(2026, 12, 1), status="retired"),
    ))  # fmt: skip

    found = notice(noticing.expiring(held, on=TODAY), "warranties-ending")

    assert [(each.days, each.refs) for each in found.windows] == [
        (None, ("a-3",)), (30, ("a-1",)), (90, ("a-1", "a-2")), (365, ("a-1", "a-2")),
    ]  # fmt: skip
    assert (found.nearest, found.finding.act_by) == (date(2026, 12, 3), date(2026, 12, 3))
    assert found.finding.at_stake == Decimal("2650.50")
    assert say(found.finding) == (
        "2 warranties end within 90 days on things that cost $2,651: first Laptop of Ann on "
        "Thursday 3 December 2026. 1 ended already."
    )


def test_what_ends_today_has_not_ended_yet() -> None:
    found = noticing.expiring(Held(items=(laptop("a-1", warranty_ends_on=TODAY),)), on=TODAY)

    assert [each.refs for each in found[0].windows] == [(), ("a-1",), ("a-1",), ("a-1",)]


def test_a_thing_is_due_when_its_model_has_lived_out_its_life() -> None:
    model = ModelFact("dell", "Dell", "laptop", life_months=36)
    held = Held(models=(model,), items=(laptop("a-1", purchased_on=date(2024, 2, 29)),))

    assert notice(noticing.expiring(held, on=TODAY), "replacements-due").nearest == date(2027, 2, 28)


def test_licences_that_run_out_say_what_they_cost_a_year() -> None:
    pool = HeldPool(
        "crm", "CRM", capacity=Decimal(40), unit_cost=Decimal("66.5"), cost_period="month",
        expires_on=date(2026, 12, 31),
    )  # fmt: skip

    found = notice(noticing.expiring(Held(pools=(pool,)), on=TODAY), "licences-ending")

    assert found.finding.at_stake == Decimal(31920)
    assert "1 licence runs out within 90 days, $31,920 a year together: CRM on" in say(found.finding)


def test_without_any_date_nothing_is_said_about_what_ends() -> None:
    assert noticing.expiring(Held(items=(laptop("a-1"),)), on=TODAY) == ()


def test_things_in_use_by_nobody_are_told_but_not_those_that_stand_somewhere() -> None:
    held = Held(items=(
        laptop("nobodys", holder=None, cost=Decimal(900)),
        laptop("held"),
        laptop("placed", holder=None, place="Meeting room 2"),
        laptop("in-stock", holder=None, status="in stock"),
        laptop("switch-at-site", holder=None, category="switch"),
        laptop("switch-nowhere", holder=None, category="switch", site=None),
    ))  # fmt: skip

    found = notice(noticing.unassigned(held, on=TODAY), "items-nobodys")

    assert found.refs == ("nobodys", "switch-nowhere")
    assert say(found.finding).startswith("2 items are in use, but nobody holds them")


def test_a_thing_whose_file_names_somebody_unknown_is_told_apart() -> None:
    came = {"name": ("snipeit", 3, 7, None)}
    held = Held(
        items=(laptop("named", holder=None, provenance=came), laptop("nobodys", holder=None)),
        strangers=frozenset({(3, 7), (3, 8)}),
    )

    found = noticing.unassigned(held, on=TODAY)

    assert {one.code: one.refs for one in found} == {
        "items-holder-unknown": ("named",), "items-nobodys": ("nobodys",),
    }  # fmt: skip
    assert say(found[0].finding) == (
        "1 item names a holder who is not in People. Bring in a list of people, then this list again."
    )


def test_what_is_bought_and_not_enrolled_and_what_is_not_seen_any_more_is_told() -> None:
    held = Held(
        items=(laptop("new", cost=Decimal(1000)), laptop("gone"), laptop("old", status="lost")),
        not_enrolled=frozenset({"new", "old"}), not_seen=frozenset({"gone"}),
    )  # fmt: skip

    found = noticing.unassigned(held, on=TODAY)

    assert {one.code: one.refs for one in found} == {
        "items-not-enrolled": ("new",), "items-not-seen": ("gone",),
    }  # fmt: skip
    assert say(found[0].finding) == (
        "1 device is bought, and no management tool knows it; bought for $1,000. Enrol it, or find out where "
        "it is."
    )


def test_seats_bought_and_nobodys_are_those_neither_counted_nor_held_by_name() -> None:
    pools = (
        HeldPool("crm", "CRM", capacity=Decimal(40), used=Decimal(30), unit_cost=Decimal(60)),
        HeldPool("cad", "CAD", capacity=Decimal(5), unit_cost=Decimal(100), cost_period="month"),
        HeldPool("unknown", "Unknown", capacity=Decimal(9)),
        HeldPool("free", "Free plan", capacity=Decimal(10000), used=Decimal(3)),
        HeldPool("link", "Link", kind="link", capacity=Decimal(200), used=Decimal(3)),
    )
    seats = tuple(SeatFact(f"cad-{number}", "cad", f"p{number}") for number in range(3))

    found = notice(noticing.unassigned(Held(pools=pools, seats=seats), on=TODAY), "seats-unused")

    assert (found.refs, found.finding.values["seats"]) == (("cad", "crm"), 12)
    assert found.finding.at_stake == 10 * 60 + 2 * 100 * 12
    assert say(found.finding).startswith(
        "12 seats of 2 licences are bought and nobody has them: $3,000 a year"
    )


def test_people_without_a_computer_are_told_in_teams_where_most_have_one() -> None:
    people = tuple(PersonFact(ref, team, None) for ref, team in (
        ("ann", "sales"), ("bo", "sales"), ("cy", "sales"), ("di", "forge"), ("ed", "forge"),
        ("ex", None),
    ))  # fmt: skip
    held = Held(people=people, items=(laptop("a-1", holder="ann"), laptop("a-2", holder="bo")))

    assert notice(noticing.unassigned(held, on=TODAY), "people-without-computer").refs == ("cy",)


def test_what_people_who_left_still_have_is_told_with_its_cost() -> None:
    people = (
        PersonFact("ann", None, None, status="left"),
        PersonFact("bo", None, None, ends_on=TODAY - timedelta(1)),
        PersonFact("cy", None, None, ends_on=TODAY),
        PersonFact("di", None, None, starts_on=TODAY + timedelta(30)),
    )
    pool = HeldPool("crm", "CRM", capacity=Decimal(9), unit_cost=Decimal("12.50"), cost_period="month")
    held = Held(
        people=people, pools=(pool,),
        items=tuple(laptop(f"of-{one.ref}", holder=one.ref, cost=Decimal(700)) for one in people),
        seats=tuple(SeatFact(f"crm-{one.ref}", "crm", one.ref) for one in people),
    )  # fmt: skip

    found = noticing.ownerless(held, on=TODAY)

    assert notice(found, "items-of-leavers").refs == ("of-ann", "of-bo")
    assert notice(found, "seats-of-leavers").finding.at_stake == 300
    assert "2 seats are still with 2 people who left: $300 a year." in say(
        notice(found, "seats-of-leavers").finding
    )
    assert "bought for $1,400" in say(notice(found, "items-of-leavers").finding)


def test_a_licence_whose_owner_left_has_none() -> None:
    pools = (HeldPool("a", "A"), HeldPool("b", "B", owner="ann"), HeldPool("c", "C", owner="bo"))
    held = Held(
        people=(PersonFact("ann", None, None, status="left"), PersonFact("bo", None, None)), pools=pools
    )

    found = notice(noticing.ownerless(held, on=TODAY), "pools-without-owner")

    assert found.refs == ("a", "b")
    assert "1 of them had one who has left" in say(found.finding)


def test_a_missing_price_is_assumed_from_what_the_models_own_items_cost() -> None:
    held = Held(
        models=(ModelFact("dell", "Dell", "laptop"), ModelFact("hp", "HP", "laptop", unit_cost=Decimal(9))),
        items=(laptop("a-1", cost=Decimal(1000)), laptop("a-2", cost=Decimal(1500)), laptop("a-3")),
    )

    found = notice(completeness.gaps(held, on=TODAY), "models-without-price")

    assert (found.refs, found.finding.at_stake, found.finding.basis) == (("dell",), 3750, Basis.ASSUMED)
    assert say(found.finding) == (
        "1 model has no price: 3 items, worth about $3,750, are missing from every forecast."
    )


def test_else_from_the_mean_of_priced_models_of_its_category_else_there_is_no_figure() -> None:
    priced = (
        ModelFact("hp", "HP", "laptop", unit_cost=Decimal(1200)),
        ModelFact("mac", "Mac", "laptop", unit_cost=Decimal(1400)),
    )
    dell, dock = ModelFact("dell", "Dell", "laptop"), ModelFact("dock", "Dock", "dock")
    items = (laptop("a-1"), laptop("a-2", model="dock", category="dock"))

    both = notice(
        completeness.gaps(Held(models=(*priced, dell, dock), items=items), on=TODAY), "models-without-price"
    )
    alone = notice(completeness.gaps(Held(models=(dock,), items=items), on=TODAY), "models-without-price")

    assert both.finding.at_stake == 1300
    assert "(as far as prices are known)" in say(both.finding)
    assert (alone.finding.at_stake, alone.finding.trace) == (None, None)
    assert say(alone.finding) == "1 model has no price: 1 item is missing from every forecast."


def test_a_price_by_quantity_is_a_price_and_a_model_nobody_has_is_not_asked_about() -> None:
    models = (ModelFact("dell", "Dell", "laptop"), ModelFact("old", "Old", "laptop"))
    held = Held(models=models, items=(laptop("a-1"),), priced_otherwise=frozenset({"dell"}))

    assert "models-without-price" not in codes(completeness.gaps(held, on=TODAY))


@pytest.mark.parametrize(("code", "held"), [
    ("items-without-model", Held(items=(laptop("a-1", model=None),))),
    ("items-without-purchase-date", Held(items=(laptop("a-1"),))),
    ("items-without-warranty", Held(items=(laptop("a-1"),))),
    ("models-without-lead-time", Held(models=(ModelFact("dell", "Dell", "laptop"),), items=(laptop("a-1"),))),
    ("pools-without-expiry", Held(pools=(HeldPool("crm", "CRM"),))),
    ("pools-without-price", Held(pools=(HeldPool("crm", "CRM"),))),
    ("pools-without-use", Held(pools=(HeldPool("crm", "CRM"),))),
    ("people-without-team", Held(people=(PersonFact("ann", None, None),))),
    ("people-without-start", Held(people=(PersonFact("ann", None, None),))),
])  # fmt: skip
def test_each_gap_says_how_many_rows_it_has(code: str, held: Held) -> None:
    found = notice(completeness.gaps(held, on=TODAY), code)

    assert len(found.refs) == found.finding.values["count"] == 1
    assert say(found.finding).startswith("1 ")
    assert found.finding.at_stake is None


def test_gaps_stand_in_the_order_of_what_is_gained() -> None:
    held = Held(
        people=(PersonFact("ann", None, None), PersonFact("bo", None, None)),
        pools=(
            HeldPool("crm", "CRM", capacity=Decimal(10), used=Decimal(1), unit_cost=Decimal(10)),
            HeldPool("cad", "CAD", capacity=Decimal(10), unit_cost=Decimal(5), expires_on=TODAY),
        ),
    )

    found = [(one.code, one.finding.at_stake) for one in completeness.gaps(held, on=TODAY)]

    assert found == [
        ("pools-without-expiry", 100), ("pools-without-use", 50),
        ("people-without-start", None), ("people-without-team", None),
    ]  # fmt: skip


def test_what_is_known_is_a_share_of_what_plans_read_and_all_only_when_nothing_is_missing() -> None:
    pool = HeldPool(
        "crm", "CRM", capacity=Decimal(9), used=Decimal(1), unit_cost=Decimal(3), expires_on=TODAY
    )
    nearly = Held(pools=(*(replace(pool, ref=f"p{n}") for n in range(50)), replace(pool, ref="q", used=None)))

    assert completeness.known(Held(pools=(pool,)), on=TODAY).percent.value == 100  # type: ignore[union-attr]  # a pool is there
    assert completeness.known(nearly, on=TODAY).percent.value == 99  # type: ignore[union-attr]  # the same
    assert completeness.known(Held(), on=TODAY).percent is None


DAYS = st.none() | st.integers(-400, 800).map(lambda days: TODAY + timedelta(days))
MONEY = st.none() | st.integers(0, 500_000).map(lambda value: Decimal(value) / 100)
PEOPLE = st.sampled_from(["p0", "p1", "p2", "p3", None])
ITEMS = st.builds(
    HeldItem, ref=st.uuids().map(str), model=st.sampled_from(["m0", "m1", None]),
    category=st.sampled_from(["laptop", "switch", None]), holder=PEOPLE, cost=MONEY,
    status=st.sampled_from(["in use", "in stock", "retired"]), warranty_ends_on=DAYS, replace_by=DAYS,
    purchased_on=DAYS,
)  # fmt: skip
POOLS = st.builds(
    HeldPool, ref=st.sampled_from(["s0", "s1", "s2"]), name=st.just("Pool"), owner=PEOPLE, expires_on=DAYS,
    capacity=st.none() | st.integers(0, 50).map(Decimal), used=st.none() | st.integers(0, 60).map(Decimal),
    unit_cost=MONEY, cost_period=st.sampled_from(["once", "month", "year"]),
)  # fmt: skip
PERSONS = st.builds(
    PersonFact, ref=st.sampled_from(["p0", "p1", "p2", "p3"]), team=st.sampled_from(["t0", None]),
    site=st.none(), status=st.sampled_from(["active", "left"]), ends_on=DAYS,
)  # fmt: skip
MODELS = st.builds(
    ModelFact, ref=st.sampled_from(["m0", "m1"]), name=st.just("Model"),
    category=st.sampled_from(["laptop", "switch"]), unit_cost=MONEY,
    life_months=st.none() | st.integers(1, 60),
)  # fmt: skip
SEATS = st.builds(
    SeatFact, ref=st.uuids().map(str), pool=st.sampled_from(["s0", "s1"]),
    person=st.sampled_from(["p0", "p1", "p2"]),
)  # fmt: skip


def once(rows: list) -> tuple:  # type: ignore[type-arg]  # of any fact
    return tuple({row.ref: row for row in rows}.values())


ESTATES = st.builds(
    Held, people=st.lists(PERSONS, max_size=4).map(once), models=st.lists(MODELS, max_size=2).map(once),
    items=st.lists(ITEMS, max_size=12).map(once), pools=st.lists(POOLS, max_size=3).map(once),
    seats=st.lists(SEATS, max_size=6).map(once),
)  # fmt: skip


@given(ESTATES)
def test_whatever_is_held_every_figure_is_said_counted_and_recomputed(held: Held) -> None:
    for one in everything(held):
        finding = one.finding
        assert say(finding)
        assert len(set(one.refs)) == len(one.refs) > 0
        assert (finding.at_stake is None) == (finding.trace is None)
        if finding.trace is not None:
            assert wrong_in(finding.trace) == []
            assert finding.trace.args[0].value == finding.at_stake
        within = [set(each.refs) for each in one.windows[1:]]
        assert all(less <= more for less, more in pairwise(within))


@given(ESTATES)
def test_to_fill_in_a_price_never_leaves_a_gap_larger(held: Held) -> None:
    priced = replace(held, models=tuple(replace(one, unit_cost=Decimal(5)) for one in held.models))

    assert "models-without-price" not in codes(completeness.gaps(priced, on=TODAY))
    assert len(completeness.gaps(priced, on=TODAY)) <= len(completeness.gaps(held, on=TODAY))
