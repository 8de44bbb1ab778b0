"""The years to come: alike by page, sheet, REST and command, and in the words of what was written down."""

import csv
import io
import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.test import Client
from typer.testing import CliRunner

from fullscore.cli.main import app
from fullscore.engine.registers.access import Member
from fullscore.store.models import (
    Contract,
    Item,
    ItemModel,
    KeptPlan,
    KeptRequirement,
    Line,
    Option,
    Organisation,
    Outlay,
    Proposal,
    PurchaseOrder,
    Vendor,
)
from fullscore.usecases import budget
from fullscore.usecases.budget import forecasting
from fullscore.usecases.registers import RefusedError
from tests.conftest import NOW, TODAY
from tests.edges.test_budget import REST, api_of, told
from tests.engine.goals.recomputing import SCRIPT
from tests.usecases.proposing import put
from tests.usecases.test_budget import fits
from tests.web.test_door import browser_of

PAGE = "/o/harbor-mill/budget/forecast/"


@pytest.fixture
def house(organisation: Organisation) -> Organisation:
    """Write a contract, eight laptops of one year, an accepted plan and an accepted proposal."""
    vendor = put(organisation, Vendor, "hosty", name="Hosty")
    put(organisation, Contract, "mail", name="Mail", vendor=vendor, starts_on=date(2024, 3, 1),
        initial_months=12, renewal="tacit", renewal_months=12, notice=3, price=Decimal(12_000), period="year",
        increase_percent=Decimal(5))  # fmt: skip
    put(organisation, Contract, "odd", name="Odd one", vendor=vendor)
    model = put(organisation, ItemModel, "lap", name="Laptop", category="laptop", unit_cost=Decimal(1_000),
                life_months=48)  # fmt: skip
    for number in range(8):
        Item.objects.of(organisation.pk).create(
            organisation=organisation, ref=f"l-{number}", model=model, status="in use",
            purchased_on=date(2026, 2, 10), created_at=NOW, changed_at=NOW,
        )  # fmt: skip
    asked_for(organisation)
    proposal = put(organisation, Proposal, "mfa", name="Second factor", purpose="secure", state="accepted",
                   starts_from=date(2027, 7, 1))  # fmt: skip
    option = put(organisation, Option, "mfa-all", proposal=proposal, name="for all", once_cost=Decimal(5_000),
                 yearly_cost=Decimal(1_200))  # fmt: skip
    put(organisation, Outlay, "mfa-2", option=option, year=2, amount=Decimal(300))
    put(organisation, Proposal, "wish", name="A wish", purpose="grow", state="open")
    return organisation


def asked_for(house: Organisation, **more: object) -> KeptRequirement:
    plan, _ = KeptPlan.objects.of(house.pk).get_or_create(
        organisation=house, number=1, defaults={
            "sentence": "Four more in sales by 1 April 2027", "goal": {}, "document": {"requirements": [],
            "covered": []}, "summary": {"team": "Sales"}, "on": TODAY, "state": "accepted", "kept_at": NOW,
            "kept_by": "Ruth", "accepted_at": NOW, "accepted_by": "Ruth",
        },
    )  # fmt: skip
    fields: dict[str, Any] = {
        "requirement": "r-1", "register": "models", "ref": "lap", "name": "Laptops for sales",
        "kind": "thing", "quantity": 4, "order_by": date(2027, 3, 1), "need_by": date(2027, 4, 1),
        "cost_once": Decimal(4_000), "changed_at": NOW, "changed_by": "Ruth",
    }  # fmt: skip
    return KeptRequirement.objects.of(house.pk).create(organisation=house, plan=plan, **fields | more)


def amounts(by: Member, **asked: Any) -> dict[str, str]:  # noqa: ANN401  years, is_smoothed
    document: Any = budget.forecast_document(budget.forecast(by=by, on=TODAY, **asked))
    return {str(span["year"]): span["amount"] for span in document["spans"] if span["is_whole"]}


@pytest.mark.parametrize(
    ("words", "query"),
    [((), ""), (("--years", "1"), "?years=1"), (("--years", "5", "--smooth"), "?years=5&smooth=true")],
)
def test_a_command_and_rest_give_the_same_forecast(
    house: Organisation, owner: Member, words: tuple[str, ...], query: str
) -> None:
    with time_machine.travel(NOW):
        by_rest = api_of(owner).get(f"{REST}/budget/forecast{query}")
    assert by_rest.status_code == 200, by_rest.content
    by_command = told("budget", "forecast", *words)
    fits(by_command, "forecast")
    assert by_rest.json() == by_command


def test_the_years_cost_what_contracts_laptops_the_plan_and_the_proposal_come_to(
    house: Organisation, owner: Member
) -> None:
    assert amounts(owner, years=3) == {"2027": "22200.00", "2028": "14730.00", "2029": "15091.50"}


def test_even_cohorts_take_the_top_off_the_year_all_laptops_are_due_in(
    house: Organisation, owner: Member
) -> None:
    plain, even = (budget.forecast(by=owner, on=TODAY, is_smoothed=each) for each in (False, True))
    assert list(map(int, plain.found.effect.before)) == [0, 0, 0, 8_000, 0]
    assert list(map(int, even.found.effect.after)) == [2_000, 2_000, 2_000, 2_000, 0]
    assert plain.found.total.value == even.found.total.value


def test_open_proposals_are_not_in_it(house: Organisation, owner: Member) -> None:
    found = budget.forecast(by=owner, on=TODAY)
    assert "wish" not in {part.ref for part in found.parts} | {one.ref for one in found.found.unknown}


def test_what_has_no_price_is_named(house: Organisation, owner: Member) -> None:
    found = budget.forecast(by=owner, on=TODAY)
    assert [one.name for one in found.found.unknown] == ["Odd one"]


def test_what_its_maker_stops_supporting_is_replaced_by_that_day(house: Organisation, owner: Member) -> None:
    Item.objects.of(house.pk).filter(ref="l-0").update(system="Windows 10 Pro 22H2")
    found = budget.forecast(by=owner, on=TODAY)
    laptops = next(part for part in found.parts if part.kind == "refresh")
    assert laptops.amounts == {2026 * 12 + 10: Decimal(1_000), 2030 * 12 + 1: Decimal(7_000),
                               2030 * 12 + 10: Decimal(1_000)}  # fmt: skip


def test_what_was_ordered_and_came_is_not_bought_again(house: Organisation, owner: Member) -> None:
    order = put(house, PurchaseOrder, "po-1", quantity=1, ordered_on=date(2026, 10, 1),
                received_on=date(2026, 11, 1))  # fmt: skip
    before = amounts(owner)
    asked_for(house, requirement="r-2", state="ordered", purchase_order=order)
    assert amounts(owner) == before
    asked_for(house, requirement="r-3", state="not needed")
    assert amounts(owner) == before
    asked_for(house, requirement="r-4", state="ordered")
    assert Decimal(amounts(owner)["2027"]) == Decimal(before["2027"]) + 4_000


def test_a_budget_line_says_what_a_contract_is_for(house: Organisation, owner: Member) -> None:
    put(
        house,
        Line,
        "mail",
        name="Mail",
        purpose="secure",
        contract=Contract.objects.of(house.pk).get(ref="mail"),
    )
    found = budget.forecast(by=owner, on=TODAY)
    assert next(part.purpose for part in found.parts if part.ref == "mail") == "secure"


def test_another_fiscal_year_changes_no_month(house: Organisation, owner: Member) -> None:
    def months() -> dict[str, str]:
        document: Any = budget.forecast_document(budget.forecast(by=owner, on=TODAY, years=3))
        return {each["month"]: each["amount"] for each in document["months"]}

    before = months()
    Organisation.objects.filter(pk=house.pk).update(fiscal_start_month=4)
    after = months()
    shared = before.keys() & after.keys()
    assert len(shared) == 38
    assert {month: before[month] for month in shared} == {month: after[month] for month in shared}


def test_a_pinned_way_is_what_an_accepted_proposal_costs(house: Organisation, owner: Member) -> None:
    proposal = Proposal.objects.of(house.pk).get(ref="mfa")
    put(house, Option, "mfa-few", proposal=proposal, name="for few", yearly_cost=Decimal(60), pin="pinned")
    found = budget.forecast(by=owner, on=TODAY)
    assert next(sum(part.amounts.values()) for part in found.parts if part.ref == "mfa") == Decimal("270.00")


def test_two_ways_and_no_choice_leave_the_price_unknown(house: Organisation, owner: Member) -> None:
    proposal = Proposal.objects.of(house.pk).get(ref="mfa")
    put(house, Option, "mfa-few", proposal=proposal, name="for few", yearly_cost=Decimal(60))
    found = budget.forecast(by=owner, on=TODAY)
    assert [(one.ref, one.why) for one in found.found.unknown] == [("odd", "price"), ("mfa", "way")]


def test_a_stranger_recomputes_every_figure_of_the_document(house: Organisation, owner: Member) -> None:
    document = json.loads(json.dumps(budget.forecast_document(budget.forecast(by=owner, on=TODAY))))
    wrong: list[str] = []
    figures = [SCRIPT.check(record, where, wrong) for where, record in SCRIPT.records_of_forecast(document)]
    assert wrong == []
    assert sum(figures) > 30


def test_nobody_may_ask_for_four_years(house: Organisation, owner: Member) -> None:
    with pytest.raises(RefusedError) as refused:
        budget.forecast(by=owner, on=TODAY, years=4)
    assert refused.value.findings[0].code == "budget-forecast-years"
    done = CliRunner().invoke(app, ["budget", "forecast", "--years", "4", "--on", TODAY.isoformat()])
    assert done.exit_code == 2
    with time_machine.travel(NOW):
        assert api_of(owner).get(f"{REST}/budget/forecast?years=4").status_code == 422


def page_of(by: Member, query: str = "") -> str:
    with time_machine.travel(NOW):
        shown = browser_of(by).get(PAGE + query)
    assert shown.status_code == 200
    return shown.content.decode()


def test_the_page_says_the_answer_its_causes_and_what_is_unknown(house: Organisation, owner: Member) -> None:
    words = page_of(owner)
    for said in ("Five years cost about $", "Laptops for sales", "Second factor", "Odd one: no price is",
                 "could be $2,000 in 2027 instead of $8,000 in 2030"):  # fmt: skip
        assert said in words, said
    assert "is $2,000 in 2027 instead of $8,000 in 2030" in page_of(owner, "?even=1")


@pytest.mark.parametrize("way", ["purpose", "kind", "vendor", "service", "team", "treatment", "odd"])
def test_the_page_divides_it_every_way(house: Organisation, owner: Member, way: str) -> None:
    assert "Together" in page_of(owner, f"?by={way}&years=3")


def test_an_empty_house_is_told_which_file_would_fill_it(organisation: Organisation, owner: Member) -> None:
    words = page_of(owner)
    assert "Nothing is known of the years to come" in words
    assert "Import a list of contracts" in words


def test_the_sheet_holds_every_cause_by_month(house: Organisation, owner: Member) -> None:
    client: Client = browser_of(owner)
    with time_machine.travel(NOW):
        answer = client.get("/o/harbor-mill/budget/forecast.csv?years=1")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert {row["ref"] for row in rows} == {"mail", "g-1", "mfa"}
    mail = next(row for row in rows if row["ref"] == "mail")
    assert (mail["2027-03"], mail["2027-04"], mail["total"]) == ("12600.00", "", "12600.00")


def test_the_command_says_it_in_words(house: Organisation) -> None:
    done = CliRunner().invoke(app, ["budget", "forecast", "--on", TODAY.isoformat()])
    assert done.exit_code == 0, done.output
    assert "Five years cost about $" in done.output
    assert "not known: Odd one" in done.output


def test_every_month_of_the_forecast_has_a_row_in_a_fiscal_year(house: Organisation, owner: Member) -> None:
    found = budget.forecast(by=owner, on=TODAY)
    flows = list(forecasting.flows(found))
    total = sum((flow.amount for flow in flows), Decimal(0))
    assert total == sum((sum(part.amounts.values()) for part in found.parts), Decimal(0))
    homes = {flow.home for flow in flows}
    assert homes == {("contracts", "mail"), ("items", ""), ("goals", "g-1"), ("proposals", "mfa")}
    assert forecasting.headings(found)["goals", "g-1"].purpose == "grow"
