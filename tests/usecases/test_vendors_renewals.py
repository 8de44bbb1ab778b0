"""Renewals: every contract with its days and figures, for those who see them all; money for those who may."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from docs import recompute

from fullscore.engine.registers.access import FieldClass, Member, NotAllowedError, Role
from fullscore.store.models import Contract, ContractCharge, HistoryEntry, Item, ItemModel, Organisation, Pool
from fullscore.usecases import registers, vendors
from fullscore.usecases.registers import NotThereError
from tests.conftest import NOW, TODAY, MemberFactory
from tests.store.agreements import sign
from tests.store.mill import fill

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.usefixtures("mill")


@pytest.fixture
def mill(organisation: Organisation) -> Organisation:
    fill(organisation)
    sign(organisation)
    return organisation


def document(by: Member, within: int | None = None) -> dict[str, Any]:
    found = vendors.renewals(by=by, on=TODAY)
    made: dict[str, Any] = json.loads(json.dumps(vendors.renewals_document(found, within)))
    return made


def by_ref(made: dict[str, Any]) -> dict[str, Any]:
    return {one["contract"]: one for one in made["renewals"]}


def checked(made: dict[str, Any], name: str) -> None:
    schema = json.loads((ROOT / f"docs/schemas/{name}.json").read_text())
    jsonschema.validate(made, schema, format_checker=jsonschema.FormatChecker())


def test_a_contract_says_by_when_notice_must_arrive(owner: Member) -> None:
    copiers = by_ref(document(owner))["copiers"]

    days = {name: copiers[name] for name in ("ends_on", "renews_on", "notice_by", "decide_by", "next_exit")}
    assert days == {
        "ends_on": "2027-02-28", "renews_on": "2027-03-01", "notice_by": "2026-11-30",
        "decide_by": "2026-11-16", "next_exit": "2027-02-28",
    }  # fmt: skip
    assert (copiers["vendor"], copiers["price_year"], copiers["renew"]) == ("buckeye", "9840.00", "end")


def test_seats_are_joined_to_their_licence(owner: Member) -> None:
    crm = by_ref(document(owner))["crm"]

    assert {name: crm["seats"][name] for name in ("paid", "assigned", "active", "needed")} == {
        "paid": 50, "assigned": 24, "active": 24, "needed": 24,
    }  # fmt: skip
    assert (crm["renew"], crm["saves_year"], crm["price_year"]) == ("24 of 50", "6240.00", "12000.00")


def test_contracts_come_by_their_notice_day_and_those_over_last(owner: Member) -> None:
    refs = [one["contract"] for one in document(owner)["renewals"]]

    assert refs[0] in {"copiers", "backup"}
    assert refs.index("mes") > refs.index("crm")
    assert refs[-1] == "warranty"


def test_what_may_renew_unseen_is_counted_in_money(owner: Member) -> None:
    made = document(owner)

    assert made["unseen"] == "31200.00"
    assert made["foreign"] == ["euro"]
    # 9,840 + 12,000 + 31,200 + 12 times 258.33; another currency is no part of it.
    assert made["price_year"] == "56139.96"


def test_the_total_divides_into_itself(owner: Member) -> None:
    totals = document(owner)["totals"]

    total = Decimal(totals["total"])
    divided = [key for key in totals if key.startswith("by_")]
    assert total > 0
    assert len(divided) == 6
    assert {sum(Decimal(part["amount"]) for part in totals[key]) for key in divided} == {total}


def test_only_contracts_due_within_some_days(owner: Member) -> None:
    due = by_ref(document(owner, within=30))

    assert "copiers" in due
    assert not due.keys() & {"crm", "mes", "warranty"}


def test_documents_keep_to_their_schemas(owner: Member) -> None:
    checked(document(owner), "renewals")
    for ref in by_ref(document(owner)):
        case = vendors.case_document(vendors.case(by=owner, ref=ref, on=TODAY))
        checked(json.loads(json.dumps(case)), "renewal")


def test_every_figure_is_recomputed_by_the_script_in_docs(owner: Member, tmp_path: Path) -> None:
    made = document(owner)

    cases = [vendors.case_document(vendors.case(by=owner, ref=ref, on=TODAY)) for ref in by_ref(made)]

    for place, each in enumerate((made, *cases)):
        file = tmp_path / f"{place}.json"
        file.write_text(json.dumps(each))
        assert recompute.main(str(file)) == 0


def test_a_case_holds_all_that_belongs_to_it(owner: Member) -> None:
    found = vendors.case(by=owner, ref="crm", on=TODAY)

    assert [one.name for one in found.charges] == ["CRM seats", "Setting up"]
    assert [(one.team, one.percent) for one in found.shares] == [("sales", 80)]
    assert found.rest == 20
    assert [one.service for one in found.covers] == ["selling"]
    assert "contract-seats-spare" in {one.code for one in found.findings}


def test_a_price_written_over_is_kept_with_its_day(owner: Member) -> None:
    registers.save(
        by=owner, register="contracts", ref="copiers", values={"price": "10000"}, version=1, now=NOW
    )

    (change,) = vendors.case(by=owner, ref="copiers", on=TODAY).changes
    assert (change.before, change.after, change.on) == (Decimal(9840), Decimal(10000), TODAY)


def test_a_contract_that_is_not_here_is_named(owner: Member, other_organisation: Organisation) -> None:
    sign_other = Contract(
        organisation=other_organisation, ref="theirs", name="Theirs", created_at=NOW, changed_at=NOW
    )
    sign_other.save()

    for ref in ("nothing", "theirs"):
        with pytest.raises(NotThereError) as refusal:
            vendors.case(by=owner, ref=ref, on=TODAY)
        assert refusal.value.findings[0].code == "row-not-found"


def test_who_sees_registers_whole_sees_renewals_and_a_requester_nothing(member: MemberFactory) -> None:
    for role in Role:
        by = member(role)
        if role is Role.REQUESTER:
            with pytest.raises(NotAllowedError):
                vendors.renewals(by=by, on=TODAY)
            with pytest.raises(NotAllowedError):
                vendors.case(by=by, ref="crm", on=TODAY)
        else:
            assert document(by)["price_year"] == "56139.96"


@pytest.fixture
def without_money(monkeypatch: pytest.MonkeyPatch) -> None:
    """Auditors who may read no money, as a role of tomorrow might have it."""
    reads = {FieldClass.OPEN}
    monkeypatch.setattr(
        Member, "reads", property(lambda by: reads if by.role is Role.AUDITOR else set(FieldClass))
    )


@pytest.mark.usefixtures("without_money")
def test_without_money_no_amount_is_told(member: MemberFactory) -> None:
    made = document(member("auditor"))

    for name in ("price_year", "owed", "unseen", "totals"):
        assert made[name] is None
    assert {one["price_year"] or one["saves_year"] or one["at_stake"] for one in made["renewals"]} == {None}
    checked(made, "renewals")


@pytest.mark.usefixtures("without_money")
def test_without_money_no_byte_follows_from_it(mill: Organisation, member: MemberFactory) -> None:
    """Neither an amount nor what follows from one: how long deciding about a dear contract takes."""
    by, of = member("auditor"), mill.pk
    before = told(by)

    price = {"price": Decimal(70_000), "increase_percent": 3, "increase_cap": 4}
    assert Contract.objects.of(of).update(**price)
    assert ContractCharge.objects.of(of).update(unit_price=Decimal(777))
    assert Pool.objects.of(of).update(unit_cost=Decimal(99))
    assert Item.objects.of(of).update(cost=Decimal(1))
    assert ItemModel.objects.of(of).update(unit_cost=Decimal(1))
    HistoryEntry.objects.of(of).filter(register="contracts").delete()

    assert told(by) == before


def told(by: Member) -> str:
    cases = [
        vendors.case_document(vendors.case(by=by, ref=ref, on=TODAY)) for ref in ("copiers", "crm", "mes")
    ]
    found = vendors.renewals(by=by, on=TODAY)
    return json.dumps([document(by), cases, vendors.renewals_csv(found, found.renewals).decode()])


def test_a_sheet_of_renewals_has_a_line_for_each_contract(owner: Member) -> None:
    found = vendors.renewals(by=owner, on=TODAY)
    header, *lines = vendors.renewals_csv(found, found.renewals).decode().splitlines()

    assert header.lstrip("\ufeff").startswith("contract,name,vendor,owner")
    assert len(lines) == 6
    assert any(line.startswith("crm,CRM,Corvid,Tomas Reyes,") for line in lines)


def test_far_days_are_refused(owner: Member) -> None:
    with pytest.raises(registers.RefusedError) as refusal:
        vendors.renewals(by=owner, on=date(9000, 1, 1))
    assert refusal.value.findings[0].code == "day-out-of-reach"
