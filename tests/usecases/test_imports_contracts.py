"""A sheet of renewals brought in whole: the register holds it, twice is once, and bad rows leave nothing."""

import csv
import io
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest

from fullscore.engine.registers.access import Member
from fullscore.store.models import Contract, ContractCharge, ContractCover, Person, Pool, Vendor
from fullscore.usecases import imports
from fullscore.usecases.imports import Imported
from tests.conftest import NOW

Table = list[list[str]]
BringIn = Callable[..., Imported]
HEADER = ["Contract", "Vendor", "Contract no", "Owner", "Start date", "End date", "Notice period",
          "Auto-renewal", "Annual cost", "Currency"]  # fmt: skip


@pytest.fixture
def bring(owner: Member) -> BringIn:
    """Bring a table in as the owner; each call is a minute later."""
    clock = iter(NOW + timedelta(minutes=minute) for minute in range(1000))

    def run(table: Table, name: str = "renewals.csv") -> Imported:
        out = io.StringIO(newline="")
        csv.writer(out).writerows(table)
        now = next(clock)
        return imports.bring_in(by=owner, file_name=name, content=out.getvalue().encode(), clock=lambda: now)

    return run


def contracts(owner: Member) -> list[Contract]:
    return list(Contract.objects.of(owner.organisation_id).filter(archived_at=None).order_by("id"))


def test_a_sheet_of_renewals_becomes_contracts_and_twice_is_once(bring: BringIn, owner: Member) -> None:
    Person.objects.create(
        organisation_id=owner.organisation_id, ref="ana", name="Ana Ruiz", created_at=NOW, changed_at=NOW
    )
    table = [
        HEADER,
        ["CRM", "Copperline", "C-1", "Ana Ruiz", "2024-03-01", "2027-02-28", "90 days", "yes",
         "23,760.00", ""],
        ["Copier lease", "Summit", "", "", "2022-01-01", "2027-02-28", "3 Monate zum Quartalsende", "no",
         "1.200,00 €", ""],
    ]  # fmt: skip
    done = bring(table)

    assert (done.kind, done.register, done.created, done.refused) == ("contracts", "contracts", 2, 0)
    crm, copier = contracts(owner)
    assert (crm.owner and crm.owner.name, crm.vendor and crm.vendor.name) == ("Ana Ruiz", "Copperline")
    assert (crm.ends_on, crm.notice, crm.notice_unit, crm.renewal) == (date(2027, 2, 28), 90, "days", "tacit")
    assert (crm.price, crm.period, crm.currency) == (Decimal(23760), "year", "")
    assert (copier.kind, copier.notice_to, copier.renewal) == ("lease", "quarter", "none")
    assert (copier.price, copier.currency) == (Decimal(1200), "EUR")

    again = bring(table, "renewals again.csv")
    assert (again.created, again.updated, again.left) == (0, 0, 2)
    assert Vendor.objects.of(owner.organisation_id).count() == 2


def test_a_contract_is_met_again_by_its_number_else_by_vendor_and_name(bring: BringIn, owner: Member) -> None:
    bring([HEADER, ["CRM", "Copperline", "C-1", "", "", "2027-02-28", "", "", "", ""],
           ["Support", "Foundry", "", "", "", "2027-02-28", "", "", "", ""]])  # fmt: skip
    done = bring([
        HEADER,
        ["CRM seats, new name", "Copperline", "c-1", "", "", "2028-02-28", "", "", "", ""],
        ["Support", "Foundry", "F-9", "", "", "2028-02-28", "", "", "", ""],
        ["Support", "Summit", "C-1", "", "", "2028-02-28", "", "", "", ""],
    ], "later.csv")  # fmt: skip

    assert (done.created, done.updated) == (1, 2)
    told = [
        (each.name, each.number, each.vendor and each.vendor.name, each.ends_on) for each in contracts(owner)
    ]
    later = date(2028, 2, 28)
    assert told == [
        ("CRM seats, new name", "c-1", "Copperline", later), ("Support", "F-9", "Foundry", later),
        ("Support", "C-1", "Summit", later),
    ]  # fmt: skip


def test_rows_of_one_number_become_the_lines_of_one_contract(bring: BringIn, owner: Member) -> None:
    table = [
        ["Contract number", "Contract", "Vendor", "Renewal date", "Users", "Monthly cost", "Licence pool",
         "Business service"],
        ["K-7", "Drawing software", "Draftwell", "2027-03-01", "50", "1000", "CAD seat", "Engineering"],
        ["K-7", "Rendering", "Draftwell", "2027-03-01", "12", "120", "", ""],
    ]  # fmt: skip
    done = bring(table)

    (only,) = contracts(owner)
    assert (done.refused, only.name, only.ends_on, only.price) == (
        0,
        "Drawing software",
        date(2027, 2, 28),
        None,
    )
    lines = ContractCharge.objects.of(owner.organisation_id).order_by("id")
    assert [(each.name, each.quantity, each.unit_price, each.period, each.pool and each.pool.name)
            for each in lines] == [
        ("CAD seat", Decimal(50), Decimal(20), "month", "CAD seat"),
        ("Rendering", Decimal(12), Decimal(10), "month", "Rendering"),
    ]  # fmt: skip
    assert Pool.objects.of(owner.organisation_id).get(name="CAD seat").capacity == 50
    (cover,) = ContractCover.objects.of(owner.organisation_id)
    assert cover.service is not None
    assert cover.service.name == "Engineering"

    again = bring(table, "again.csv")
    assert (again.created, again.updated, again.left, lines.count()) == (0, 0, 2, 2)

    imports.take_back(by=owner, number=done.id, clock=lambda: NOW + timedelta(days=1))
    assert contracts(owner) == []
    assert not lines.filter(archived_at=None).exists()
    assert not Pool.objects.of(owner.organisation_id).filter(archived_at=None).exists()


BAD = {
    "contract-ends-after": ["B", "New vendor", "", "", "2026-05-01", "2026-04-30", "", "", "100", ""],
    "currency-unknown": ["B", "New vendor", "", "", "", "2027-01-01", "", "", "100", "XQZ"],
    "field-too-small": ["B", "New vendor", "", "", "", "2027-01-01", "", "", "-100", ""],
    "import-day-impossible": ["B", "New vendor", "", "", "", "30.02.2027", "", "", "100", ""],
}
COLUMNS = {
    "contract-ends-after": "End date", "currency-unknown": "Currency", "field-too-small": "Annual cost",
    "import-day-impossible": "End date",
}  # fmt: skip


@pytest.mark.parametrize("code", BAD)
def test_a_row_that_cannot_be_is_named_and_leaves_nothing_behind(
    code: str, bring: BringIn, owner: Member
) -> None:
    good = ["CRM", "Copperline", "", "", "", "2027-02-28", "", "", "100", ""]
    done = bring([HEADER, good, BAD[code]])

    assert (done.created, done.refused) == (1, 1)
    assert [(each.line, each.column, each.code) for each in done.reasons] == [(3, COLUMNS[code], code)]
    assert [each.name for each in contracts(owner)] == ["CRM"]
    assert [each.name for each in Vendor.objects.of(owner.organisation_id)] == ["Copperline"]


def test_a_contract_of_two_owners_comes_without_one_and_says_so(bring: BringIn, owner: Member) -> None:
    done = bring(
        [HEADER, ["CRM", "Copperline", "", "Ana Ruiz, Ben Ochoa", "", "2027-02-28", "", "", "100", ""]]
    )

    (only,) = contracts(owner)
    assert (only.owner, only.extra) == (None, {"Owner": "Ana Ruiz, Ben Ochoa"})
    assert [(each.line, each.column, each.code, each.is_refusal) for each in done.reasons] == [
        (2, "Owner", "import-owners-several", False)
    ]


def test_an_end_that_a_later_file_moves_before_the_start_is_refused(bring: BringIn, owner: Member) -> None:
    bring([HEADER, ["CRM", "Copperline", "C-1", "", "2026-05-01", "2027-04-30", "", "", "", ""]])
    done = bring([
        ["Contract", "Vendor", "Contract no", "End date", "Notice period"],
        ["CRM", "Copperline", "C-1", "2026-04-30", "3 months"],
    ], "later.csv")  # fmt: skip

    assert [each.code for each in done.reasons] == ["contract-ends-after"]
    (only,) = contracts(owner)
    assert (only.ends_on, only.notice) == (date(2027, 4, 30), None)


@pytest.mark.parametrize(
    ("register", "table", "code"),
    [
        ("charges", [["contract", "name", "starts_on", "ends_on", "ref"],
                     ["crm", "Seats", "2026-05-01", "2026-04-30", "seats"]], "charge-ends-after"),
        ("covers", [["contract", "service", "item", "ref"], ["crm", "", "", "nothing"]],
         "cover-of-one-thing"),
        ("supports", [["service", "item", "pool", "other", "ref"], ["ERP", "", "", "", "nothing"]],
         "support-by-one-thing"),
        ("supports", [["service", "item", "pool", "other", "ref"], ["ERP", "", "", "ERP", "itself"]],
         "support-by-another"),
        ("contracts", [["name", "currency", "renewal_months", "ref"], ["Phones", "XQZ", "12", "phones"]],
         "currency-unknown"),
    ],
)  # fmt: skip
def test_our_own_sheets_keep_the_facts_of_their_tables(
    register: str, table: Table, code: str, bring: BringIn, owner: Member
) -> None:
    bring([HEADER, ["CRM", "Copperline", "", "", "", "2027-02-28", "", "", "100", ""]])
    bring([["name", "outage_cost_hour", "ref"], ["ERP", "900", "erp"]], "services.csv")
    done = bring(table, f"{register}.csv")

    assert (done.register, done.created, done.refused) == (register, 0, 1)
    assert [each.code for each in done.reasons] == [code]
