"""Risk in money: what an hour without a service costs, what a year is expected to cost, and bad years."""

import json
import math
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from fullscore.engine.findings.sentences_en import say
from fullscore.engine.registers.access import Member, NotAllowedError, Role
from fullscore.engine.risk.parts import expected, parts
from fullscore.store.models import BudgetRun, Organisation, Scenario, Service, ServiceUse
from fullscore.usecases import risk
from fullscore.usecases.budget import working
from fullscore.usecases.registers.values import NotThereError
from fullscore.usecases.risk.posing import posed
from fullscore.usecases.risk.tracing import number
from tests.conftest import NOW, TODAY, MemberFactory
from tests.usecases.proposing import put, risky

SCHEMAS = Path(__file__).parents[2] / "docs/schemas"


def fits(document: object, name: str) -> None:
    Draft202012Validator(json.loads((SCHEMAS / f"{name}.json").read_text())).validate(document)


@pytest.fixture
def house(organisation: Organisation) -> Organisation:
    risky(organisation)
    return organisation


def said(board: risk.RiskBoard, code: str) -> list[str]:
    return [say(each) for each in board.findings if each.code == code]


def test_an_hour_of_the_clock_costs_what_a_week_costs_shared_by_its_hours(
    house: Organisation, owner: Member
) -> None:
    board = risk.board(by=owner, on=TODAY, now=NOW)
    found = board.of("erp-down")
    assert found is not None
    assert found.an_hour is not None
    # 40 hours a week at 420 an hour, on average of the 168 hours of the clock.
    assert number(found.an_hour) == 40 * 420 / Decimal(168)
    assert found.is_priced
    assert "risk-outage-unpriced" not in {each.code for each in board.findings}


def test_a_holiday_in_the_week_after_changes_no_figure(house: Organisation, owner: Member) -> None:
    found = {
        number(posed(house.pk, TODAY + timedelta(days=step)).hours["erp-down"])
        for step in (0, 7, 28, 35, 120)
    }
    assert len(found) == 1


def test_every_scenario_opens_to_what_the_closed_form_expects(house: Organisation, owner: Member) -> None:
    told = posed(house.pk, TODAY)
    for scenario in told.risks.scenarios:
        alone = parts(replace(told.risks, scenarios=(scenario,)))
        traced = float(number(told.told[scenario.ref].expected))
        assert math.isclose(traced, expected(alone), abs_tol=0.006), scenario.ref
    assert number(told.expected) == sum(number(each.expected) for each in told.told.values())


def test_hours_nobody_priced_are_left_out_and_said(house: Organisation, owner: Member) -> None:
    Service.objects.of(house.pk).filter(ref="erp").update(outage_cost_hour=None)
    board = risk.board(by=owner, on=TODAY, now=NOW)
    found = board.of("erp-down")
    assert found is not None
    assert found.an_hour is None
    assert not found.is_priced
    assert found.expected is None
    (words,) = said(board, "risk-outage-unpriced")
    assert words == (
        "ERP down is counted without the hours it lasts: nobody has said what an hour without ERP costs. "
        "Write it at the service, or what a day of one person costs in the settings."
    )
    # Without its hours nothing of it is left to count.
    assert said(board, "risk-without-cost")


def test_hours_of_nobody_ask_who_works_with_it(house: Organisation, owner: Member) -> None:
    ServiceUse.objects.of(house.pk).delete()
    (words,) = said(risk.board(by=owner, on=TODAY, now=NOW), "risk-outage-unpriced")
    assert "nobody has said who works with ERP" in words


def test_what_goes_down_with_it_and_has_no_price_makes_the_figure_too_low(
    house: Organisation, owner: Member
) -> None:
    from fullscore.store.models import Support  # noqa: PLC0415

    shop = put(house, Service, "shop", name="Shop")
    put(house, Support, "shop-erp", service=shop, other=Service.objects.of(house.pk).get(ref="erp"))
    board = risk.board(by=owner, on=TODAY, now=NOW)
    assert said(board, "risk-outage-partly-priced")


def test_a_loss_that_never_comes_or_costs_nothing_is_left_out_and_named(
    house: Organisation, owner: Member
) -> None:
    put(house, Scenario, "idle", name="Idle", loss_low=Decimal(1), loss_high=Decimal(2))
    board = risk.board(by=owner, on=TODAY, now=NOW)
    (words,) = said(board, "risk-without-often")
    assert words == (
        "Idle is not counted: nobody has said how often it comes. "
        "Write times a year, or a cause that brings it."
    )
    found = board.of("idle")
    assert found is not None
    assert found.unusable


def test_a_control_in_place_takes_nothing_off_again(house: Organisation, owner: Member) -> None:
    board = risk.board(by=owner, on=TODAY, now=NOW)
    fraud = board.of("fraud")
    assert fraud is not None
    assert fraud.expected is not None
    by_ref = {each.ref: each for each in fraud.controls}
    assert by_ref["filter"].is_in_place
    assert by_ref["filter"].expected_with is None
    with_keys = by_ref["mfa"].expected_with
    assert with_keys is not None
    assert with_keys < float(number(fraud.expected))


def test_an_insurance_counts_while_it_is_in_force(house: Organisation, owner: Member) -> None:
    from fullscore.store.models import Insurance  # noqa: PLC0415

    assert posed(house.pk, TODAY).risks.insurances
    Insurance.objects.of(house.pk).update(ends_on=TODAY - timedelta(days=1))
    assert not posed(house.pk, TODAY).risks.insurances


def test_a_simulation_agrees_with_the_closed_form_and_says_how_well(
    house: Organisation, owner: Member
) -> None:
    found: Any = risk.simulate(by=owner, on=TODAY)
    fits(found, "risk")
    assert found["is_precise"]
    assert found["years"] >= 100_000
    assert abs(float(found["mean"]) - float(found["expected"])) <= 2 * float(found["error"])
    assert sum(Decimal(each["mean"]) for each in found["scenarios"]) == Decimal(found["expected"])
    for years in (10, 100):
        assert math.isclose(sum(each[f"bad_{years}"] for each in found["scenarios"]), 1, abs_tol=1e-4)
    after = found["after_insurance"]
    assert float(after["mean"]) < float(found["mean"])
    assert found == risk.simulate(by=owner, on=TODAY)


def test_nothing_that_may_happen_is_an_answer_too(organisation: Organisation, owner: Member) -> None:
    found: Any = risk.simulate(by=owner, on=TODAY)
    fits(found, "risk")
    assert found["years"] == 0
    assert found["mean"] is None
    assert found["points"] == []
    assert risk.board(by=owner, on=TODAY, now=NOW).is_empty


def test_the_same_asked_of_the_same_rows_is_answered_at_once(house: Organisation, owner: Member) -> None:
    first = risk.ask(by=owner, on=TODAY, now=NOW)
    assert risk.ask(by=owner, on=TODAY, now=NOW).number == first.number
    work()
    again = risk.ask(by=owner, on=TODAY, now=NOW)
    assert again.number == first.number
    assert again.state == "done"
    assert not again.is_old
    Scenario.objects.of(house.pk).filter(ref="fraud").update(loss_high=Decimal(70_000))
    board = risk.board(by=owner, on=TODAY, now=NOW)
    assert board.document is not None
    assert board.is_old
    assert risk.ask(by=owner, on=TODAY, now=NOW).number != first.number


def work() -> None:
    for key in working.stale(now=NOW):
        working.advance(key=key, clock=lambda: NOW)


def test_a_simulation_is_stopped_before_it_is_begun(house: Organisation, owner: Member) -> None:
    asked = risk.ask(by=owner, on=TODAY, now=NOW)
    assert risk.stop(by=owner, number=asked.number, now=NOW).state == "stopped"
    work()
    assert risk.run(by=owner, number=asked.number).document is None


def test_what_nobody_asked_is_not_there(house: Organisation, owner: Member) -> None:
    with pytest.raises(NotThereError, match="There is no question number 9"):  # run-not-found
        risk.run(by=owner, number=9)
    with pytest.raises(NotThereError, match="Nobody has asked for this yet") as refused:
        risk.answer(by=owner, on=TODAY)
    assert refused.value.findings[0].code == "budget-not-asked-yet"


def test_a_question_about_money_is_no_question_about_risk(house: Organisation, owner: Member) -> None:
    BudgetRun.objects.of(house.pk).create(
        organisation=house, number=1, kind="choose", asked_at=NOW, asked_by="x", on=TODAY
    )
    with pytest.raises(NotThereError) as refused:
        risk.run(by=owner, number=1)
    assert refused.value.findings[0].code == "run-not-found"


def test_who_sees_no_money_sees_no_risk(house: Organisation, member: MemberFactory) -> None:
    for door in (
        lambda by: risk.board(by=by, on=TODAY, now=NOW), lambda by: risk.ask(by=by, on=TODAY, now=NOW),
        lambda by: risk.simulate(by=by, on=TODAY),
    ):  # fmt: skip
        with pytest.raises(NotAllowedError):
            door(member(Role.REQUESTER))


def test_another_day_reads_the_same_rows(house: Organisation, owner: Member) -> None:
    one, other = (posed(house.pk, each) for each in (TODAY, date(2027, 6, 1)))
    assert one.risks == other.risks
