"""Contracts of the mill: one for each state a page must show, and what belongs to them."""

from datetime import date
from decimal import Decimal

from fullscore.store.models import (
    Contract,
    ContractCharge,
    ContractCover,
    ContractShare,
    Organisation,
    Person,
    Pool,
    Service,
    Team,
    Vendor,
)
from tests.store.mill import row


def sign(organisation: Organisation) -> None:
    """Write contracts beside the rows of the mill, which must be there."""
    vendors = {
        ref: row(Vendor, organisation, ref, name=name)
        for ref, name in (
            ("buckeye", "Buckeye Office"),
            ("corvid", "Corvid"),
            ("hartwell", "Hartwell Systems"),
        )
    }
    boss = Person.objects.of(organisation.pk).get(ref="tomas")
    yearly = {"renewal": "tacit", "renewal_months": 12, "period": "year"}
    # Copiers: three months' notice to 28 February must arrive by 30 November.
    row(
        Contract, organisation, "copiers", name="Copiers, 4 devices", vendor=vendors["buckeye"], kind="lease",
        owner=boss, intent="end", ends_on=date(2027, 2, 28), notice=3, price=Decimal(9840),
        notice_form="letter", number="BO-118", payment_method="direct debit",
        account_at="in the safe, canary", **yearly,
    )  # fmt: skip
    crm = row(
        Contract, organisation, "crm", name="CRM", vendor=vendors["corvid"], owner=boss,
        ends_on=date(2027, 4, 1), notice=1, increase_percent=Decimal(5), increase_cap=Decimal(7), **yearly,
    )  # fmt: skip
    row(
        ContractCharge, organisation, "crm-seats", contract=crm, name="CRM seats", quantity=Decimal(50),
        unit_price=Decimal("20.00"), period="month", pool=Pool.objects.of(organisation.pk).get(ref="crm"),
    )  # fmt: skip
    row(
        ContractCharge, organisation, "crm-setup", contract=crm, name="Setting up", kind="one-off",
        unit_price=Decimal(500), period="once", starts_on=date(2027, 1, 15),
    )  # fmt: skip
    sales = Team.objects.of(organisation.pk).get(ref="sales")
    row(ContractShare, organisation, "crm-sales", contract=crm, team=sales, percent=Decimal(80))
    selling = row(Service, organisation, "selling", name="Selling")
    row(ContractCover, organisation, "crm-selling", contract=crm, service=selling)
    row(
        Contract, organisation, "mes", name="MES support", vendor=vendors["hartwell"], kind="maintenance",
        price=Decimal(31200), renewal="tacit", renewal_months=12,
    )  # fmt: skip
    row(
        Contract, organisation, "backup", name="Backup storage", owner=boss, starts_on=date(2026, 1, 1),
        initial_months=1, renewal="tacit", renewal_months=1, notice=1, notice_to="month",
        price=Decimal("258.33"), period="month",
    )  # fmt: skip
    row(
        Contract, organisation, "euro", name="Euro hosting", owner=boss, starts_on=date(2026, 6, 1),
        initial_months=12, notice=2, price=Decimal(1200), currency="EUR", **yearly,
    )  # fmt: skip
    row(Contract, organisation, "warranty", name="Old warranty", renewal="none", ends_on=date(2026, 3, 31))
