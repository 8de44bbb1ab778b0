"""What the organisation is bound to: needs of accepted goals beside contracts, at every door the same."""

from datetime import timedelta
from decimal import Decimal

import pytest

from fullscore.engine.registers.access import Member
from fullscore.engine.vendors.facts import Need
from fullscore.store.models import Organisation
from fullscore.usecases import goals, vendors
from tests.conftest import NOW, TODAY
from tests.store.mill import fill

GOAL = "We need to scale our sales team by 50 percent next quarter"


@pytest.fixture
def mill(organisation: Organisation) -> Organisation:
    fill(organisation)
    return organisation


def accepted(owner: Member, sentence: str = GOAL) -> goals.KeptWhole:
    kept = goals.keep_plan(by=owner, sentence=sentence, on=TODAY, now=NOW)
    return goals.accept_plan(by=owner, ref=kept.plan.ref, version=None, on=TODAY, now=NOW)


def test_an_accepted_goal_needs_licences(mill: Organisation, owner: Member) -> None:
    kept = accepted(owner)

    needs = vendors.bound_of(mill.pk, TODAY).needs

    asked = {
        one["item"]: Decimal(str(one["gross"]))
        for one in (*kept.shown.content["requirements"], *kept.shown.content["covered"])  # type: ignore[misc]
        if one["register"] == "pools" and one["lot"]["type"] != "levels"
    }
    assert asked
    assert {one.pool: one.quantity for one in needs} == asked
    assert {one.text for one in needs} == {"for the sales goal"}
    assert {one.ref for one in needs} == {"g-1"}


def test_a_draft_and_a_withdrawn_goal_need_nothing(mill: Organisation, owner: Member) -> None:
    kept = goals.keep_plan(by=owner, sentence=GOAL, on=TODAY, now=NOW)
    assert vendors.bound_of(mill.pk, TODAY).needs == ()

    goals.accept_plan(by=owner, ref=kept.plan.ref, version=None, on=TODAY, now=NOW)
    assert vendors.bound_of(mill.pk, TODAY).needs
    goals.withdraw_plan(by=owner, ref=kept.plan.ref, version=None, on=TODAY, now=NOW)
    assert vendors.bound_of(mill.pk, TODAY).needs == ()


def test_what_was_needed_by_a_day_gone_by_is_todays_use(mill: Organisation, owner: Member) -> None:
    accepted(owner)
    last = max(one.on for one in vendors.bound_of(mill.pk, TODAY).needs)

    assert vendors.bound_of(mill.pk, last).needs
    assert vendors.bound_of(mill.pk, last + timedelta(days=1)).needs == ()


def test_two_goals_that_need_a_licence_on_one_day_are_counted_once(mill: Organisation, owner: Member) -> None:
    first = {one.pool: one.quantity for one in needs_after(owner, mill, GOAL)}
    both = {one.pool: one.quantity for one in needs_after(owner, mill, GOAL.replace("50", "25"))}

    assert first.keys() == both.keys()
    assert all(quantity < both[pool] <= 2 * quantity for pool, quantity in first.items())


def needs_after(owner: Member, mill: Organisation, sentence: str) -> tuple[Need, ...]:
    accepted(owner, sentence)
    return vendors.bound_of(mill.pk, TODAY).needs


def test_a_bound_knows_the_calendar_and_how_long_a_day_is(mill: Organisation) -> None:
    bound = vendors.bound_of(mill.pk, TODAY)

    assert bound.hours_a_day == Decimal(9)
    assert not bound.calendar.is_workday(TODAY + timedelta(days=3)), "Thanksgiving"
