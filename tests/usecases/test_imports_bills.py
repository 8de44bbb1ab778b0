"""Bill lists brought in whole: bills and vendors made once, what they name found, money never mixed."""

from decimal import Decimal

import pytest

from fullscore.engine.registers.access import Member
from fullscore.store.models import Bill
from fullscore.usecases import imports
from fullscore.usecases.imports import Imported
from tests.conftest import NOW

pytestmark = pytest.mark.django_db
LIST = """Bill No,Vendor,Bill Date,Amount,Currency,Memo,Contract,PO,Type
1,Great Miami,01/05/2026,410.00,,Line,GM-871,,Bill
2,Great Miami,02/05/2026,410.00,,Line,,,Bill
,Great Miami,02/20/2026,-410.00,,,,,Bill Payment (Check)
CR-1,Great Miami,02/21/2026,-95.00,,Outage,,,Vendor Credit
9,Rhein Software,03/02/2026,80.00,EUR,Licence,,,Bill
77,Castle,03/09/2026,"2,570.00",,Laptops,,118,Bill
78,Castle,03/10/2026,12.00,,Cable,No such contract,,Bill
"""


def brought(by: Member, text: str, name: str = "bills.csv") -> Imported:
    return imports.bring_in(by=by, file_name=name, content=text.encode(), clock=lambda: NOW)


@pytest.fixture
def agreed(owner: Member) -> None:
    brought(owner, "ref,name,vendor,number\ninternet,Internet,Great Miami,GM-871\n", "contracts.csv")
    brought(owner, "ref,number,quantity,ordered_on\n118,118,2,2026-03-01\n", "orders.csv")


def told(owner: Member) -> dict[str, tuple[str, Decimal, str]]:
    rows = Bill.objects.of(owner.organisation_id).select_related("vendor")
    return {row.number: (row.vendor.name, row.amount, row.currency) for row in rows if row.vendor}


@pytest.mark.usefixtures("agreed")
def test_bills_come_in_with_their_vendors_and_what_they_name(owner: Member) -> None:
    done = brought(owner, LIST)

    assert (done.kind, done.register, done.created, done.refused) == ("bills", "bills", 6, 0)
    assert told(owner) == {
        "1": ("Great Miami", Decimal(410), ""), "2": ("Great Miami", Decimal(410), ""),
        "CR-1": ("Great Miami", Decimal(-95), ""), "9": ("Rhein Software", Decimal(80), "EUR"),
        "77": ("Castle", Decimal(2570), ""), "78": ("Castle", Decimal(12), ""),
    }  # fmt: skip
    first = Bill.objects.of(owner.organisation_id).get(number="1")
    assert (first.contract.ref if first.contract else "", first.about) == ("internet", "Line")
    laptops = Bill.objects.of(owner.organisation_id).get(number="77")
    assert laptops.order is not None
    assert laptops.order.ref == "118"


@pytest.mark.usefixtures("agreed")
def test_other_money_and_what_is_not_known_are_named_by_their_rows(owner: Member) -> None:
    done = brought(owner, LIST)

    assert [(reason.line, reason.code, reason.is_refusal) for reason in done.reasons] == [
        (6, "bill-other-currency", False), (8, "import-reference-unknown", False),
    ]  # fmt: skip
    assert done.reasons[0].sentence == (
        "The bill is in EUR (80.00). It is kept as it is and counts in no total."
    )
    assert done.reasons[1].sentence == (
        "Contract: nothing in contracts is called No such contract. It is kept beside the row."
    )


def test_the_same_file_twice_changes_nothing(owner: Member) -> None:
    brought(owner, LIST)
    again = brought(owner, LIST)

    assert (again.created, again.updated, again.left) == (0, 0, 7)
    assert Bill.objects.of(owner.organisation_id).count() == 6


def test_a_bill_that_another_list_names_too_is_the_same_bill(owner: Member) -> None:
    brought(owner, LIST)
    done = brought(
        owner, "Invoice no,Supplier,Invoice date,Total\n2,great miami,2026-02-05,410.00\n", "x.csv"
    )

    assert (done.kind, done.created, Bill.objects.of(owner.organisation_id).count()) == ("bills", 0, 6)


def test_lines_of_a_bill_name_the_budgets_line_they_belong_to(owner: Member) -> None:
    brought(owner, "ref,name,treatment\nsupport,Support,opex\n", "lines.csv")
    brought(
        owner, "Bill No,Vendor,Bill Date,Due Date,Amount,Budget line\n1,Acme,1/5/2026,2/5/2026,10,Support\n"
    )

    bill = Bill.objects.of(owner.organisation_id).get()
    assert bill.line is not None
    assert bill.line.ref == "support"


def test_what_is_exported_comes_back_unchanged(owner: Member) -> None:
    brought(owner, LIST)
    rows = [
        f"{row.number},{row.vendor and row.vendor.name},{row.billed_on},{row.amount},{row.currency},{row.ref}"
        for row in Bill.objects.of(owner.organisation_id).select_related("vendor")
    ]
    done = brought(owner, "\n".join(["number,vendor,billed_on,amount,currency,ref", *rows]), "ours.csv")

    assert (done.source, done.left, done.created, done.updated) == ("Fullscore export", 6, 0, 0)
