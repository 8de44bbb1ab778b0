"""Plans are kept, compared, accepted, ordered, taken back and shared."""

import io
import json
import threading
import zipfile
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from django.db import connection
from docs import recompute

from fullscore.engine.findings.sentences_en import say
from fullscore.engine.registers.access import FieldClass, Member, NotAllowedError, Right, Role, roles_with
from fullscore.store.models import (
    HistoryEntry,
    Item,
    ItemModel,
    KeptPlan,
    KeptRequirement,
    Organisation,
    Person,
    PlanLink,
    PurchaseOrder,
    Site,
    Team,
)
from fullscore.usecases import goals, registers
from fullscore.usecases.accounts.throttling import TooOftenError
from fullscore.usecases.goals import documents
from fullscore.usecases.registers import NotThereError, RefusedError, StaleVersionError
from tests.conftest import NOW, TODAY, MemberFactory, member_of
from tests.store.mill import fill, row

TITLE = "We need to scale our sales team by 50 percent next quarter"
MORE = "hire 4 sales people in March"
NEXT_WEEK = TODAY + timedelta(days=7)
ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.usefixtures("mill")


@pytest.fixture
def mill(organisation: Organisation) -> Organisation:
    fill(organisation)
    return organisation


def keep(owner: Member, sentence: str = TITLE) -> goals.KeptWhole:
    return goals.keep_plan(by=owner, sentence=sentence, on=TODAY, now=NOW)


def accept(owner: Member, ref: str = "g-1", on: date = TODAY) -> goals.KeptWhole:
    return goals.accept_plan(by=owner, ref=ref, version=None, on=on, now=NOW)


def order(owner: Member, requirement: str, **given: Any) -> goals.OrderLine:  # noqa: ANN401  one of many
    asked = {"ref": "g-1", "ordered_on": TODAY, "due_on": None, "quantity": None, "now": NOW} | given
    return goals.order_requirement(by=owner, requirement=requirement, **asked)


def codes(error: pytest.ExceptionInfo[RefusedError]) -> list[str]:
    return [finding.code for finding in error.value.findings]


def deeds(owner: Member) -> list[str]:
    rows = HistoryEntry.objects.of(owner.organisation_id).filter(register="goals").order_by("id")
    return [f"{entry.action} {entry.ref}" for entry in rows]


def texts(owner: Member, ref: str = "g-1", on: date = NEXT_WEEK) -> list[str]:
    compared: Any = goals.replan(by=owner, ref=ref, on=on).content["compared"]
    return [change["text"] for change in compared["changes"]]


def lines(owner: Member) -> dict[tuple[str, str], tuple[Decimal, str]]:
    found = goals.kept_plans(by=owner)
    whole = [goals.kept_plan(by=owner, ref=plan.ref) for plan in found]
    return {(line.plan, line.ref): (line.quantity, line.state) for one in whole for line in one.lines}


def schema(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((ROOT / f"docs/schemas/{name}.json").read_text())
    return found


# ---- keeping


def test_a_kept_plan_is_the_plan_that_was_shown(owner: Member) -> None:
    asked = goals.plan_goal(by=owner, sentence=TITLE, on=TODAY).content

    kept = keep(owner)

    assert kept.shown.content == asked | {"kept": "g-1"}
    assert (kept.plan.ref, kept.plan.state, kept.plan.version) == ("g-1", "draft", 1)
    assert (kept.plan.team, kept.plan.people, kept.plan.need_by) == ("Sales", 12, date(2027, 1, 4))
    assert kept.lines == ()
    assert deeds(owner) == ["kept g-1"]


def test_next_week_it_still_stands_as_it_was_kept(mill: Organisation, owner: Member) -> None:
    kept = keep(owner)

    ItemModel.objects.of(mill.pk).update(unit_cost=Decimal(1))

    assert goals.kept_plan(by=owner, ref="g-1").shown.content == kept.shown.content


def test_kept_plans_are_listed_newest_first_and_numbers_are_not_used_again(owner: Member) -> None:
    for _ in range(3):
        keep(owner)
    goals.drop_plan(by=owner, ref="g-3", version=1, now=NOW)
    keep(owner)

    assert [plan.ref for plan in goals.kept_plans(by=owner)] == ["g-4", "g-2", "g-1"]
    assert [plan.ref for plan in goals.kept_plans(by=owner, with_dropped=True)] == [
        "g-4",
        "g-3",
        "g-2",
        "g-1",
    ]


def test_a_list_reads_no_documents(owner: Member, django_assert_num_queries: Callable[[int], Any]) -> None:
    for _ in range(4):
        keep(owner)

    with django_assert_num_queries(1) as asked:
        goals.kept_plans(by=owner)

    assert '"document"' not in asked.captured_queries[0]["sql"]


@pytest.mark.parametrize("sentence", ["grow the sails team", "grow sales to 0 people next quarter", ""])
def test_what_is_not_understood_is_not_kept(owner: Member, sentence: str) -> None:
    with pytest.raises(goals.GoalNotUnderstoodError):
        keep(owner, sentence)

    assert not KeptPlan.objects.of(owner.organisation_id).exists()
    assert deeds(owner) == []


@pytest.mark.parametrize(
    "ref", ["g-2", "g-01", "g-0", "g-", "1", "G-1", "g-1 ", "g-99999999999999999999", "g-¹"]
)
def test_a_plan_that_is_not_there_is_not_there(owner: Member, ref: str) -> None:
    keep(owner)

    with pytest.raises(NotThereError) as refused:
        goals.kept_plan(by=owner, ref=ref)

    assert codes(refused) == ["row-not-found"]


def test_nobody_finds_another_organisations_plan(owner: Member, other_organisation: Organisation) -> None:
    keep(owner)
    stranger = member_of(other_organisation, Role.OWNER)

    assert goals.kept_plans(by=stranger) == ()
    with pytest.raises(NotThereError):
        goals.kept_plan(by=stranger, ref="g-1")
    with pytest.raises(NotThereError):
        goals.accept_plan(by=stranger, ref="g-1", version=None, on=TODAY, now=NOW)


def test_a_dropped_plan_comes_back_as_it_was(owner: Member) -> None:
    keep(owner)

    dropped = goals.drop_plan(by=owner, ref="g-1", version=1, now=NOW)
    back = goals.restore_plan(by=owner, ref="g-1", version=2, now=NOW)

    assert (dropped.dropped_at, back.dropped_at, back.state) == (NOW, None, "draft")
    assert deeds(owner) == ["kept g-1", "dropped g-1", "restored g-1"]


# ---- what changed, and why


def test_on_the_same_day_nothing_has_changed(owner: Member) -> None:
    keep(owner)

    assert goals.replan(by=owner, ref="g-1", on=TODAY).content["compared"] == {
        "since": "2026-11-23", "changes": [],
    }  # fmt: skip


def test_laptops_that_came_back_are_why_fewer_are_ordered(mill: Organisation, owner: Member) -> None:
    keep(owner)
    Item.objects.of(mill.pk).filter(ref__in=["L001", "L002"]).delete()
    model = ItemModel.objects.of(mill.pk).get()
    for ref in ("back-1", "back-2"):
        row(Item, mill, ref, tag=ref, model=model, status="in stock")

    (told,) = [text for text in texts(owner, on=TODAY) if text.startswith('Laptop 14"')]

    assert told.startswith('Laptop 14": ')
    assert "to order instead of 9" in told
    assert "2 came back into stock" in told


def test_a_price_that_rose_is_named_with_both_figures(mill: Organisation, owner: Member) -> None:
    keep(owner)

    ItemModel.objects.of(mill.pk).update(unit_cost=Decimal(1310))

    assert texts(owner, on=TODAY) == [
        'Laptop 14": 11790.00 once instead of 11565.00, because the price is 1,310 instead of 1,285'
    ]


def test_a_longer_lead_time_is_why_to_order_sooner(mill: Organisation, owner: Member) -> None:
    keep(owner)

    ItemModel.objects.of(mill.pk).update(lead_days=20)

    (told,) = [text for text in texts(owner, on=TODAY) if "order by" in text]
    assert "because the lead time is 20 working days instead of 17" in told


def test_a_late_order_received_is_why_the_lead_time_grew(mill: Organisation, owner: Member) -> None:
    model = ItemModel.objects.of(mill.pk).get()
    for number, day in enumerate((18, 19, 20), 1):
        row(
            PurchaseOrder, mill, f"past-{number}", number=f"past-{number}", model=model, quantity=Decimal(2),
            ordered_on=date(2026, 8, 3), received_on=date(2026, 8, day),
        )  # fmt: skip
    keep(owner)
    row(
        PurchaseOrder, mill, "late", number="late", model=model, quantity=Decimal(2),
        ordered_on=date(2026, 9, 1), received_on=date(2026, 10, 16),
    )  # fmt: skip

    (told,) = [text for text in texts(owner, on=TODAY) if text.startswith('Laptop 14": order by')]

    assert "the lead time is 31 working days instead of 13 (1 more order received)" in told


def test_people_who_came_are_why_fewer_are_to_come(mill: Organisation, owner: Member) -> None:
    keep(owner)
    sales = Team.objects.of(mill.pk).get(ref="sales")
    for number in range(3):
        row(
            Person,
            mill,
            f"new-{number}",
            name=f"New {number}",
            team=sales,
            site=Site.objects.of(mill.pk).get(),
        )

    told = texts(owner, on=TODAY)

    assert told[0] == (
        "Sales: 9 people still to come instead of 12, because the team counts 27 instead of 24"
    )


def test_another_accepted_plan_is_why_the_stock_is_gone(owner: Member) -> None:
    keep(owner)
    keep(owner, "hire 3 sales people on 14 December")
    accept(owner, "g-2")

    (told,) = [text for text in texts(owner, on=TODAY) if text.startswith('Laptop 14": 1')]

    assert "instead of 9" in told


def test_a_goal_that_everybody_has_come_for_says_so(mill: Organisation, owner: Member) -> None:
    keep(owner)
    sales = Team.objects.of(mill.pk).get(ref="sales")
    for number in range(12):
        row(Person, mill, f"new-{number}", name=f"New {number}", team=sales)

    with pytest.raises(RefusedError) as refused:
        goals.replan(by=owner, ref="g-1", on=TODAY)

    assert codes(refused) == ["kept-goal-finished"]


def test_a_goal_whose_time_is_over_says_who_is_missing(owner: Member) -> None:
    keep(owner)

    with pytest.raises(RefusedError) as refused:
        goals.replan(by=owner, ref="g-1", on=date(2027, 4, 1))

    assert codes(refused) == ["kept-goal-over"]
    assert "12 of its 12 people in Sales are still missing" in str(refused.value)


def test_every_figure_of_a_plan_made_again_is_recomputed_by_the_script(owner: Member, tmp_path: Path) -> None:
    keep(owner)
    accept(owner)
    keep(owner, MORE)

    for ref in ("g-1", "g-2"):
        file = tmp_path / f"{ref}.json"
        file.write_text(json.dumps(goals.replan(by=owner, ref=ref, on=NEXT_WEEK).content))
        assert recompute.main(str(file)) == 0


# ---- accepting


def test_an_accepted_plan_becomes_orders_to_place(owner: Member) -> None:
    keep(owner)

    done = accept(owner)

    assert (done.plan.state, done.plan.accepted_at, done.plan.accepted_by) == ("accepted", NOW, "Owner")
    content: Any = done.shown.content
    asked = {one["id"]: one["share"]["quantity"] for one in content["requirements"]}
    assert {line.requirement: line.quantity for line in done.lines} == asked
    assert {line.state for line in done.lines} == {"to order"}
    assert deeds(owner) == ["kept g-1", "accepted g-1"]


def test_an_accepted_plan_is_netted_with_what_is_asked_next(owner: Member) -> None:
    alone: Any = goals.plan_goal(by=owner, sentence=MORE, on=TODAY).content
    keep(owner)
    accept(owner)

    beside: Any = goals.plan_goal(by=owner, sentence=MORE, on=TODAY).content

    def laptops(content: Any) -> float:  # noqa: ANN401  the plan's JSON
        found = [one for one in content["requirements"] if one["item"] == "laptop-14"]
        return float(sum(one["share"]["quantity"] for one in found))

    assert (laptops(alone), laptops(beside)) == (1, 4)
    told = [one for one in beside["findings"] if one["code"] == "goal-beside-accepted"]
    assert "12 people join Sales by accepted plans already (g-1)" in told[0]["sentence"]


def test_a_draft_is_netted_with_nothing(owner: Member) -> None:
    before = goals.plan_goal(by=owner, sentence=MORE, on=TODAY).content
    keep(owner)

    assert goals.plan_goal(by=owner, sentence=MORE, on=TODAY).content == before


def test_two_accepted_plans_share_stock_and_size_once(owner: Member) -> None:
    """Kept apart, both count the same spare laptops; accepted, the stock is given out once."""
    for sentence in (TITLE, "hire 3 sales people on 14 December"):
        keep(owner, sentence)
    accept(owner, "g-1")
    accept(owner, "g-2")

    laptops = [quantity for (_, ref), (quantity, _) in lines(owner).items() if ref == "laptop-14"]
    links = [plan for plan, ref in lines(owner) if ref == "link"]

    together = KeptRequirement.objects.of(owner.organisation_id).filter(ref="laptop-14")
    # 15 people, 3 in stock, 2 on their way, 2 kept back.
    assert sum(one.quantity for one in together) == 12
    assert sum(laptops) <= 12
    assert len(links) == 1


def test_a_withdrawn_plan_gives_back_what_it_took(owner: Member) -> None:
    for sentence in (TITLE, MORE):
        keep(owner, sentence)
    accept(owner, "g-2")
    alone = lines(owner)
    accept(owner, "g-1")

    withdrawn = goals.withdraw_plan(by=owner, ref="g-1", version=2, on=TODAY, now=NOW)

    assert (withdrawn.plan.state, withdrawn.lines) == ("withdrawn", ())
    assert lines(owner) == alone
    assert accept(owner, "g-1").plan.state == "accepted"


def test_what_was_ordered_stays_ordered_when_a_plan_is_withdrawn(owner: Member) -> None:
    keep(owner)
    accept(owner)
    order(owner, "laptop-14")

    goals.withdraw_plan(by=owner, ref="g-1", version=None, on=TODAY, now=NOW)

    assert lines(owner) == {("g-1", "laptop-14"): (Decimal(9), "ordered")}
    assert PurchaseOrder.objects.of(owner.organisation_id).filter(archived_at=None).count() == 2


def test_whoever_was_slower_is_told(owner: Member, member: MemberFactory) -> None:
    keep(owner)
    goals.accept_plan(by=member("it"), ref="g-1", version=1, on=TODAY, now=NOW)

    with pytest.raises(StaleVersionError) as refused:
        goals.accept_plan(by=owner, ref="g-1", version=1, on=TODAY, now=NOW)

    assert codes(refused) == ["row-changed-meanwhile"]
    assert "g-1 was changed by It" in str(refused.value)
    assert (refused.value.theirs.version, refused.value.theirs.values["state"]) == (2, "accepted")


@pytest.mark.parametrize(
    ("before", "deed", "code"),
    [
        (("accept",), "accept", "plan-already-accepted"),
        (("drop",), "accept", "plan-is-dropped"),
        ((), "withdraw", "plan-not-accepted"),
        (("accept",), "drop", "plan-accepted-not-dropped"),
        ((), "order", "plan-not-accepted"),
    ],
)
def test_a_deed_that_does_not_fit_the_state_is_refused(
    owner: Member, before: tuple[str, ...], deed: str, code: str
) -> None:
    keep(owner)
    dated = {"by": owner, "ref": "g-1", "version": None, "now": NOW}
    ways: dict[str, Callable[[], object]] = {
        "accept": lambda: goals.accept_plan(**dated, on=TODAY),  # type: ignore[arg-type]  # gathered above
        "withdraw": lambda: goals.withdraw_plan(**dated, on=TODAY),  # type: ignore[arg-type]
        "drop": lambda: goals.drop_plan(**dated),  # type: ignore[arg-type]
        "order": lambda: order(owner, "laptop-14"),
    }
    for each in before:
        ways[each]()
    told = deeds(owner)

    with pytest.raises(RefusedError) as refused:
        ways[deed]()

    assert codes(refused) == [code]
    assert deeds(owner) == told


def test_of_two_plans_on_one_day_the_more_urgent_is_given_the_stock(owner: Member) -> None:
    for sentence in ("hire 3 sales people on 14 December", "hire 3 salespeople in Sales on 14 December"):
        keep(owner, sentence)
    for ref in ("g-1", "g-2"):
        accept(owner, ref)
    first = {plan for plan, ref in lines(owner) if ref == "laptop-14"}

    goals.set_priority(by=owner, ref="g-2", priority=1, version=2, on=TODAY, now=NOW)

    assert goals.kept_plan(by=owner, ref="g-2").plan.priority == 1
    laptops = {plan: quantity for (plan, ref), (quantity, _) in lines(owner).items() if ref == "laptop-14"}
    assert first == {"g-1", "g-2"} or "g-2" in first
    assert laptops.get("g-2", Decimal(0)) < laptops["g-1"]
    assert deeds(owner)[-1] == "moved g-2"


@pytest.mark.parametrize("priority", [0, 10, -1])
def test_a_plan_is_served_from_first_to_ninth(owner: Member, priority: int) -> None:
    keep(owner)

    with pytest.raises(RefusedError) as refused:
        goals.set_priority(by=owner, ref="g-1", priority=priority, version=None, on=TODAY, now=NOW)

    assert codes(refused) == ["plan-priority"]
    assert goals.kept_plan(by=owner, ref="g-1").plan.version == 1


# ---- ordering


def test_an_order_placed_is_a_purchase_order_that_plans_count_on(owner: Member) -> None:
    keep(owner)
    accept(owner)

    line = order(owner, "laptop-14")

    made = registers.one(by=owner, register="orders", ref=str(line.order))
    assert (line.state, line.order) == ("ordered", "g-1-laptop-14")
    assert (made.values["quantity"], made.values["unit_cost"]) == (Decimal(9), Decimal(1285))
    # 17 working days of the vendor after 23 November, Thanksgiving left out.
    assert made.values["due_on"] == date(2026, 12, 17)
    assert ("g-1", "laptop-14") not in {
        (one.plan, one.ref) for one in goals.to_order(by=owner, on=TODAY).lines
    }


def test_once_everything_is_ordered_nothing_is_left_to_order(owner: Member) -> None:
    keep(owner)
    for line in accept(owner).lines:
        order(owner, line.requirement, due_on=date(2026, 12, 1))

    content: Any = goals.replan(by=owner, ref="g-1", on=TODAY).content

    assert goals.to_order(by=owner, on=TODAY).lines == ()
    assert [one["item"] for one in content["requirements"]] == []


def test_fewer_ordered_leave_the_rest_to_order(owner: Member) -> None:
    keep(owner)
    accept(owner)

    order(owner, "laptop-14", quantity=Decimal(4))

    found = [line for line in goals.kept_plan(by=owner, ref="g-1").lines if line.ref == "laptop-14"]
    assert sorted((line.state, line.quantity, line.cost_once) for line in found) == [
        ("ordered", Decimal(4), Decimal("5140.00")), ("to order", Decimal(5), Decimal("6425.00")),
    ]  # fmt: skip


def test_an_order_taken_back_is_to_order_again(owner: Member) -> None:
    keep(owner)
    accept(owner)
    order(owner, "laptop-14")

    line = goals.cancel_order(by=owner, ref="g-1", requirement="laptop-14", now=NOW)

    assert (line.state, line.order) == ("to order", None)
    orders = PurchaseOrder.objects.of(owner.organisation_id)
    assert orders.get(ref="g-1-laptop-14").archived_at == NOW
    assert order(owner, "laptop-14").order == "g-1-laptop-14-2"


def test_an_order_that_was_received_is_not_taken_back(owner: Member) -> None:
    keep(owner)
    accept(owner)
    order(owner, "laptop-14")
    PurchaseOrder.objects.of(owner.organisation_id).filter(ref="g-1-laptop-14").update(received_on=TODAY)

    with pytest.raises(RefusedError) as refused:
        goals.cancel_order(by=owner, ref="g-1", requirement="laptop-14", now=NOW)

    assert codes(refused) == ["order-received-already"]


def test_what_is_set_aside_stays_aside_until_it_is_taken_back(owner: Member) -> None:
    keep(owner)
    keep(owner, MORE)
    accept(owner)
    goals.set_aside(by=owner, ref="g-1", requirement="crm", now=NOW)
    accept(owner, "g-2")

    assert lines(owner)["g-1", "crm"][1] == "not needed"

    goals.cancel_order(by=owner, ref="g-1", requirement="crm", now=NOW)
    assert lines(owner)["g-1", "crm"][1] == "to order"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"requirement": "crm", "quantity": Decimal(0)}, "order-quantity-not-positive"),
        ({"requirement": "crm", "quantity": Decimal(-1)}, "order-quantity-not-positive"),
        ({"requirement": "crm", "due_on": date(2026, 11, 22)}, "order-due-before-ordered"),
        ({"requirement": "unheard-of"}, "row-not-found"),
        ({"requirement": "laptop-14"}, "requirement-not-open"),
    ],
)
def test_an_order_that_cannot_be_is_refused_and_nothing_is_kept(
    owner: Member, given: dict[str, Any], code: str
) -> None:
    keep(owner)
    accept(owner)
    order(owner, "laptop-14")
    before = (lines(owner), deeds(owner), PurchaseOrder.objects.of(owner.organisation_id).count())

    with pytest.raises(RefusedError) as refused:
        order(owner, **given)

    assert codes(refused) == [code]
    assert (lines(owner), deeds(owner), PurchaseOrder.objects.of(owner.organisation_id).count()) == before


def test_what_is_due_within_two_weeks_is_told_with_its_day(owner: Member) -> None:
    keep(owner)
    accept(owner)

    found = goals.to_order(by=owner, on=TODAY)

    days = [line.order_by for line in found.lines]
    assert days == sorted(days)
    due = [line for line in found.lines if line.order_by <= TODAY + timedelta(days=14)]
    assert [(one.code, one.act_by) for one in found.findings] == [("order-now", one.order_by) for one in due]
    link = next(one for one in found.findings if one.values["name"] == "Internet link")
    assert "should have been ordered" in say(link)
    assert "Order today." in say(link)


def test_drafts_ask_for_no_orders(owner: Member) -> None:
    keep(owner)

    assert goals.to_order(by=owner, on=TODAY).lines == ()


# ---- what if


def test_what_if_stands_beside_the_accepted_plan_and_keeps_nothing(owner: Member) -> None:
    keep(owner)
    accept(owner)
    before = (deeds(owner), KeptPlan.objects.of(owner.organisation_id).count())

    found = goals.what_if(by=owner, sentence=MORE, on=TODAY)

    assert found.with_it.cost_once - found.without.cost_once == Decimal(4 * 1285)
    assert (deeds(owner), KeptPlan.objects.of(owner.organisation_id).count()) == before
    document = json.loads(json.dumps(documents.what_if_document(found)))
    jsonschema.validate(document, schema("what-if"))


def test_what_if_without_any_accepted_plan_starts_from_nothing(owner: Member) -> None:
    found = goals.what_if(by=owner, sentence=MORE, on=TODAY)

    assert (found.without.cost_once, found.without.orders) == (0, 0)


# ---- links


def test_a_link_shows_the_plan_with_its_money_and_nothing_of_where_it_came_from(
    mill: Organisation, owner: Member
) -> None:
    keep(owner)
    accept(owner)
    made = goals.share_plan(by=owner, ref="g-1", days=9, now=NOW)

    found = goals.shared_plan(secret=made.secret, address="10.0.0.1", now=NOW)

    content: Any = found.content
    text = json.dumps(content)
    assert (found.organisation_name, found.expires_at) == ("Harbor Mill", NOW + timedelta(days=9))
    assert content["totals"]["cost_once"] == "12015.00"
    assert all(
        word not in text for word in ("canary", "assets.csv", "seller", "trace", "harbor-mill", "Owner")
    )
    assert found.places == {"dayton": "Dayton"}


@pytest.mark.parametrize("how", ["unknown", "late", "ended", "dropped"])
def test_every_dead_link_says_the_same(owner: Member, how: str) -> None:
    keep(owner)
    made = goals.share_plan(by=owner, ref="g-1", days=9, now=NOW)
    secret, now = made.secret, NOW
    if how == "unknown":
        secret = "x" * 43
    if how == "late":
        now = NOW + timedelta(days=9)
    if how == "ended":
        goals.revoke_link(by=owner, ref="g-1", link=made.id, now=NOW)
    if how == "dropped":
        goals.drop_plan(by=owner, ref="g-1", version=None, now=NOW)

    with pytest.raises(goals.PlanLinkDeadError) as refused:
        goals.shared_plan(secret=secret, address="10.0.0.1", now=now)

    assert codes(refused) == ["plan-link-dead"]
    assert refused.value.findings[0].values == {}


def test_whoever_tries_many_links_is_made_to_wait_and_a_right_one_still_opens(owner: Member) -> None:
    keep(owner)
    made, wrong = goals.share_plan(by=owner, ref="g-1", days=9, now=NOW), "wrong"
    for number in range(20):
        with pytest.raises(goals.PlanLinkDeadError):
            goals.shared_plan(secret=f"wrong-{number}", address="10.0.0.1", now=NOW)

    with pytest.raises(TooOftenError) as often:
        goals.shared_plan(secret=wrong, address="10.0.0.1", now=NOW)
    assert codes(often) == ["plan-link-too-often"]
    assert goals.shared_plan(secret=made.secret, address="10.0.0.1", now=NOW).content
    with pytest.raises(goals.PlanLinkDeadError):
        goals.shared_plan(secret=wrong, address="10.0.0.2", now=NOW)


@pytest.mark.parametrize("days", [0, -1, 91, 10**9])
def test_a_link_for_no_time_or_for_ever_is_refused(owner: Member, days: int) -> None:
    keep(owner)

    with pytest.raises(RefusedError) as refused:
        goals.share_plan(by=owner, ref="g-1", days=days, now=NOW)

    assert codes(refused) == ["plan-link-days"]
    assert not PlanLink.objects.of(owner.organisation_id).exists()


def test_a_links_secret_is_kept_nowhere(owner: Member) -> None:
    keep(owner)
    made = goals.share_plan(by=owner, ref="g-1", days=9, now=NOW)

    kept = str(list(PlanLink.objects.of(owner.organisation_id).values()))
    told = str(list(HistoryEntry.objects.of(owner.organisation_id).values()))

    assert made.secret not in kept + told + str(goals.kept_plan(by=owner, ref="g-1"))


def test_another_plans_link_is_not_this_ones_to_end(owner: Member) -> None:
    for _ in range(2):
        keep(owner)
    made = goals.share_plan(by=owner, ref="g-1", days=9, now=NOW)

    with pytest.raises(NotThereError):
        goals.revoke_link(by=owner, ref="g-2", link=made.id, now=NOW)

    assert goals.shared_plan(secret=made.secret, address="", now=NOW)


# ---- workbooks


def test_a_workbook_holds_five_sheets_and_no_formula(mill: Organisation, owner: Member) -> None:
    ItemModel.objects.of(mill.pk).update(name="=HYPERLINK(1)")
    keep(owner)

    for content in (
        goals.kept_plan_xlsx(by=owner, ref="g-1"), goals.plan_xlsx(by=owner, sentence=TITLE, on=TODAY)
    ):  # fmt: skip
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            text = "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith("xml"))
        sheets = ("Answer", "Requirements", "Cost by month", "Hours by week", "Assumptions")
        assert all(f'<sheet name="{name}"' in text for name in sheets)
        assert "<f>" not in text
        assert "'=HYPERLINK(1)" in text
        assert "<v>11565</v>" in text


# ---- who may


def test_whoever_may_plan_reads_money_so_kept_plans_hide_nothing_from_them(
    owner: Member, member: MemberFactory
) -> None:
    keep(owner)
    for role in Role:
        by = member(role)
        if by.may(Right.PLAN_GOALS):
            assert FieldClass.MONEY in by.reads
            assert goals.kept_plan(by=by, ref="g-1").shown == goals.kept_plan(by=owner, ref="g-1").shown
        else:
            assert role is Role.REQUESTER


@pytest.mark.parametrize("role", ["executive", "auditor"])
def test_readers_of_plans_change_none(owner: Member, member: MemberFactory, role: str) -> None:
    keep(owner)
    made = goals.share_plan(by=owner, ref="g-1", days=9, now=NOW)
    by, ref = member(role), "g-1"
    told = deeds(owner)

    for deed in (
        lambda: goals.keep_plan(by=by, sentence=TITLE, on=TODAY, now=NOW),
        lambda: goals.accept_plan(by=by, ref=ref, version=None, on=TODAY, now=NOW),
        lambda: goals.withdraw_plan(by=by, ref=ref, version=None, on=TODAY, now=NOW),
        lambda: goals.set_priority(by=by, ref=ref, priority=1, version=None, on=TODAY, now=NOW),
        lambda: goals.drop_plan(by=by, ref=ref, version=None, now=NOW),
        lambda: goals.restore_plan(by=by, ref=ref, version=None, now=NOW),
        lambda: order(by, "laptop-14"),
        lambda: goals.set_aside(by=by, ref=ref, requirement="crm", now=NOW),
        lambda: goals.cancel_order(by=by, ref=ref, requirement="crm", now=NOW),
        lambda: goals.share_plan(by=by, ref=ref, days=1, now=NOW),
        lambda: goals.revoke_link(by=by, ref=ref, link=made.id, now=NOW),
    ):
        with pytest.raises(NotAllowedError):
            deed()

    assert deeds(owner) == told
    assert goals.kept_plan(by=by, ref=ref).links == ()


def test_a_requester_is_told_of_no_plan(owner: Member, member: MemberFactory) -> None:
    keep(owner)
    by = member("requester")

    for question in (
        lambda: goals.kept_plans(by=by),
        lambda: goals.kept_plan(by=by, ref="g-1"),
        lambda: goals.replan(by=by, ref="g-1", on=TODAY),
        lambda: goals.to_order(by=by, on=TODAY),
        lambda: goals.what_if(by=by, sentence=TITLE, on=TODAY),
        lambda: goals.kept_plan_xlsx(by=by, ref="g-1"),
        lambda: goals.plan_xlsx(by=by, sentence=TITLE, on=TODAY),
    ):
        with pytest.raises(NotAllowedError):
            question()


def test_only_owners_and_it_keep_plans() -> None:
    assert roles_with(Right.KEEP_PLANS) == {Role.OWNER, Role.IT}


def test_what_an_executive_may_not_see_changes_no_kept_plan(
    mill: Organisation, owner: Member, member: MemberFactory
) -> None:
    executive = member("executive")
    keep(owner)
    accept(owner)

    def told() -> str:
        again = goals.replan(by=executive, ref="g-1", on=NEXT_WEEK).content
        kept = documents.kept_document(goals.kept_plan(by=executive, ref="g-1"))
        return json.dumps([again, kept, str(goals.to_order(by=executive, on=TODAY))])

    before = told()
    Person.objects.of(mill.pk).filter(ref="seller-1").update(email="x@mill.example", phone="1", notes="x")
    Item.objects.of(mill.pk).update(notes="changed")

    assert "canary" not in before
    assert told() == before


def test_deeds_on_plans_stand_in_the_audit(owner: Member, member: MemberFactory) -> None:
    keep(owner)
    accept(owner)
    order(owner, "laptop-14")

    found = [deed for deed in registers.deeds(by=member("auditor")).lines if deed.register == "goals"]

    assert [deed.entry.action for deed in found] == ["ordered", "accepted", "kept"]
    assert {deed.ref for deed in found} == {"g-1"}


def test_documents_follow_their_schemas(owner: Member) -> None:
    keep(owner)
    accept(owner)
    order(owner, "laptop-14")
    made = goals.share_plan(by=owner, ref="g-1", days=9, now=NOW)
    kept = documents.kept_document(goals.kept_plan(by=owner, ref="g-1"))
    listed = documents.plans_document(goals.kept_plans(by=owner), goals.to_order(by=owner, on=TODAY))
    again = goals.replan(by=owner, ref="g-1", on=NEXT_WEEK).content

    for name, document in (
        ("kept", kept), ("plans", listed), ("plan", kept["plan"]), ("plan", again),
        ("plan-link", documents.link_document(made, "https://x.example/plan/y/")),
    ):  # fmt: skip
        plain = json.loads(json.dumps(document))
        jsonschema.validate(plain, schema(name), format_checker=jsonschema.FormatChecker())


# ---- two at once


def at_once(*deeds: Callable[[], object]) -> list[str]:
    """Do everything at the same moment, each on a connection of its own; return how each ended."""
    start, ends = threading.Barrier(len(deeds)), list[str]()

    def do(deed: Callable[[], object]) -> None:
        start.wait()
        try:
            deed()
            ends.append("done")
        except StaleVersionError:
            ends.append("stale")
        finally:
            connection.close()

    threads = [threading.Thread(target=do, args=(deed,)) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(ends)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_accept_at_once_one_wins_and_the_other_is_told(
    owner: Member, member: MemberFactory
) -> None:
    keep(owner)
    colleague = member("it")

    ends = at_once(
        lambda: goals.accept_plan(by=owner, ref="g-1", version=1, on=TODAY, now=NOW),
        lambda: goals.accept_plan(by=colleague, ref="g-1", version=1, on=TODAY, now=NOW),
    )

    assert ends == ["done", "stale"]
    assert deeds(owner) == ["kept g-1", "accepted g-1"]
    whole = goals.kept_plan(by=owner, ref="g-1")
    content: Any = whole.shown.content
    assert len(whole.lines) == len(content["requirements"])


@pytest.mark.django_db(transaction=True)
def test_two_plans_accepted_at_once_share_the_stock_as_one_after_the_other(owner: Member) -> None:
    for sentence in (TITLE, "hire 3 sales people on 14 December"):
        keep(owner, sentence)
    accept(owner, "g-1")
    accept(owner, "g-2")
    in_turn = lines(owner)
    for ref in ("g-1", "g-2"):
        goals.withdraw_plan(by=owner, ref=ref, version=None, on=TODAY, now=NOW)

    ends = at_once(lambda: accept(owner, "g-1"), lambda: accept(owner, "g-2"))

    assert ends == ["done", "done"]
    assert lines(owner) == in_turn


@pytest.mark.django_db(transaction=True)
def test_plans_kept_at_once_have_numbers_of_their_own(owner: Member) -> None:
    assert at_once(*[lambda: keep(owner)] * 3) == ["done"] * 3

    assert {plan.ref for plan in goals.kept_plans(by=owner)} == {"g-1", "g-2", "g-3"}
